"""What a publication asks for beyond a build that merely works."""

from __future__ import annotations

from regesta.model import Collection, Problem
from regesta.problems import problem

ARCHIVE = "seeds/archive.yml"


def strict_problems(collection: Collection) -> list[Problem]:
    """Return what is missing before *collection* may be published: a contact and
    a takedown policy that readers can turn to."""
    out = []
    if not collection.contact:
        out.append(problem("contact-missing", "nobody can be reached", ARCHIVE))
    if not collection.takedown:
        out.append(problem("takedown-missing", "there is no takedown policy", ARCHIVE))
    return out
