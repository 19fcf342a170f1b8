"""A piece: a stretch of lines on its way to becoming a block."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model import BlockKind
from regesta.whitespace import fold

LONGEST_LINE_RULE = 300
"""Rules about single lines look at no more code points than this."""


@dataclass(slots=True)
class Piece:
    """A trimmed range of the text, with what is known of it so far.

    *kind* is None until a rule has spoken.  *gap* counts the blank lines above,
    *lines* the lines that hold something.
    """

    start: int
    end: int
    gap: int
    lines: int = 1
    new_page: bool = False
    kind: BlockKind | None = None
    reason: str = ""
    note: str = ""
    level: int = 0
    _folded: tuple[int, int, str] = field(default=(0, 0, ""), repr=False, compare=False)

    @property
    def length(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def words(self, text: str) -> str:
        """Return the folded words, or nothing if the piece is too long for
        the rules about single lines.  *text* is always the same."""
        start, end, words = self._folded
        if start != self.start or end != self.end:
            start, end = self.start, self.end
            words = fold(text[start:end]) if end - start <= LONGEST_LINE_RULE else ""
            self._folded = (start, end, words)
        return words

    def become(self, kind: BlockKind, reason: str, note: str = "", level: int = 0) -> None:
        """Give the piece its kind, with the rule in plain words."""
        self.kind, self.reason, self.note, self.level = kind, reason, note, level
