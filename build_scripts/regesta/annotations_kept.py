"""What was worked out for the documents of an archive, from build to build."""

from __future__ import annotations

from pathlib import Path

from regesta.archive.gazetteer_memory import NamesMemory
from regesta.archive.recall import Recall
from regesta.kept import chest, made_with, shards

RESULTS = ".cache/regesta/annotations"
NAMES = ".cache/regesta/names"
CANDIDATES = ".cache/regesta/candidates"


def load(root: Path) -> Recall:
    """Return what the last build of the archive in *root* left."""
    program = made_with.program()
    names, candidates = (chest.load(root / p, program, NamesMemory) for p in (NAMES, CANDIDATES))
    return Recall(shards.load(root / RESULTS, program), names, candidates)


def save(root: Path, recall: Recall) -> None:
    """Keep what was worked out in this build, and nothing else."""
    shards.save(root / RESULTS, made_with.program(), recall.used, recall.known)
    chest.save(root / NAMES, made_with.program(), recall.names)
    chest.save(root / CANDIDATES, made_with.program(), recall.candidates)
