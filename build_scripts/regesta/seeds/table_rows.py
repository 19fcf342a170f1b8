"""Rows of a table: cells under their columns, turned into what a YAML file
would say, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from regesta.model import FOLDERS, Problem
from regesta.problems import printable, problem
from regesta.seeds import table_cells
from regesta.seeds.positions import Positions
from regesta.seeds.records import CRITICAL
from regesta.seeds.strict_yaml import Mark, Value, Way
from regesta.seeds.table_cells import Cell
from regesta.seeds.table_columns import Column
from regesta.whitespace import strip

_FLAGS = {"TRUE": "true", "FALSE": "false", "True": "true", "False": "false"}


@dataclass(slots=True)
class Row:
    """A row of a table: its line, the cells that say which record it is, and
    what it says of the record, with places.

    *refused* are the keys that an unknown column seems to mean; a row that is
    not *readable* may have said anything, a restriction too."""

    path: str
    line: int
    key: dict[str, Cell] = field(default_factory=dict)
    value: dict[str, Value] = field(default_factory=dict)
    mark: Mark = field(default_factory=lambda: Mark(1, 1))
    columns: dict[Way, str] = field(default_factory=dict)
    refused: tuple[Way, ...] = ()
    readable: bool = True
    texts: tuple[str, ...] = ()

    @property
    def where(self) -> Positions:
        """The places of the row's cells."""
        return Positions(self.path, mark=self.mark, columns=self.columns)


def stem_of(file: str) -> str:
    """Return a text's path below ``documents/`` without ending, "" where
    *file* is none."""
    path = file.replace("\\", "/").removeprefix("seeds/documents/")
    if not path.lower().endswith(".txt") or {"", ".", ".."} & set(path.split("/")):
        return ""
    return path[:-4]


def read_rows(
    data: bytes, path: str, columns: Sequence[Column], problems: list[Problem], out: list[Row]
) -> bool:
    """Add the rows of a table to *out*; False where what it says is lost."""
    by_name = {column.name: column for column in columns}
    try:
        rows = table_cells.rows(table_cells.decoded(data), lambda n: _name(n) in by_name)
    except table_cells.Unreadable as trouble:
        problems.append(problem(trouble.code, trouble.message, path, trouble.line, trouble.column))
        plain = data.replace(b"\0", b"").lower()
        return not any(key.encode("ascii") in plain for key in CRITICAL)
    if rows:
        head = _Head(rows[0], by_name, path)
        problems += head.problems
        out += [head.row(cells, problems) for cells in rows[1:]]
    return True


def _name(cell: str) -> str:
    """Return a column's name as it is known: lower case, ``_`` between words."""
    return re.sub(r"[\s_-]+", "_", cell.strip().lower())


class _Head:
    """The first row, which names the columns."""

    def __init__(self, cells: list[Cell], known: dict[str, Column], path: str) -> None:
        self._path = path
        self._known = known
        self.problems: list[Problem] = []
        self._columns: list[Column | None] = []
        self._meant: dict[int, Way] = {}
        self._unnamed = {at for at, cell in enumerate(cells) if not cell.text}
        seen: set[str] = set()
        for at, cell in enumerate(cells):
            column = known.get(_name(cell.text))
            if column and column.name in seen:
                self._meant[at] = column.way[:1]
                message = f"the column `{column.name}` stands here twice"
                self._complain("table-column", message, cell)
                column = None
            elif cell.text and not column:
                self._unknown(at, cell)
            self._columns.append(column)
            seen.add(column.name if column else "")

    def _complain(self, code: str, message: str, cell: Cell, remedy: str | None = None) -> None:
        place = (self._path, cell.line, cell.column)
        self.problems.append(problem(code, message, *place, remedy=remedy))

    def _unknown(self, at: int, cell: Cell) -> None:
        near = process.extractOne(
            _name(cell.text), list(self._known), scorer=fuzz.ratio, score_cutoff=70
        )
        remedy = f"allowed: {', '.join(self._known)}"
        if near:
            remedy = f"did you mean `{near[0]}`?\n{remedy}"
            self._meant[at] = self._known[near[0]].way[:1]
        message = f"there is no column `{printable(cell.text)[:80]}`"
        self._complain("table-column", message, cell, remedy)

    def row(self, cells: list[Cell], problems: list[Problem]) -> Row:
        """Return what *cells* say; not readable where they do not fit."""
        row = Row(self._path, cells[0].line, mark=Mark(cells[0].line, 1))
        row.texts = tuple(cell.text for cell in cells)
        over = self._over(cells)
        if over:
            message = f"“{printable(over.text)[:60]}” stands in a column without a name"
            problems.append(problem("table-shape", message, self._path, over.line, over.column))
            row.readable = False
            return row
        for column, cell in zip(self._columns, cells, strict=False):
            if column and cell.text:
                _take(row, column, cell)
        moved = self._moved(row)
        if moved:
            problems.append(moved)
            row.readable = False
        row.refused = tuple(
            way for at, way in self._meant.items() if at < len(cells) and cells[at].text and way
        )
        _complete(row)
        return row

    def _over(self, cells: list[Cell]) -> Cell | None:
        """Return the first cell with content where no column is named."""
        strange = [*(cells[at] for at in sorted(self._unnamed) if at < len(cells))]
        return next((c for c in [*strange, *cells[len(self._columns) :]] if c.text), None)

    def _moved(self, row: Row) -> Problem | None:
        """Look for what belongs into the first column in another's cell."""
        key = "file" if "file" in self._known else "kind"
        first = row.key.get(key)
        if first and _belongs(key, first.text):
            return None
        for name, cell in _leaves(row):
            if _belongs(key, cell.text) and name not in _FREE:
                message = f"the column `{name}` holds “{printable(cell.text)[:60]}”"
                remedy = f"the cells of this row seem to have moved: that belongs under `{key}`"
                place = (self._path, cell.line, cell.column)
                return problem("table-shape", message, *place, remedy=remedy)
        return None


