"""A dozen texts and nothing else become an archive that is already useful."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support import archives
from support.site_pages import pages, words

pytestmark = pytest.mark.site


def lines(root: Path) -> list[dict[str, Any]]:
    text = (root / "site" / "data" / "annotations.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def test_every_text_has_a_page_and_a_title(stranger: Path) -> None:
    found = lines(stranger)
    assert len(found) == len(list(archives.CORPUS.glob("*.txt")))
    assert all(line["title"] for line in found), "each begins with its title"


def test_names_are_proposed(stranger: Path) -> None:
    people = list((stranger / "site" / "people").glob("*.html"))
    places = list((stranger / "site" / "places").glob("*.html"))
    assert len(people) > 3
    assert len(places) > 3


def test_every_proposal_is_marked_as_one(stranger: Path) -> None:
    for line in lines(stranger):
        assert {a["status"] for a in line["annotations"]} <= {"machine"}
        assert {a["origin"] for a in line["annotations"]} <= {"machine"}
    for name, page in pages(stranger / "site").items():
        folder, _, file = name.partition("/")
        if folder in ("people", "organisations", "places", "topics") and file != "index.html":
            main = next(e for e in page.tree.iter("main"))
            assert "achine proposal" in words(main), name
        if folder == "people" and file != "index.html":
            robots = [e for e in page.having("name", "content") if e.get("name") == "robots"]
            assert [e.get("content") for e in robots] == ["noindex"], name


def test_nobody_is_said_to_have_published_it(stranger: Path) -> None:
    assert {line["publisher"]["basis"] for line in lines(stranger)} == {"unknown"}


def test_what_was_put_in_is_left_alone(stranger: Path) -> None:
    documents = stranger / "seeds" / "documents"
    texts = {path.name: path.read_bytes() for path in archives.CORPUS.glob("*.txt")}
    assert {path.name: path.read_bytes() for path in documents.iterdir()} == texts
