"""Pages stay light at scale: 5,000 documents that name one person, 20,000
people, thirty years; complete and linked without a script."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from regesta import engine
from regesta.archive.lookups import Lookups
from regesta.archive.permanence import Published
from regesta.model import FOLDERS, Collection
from regesta.pages import everything
from support import large_archive

pytestmark = pytest.mark.load

HEAVIEST = 150_000
"""Bytes of HTML of any page."""
SHOWN = re.compile(r'<mark data-document="([^"]+)" data-span="(\d+)-(\d+)">')
LINK = re.compile(r'\]\(([^()\s]*)\)|href="([^"]*)"')
PLACE = re.compile(r'\{: (?:\.\w+ )?#([\w-]+)[ }]|\bid="([\w-]+)"')


@pytest.fixture(scope="module")
def lookups() -> Lookups:
    return Lookups(large_archive.made(documents=5_500, people=20_000, events=3_000))


@pytest.fixture(scope="module")
def pages(lookups: Lookups) -> dict[str, str]:
    """Every page that grows with the archive; not the 25,000 others."""
    growing = {"entity star", "entity talks", "entity bureau"}
    made = [
        page
        for unit in everything.units(lookups, Published())
        if unit.name in growing or unit.name.startswith(("list ", "whole "))
        for page in unit.pages(lookups)
        if page[0] != "data.md"  # it leads to what no page is
    ]
    assert len(made) == len(dict(made)), "two pages at one address"
    return dict(made)


def of(pages: dict[str, str], stem: str) -> str:
    """Return the text of the page *stem* and of its further pages."""
    return "".join(t for p, t in pages.items() if p == f"{stem}.md" or p.startswith(f"{stem}/"))


def test_every_mention_stands_on_one_of_the_pages(lookups: Lookups, pages: dict[str, str]) -> None:
    for id, stem in (("star", "people/star"), ("talks", "events/talks")):
        shown = SHOWN.findall(of(pages, stem))
        pairs = lookups.mentions[id]
        wanted = [(d.id, str(m.span.start), str(m.span.end)) for d, m in pairs]
        assert len(wanted) == 5_000
        assert sorted(shown) == sorted(wanted)
    cells = re.findall(r'data-aspect="place" data-document="([^"]+)"', of(pages, "events/talks"))
    assert sorted(cells) == sorted(d.id for d, _m in lookups.mentions["talks"])
    assert of(pages, "people/star").count("look at the matter") == 5_000


def test_every_list_is_complete(lookups: Lookups, pages: dict[str, str]) -> None:
    listed = re.findall(r'data-document="([^"]+)"', of(pages, "documents/index"))
    assert listed == [d.id for d in lookups.in_time]
    people = re.findall(r"/([\w-]+)\.md\) <small>\d", of(pages, "people/index"))
    assert set(people) >= {e.id for e in lookups.entities("person")}
    dated = re.findall(r'data-(?:document|event)="([^"]+)" markdown', of(pages, "chronology"))
    assert len(dated) == len(lookups.archive.documents) + len(lookups.events)
    unheld = re.findall(
        r"<li[^>]*>Letter (\d+) ", of(pages, "gaps") + of(pages, "sources/not-held")
    )
    assert len(set(unheld)) == len(lookups.archive.relations)


def test_every_link_leads_somewhere(lookups: Lookups, pages: dict[str, str]) -> None:
    places = {
        path: {a or b for a, b in PLACE.findall(text)} | {"title"} for path, text in pages.items()
    }
    others = {f"documents/{d.id}.md" for d in lookups.archive.documents}
    others |= {f"{FOLDERS[e.kind]}/{e.id}.md" for e in lookups.archive.entities.values()}
    broken = []
    for path, text in pages.items():
        for address in {a or b for a, b in LINK.findall(text)}:
            target, _sep, anchor = address.partition("#")
            if target.startswith("http"):
                continue
            target = re.sub(r"\.html$", ".md", target.partition("?")[0])
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            whole = whole if target else path
            if whole in pages and anchor and anchor not in places[whole]:
                broken.append(f"{path}: {address}: no such place")
            elif whole not in pages and whole not in others and whole != "feed.xml":
                broken.append(f"{path}: {address}: no such page")
    assert broken == []


def test_every_page_is_light(tmp_path: Path, pages: dict[str, str]) -> None:
    heaviest = sorted(pages, key=lambda path: -len(pages[path].encode()))[:12]
    for path in {*heaviest, "people/star.md", "chronology/index.md", "people/index.md", "index.md"}:
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(pages[path], "utf-8")
    engine.run(tmp_path, tmp_path / "docs", tmp_path / "site", Collection("Large"), 0)
    made = {path: path.stat().st_size for path in (tmp_path / "site").rglob("*.html")}
    assert len(made) >= 13
    too_heavy = {path: size for path, size in made.items() if size > HEAVIEST}
    assert too_heavy == {}
