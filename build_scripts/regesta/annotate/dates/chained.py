"""Dates that hang on another date of the text: two days after, that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.absolute import Handler, month
from regesta.annotate.dates.ago import count_of, singular
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.lengths import duration, stretch
from regesta.annotate.dates.quarters_told import last_part_of_year, year_before
from regesta.annotate.dates.reading import Reading, Setting, ValueOn
from regesta.annotate.dates.relative import PERIODS, near_period, period
from regesta.model import DateExpression
from regesta.wording import noted

_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n\s*\n")
_REACH = 300
_NO_POINT = {"date-set", "date-duration", "date-stretch", "date-vague"}
_AT_END = re.compile(r"[\s]*(?:[,.;:)!?—–]|$|and |but |when |in |with )")
_DAYS_AFTER = frozenset("7MWIK")
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
_BESIDE = ("following", "previous", "preceding", "prior", "next")
_MISSING = noted("It hangs on a date that the text does not give.")


def day_known(expression: DateExpression) -> bool:
    """Tell whether an expression names one day."""
    when = expression.when
    return (
        when.edtf is not None and len(when.edtf) == 10 and when.earliest == when.latest is not None
    )


def _before_in_sentence(setting: Setting, start: int) -> DateExpression | None:
    """Return the first dated day in the sentence before *start*: the one the
    sentence is about, as in "Sunday's meeting came two days after"."""
    left = max(0, start - _REACH)
    stops = [match.end() for match in _SENTENCE_END.finditer(setting.text, left, start)]
    floor = stops[-1] if stops else left
    here = [found for found in setting.found[-6:] if found.span.start >= floor and day_known(found)]
    return here[0] if here else None


_FINENESS = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}
"""Length of the EDTF value from which a unit can be counted."""


def last_point(setting: Setting, start: int, unit: str) -> DateExpression | None:
    """Return the last expression before *start* that is fine enough to count a
    *unit* from, within reach and with no other date between them."""
    for found in reversed(setting.found[-8:]):
        if start - found.span.start > 4 * _REACH:
            return None
        if day_known(found) or _is_point(found, unit):
            return found
        if found.rule not in _NO_POINT:
            return None
    return None


def _is_point(expression: DateExpression, unit: str) -> bool:
    value = expression.when.edtf or ""
    plain = value.replace("-", "").isdigit()
    return plain and _FINENESS.get(unit, 10) <= len(value) and expression.rule not in _NO_POINT


def _alone(setting: Setting, start: int) -> bool:
    """Tell whether no other date stands within reach before *start*."""
    return not any(
        start - found.span.start <= 4 * _REACH and found.rule not in _NO_POINT
        for found in setting.found[-8:]
    )


def chained(form: Form, setting: Setting) -> Reading | None:
    """Read two days after …, a week later, three days before …"""
    link = form.tokens[-1]
    unit_token = form.first("uvU")
    if unit_token is None:
        return _hours_on(form, setting)
    unit, number = singular(unit_token.word), count_of(form)
    if form.letters[0] == "h":
        return _the_one_before(form, setting, unit)
    if link.word in ("after", "before") and form.after[:1] in _DAYS_AFTER:
        length = duration(_without_link(form), setting)  # "two weeks before Christmas"
        return length._replace(end=form.tokens[-2].end) if length else None
    if link.word in ("after", "before"):
        near = _before_in_sentence(setting, form.start)
        sign = -1 if link.word == "after" else 1
    else:
        near = last_point(setting, form.start, unit)
        sign = 1 if link.word == "later" else -1
    if number == 0 or (unit_token.letter in "uv") != (number == 1):
        return None
    if link.word == "earlier" and unit == "year" and number == 1:
        same = last_part_of_year(setting, form.start)
        if same is not None:
            return year_before(same)
    if link.word in ("after", "before") and near is None and _no_date(setting, form.start):
        length = duration(_without_link(form), setting)
        return length._replace(end=form.tokens[-2].end) if length else None
    if near is None and link.word == "earlier" and _alone(setting, form.start):
        return _from_text(_counted(unit, -number, None))
    return _counted(unit, number * sign, near)


def _hours_on(form: Form, setting: Setting) -> Reading | None:
    """Read 48 hours later, an hour earlier: counted in whole days."""
    number, unit = count_of(form), singular(form.tokens[-2].word)
    near = last_point(setting, form.start, "day")
    if not number:
        return None
    if near is None:
        alone = duration(_without_link(form), setting)
        return alone._replace(end=form.tokens[-2].end) if alone else None
    hours = number if unit == "hour" else 0
    sign = 1 if form.tokens[-1].word == "later" else -1

    def value_on(anchor: date) -> str | None:
        found = cal.plus_days(anchor, sign * (hours // 24))
        return (edtf.iso_day(found) + ("" if hours % 24 == 0 else "~")) if found else None

    return _so_far_from(f"PT{number}{unit[0].upper()}", sign, near, value_on)


def _without_link(form: Form) -> Form:
    """Return "45 days" of "45 days after"."""
    return form._replace(letters=form.letters[:-1], tokens=form.tokens[:-1])


def _no_date(setting: Setting, start: int) -> bool:
    """Tell whether the sentence has told no date before *start*."""
    stops = [m.end() for m in _SENTENCE_END.finditer(setting.text, max(0, start - _REACH), start)]
    floor = stops[-1] if stops else start - _REACH
    return not any(found.span.start >= floor for found in setting.found[-6:])


def _the_one_before(form: Form, setting: Setting, unit: str) -> Reading | None:
    """Read the year before, the day after: not "the day before the vote"."""
    sign = -1 if form.tokens[-1].word == "before" else 1
    if not _AT_END.match(setting.follows(form.end, 12)):
        return None
    reading = _counted(unit, sign, last_point(setting, form.start, unit))
    if reading is None or reading.near or sign > 0 or not _alone(setting, form.start):
        return reading
    return _from_text(reading)


def _from_text(reading: Reading | None) -> Reading | None:
    """Hang on the text's own day what has no other date to hang on."""
    return reading._replace(rule="date-chained-text", certainty="possible") if reading else None


