"""Dates that say at least their month, year or decade themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.anchor import one_of
from regesta.annotate.dates.figures import iso_day, numeric_day, stated
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.tokens import Token
from regesta.annotate.dates.words import MONTHS, WEEKDAYS
from regesta.wording import noted

_YEAR_MISSING = noted(
    "Day and month are stated; the year is not, and nothing in the archive tells it."
)
_MONTH_ONLY = noted(
    "Only the month is stated; the year is not, and nothing in the archive tells it."
)

_LEADS = frozenset("psFBkfbc")
"""Classes of words that lead a year in …"""
_LEADS_MONTH = _LEADS | {"P"}
"""… and a month."""


def _month(token: Token) -> int:
    return abs(token.value)


def full_day(form: Form, setting: Setting) -> Reading | None:
    """Read February 18, 2024 and 18 February 2024, with or without weekday."""
    month, day, year = form.first("M"), form.first("Do"), form.first("Yψ")
    if not (month and day and year):
        return None
    found = cal.valid(year.value, _month(month), day.value)
    if found is None:
        return None
    return stated("date-full", edtf.iso_day(found), _weekday_conflict(form, found))


def _weekday(form: Form) -> int | None:
    token = form.first("W")
    if token is None:
        return None
    return cal.weekday_of(token.value)


def _weekday_conflict(form: Form, found: date) -> str | None:
    weekday = _weekday(form)
    if weekday is None or found.weekday() == weekday:
        return None
    day = edtf.speak(edtf.iso_day(found))
    return f"{day} was a {WEEKDAYS[found.weekday()]}; the text says {WEEKDAYS[weekday]}."


def day(form: Form, setting: Setting) -> Reading | None:
    """Read February 18: the year is the one nearest to the anchor that the
    tense allows, and that the weekday agrees with where one is given."""
    month_token, day_token = form.first("M"), form.first("Do")
    if not month_token or not day_token or doubts.is_count(setting.text, form.end):
        return None
    month, number = _month(month_token), day_token.value
    if cal.valid(2000, month, number) is None or _is_name(form, setting, month_token):
        return None
    weekday = _weekday(form)
    sign = setting.direction(form.start, form.end)
    over = setting.precedes(form.start, 6) == "ended "
    known = setting.years.get((month, number), ())

    def value_on(anchor: date) -> str | None:
        days = cal.days_near(anchor, month, number, weekday, sign)
        if over and weekday is None:  # the quarter ended March 31
            days = [cal.last_before(anchor, month, number)]
        if len(known) == 1 and known[0] != anchor.year:
            same = cal.valid(known[0], month, number)
            close = [d for d in days if abs((d - anchor).days) <= 7]
            days = [*close, same] if same else days
        return cal.join_days(days)

    given = len(known) == 1
    bare = f"{known[0]:04}-{month:02}-{number:02}" if given else f"XXXX-{month:02}-{number:02}"
    return Reading(
        "date-day", "inferred", _day_reason(form, sign, given), value_on=value_on, bare=bare,
        missing=_day_reason(form, sign, given) if given else _YEAR_MISSING,
    )  # fmt: skip


def _is_name(form: Form, setting: Setting, month: Token) -> bool:
    """Tell a person called Jan or May from the month: "Jan 3", "May 3" stand."""
    return month.word in ("may", "march") and setting.text[month.start].islower()


def _day_reason(form: Form, sign: int, given: bool) -> str:
    if given:
        return noted("Day and month stated; the year is the one that the text gives elsewhere.")
    if form.first("W"):
        return noted("Weekday, day and month stated; the year is worked out from {anchor}.")
    return {
        -1: noted(
            "Day and month stated; the year is worked out: the last such day before {anchor}."
        ),
        1: noted("Day and month stated; the year is worked out: the next such day after {anchor}."),
        0: noted("Day and month stated; the year is worked out: the nearest to {anchor}."),
    }[sign]


def shift(form: Form) -> int:
    """Return -1, 0 or 1 for last (this past), this, next."""
    token = form.first("ln") or form.first("t")
    return {"l": -1, "n": 1, "t": 0}[token.letter] if token else 0


def day_of_year(form: Form, setting: Setting) -> Reading | None:
    """Read January 30 of last year."""
    month, number = form.first("M"), form.first("Do")
    if not month or not number or cal.valid(2000, _month(month), number.value) is None:
        return None
    count = shift(form)

    def value_on(anchor: date) -> str | None:
        found = cal.valid(anchor.year + count, _month(month), number.value)
        return edtf.iso_day(found) if found else None

    bare = f"XXXX-{_month(month):02}-{number.value:02}"
    reason = noted("Day and month stated; the year is counted from {anchor}.")
    return Reading(
        "date-day", "relative", reason, value_on=value_on, bare=bare, missing=_YEAR_MISSING
    )


_PARTS = {
    "y": noted("Early in it, as the text says."),
    "z": noted("Late in it, as the text says."),
    "i": noted("About its middle, as the text says."),
    "q": noted("A part of it, as the text says."),
}


def _part_words(form: Form) -> str:
    return _PARTS.get(form.letters[0], "")


def month_of_year(form: Form, setting: Setting) -> Reading | None:
    """Read February 2024, mid-May 2020, Nov. ’98."""
    month, year = form.first("M"), form.first("Yη")
    if not month or not year:
        return None
    value = f"{year.value:04}-{_month(month):02}"
    reason = noted("Month and year stated.")
    start = form.tokens[1].start if form.letters[0] in "lnt" else None
    return Reading(
        "date-month-year", "stated", reason, value=value, start=start, part=_part_words(form)
    )


def month_of_that_year(form: Form, setting: Setting) -> Reading | None:
    """Read mid-November last year."""
    month = form.first("M")
    if not month:
        return None
    count = shift(form)

    def value_on(anchor: date) -> str | None:
        return cal.month_text((anchor.year + count, _month(month)))

    reason = noted("Month stated; the year is counted from {anchor}.")
    bare = f"XXXX-{_month(month):02}"
    return Reading(
        "date-month",
        "relative",
        reason,
        value_on=value_on,
        bare=bare,
        missing=_MONTH_ONLY,
        part=_part_words(form),
    )


def near_month(form: Form, setting: Setting) -> Reading | None:
    """Read last November, next March, this May.

    "Last March" in a September may be this year's or the year before's:
    both are kept."""
    token = form.first("M")
    if not token or token.value < 0:
        return None
    month, sign = _month(token), shift(form)
    past = form.tokens[0].letter == "t" and sign < 0

    def value_on(anchor: date) -> str | None:
        if sign == 0:
            return cal.month_text((anchor.year, month))
        this_year_fits = (month - anchor.month) * sign > 0
        other = cal.month_text((anchor.year + sign, month))
        this = cal.month_text((anchor.year, month))
        if not this_year_fits or this is None or other is None:
            return other
        return this if past else one_of([this, other])

    reason = {
        -1: noted("The {month} before {anchor}."),
        0: noted("The {month} of the year of {anchor}."),
        1: noted("The {month} after {anchor}."),
    }[sign]
    return Reading(
        "date-near-month", "relative", reason, value_on=value_on, bare=f"XXXX-{month:02}",
        missing=_MONTH_ONLY, words=(("month", MONTHS[month]),), part=_part_words(form),
    )  # fmt: skip


def month(form: Form, setting: Setting) -> Reading | None:
    """Read November alone: the nearest that the tense allows."""
    token = form.first("M")
    if not token or token.value < 0:
        return None
    led = form.before[-1:] in _LEADS_MONTH or len(form.tokens) > 1
    led = led or form.after == "&M" or form.before.endswith("M&")
    if doubts.is_other_word(setting.text, token.word, form.end, led):
        return None
    if setting.text[token.start : token.end].isupper() and not led:
        return None
    number, sign = _month(token), setting.direction(form.start, form.end)

    def value_on(anchor: date) -> str | None:
        return cal.join_months(cal.months_near(anchor, number, sign))

    reason = {
        -1: noted("Month stated; the year is worked out: the last before {anchor}."),
        1: noted("Month stated; the year is worked out: the next after {anchor}."),
        0: noted("Month stated; the year is worked out: the nearest to {anchor}."),
    }[sign]
    return Reading(
        "date-month", "inferred", reason, value_on=value_on, bare=f"XXXX-{number:02}",
        missing=_MONTH_ONLY, certainty="certain" if sign else "probable",
        part=_part_words(form),
    )  # fmt: skip


def year(form: Form, setting: Setting) -> Reading | None:
    """Read 2024, early 2024, where it is no count, label or house number."""
    token = form.tokens[-1]
    text = setting.text
    led = form.before[-1:] in _LEADS or len(form.tokens) > 1
    if doubts.is_count(text, token.end) or doubts.is_street(text, token.end):
        return None
    if doubts.is_about(text, token.start, setting.ends_phrase(token.end)):
        about = noted("Year stated, about so.")
        return Reading("date-year", "stated", about, value=f"{token.value:04}~")
    if not led and doubts.is_label(text, token.start):
        return None
    if not 1900 <= token.value <= 2099 and not led:
        return None
    value, part = f"{token.value:04}", _part_words(form)
    return Reading("date-year", "stated", noted("Year stated."), value=value, part=part)


_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip


def decade(form: Form, setting: Setting) -> Reading | None:
    """Read the 1990s."""
    token = form.tokens[-1]
    value = f"{token.value // 10}X"
    if token.letter == "σ":
        value = f"19{_DECADES[token.word]}X"
    part = _part_words(form)
    return Reading("date-decade", "stated", noted("Decade stated."), value=value, part=part)


def century(form: Form, setting: Setting) -> Reading | None:
    """Read the 19th century (18XX, as is usual)."""
    number = form.first("oO")
    if not number or form.tokens[-1].word != "century" or number.value > 30:
        return None
    value, part = f"{number.value - 1:02}XX", _part_words(form)
    return Reading("date-century", "stated", noted("Century stated."), value=value, part=part)


def fiscal_year(form: Form, setting: Setting) -> Reading | None:
    """Read fiscal year 2024, FY24, school year 2023/24."""
    token = form.first("ZYηJ")
    if not token:
        return _near_fiscal_year(shift(form)) if form.first("lnt") else None
    reason = noted("Year stated; a fiscal year may begin before or end after the calendar year.")
    value, last = f"{token.value:04}~", form.tokens[-1]
    if (last.letter in "YDN" and last is not token) or token.letter == "J":
        value = f"{token.value:04}/{token.value + 1:04}"
    return Reading("date-fiscal-year", "stated", reason, value=value, certainty="probable")


def _near_fiscal_year(count: int) -> Reading:
    """Read the current fiscal year, last fiscal year."""

    def value_on(anchor: date) -> str | None:
        year = cal.plus_years(anchor, count)
        return f"{year}~" if year else None

    reason = {
        -1: noted(
            "The year before that of {anchor}; a fiscal year may begin before or end after it."
        ),
        0: noted("The year of {anchor}; a fiscal year may begin before or end after it."),
        1: noted(
            "The year after that of {anchor}; a fiscal year may begin before or end after it."
        ),
    }[count]
    return Reading(
        "date-fiscal-year", "relative", reason, value_on=value_on, certainty="probable",
        missing=noted("The day of the text itself is not known."),
    )  # fmt: skip


Handler = Callable[[Form, Setting], Reading | None]
HANDLERS: dict[str, Handler] = {
    "iso-day": iso_day,
    "numeric-day": numeric_day,
    "full-day": full_day,
    "day-of-year": day_of_year,
    "day": day,
    "month-of-year": month_of_year,
    "month-of-that-year": month_of_that_year,
    "near-month": near_month,
    "month": month,
    "year": year,
    "decade": decade,
    "century": century,
    "fiscal-year": fiscal_year,
}
