"""What Pagefind is given to index, and the table that stands beside its index.

Pagefind sees words and paragraph anchors only.  Its own filters and meta fields
are left unused: meta fields are matched by any query (the id ``b`` by "be"),
and filters are written in hash order, so that no two runs give the same bytes.
Facets, dates and which pages make one document stand in a table of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
PART_LIMIT = 1500
"""Pages indexed at once: Pagefind holds about 0.35 MB for each."""


def html_for_index(page: Page) -> str:
    """Return the page that Pagefind indexes in place of the real one."""
    blocks = list(page.blocks)
    titles = [b for b in blocks if b.is_title] or [TextBlock("", page.title or page.document, True)]
    ordered = titles + [b for b in blocks if not b.is_title]
    body = f" {SEPARATOR} ".join(_span(block) for block in ordered if block.text.strip())
    if not any(character.isalpha() or character.isdecimal() for character in _words(ordered)):
        body += f" {SEPARATOR} {WORDLESS}"
    return f'<!doctype html><html lang="unknown"><body>{body}</body></html>'


def _words(blocks: Sequence[TextBlock]) -> str:
    return " ".join(block.text for block in blocks)


def _span(block: TextBlock) -> str:
    words = escape(spaced(block.text))
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    inner = f"<span{anchor}>{words}</span>"
    if block.is_title:
        return f'<span id="title" data-pagefind-weight="{TITLE_WEIGHT}">{inner}</span>'
    return inner


def by_period(pages: Sequence[Page], limit: int = PART_LIMIT) -> dict[str, list[Page]]:
    """Share *pages* out to parts of at most *limit* pages: neighbouring years
    together, a year that is too large by itself in slices."""
    ordered = sorted(pages, key=lambda page: (page.start[:4], page.url))
    if not ordered:
        return {}
    if len(ordered) <= limit:
        return {"all": ordered}
    groups: list[list[Page]] = []
    for _year, members in groupby(ordered, key=lambda page: page.start[:4]):
        year = list(members)
        if groups and len(groups[-1]) + len(year) <= limit:
            groups[-1].extend(year)
            continue
        groups.extend(year[at : at + limit] for at in range(0, len(year), limit))
    return {f"part-{number:03d}": group for number, group in enumerate(groups, 1)}


def table(pages: Sequence[Page], fragments: Mapping[str, str]) -> dict[str, Any]:
    """Return documents, pages and facets of a part, for JSON.

    *fragments* maps a page's url to Pagefind's name for it.  ``documents`` are
    ``[id, start, end, index in dates]``, ``pages`` ``[fragment, index in
    documents]`` with the pages of one document in their order, ``facets``
    ``[facet, [[value, indexes]]]`` with each index as the step from the last.
    """
    documents: dict[str, Page] = {}
    for page in sorted(pages, key=lambda page: (page.document, natural(page.url))):
        documents.setdefault(page.document, page)
    order = {name: index for index, name in enumerate(documents)}
    dates = sorted({page.shown_date for page in documents.values()})
    date_index = {words: index for index, words in enumerate(dates)}
    return {
        "documents": [
            [name, page.start, page.end, date_index[page.shown_date]]
            for name, page in documents.items()
        ],
        "dates": dates,
        "pages": [
            [fragments[page.url], order[page.document]]
            for page in sorted(pages, key=lambda page: (order[page.document], natural(page.url)))
        ],
        "facets": _facets(documents, order),
    }


def _facets(documents: Mapping[str, Page], order: Mapping[str, int]) -> list[Any]:
    found: dict[str, dict[str, list[int]]] = {}
    for name, page in documents.items():
        for facet, values in page.facets.items():
            for value in values:
                found.setdefault(facet, {}).setdefault(value, []).append(order[name])
    return [
        [facet, [[value, _steps(values[value])] for value in sorted(values)]]
        for facet, values in sorted(found.items())
    ]


def _steps(indexes: Sequence[int]) -> list[int]:
    return [at - before for before, at in zip([0, *indexes], indexes, strict=False)]


def natural(url: str) -> tuple[str, int]:
    """Sort the pages of a document, which are ``x.html``, ``x/2.html``, …"""
    stem = str(PurePosixPath(url).with_suffix(""))
    head, _slash, tail = stem.rpartition("/")
    return (head, int(tail)) if tail.isdecimal() else (stem, 0)


def script(call: str, *arguments: Any) -> str:
    """Return a script that hands *arguments* to ``regestaSearch.CALL``."""
    inner = ",".join(json.dumps(a, ensure_ascii=True, separators=(",", ":")) for a in arguments)
    return f"regestaSearch.{call}({inner});\n"
