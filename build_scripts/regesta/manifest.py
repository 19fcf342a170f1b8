"""The list of a folder's files with their digests, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from regesta.model import Problem
from regesta.problems import problem

NAME = "manifest-sha256.txt"
_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")


def make(folder: Path, known: Mapping[str, str] | None = None) -> str:
    """Return one line a file below *folder* (sorted by path, the manifest
    itself left out): digest, two spaces, path.  *known* maps paths to digests
    that need not be worked out again.

    A path with a newline or backslash is written as GNU ``sha256sum`` does: a
    backslash stands before the line, ``\\n`` and ``\\\\`` in the path.
    """
    lines = []
    known = known or {}
    for name in sorted(_files(folder), key=lambda name: name.split("/")):
        if name != NAME:
            written = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
            mark = "" if written == name else "\\"
            lines.append(f"{mark}{known.get(name) or digest(folder / name)}  {written}\n")
    return "".join(lines)


def _files(folder: Path) -> Iterator[str]:
    for place, _folders, names in os.walk(folder):
        below = Path(place).relative_to(folder).as_posix()
        for name in names:
            path = name if below == "." else f"{below}/{name}"
            if (folder / path).is_file():
                yield path


def parse(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    """Return path to digest, and the lines of the manifest at *path* that are
    not of its form."""
    out = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found:
            name = found[3]
            if found[1]:
                name = re.sub(r"\\([nr\\])", _unescape, name)
            out[name] = found[2]
        elif line:
            problems.append(problem("manifest-line", "this line is not of its form", path, number))
    return out, problems


def _unescape(match: re.Match[str]) -> str:
    return {"n": "\n", "r": "\r", "\\": "\\"}[match[1]]


def digest(path: Path) -> str:
    """Return the SHA-256 of the file at *path* as hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
