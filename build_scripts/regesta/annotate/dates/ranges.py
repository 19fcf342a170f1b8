"""Ranges and parts of years: June 3–5, from 2019 to 2021, the first quarter."""

from __future__ import annotations

import re
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler, shift
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.tokens import Token
from regesta.annotate.dates.words import MONTHS_FROM_JANUARY
from regesta.wording import noted

_YEAR_MISSING = noted("The year is not stated, and nothing in the archive tells it.")


def day_range(form: Form, setting: Setting) -> Reading | None:
    """Read June 3–5, from 28 May to 2 June 2024."""
    months, days, years = form.all("M"), form.all("Do"), form.all("Y")
    if len(days) != 2 or not months:
        return None
    first = (abs(months[0].value), days[0].value)
    last = (abs(months[-1].value), days[1].value)
    if any(cal.valid(2000, *pair) is None for pair in (first, last)) or first == last:
        return None
    if "&" in form.letters and "B" not in form.letters and last != (first[0], first[1] + 1):
        # "May 3 and 17, 2023" are two days, of one year.
        value = edtf.iso_day(cal.valid(years[-1].value, *first) or date(1, 1, 1))
        why = "Day and month stated; the year stands after the next day."
        return Reading("date-day", "stated", why, value=value, end=days[0].end)
    if years:
        start = years[0].value if len(years) > 1 else years[-1].value - (first > last)
        return _stated_days(start, first, years[-1].value, last)
    sign = setting.direction(form.start, form.end)

    def value_on(anchor: date) -> str | None:
        begins = cal.days_near(anchor, *first, None, sign)
        if len(begins) != 1:
            begins = cal.days_near(anchor, *first, None, 0)[:1]
        end = cal.valid(begins[0].year + (last < first), *last) if begins else None
        return f"{edtf.iso_day(begins[0])}/{edtf.iso_day(end)}" if end else None

    reason = noted("Days and month stated; the year is worked out from {anchor}.")
    return Reading(
        "date-day-range", "inferred", reason, value_on=value_on, missing=_YEAR_MISSING,
        certainty="certain" if sign else "probable",
    )  # fmt: skip


def _stated_days(
    year: int, first: tuple[int, int], last_year: int, last: tuple[int, int]
) -> Reading | None:
    begin, end = cal.valid(year, *first), cal.valid(last_year, *last)
    if not begin or not end or begin > end:
        return None
    value = f"{edtf.iso_day(begin)}/{edtf.iso_day(end)}"
    return Reading("date-day-range", "stated", noted("First and last day stated."), value=value)


def month_range(form: Form, setting: Setting) -> Reading | None:
    """Read between May and July 2023, from March to May."""
    months, years = form.all("M"), form.all("Y")
    if any(month.value < 0 and not years for month in months):
        return None
    first, last = (abs(month.value) for month in months)
    if years:
        start = years[0].value if len(years) > 1 else years[-1].value - (first > last)
        value = f"{start:04}-{first:02}/{years[-1].value:04}-{last:02}"
        if edtf.validate(value):
            return None
        return Reading(
            "date-month-range", "stated", noted("First and last month stated."), value=value
        )
    sign = setting.direction(form.start, form.end)

    def value_on(anchor: date) -> str | None:
        pairs = cal.months_near(anchor, last, sign)
        if len(pairs) != 1:
            return None
        year = pairs[0][0]
        value = f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"
        return None if edtf.validate(value) else value

    reason = noted("Months stated; the year is worked out from {anchor}.")
    return Reading(
        "date-month-range", "inferred", reason, value_on=value_on, missing=_YEAR_MISSING,
        certainty="probable",
    )  # fmt: skip


def year_range(form: Form, setting: Setting) -> Reading | None:
    """Read from 2019 to 2021, 1914–18, 2023/24."""
    first, last = form.first("YJ"), form.tokens[-1]
    if first is None or (form.letters[0] == "Y" and doubts.is_label(setting.text, form.start)):
        return None
    end = last.value if last.letter == "Y" else first.value // 100 * 100 + last.value
    if last is first:
        end = first.value + 1
    elif last.letter != "Y" and ("k" in form.letters or len(last.word) != 2):
        return None
    if end <= first.value or end - first.value > 999 or doubts.is_count(setting.text, form.end):
        return None
    value = f"{first.value:04}/{end:04}"
    return Reading("date-year-range", "stated", noted("First and last year stated."), value=value)


