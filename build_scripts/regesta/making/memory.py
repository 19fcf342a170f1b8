"""What was made of the units of pages, as it is kept from one build to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from regesta.archive import noting
from regesta.kept import chest
from regesta.kept.stamps import Stamp
from regesta.pages.units import Piece

STATE = ".cache/regesta/pages"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page below ``docs/``: its path, the digest of its bytes, its stamp."""

    path: str
    digest: bytes
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class KeptPiece:
    """A piece, all that it read (:meth:`regesta.archive.noting.Readings.packed`),
    and its page; None where it was found too long for one."""

    piece: Piece
    readings: bytes
    page: KeptPage | None


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What was made of a unit: the digest of what it was given, all that it
    read (:meth:`regesta.archive.noting.Readings.packed`), its pages, and its
    pieces."""

    given: int
    readings: bytes
    pages: tuple[KeptPage, ...]
    pieces: tuple[KeptPiece, ...] = ()

    def every_page(self) -> Iterator[KeptPage]:
        """Yield its pages and those of its pieces."""
        yield from self.pages
        yield from (piece.page for piece in self.pieces if piece.page)

    def read(self) -> Iterator[tuple[int, int]]:
        """Yield number and bits of all that was read for it."""
        yield from _unpacked(self.readings, *(piece.readings for piece in self.pieces))

    def read_without(self, now: KeptUnit | None) -> Iterator[tuple[int, int]]:
        """Yield number and bits of what was read for what is gone: for all of it
        where it is nothing *now*, else for pieces that are no more."""
        if now is None:
            return self.read()
        stand = {one.piece for one in now.pieces}
        return _unpacked(*(one.readings for one in self.pieces if one.piece not in stand))


def _unpacked(*packed: bytes) -> Iterator[tuple[int, int]]:
    for readings in packed:
        yield from zip(*noting.unpacked(readings), strict=True)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build leaves to the next: the digests of the fields of
    each document and record, the digest of the answer to every question that was
    asked (by kind, then what it is about), and what was made of each unit."""

    documents: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, dict[str, int]] = field(default_factory=dict)
    units: dict[str, KeptUnit] = field(default_factory=dict)


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
