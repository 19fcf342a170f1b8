"""What Pagefind is given to index, and in which parts.

Pagefind sees words, paragraph anchors and the document's id (as an anchor,
which no query meets) only.  Its own filters and meta fields are left unused:
meta fields are matched by any query (the id ``b`` by "be"), and filters are
written in hash order, so that no two runs give the same bytes.  Facets, dates
and which pages make one document stand in a catalogue of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from regesta.search.reading import Page, TextBlock
from regesta.search.words import spaced

SEPARATOR = "¶"
"""A word of its own between paragraphs, so that no phrase runs across two."""
WORDLESS = "\ua66e"
"""A letter that stands for a text without any word ("***"): Pagefind leaves out
a page without words, and the list of all documents would lack it."""
TITLE_WEIGHT = 4
FURNITURE_WEIGHT = 0.1
FURNITURE = "f."
"""Before an anchor: the paragraph is website furniture."""
PART_PAGES = 1200
"""Pages indexed at once: Pagefind holds about 0.25 MB for each of 500 words …"""
PART_SIZE = 4_500_000
"""… and characters of them, as handed over, for longer ones."""


@dataclass(frozen=True, slots=True)
class Member:
    """A page to be shared out: its place in time and the size of its text."""

    url: str
    start: str
    size: int


def html_for_index(page: Page) -> str:
    """Return the page that Pagefind indexes in place of the real one."""
    blocks = list(page.blocks)
    titles = [b for b in blocks if b.is_title] or [TextBlock("", page.title or page.document, True)]
    ordered = titles + [b for b in blocks if not b.is_title]
    body = f" {SEPARATOR} ".join(_span(block) for block in ordered if block.text.strip())
    if not any(character.isalpha() or character.isdecimal() for character in _words(ordered)):
        body += f" {SEPARATOR} {WORDLESS}"
    id = f'<span id="d.{escape(page.document)}"></span>'
    return f'<!doctype html><html lang="unknown"><body>{id}{body}</body></html>'


def _words(blocks: Sequence[TextBlock]) -> str:
    return " ".join(block.text for block in blocks)


def _span(block: TextBlock) -> str:
    words = escape(spaced(block.text))
    mark = FURNITURE if block.is_furniture else ""
    anchor = f' id="{mark}{escape(block.anchor)}"' if block.anchor else ""
    inner = f"<span{anchor}>{words}</span>"
    if block.is_furniture:
        return f'<span data-pagefind-weight="{FURNITURE_WEIGHT}">{inner}</span>'
    if block.is_title:
        return f'<span data-pagefind-weight="{TITLE_WEIGHT}">{inner}</span>'
    return inner


def by_period(
    members: Iterable[Member], pages: int = PART_PAGES, size: int = PART_SIZE
) -> dict[str, list[str]]:
    """Share pages (their urls) out to parts of at most *pages* pages and *size*
    characters: neighbouring months together, a month that is too large by
    itself in slices.  A part is named after its first month, so that it keeps
    its name while others grow."""
    ordered = sorted(members, key=lambda one: (one.start[:7], natural(one.url)))
    parts: dict[str, list[Member]] = {}
    name = ""
    for month, group in groupby(ordered, key=lambda one: one.start[:7]):
        own = list(group)
        if name and _fits([*parts[name], *own], pages, size):
            parts[name].extend(own)
            continue
        for number, piece in enumerate(_slices(own, pages, size), 1):
            name = (month or "undated") + (f"-part-{number}" if number > 1 else "")
            parts[name] = piece
    return {name: [one.url for one in own] for name, own in parts.items()}


def _fits(members: Sequence[Member], pages: int, size: int) -> bool:
    return len(members) <= pages and sum(one.size for one in members) <= size


def _slices(members: Sequence[Member], pages: int, size: int) -> list[list[Member]]:
    slices: list[list[Member]] = [[]]
    for one in members:
        if slices[-1] and not _fits([*slices[-1], one], pages, size):
            slices.append([])
        slices[-1].append(one)
    return slices


_NUMBERED = re.compile(r"(.+)[-/]([0-9]+)")


def natural(url: str) -> tuple[str, int, str]:
    """Sort ``x/10.html`` after ``x/2.html``, and ``x.html`` before both."""
    stem = str(PurePosixPath(url).with_suffix(""))
    numbered = _NUMBERED.fullmatch(stem)
    return (numbered[1], int(numbered[2]), stem) if numbered else (stem, -1, stem)


def script(call: str, *arguments: Any) -> str:
    """Return a script that hands *arguments* to ``regestaSearch.CALL``."""
    inner = ",".join(json.dumps(a, ensure_ascii=True, separators=(",", ":")) for a in arguments)
    return f"regestaSearch.{call}({inner});\n"
