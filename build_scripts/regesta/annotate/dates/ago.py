"""Times counted back from the anchor: three weeks ago, a year ago today."""

from __future__ import annotations

from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.absolute import Handler
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.wording import noted

_AGO = {"day": 1, "week": 7, "fortnight": 14}


def ago(form: Form, setting: Setting) -> Reading | None:
    """Read three weeks ago: exact in days, about so in anything longer."""
    unit_token = form.first("uvUHj")
    if unit_token is None:
        return None
    either = form.first("kω")  # two to three years ago
    unit = singular(unit_token.word)
    number = count_of(form)
    if form.first("½"):
        if unit != "year":
            return None
        unit, number = "month", 12 * number + 6
    to_the_day = form.tokens[-1].letter == "T"
    if to_the_day and form.tokens[-1].word != "today":
        return None
    rough = not to_the_day and (either is not None or form.letters[0] == "A" or number == 0)
    sign = -1 if form.tokens[-1 - to_the_day].word == "ago" else 1

    def value_on(anchor: date) -> str | None:
        found = _ago(anchor, unit, number * sign, rough)
        return _same_day(anchor, found) if to_the_day and found else found

    if _ago(date(2000, 6, 15), unit, number or 1, rough) is None or (sign > 0 and not number):
        return None
    reason = (
        noted("Counted on from {anchor}.") if sign > 0 else noted("Counted back from {anchor}.")
    )
    if not number:
        reason = noted("At some time before {anchor}; vague.")
    return Reading(
        "date-ago", "relative", reason, value_on=value_on,
        missing=noted("The day of the text itself is not known."),
        certainty="certain" if number and unit == "day" and not rough else "probable",
    )  # fmt: skip


def _same_day(anchor: date, value: str) -> str:
    """Return the day of *value* that has the anchor's number: a year ago today."""
    plain = value.rstrip("~")
    full = plain + edtf.iso_day(anchor)[len(plain) :]
    return value if edtf.validate(full) else full


def _ago(anchor: date, unit: str, number: int, rough: bool) -> str | None:
    if unit in ("hour", "minute"):
        hours = number if unit == "hour" else 0
        found = cal.plus_days(anchor, (abs(hours) // 24) * (1 if hours > 0 else -1))
        return edtf.iso_day(found) + "~" if found else None
    if number == 0:
        return f"../{edtf.iso_day(anchor)}"
    if unit in _AGO:
        found = cal.plus_days(anchor, number * _AGO[unit])
        exact = unit == "day" and abs(number) <= 14 and not rough
        return edtf.iso_day(found) + ("" if exact else "~") if found else None
    if unit == "month":
        text = cal.plus_months(anchor, number)
        return text + "~" if text else None
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    text = cal.plus_years(anchor, number * years) if years else None
    return text + "~" if text else None


_SINGULAR = {"centuries": "century"}


def singular(word: str) -> str:
    """Return a unit of time without its plural ending."""
    return _SINGULAR.get(word) or word.removesuffix("s")


def count_of(form: Form) -> int:
    """Return how many units the form counts, the more where it says "two or
    three"; 0 where it does not say."""
    counts = form.all("NDYao")
    if not counts:
        return 0
    token = counts[-1 if form.first("kω") else 0]
    return 1 if token.letter == "a" else token.value


HANDLERS: dict[str, Handler] = {"ago": ago}
