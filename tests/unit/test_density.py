"""A text that holds more of something than a page can use is annotated as far
as that many go, and says so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

import pytest

from regesta.annotate import density
from regesta.archive.assemble import assemble
from regesta.archive.lookups import Lookups
from regesta.archive.permanence import Published
from regesta.exports import annotation_lines
from regesta.model import Archive, Bound, Document, Problem
from regesta.pages import everything
from regesta.seeds.reading import read

PARAGRAPH = 'Ann Roe wrote on {n} March 1998: "It rained on day {n}."'
TEXT = "A diary\n\n" + "\n\n".join(PARAGRAPH.format(n=n) for n in range(1, 9)) + "\n"
DESCRIPTION = """
annotations:
  - {passage: 7 March 1998, date: "1998-03-07"}
  - {passage: {exact: Ann Roe, prefix: "day 6.\\"\\n\\n"}, mention: ann-roe}
"""


@pytest.fixture(autouse=True)
def _three_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(density, "AT_LEAST", 3)
    monkeypatch.setattr(density, "EVERY", MappingProxyType(dict.fromkeys(density.EVERY, 10_000)))


def archive(root: Path, text: str = TEXT, description: str = "") -> tuple[Archive, list[Problem]]:
    for name, written in {
        "archive.yml": "title: Diaries\n",
        "documents/diary.txt": text,
        "documents/diary.yml": description,
        "entities/people/ann-roe.yml": "name: Ann Roe\n",
    }.items():
        if written:
            path = root / "seeds" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written, "utf-8")
    seeds, problems = read(root)
    assert not problems
    return assemble(seeds)


def words(document: Document, annotations: Iterable[object]) -> list[str]:
    return [one.span.of(document.text) for one in annotations]  # type: ignore[attr-defined]


def test_no_more_than_that_many_of_a_kind(tmp_path: Path) -> None:
    [document] = archive(tmp_path)[0].documents
    assert words(document, document.mentions) == ["Ann Roe"] * 3
    assert words(document, document.dates) == [f"{n} March 1998" for n in (1, 2, 3)]
    assert words(document, document.quotations) == [f'"It rained on day {n}."' for n in (1, 2, 3)]
    fourth = TEXT.index("Ann Roe wrote on 4")
    assert document.bounds == (
        Bound("mention", fourth, 3),
        Bound("date", TEXT.index("4 March"), 3),
        Bound("quotation", TEXT.index('"It rained on day 4'), 3),
    )


def test_just_that_many_are_no_bound(tmp_path: Path) -> None:
    [document] = archive(tmp_path, TEXT[: TEXT.index("Ann Roe wrote on 4")])[0].documents
    assert len(document.dates) == len(document.mentions) == len(document.quotations) == 3
    assert document.bounds == ()


def test_what_a_person_marks_further_on_counts(tmp_path: Path) -> None:
    found, problems = archive(tmp_path, description=DESCRIPTION)
    [document] = found.documents
    assert words(document, document.dates)[3:] == ["7 March 1998"]
    assert [m.origin for m in document.mentions] == [*["machine"] * 3, "curated"]
    assert {p.severity for p in problems} == {"notice"}


def test_a_notice_names_the_place(tmp_path: Path) -> None:
    _archive, problems = archive(tmp_path)
    places = [(p.code, p.line, p.column, p.message.partition(" in one text")[0]) for p in problems]
    assert places == [
        ("annotations-many", 9, 1, "more than 3 names"),
        ("annotations-many", 9, 18, "more than 3 dates"),
        ("annotations-many", 9, 32, "more than 3 quotations"),
    ]


def test_page_and_data_say_so(tmp_path: Path) -> None:
    found, _problems = archive(tmp_path)
    page = everything.render(Lookups(found), Published())["documents/diary.md"]
    for said in ("Names in this text are linked", "Dates in this text are worked out",
                 "Quotations in this text are listed"):  # fmt: skip
        assert f"{said} as far as [¶4](#p-" in page
    line = json.loads(b"".join(annotation_lines.lines(found)))
    assert [bound["kind"] for bound in line["bounds"]] == [
        "mention", "date", "quotation",
    ]  # fmt: skip


def test_a_text_that_holds_fewer_says_nothing(tmp_path: Path) -> None:
    found, _problems = archive(tmp_path, TEXT[: TEXT.index("Ann Roe wrote on 2")])
    page = everything.render(Lookups(found), Published())["documents/diary.md"]
    assert "as far as" not in page
    assert "bounds" not in json.loads(b"".join(annotation_lines.lines(found)))


def test_groups_behind_the_last_are_not_asked_for() -> None:
    def groups() -> Iterable[Iterable[int]]:
        yield from ([1, 2], [], [3, 4])
        pytest.fail("asked for")

    assert density.first(groups(), 3) == ([[1, 2], [], [3]], 4)
    assert density.first([[1, 2], []], 2) == ([[1, 2], []], None)
