"""Cells of a table in plain text, each with its place (RFC 4180 and what
spreadsheet programs make of it).

Python's own csv module reads the same cells (a test holds the two together),
but it cannot tell line and column of one, which every complaint needs.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regesta.seeds.yaml_faults import Lines
from regesta.whitespace import strip

DELIMITERS = ",;\t"
MAX_LINES = 100_000
MAX_CELLS = 1_000
"""What no table has that a person keeps: lines in all, cells in a row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text without white space at its ends, and where it begins."""

    text: str
    line: int
    column: int


class Unreadable(Exception):
    """The table cannot be read: a code of the catalogue, a message, a place."""

    def __init__(self, code: str, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.column = code, message, line, column


def decoded(data: bytes) -> str:
    """Return the text of a table: UTF-8, or UTF-16 with its mark.

    Raises :class:`Unreadable` for anything else."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("table-encoding", "this is not UTF-8", line) from None


def rows(text: str, known: Callable[[str], bool]) -> list[list[Cell]]:
    """Return the rows of *text* that have a cell with content.

    What parts the cells is the character of comma, semicolon and tab with
    which most cells of the first row are *known* names of columns; a first
    line ``sep=;`` says it.  Raises :class:`Unreadable` where quotation marks
    are not closed."""
    lines = text.count("\n")
    if lines > MAX_LINES:
        message = f"{lines:,} lines; {MAX_LINES:,} are allowed"
        raise Unreadable("file-too-large", message)
    start = 0
    told = re.match(r'"?sep=(.)"?(\r\n|\r|\n)', text)
    if told:
        delimiter, start = told[1], told.end()
    else:
        delimiter = max(DELIMITERS, key=lambda one: _names(text, one, known))
    found = _rows(text, start, delimiter)
    return [row for row in found if any(cell.text for cell in row)]


def _names(text: str, delimiter: str, known: Callable[[str], bool]) -> int:
    first = re.match("[\r\n]*([^\r\n]{0,20000})", text)
    line = first[1] if first else ""
    return sum(known(name.strip('" ')) for name in line.split(delimiter))


def _rows(text: str, start: int, delimiter: str) -> Iterator[list[Cell]]:
    part = re.escape(delimiter)
    # Possessive, so that quotation marks without end cost one pass.
    field = re.compile(f'"((?:[^"]++|"")*+)"([^{part}\r\n]*+)|([^{part}\r\n]*+)')
    lines = Lines(text)
    row: list[Cell] = []
    while start < len(text):
        found = field.match(text, start)
        assert found is not None  # the last way through matches anything
        if found[1] is None and text[start] == '"':
            message = "quotation marks that are not closed"
            raise Unreadable("table-quote", message, *lines.at(start))
        words = found[3] if found[1] is None else found[1].replace('""', '"') + found[2]
        row.append(Cell(strip(words), *lines.at(start)))
        if len(row) > MAX_CELLS:
            message = f"more than {MAX_CELLS:,} cells in a row"
            raise Unreadable("table-shape", message, row[0].line, row[0].column)
        start = found.end()
        if text.startswith(delimiter, start):
            start += 1
            if start < len(text):
                continue
        elif text.startswith("\r\n", start):
            start += 2
        else:
            start += 1
        yield row
        row = []
