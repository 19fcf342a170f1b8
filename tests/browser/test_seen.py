"""No style sheet and no script hides, makes or changes a letter of a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import built
import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site]

UNSEEN = r"""() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const wrong = [];
  for (const text of document.querySelectorAll('[data-verbatim]')) {
    const inner = [text, ...text.querySelectorAll('*')];
    for (const one of inner.filter(e => !e.closest('[data-gloss], [data-cp]')))
      for (const where of ['::before', '::after', '::marker']) {
        const made = getComputedStyle(one, where).content;
        const bullet = where === '::marker' && getComputedStyle(one).listStyleType === 'none';
        if (!['none', 'normal', '""'].includes(made) && !bullet) wrong.push(where + ' ' + made);
      }
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode, holder = node.parentElement;
      if (!node.data.trim() || holder.closest('[data-gloss]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect(), style = getComputedStyle(holder);
      const seen = holder.checkVisibility({opacityProperty: true, visibilityProperty: true,
        contentVisibilityAuto: false});
      if (!seen || box.width < 1 || box.height < 4 || box.right < 1
          || style.textTransform !== 'none' || style.webkitTextSecurity !== 'none'
          || parseFloat(style.fontSize) < 9 || /^rgba.*, 0\)$/.test(style.color)
          || style.color === style.backgroundColor)
        wrong.push('unseen: ' + node.data.trim().slice(0, 60));
    }
  }
  return [document.querySelectorAll('[data-verbatim]').length, wrong];
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_every_letter_is_seen(browser: Browser, archive: Path, width: int, medium: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.emulate_media(media=medium)
    wrong: dict[str, list[str]] = {}
    texts = 0
    with built.served(archive / "site") as address:
        for path in sorted((archive / "site" / "documents").glob("*.html")):
            page.goto(f"{address}documents/{path.name}")
            number, found = page.evaluate(UNSEEN)
            texts += number
            if found:
                wrong[path.name] = found
    context.close()
    assert wrong == {}
    assert texts > 5


def test_what_is_hidden_by_a_style_sheet_is_noticed(browser: Browser) -> None:
    styles = {
        "display: none": True, "visibility: hidden": True, "opacity: 0": True,
        "font-size: 0": True, "text-transform: uppercase": True, "color: transparent": True,
        "position: absolute; left: -9999px": True, "font-weight: bold": False,
    }  # fmt: skip
    page = browser.new_page()
    for style, hides in styles.items():
        page.set_content(f"<div data-verbatim=x><p style='{style}'>some words</p></div>")
        assert bool(page.evaluate(UNSEEN)[1]) is hides, style
    page.set_content(
        "<style>p::before { content: 'no' }</style><div data-verbatim=x><p>some words</p></div>"
    )
    assert page.evaluate(UNSEEN)[1] == ['::before "no"']
    page.close()
