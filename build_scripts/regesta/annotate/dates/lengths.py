"""Lengths of time, stretches and what recurs."""

from __future__ import annotations

import re
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.ago import count_of, singular
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.relative import near_period
from regesta.model import Certainty
from regesta.wording import noted

_TEXT_DAY = noted("The day of the text itself is not known.")
_ISO = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"), "week": ("P", 1, "W"), "weekend": ("P", 2, "D"),
    "fortnight": ("P", 2, "W"), "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}  # fmt: skip

_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
}  # fmt: skip


def _iso(unit: str, number: float) -> str | None:
    if unit not in _ISO or number <= 0:
        return None
    prefix, factor, letter = _ISO[unit]
    return f"{prefix}{number * factor:g}{letter}"


def _vague_iso(unit: str) -> str | None:
    """Return the length of "several months", which is not said."""
    if unit not in _ISO:
        return None
    prefix, factor, letter = _ISO[unit]
    return f"{prefix}X{letter}" if factor == 1 else "PXY" if letter == "Y" else None


def duration(form: Form, setting: Setting) -> Reading | None:
    """Read about four hours, a two-day visit; not the age of a person."""
    unit_token = form.tokens[-1]
    if unit_token.letter == "κ":
        return _lasting(unit_token.word)
    number = count_of(form)
    plural = unit_token.letter in "UH"
    if form.first("μ") and not plural and not form.first("NDY"):
        number = 1  # a full year, the entire week
    if "." in unit_token.word:
        return None
    if form.letters[-1] in "uvj" and "-" not in form.letters and number != 1:
        return None
    if number == 1 and unit_token.word == "day" and form.letters[0] in "ND":
        return None
    if unit_token.word.startswith("quarter") and not form.first("μ"):
        return None  # three-quarters
    if unit_token.letter == "H" and form.first("Y"):
        return None  # at 2140 hours
    if form.tokens[0].word == "some":
        return None
    if number == 0 and plural and form.first("N"):
        return _untold(_vague_iso(singular(unit_token.word)))
    value = _iso(singular(unit_token.word), number)
    if value is None or (plural and number == 1):
        return None
    if doubts.is_age(setting.text, form.start, form.end):
        return _age(form, setting, value)
    about = (
        noted("A length of time, about so.")
        if form.letters[0] == "A"
        else noted("A length of time.")
    )
    certainty: Certainty = "probable" if form.letters[0] == "A" else "certain"
    return Reading("date-duration", "stated", about, value=value, certainty=certainty)


def _age(form: Form, setting: Setting, value: str) -> Reading:
    """Read the age of a person or a thing, a length of time too (ISO 24617-1):
    18-year-old, 70 years old, aged 3 months."""
    end = doubts.end_of_age(setting.text, form.end)
    return Reading("date-age", "stated", noted("An age."), value=value, end=end)


def either_length(form: Form, setting: Setting) -> Reading | None:
    """Read three to five years, a day or two: the longer, and no more is known."""
    unit = singular((form.first("uvUjH") or form.tokens[-1]).word)
    counts = [1 if token.letter == "a" else token.value for token in form.all("NDa")]
    if not counts[0] < counts[-1] or doubts.is_age(setting.text, form.start, form.end):
        return None
    value = _iso(unit, counts[-1])
    if value is None:
        return None
    reason = noted("A length of time; the longer of the two told.")
    return Reading("date-duration", "stated", reason, value=value, certainty="probable")


_MEASURED = re.compile(
    r"(?:[0-9]|%|\b(?:[mb]illion|trillion|thousand|hundred|per\s?cent|dollars?|shares?|tons?|tonnes|"
    r"barrels?|people|persons|units|copies|hours|days|times|cents|points|passengers|cars|jobs))\s$"
)


def rate(form: Form, setting: Setting) -> Reading | None:
    """Read $12 million a year, 24 hours a day: so much in each."""
    if not _MEASURED.search(setting.precedes(form.start, 14)):
        return None
    value = _iso(form.tokens[-1].word, 1)
    return Reading("date-set", "stated", noted("Recurs."), value=value) if value else None


_HALVES = {
    "minute": "PT30S", "hour": "PT30M", "day": "PT12H", "month": "P0.5M", "year": "P6M",
    "decade": "P5Y", "century": "P50Y",
}  # fmt: skip


def _untold(value: str | None) -> Reading | None:
    """Read several months, a couple of days: how many is not told."""
    if value is None:
        return None
    reason = noted("A length of time; how long is not told.")
    return Reading("date-duration", "stated", reason, value=value, certainty="probable")


def _lasting(word: str) -> Reading | None:
    """Read yearlong, a month-long strike, all day."""
    value = _iso(word.removesuffix("long").removeprefix("all ").rstrip("-"), 1)
    return Reading("date-duration", "stated", noted("A length of time."), value=value)


