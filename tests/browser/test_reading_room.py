"""What pages do beyond being read: cards, citations, filters, one voice at a
time, and a way through without a mouse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import built
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]
MENTION = '.text a[href^="../people/"]'


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def open_document(page: Page, home: str, own: Path) -> str:
    """Open a document in which a person is named; return its address."""
    for path in sorted((own / "site" / "documents").glob("*.html")):
        page.goto(f"{home}documents/{path.name}")
        if page.locator(MENTION).count():
            return page.url
    raise AssertionError("no document names anybody")


def test_a_card_follows_the_pointer(page: Page, home: str, own: Path) -> None:
    """WCAG 2.2, 1.4.13: dismissible, hoverable, persistent."""
    open_document(page, home, own)
    mention, card = page.locator(MENTION).first, page.locator(".card")
    mention.hover()
    expect(card).to_contain_text("Person")
    said = card.locator("[role=tooltip]")
    assert mention.get_attribute("aria-describedby") == said.get_attribute("id")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.mouse.move(2, 2)
    mention.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_a_card_follows_the_keyboard(page: Page, home: str, own: Path) -> None:
    open_document(page, home, own)
    mention = page.locator(MENTION).first
    page.locator(".acts a").first.focus()
    for _step in range(60):
        page.keyboard.press("Tab")
        if mention.evaluate("link => link === document.activeElement"):
            break
    expect(page.locator(".card")).to_contain_text("Person")
    page.keyboard.press("Tab")
    assert mention.get_attribute("aria-describedby") is None


def test_a_date_tells_how_it_was_worked_out(page: Page, home: str, own: Path) -> None:
    open_document(page, home, own)
    date = page.locator(".text time").first
    date.hover()
    told = page.locator(f"#date-{date.get_attribute('data-date')}")
    expect(page.locator(".card [role=tooltip]")).to_have_text(told.text_content() or "")


def test_a_paragraph_has_a_citation(page: Page, home: str, own: Path) -> None:
    address = open_document(page, home, own)
    number = page.locator(".text a.n").nth(1)
    page.goto(address + (number.get_attribute("href") or ""))
    cited = page.locator("#citation-paragraph")
    expect(cited).to_contain_text(f"¶{number.inner_text()}")
    page.locator(".acts a[href='#cite']").click()
    expect(cited).to_be_visible()
    page.locator("button[data-copy=citation-bib]").click()
    expect(page.locator("button[data-copy=citation-bib]")).not_to_have_text("Copy")
    assert "author" not in page.locator("#citation-bib").inner_text()


def test_the_chronology_narrows(page: Page, home: str) -> None:
    page.goto(f"{home}chronology/index.html")
    entries = page.locator(".entry[data-kind]")
    whole = entries.count()
    page.select_option("select[name=kind]", "event")
    events = page.locator(".entry[data-event]").count()
    expect(page.locator(".entry[data-kind]:visible")).to_have_count(events)
    expect(page.locator("svg.wide-draw a[data-kind]:visible")).to_have_count(events)
    expect(page.locator("#filters output")).to_have_text(f"{events} of {whole} shown")
    page.select_option("select[name=kind]", "")
    expect(page.locator(".entry[data-kind]:visible")).to_have_count(whole)


def test_mentions_narrow_by_date(page: Page, home: str, own: Path) -> None:
    """The most named person; the choice stands in the address."""
    (name,) = built.largest(own / "site" / "people")
    page.goto(home + name)
    heads = page.locator("h3[data-from]")
    day = max(heads.evaluate_all("all => all.map(head => head.dataset.to)"))
    late = page.locator(f"h3[data-to='{day}']").count()
    assert 0 < late < heads.count()
    page.fill("#narrow [name=from]", day)
    expect(page.locator("h3[data-from]:visible")).to_have_count(late)
    passages = page.locator(".entry:has(mark)")
    shown = page.locator(".entry:has(mark):visible").count()
    told = f"{shown} of {passages.count()} passages shown"
    expect(page.locator("#narrow output")).to_have_text(told)
    page.goto(page.url)
    expect(page.locator("#narrow output")).to_have_text(told)
    hidden = page.locator("h3[data-from]:not(:visible)").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", hidden)
    expect(page.locator(f"[id='{hidden}']")).to_be_visible()


def test_a_month_is_found_where_its_year_has_a_page(page: Page, own: Path, tmp_path: Path) -> None:
    """A long chronology lists its months; what leads to one goes on from there."""
    script = (own / "site/assets/js/chronology.js").as_uri()
    listed = '<a id="t-2024-02" href="2024.html#t-2024-02">February 2024</a>'
    (tmp_path / "index.html").write_text(f'{listed}<script src="{script}"></script>', "utf-8")
    (tmp_path / "2024.html").write_text('<h3 id="t-2024-02">February 2024</h3>', "utf-8")
    page.goto(f"{tmp_path.as_uri()}/index.html#t-2024-02")
    page.wait_for_url(re.compile(r"/2024\.html#t-2024-02$"))


@pytest.mark.parametrize("javascript", [True, False])
def test_one_voice_at_a_time(
    browser: Browser, own: Path, own_on_the_web: str, javascript: bool
) -> None:
    """On a phone; the voice chosen is shown in every row of the table."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=javascript
    )
    page = context.new_page()
    for name in built.largest(own / "site" / "events"):
        page.goto(own_on_the_web + name)
        rows = page.locator(".accounts tbody tr").count()
        for n in range(1, page.locator(".voices input").count() + 1):
            page.check(f"#v{n}")
            chosen = page.locator(f"label:has(#v{n})").bounding_box()
            assert chosen and -chosen["width"] < chosen["x"] < 360, "the row scrolls, not the page"
            shown = page.locator(".accounts [data-aspect]:visible")
            expect(shown).to_have_count(rows)
            assert shown.evaluate_all("all => all.map(cell => cell.dataset.n)") == [str(n)] * rows
    context.close()


