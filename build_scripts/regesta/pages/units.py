"""Pages that are made together, and those of them that are made apart.

A unit makes some pages at once, and says of others what they are made from: a
:class:`Piece` each, so that one is made without the rest, and kept though the
rest is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from regesta.archive.lookups import Lookups


@dataclass(frozen=True, slots=True)
class Piece:
    """A page that holds part of a list: its *path* below ``docs/``, its *key*
    among the parts, the *items* (ids), the keys of the pages *before* and
    *after* it, and what *more* it must know.  With what the look-ups answer
    that is all it is made from."""

    path: str
    key: str
    items: tuple[str, ...]
    before: str = ""
    after: str = ""
    more: str = ""


Page = tuple[str, str]
"""A path below ``docs/``, and the text of the page there."""
Made = Page | Piece
TooLong = Collection[str]
"""Paths of pieces that were found too long for a page: these are parted again."""


def _in_one(_lookups: Lookups, piece: Piece) -> str | None:
    """What a unit writes of pieces that names none of its own."""
    raise ValueError(f"{piece.path}: its unit makes all of its pages at once")


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that are made together: *name* tells them from all others, *given*
    is what they are made from besides what the look-ups answer.  *write*
    returns the text of a piece, None where that is too long for a page."""

    name: str
    make: Callable[[Lookups, TooLong], Iterable[Made]]
    given: Any = None
    write: Callable[[Lookups, Piece], str | None] = _in_one

    def made(self, lookups: Lookups, is_too_long: Callable[[Piece], bool]) -> list[Made]:
        """Return the pages and pieces; *is_too_long* is asked of each piece that
        may come to stand, and those of which it is so are parted."""
        too_long: set[str] = set()
        while True:
            made = list(self.make(lookups, too_long))
            more = {one.path for one in made if isinstance(one, Piece) and is_too_long(one)}
            if not more:
                return made
            too_long |= more

    def pages(self, lookups: Lookups) -> Iterator[Page]:
        """Yield all pages."""
        written: dict[Piece, str | None] = {}

        def is_too_long(piece: Piece) -> bool:
            if piece not in written:
                written[piece] = self.write(lookups, piece)
            return written[piece] is None

        for one in self.made(lookups, is_too_long):
            yield (one.path, written[one] or "") if isinstance(one, Piece) else one
