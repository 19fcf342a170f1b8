"""A person's word on the layout, which wins over every rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.model import BlockKind, Span
from regesta.segment.pieces import Piece
from regesta.whitespace import trimmed


@dataclass(frozen=True, slots=True)
class Override:
    """That *span* (code points) is one block of this kind.  *level* is for
    headings (2 or 3), *note* for residue, *reason* why somebody said so."""

    span: Span
    kind: BlockKind
    level: int = 0
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a description says of the layout.

    *title* is the title's span.  *no_title* says that none stands in the text,
    so that no rule looks for one.  *overrides* are whole blocks; where two
    overlap, the first in order of the text holds.
    """

    title: Span | None = None
    no_title: bool = False
    overrides: tuple[Override, ...] = ()

    def all_overrides(self) -> list[Override]:
        """Return the overrides, the title's among them, in order, without
        overlap."""
        given = list(self.overrides)
        if self.title:
            given.insert(0, Override(self.title, "title", reason="the description says so"))
        kept: list[Override] = []
        for override in sorted(given, key=lambda o: o.span.start):
            if not kept or override.span.start >= kept[-1].span.end:
                kept.append(override)
        return kept


def _rest(text: str, piece: Piece, start: int, end: int) -> Iterator[Piece]:
    start, end = trimmed(text, start, end)
    if start < end:
        yield replace(piece, start=start, end=end)


def apply_overrides(text: str, pieces: Sequence[Piece], hints: Hints) -> list[Piece]:
    """Return *pieces* with the blocks that *hints* prescribe; a piece that is
    covered in part is split, and its rest keeps its kind."""
    found: list[Piece] = []
    pending = list(reversed(pieces))
    for override in hints.all_overrides():
        start, end = trimmed(text, override.span.start, override.span.end)
        if start >= end:
            continue
        gap = 1
        while pending and pending[-1].start < end:
            piece = pending.pop()
            if piece.end <= start:
                found.append(piece)
                continue
            found += _rest(text, piece, piece.start, max(piece.start, start))
            if piece.end > end:
                pending += _rest(text, piece, end, piece.end)
                break
        prescribed = Piece(start, end, gap)
        reason = override.reason or "the description says so"
        prescribed.become(override.kind, reason, override.note, _level(override))
        found.append(prescribed)
    return found + pending[::-1]


def _level(override: Override) -> int:
    return (override.level or 2) if override.kind == "heading" else 0
