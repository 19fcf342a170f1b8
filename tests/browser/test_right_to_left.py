"""An archive whose interface runs from right to left, with texts of both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from checker.check_verbatim import check
from support import archives

pytestmark = [pytest.mark.browser, pytest.mark.site]
ENGLISH = (
    "A letter from the library\n\n"
    "Ada Brook opened the library in Port Lewin on 4 May 1921.\n\n"
    "She left on the Sunday before for the coast of the bay, as everybody there had told her to.\n"
)
ARABIC = "رسالة من المكتبة\n\nافتتحت آدا بروك المكتبة في الرابع من مايو.\n"
CATALOGUE = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    'msgid "Documents"\nmsgstr "الوثائق"\n\nmsgid "Search"\nmsgstr "بحث"\n'
)
PAGES = ("index", "documents/letter", "documents/risala", "chronology/index", "search", "about")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rtl")
    (root / "seeds/documents").mkdir(parents=True)
    (root / "seeds/interface").mkdir()
    (root / "seeds/documents/letter.txt").write_text(ENGLISH, "utf-8")
    (root / "seeds/documents/risala.txt").write_text(ARABIC, "utf-8")
    (root / "seeds/archive.yml").write_text("title: رسائل\nlanguage: ar\n", "utf-8")
    (root / "seeds/interface/ar.po").write_text(CATALOGUE, "utf-8")
    (root / "docs").mkdir()
    (root / "docs/about.md").write_text("# حول\n\n- واحد\n- اثنان\n", "utf-8")
    return archives.built(root)


@pytest.fixture(params=[360, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


def test_nothing_stands_beside_the_page(root: Path, page: Page) -> None:
    assert check(root) == []
    for name in PAGES:
        page.goto((root / f"site/{name}.html").as_uri())
        assert page.evaluate("document.documentElement.dir") == "rtl"
        wide, held = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide == held, name


def test_each_text_runs_its_own_way(root: Path, page: Page) -> None:
    ways = {"letter": "ltr", "risala": "rtl"}
    for name, way in ways.items():
        page.goto((root / f"site/documents/{name}.html").as_uri())
        paragraph = page.locator(".text > p").last
        assert paragraph.evaluate("p => getComputedStyle(p).direction") == way
        number, words = paragraph.locator(".n").bounding_box(), paragraph.bounding_box()
        assert number
        assert words
        if page.viewport_size and page.viewport_size["width"] > 1000:
            assert number["x"] > words["x"] + words["width"], "in the gutter, which is on the right"
            note = page.locator(".text > .note").first
            if note.count():
                box = note.bounding_box()
                assert box
                assert box["x"] + box["width"] < words["x"], "in the margin, which is on the left"