_QUARTERS = {n: (3 * n - 2, 3 * n) for n in range(1, 5)} | {5: (1, 6), 6: (7, 12)}
_PART_OF_YEAR = noted("Part of the year stated; the year is worked out from {anchor}.")
_PART_AND_YEAR = noted("Part of the year and year stated.")
_FISCAL_PART = noted("A part of a fiscal year, whose beginning is not stated.")
_LEADS_QUARTER = re.compile(r"(?:\b(?:in|for|its|their|his|her)|’s|'s) $", re.IGNORECASE)


_OF_BUSINESS = re.compile(
    r"\s(?:net|operating|pretax|pre-tax)?\s?(?:profits?|earnings|sales|loss(?:es)?|results|revenues?|"
    r"income|growth|dividend|output|gdp|gnp|turnover)\b",
    re.IGNORECASE,
)


def _months(token: Token) -> tuple[int, int]:
    """Return the first and last month of a part of a year."""
    return _QUARTERS.get(token.value) or (1, token.value - MONTHS_FROM_JANUARY)


def quarter(form: Form, setting: Setting) -> Reading | None:
    """Read the first quarter of 2024, Q1 2024, the second half of last year,
    third-quarter earnings, the first nine months of 1989."""
    token, year = form.first("Q"), form.first("YZ")
    if form.letters == "lucY" and form.tokens[1].word == "quarter" and year:
        value = f"{year.value:04}-10/{year.value:04}-12"
        return Reading("date-quarter", "stated", _PART_AND_YEAR, value=value)
    if token is None:
        return None
    first, last = _months(token)
    fiscal = (
        form.first("L6") is not None
        or "fiscal" in token.word
        or (year is not None and year.letter == "Z")
    )
    if year:
        value = f"{year.value:04}-{first:02}/{year.value:04}-{last:02}"
        if fiscal:
            about = f"{year.value:04}~"
            return Reading(
                "date-quarter", "stated", _FISCAL_PART, value=about, certainty="probable"
            )
        return Reading("date-quarter", "stated", _PART_AND_YEAR, value=value)
    start = form.tokens[1].start if form.letters[0] == "h" else None
    if form.first("lnt"):
        return _quarter_of(first, last, shift(form))
    if not _stands_for_quarter(form, setting, token):
        return None
    if fiscal:
        return Reading(
            "date-quarter", "inferred", _FISCAL_PART, value_on=lambda day: f"{day.year:04}~",
            missing=_YEAR_MISSING, certainty="possible", start=start,
        )  # fmt: skip
    return _quarter_near(first, last, setting.direction(form.start, form.end), start)


def _stands_for_quarter(form: Form, setting: Setting, token: Token) -> bool:
    """Tell whether a part of a year without the year is meant: not the first
    half of a game, nor the third quarter of something else."""
    if form.first("v"):
        return True
    if setting.follows(form.end, 4).startswith(" of"):
        return False
    if token.word.endswith("half") and not _OF_BUSINESS.match(setting.follows(form.end, 24)):
        return False
    if "-" in token.word or form.letters[0] == "h" or form.first("6"):
        return True
    return _LEADS_QUARTER.search(setting.precedes(form.start, 8)) is not None


def _quarter_of(first: int, last: int, count: int) -> Reading:
    def value_on(anchor: date) -> str | None:
        year = anchor.year + count
        value = f"{year:04}-{first:02}/{year:04}-{last:02}"
        return None if edtf.validate(value) else value

    return Reading(
        "date-quarter", "relative", _PART_OF_YEAR, value_on=value_on, missing=_YEAR_MISSING,
        certainty="probable",
    )  # fmt: skip


