"""A long text takes several pages, each of which a browser shows at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench import hard_texts
from playwright.sync_api import Browser

from support import archives

CHECKER = archives.REPOSITORY / "tests" / "checker" / "check_verbatim.py"
MILLISECONDS = 2_000
LAID_OUT = """() => {
  const before = performance.now();
  document.body.style.width = (document.body.clientWidth - 1) + "px";
  const height = document.body.offsetHeight;
  return [performance.now() - before, height];
}"""


@pytest.fixture(
    scope="module",
    params=[400_000, pytest.param(5_000_000, marks=pytest.mark.long)],
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one long text, built."""
    root = tmp_path_factory.mktemp("long")
    text = root / "seeds" / "documents" / "report.txt"
    text.parent.mkdir(parents=True)
    text.write_text(hard_texts.prose_in_paragraphs(request.param), "utf-8")
    return archives.built(root) / "site"


@pytest.mark.site
def test_the_checker_finds_every_word(site: Path) -> None:
    command = [sys.executable, str(CHECKER), str(site.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.browser
def test_every_part_is_laid_out_soon(site: Path, browser: Browser) -> None:
    """From the folder, as from a stick; the way goes from part to part."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((site / "documents" / "report.html").as_uri())
    total = len(list((site / "documents" / "report").glob("*.html"))) + 1
    for number in range(1, total + 1):
        assert page.locator(f"[data-part='{number}/{total}']").count()
        spent, height = page.evaluate(LAID_OUT)
        assert height > 10_000
        assert spent < MILLISECONDS, f"part {number}"
        if number < total:
            page.locator("nav.parts a", has_text="→").first.click()
            page.wait_for_load_state()
    page.close()


@pytest.mark.browser
def test_a_part_verifies_itself(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "documents" / "report" / "2.html").as_uri())
    page.locator("#verify > summary").click()
    page.locator("button.verify").click()
    page.locator(".verify-result[data-verdict=agrees]").wait_for()
    page.close()
