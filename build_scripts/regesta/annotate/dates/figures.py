"""Dates written in figures: 1998-05-03, 18/02/2024, 8/19/24."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from regesta import edtf
from regesta.annotate.dates.anchor import one_of
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.model import Certainty
from regesta.wording import noted

_NEAR = 31
"""Days around the text's own in which a day is likelier than one outside."""

_NUMBERS = re.compile(r"\d+")


def iso_day(form: Form, setting: Setting) -> Reading | None:
    """Read 1998-05-03."""
    return stated("date-iso", form.tokens[0].word)


def numeric_day(form: Form, setting: Setting) -> Reading | None:
    """Read 1/10/2024: day and month only where they cannot be mistaken."""
    word = form.tokens[0].word
    parts = [int(part) for part in _NUMBERS.findall(word)]
    if parts[0] > 31:
        return stated("date-numeric", f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}")
    if len(word.replace("-", "/").rpartition("/")[2]) == 2 and "." not in word:
        return _two_digit_year(parts, setting.order)
    first, second, year = parts
    return _either_order(first, second, year, "day" if "." in word else setting.order)


def order_of(forms: Iterable[Form]) -> str:
    """Return which stands first, ``month`` or ``day``, in the dates in figures
    of a text: by those that cannot be mistaken, if they agree; else nothing."""
    orders = set()
    for form in forms:
        parts = [int(part) for part in _NUMBERS.findall(form.tokens[0].word)]
        if parts[0] <= 12 < parts[1] <= 31:
            orders.add("month")
        elif parts[1] <= 12 < parts[0] <= 31:
            orders.add("day")
    return orders.pop() if len(orders) == 1 else ""


def _either_order(first: int, second: int, year: int, order: str) -> Reading | None:
    pairs = {"month": (first, second), "day": (second, first)}
    choices = [f"{year:04}-{m:02}-{d:02}" for name, (m, d) in pairs.items() if order in ("", name)]
    right = [choice for choice in choices if edtf.validate(choice) is None]
    value = one_of(right) if right else None
    if value is None:
        return None
    if "[" not in value:
        return stated("date-numeric", value)
    reason = noted("Stated in figures that can be read as month/day or as day/month.")
    return Reading(
        "date-numeric", "stated", reason, value_on=lambda anchor: _on_the_day(right, anchor, value),
        bare=value, missing=reason, certainty="possible",
    )  # fmt: skip


def _on_the_day(choices: Sequence[str], anchor: date, undecided: str) -> str:
    """Of two readings take the one that is the text's own day, or within a
    month of it where the other is not."""
    near = [c for c in choices if abs((date.fromisoformat(c) - anchor).days) <= _NEAR]
    same = [c for c in choices if c == edtf.iso_day(anchor)]
    return same[0] if same else near[0] if len(near) == 1 else undecided


def _two_digit_year(parts: list[int], order: str) -> Reading | None:
    first, second, short = parts

    def value_on(anchor: date) -> str | None:
        century = anchor.year // 100 * 100
        year = min(
            (century + short + n for n in (-100, 0, 100)), key=lambda y: abs(y - anchor.year)
        )
        reading = _either_order(first, second, year, order)
        if reading is None or reading.value_on is None:
            return reading.value if reading else None
        return reading.value_on(anchor)

    if _either_order(first, second, 2000 + short, order) is None:
        return None
    reason = noted("Day and month stated; of the year two figures, read as nearest to {anchor}.")
    return Reading("date-numeric", "inferred", reason, value_on=value_on, certainty="probable")


def stated(rule: str, value: str, conflict: str | None = None) -> Reading | None:
    """Read a full day; nothing if the calendar has no such."""
    if edtf.validate(value):
        return None
    certainty: Certainty = "possible" if conflict else "certain"
    reason = noted("Day, month and year stated.") if len(value) == 10 else noted("Stated.")
    return Reading(rule, "stated", reason, value=value, conflict=conflict, certainty=certainty)
