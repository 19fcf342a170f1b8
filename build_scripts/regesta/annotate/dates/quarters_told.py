"""Parts of years told of before: the quarter, the year-ago quarter, the 1988 quarter."""

from __future__ import annotations

import re

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.absolute import Handler, year
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.relative import period
from regesta.model import DateExpression
from regesta.wording import noted

_REACH = 300
_YEAR = re.compile(r"\d{4}(?=-)")
_TEXT_DAY = noted("The day of the text itself is not known.")


def year_ago(form: Form, setting: Setting) -> Reading | None:
    """Read the year-ago quarter: that of the quarter told of before."""
    same = last_part_of_year(setting, form.start)
    if same is not None:
        return year_before(same)
    return Reading(
        "date-ago", "relative", noted("A year before {anchor}."), missing=_TEXT_DAY,
        value_on=lambda day: cal.plus_years(day, -1), certainty="probable",
    )  # fmt: skip


def last_part_of_year(setting: Setting, start: int) -> DateExpression | None:
    """Return the last quarter told of before *start*, if it is near."""
    for found in reversed(setting.found[-4:]):
        if start - found.span.start > _REACH:
            return None
        if found.rule == "date-quarter" and found.when.edtf and "/" in found.when.edtf:
            return found
    return None


def year_before(part: DateExpression) -> Reading:
    """Read the same part of the year before."""
    value = _YEAR.sub(lambda m: f"{int(m.group()) - 1:04}", part.when.edtf or "")
    return Reading(
        "date-chained-quarter", "relative", noted("A year before {day}."), value=value,
        certainty="probable", words=(("day", edtf.speak(part.when.edtf or "")),),
    )  # fmt: skip


def the_period(form: Form, setting: Setting) -> Reading | None:
    """Read the quarter, where one was told of just before; the weekend."""
    unit = form.tokens[-1].word
    if unit == "quarter":
        part = last_part_of_year(setting, form.start)
        if part is None or setting.follows(form.end, 3) == " of":
            return None
        reason = noted("The quarter told of before.")
        return Reading(
            "date-anaphoric-quarter", "relative", reason, value=part.when.edtf, certainty="probable"
        )
    if unit != "weekend":
        return None
    count = 0 if setting.direction(form.start, form.end) > 0 else -1
    reason = (
        noted("The weekend before {anchor}.")
        if count
        else noted("The weekend at or after {anchor}.")
    )
    return Reading(
        "date-near-period", "relative", reason, certainty="probable",
        value_on=lambda day: period(day, "weekend", count),
        missing=_TEXT_DAY,
    )  # fmt: skip


def quarter_of_year(form: Form, setting: Setting) -> Reading | None:
    """Read the 1988 quarter: of that year, the one told of before."""
    token = form.tokens[1]
    part = last_part_of_year(setting, form.start)
    if form.tokens[-1].word != "quarter" or part is None:
        return year(form._replace(letters="Y", tokens=(token,)), setting)
    value = _YEAR.sub(f"{token.value:04}", part.when.edtf or "")
    reason = noted("The quarter told of before, in the year stated.")
    return Reading("date-chained-quarter", "relative", reason, value=value, certainty="probable")


HANDLERS: dict[str, Handler] = {
    "year-ago": year_ago,
    "the-period": the_period,
    "quarter-of-year": quarter_of_year,
}
