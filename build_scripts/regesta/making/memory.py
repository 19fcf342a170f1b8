"""What was made of the units of pages, as it is kept from one build to the next.

What a page has read is larger than all the rest: it is kept apart, by its
digest, and waits on the disk until it is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from sys import intern

from regesta.kept import chest, shards
from regesta.kept.shelf import Shelf
from regesta.kept.stamps import Stamp
from regesta.pages.units import Piece

STATE = ".cache/regesta/pages"
READINGS = ".cache/regesta/readings"
"""Where what pages read is kept (:meth:`regesta.archive.noting.Readings.packed`), by key."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page below ``docs/``: its path, the digest of its bytes, its stamp."""

    path: str
    digest: bytes
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class KeptPiece:
    """A piece, the key of all that it read, and its page; None where it was found
    too long for one."""

    piece: Piece
    readings: bytes
    page: KeptPage | None


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What was made of a unit: the digest of what it was given, the key of all
    that it read, its pages, and its pieces."""

    given: int
    readings: bytes
    pages: tuple[KeptPage, ...]
    pieces: tuple[KeptPiece, ...] = ()

    def every_page(self) -> Iterator[KeptPage]:
        """Yield its pages and those of its pieces."""
        yield from self.pages
        yield from (piece.page for piece in self.pieces if piece.page)

    def keys(self) -> Iterator[bytes]:
        """Yield the keys of all that was read for it."""
        yield self.readings
        yield from (piece.readings for piece in self.pieces)

    def keys_without(self, now: KeptUnit | None) -> Iterator[bytes]:
        """Yield the keys of what was read for what is gone: for all of it where it
        is nothing *now*, else for pieces that are no more."""
        if now is None:
            return self.keys()
        stand = {one.piece for one in now.pieces}
        return (one.readings for one in self.pieces if one.piece not in stand)

    def sharing_ids(self) -> KeptUnit:
        """Return the same with the very ids that other units have, not with copies."""
        if not self.pieces:
            return self
        pieces = (replace(one, piece=_sharing_ids(one.piece)) for one in self.pieces)
        return replace(self, pieces=tuple(pieces))


def _sharing_ids(piece: Piece) -> Piece:
    return replace(piece, items=tuple(map(intern, piece.items)))


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build leaves to the next: the digests of the fields of
    each document and record, the digest of the answer to every question that was
    asked (by kind, then what it is about), and what was made of each unit."""

    documents: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, dict[str, int]] = field(default_factory=dict)
    units: dict[str, KeptUnit] = field(default_factory=dict)


def load(root: Path, made_with: bytes, readings: Shelf[bytes]) -> Memory:
    """Return what the last build of the archive in *root* left, and put into
    *readings* what its pages read; nothing where any of it is not there."""
    found = chest.load(root / STATE, made_with, Memory)
    if found is None:
        return Memory()
    shards.load(root / READINGS, made_with, readings)
    if not all(key in readings for unit in found.units.values() for key in unit.keys()):
        return Memory()
    found.units.update([(name, unit.sharing_ids()) for name, unit in found.units.items()])
    return found


def save(
    root: Path, made_with: bytes, memory: Memory, readings: Shelf[bytes], known: Iterable[bytes]
) -> None:
    """Keep *memory* and, of *readings*, what its pages read; *known* of them are
    on the disk already."""
    read = Shelf[bytes](readings.spool)
    for unit in memory.units.values():
        for key in unit.keys():
            read.share(readings, key)
    chest.sweep(root / READINGS)
    shards.save(root / READINGS, made_with, read, known)
    chest.save(root / STATE, made_with, memory)


@dataclass(frozen=True, slots=True)
class _Made:
    """Of a :class:`Memory`, what was made."""

    units: dict[str, KeptUnit] = field(default_factory=dict)


def left_by_build(root: Path) -> Callable[[str, bytes], bool]:
    """Return a function that tells whether bytes are what the last build of the
    archive in *root* made of a page (path below ``docs/``)."""
    memory = chest.load(root / STATE, None, _Made) or _Made()
    digests = {page.path: page.digest for u in memory.units.values() for page in u.every_page()}
    return lambda path, data: digests.get(path) == digest(data)


def units_of_pages(root: Path) -> dict[str, str]:
    """Return path below ``docs/`` to the name of the unit of each page that the
    last build of the archive in *root* made."""
    memory = chest.load(root / STATE, None, _Made) or _Made()
    return {page.path: name for name, unit in memory.units.items() for page in unit.every_page()}


def digest(data: bytes) -> bytes:
    """Return the BLAKE2b (16 bytes) of *data*."""
    return hashlib.blake2b(data, digest_size=16).digest()
