"""Values in files: written whole or not at all, read only if undamaged.

A file holds the BLAKE2b of the rest, the digest of what it was made with, and
the value in MessagePack.  It is data, never code: whoever puts a file there
can at most make wrong pages, and has the folder in which pages stand anyway.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_SIZE = 32
_BESIDE = ".new-"


def save(path: Path, made_with: bytes, value: Any) -> None:
    """Write *value* to *path*; *made_with* (32 bytes) must be the same when it
    is read."""
    encoded = msgspec.msgpack.encode(value)  # which may be large: no copy is made of it
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}{_BESIDE}{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.writelines((_digest(made_with, encoded), made_with, encoded))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what was not written to its end; nobody else may be writing there."""
    for left in folder.glob(f"*{_BESIDE}*"):
        left.unlink(missing_ok=True)


def load(path: Path, made_with: bytes | None, kind: type[T]) -> T | None:
    """Return the value in *path*, or None: nothing there, damaged, or made
    with something else (unless *made_with* is None)."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if made_with not in (None, data[_SIZE : 2 * _SIZE]):
        return None
    if data[:_SIZE] != _digest(memoryview(data)[_SIZE:]):
        return None
    try:
        return msgspec.msgpack.decode(memoryview(data)[2 * _SIZE :], type=kind)
    except (msgspec.DecodeError, ValueError):
        return None


def _digest(*parts: bytes | memoryview) -> bytes:
    digest = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        digest.update(part)
    return digest.digest()