def fraction(form: Form, setting: Setting) -> Reading | None:
    """Read half an hour, two and a half years, a day and a half."""
    unit = singular((form.first("uvUjH") or form.tokens[-1]).word)
    half = form.letters.lstrip("A")[0] == "½"
    value = _HALVES.get(unit) if half else _iso(unit, count_of(form) + 0.5)
    if value is None or unit == "quarter" or doubts.is_age(setting.text, form.start, form.end):
        return None
    return Reading("date-duration", "stated", noted("A length of time."), value=value)


def recurring(form: Form, setting: Setting) -> Reading | None:
    """Read each year, every four years, every Tuesday, Mondays."""
    token = form.tokens[-1]
    if token.letter == "G":
        return Reading("date-set", "stated", noted("Recurs every day."), value="P1D")
    if token.letter in "Ww":
        return Reading("date-set", "stated", noted("Recurs every week."), value="P1W")
    if token.letter == "2":
        if setting.text[token.start].isupper() and not _opens_sentence(form, setting):
            return None  # the Daily Mail
        return Reading("date-set", "stated", noted("Recurs."), value=_ADVERBS[token.word])
    if form.first("×"):
        value = _iso(token.word, 1)
        often = form.first("×") is not form.tokens[0] or form.tokens[0].word != "times"
        return Reading("date-set", "stated", noted("Recurs."), value=value) if often else None
    number = count_of(form) if len(form.tokens) > 2 else form.tokens[0].value or 1
    if form.tokens[0].value and len(form.tokens) == 2:  # every other year
        value = _iso(token.word, number)
        return Reading("date-set", "stated", noted("Recurs."), value=value) if value else None
    if (token.letter == "U") != (number > 1):
        return None
    value = _iso(singular(token.word), number)
    return Reading("date-set", "stated", noted("Recurs."), value=value) if value else None


def _opens_sentence(form: Form, setting: Setting) -> bool:
    before = setting.precedes(form.start, 2)
    return before[-2:] in ("", ". ", "\n\n") and not setting.follows(form.end, 2)[1:].isupper()


def recurring_day(form: Form, setting: Setting) -> Reading | None:
    """Read December 17 of each year."""
    return Reading("date-recurring-day", "stated", noted("Recurs every year."), value="P1Y")


def stretch(form: Form, setting: Setting) -> Reading | None:
    """Read in recent years, the past two weeks, in the coming months."""
    token = form.tokens[-1]
    unit, number = singular(token.word), count_of(form)
    single = token.letter in "uv"
    back = shift(form) <= 0
    if form.first("t") and unit in ("weekend", "night", "quarter"):
        return near_period(form, setting)
    if single and unit == "night":
        return None
    if form.tokens[-2].word == "latest":
        return near_period(form, setting)
    number = 1 if single else number

    def value_on(anchor: date) -> str | None:
        return _back(anchor, unit, number) if back else _ahead(anchor, unit, number)

    if _back(date(2000, 6, 15), unit, number) is None:
        return None
    reason = noted("Before {anchor}, as far as it goes; vague.")
    if not back:
        reason = noted("After {anchor}, as far as it goes; vague.")
    return Reading(
        "date-stretch", "relative", reason, value_on=value_on, missing=_TEXT_DAY,
        certainty="probable",
    )  # fmt: skip


def _grain(anchor: date, unit: str, count: int) -> str | None:
    """Return the day, month or year *count* units away, no finer than *unit*."""
    if unit in ("hour", "minute"):
        days = abs(count) // 24 if unit == "hour" else 0
        found = cal.plus_days(anchor, days if count > 0 else -days)
        return edtf.iso_day(found) if found else None
    if unit in ("day", "week", "fortnight", "weekend"):
        found = cal.plus_days(anchor, count * {"day": 1, "fortnight": 14}.get(unit, 7))
        return edtf.iso_day(found) if found else None
    if unit in ("month", "quarter"):
        return cal.plus_months(anchor, count * (3 if unit == "quarter" else 1))
    factor = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return cal.plus_years(anchor, count * factor) if factor else None


def _back(anchor: date, unit: str, number: int) -> str | None:
    now = _grain(anchor, unit, 0)
    if now is None or number == 0:
        return f"../{now}" if now else None
    start = _grain(anchor, unit, -number)
    return f"{start}/{now}" if start else None


def _ahead(anchor: date, unit: str, number: int) -> str | None:
    now = _grain(anchor, unit, 0)
    if number == 0:
        return f"{edtf.iso_day(anchor)}/.."
    end = _grain(anchor, unit, number)
    return f"{now}/{end}" if now and end else None


HANDLERS: dict[str, Handler] = {
    "duration": duration,
    "either-length": either_length,
    "rate": rate,
    "fraction": fraction,
    "set": recurring,
    "recurring-day": recurring_day,
    "weekdays": recurring,
    "weekday-range": recurring,
    "stretch": stretch,
}
