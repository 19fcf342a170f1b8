"""Small pieces of pages that several of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regesta import edtf
from regesta.model import Span, When
from regesta.pages import markdown
from regesta.pages.links import Links
from regesta.pages.wording import _

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


def month_key(when: When) -> str:
    """Return ``2024-02`` for a date within one month, ``2024`` within one
    year, and "" otherwise."""
    if when.earliest is None or when.latest is None:
        return ""
    first, last = edtf.iso_day(when.earliest), edtf.iso_day(when.latest)
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else ""


def month_link(when: When, links: Links) -> str:
    """Return a link to the month of *when* in the chronology."""
    key = month_key(when)
    words = edtf.speak(key) if key else _("Date not known")
    anchor = f"t-{key}" if key else "t-unknown"
    return markdown.link(markdown.plain(words), links.to("chronology/index.md", anchor))


def in_context(text: str, span: Span, within: Span, width: int = CONTEXT) -> str:
    """Return the words of *span* marked, with *width* code points of *within*
    on each side, cut at spaces."""
    start = max(within.start, span.start - width)
    end = min(within.end, span.end + width)
    if start > within.start:
        cut = text.find(" ", start, span.start)
        start = cut + 1 if cut >= 0 else start
    if end < within.end:
        cut = text.rfind(" ", span.end, end)
        end = cut if cut >= 0 else end
    before = ("… " if start > within.start else "") + _words(text[start : span.start])
    after = _words(text[span.end : end]) + (" …" if end < within.end else "")
    return f"{before}<mark>{markdown.plain(span.of(text))}</mark>{after}"


def _words(piece: str) -> str:
    """Inline Markdown of *piece* that keeps a space at its ends."""
    shown = markdown.plain(piece)
    head = " " if piece[:1].isspace() else ""
    tail = " " if len(piece) > 1 and piece[-1:].isspace() else ""
    return f"{head}{shown}{tail}" if shown else (" " if piece else "")


def columns(items: Sequence[str]) -> str:
    """Return an index list; items are inline Markdown."""
    return listing(items, "index")
