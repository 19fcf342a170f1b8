"""The archive's own voice judges nobody: words that judge stand as quoted
words of a document alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from support.site_pages import pages

pytestmark = pytest.mark.site

JUDGING = re.compile(
    r"\b(?:regimes?|state-run|heinous|predators?|scourge|harass\w*|terroris\w+|notorious|infamous"
    r"|so-called|propaganda|brutal|thugs?|cronies)\b",
    re.IGNORECASE,
)
QUOTED = frozenset({"s"})
"""Classes of what is set as a document's words."""


def own_words(element: Element) -> Iterator[str]:
    """Yield what *element* says that is not marked as a document's words."""
    quoted = (
        "data-verbatim" in element.attrib
        or element.tag in ("mark", "q", "blockquote", "script")
        or QUOTED & set((element.get("class") or "").split())
    )
    if not quoted:
        yield element.text or ""
        for child in element:
            yield from own_words(child)
            yield child.tail or ""


def judging(tree: Element) -> list[str]:
    said = " ".join("".join(own_words(tree)).split())
    return JUDGING.findall(re.sub("“[^”]*”", "“…”", said))


def test_no_page_judges(own: Path) -> None:
    found = {
        name: words
        for name, page in pages(own / "site").items()
        if not name.startswith("guide/") and (words := judging(page.tree))
    }
    assert found == {}


def test_such_words_do_stand_in_the_documents(own: Path) -> None:
    """The test above means something: there is something to keep out."""
    site = pages(own / "site")
    texts = [" ".join(p.tree.itertext()) for n, p in site.items() if n.startswith("documents/")]
    assert {w.lower() for text in texts for w in JUDGING.findall(text)} >= {"regime", "state-run"}
