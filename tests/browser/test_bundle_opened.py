"""The bundle as a reader has it: unpacked somewhere odd, opened by its first
file, the network off."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect
from test_reading import a_phrase

from checker.check_verbatim import folded
from support import archives

pytestmark = [pytest.mark.browser, pytest.mark.site]
ODD = "a stick #1 100%25 50% 档案 & “co”?=+;"
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def start(own: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of START-HERE.html in the unpacked bundle."""
    base = tmp_path_factory.mktemp("stick")
    done = archives.run(own, "bundle", "-o", str(base / "archive.zip"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(base / "archive.zip") as archive:
        archive.extractall(base / ODD)
    (folder,) = (base / ODD).iterdir()
    first = sorted(path.name for path in folder.iterdir() if path.is_file())[0]
    assert first == "START-HERE.html"
    return (folder / first).as_uri()


def phrase_of(own: Path) -> tuple[dict[str, Any], str]:
    """A phrase of one document whose day is known."""
    line, phrase = a_phrase(own)
    assert line["date"]["edtf"]
    return line, phrase


def test_it_opens_and_searches_in_chromium(browser: Browser, own: Path, start: str) -> None:
    line, phrase = phrase_of(own)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(start)
    page.wait_for_url("**/site/index.html")
    page.locator("#q").fill(f'"{phrase}"')
    page.locator("#q").press("Enter")
    results = page.locator("#results[data-state=done]")
    expect(results).to_have_attribute("data-total", "1", timeout=20_000)
    page.locator("#facets input[type=checkbox]").first.check()
    expect(results).to_have_attribute("data-total", "1")
    address = page.url
    for dates, total in (("from=1000-01-01&to=1000-12-31", "0"), ("to=9999-12-31", "1")):
        page.goto(f"{address}&{dates}")
        expect(results).to_have_attribute("data-total", total, timeout=20_000)
    results.locator('a[href*="#p-"]').first.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert phrase in folded(target.inner_text())
    page.wait_for_function("() => CSS.highlights.has('found')")
    # The address below site/ is the website's.
    assert re.split("[?#]", unquote(page.url).partition("/site/")[2])[0] == line["page"][0]
    assert said == []
    root = start.rpartition("/")[0]
    assert [url for url in asked if not url.startswith((root, "data:", "blob:"))] == []
    context.close()


def test_it_opens_and_searches_in_firefox(own: Path, start: str, tmp_path: Path) -> None:
    names = ("firefox-esr", "firefox")
    firefox = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, names)), None)
    if not firefox:
        pytest.skip("there is no Firefox on this machine (FIREFOX can name one)")
    if not shutil.which("node") or not (HERE / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("what drives Firefox is not installed (npm, tests/browser)")
    line, phrase = phrase_of(own)
    done = subprocess.run(
        ["node", str(HERE / "firefox.mjs"), firefox, start, phrase],
        capture_output=True, text=True, check=False, timeout=180,
        env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["totals"] == {"phrase": "1", "facet": "1", "before": "0", "dates": "1"}
    assert phrase in folded(found["target"])
    assert quote(line["page"][0]) in found["address"]
    assert found["said"] == []
    root = start.rpartition("/")[0]
    own_addresses = (root, "data:", "blob:", "about:")
    assert [url for url in found["asked"] if not url.startswith(own_addresses)] == []
