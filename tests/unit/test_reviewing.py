"""A review stands by the digest that its page showed, and lapses with it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from regesta import building, checking

TEXT = "To Ana\n\nAna Lind met Bo Berg in Bergen.\n"
DESCRIPTION = """title: {passage: To Ana, status: proposed}
language: en
annotations:
- passage: Bo Berg
  mention: bo-berg
  status: proposed
"""
FILES = {
    "seeds/documents/a.txt": TEXT,
    "seeds/documents/a.yml": DESCRIPTION,
    "seeds/entities/people/ana-lind.yml": "name: Ana Lind\nshort_forms: [Lind]\n",
    "seeds/entities.csv": "kind,id,name\nperson,bo-berg,Bo Berg\n",
}
PAGES = {"a.yml": "documents/a.md", "ana-lind.yml": "people/ana-lind.md"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def lines_of(root: Path, page: str) -> str:
    """Return the lines that *page* shows to whoever has checked it."""
    text = building.prepare(root).pages[page]
    found = re.search(r'<pre class="citation">\n(status.*?)</pre>', text, re.S)
    assert found
    shown = html.unescape(found[1])
    return shown.replace("your name", "Jo Miller").replace("YYYY-MM-DD", "2026-11-20") + "\n"


def statuses(root: Path) -> dict[str, str]:
    archive = building.prepare(root).lookups.archive
    return {d.id: d.status for d in archive.documents} | {
        e.id: e.status for e in archive.entities.values()
    }


def lapses(root: Path) -> list[str]:
    _number, problems = checking.check(root)
    assert [p for p in problems if p.severity == "error"] == []
    return [f"{p.path}:{p.line}" for p in problems if p.code == "review-lapsed"]


def review(root: Path, name: str) -> Path:
    (file,) = root.rglob(name)
    file.write_text(file.read_text("utf-8") + lines_of(root, PAGES[name]), "utf-8")
    return file


@pytest.mark.parametrize("name", list(PAGES))
def test_what_the_page_shows_makes_a_review(root: Path, name: str) -> None:
    review(root, name)
    assert lapses(root) == []
    assert statuses(root)[name.removesuffix(".yml")] == "reviewed"
    assert "Checked by Jo Miller, 20 November 2026" in building.prepare(root).pages[PAGES[name]]


HARMLESS: dict[str, Callable[[str], str]] = {
    "a comment": lambda text: f"# looked at\n{text}",
    "another order": lambda text: "language: en\n" + text.replace("language: en\n", ""),
    "marks of the review": lambda text: text.replace("status: proposed", "status: reviewed"),
}
HARMFUL: dict[str, Callable[[str], str]] = {
    "another value": lambda text: text.replace("language: en", "language: fr"),
    "another annotation": lambda text: text.replace("mention: bo-berg", "mention: ana-lind"),
    "one more key": lambda text: f"type: letter\n{text}",
}


@pytest.mark.parametrize("change", HARMLESS)
def test_what_says_nothing_else_lets_it_stand(root: Path, change: str) -> None:
    file = review(root, "a.yml")
    file.write_text(HARMLESS[change](file.read_text("utf-8")), "utf-8")
    assert (lapses(root), statuses(root)["a"]) == ([], "reviewed")


@pytest.mark.parametrize("change", [*HARMFUL, "the text"])
def test_a_change_makes_it_lapse(root: Path, change: str) -> None:
    file = review(root, "a.yml")
    text = file.read_text("utf-8").replace("status: proposed", "status: reviewed")
    file.write_text(HARMFUL.get(change, str)(text), "utf-8")
    if change == "the text":
        (root / "seeds/documents/a.txt").write_text(TEXT.replace("met", "saw"), "utf-8")
    assert [place.partition(":")[0] for place in lapses(root)] == ["seeds/documents/a.yml"]
    prepared = building.prepare(root)
    (document,) = prepared.lookups.archive.documents
    assert document.status == document.title.status == "proposed"
    assert "reviewed" not in {m.status for m in document.mentions}
    said = "Checked by Jo Miller, 20 November 2026, before it was changed"
    assert said in prepared.pages["documents/a.md"]
    page = prepared.pages["review.md"]
    assert "documents/a.md" in page.partition("{: #lapsed }")[2].partition("##")[0]


def test_a_row_of_a_table_is_reviewed_alike(root: Path) -> None:
    digest = lines_of(root, "people/bo-berg.md").rpartition("sha256: ")[2].strip(" }\n")
    table = root / "seeds" / "entities.csv"
    head = "kind,id,name,status,review_by,review_on,review_sha256\n"
    row = f"person,bo-berg,Bo Berg,reviewed,Jo,2026-11-20,{digest}\n"
    table.write_text(head + row, "utf-8")
    assert (lapses(root), statuses(root)["bo-berg"]) == ([], "reviewed")
    table.write_text(head + row.replace("Bo Berg", "Bo Bergh"), "utf-8")
    assert lapses(root) == ["seeds/entities.csv:2"]


def test_a_review_of_nothing_in_particular_is_none(root: Path) -> None:
    file = root / "seeds/entities/people/ana-lind.yml"
    file.write_text("name: Ana Lind\nstatus: reviewed\nreview: {by: Jo, on: '2026-11-20'}\n")
    assert [p.code for p in checking.check(root)[1]] == ["review-missing"]