def test_from_home_to_a_passage_without_a_mouse(page: Page, home: str) -> None:
    """The first person of the start page, then the first passage there."""
    page.goto(f"{home}index.html")

    def follow(wanted: str, most: int) -> None:
        for _step in range(most):
            page.keyboard.press("Tab")
            at = page.evaluate("document.activeElement.getAttribute('href') || ''")
            if re.search(wanted, at):
                seen = page.evaluate(
                    "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                )
                assert seen, f"the focus on {at} cannot be seen"
                page.keyboard.press("Enter")
                return
        raise AssertionError(f"no way to {wanted} with the keyboard")

    follow(r"^people/(?!index)", 60)
    page.wait_for_url(re.compile(r"/people/.+\.html"))
    follow(r"documents/.*#p-", 60)
    page.wait_for_url(re.compile(r"/documents/.+#p-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_two_wordings_stand_side_by_side(page: Page, home: str, own: Path) -> None:
    """One utterance in two wordings, with what stands in one alone marked."""
    lines = (own / "site" / "data" / "annotations.jsonl").read_text("utf-8").splitlines()
    speakers = {
        a["speaker"] for line in lines for a in json.loads(line)["annotations"] if "speaker" in a
    }
    found = 0
    for path in sorted((own / "site" / "people").glob("*.html")):
        if path.stem in speakers and 'class="pair"' in path.read_text("utf-8"):
            page.goto(f"{home}people/{path.name}")
            assert page.locator(".pair > div").count() % 2 == 0
            assert page.locator(".pair mark.d").count() > 0
            found += 1
    assert found > 0


def test_forced_colours_leave_shapes_apart(browser: Browser, own: Path) -> None:
    """A stated day is filled, one worked out is a ring, whatever the colours."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((own / "site" / "chronology" / "index.html").as_uri())
    filled = page.locator("svg .doc:not(.ring), svg .dot").first
    ring = page.locator("svg .ring").first
    fills = [one.evaluate("shape => getComputedStyle(shape).fill") for one in (filled, ring)]
    assert fills[0] != fills[1]
    context.close()


def test_paper_names_the_silent_in_few_lines(page: Page, home: str, own: Path) -> None:
    """Who says nothing stands on one line with others, after those who speak."""
    (name,) = built.largest(own / "site" / "events")
    page.goto(home + name)
    page.emulate_media(media="print")
    rows = page.locator(".accounts tbody tr")
    assert rows.count() > 3
    for row in rows.all():
        tops = row.locator("td[data-silent]").evaluate_all("all => all.map(c => c.offsetTop)")
        told = row.locator("td:not([data-silent])").evaluate_all("all => all.map(c => c.offsetTop)")
        assert len(set(tops)) <= max(1, len(tops) - 1)
        assert not tops or min(tops) > max(told)
