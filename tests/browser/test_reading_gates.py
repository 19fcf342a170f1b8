"""Gates that every kind of page passes, in a browser: accessibility, standard
HTML, silence in the console, nothing asked of others, no scrolling sideways."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import built
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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


@pytest.mark.parametrize(
    ("width", "scheme", "over"),
    [
        (360, "light", "http"), (360, "dark", "folder"),
        (1280, "light", "folder"), (1280, "dark", "http"),
    ],
)  # fmt: skip
def test_accessible(browser: Browser, archive: Path, width: int, scheme: str, over: str) -> None:
    """Each width and each scheme once from a server and once from a folder."""
    axe = built.TOOLS / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    wrong: dict[str, list[str]] = {}
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    site = archive / "site"
    with built.served(site) as address:
        origin = address if over == "http" else f"{site.as_uri()}/"
        for name in built.one_of_each(site):
            if over == "folder" and name == "404.html":
                continue  # only a server shows it, from its root
            page.goto(origin + name)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            page.add_script_tag(path=str(axe))
            if found := violations(page):
                wrong[name] = found
    context.close()
    assert wrong == {}, json.dumps(wrong, indent=1)


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
