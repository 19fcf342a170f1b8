"""Gates that every kind of page passes, in a browser: accessibility, standard
HTML, silence in the console, nothing asked of others, no scrolling sideways."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import built
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [
    (360, "light"), (360, "dark"), (1280, "dark"), (1280, "light"),
]  # fmt: skip
LOOK = """() => [getComputedStyle(document.body).color, getComputedStyle(document.body)
  .backgroundColor, document.querySelector('.bar > div').clientHeight]"""
TABS = 8
"""Pages open at a time, where a test waits for each to fall silent."""
LIMIT = 25_000
"""Bytes, gzipped, of a document's page with our style sheets and scripts."""


def violations(page: Page) -> list[str]:
    found = page.evaluate(
        "rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", RULES
    )["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("over", ["http", "folder"])
def test_accessible(browser: Browser, archive: Path, over: str) -> None:
    """Every kind of page on a phone and on a desk, light and dark: loaded once,
    for width and scheme change under a reader's eyes too."""
    axe = built.TOOLS / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    wrong: dict[str, list[str]] = {}
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(path=str(axe))
    page = context.new_page()
    site = archive / "site"
    with built.served(site) as address:
        origin = address if over == "http" else f"{site.as_uri()}/"
        for name in built.one_of_each(site):
            if over == "folder" and name == "404.html":
                continue  # only a server shows it, from its root
            page.goto(origin + name)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            for width, scheme in LOOKS:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                if found := violations(page):
                    wrong[f"{name} at {width}, {scheme}"] = found
    context.close()
    assert wrong == {}, json.dumps(wrong, indent=1)


def test_light_and_dark_are_two(browser: Browser, own: Path) -> None:
    """Or the test above would look at one scheme twice: what it emulates
    changes the page without loading it again, as do its widths."""
    page = browser.new_page()
    page.goto((own / "site" / "index.html").as_uri())
    seen = set()
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        seen.add(tuple(page.evaluate(LOOK)))
    page.close()
    assert len(seen) == len(LOOKS)


def _watched(context: BrowserContext, origin: str, complaints: list[str]) -> Page:
    """Open a tab whose every complaint, failure and request elsewhere is noted."""
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda r: (
            None if r.url.startswith((origin, "data:", "blob:")) else complaints.append(r.url)
        ),
    )
    return page


@pytest.mark.parametrize("over", ["http", "folder"])
def test_quiet_narrow_and_alone(browser: Browser, archive: Path, over: str) -> None:
    """Nothing in the console, no request that fails or leaves, no sideways
    scrolling on the narrowest phone and on a desk."""
    complaints: list[str] = []
    site = archive / "site"
    # Only a server shows 404.html, from its root.
    names = [n for n in built.one_of_each(site) if over == "http" or n != "404.html"]
    with built.served(site) as address:
        origin = address if over == "http" else f"{site.as_uri()}/"
        for width in (320, 1280):
            context = browser.new_context(viewport={"width": width, "height": 800})
            for some in (names[at : at + TABS] for at in range(0, len(names), TABS)):
                opened = [(name, _watched(context, origin, complaints)) for name in some]
                for name, page in opened:  # all of them load while one is waited for
                    page.goto(origin + name, wait_until="commit")
                for name, page in opened:
                    page.wait_for_load_state("networkidle")
                    scrolled = page.evaluate("document.documentElement.scrollWidth")
                    if scrolled > width:
                        complaints.append(f"{name} is {scrolled} wide at {width}")
                    page.close()
            context.close()
    assert complaints == []


def test_standard_html(archive: Path) -> None:
    """The Nu Html Checker finds no error on any page."""
    jar = built.TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        pytest.skip("vnu-jar is not installed: npm ci --prefix tests/browser")
    if not shutil.which("java"):
        pytest.skip("no Java on this machine")
    pages = sorted(str(page) for page in (archive / "site").rglob("*.html"))
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", "--stdout"]
    done = subprocess.run([*command, *pages], capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    errors = {(m.get("url", ""), m["message"]) for m in messages if m["type"] != "info"}
    assert errors == set()


def test_a_document_is_light(own: Path) -> None:
    """Page, styles and scripts: all of them are ours."""
    site = own / "site"
    for page in sorted((site / "documents").glob("*.html")):
        if page.name == "index.html":
            continue
        text = page.read_text("utf-8")
        names = set(re.findall(r'(?:href|src)="\.\./(assets/[^"]+\.(?:css|js))"', text))
        assert len(names) > 6
        parts = [page.read_bytes(), *((site / name).read_bytes() for name in sorted(names))]
        assert sum(len(gzip.compress(part)) for part in parts) <= LIMIT, page.name
