"""Lengths of time, what recurs, and what is vague and stays so."""

from __future__ import annotations

from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.relative import count_of, near_period, singular
from regesta.model import Certainty
from regesta.wording import noted

_TEXT_DAY = noted("The day of the text itself is not known.")
_ISO = {
    "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"), "week": ("P", 1, "W"),
    "weekend": ("P", 2, "D"), "fortnight": ("P", 2, "W"), "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}  # fmt: skip

_ADVERBS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y"}


def _iso(unit: str, number: int) -> str | None:
    if unit not in _ISO or number < 1:
        return None
    prefix, factor, letter = _ISO[unit]
    return f"{prefix}{number * factor}{letter}"


def duration(form: Form, setting: Setting) -> Reading | None:
    """Read about four hours, a two-day visit; not the age of a person."""
    unit_token = form.tokens[-1]
    number = count_of(form)
    plural = unit_token.letter in "UH"
    if doubts.is_age(setting.text, form.start, form.end) or "." in unit_token.word:
        return None
    if form.letters[-1] in "uvj" and "-" not in form.letters and number != 1:
        return None
    if number == 1 and unit_token.word == "day" and form.letters[0] in "ND":
        return None
    if unit_token.word.startswith("quarter"):
        return None  # three-quarters
    if unit_token.letter == "H" and form.first("Y"):
        return None  # at 2140 hours
    value = _iso(singular(unit_token.word), number)
    if value is None or (plural and number == 1):
        return None
    about = (
        noted("A length of time, about so.")
        if form.letters[0] == "A"
        else noted("A length of time.")
    )
    certainty: Certainty = "probable" if form.letters[0] == "A" else "certain"
    return Reading("date-duration", "stated", about, value=value, certainty=certainty)


def recurring(form: Form, setting: Setting) -> Reading | None:
    """Read each year, every four years, every Tuesday, Mondays."""
    token = form.tokens[-1]
    if token.letter in "Ww":
        return Reading("date-set", "stated", noted("Recurs every week."), value="P1W")
    if token.letter == "2":
        if setting.text[token.start].isupper():
            return None  # the Daily Mail
        return Reading("date-set", "stated", noted("Recurs."), value=_ADVERBS[token.word])
    number = count_of(form) if len(form.tokens) > 2 else 1
    if (token.letter == "U") != (number > 1):
        return None
    value = _iso(singular(token.word), number)
    return Reading("date-set", "stated", noted("Recurs."), value=value) if value else None


def recurring_day(form: Form, setting: Setting) -> Reading | None:
    """Read December 17 of each year."""
    return Reading("date-recurring-day", "stated", noted("Recurs every year."), value="P1Y")


def stretch(form: Form, setting: Setting) -> Reading | None:
    """Read in recent years, the past two weeks, in the coming months."""
    token = form.tokens[-1]
    unit, number = singular(token.word), count_of(form)
    single = token.letter in "uv"
    back = shift(form) <= 0
    if form.first("t") or (single and unit == "night"):
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


def long_time(form: Form, setting: Setting) -> Reading | None:
    """Read in years, for decades: since before, up to the anchor."""
    if form.tokens[0].word not in ("in", "for") or doubts.is_age(
        setting.text, form.start, form.end
    ):
        return None
    if form.tokens[0].word == "for" and form.after[:1] in ("k", "t"):
        return None

    def value_on(anchor: date) -> str | None:
        return f"../{edtf.iso_day(anchor)}"

    reason = noted("A long time up to {anchor}; vague.")
    return Reading(
        "date-vague", "relative", reason, value_on=value_on, missing=_TEXT_DAY, certainty="probable"
    )


def vague(form: Form, setting: Setting) -> Reading | None:
    """Read previously, recently."""

    def value_on(anchor: date) -> str | None:
        return f"../{edtf.iso_day(anchor)}"

    reason = noted("At some time before {anchor}; vague.")
    return Reading(
        "date-vague", "relative", reason, value_on=value_on, missing=_TEXT_DAY, certainty="probable"
    )


def present(form: Form, setting: Setting) -> Reading | None:
    """Read now, currently: about the day of the text; not the "Now," with
    which speakers begin."""
    token = form.tokens[0]
    opens = setting.text[token.start].isupper() and token.word == "now"
    if opens or setting.follows(form.end, 2)[:1] in ("-", "–"):
        return None

    def value_on(anchor: date) -> str | None:
        return f"{edtf.iso_day(anchor)}~"

    return Reading(
        "date-present", "relative", noted("About {anchor}; vague."), value_on=value_on,
        missing=_TEXT_DAY, certainty="probable",
    )  # fmt: skip


def future(form: Form, setting: Setting) -> Reading | None:
    """Read in the future, in the near future; not "the future of work"."""
    if not setting.precedes(form.start, 3).lower().endswith("in "):
        return None

    def value_on(anchor: date) -> str | None:
        return f"{edtf.iso_day(anchor)}/.."

    return Reading(
        "date-vague", "relative", noted("At some time after {anchor}; vague."), value_on=value_on,
        missing=_TEXT_DAY, certainty="probable",
    )  # fmt: skip


HANDLERS: dict[str, Handler] = {
    "present": present,
    "future": future,
    "duration": duration,
    "set": recurring,
    "recurring-day": recurring_day,
    "weekdays": recurring,
    "weekday-range": recurring,
    "stretch": stretch,
    "long": long_time,
    "vague": vague,
}
