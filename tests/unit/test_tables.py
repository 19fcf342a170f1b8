"""Tables as an equal way in: tests/data/tables/*.yaml, and what spreadsheet
programs make of a table.

Each file holds an archive's files, then what comes out.  To write the second
part anew: REGESTA_UPDATE=1 pytest tests/unit/test_tables.py"""

from __future__ import annotations

import csv
import io
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta.problems import format_text
from regesta.seeds.entity_records import EventRecord
from regesta.seeds.reading import read
from regesta.seeds.records import DescriptionRecord
from regesta.seeds.strict_yaml import Way
from regesta.seeds.table_cells import Unreadable, rows
from regesta.seeds.table_columns import DOCUMENTS, ENTITIES, Column
from regesta.seeds.validation import _model_at

CASES = sorted((Path(__file__).parents[1] / "data" / "tables").glob("*.yaml"))
CUT = "--- # what comes out\n"


def place(root: Path, case: dict[str, dict[str, str]]) -> None:
    for path, text in case.get("files", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8"))
    for path, digits in case.get("bytes", {}).items():
        (root / path).write_bytes(bytes.fromhex(digits))


def told(root: Path) -> str:
    seeds, problems = read(root)
    lines = []
    for held in seeds.documents:
        lines.append(f"document {held.id}, described in {held.description_path or 'no file'}")
        lines += said(held.description)
    for record in seeds.entities:
        lines += [f"{record.kind} {record.id}, described in {record.path}", *said(record)]
    return "\n".join([*lines, *map(format_text, problems), ""])


def said(record: Any) -> list[str]:
    if record is None:
        return []
    values = record.model_dump(exclude_defaults=True, by_alias=True, mode="json")
    return [f"  {key}: {value}" for key, value in values.items()]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_tables(path: Path, tmp_path: Path) -> None:
    written, _, expected = path.read_text("utf-8").partition(CUT)
    place(tmp_path, yaml.safe_load(written))
    found = told(tmp_path)
    if os.environ.get("REGESTA_UPDATE"):
        path.write_text(written + CUT + found, "utf-8")
    else:
        assert found == expected


# ---- what spreadsheet programs make of a table

PLAIN = (
    "file,title,type,language\n"
    'one.txt,"One, with a comma\nand a break",letter,en\n'
    "two.txt,Two,,fr\n"
)
DISGUISES = {
    "byte-order mark": lambda t: b"\xef\xbb\xbf" + t.encode(),
    "CRLF": lambda t: t.replace("\n", "\r\n").encode(),
    "CR": lambda t: t.replace("\n", "\r").encode(),
    "no last line break": lambda t: t.rstrip("\n").encode(),
    "UTF-16": lambda t: t.encode("utf-16"),
    "trailing columns": lambda t: re.sub("(?m)(language|en|fr)$", r"\1,,,", t).encode(),
    "empty rows": lambda t: (t.replace("\ntwo", "\n,,,\n\n  ,\ntwo") + "\n,,,\n\n").encode(),
    "semicolons": lambda t: re.sub(",(?! with)", ";", t).encode(),
    "tabs": lambda t: re.sub(",(?! with)", "\t", t).encode(),
    "sep": lambda t: ("sep=|\n" + re.sub(",(?! with)", "|", t)).encode(),
    "capitals and spaces": lambda t: t.replace("file,title", " FILE , Title").encode(),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_table_in_disguise_says_the_same(disguise: str, tmp_path: Path) -> None:
    found = []
    for name, data in (("plain", PLAIN.encode()), ("odd", DISGUISES[disguise](PLAIN))):
        documents = tmp_path / name / "seeds" / "documents"
        documents.mkdir(parents=True)
        for text in ("one", "two"):
            (documents / f"{text}.txt").write_text(f"{text}, with a comma and a break", "utf-8")
        (documents.parent / "documents.csv").write_bytes(data)
        found.append(told(tmp_path / name))
    assert found[0] == found[1]
    assert "One, with a comma and a break" in found[0]


@given(st.lists(st.lists(st.text(st.sampled_from('a ";,\n\ré')), min_size=1, max_size=4)))
def test_cells_are_those_of_the_csv_module(table: list[list[str]]) -> None:
    table = [["file", "x", "y", "z"], *table]
    written = io.StringIO(newline="")
    csv.writer(written).writerows(table)
    cells = rows(written.getvalue(), lambda name: name == "file" or len(name) == 1)
    expected = [[one.strip() for one in row] for row in table]
    assert [[c.text for c in row] for row in cells] == [row for row in expected if any(row)]


@given(st.text(st.sampled_from('a",;\n\r\t')))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        for row in rows(text, lambda _name: True):
            for cell in row:
                assert cell.line >= 1
                assert cell.column >= 1
    except Unreadable as trouble:
        assert trouble.code == "table-quote"


def test_a_megabyte_of_quotation_marks_is_quick() -> None:
    with pytest.raises(Unreadable):
        rows("file\n" + '"' * 1_000_001, lambda name: name == "file")
    wide = ",".join(['""'] * 1_000)
    rows("file\n" + "\n".join([wide] * 300), lambda name: name == "file")


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("file\n" + "a\n" * 900_000, "file-too-large"),
        ("," * 3_000_000, "table-shape"),
        ("file\n" + "," * 3_000_000, "table-shape"),
        ("file\n" + ",".join(['""'] * 300_000), "table-shape"),
    ],
)
def test_what_no_person_keeps_is_refused_at_once(table: str, code: str) -> None:
    before = time.process_time()
    with pytest.raises(Unreadable) as refused:
        rows(table, lambda name: name == "file")
    assert refused.value.code == code
    assert time.process_time() - before < 1


def test_every_column_is_a_key_of_the_record() -> None:
    for columns, model in ((DOCUMENTS, DescriptionRecord), (ENTITIES, EventRecord)):
        for column in columns:
            assert column.way == () or _is_key(model, column), column.name
        assert len({c.name for c in columns}) == len(columns)


def _is_key(model: Any, column: Column) -> bool:
    above: Way = column.way[:-1]
    return column.way[-1] in _model_at(model, above).written_keys()


# ---- the guide

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "tables.md"


def columns_in_words(columns: tuple[Column, ...]) -> str:
    """Return the guide's table of columns, made from the columns themselves."""
    lines = ["| column | what its cells say |", "|---|---|"]
    for column in columns:
        several = "; several values" if column.many else ""
        lines.append(f"| `{column.name}` | {column.means}{several} |")
    return "\n".join(lines) + "\n"


def test_the_guide_names_every_column() -> None:
    page = GUIDE.read_text("utf-8")
    made = page
    for name, columns in (("documents.csv", DOCUMENTS), ("entities.csv", ENTITIES)):
        head = f"## Columns of {name}\n\n"
        before, _, rest = made.partition(head)
        _old, gap, after = rest.partition("\n## ")
        made = before + head + columns_in_words(columns) + gap + after
    if os.environ.get("REGESTA_UPDATE"):
        GUIDE.write_text(made, "utf-8")
    else:
        assert made == page
