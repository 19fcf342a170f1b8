"""Many dated things drawn as bars: one a month or a year, each the way to the
first of what it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from regesta.pages import markdown
from regesta.pages.axis import MONTHS, Axis

YEARS_FROM = 8
"""Years of a span from which a bar stands for a year, not a month."""


@dataclass(frozen=True, slots=True)
class Mark:
    """*number* things on *day*; *target* is an address as HTML writes it."""

    day: date
    number: int
    target: str


def by_year(days: tuple[date, date]) -> bool:
    """Tell whether a bar stands for a year in a drawing of *days*."""
    return days[1].year - days[0].year > YEARS_FROM


def draw(
    marks: Iterable[Mark],
    days: tuple[date, date],
    say: Callable[[int], str],
    *,
    width: int,
    top: int,
    base: int,
) -> tuple[list[str], int]:
    """Return the parts of a drawing of *marks* (in order of time), and the
    number for which the tallest bar stands.  *say* puts a number in words."""
    yearly = by_year(days)
    numbers: dict[tuple[int, int], int] = {}
    targets: dict[tuple[int, int], str] = {}
    for mark in marks:
        key = (mark.day.year, 1 if yearly else mark.day.month)
        numbers[key] = numbers.get(key, 0) + mark.number
        targets.setdefault(key, mark.target)
    axis = Axis(*days, 6, width - 6)
    most = max(numbers.values())
    parts = list(axis.grid(top, base))
    for (year, month), number in sorted(numbers.items()):
        start = axis.x(date(year, month, 1))
        end = axis.x(date(year, 12, 31) if yearly else date(year, month, 28))
        height = round((base - top - 4) * number / most, 1)
        name = str(year) if yearly else f"{MONTHS[month - 1]} {year}"
        told = markdown.attribute(f"{name}: {say(number)}")
        parts.append(
            f'<a href="{targets[year, month]}" aria-label="{told}"><title>{told}</title>'
            f'<rect class="dot" x="{start}" y="{round(base - height, 1)}" '
            f'width="{max(end - start - 3, 2):.1f}" height="{height}"/></a>'
        )
    return parts, most