def _belongs(key: str, text: str) -> bool:
    """Tell whether *text* is what the column *key* (file, kind) holds."""
    if key == "file":
        return bool(stem_of(text))
    return text.lower() in {*FOLDERS, *FOLDERS.values()}


_FREE = frozenset({"note", "about", "supplied_title", "title", "received_from"})


def _leaves(row: Row) -> list[tuple[str, Cell]]:
    cells = [(name, cell) for name, cell in row.key.items()]
    for way, name in row.columns.items():
        node: Any = row.value
        mark = row.mark
        for step in way:
            node = node[step]
            mark = mark.keys[step][2] if isinstance(step, str) else mark.items[step]
        if isinstance(node, str):
            cells.append((name, Cell(node, mark.line, mark.column)))
    return cells


def _take(row: Row, column: Column, cell: Cell) -> None:
    if not column.way:
        row.key[column.name] = cell
        return
    value: Value = _FLAGS.get(cell.text, cell.text)
    mark = Mark(cell.line, cell.column)
    if column.many:
        values = _several(cell.text)
        value = [{column.each: one} if column.each else one for one in values]
        mark = Mark(cell.line, cell.column, [Mark(cell.line, cell.column) for _ in values])
    row.columns[column.way] = column.name
    _put(row.value, row.mark, column.way, value, mark)


def _several(text: str) -> list[str]:
    """Part a cell's values: at line breaks where it has any, otherwise at ``;``."""
    parts = re.split("[\r\n]+" if re.search("[\r\n]", text) else ";", text)
    return [part for part in map(strip, parts) if part]


def _put(value: Any, mark: Mark, way: Way, leaf: Value, leaf_mark: Mark) -> None:
    """Set *leaf* in the nested *value*, and its place in *mark*."""
    for step, after in zip(way, [*way[1:], None], strict=True):
        new: Any = leaf if after is None else [] if isinstance(after, int) else {}
        fresh = leaf_mark if after is None else Mark(leaf_mark.line, leaf_mark.column)
        if isinstance(step, int):
            if step == len(value):
                value.append(new)
                mark.items.append(fresh)
            value, mark = value[step], mark.items[step]
        else:
            value.setdefault(step, new)
            mark.keys.setdefault(step, (leaf_mark.line, leaf_mark.column, fresh))
            value, mark = value[step], mark.keys[step][2]


def _complete(row: Row) -> None:
    """Say the basis of a date or publisher that its evidence makes plain."""
    for key in ("date", "written", "publisher"):
        part: Any = row.value.get(key)
        if not isinstance(part, dict) or "basis" in part:
            continue
        if "edtf" not in part and "id" not in part:
            continue
        evidence = part.get("evidence", [{}])[0]
        if "passage" in evidence or "exact" in evidence:
            part["basis"] = "stated"
        elif "reason" in evidence:
            part["basis"] = "supplied" if key == "publisher" else "inferred"
