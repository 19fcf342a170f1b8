"""The catalogue that stands beside Pagefind's index: which pages make one
document, dates, and for each facet which documents have which value.

Everything is numbers of documents in order of time, each written as the step
from the one before, so that it packs well.  A facet of many values in many
documents ("named in it" at ten thousand documents) is a file of its own, which
a reader loads after the first results.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from regesta.search.feed import natural
from regesta.search.reading import Page

ALWAYS = frozenset({"kind", "publisher", "status", "year"})
"""Facets whose values stand with every hit or are few."""
INLINE = 8_000
"""Bytes, packed, up to which another facet stands in the catalogue itself."""

Labels = Mapping[str, Mapping[str, str]]
Parts = Mapping[str, Sequence[str]]
"""Name of a part to its pages' urls, in the order that Pagefind numbers them."""


def make(
    pages: Iterable[Page], parts: Parts, labels: Labels
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Return the catalogue, for JSON, and the facets that are files of their own.

    *pages* need no text.  ``starts`` and ``ends`` are days (1 is 1 January of
    year 1, 0 not known); ``parts`` the document of each page; ``firsts``
    ``[document, part, page]`` of those that have several pages.
    """
    ordered = sorted(pages, key=lambda page: (page.document, natural(page.url)))
    firsts: dict[str, Page] = {}
    for page in ordered:
        firsts.setdefault(page.document, page)
    documents = sorted(firsts.values(), key=_in_time)
    number = {page.document: index for index, page in enumerate(documents)}
    of_url = {page.url: number[page.document] for page in ordered}
    words = {shown: index for index, shown in enumerate(dict.fromkeys(map(_shown, documents)))}
    main: dict[str, Any] = {
        "starts": _steps([_day(page.start) for page in documents]),
        "ends": _steps([_day(page.end) for page in documents]),
        "words": list(words),
        "dates": _steps([words[_shown(page)] for page in documents]),
        "parts": [_steps([of_url[url] for url in urls]) for urls in parts.values()],
        "firsts": list(_firsts(parts, of_url, {p.url for p in documents})),
        "facets": {},
        "apart": [],
    }
    apart: dict[str, dict[str, Any]] = {}
    for name, facet in _facets(documents, labels):
        if name in ALWAYS or len(packed(facet)) <= INLINE:
            main["facets"][name] = facet
        else:
            apart[name] = facet
    return main, apart


def packed(data: Any) -> bytes:
    """Return *data* as JSON, packed by gzip (RFC 1952), the same each time."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return gzip.compress(text.encode("ascii"), 9, mtime=0)


def _in_time(page: Page) -> tuple[str, str, str]:
    return (page.start or page.end or "~", page.end, page.document)


def _shown(page: Page) -> str:
    return page.shown_date


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal() if text else 0


def _firsts(
    parts: Parts, of_url: Mapping[str, int], firsts: set[str]
) -> Iterable[tuple[int, int, int]]:
    """Yield where the first page of a document is that has several."""
    count: dict[int, int] = {}
    for document in of_url.values():
        count[document] = count.get(document, 0) + 1
    for part, urls in enumerate(parts.values()):
        for place, url in enumerate(urls):
            if url in firsts and count[of_url[url]] > 1:
                yield of_url[url], part, place


def _facets(documents: Sequence[Page], labels: Labels) -> Iterable[tuple[str, dict[str, Any]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for index, page in enumerate(documents):
        for facet, values in page.facets.items():
            for value in values:
                found.setdefault(facet, {}).setdefault(value, []).append(index)
    for facet, members in sorted(found.items()):
        said = labels.get(facet, {})
        ids = sorted(members)
        yield (
            facet,
            {
                "ids": ids,
                "labels": [said[id] if said.get(id, id) != id else 0 for id in ids],
                "documents": [_steps(members[id]) for id in ids],
            },
        )


def _steps(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise([0, *numbers])]
