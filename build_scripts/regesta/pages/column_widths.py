"""How wide the columns of the table of accounts are: who says more gets more
room, so that a row is not one long ribbon beside empty cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

EVEN = 0.6
"""The part of the width that is shared out evenly."""


def shares(lengths: Sequence[int]) -> list[int]:
    """Return the share of each column in whole hundredths of the width; the
    *lengths* are what its longest cells hold, in code points.  The square
    root, since a cell twice as long grows in both directions."""
    if not lengths:
        return []
    roots = [max(length, 1) ** 0.5 for length in lengths]
    total = sum(roots)
    return [round(100 * (EVEN / len(roots) + (1 - EVEN) * root / total)) for root in roots]


def colgroup(columns: Iterable[Sequence[int]]) -> str:
    """Return the HTML that sets the widths; *columns* holds for each column
    the length of what each row says in it.  The first column, of the rows'
    names, has its width from the style sheet."""
    longest = [max(lengths, default=0) for lengths in columns]
    inner = "".join(f'<col style="width:{share}%">' for share in shares(longest))
    return f"<colgroup><col>{inner}</colgroup>"
