"""What a publication asks for beyond a build that merely works."""

from __future__ import annotations

from regesta.model import Archive, Problem
from regesta.problems import problem

ARCHIVE = "seeds/archive.yml"


def strict_problems(archive: Archive) -> list[Problem]:
    """Return what is missing before *archive* may be published: a contact and
    a takedown policy that readers can turn to."""
    out = []
    if not archive.collection.contact:
        out.append(problem("contact-missing", "nobody can be reached", ARCHIVE))
    if not archive.collection.takedown:
        out.append(problem("takedown-missing", "there is no takedown policy", ARCHIVE))
    return out
