"""A small drawn timeline of mentions: a mark a document on the archive's whole
span of time, higher where the name stands more often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from regesta.model import Document, Mention, When
from regesta.pages import bars, markdown, vocabulary
from regesta.pages.axis import Axis, short, with_room
from regesta.pages.links import Links
from regesta.pages.wording import _, counted

TOP, BASE = 26, 74
WIDE, NARROW = 900, 340
MOST = 60
"""Documents that have a mark each; more are counted by month or year."""


def draw(
    named: Iterable[tuple[Document, Sequence[Mention]]], links: Links, page_of: Mapping[str, str]
) -> str:
    """Return the drawing of *named*, documents with their mentions, or "" where it
    would tell nothing: fewer than two of them have a date.  *page_of* maps a
    document's id to the page that shows its mentions, "" for this one."""
    counts: Counter[str] = Counter()
    documents: dict[str, Document] = {}
    for document, mentions in named:
        if document.date.earliest and document.date.latest:
            counts[document.id] += len(mentions)
            documents[document.id] = document
    days = with_room(links.lookups.days)
    if len(documents) < 2 or not days:
        return ""
    if len(documents) > MOST:
        return _bars(documents, counts, days, page_of)
    drawn = [
        _drawing(Axis(*days, 4, width - 4), width, name, documents, counts)
        for width, name in ((WIDE, "time wide-draw"), (NARROW, "time narrow"))
    ]
    note = _("A mark stands at a document’s date; its height counts the mentions there.")
    inner = "\n".join(drawn)
    return f'<div class="drawing small">\n{inner}\n</div>\n\n<p class="tkey">{note}</p>'


def _bars(
    documents: Mapping[str, Document],
    counts: Counter[str],
    days: tuple[date, date],
    page_of: Mapping[str, str],
) -> str:
    """Return a bar a month or a year: so many marks would hide one another."""
    marks = [
        bars.Mark(document.date.earliest, counts[id], f"{page_of.get(id, '')}#in-{id}")
        for id, document in documents.items()
        if document.date.earliest
    ]
    unit = _("Mentions by year") if bars.by_year(days) else _("Mentions by month")
    svgs, most = [], 0
    for width, name in ((WIDE, "time wide-draw"), (NARROW, "time narrow")):
        drawn, most = bars.draw(marks, days, _mentions, width=width, top=TOP, base=BASE)
        svgs.append(
            f'<svg class="{name}" viewBox="0 0 {width} {BASE + 6}" role="group" '
            f'aria-label="{unit}">{"".join(drawn)}</svg>'
        )
    note = _("Height counts mentions; the tallest stands for {n}.").format(n=most)
    inner = "\n".join(svgs)
    return f'<div class="drawing small">\n{inner}\n</div>\n\n<p class="tkey">{unit}. {note}</p>'


def _mentions(number: int) -> str:
    return counted("{n} mention", "{n} mentions", number)


def _drawing(
    axis: Axis, width: int, name: str, documents: dict[str, Document], counts: Counter[str]
) -> str:
    most = max(counts.values())
    parts = [
        *axis.grid(TOP, BASE),
        f'<line class="g2" x1="0" x2="{width}" y1="{BASE}" y2="{BASE}"/>',
    ]
    for id, document in documents.items():
        start, end = axis.ends(document.date)
        height = round(max((BASE - TOP - 4) * counts[id] / most, 3), 1)
        number = counted("{n} mention", "{n} mentions", counts[id])
        told = markdown.attribute(
            f"{document.title.text}, {vocabulary.date_words(document.date)}: {number}"
        )
        parts.append(
            f'<a href="#in-{id}" aria-label="{told}"><title>{told}</title>'
            f"{_mark(start, end, height, stated=document.date.basis == 'stated')}</a>"
        )
    for x, side, day in ((0, "start", axis.first), (width, "end", axis.last)):
        words = f"{short(When(None, 'stated', day, day))} {day.year}"
        parts.append(f'<text class="q" x="{x}" y="{BASE + 18}" text-anchor="{side}">{words}</text>')
    label = _("Mentions in order of time")
    return (
        f'<svg class="{name}" viewBox="0 0 {width} {BASE + 24}" role="group" '
        f'aria-label="{label}">{"".join(parts)}</svg>'
    )


def _mark(start: float, end: float, height: float, *, stated: bool) -> str:
    """A column for a day, filled where the text states it; a capped bar for
    some day between two."""
    y = round(BASE - height, 1)
    if end - start > 6:
        return f'<path class="range" d="M{start} {y - 4}v8M{start} {y}H{end}M{end} {y - 4}v8"/>'
    name = "doc" if stated else "doc ring"
    return f'<rect class="{name}" x="{start - 3.5}" y="{y}" width="7" height="{height}"/>'
