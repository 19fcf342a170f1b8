"""Hostile words in Chromium, from the web and from a folder: nothing runs,
nothing is asked for, and the text on the page is the source's.

The pages are safe without a Content-Security-Policy, and the policy alone
holds on pages that are made unsafe on purpose.
"""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from hostile import naughty
from regesta.whitespace import fold

pytestmark = [pytest.mark.browser, pytest.mark.site]

KEYS = ("q", "kind", "publisher", "year", "person", "organisation", "place", "topic", "status",
        "from", "to", "sort")  # fmt: skip
TEXTS = """() => [...document.querySelectorAll('[data-verbatim]')].map(element => {
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll('[data-cp]'))
    one.textContent = String.fromCodePoint(
      ...one.dataset.cp.split(' ').map(code => parseInt(code, 16)));
  for (const one of copy.querySelectorAll('[data-gloss]')) one.remove();
  return [element.dataset.span, copy.textContent];
})"""


@dataclass
class Watch:
    """A page of the browser, and all that it did that it should not."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("popup", lambda _page: self.wrong.append("a window"))

    def _dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.wrong.append(f"request: {request.url}")

    def asked(self, route: Any) -> None:
        """The policy stands before the network: what it refuses never comes here."""
        self.wrong.append(f"asked for: {route.request.url}")
        route.abort()

    def open(self, name: str, query: str = "") -> None:
        self.page.goto(self.base + quote(name) + query)
        assert self.page.evaluate("window.__xss") is None, name
        assert self.page.url.startswith(self.base + quote(name)), "the page was left"
        assert not self.wrong, f"{name}: {self.wrong}"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def watch(request: pytest.FixtureRequest, browser: Browser, hostile: Path) -> Iterator[Watch]:
    """The hostile site, ``web`` or ``folder``."""
    yield from _watched(browser, hostile / "site", request.param)


def _watched(browser: Browser, site: Path, origin: str) -> Iterator[Watch]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        web = f"http://127.0.0.1:{server.server_port}/"
        context = browser.new_context()
        base = web if origin == "web" else f"{site.as_uri()}/"
        watch = Watch(context.new_page(), base)
        watch.start()
        yield watch
        context.close()
        server.shutdown()


def names(site: Path, step: int) -> list[str]:
    found = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    return [name for name in found if name != "404.html"][::step]


@pytest.mark.parametrize(
    ("watch", "step"),
    [
        ("web", 9),
        ("folder", 5),
        pytest.param("web", 1, marks=pytest.mark.long),
        pytest.param("folder", 1, marks=pytest.mark.long),
    ],
    indirect=["watch"],
)
def test_no_page_acts(watch: Watch, step: int, hostile: Path) -> None:
    for name in names(hostile / "site", step):
        watch.open(name)
        watch.page.evaluate(
            "() => document.querySelectorAll('details').forEach(d => d.open = true)"
        )
    watch.page.wait_for_timeout(200)
    assert not watch.wrong


@pytest.mark.parametrize(
    ("watch", "step"),
    [
        ("folder", 3),
        pytest.param("web", 1, marks=pytest.mark.long),
        pytest.param("folder", 1, marks=pytest.mark.long),
    ],
    indirect=["watch"],
)
def test_the_text_is_the_source_s(watch: Watch, hostile: Path, step: int) -> None:
    for number in range(0, len(naughty.words()), step):
        source = (hostile / f"seeds/documents/d-{number:02}.txt").read_bytes().decode()
        watch.open(f"documents/d-{number:02}.html")
        texts = watch.page.evaluate(TEXTS)
        assert texts
        for span, words in texts:
            start, end = map(int, span.split("-"))
            assert fold(words) == fold(source[start:end]), number


@pytest.mark.parametrize("watch", ["web", "folder"], indirect=True)
def test_queries_are_only_text(watch: Watch) -> None:
    for word in naughty.words()[::6]:
        watch.open("search.html", "?" + "&".join(f"{key}={quote(word)}" for key in KEYS))
        assert watch.page.locator("main script, main img, main iframe, main object").count() == 0
    watch.open("search.html")
    watch.page.fill("main input[type=search]", naughty.words()[3])
    watch.page.keyboard.press("Enter")
    watch.page.wait_for_timeout(300)
    assert watch.page.evaluate("window.__xss") is None
    assert not watch.wrong


@pytest.mark.parametrize("origin", ["web", "folder"])
def test_the_policy_alone_holds(browser: Browser, own: Path, tmp_path: Path, origin: str) -> None:
    """Raw payloads stand in the text of a page: the policy stops each."""
    page = (own / "site" / "rights.html").read_text("utf-8")
    assert 'http-equiv="Content-Security-Policy"' in page
    site = tmp_path / "site"
    shutil.copytree(own / "site" / "assets", site / "assets")
    for number, word in enumerate(naughty.words()):
        if number % 2 == (origin == "web"):
            continue  # one half from the web, the other from a folder
        if re.search(r"<(meta|a href|a name|form|input)", word):
            continue  # a policy in a page does not speak of refresh and of links
        unsafe = page.replace("</main>", f"{word}</main>")
        (site / f"{number}.html").write_text(unsafe, "utf-8")
    for watch in _watched(browser, site, origin):
        watch.page.route(re.compile(r"evil\.example"), watch.asked)
        for name in names(site, 1):
            try:
                watch.page.goto(watch.base + name, wait_until="commit")
                watch.page.wait_for_timeout(30)
            except Exception as error:  # a frame that is refused may end the load
                assert "ERR_BLOCKED_BY_CSP" in str(error)
            assert watch.page.evaluate("window.__xss") is None, name
        assert not [wrong for wrong in watch.wrong if not wrong.startswith("request")]
