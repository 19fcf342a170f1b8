"""documents.csv and entities.csv: rows that say what a YAML file would say.

A row becomes the value that the YAML would hold, with the place of each cell,
and goes through the same checks.  What cannot be trusted (a row whose cells
have moved, a column nobody knows) is named and left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model import FOLDERS, Problem
from regesta.problems import printable, problem
from regesta.seeds.table_cells import Cell
from regesta.seeds.table_columns import DOCUMENTS, ENTITIES
from regesta.seeds.table_rows import Row, read_rows, stem_of

DOCUMENTS_PATH = "seeds/documents.csv"
ENTITIES_PATH = "seeds/entities.csv"
MAX_TABLE = 32_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table by what they describe.  Where *whole* is False
    nothing is known of what it may restrict."""

    rows: dict[str, Row]
    whole: bool = True


def documents(data: bytes, problems: list[Problem]) -> Table:
    """Return the rows of documents.csv by the text's path below ``documents/``
    without ending."""
    rows: list[Row] = []
    table = Table({}, whole=read_rows(data, DOCUMENTS_PATH, DOCUMENTS, problems, rows))
    for row in rows:
        cell = row.key.get("file")
        stem = stem_of(cell.text) if cell else ""
        if row.readable and cell and stem:
            _keep(table.rows, stem, row, cell, problems)
            continue
        if row.readable:
            problems.append(_no_file(row, cell))
        for meant in filter(None, (stem_of(text) for text in row.texts)):
            table.rows[meant] = Row(row.path, row.line, readable=False)
    return table


def entities(data: bytes, problems: list[Problem]) -> dict[str, Row]:
    """Return the rows of entities.csv by the path of the YAML file that would
    say the same."""
    found: dict[str, Row] = {}
    rows: list[Row] = []
    read_rows(data, ENTITIES_PATH, ENTITIES, problems, rows)
    for row in rows:
        kind, id = row.key.get("kind"), row.key.get("id")
        folder = next((f for k, f in FOLDERS.items() if kind and kind.text.lower() in (k, f)), "")
        if row.readable and folder and id:
            _keep(found, f"seeds/entities/{folder}/{id.text}.yml", row, id, problems)
        elif row.readable:
            problems.append(_no_kind(row, kind))
    return found


def _keep(found: dict[str, Row], key: str, row: Row, cell: Cell, problems: list[Problem]) -> None:
    first = found.setdefault(key, row)
    if first is not row:
        message = f"“{printable(cell.text)}” has a row already, in line {first.line}"
        problems.append(problem("table-twice", message, row.path, cell.line, cell.column))
        if row.path == DOCUMENTS_PATH:
            first.readable = False  # the second may restrict what the first shows


def _no_file(row: Row, cell: Cell | None) -> Problem:
    if cell:
        found = f"the column `file` holds “{printable(cell.text)[:60]}”, which is no text"
        return problem("table-row", found, row.path, cell.line, cell.column)
    message = "the column `file` is empty: the row says of no text what it is"
    return problem("table-row", message, row.path, row.line, 1)


def _no_kind(row: Row, kind: Cell | None) -> Problem:
    if kind:
        message = f"the column `kind` holds “{printable(kind.text)[:60]}”, or `id` is empty"
        return problem("table-row", message, row.path, kind.line, kind.column)
    return problem("table-row", "the column `kind` is empty", row.path, row.line, 1)
