"""Dates that hang on another date of the text: two days after, that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.absolute import Handler
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.relative import count_of, period, singular
from regesta.model import DateExpression

_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n\s*\n")
_REACH = 300
_NO_POINT = {"date-set", "date-duration", "date-stretch", "date-vague"}
_MISSING = "It hangs on a date that the text does not give."


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


def last_day(setting: Setting, start: int) -> DateExpression | None:
    """Return the last dated day before *start*, within reach and with no
    other date between them."""
    for found in reversed(setting.found[-8:]):
        if start - found.span.start > 4 * _REACH:
            return None
        if day_known(found):
            return found
        if found.rule not in _NO_POINT:
            return None
    return None


def chained(form: Form, setting: Setting) -> Reading | None:
    """Read two days after …, a week later, three days before …"""
    link = form.tokens[-1]
    unit_token = form.first("uvU")
    if unit_token is None:
        return None
    unit, number = singular(unit_token.word), count_of(form)
    if link.word in ("after", "before"):
        near = _before_in_sentence(setting, form.start)
        sign = -1 if link.word == "after" else 1
    else:
        near = last_day(setting, form.start)
        sign = 1 if link.word == "later" else -1
    if number == 0 or (unit_token.letter in "uv") != (number == 1):
        return None
    return _counted(unit, number * sign, near)


def _counted(unit: str, count: int, near: DateExpression | None) -> Reading | None:
    if unit not in ("day", "week", "month", "year"):
        return None

    def value_on(anchor: date) -> str | None:
        if unit in ("day", "week"):
            found = cal.plus_days(anchor, count * (7 if unit == "week" else 1))
            return edtf.iso_day(found) + ("~" if unit == "week" else "") if found else None
        text = period(anchor, unit, count)
        return text + "~" if text else None

    words = (
        f"{abs(count)} {unit}{'s' if abs(count) > 1 else ''} {'after' if count > 0 else 'before'}"
    )
    reason = f"{words[0].upper()}{words[1:]} {{anchor}}."
    return Reading(
        "date-chained", "relative", reason, value_on=value_on, near=near, missing=_MISSING,
        certainty="probable",
    )  # fmt: skip


def anaphoric(form: Form, setting: Setting) -> Reading | None:
    """Read earlier in the day, that day, the following month."""
    unit, head = form.tokens[-1].word, form.tokens[-2]
    if unit not in ("day", "week", "month", "year"):
        return None
    if form.letters[0] == "h":
        if head.word not in ("following", "previous", "preceding", "next") or unit == "weekend":
            return None
        if head.word == "next" and unit != "day":
            return None
        count = 1 if head.letter == "n" else -1
    else:
        count = 0

    def value_on(anchor: date) -> str | None:
        if unit == "day":
            found = cal.plus_days(anchor, count)
            return edtf.iso_day(found) if found else None
        return period(anchor, unit, count)

    side = {0: "of", 1: "after that of", -1: "before that of"}[count]
    reason = f"The {unit} {side} {{anchor}}."
    return Reading(
        "date-anaphoric", "relative", reason, value_on=value_on,
        near=last_day(setting, form.start), missing=_MISSING, certainty="probable",
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


HANDLERS: dict[str, Handler] = {"chained": chained, "anaphoric": anaphoric}
