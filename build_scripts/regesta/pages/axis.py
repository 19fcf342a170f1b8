"""The axis of a drawing: days to places, with a grid of months or years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model import When
from regesta.pages.wording import Words, _, noted

MONTHS = Words(
    noted("Jan"),
    noted("Feb"),
    noted("Mar"),
    noted("Apr"),
    noted("May"),
    noted("Jun"),
    noted("Jul"),
    noted("Aug"),
    noted("Sep"),
    noted("Oct"),
    noted("Nov"),
    noted("Dec"),
)
LABEL_WIDTH = 46
"""What the name of a month or year takes at the least, in drawing units."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days *first* to *last* laid out from *left* to *right*."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return the place of *day*, kept within the axis."""
        days = max((self.last - self.first).days, 1)
        place = self.left + (self.right - self.left) * (day - self.first).days / days
        return round(min(max(place, self.left), self.right), 1)

    def ends(self, when: When) -> tuple[float, float]:
        """Return where *when* starts and ends; an open end runs to the edge."""
        start = self.left if when.earliest is None else self.x(when.earliest)
        end = self.right if when.latest is None else self.x(when.latest)
        return start, end

    def grid(self, top: float, bottom: float) -> Iterator[str]:
        """Yield lines and names for as many months or years as there is room."""
        step = _step(self, int((self.right - self.left) // LABEL_WIDTH))
        day = date(self.first.year, 1, 1)
        while day <= self.last:
            if day >= self.first:
                x = self.x(day)
                name = str(day.year) if day.month == 1 else MONTHS[day.month - 1]
                yield f'<line class="g" x1="{x}" x2="{x}" y1="{top - 8}" y2="{bottom}"/>'
                if x < self.right - 24:
                    yield f'<text class="q" x="{x + 3}" y="{top - 10}">{name}</text>'
            month = day.month - 1 + step
            if day.year + month // 12 > date.max.year:
                break
            day = date(day.year + month // 12, month % 12 + 1, 1)


def _step(axis: Axis, room: int) -> int:
    """Months from one line of the grid to the next."""
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month + 1
    for step in (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 6000):
        if months / step <= max(room, 1):
            return step
    return 12000


def span(dates: Iterable[When]) -> tuple[date, date] | None:
    """Return the first and last day that *dates* tell of, with some room."""
    days = [day for when in dates for day in (when.earliest, when.latest) if day]
    return with_room((min(days), max(days)) if days else None)


def with_room(days: tuple[date, date] | None) -> tuple[date, date] | None:
    """Return the first and the last of *days*, with some room on both sides."""
    if days is None:
        return None
    first, last = days
    room = timedelta(days=max(2, (last - first).days // 40))
    first = first - room if first - date.min > room else first
    last = last + room if date.max - last > room else last
    return first, last


def short(when: When) -> str:
    """Return a date as a drawing has room for it: ``22–30 Jan``; no year,
    the axis tells it."""
    start, end = when.earliest, when.latest
    if start is None and end is None:
        return ""
    if start is None or end is None:
        words = _("{day} or later") if start else _("{day} or earlier")
        return words.format(day=_day(start or end))
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        whole = start.day == 1 and (end + timedelta(days=1)).day == 1
        return MONTHS[start.month - 1] if whole else f"{start.day}–{_day(end)}"
    if start.year == end.year:
        return f"{_day(start)} – {_day(end)}"
    return f"{start.year}–{end.year}"


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" if day else ""