def _counted(unit: str, count: int, near: DateExpression | None) -> Reading | None:
    if unit == "decade":
        unit, count = "year", 10 * count
    if unit not in ("day", "week", "month", "year"):
        return None

    def value_on(anchor: date) -> str | None:
        if unit in ("day", "week"):
            found = cal.plus_days(anchor, count * (7 if unit == "week" else 1))
            return edtf.iso_day(found) + ("~" if unit == "week" else "") if found else None
        text = period(anchor, unit, count)
        return text + "~" if text else None

    return _so_far_from(f"P{abs(count)}{unit[0].upper()}", count, near, value_on)


def _so_far_from(length: str, sign: int, near: DateExpression | None, value_on: ValueOn) -> Reading:
    """Read what lies a *length* (ISO 8601) after *near*; before it, where *sign*
    is below 0."""
    reason = (
        noted("{duration} after {anchor}.") if sign > 0 else noted("{duration} before {anchor}.")
    )
    return Reading(
        "date-chained", "relative", reason, value_on=value_on, near=near, missing=_MISSING,
        certainty="probable", words=(("duration", edtf.speak(length)),),
    )  # fmt: skip


def anaphoric(form: Form, setting: Setting) -> Reading | None:
    """Read earlier in the day, that day, the following month."""
    unit, head = form.tokens[-1].word, form.tokens[-2]
    if unit in _PARTS_OF_DAY:
        unit = "day"
    if unit in ("quarter", "decade", "century") and form.letters[0] == "h":
        return near_period(form, setting)
    if unit in ("decade", "century") and form.letters[0] in "er":  # later in the century
        return near_period(form, setting)
    if unit not in ("day", "week", "month", "year"):
        return None
    if form.letters[0] == "h":
        if head.word not in _BESIDE:
            return stretch(form, setting) if head.word in ("past", "coming") else None
        if head.word == "next" and unit != "day":
            return None
        count = 1 if head.letter == "n" else -1
    else:
        count = 0
    near = last_point(setting, form.start, unit)
    alone = near is None and count < 0 and _alone(setting, form.start)

    def value_on(anchor: date) -> str | None:
        if unit == "day":
            found = cal.plus_days(anchor, count)
            return edtf.iso_day(found) if found else None
        return period(anchor, unit, count)

    reading = Reading(
        "date-anaphoric", "relative", PERIODS[count], value_on=value_on, near=near,
        missing=_MISSING, certainty="probable", words=(("unit", unit),),
    )  # fmt: skip
    return _from_text(reading) if alone else reading


def that_month(form: Form, setting: Setting) -> Reading | None:
    """Read that January: of the year told of before; not "that June is …"."""
    token = form.tokens[-1]
    if form.before[-1:] not in set("psPFBkfb") and not _AT_END.match(setting.text, form.end):
        bare = month(form._replace(letters="M", tokens=(token,)), setting)
        return bare._replace(start=token.start) if bare else None
    near = last_point(setting, form.start, "year")

    def value_on(anchor: date) -> str | None:
        return cal.month_text((anchor.year, abs(token.value)))

    return Reading(
        "date-anaphoric", "relative", "That month of the year of {anchor}.", value_on=value_on,
        near=near, bare=f"XXXX-{abs(token.value):02}", missing=_MISSING, certainty="probable",
    )  # fmt: skip


def stated_years(expressions: Sequence[DateExpression]) -> dict[tuple[int, int], list[int]]:
    """Return the years that full dates of the text give to a month and day."""
    years: dict[tuple[int, int], list[int]] = {}
    for expression in expressions:
        first = expression.when.earliest
        if expression.when.basis == "stated" and day_known(expression) and first:
            known = years.setdefault((first.month, first.day), [])
            if first.year not in known:
                known.append(first.year)
    return years


HANDLERS: dict[str, Handler] = {
    "chained": chained,
    "anaphoric": anaphoric,
    "that-month": that_month,
}
