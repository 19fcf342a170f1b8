"""Where in its file each value of a record stands.

Positions are needed for problems alone, which are few; so the file's text is
kept and its marks are made again when the first one is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from regesta.model import Problem, Written
from regesta.problems import problem
from regesta.seeds.strict_yaml import Mark, Way, parse

_KEY = re.compile(r"([a-z][a-z0-9_]*) *:(?:\s|$)")
_ITEM = re.compile("( *)- ")


class Positions:
    """The places of a record's keys and values in the file *path*.

    Ways lead through the record as it is used: where a list item was left out
    because something in it is wrong, those after it have moved up, and are
    found all the same.
    """

    __slots__ = ("_columns", "_kept_before", "_left_out", "_mark", "_text", "_written", "path")

    def __init__(
        self,
        path: str = "",
        text: str = "",
        left_out: Iterable[Way] = (),
        *,
        mark: Mark | None = None,
        columns: Mapping[Way, str] | None = None,
    ) -> None:
        """*mark* and *columns* (way to a column's name) are a table's row's,
        whose file is no YAML."""
        self.path = path
        self._text = text
        self._left_out = frozenset(left_out)
        self._kept_before: dict[str | int, list[int]] = {}
        self._mark: Mark | None = mark
        self._columns: Mapping[Way, str] = columns or {}
        self._written: Written | None = None

    def without(self, left_out: Iterable[Way]) -> Positions:
        """Return the positions of the record without these items, whose ways
        are those of the file (not of the record)."""
        left_out = self._left_out.union(left_out)
        mark = self._mark if self._columns else None
        return Positions(self.path, self._text, left_out, mark=mark, columns=self._columns)

    def identity(self) -> str:
        """Return what tells these places from those in any other state of the
        file."""
        row = (sorted(self._columns.items(), key=repr), self._mark) if self._columns else ()
        return repr((self.path, self._text, sorted(self._left_out, key=repr), row))

    def in_file(self, way: Way) -> Way:
        """Turn a way through the record into the way through the file."""
        if len(way) < 2 or not isinstance(way[1], int):
            return way
        before = self._gone(way[0])
        return (way[0], way[1] + bisect_right(before, way[1]), *way[2:])

    def _gone(self, key: str | int) -> list[int]:
        """Return, for each item of the list *key* that was left out, how many
        that were kept stand before it."""
        if key not in self._kept_before:
            units = (unit for unit in self._left_out if len(unit) == 2 and unit[0] == key)
            gone = sorted(unit[1] for unit in units if isinstance(unit[1], int))
            self._kept_before[key] = [at - number for number, at in enumerate(gone)]
        return self._kept_before[key]

    def at(self, *way: str | int) -> tuple[int, int]:
        """Return line and column (from 1) of a value: of its first character
        where it is a text, of its key or its item otherwise.  Falls back to
        the nearest key around it that there is; (1, 1) at worst."""
        return self.of_file(self.in_file(way))

    def of_file(self, way: Way, *, key: bool = False) -> tuple[int, int]:
        """As :meth:`at`, by the way through the file.  *key*: the place of the
        last key itself."""
        if self._mark is None:
            if not self._text:
                return (1, 1)
            self._mark = parse(self._text, self.path).marks
        mark = self._mark
        place = (mark.line, mark.column)
        for last, step in zip([*[False] * (len(way) - 1), True], way, strict=False):
            if isinstance(step, str) and step in mark.keys:
                line, column, mark = mark.keys[step]
                text = last and not key and not mark.keys and not mark.items
                place = (mark.line, mark.column) if text else (line, column)
            elif isinstance(step, int) and step < len(mark.items):
                mark = mark.items[step]
                place = (mark.line, mark.column)
            else:
                break
        return place

    def written(self) -> Written:
        """Return where the record stands, by a look at its lines alone: making
        marks takes longer, and all that hangs on it are links to an editor."""
        if self._written is None:
            begins = self._mark.line if self._mark and not self._text else 1
            self._written = Written(self.path, "", begins, *_lines(self._text))
        return self._written

    def line_of_item(self, key: str, index: int) -> int:
        """Return the line of an item of the list *key* of the record, that of
        the key where the list is written in one line."""
        written = self.written()
        at = self.in_file((key, index))[1]
        items = written.items.get(key, ())
        return items[at] if isinstance(at, int) and at < len(items) else written.at(key)

    def file_of(self, _way: Way) -> str:
        """Return the file in which the value at this way of the file stands."""
        return self.path

    def column(self, way: Way) -> str:
        """Return the table's column that says the value at this way of the
        file, "" where no table says it."""
        for length in range(len(way), 0, -1):
            if way[:length] in self._columns:
                return self._columns[way[:length]]
        named = (name for key, name in self._columns.items() if key[: len(way)] == way)
        return next(named, str(way[0]) if self._columns and way else "")

    def problem(
        self, code: str, message: str, *way: str | int, remedy: str | None = None
    ) -> Problem:
        """Make a problem about the value at *way* of the record."""
        in_file = self.in_file(way)
        line, column = self.of_file(in_file)
        return problem(code, message, self.file_of(in_file), line, column, remedy=remedy)


def _lines(text: str) -> tuple[dict[str, int], dict[str, list[int]], dict[str, int]]:
    """Return the lines of the keys at the top of a record, those of the items of
    their lists, and how far these are moved in."""
    keys: dict[str, int] = {}
    items: dict[str, list[int]] = {}
    indents: dict[str, int] = {}
    key = ""
    for number, row in enumerate(text.split("\n") if text else (), 1):
        if found := _KEY.match(row):
            key = found[1]
            keys.setdefault(key, number)
        elif (item := _ITEM.match(row)) and indents.setdefault(key, len(item[1])) == len(item[1]):
            items.setdefault(key, []).append(number)
    return keys, items, indents


NOWHERE = Positions()
"""For a record that no file holds."""
