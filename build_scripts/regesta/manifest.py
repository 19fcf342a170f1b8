"""The list of a folder's files with their digests, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "manifest-sha256.txt"


def make(folder: Path) -> str:
    """Return one line a file below *folder* (sorted by path, the manifest
    itself left out): digest, two spaces, path.

    Names with a newline or backslash cannot occur: all paths are ours.
    """
    lines = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != NAME:
            lines.append(f"{_digest(path)}  {name}\n")
    return "".join(lines)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
