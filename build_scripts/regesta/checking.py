"""Everything that is wrong in an archive, found without building it."""

from __future__ import annotations

from pathlib import Path

from regesta import annotations_kept
from regesta.archive import permanence
from regesta.archive.assemble import assembled
from regesta.archive.checking import wrong_in
from regesta.archive.encoded import shelved
from regesta.model import Problem
from regesta.problems import in_order, limited
from regesta.seeds import files, interface
from regesta.seeds.reading import read
from regesta.seeds.strict_yaml import MAX_BYTES
from regesta.seeds.tables import MAX_TABLE
from regesta.strictness import strict_problems


def check(root: Path, *, strict: bool = False) -> tuple[int, tuple[Problem, ...]]:
    """Return how many documents *root* holds, and all that is wrong in them and
    their records, as a build finds it but in a fraction of the time."""
    unspoken = interface.choose(root)
    seeds, problems = read(root)
    old, faults = permanence.parse(published(root))
    found = wrong_in(seeds, old)
    if found is None:
        # What the last build worked out here need not be worked out again.
        archive, found = assembled(seeds, annotations_kept.load(root))
        found += permanence.vanished(old, shelved(archive))
    if strict:
        found += strict_problems(seeds.collection)
    problems = [*problems, *unspoken, *found, *faults, *settings_faults(root)]
    return len(seeds.documents), tuple(limited(in_order(problems)))


def published(root: Path) -> str:
    """Return the list of published addresses, "" where there is none."""
    found = files.entry(root, permanence.PATH)
    data = files.read(found, MAX_TABLE) if found else b""
    return "" if isinstance(data, Problem) else data.decode("utf-8", "replace")


def settings_faults(root: Path) -> list[Problem]:
    """Return a problem where mkdocs.yml is no file that can be read."""
    found = files.entry(root, "mkdocs.yml")
    read_it = files.read(found, MAX_BYTES) if found else b""
    return [read_it] if isinstance(read_it, Problem) else []
