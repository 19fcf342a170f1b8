"""Pictures of every kind of page, for people to look at: build artefacts, in
test-artifacts/screenshots/ and not in git."""

from __future__ import annotations

import struct
from pathlib import Path

import built
import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site]

FOLDER = Path(__file__).parents[2] / "test-artifacts" / "screenshots"
TALLEST = 6_000
"""Pixels of a page that a picture shows at most."""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_pages_have_their_picture_taken(
    browser: Browser, own: Path, own_on_the_web: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    folder = FOLDER / f"{width}-{scheme}"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for name in built.one_of_each(own / "site"):
        page.goto(own_on_the_web + name)
        tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        picture = page.screenshot(
            path=folder / f"{name.replace('/', '-').removesuffix('.html')}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": tall},
        )
        assert struct.unpack(">II", picture[16:24]) == (width, tall), name
    context.close()
