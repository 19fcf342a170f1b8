"""The drawn timeline: SVG made at build time, one row an item.

Filled: the day is stated; ring: worked out; bar: some day between; dashed:
planned.  Shape carries it, so a photocopy still tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model import When
from regesta.pages import markdown
from regesta.pages.wording import _

WIDTH = 1000
LABEL = 430
ROW = 26
TOP = 30
MONTHS = (
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
    _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
)  # fmt: skip
MOST = 60
"""Items in one drawing; more are split by the caller."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row: *target* is an address as HTML writes it."""

    when: When
    label: str
    target: str
    is_document: bool
    planned: bool = False


def draw(items: Sequence[Item]) -> str:
    """Return the drawing of *items* (all with both bounds), or ""."""
    dated = [(i, *bounds) for i in items if (bounds := _bounds(i.when))]
    if not dated:
        return ""
    first = min(start for _i, start, _e in dated) - timedelta(days=3)
    last = max(end for _i, _s, end in dated) + timedelta(days=3)
    days = max((last - first).days, 1)
    height = TOP + ROW * len(dated) + 10

    def x(day: date) -> float:
        return round(LABEL + (WIDTH - LABEL - 40) * (day - first).days / days, 1)

    parts = [
        f'<svg class="time" viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-label="{_("Documents and events in order of time")}">'
    ]
    parts.extend(_grid(first, last, x, height))
    for row, (item, start, end) in enumerate(dated):
        parts.append(_row(item, x(start), x(end), TOP + ROW * row + ROW // 2))
    parts.append("</svg>")
    return f'<div class="drawing">\n{"".join(parts)}\n</div>\n\n{_key()}'


def _bounds(when: When) -> tuple[date, date] | None:
    if when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _grid(first: date, last: date, x: Callable[[date], float], height: int) -> Iterator[str]:
    """Lines at the starts of months, or of years where months are too many."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 18 else 3 if months <= 48 else 12
    every = max(1, months // 12 // 12) if step == 12 else 1
    day = date(first.year, 1, 1)
    while day <= last:
        if day >= first and (step < 12 or (day.year - first.year) % every == 0):
            name = str(day.year) if step == 12 or day.month == 1 else MONTHS[day.month - 1]
            yield f'<line class="g" x1="{x(day)}" x2="{x(day)}" y1="{TOP - 8}" y2="{height}"/>'
            yield f'<text class="q" x="{x(day) + 3}" y="{TOP - 12}">{name}</text>'
        month = day.month - 1 + step
        day = date(day.year + month // 12, month % 12 + 1, 1)


def _row(item: Item, start: float, end: float, y: int) -> str:
    stated = item.when.basis == "stated"
    plan = " plan" if item.planned else ""
    if end - start > 6:
        shape = (
            f'<path class="range{plan}" d="M{start} {y - 4}v8M{start} {y}H{end}M{end} {y - 4}v8"/>'
        )
    elif item.is_document:
        name = "doc" if stated else "doc ring"
        shape = f'<rect class="{name}" x="{start - 4.5}" y="{y - 5.5}" width="9" height="11"/>'
    else:
        name = "dot" if stated else "ring"
        shape = f'<circle class="{name}{plan}" cx="{start}" cy="{y}" r="5"/>'
    label = markdown.attribute(_shortened(item.label))
    return f'<a href="{item.target}"><text x="0" y="{y + 5}">{label}</text>{shape}</a>'


def _shortened(label: str, most: int = 56) -> str:
    folded = " ".join(label.split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


def _key() -> str:
    def sign(shape: str, words: str) -> str:
        drawn = f'<svg viewBox="0 0 16 12" aria-hidden="true" class="time">{shape}</svg>'
        return f"<span>{drawn}{words}</span>"

    return (
        '<p class="tkey">'
        + sign('<circle class="dot" cx="8" cy="6" r="5"/>', _("event, day stated"))
        + sign('<circle class="ring" cx="8" cy="6" r="5"/>', _("worked out"))
        + sign('<path class="range" d="M1 2v8M1 6H15M15 2v8"/>', _("some day between"))
        + sign('<rect class="doc" x="3.5" y="0.5" width="9" height="11"/>', _("document"))
        + sign('<circle class="ring plan" cx="8" cy="6" r="5"/>', _("planned"))
        + "</p>"
    )
