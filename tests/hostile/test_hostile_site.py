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
from hostile import naughty
from support.site_pages import pages

pytestmark = pytest.mark.site

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    "html head title meta link script body header footer main nav form label input button select "
    "option output noscript h1 h2 h3 h4 p div span a ul ol li dl dt dd details summary small br "
    "strong em mark time aside sup pre code table thead tbody tr th td fieldset legend "
    "blockquote".split()
) | {SVG + name for name in "svg g circle path line text a title rect".split()}
ATTRIBUTES = frozenset(
    "action autocomplete charset checked class colspan content datetime defer dir download for "
    "hidden href id lang media method name placeholder rel role scope spellcheck src tabindex "
    "title type value open http-equiv".split()
) | frozenset("cx cy d fill height r stroke stroke-width viewBox width x x1 x2 y y1 y2".split())
EXTERNAL = re.compile(
    r"https://example\.org/|http://rightsstatements\.org/vocab/|http://purl\.org/dc/terms/"
)


def test_no_element_or_attribute_is_foreign(hostile: Path) -> None:
    found = []
    for name, page in pages(hostile / "site").items():
        for element in page.tree.iter():
            if not isinstance(element.tag, str):
                found.append(f"{name}: a comment")
                continue
            if element.tag not in ELEMENTS:
                found.append(f"{name}: <{element.tag}>")
            for attribute in element.attrib:
                if not (attribute in ATTRIBUTES or re.match("(data|aria)-[a-z]", attribute)):
                    found.append(f"{name}: <{element.tag} {attribute}>")
    assert not found, found[:20]


def test_every_page_is_whole(hostile: Path) -> None:
    for name, page in pages(hostile / "site").items():
        for tag in ("title", "main", "h1", "header", "footer"):
            number = sum(1 for _ in page.tree.iter(tag))
            assert number == 1, f"{name}: {number} × {tag}"
        body = page.tree.find("body")
        assert body is not None
        assert [child.tag for child in body if child.tag != "script"] == [
            "a", "header", "main", "footer",
        ], name  # fmt: skip


def test_addresses_lead_nowhere_else(hostile: Path) -> None:
    for name, page in pages(hostile / "site").items():
        for element in page.tree.iter():
            for attribute in ("href", "src", "action"):
                address = element.attrib.get(attribute)
                if address is None or address == naughty.ADDRESS:
                    continue
                if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE):
                    assert element.tag in ("a", "link") and EXTERNAL.match(address), (
                        f"{name}: {address}"
                    )


def test_scripts_are_the_theme_s_own(hostile: Path) -> None:
    for name, page in pages(hostile / "site").items():
        for script in page.tree.iter("script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text or "")
            else:
                assert not script.text, name
                start = r"/x/assets/" if name == "404.html" else r"(\.\./)*assets/"
                assert re.match(start, script.get("src") or ""), name


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
    expected = len(naughty.words()) + len(naughty.FILE_NAMES)
    accepted = json.loads((naughty.HOSTILE / "manifest.json").read_text("utf-8"))
    expected += sum(1 for entry in accepted if entry["expect"] == "accept")
    assert len(lines) == expected