def _quarter_near(first: int, last: int, sign: int, start: int | None) -> Reading:
    """The last that has begun, or the next one not yet over where the words
    look ahead."""

    def value_on(anchor: date) -> str | None:
        year = anchor.year - (first > anchor.month)
        if sign > 0 and (anchor.month > last or year < anchor.year):
            year += 1
        value = f"{year:04}-{first:02}/{year:04}-{last:02}"
        return None if edtf.validate(value) else value

    return Reading(
        "date-quarter", "inferred", _PART_OF_YEAR, value_on=value_on, missing=_YEAR_MISSING,
        certainty="probable", start=start,
    )  # fmt: skip


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def season_of_year(form: Form, setting: Setting) -> Reading | None:
    """Read spring 2024, the summer of last year."""
    token, year = form.first("V"), form.first("YηJ")
    if token is None:
        return None
    number, count = _SEASONS[token.word], shift(form)
    if year:
        value = f"{year.value:04}-{number}"
        start = form.tokens[1].start if form.letters[0] in "lnt" else None
        return Reading(
            "date-season", "stated", noted("Season and year stated."), value=value, start=start
        )

    def value_on(anchor: date) -> str | None:
        text = cal.plus_years(anchor, count)
        return f"{text}-{number}" if text else None

    reason = noted("Season stated; the year is counted from {anchor}.")
    return Reading("date-season", "relative", reason, value_on=value_on, missing=_YEAR_MISSING)


def season(form: Form, setting: Setting) -> Reading | None:
    """Read in the summer, by the fall: the last or the next, where the words
    around look back or ahead; not "in the fall of Rome"."""
    sign = setting.direction(form.start, form.end)
    if not sign or not setting.ends_phrase(form.end):
        return None
    number = _SEASONS[form.tokens[-1].word]

    def value_on(anchor: date) -> str | None:
        begun = anchor.month >= 3 * (number - 20)
        year = cal.plus_years(anchor, -1 if sign < 0 and not begun else int(sign > 0 and begun))
        return f"{year}-{number}" if year else None

    reason = noted("Season stated; the year is worked out from {anchor}.")
    return Reading(
        "date-season", "inferred", reason, value_on=value_on, missing=_YEAR_MISSING,
        certainty="probable", start=form.tokens[-1].start,
    )  # fmt: skip


def near_season(form: Form, setting: Setting) -> Reading | None:
    """Read last summer, this fall: two years stay possible where both fit."""
    token, sign = form.tokens[-1], shift(form)
    if token.letter != "V" or form.tokens[-2].letter not in "lnt":
        return None
    number = _SEASONS[token.word]
    past = form.letters.startswith("tl")

    def value_on(anchor: date) -> str | None:
        this, other = cal.plus_years(anchor, 0), cal.plus_years(anchor, sign)
        if this is None or other is None:
            return None
        if token.word == "winter":
            return _winter(anchor, sign)
        started = anchor.month >= 3 * (number - 20)
        if sign == 0 or (past and started):
            return f"{this}-{number}"
        fits = started if sign < 0 else not started
        return (
            f"[{','.join(sorted((f'{this}-{number}', f'{other}-{number}')))}]"
            if fits
            else (f"{other}-{number}")
        )

    reason = noted("Season stated; the year is worked out from {anchor}.")
    return Reading(
        "date-season", "relative", reason, value_on=value_on, missing=_YEAR_MISSING,
        certainty="probable",
    )  # fmt: skip


def _winter(anchor: date, sign: int) -> str | None:
    """A winter is named by the year in which it begins; in the months between
    two winters both may be meant."""
    if anchor.year < 3:
        return None
    year = anchor.year - (anchor.month <= 8) + sign
    if sign <= 0 and 4 <= anchor.month <= 8:
        return f"[{year:04}-24,{year + 1:04}-24]"
    return f"{year:04}-24"


HANDLERS: dict[str, Handler] = {
    "day-range": day_range,
    "month-range": month_range,
    "year-range": year_range,
    "quarter": quarter,
    "season-of-year": season_of_year,
    "near-season": near_season,
    "season": season,
}
