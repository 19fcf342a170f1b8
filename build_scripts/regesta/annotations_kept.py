"""What was worked out for the documents of an archive, from build to build."""

from __future__ import annotations

from pathlib import Path

from regesta.archive.gazetteer_memory import NamesMemory
from regesta.archive.recall import Recall
from regesta.kept import chest, made_with, shards
from regesta.kept.shelf import Shelf
from regesta.kept.spool import Spool

CACHE = ".cache/regesta"
RESULTS = f"{CACHE}/annotations"
NAMES = f"{CACHE}/names"
CANDIDATES = f"{CACHE}/candidates"


def load(root: Path, spool: Spool | None = None) -> Recall:
    """Return what the last build of the archive in *root* left; it waits in
    *spool*, or in one of its own."""
    program = made_with.program()
    names, candidates = (chest.load(root / p, program, NamesMemory) for p in (NAMES, CANDIDATES))
    known = Shelf[bytes](spool or Spool(root / CACHE))
    shards.load(root / RESULTS, program, known)
    return Recall(known, names, candidates)


def save(root: Path, recall: Recall) -> None:
    """Keep what was worked out in this build of text that readers may see, and
    nothing else; what a build that was killed has left half-written goes."""
    for folder in (root / CACHE, root / RESULTS):
        chest.sweep(folder)
    shards.save(root / RESULTS, made_with.program(), recall.lasting(), recall.known)
    chest.save(root / NAMES, made_with.program(), recall.names)
    chest.save(root / CANDIDATES, made_with.program(), recall.candidates)
