"""Small pieces of pages that several of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regesta import edtf
from regesta.model import Span, When
from regesta.pages import markdown
from regesta.pages.links import Links
from regesta.pages.vocabulary import date_words
from regesta.pages.wording import _, counted

CONTEXT = 90
"""Code points shown on each side of a mention in context."""


def strip(rows: Iterable[tuple[str, str]]) -> str:
    """Return the strip under a page's title; labels and values are Markdown."""
    return _rows("strip", rows)


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Return a list of facts; labels and values are Markdown."""
    return _rows("facts col", rows)


def _rows(name: str, rows: Iterable[tuple[str, str]]) -> str:
    inner = "\n".join(
        f'<div markdown="1"><dt markdown="span">{label}</dt><dd markdown="span">{value}</dd></div>'
        for label, value in rows
    )
    return f'<dl class="{name}" markdown="1">\n{inner}\n</dl>'


def folded(summary: str, note: str, body: str, anchor: str = "") -> str:
    """Return a part that is folded at first; *body* is Markdown blocks."""
    small = f" <small>{note}</small>" if note else ""
    id = f' id="{anchor}"' if anchor else ""
    return (
        f'<details{id} markdown="1">\n<summary>{summary}{small}</summary>\n\n{body}\n\n</details>'
    )


def listing(items: Iterable[str], name: str = "plain col") -> str:
    """Return a list; items are inline Markdown."""
    inner = "\n".join(f'<li markdown="span">{item}</li>' for item in items)
    return f'<ul class="{name}" markdown="1">\n{inner}\n</ul>' if inner else ""


def entry(address: str, lines: Sequence[str], attributes: str = "") -> str:
    """Return an entry: *address* (a passage, a date) in the gutter, *lines*
    beside it; all are inline Markdown."""
    space = " " if attributes else ""
    inner = "\n".join(f'<p markdown="span">{line}</p>' for line in lines if line)
    return (
        f'<div class="entry"{space}{attributes} markdown="1">\n'
        f'<p class="a" markdown="span">{address}</p>\n{inner}\n</div>'
    )


def month_key(when: When) -> str:
    """Return the month under which *when* stands in the chronology, as
    ``2024-02``: that of the first day it may mean; "" where none is known."""
    return edtf.iso_day(when.earliest)[:7] if when.earliest else ""


def month_link(when: When, links: Links) -> str:
    """Return a link to the month of *when* in the chronology."""
    key = month_key(when)
    words = edtf.speak(key) if key else _("Date not known")
    if when.earliest and (not when.latest or edtf.iso_day(when.latest)[:7] != key):
        words = date_words(when)
    anchor = f"t-{key}" if key else "t-unknown"
    return markdown.link(markdown.plain(words), links.to("chronology/index.md", anchor))


def span_words(dates: Iterable[When]) -> str:
    """Return the first and the last day that *dates* may mean, in words; where
    one is not known, the other as a bound; "" where neither is."""
    known = list(dates)
    first = min((when.earliest for when in known if when.earliest), default=None)
    last = max((when.latest for when in known if when.latest), default=None)
    if first is None or last is None:
        return date_words(When(None, "unknown", first, last)) if first or last else ""
    start, end = edtf.speak(edtf.iso_day(first)), edtf.speak(edtf.iso_day(last))
    return start if start == end else f"{start} – {end}"


def undated(dates: Iterable[When]) -> str:
    """Say in small letters how many documents' dates are not known at all, as
    Markdown; "" where none."""
    missing = sum(1 for when in dates if not (when.earliest or when.latest))
    if not missing:
        return ""
    words = counted("{n} document has no known date", "{n} documents have no known date", missing)
    return f" <small>{words}</small>"


def context(text: str, span: Span, within: Span, width: int = CONTEXT) -> Span:
    """Return *span* with *width* code points of *within* on each side, cut at
    spaces."""
    start = max(within.start, span.start - width)
    end = min(within.end, span.end + width)
    if start > within.start:
        cut = text.find(" ", start, span.start)
        start = cut + 1 if cut >= 0 else start
    if end < within.end:
        cut = text.rfind(" ", span.end, end)
        end = cut if cut >= 0 else end
    return Span(start, end)


def columns(items: Sequence[str]) -> str:
    """Return an index list; items are inline Markdown."""
    return listing(items, "index")
