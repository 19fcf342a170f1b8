"""Days that have a name: Christmas Day, Thanksgiving, the Fourth of July."""

from __future__ import annotations

from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.wording import noted

_CLOSE = 60
"""Days within which a feast is meant, whatever the tense around it seems to be."""

_FIXED = {
    "new year’s day": (1, 1), "new year’s eve": (12, 31), "valentine’s day": (2, 14),
    "independence day": (7, 4), "veterans day": (11, 11), "halloween": (10, 31),
    "christmas": (12, 25), "christmas eve": (12, 24), "christmas day": (12, 25),
}  # fmt: skip
_AMERICAN = {
    "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}  # fmt: skip
"""Month, weekday, and which such day of the month (-1: the last)."""


def day_in(year: int, name: str) -> date | None:
    """Return the day of the feast *name* in *year*."""
    if name in _FIXED:
        return cal.valid(year, *_FIXED[name])
    if name in _AMERICAN:
        return _weekday_of_month(year, *_AMERICAN[name])
    easter = _easter(year)
    return easter - timedelta(2) if name == "good friday" else easter


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Western Easter: the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(form: Form, setting: Setting) -> Reading | None:
    """Read Christmas Day 1989, last Thanksgiving, on Labor Day: a named day
    alone only where a preposition of time leads it in."""
    name, year = form.tokens[0].word, form.first("Y")
    if form.letters[0] in "lnt":
        name = form.tokens[1].word
    if year is not None:
        day = day_in(year.value, name) if year.value > 1582 else None
        if day is None:
            return None
        return Reading(
            "date-feast", "stated", noted("A named day, and the year."), value=edtf.iso_day(day)
        )
    if form.first("lnt") is None and form.before[-1:] not in set("Psbfkd"):
        return None
    return _near(form, name, setting.direction(form.start, form.end))


def _near(form: Form, name: str, sign: int) -> Reading:
    of_year = form.letters[-1:] == "v"
    count = shift(form)
    if not of_year and form.first("lnt") is not None and count:
        sign = count

    def value_on(anchor: date) -> str | None:
        if not 1584 < anchor.year < 9990:
            return None
        if of_year:
            same = day_in(anchor.year + count, name)
            return edtf.iso_day(same) if same else None
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        days = [day for year in years if (day := day_in(year, name))]
        nearest = min(days, key=lambda day: abs((day - anchor).days), default=None)
        fitting = [day for day in days if not sign or (day - anchor).days * sign >= 0]
        if nearest and fitting and abs((nearest - anchor).days) > _CLOSE:
            nearest = min(fitting, key=lambda day: abs((day - anchor).days))
        return edtf.iso_day(nearest) if nearest else None

    reason = {
        -1: noted("A named day; the year is worked out: the last before {anchor}."),
        1: noted("A named day; the year is worked out: the next after {anchor}."),
        0: noted("A named day; the year is worked out: the nearest to {anchor}."),
    }[sign]
    return Reading(
        "date-feast", "inferred", reason,
        value_on=value_on, missing=noted("The year is not stated."), certainty="probable",
    )  # fmt: skip


HANDLERS: dict[str, Handler] = {"feast": feast}
