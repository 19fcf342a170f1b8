"""What seldom comes looks right too (support/bad_cases.py makes it)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import built
import pytest
from playwright.sync_api import Browser, Page, expect
from test_reading_gates import violations

from support import archives, bad_cases

pytestmark = [pytest.mark.browser, pytest.mark.site]
DOCUMENTS = ("long-title", "one-line", "arabic", "chinese", "unbroken", "long")


@pytest.fixture(scope="session")
def bad(shared: Path) -> Path:
    return archives.once(shared / "bad", lambda to: archives.built(bad_cases.write(to)))


@pytest.fixture(scope="session")
def lone(shared: Path) -> Path:
    """One text, nobody named, nothing told."""
    return archives.once(shared / "lone", lambda to: archives.built(bad_cases.one_document(to)))


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["bad", "lone"])
def test_no_page_scrolls_sideways(request: pytest.FixtureRequest, narrow: Page, name: str) -> None:
    site: Path = request.getfixturevalue(name) / "site"
    wide = []
    pages = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    for width in (360, 1280):
        narrow.set_viewport_size({"width": width, "height": 740})
        for path in pages:
            narrow.goto(path.as_uri())
            found = narrow.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide.append(f"{path.relative_to(site)} is {found} wide at {width}")
    assert wide == []


@pytest.mark.parametrize("name", ["bad", "lone"])
def test_accessible(request: pytest.FixtureRequest, narrow: Page, name: str) -> None:
    axe = built.TOOLS / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    site: Path = request.getfixturevalue(name) / "site"
    pages = [p for p in built.one_of_each(site) if p != "404.html"]
    if name == "bad":
        pages += [f"documents/{id}.html" for id in DOCUMENTS if id != "long"]
        pages += [f"people/{bad_cases.NOBODY}.html", f"people/{bad_cases.OFTEN}.html"]
    wrong = {}
    for page in pages:
        narrow.goto((site / page).as_uri())
        narrow.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        narrow.add_script_tag(path=str(axe))
        if found := violations(narrow):
            wrong[page] = found
    assert wrong == {}, json.dumps(wrong, indent=1)


def test_a_long_title_is_whole(bad: Path, narrow: Page) -> None:
    assert len(bad_cases.LONG_TITLE) >= 300
    narrow.goto((bad / "site/documents/long-title.html").as_uri())
    expect(narrow.locator("h1")).to_contain_text(bad_cases.LONG_TITLE)


def test_text_runs_its_own_way(bad: Path, narrow: Page) -> None:
    narrow.goto((bad / "site/documents/arabic.html").as_uri())
    ways = [
        narrow.locator(part).first.evaluate("part => getComputedStyle(part).direction")
        for part in ("html", "h1", ".text > p", ".strip")
    ]
    assert ways == ["ltr", "rtl", "rtl", "ltr"]
    number, text = (
        narrow.evaluate(
            "where => { const r = document.createRange();"
            " r.selectNode(where === 'n' ? document.querySelector('.text .n')"
            " : document.querySelector('.text p').lastChild);"
            " const box = r.getClientRects()[0]; return [box.left, box.right]; }",
            what,
        )
        for what in ("n", "text")
    )
    assert number[0] - text[1] >= 4, "the number keeps its distance on the side where lines begin"


def test_nobody_and_somebody_often(bad: Path, narrow: Page) -> None:
    narrow.goto((bad / f"site/people/{bad_cases.NOBODY}.html").as_uri())
    expect(narrow.locator(".strip")).to_contain_text("In none of the documents")
    narrow.goto((bad / f"site/people/{bad_cases.OFTEN}.html").as_uri())
    expect(narrow.locator(".strip")).to_contain_text("400 mentions")


def test_one_voice_and_nine(bad: Path, narrow: Page) -> None:
    narrow.goto((bad / "site/events/the-fire.html").as_uri())
    expect(narrow.locator("#side")).to_have_text("The one account of it")
    expect(narrow.locator(".voices")).to_have_count(0)
    narrow.goto((bad / "site/events/the-inquiry.html").as_uri())
    voices = narrow.locator(".voices input")
    assert voices.count() >= 9
    last = voices.count()
    narrow.check(f"#v{last}")
    rows = narrow.locator(".accounts tbody tr").count()
    expect(narrow.locator(".accounts [data-aspect]:visible")).to_have_count(rows)
