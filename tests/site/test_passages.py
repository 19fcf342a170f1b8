"""Nothing stands on a page without the passage that it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.check_verbatim import decoded, folded
from support.site_pages import Page, of_class, pages, words

pytestmark = pytest.mark.site

FOLDERS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "topics": "topic",
    "events": "event",
}


def data(root: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of annotations.jsonl by document."""
    text = (root / "site" / "data" / "annotations.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in text.split("\n") if line]
    return {line["id"]: line for line in lines}


def entity_pages(root: Path) -> Iterator[tuple[str, Page]]:
    """Yield (entity id, page) for each entity's own page."""
    for name, page in pages(root / "site").items():
        folder, _, file = name.partition("/")
        if folder in FOLDERS and file not in ("", "index.html"):
            yield file.removesuffix(".html"), page


def test_the_words_of_each_cell_stand_in_its_passage(archive: Path, own: Path) -> None:
    found = pages(archive / "site")
    cells = 0
    wrong = []
    for name, page in found.items():
        for cell in page.having("data-aspect", "data-document", "data-voice"):
            if "data-silent" in cell.attrib:
                continue
            cells += 1
            quoted = list(of_class(cell, "s"))
            links = [e.get("href", "") for e in cell.iter("a") if "#p-" in e.get("href", "")]
            assert len(quoted) == len(links) > 0, f"{name}: {words(cell)}"
            for said, link in zip(quoted, links, strict=True):
                target, fragment = page.target(link)
                assert target == f"documents/{cell.get('data-document')}.html"
                passage = words(found[target].by_id[fragment])
                if words(said) not in passage:
                    wrong.append(f"{name}: “{words(said)}” is not in {target}#{fragment}")
    assert wrong == []
    assert cells > 20 or archive != own


def test_each_account_in_the_data_has_its_cell(archive: Path) -> None:
    found = dict(entity_pages(archive))
    for document, line in data(archive).items():
        for account in (a for a in line["annotations"] if a["kind"] == "account"):
            wanted = {
                "data-aspect": account["aspect"],
                "data-document": document,
                "data-voice": account["according_to"] or "own",
            }
            cells = found[account["event"]].having(*wanted)
            cell = [c for c in cells if all(c.get(k) == v for k, v in wanted.items())]
            assert len(cell) == 1, (account["event"], wanted)
            assert "data-silent" not in cell[0].attrib


def test_each_mention_stands_where_its_page_says(archive: Path) -> None:
    lines = data(archive)
    texts = {id: decoded(archive / line["document"]) or "" for id, line in lines.items()}
    shown = 0
    for entity, page in entity_pages(archive):
        for entry in page.having("data-document", "data-span"):
            document = entry.get("data-document", "")
            start, end = map(int, entry.get("data-span", "").split("-"))
            said = folded(texts[document][start:end])
            marks = [words(mark) for mark in entry.iter("mark")]
            assert said in marks, (
                f"{page.name}: {start}-{end} of {document} is “{said}”, not {marks}"
            )
            meant = [
                a["entity"] if isinstance(a["entity"], list) else [a["entity"]]
                for a in lines[document]["annotations"]
                if a["kind"] == "mention" and (a["start"], a["end"]) == (start, end)
            ]
            assert any(entity in ids for ids in meant), f"{page.name}: {start}-{end} of {document}"
            shown += 1
    assert shown > 20


def test_each_mention_in_the_data_is_on_its_page(archive: Path) -> None:
    shown = {
        (entity, entry.get("data-document"), entry.get("data-span"))
        for entity, page in entity_pages(archive)
        for entry in page.having("data-document", "data-span")
    }
    missing = [
        (a["entity"], id, f"{a['start']}-{a['end']}")
        for id, line in data(archive).items()
        for a in line["annotations"]
        if a["kind"] == "mention" and isinstance(a["entity"], str)
    ]
    assert [one for one in missing if one not in shown] == []


def test_a_quoted_passage_stands_in_the_text(archive: Path) -> None:
    """Whatever is set as a source's words on an entity's page is in a source."""
    texts = [folded(decoded(archive / line["document"]) or "") for line in data(archive).values()]
    wrong = []
    for _entity, page in entity_pages(archive):
        for said in of_class(page.tree, "s"):
            for part in words(said).split("…"):
                if not any(part.strip() in text for text in texts):
                    wrong.append(f"{page.name}: “{part.strip()}”")
    assert wrong == []
