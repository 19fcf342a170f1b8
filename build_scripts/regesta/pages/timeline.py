"""The drawn timeline: SVG made at build time, one row an item.

Filled: the day is stated; ring: worked out; bar: some day between, with an
arrow where an end is open; dashed: planned.  Shape carries it, so a photocopy
still tells.  It is drawn twice, for wide and for narrow windows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regesta.model import When
from regesta.pages import bars, markdown
from regesta.pages.axis import Axis, short, span
from regesta.pages.layout import month_key
from regesta.pages.wording import _, counted

WIDTH, LABEL, ROW, TOP = 1008, 400, 26, 30
NARROW, NARROW_ROW = 340, 42
MOST = 60
"""Items that are drawn one by one; more are counted by month or year."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row: *target* is an address as HTML writes it; *attributes* are what
    the filters go by."""

    when: When
    label: str
    target: str
    is_document: bool
    planned: bool = False
    attributes: str = ""


def are_drawn_apart(dates: Iterable[When]) -> bool:
    """Tell whether things of these *dates* are drawn one by one, each named."""
    return sum(1 for when in dates if when.earliest or when.latest) <= MOST


def draw(items: Sequence[Item]) -> str:
    """Return the drawing of *items* of which a bound is known, or ""."""
    dated = [item for item in items if item.when.earliest or item.when.latest]
    days = span(item.when for item in dated)
    if not days or len(dated) < 2:  # one date makes no drawing
        return ""
    label = _("Documents and events in order of time")
    if len(dated) > MOST:
        return f'<div class="drawing">\n{_bars(dated, days)}\n</div>'
    wide = Axis(*days, LABEL + 8, WIDTH - 96)
    narrow = Axis(*days, 6, NARROW - 6)
    height = TOP + ROW * len(dated) + 10
    low = TOP + NARROW_ROW * len(dated) + 4
    rows = [_row(item, wide, TOP + ROW * n) for n, item in enumerate(dated)]
    lows = [_narrow_row(item, narrow, TOP + NARROW_ROW * n) for n, item in enumerate(dated)]
    drawing = _svg("time wide-draw", WIDTH, height, label, ROW, [*wide.grid(TOP, height), *rows])
    twin = _svg("time narrow", NARROW, low, label, NARROW_ROW, [*narrow.grid(TOP, low), *lows])
    return f'<div class="drawing">\n{drawing}\n{twin}\n</div>\n\n{_key(dated)}'


def _svg(name: str, width: int, height: int, label: str, row: int, parts: Sequence[str]) -> str:
    """Return a drawing; *row* is the height by which a filter closes it up."""
    rows = f' data-row="{row}"' if row else ""
    return (
        f'<svg class="{name}" viewBox="0 0 {width} {height}" role="group" '
        f'aria-label="{label}"{rows}>' + "".join(parts) + "</svg>"
    )


def _row(item: Item, axis: Axis, y: int) -> str:
    """One line: the label, the shape, and the date behind it."""
    start, end = axis.ends(item.when)
    label = markdown.attribute(_shortened(item.label, 54))
    day = f'<text class="q" x="{end + 12}" y="{y + 18}">{short(item.when)}</text>'
    inner = f'<text x="0" y="{y + 18}">{label}</text>{shape(item, start, end, y + 13)}{day}'
    return f'<a href="{item.target}" {item.attributes}>{inner}</a>'


def _narrow_row(item: Item, axis: Axis, y: int) -> str:
    """Two lines: the label above, the shape and its date below."""
    start, end = axis.ends(item.when)
    label = markdown.attribute(_shortened(item.label, 46))
    room = end + 12 < axis.right - 70
    place = f'x="{end + 12}"' if room else f'x="{start - 12}" text-anchor="end"'
    day = f'<text class="q" {place} y="{y + 33}">{short(item.when)}</text>'
    if not room and start - 12 < 70:
        day = ""
    inner = f'<text x="0" y="{y + 14}">{label}</text>{shape(item, start, end, y + 28)}{day}'
    return f'<a href="{item.target}" {item.attributes}>{inner}</a>'


def shape(item: Item, start: float, end: float, y: float) -> str:
    """Return the shape of *item* from *start* to *end* at height *y*."""
    plan = " plan" if item.planned else ""
    if item.when.earliest is None or item.when.latest is None:
        head = f"M{end - 6} {y - 4}L{end} {y}L{end - 6} {y + 4}"
        caps = f"M{start} {y - 4}v8M{start} {y}H{end}{head}"
        if item.when.earliest is None:
            caps = f"M{start + 6} {y - 4}L{start} {y}L{start + 6} {y + 4}M{start} {y}H{end}v-4v8"
        return f'<path class="range{plan}" d="{caps}"/>'
    if item.when.earliest != item.when.latest:
        middle = (start + end) / 2
        start, end = min(start, middle - 4), max(end, middle + 4)
        return (
            f'<path class="range{plan}" d="M{start} {y - 4}v8M{start} {y}H{end}M{end} {y - 4}v8"/>'
        )
    stated = item.when.basis == "stated"
    if item.is_document:
        name = "doc" if stated else "doc ring"
        return f'<rect class="{name}" x="{start - 4.5}" y="{y - 5.5}" width="9" height="11"/>'
    name = "dot" if stated else "ring"
    return f'<circle class="{name}{plan}" cx="{start}" cy="{y}" r="5"/>'


def _shortened(label: str, most: int) -> str:
    folded = " ".join(label.split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


def _bars(items: Sequence[Item], days: tuple[date, date]) -> str:
    """Return a bar a month (or a year, where months are too many), each a way
    to its part of the page; a month without anything stays empty."""
    length = len("2024") if bars.by_year(days) else len("2024-02")
    marks = [
        bars.Mark(day, 1, f"#t-{month_key(item.when)[:length] or 'unknown'}")
        for item in items
        if (day := item.when.earliest or item.when.latest)
    ]
    parts, most = bars.draw(marks, days, _entries, width=WIDTH, top=TOP, base=150)
    unit = _("Entries by year") if bars.by_year(days) else _("Entries by month")
    note = _("Height counts entries; the tallest stands for {n}.").format(n=most)
    return _svg("time", WIDTH, 156, unit, 0, parts) + f'\n<p class="tkey">{unit}. {note}</p>'


def _entries(number: int) -> str:
    return counted("{n} entry", "{n} entries", number)


def _key(items: Sequence[Item]) -> str:
    """Explain the signs that the drawing uses."""
    dots = [i for i in items if i.when.earliest == i.when.latest]
    spans = any(i.when.earliest != i.when.latest for i in items)
    open_end = any(i.when.earliest is None or i.when.latest is None for i in items)
    signs = [
        (any(not i.is_document and i.when.basis == "stated" for i in dots),
         '<circle class="dot" cx="8" cy="6" r="5"/>', _("event, day stated")),
        (any(not i.is_document and i.when.basis != "stated" for i in dots),
         '<circle class="ring" cx="8" cy="6" r="5"/>', _("event, day worked out")),
        (any(i.is_document and i.when.basis == "stated" for i in dots),
         '<rect class="doc" x="3.5" y="0.5" width="9" height="11"/>', _("document, day stated")),
        (any(i.is_document and i.when.basis != "stated" for i in dots),
         '<rect class="doc ring" x="3.5" y="0.5" width="9" height="11"/>',
         _("document, day worked out")),
        (spans, '<path class="range" d="M1 2v8M1 6H15M15 2v8"/>', _("some day between")),
        (open_end, '<path class="range" d="M1 2v8M1 6H15M10 2L15 6L10 10"/>',
         _("an end is not known")),
        (any(i.planned for i in items),
         '<path class="range plan" d="M1 2v8M1 6H15M15 2v8"/>', _("planned")),
    ]  # fmt: skip
    return (
        '<p class="tkey">'
        + "".join(
            f'<span><svg viewBox="0 0 16 12" aria-hidden="true" class="time">{drawn}</svg>'
            f"{words}</span>"
            for used, drawn, words in signs
            if used
        )
        + "</p>"
    )
