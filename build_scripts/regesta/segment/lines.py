"""Lines of a text, and whether their breaks were put there by a machine.

A line break is any of CR LF, LF, CR, VT, FF, NEL, LINE SEPARATOR and PARAGRAPH
SEPARATOR (Unicode Standard, section 5.8).  Only lines that hold something are
kept; the blank ones survive as the *gap* before the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from regesta.whitespace import WHITE_SPACE, trimmed

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(f"[^{WHITE_SPACE}]+")

QUOTED = ">"
"""With this begin the lines of the message that an e-mail answers."""
NARROWEST_MEASURE = 30
WIDEST_MEASURE = 110
"""Hard-wrapped text is set between these widths, in code points."""


class Line(NamedTuple):
    """A line that is not blank: its range without white space at the ends,
    the white space before it, the blank lines above it, and whether a form
    feed stands between it and the line above."""

    start: int
    end: int
    indent: int
    gap: int
    new_page: bool

    @property
    def width(self) -> int:
        """Code points from the margin to the last letter."""
        return self.indent + self.end - self.start


def split_lines(text: str) -> list[Line]:
    """Return the lines of *text* that are not blank, in order."""
    found: list[Line] = []
    breaks, last, new_page = 1, 0, False
    for match in _LINE.finditer(text):
        start, end = match.span()
        between = text[last:start]
        breaks += len(between) - between.count("\r\n")
        new_page = new_page or "\x0c" in between
        last = end
        run = match.group()
        first, after = trimmed(run, 0, len(run))
        if first == after:
            continue
        gap = breaks - 1 if breaks > 1 else 0
        found.append(Line(start + first, start + after, first, gap, new_page))
        breaks, new_page = 0, False
    return found


def next_word_fits(text: str, line: Line, following: Line, measure: int) -> bool:
    """Tell whether the first word of *following* would have had room on
    *line*: then somebody broke the line there on purpose."""
    first = text[following.start]
    length = 1
    if first < "\u2e80":  # scripts from here on break lines between any two characters
        word = _WORD.match(text, following.start, min(following.end, following.start + measure))
        length = word.end() - word.start() if word else 1
    return line.width + 1 + length <= measure


def measure_of(text: str, lines: Sequence[Line]) -> int:
    """Return the width (code points) to which *lines* are hard-wrapped, or 0
    where one newline ends one paragraph.

    Decided for the text as a whole: nearly all lines that go on below must be
    filled, so that the next line's first word had no room.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and text[b.start] != QUOTED]
    if len(pairs) < 3 or _begin_with_capitals(text, [b for _, b in pairs]):
        return 0
    widths = sorted(a.width for a, _ in pairs)
    measure = widths[(len(widths) - 1) * 98 // 100]
    if not NARROWEST_MEASURE <= measure <= WIDEST_MEASURE:
        return 0
    if sum(line.width > measure + 20 for line in lines) * 20 > len(lines):
        return 0
    filled = sum(a.width for a, b in pairs if not next_word_fits(text, a, b, measure - 2))
    # Long lines speak louder: signatures and addresses are short and unfilled in any text.
    return measure if filled * 100 >= 60 * sum(a.width for a, _ in pairs) else 0


def _begin_with_capitals(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether nearly all *lines* begin with a capital, as the lines of a
    poem do and those of prose, even German prose, do not."""
    firsts = [c for line in lines if (c := text[line.start]).isalpha()]
    cased = [c for c in firsts if c.isupper() or c.islower()]
    return bool(cased) and sum(c.isupper() for c in cased) * 10 >= 8 * len(cased)
