"""Days and periods counted from the anchor: yesterday, last month, a year ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.wording import noted

PERIODS = {
    -1: noted("The {unit} before that of {anchor}."),
    0: noted("The {unit} of {anchor}."),
    1: noted("The {unit} after that of {anchor}."),
}
"""How a period is known that lies so many units from that of the anchor."""


NEAR_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def near_day(form: Form, setting: Setting) -> Reading | None:
    """Read today, late yesterday, this afternoon, last night, overnight."""
    first = form.tokens[form.letters[0] in "yz"]
    if first.word == "overnight":
        return _overnight(form, setting)
    if first.letter == "T":
        count = NEAR_DAYS[first.word]
    elif first.letter == "l":
        count = -1
    else:
        count = 0
    if first.letter == "l" and (form.tokens[-1].word != "night" or first.word != "last"):
        return None
    if first.word == "current" or doubts.is_named_today(setting.text, first.start):
        return None

    def value_on(anchor: date) -> str | None:
        found = cal.plus_days(anchor, count)
        return edtf.iso_day(found) if found else None

    words = {
        0: noted("{Anchor}."),
        -1: noted("The day before {anchor}."),
        1: noted("The day after {anchor}."),
        -2: noted("Two days before {anchor}."),
        2: noted("Two days after {anchor}."),
    }[count]
    missing = noted("The day of the text itself is not known.")
    return Reading("date-near-day", "relative", words, value_on=value_on, missing=missing)


def _overnight(form: Form, setting: Setting) -> Reading | None:
    """Read overnight: the night before the text's day, in words that look
    back; not an overnight train."""
    if not setting.ends_phrase(form.end) or setting.direction(form.start, form.end) > 0:
        return None

    def value_on(anchor: date) -> str | None:
        before = cal.plus_days(anchor, -1)
        return cal.some_day(before, anchor) if before else None

    return Reading(
        "date-near-day", "relative", noted("The night before {anchor}."), value_on=value_on,
        missing=noted("The day of the text itself is not known."), certainty="probable",
    )  # fmt: skip


def to_date(form: Form, setting: Setting) -> Reading | None:
    """Read year to date: from the first of January to the text's day."""

    def value_on(anchor: date) -> str | None:
        return f"{anchor.year:04}-01-01/{edtf.iso_day(anchor)}"

    return Reading(
        "date-stretch", "relative", noted("From the year’s beginning to {anchor}."),
        value_on=value_on, missing=noted("The day of the text itself is not known."),
        certainty="probable",
    )  # fmt: skip


_WHOLES = ("year", "month", "week", "decade", "century")


def near_period(form: Form, setting: Setting) -> Reading | None:
    """Read last month, early next year, this week."""
    unit, count = form.tokens[-1].word, shift(form)
    if _is_a_title(form, setting):
        return None
    if form.letters[:2] == "tn":  # this coming week
        count = 1
    if form.tokens[-1].letter == "4":
        unit = "month" if unit.startswith("month") else "year"
    elif form.letters.endswith("'q"):  # by year's end
        unit = form.tokens[0].word
    elif form.first("lnt") is None and unit not in _WHOLES:
        return None
    if form.letters.endswith("'q") and (unit not in _WHOLES or form.tokens[-1].word != "end"):
        return None
    earlier = len(form.tokens) > 1 and form.tokens[-2].word in ("preceding", "previous", "prior")
    if earlier and unit != "quarter":
        return None
    if unit == "weekend":
        count = _weekend_shift(form, setting, count)

    def value_on(anchor: date) -> str | None:
        return period(anchor, unit, count)

    if period(date(2000, 6, 15), unit, count) is None:
        return None
    return Reading(
        "date-near-period", "relative", PERIODS[count], value_on=value_on,
        words=(("unit", unit),), part=_part(form),
        missing=noted("The day of the text itself is not known."),
        certainty="probable" if unit in ("week", "weekend", "quarter", "decade") else "certain",
    )  # fmt: skip


def _is_a_title(form: Form, setting: Setting) -> bool:
    """Tell whether something is called This Week: in capitals, where no time
    would stand ("spoke on This Week", "ABC’s This Week")."""
    unit = setting.text[form.tokens[-1].start]
    return unit.isupper() and setting.precedes(form.start, 3).endswith(("on ", "’s ", "'s "))


def _weekend_shift(form: Form, setting: Setting, count: int) -> int:
    """This weekend, said of the past, is the one before."""
    past = count == 0 and setting.direction(form.start, form.end) < 0
    return -1 if past else count


def _part(form: Form) -> str:
    if form.tokens[-1].word.startswith("mid"):
        return noted("About the middle of it, as the text says.")
    words = {
        "y": noted("Early in it, as the text says."),
        "z": noted("Late in it, as the text says."),
        "i": noted("About the middle of it, as the text says."),
        "q": noted("A part of it, as the text says."),
        "4": noted("The end of it, as the text says."),
    }
    return words.get(form.letters[0]) or words.get(form.letters[-1]) or ""


