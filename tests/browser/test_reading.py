"""What a reader does: open, follow, come back, search, verify."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.check_verbatim import decoded, folded

pytestmark = pytest.mark.browser


class Reader:
    """A page of the browser, and all that it said and asked for."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, address: str) -> Page:
        self.page.goto(self.home + address)
        return self.page

    def assert_quiet(self) -> None:
        """Nothing on the console, no request that leaves the site."""
        assert self.said == []
        own = (self.home, "data:", "blob:")
        assert [url for url in self.asked if not url.startswith(own)] == []


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    one = Reader(context.new_page(), home)
    yield one
    one.assert_quiet()
    context.close()


def lines(own: Path) -> list[dict[str, Any]]:
    text = (own / "site" / "data" / "annotations.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def a_person(own: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (document, mention) of a person in some document's text."""
    for line in lines(own):
        after = (line["title"] or [0, 0])[1]
        for one in line["annotations"]:
            is_mention = one["kind"] == "mention" and one["start"] >= after
            if is_mention and one["type"] == "person" and isinstance(one["entity"], str):
                return line, one
    raise AssertionError("nobody is mentioned")


def a_phrase(own: Path) -> tuple[dict[str, Any], str]:
    """Return (document, five words of its text that stand in no other)."""
    texts = {line["id"]: folded(decoded(own / line["document"]) or "") for line in lines(own)}
    for line in lines(own):
        words = re.findall(r"(?<= )[a-z]+(?: [a-z]+){4}(?= )", texts[line["id"]])
        for phrase in words:
            if sum(phrase in text for text in texts.values()) == 1:
                return line, phrase
    raise AssertionError("no phrase")


def test_from_a_document_to_a_person_and_back(reader: Reader, own: Path) -> None:
    line, mention = a_person(own)
    page = reader.open("index.html")
    page.locator("main").get_by_role("link", name=re.compile(".")).first.wait_for()
    page = reader.open(line["page"][0])
    page.locator(f'.text a[href$="people/{mention["entity"]}.html"]').first.click()
    expect(page).to_have_url(re.compile(f"people/{mention['entity']}.html$"))
    shown = page.locator(f'[data-document="{line["id"]}"][data-span]').first
    start, end = map(int, str(shown.get_attribute("data-span")).split("-"))
    page.locator(".entry", has=shown).locator('a[href*="#p-"]').first.click()
    expect(page).to_have_url(re.compile(re.escape(line["page"][0]) + "#p-[0-9a-f]{8}(-[0-9]+)?$"))
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    said = folded((decoded(own / line["document"]) or "")[start:end])
    assert said in folded(target.inner_text())


def test_a_phrase_leads_to_its_passage(reader: Reader, own: Path) -> None:
    line, phrase = a_phrase(own)
    asked = quote(f'"{phrase}"')
    page = reader.open(f"search.html?q={asked}")
    results = page.locator("#results[data-state=done]")
    results.wait_for(timeout=20_000)
    assert results.get_attribute("data-total") == "1"
    hit = results.locator("[data-document]").first
    assert hit.get_attribute("data-document") == line["id"]
    hit.locator('a[href*="#p-"]').first.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert phrase in folded(target.inner_text())


def verdict(page: Page) -> str:
    """Press *Verify*, where the link at the head leads; return what it says."""
    page.get_by_role("link", name="Verify").first.click()
    button = page.locator("button.verify")
    expect(button).to_be_visible()
    button.click()
    said = page.locator(".verify-result[data-verdict]")
    said.wait_for()
    return said.get_attribute("data-verdict") or ""


def test_a_text_verifies(reader: Reader, own: Path) -> None:
    for line in lines(own):
        assert verdict(reader.open(line["page"][0])) == "agrees"


def test_a_changed_text_does_not_verify(reader: Reader, own: Path) -> None:
    page = reader.open(lines(own)[0]["page"][0])
    page.evaluate("document.querySelector('.text p').append('x')")
    assert verdict(page) == "differs"


def test_what_a_reader_sees_is_the_text(reader: Reader, own: Path) -> None:
    """The browser's own text content of each slice, glosses left out."""
    script = """() => [...document.querySelectorAll('[data-verbatim]')].map(element => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll('[data-gloss]').forEach(gloss => gloss.remove());
        return [element.dataset.span, copy.textContent];
    })"""
    for line in lines(own):
        text = decoded(own / line["document"]) or ""
        for span, shown in reader.open(line["page"][0]).evaluate(script):
            start, end = map(int, span.split("-"))
            assert folded(shown) == folded(text[start:end])


ADDRESSES = [
    "index.html", "documents/index.html", "people/index.html", "events/index.html",
    "chronology/index.html", "search.html", "about.html", "rights.html", "guide/problems.html",
]  # fmt: skip


def some_pages(own: Path) -> list[str]:
    """Return the fixed pages, every document, and one page of each kind."""
    site = own / "site"
    out = [*ADDRESSES, *(line["page"][0] for line in lines(own))]
    for folder in ("people", "organisations", "places", "topics", "events"):
        largest = max(
            (p for p in (site / folder).glob("*.html") if p.name != "index.html"),
            key=lambda p: (p.stat().st_size, p.name),
        )
        out.append(largest.relative_to(site).as_posix())
    return out


def test_nothing_is_wider_than_a_phone(browser: Browser, own: Path, own_on_the_web: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    one = Reader(context.new_page(), own_on_the_web)
    wide = []
    for address in some_pages(own):
        page = one.open(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide.append(f"{address}: {width} px")
    one.assert_quiet()
    context.close()
    assert wide == []


def test_it_reads_without_scripts(browser: Browser, own: Path, own_on_the_web: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for line in lines(own):
        page.goto(own_on_the_web + line["page"][0])
        for block in page.locator('.text:not(.furniture) > [id^="p-"]').all():
            expect(block).to_be_visible()
    context.close()
