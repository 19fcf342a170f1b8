"""Names of files that one system holds and another does not.

Windows keeps names for devices, refuses some characters and drops dots and
spaces at the end (Microsoft, "Naming Files, Paths, and Namespaces"); Windows
and macOS take names for the same that differ by case alone, macOS also those
that differ by Unicode normal form alone (UAX 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from regesta.model import Problem
from regesta.problems import printable, problem

_REFUSED = re.compile(r'[<>:"\\|?*]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.I | re.S)


_RENAME = "rename the file with small letters, digits, - and _"


def same(path: str) -> str:
    """Return what paths have in common that Windows or macOS cannot tell apart."""
    folded = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded))


def fault(path: str) -> str:
    """Say why not every system can hold *path* (with ``/``), "" where all can."""
    for name in path.split("/"):
        if found := _REFUSED.search(name):
            return f"Windows refuses the character {found[0]} in names"
        if _DEVICE.fullmatch(name):
            return f"Windows keeps the name “{name}” for a device"
        if name.endswith((".", " ")):
            return "Windows drops the dot or space at the end of a name"
        if printable(name) != name:
            return "there are characters in the name that cannot be seen"
    return ""


def faults(paths: Iterable[str]) -> dict[str, str]:
    """Return each path that not every system can hold, or tell from another
    of them, with why."""
    found: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for path in sorted(paths):
        alike.setdefault(same(path), []).append(path)
        if said := fault(path):
            found[path] = said
    for group in alike.values():
        for path in group if len(group) > 1 else ():
            other = next(p for p in group if p != path)
            found.setdefault(path, f"Windows or macOS take it for {printable(other)}")
    return found


def remarks(paths: Iterable[str]) -> list[Problem]:
    """Return a notice for each path that is not to be had everywhere."""
    return [
        problem("file-name-elsewhere", said, path, remedy=None if _is_text(path) else _RENAME)
        for path, said in faults(paths).items()
    ]


def _is_text(path: str) -> bool:
    return path.startswith("seeds/documents/") and path.lower().endswith(".txt")