def period(anchor: date, unit: str, count: int) -> str | None:
    """Return the day, week, month … *count* units from that of *anchor*."""
    if not 2 <= anchor.year <= 9990:
        return None
    if unit == "year":
        return cal.plus_years(anchor, count)
    if unit == "month":
        return cal.plus_months(anchor, count)
    if unit == "week":
        return cal.some_day(*cal.week(anchor, count))
    if unit == "weekend":
        saturday = anchor + timedelta((5 - anchor.weekday()) % 7 if anchor.weekday() != 6 else -1)
        return cal.some_day(*(saturday + timedelta(7 * count + n) for n in (0, 1)))
    return _long_period(anchor, unit, count)


def _long_period(anchor: date, unit: str, count: int) -> str | None:
    if unit == "quarter":
        months = anchor.year * 12 + (anchor.month - 1) // 3 * 3 + 3 * count
        year, month = divmod(months, 12)
        return f"{year:04}-{month + 1:02}/{year:04}-{month + 3:02}"
    if unit == "decade":
        return f"{anchor.year // 10 + count:03}X"
    if unit == "century":
        return f"{anchor.year // 100 + count:02}XX"
    return None


def part_of_period(form: Form, setting: Setting) -> Reading | None:
    """Read later this month, earlier this week, later next year."""
    unit, count, late = form.tokens[-1].word, shift(form), form.letters[0] == "r"
    if unit not in ("week", "month", "year", "decade", "century"):
        return None

    def value_on(anchor: date) -> str | None:
        whole = period(anchor, unit, count)
        if whole is None or count:
            return whole
        first, last = edtf.bounds(whole)
        if first is None or last is None:
            return None
        return cal.some_day(anchor, last) if late else cal.some_day(first, anchor)

    reason = noted("The {unit} counted from {anchor}.")
    if not count and late:
        reason = noted("From {anchor}, to the {unit}’s end.")
    elif not count:
        reason = noted("Up to {anchor}, from the {unit}’s beginning.")
    return Reading(
        "date-part-of-period", "relative", reason, value_on=value_on, words=(("unit", unit),),
        missing=noted("The day of the text itself is not known."),
    )  # fmt: skip


_LETTER_OF = re.compile(
    r"\b(?:letters?|notes?|favou?rs?|telegrams?|dispatch(?:es)?|despatch(?:es)?|communications?|"
    r"orders?|reports?|yours|memorand(?:um|a)|cables?|wires?|issues?) of $"
)
"""“Your letter of the 28th”."""


def day_of_month(form: Form, setting: Setting) -> Reading | None:
    """Read "on the 30th": of the anchor's month or the one before (after)."""
    number = form.tokens[-1].value
    led = form.before[-1:] in set("PskfbF&") or _LETTER_OF.search(setting.precedes(form.start, 24))
    if not led or not setting.ends_phrase(form.end):
        return None
    ahead = setting.direction(form.start, form.end) > 0

    def value_on(anchor: date) -> str | None:
        days = []
        for months in (0, 1, 2) if ahead else (0, -1, -2):
            text = cal.plus_months(anchor, months)
            found = cal.valid(int(text[:4]), int(text[5:]), number) if text else None
            if found and (found >= anchor if ahead else found <= anchor):
                days.append(found)
        return edtf.iso_day(days[0]) if days else None

    reason = noted("Day stated; month and year are the last such day on or before {anchor}.")
    if ahead:
        reason = noted("Day stated; month and year are the first such day on or after {anchor}.")
    return Reading(
        "date-day-of-month", "inferred", reason,
        value_on=value_on, certainty="probable",
        missing=noted(
            "Only the day of the month is stated, and the day of the text is not known."
        ),
    )  # fmt: skip


def day_of_near_month(form: Form, setting: Setting) -> Reading | None:
    """Read your letter of the 12th ult., the 5th inst., the 3rd of next month."""
    number, last = form.tokens["h" in form.letters].value, form.tokens[-1]
    if last.letter == "u" and last.word != "month":
        return None
    count = last.value if last.letter == "9" else shift(form)

    def value_on(anchor: date) -> str | None:
        text = cal.plus_months(anchor, count)
        found = cal.valid(int(text[:4]), int(text[5:]), number) if text else None
        return edtf.iso_day(found) if found else None

    return Reading(
        "date-day-of-near-month", "relative", PERIODS[count], value_on=value_on,
        words=(("unit", "month"),), missing=noted("The day of the text itself is not known."),
    )  # fmt: skip


HANDLERS: dict[str, Handler] = {
    "near-day": near_day,
    "to-date": to_date,
    "near-period": near_period,
    "part-of-period": part_of_period,
    "day-of-near-month": day_of_near_month,
    "day-of-month": day_of_month,
}
