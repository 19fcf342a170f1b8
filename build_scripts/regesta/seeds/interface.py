"""In which language an archive's pages speak.

``language:`` in archive.yml names it; the catalogue is ``seeds/interface/LANG.po``
or one that comes with the program (``locale/LANG.po``).  ``fr-CA`` also takes
``fr``.  Where there is none the pages stay English, and say so (``<html lang>``).
"""

from __future__ import annotations

import re
from pathlib import Path

from regesta import wording
from regesta.model import Problem
from regesta.problems import problem
from regesta.seeds import files
from regesta.seeds.records import ArchiveRecord
from regesta.seeds.validation import check

FOLDER = "seeds/interface"
OWN = re.compile(rf"{FOLDER}/[A-Za-z0-9-]+\.po")
"""Paths of catalogues that an archive may bring along."""

SETTINGS = "seeds/archive.yml"
MOST = 5_000_000
"""Bytes of a catalogue that are read."""
SHIPPED = Path(__file__).parent.parent / "locale"


def choose(root: Path) -> list[Problem]:
    """Let everything be said in the language of the archive in *root*; return
    what is wrong with its catalogue."""
    wording.speak(wording.ENGLISH)
    wanted = _language(root)
    for name in dict.fromkeys((wanted, wanted.split("-")[0])) if wanted else ():
        path = f"{FOLDER}/{name}.po"
        found = files.entry(root, path)
        data = files.read(found, MOST) if found else _shipped(name)
        if isinstance(data, Problem):
            return [data]
        if data is None:
            continue
        try:
            wording.speak(wording.read(data, wanted))
        except ValueError as error:
            return [problem("catalogue-not-readable", str(error), path)]
        return []
    return []


def _language(root: Path) -> str:
    """Return what archive.yml says; its faults are told where it is read."""
    found = files.entry(root, SETTINGS)
    data = files.read(found, MOST) if found else b""
    if not data or isinstance(data, Problem):
        return ""
    record = check(ArchiveRecord, data, SETTINGS).record
    return record.language if record else ""


def _shipped(name: str) -> bytes | None:
    path = SHIPPED / f"{name}.po"
    return path.read_bytes() if path.is_file() else None
