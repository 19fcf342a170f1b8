"""Hostile words in every place are only text: read as a browser reads them.

The archive is built with the Content-Security-Policy switched off, so nothing
but the writing of the pages stands between these words and a reader.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.check_verbatim import check
from hostile import inspecting, naughty
from support.site_pages import pages

pytestmark = pytest.mark.site


def test_no_page_is_damaged_and_nothing_on_it_is_foreign(hostile: Path) -> None:
    found = inspecting.wrong(pages(hostile / "site"))
    assert not found, found[:20]


def test_every_file_beside_the_pages_can_be_read(hostile: Path) -> None:
    found = inspecting.broken(hostile / "site")
    assert not found, found[:20]
    assert list((hostile / "site").rglob("*.bib")) and list((hostile / "site").rglob("*.ris"))


def test_words_come_out_as_they_went_in(hostile: Path) -> None:
    """Text by the stand-alone checker; titles here, as a reader sees them."""
    assert check(hostile) == []
    site = pages(hostile / "site")
    for number, word in enumerate(naughty.words()):
        shown = "".join(next(site[f"documents/d-{number:02}.html"].tree.iter("h1")).itertext())
        plain = re.sub(r"U\+[0-9A-F]{4}", "", shown)
        wanted = " ".join(c for c in re.split(r"[\s\u0085]+", word) if c)
        wanted = "".join(c for c in wanted if c.isprintable() or c in " \u200b\u200d\u200f\ufeff")
        assert plain.strip() == f"[{wanted}]", word


def test_nothing_is_lost(hostile: Path) -> None:
    lines = (hostile / "site/data/annotations.jsonl").read_text("utf-8").splitlines()
    expected = 2 * len(naughty.words()) + len(naughty.FILE_NAMES)  # one described by a row
    accepted = json.loads((naughty.HOSTILE / "manifest.json").read_text("utf-8"))
    expected += sum(1 for entry in accepted if entry["expect"] == "accept")
    assert len(lines) == expected
