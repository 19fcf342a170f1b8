"""Tables: rows of cells set apart by tabs, upright strokes or columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.segment.lines import Line

_GAP = re.compile(r"(?<![.?!:]) {2,}(?=\S)|(?<=[.?!:]) {4,}(?=\S)")
_RULE = re.compile(r"[|+:= -]*[-=]{3}[|+:= -]*")
_LONGEST_ROW = 400


def table_rows(text: str, run: Sequence[Line], number: int) -> int:
    """Return how many lines of *run* from *number* on are rows of one table
    (0: none).  Two rows make a table of tabs or strokes, three one of columns."""
    line = run[number]
    words = text[line.start : line.end]
    if "\t" not in words and "|" not in words and "  " not in words:
        return 0
    for rows, least in (
        (_rows_with(text, run, number, "\t", 1), 2),
        (_rows_with(text, run, number, "|", 2), 2),
        (_column_rows(text, run, number), 3),
    ):
        if rows >= least:
            return rows
    return 0


def _rows_with(text: str, run: Sequence[Line], number: int, mark: str, least: int) -> int:
    """Count lines with at least *least* marks each; a drawn rule may stand
    between them."""
    rows = 0
    for here in range(number, len(run)):
        line = run[here]
        found = text.count(mark, line.start, line.end)
        ruled = rows and _RULE.fullmatch(text, line.start, min(line.end, line.start + 300))
        if found < least and not ruled:
            break
        rows += 1
    return rows


def _starts(text: str, line: Line) -> list[int]:
    if line.end - line.start > _LONGEST_ROW:
        return []
    return [
        match.end() - line.start + line.indent
        for match in _GAP.finditer(text, line.start, line.end)
    ]


def _column_rows(text: str, run: Sequence[Line], number: int) -> int:
    """Count lines whose second column begins at the same place."""
    first = _starts(text, run[number])
    if not first:
        return 0
    rows = 1
    for here in range(number + 1, len(run)):
        line = run[here]
        starts = _starts(text, line)
        ruled = _RULE.fullmatch(text, line.start, min(line.end, line.start + 300))
        if not ruled and not any(abs(a - b) <= 2 for a in first[:6] for b in starts[:6]):
            break
        rows += 1
    return rows
