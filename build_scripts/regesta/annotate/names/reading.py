"""A text as the rules for names read it: folded, with its blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from regesta.annotate.names.folding import BREAK, Folded
from regesta.model import Block, Certainty, EntityKind

_REACH = 200


class Named(NamedTuple):
    """Folded positions that name one entity, or one of several.

    *full* tells a name from a short form; *begin* is where the title of
    office before it starts (*start* where there is none).
    """

    start: int
    end: int
    entities: tuple[str, ...]
    kind: EntityKind
    rule: str
    certainty: Certainty = "certain"
    why: str = ""
    full: bool = True
    derived: bool = False
    begin: int = -1


class Reading:
    """A folded text and the starts and ends of its blocks in folded positions."""

    __slots__ = ("_ends", "_kinds", "_starts", "folded", "text")

    def __init__(self, source: str, blocks: Sequence[Block]) -> None:
        self.folded = Folded(source)
        self.text = self.folded.text
        ordered = sorted(blocks, key=lambda block: block.span)
        self._starts = [self.folded.folded(block.span.start) for block in ordered]
        self._ends = [self.folded.folded(block.span.end - 1) + 1 for block in ordered]
        self._kinds = [block.kind for block in ordered]
        if not ordered:
            self._starts = [0]
            self._ends = [len(self.text)]
            self._kinds = ["paragraph"]

    def block(self, position: int) -> int:
        """Return the number of the block at *position* (-1 before the first)."""
        return bisect_right(self._starts, position) - 1

    def floor(self, position: int) -> int:
        """Return where the paragraph at *position* starts, or a place some way before it."""
        index = self.block(position)
        # Looking back no further than a title reaches keeps long paragraphs linear.
        start = max(self._starts[index] if index >= 0 else 0, position - _REACH)
        return max(start, self.text.rfind(BREAK, start, position) + 1)

    def is_heading(self, position: int) -> bool:
        """Tell whether *position* lies in a title, standfirst or heading."""
        index = self.block(position)
        return index >= 0 and self._kinds[index] in ("title", "standfirst", "heading")

    def within_one_block(self, start: int, end: int) -> bool:
        """Tell whether ``[start, end)`` does not reach across the end of a block."""
        index = self.block(start)
        if index < 0:
            return bool(self._starts) and end <= self._starts[0]
        limit = self._ends[index]
        if start >= limit:  # between blocks: only white space, or no block claims it
            return index + 1 == len(self._starts) or end <= self._starts[index + 1]
        return end <= limit
