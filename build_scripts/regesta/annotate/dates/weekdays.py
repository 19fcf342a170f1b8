"""Weekdays counted from the anchor: Sunday, last Friday, two Sundays ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.ago import count_of, singular
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.relative import NEAR_DAYS
from regesta.annotate.dates.words import WEEKDAYS
from regesta.wording import noted

_AT_OR_BEFORE = noted("The {weekday} on or before {anchor}.")
_AT_OR_AFTER = noted("The {weekday} on or after {anchor}.")
_BEFORE = noted("The {weekday} before {anchor}.")
_AFTER = noted("The {weekday} after {anchor}.")
_KNOWN = noted("A {weekday} that the text takes for known; it does not say which.")
_ANY = noted("Some {weekday}; the text does not say which.")
_BESIDE_ANOTHER = re.compile(r" (?:after|before|following|preceding)\b")
_DAY_MISSING = noted("Only the weekday is stated, and the day of the text itself is not known.")


def _weekday(form: Form) -> int:
    token = form.first("W")
    assert token is not None
    return cal.weekday_of(token.value)


def _is_short(form: Form) -> bool:
    """Tell whether the weekday is shortened: Sun and Sat alone are too weak."""
    token = form.first("W")
    return token is not None and token.value < 0


def weekday(form: Form, setting: Setting) -> Reading | None:
    """Read Sunday: the nearest such day on or before the anchor, unless the
    words around look ahead."""
    if _is_short(form) or doubts.is_named_day(setting.text, form.start, form.end):
        return None
    wanted = _weekday(form)
    if unsaid := _which_is_not_said(form, setting):
        return Reading(
            "date-weekday", "unknown", unsaid, certainty="possible",
            words=(("weekday", WEEKDAYS[wanted]),),
        )  # fmt: skip
    ahead = setting.direction(form.start, form.end) > 0

    def value_on(anchor: date) -> str | None:
        if not ahead:
            found = cal.plus_days(anchor, -((anchor.weekday() - wanted) % 7))
            return edtf.iso_day(found) if found else None
        gap = (wanted - anchor.weekday()) % 7
        days = [cal.plus_days(anchor, n) for n in ((0, 7) if gap == 0 else (gap,))]
        return cal.join_days([found for found in days if found])

    return Reading(
        "date-weekday", "relative", _AT_OR_AFTER if ahead else _AT_OR_BEFORE, value_on=value_on,
        missing=_DAY_MISSING, words=(("weekday", WEEKDAYS[wanted]),),
    )  # fmt: skip


def _which_is_not_said(form: Form, setting: Setting) -> str:
    """Return why a weekday is none near the text's own day: "on the Sunday",
    "it was a Sunday", "the Monday after"; empty where it may be."""
    if form.name != "weekday" or not form.letters.startswith("W"):
        return ""
    if form.before.endswith("h") and _BESIDE_ANOTHER.match(setting.follows(form.end)):
        return _KNOWN
    if not setting.ends_phrase(form.end):
        return ""
    return _KNOWN if form.before.endswith("Ph") else _ANY if form.before.endswith("a") else ""


def near_weekday(form: Form, setting: Setting) -> Reading | None:
    """Read last Friday, next Monday, this past Tuesday.

    "Last Tuesday" on a Friday may be three or ten days ago: both are kept."""
    if _is_short(form) or doubts.is_named_day(setting.text, form.start, form.end):
        return None
    wanted, sign = _weekday(form), shift(form)
    if form.letters[0] == "t":
        past = "l" in form.letters[:2]
        sign = -1 if past or setting.direction(form.start, form.end) < 0 else 1
        return _this_weekday(wanted, sign, past)

    def value_on(anchor: date) -> str | None:
        gap = ((anchor.weekday() - wanted) if sign < 0 else (wanted - anchor.weekday())) % 7 or 7
        found = cal.plus_days(anchor, sign * gap)
        other = cal.plus_days(anchor, sign * (gap + 7))
        if not found or not other:
            return None
        same_week = (wanted - anchor.weekday()) * sign > 0
        return cal.join_days([found, other] if same_week else [found])

    return Reading(
        "date-near-weekday", "relative", _BEFORE if sign < 0 else _AFTER, value_on=value_on,
        missing=_DAY_MISSING, words=(("weekday", WEEKDAYS[wanted]),),
    )  # fmt: skip


def _this_weekday(wanted: int, sign: int, past: bool) -> Reading:
    def value_on(anchor: date) -> str | None:
        gap = ((anchor.weekday() - wanted) if sign < 0 else (wanted - anchor.weekday())) % 7
        found = cal.plus_days(anchor, sign * (gap or (7 if past else 0)))
        return edtf.iso_day(found) if found else None

    return Reading(
        "date-near-weekday", "relative", _BEFORE if sign < 0 else _AT_OR_AFTER, value_on=value_on,
        missing=_DAY_MISSING, words=(("weekday", WEEKDAYS[wanted]),),
    )  # fmt: skip


def weekday_of_week(form: Form, setting: Setting) -> Reading | None:
    """Read Friday last week.  Where a week begins matters to Sundays only."""
    if form.tokens[-1].word != "week" or _is_short(form):
        return None
    wanted, count = _weekday(form), shift(form)

    def value_on(anchor: date) -> str | None:
        monday = cal.plus_days(anchor, 7 * count - anchor.weekday())
        if not monday or not 2 <= monday.year <= 9990:
            return None
        found = monday + timedelta(wanted)
        return cal.join_days([found - timedelta(7), found] if wanted == 6 else [found])

    reason = {
        -1: noted("The {weekday} in the week before that of {anchor}."),
        0: noted("The {weekday} in the week of {anchor}."),
        1: noted("The {weekday} in the week after that of {anchor}."),
    }[count]
    return Reading(
        "date-near-weekday", "relative", reason, value_on=value_on, missing=_DAY_MISSING,
        words=(("weekday", WEEKDAYS[wanted]),),
    )  # fmt: skip


def weekdays_ago(form: Form, setting: Setting) -> Reading | None:
    """Read two Sundays ago."""
    wanted, count = form.tokens[-2].value, form.tokens[0].value
    if not 1 <= count <= 12:
        return None

    def value_on(anchor: date) -> str | None:
        gap = (anchor.weekday() - wanted) % 7 or 7
        found = cal.plus_days(anchor, -gap - 7 * (count - 1))
        return edtf.iso_day(found) if found else None

    return Reading(
        "date-near-weekday", "relative", noted("Counted back from {anchor}."), value_on=value_on,
        missing=_DAY_MISSING, certainty="probable",
    )  # fmt: skip


def week_from_day(form: Form, setting: Setting) -> Reading | None:
    """Read a week from Tuesday, two weeks from tomorrow."""
    count, day = count_of(form), form.tokens[-1]
    if singular(form.tokens[1].word) != "week" or not count or day.value < 0:
        return None

    def value_on(anchor: date) -> str | None:
        near = (
            NEAR_DAYS.get(day.word, 0) if day.letter == "T" else (day.value - anchor.weekday()) % 7
        )
        found = cal.plus_days(anchor, near + 7 * count)
        return edtf.iso_day(found) if found else None

    return Reading(
        "date-near-weekday", "relative", noted("Counted on from {anchor}."), value_on=value_on,
        missing=_DAY_MISSING, certainty="probable",
    )  # fmt: skip


def weekday_and_day(form: Form, setting: Setting) -> Reading | None:
    """Read Friday the 13th: the nearest month in which it is such a day."""
    wanted, number = _weekday(form), form.tokens[-1].value
    ahead = setting.direction(form.start, form.end) > 0

    def value_on(anchor: date) -> str | None:
        for months in range(14):
            text = cal.plus_months(anchor, months if ahead else -months)
            found = cal.valid(int(text[:4]), int(text[5:]), number) if text else None
            reached = found and (found >= anchor if ahead else found <= anchor)
            if found and reached and found.weekday() == wanted:
                return edtf.iso_day(found)
        return None

    reason = noted("Weekday and day stated; they are the last such day on or before {anchor}.")
    if ahead:
        reason = noted("Weekday and day stated; they are the first such day on or after {anchor}.")
    return Reading(
        "date-day-of-month", "inferred", reason,
        value_on=value_on, missing=_DAY_MISSING,
    )  # fmt: skip


HANDLERS: dict[str, Handler] = {
    "weekday-and-day": weekday_and_day,
    "weekday": weekday,
    "near-weekday": near_weekday,
    "weekday-of-week": weekday_of_week,
    "weekdays-ago": weekdays_ago,
    "week-from-day": week_from_day,
}
