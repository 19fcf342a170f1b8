"""Times of day: "10 a.m. EST", noon.

A time of day belongs to the day beside it: "10 a.m. on Monday" is one
expression, whose value is that Monday.  Alone it hangs on the last day told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from regesta import edtf
from regesta.annotate.dates.absolute import Handler
from regesta.annotate.dates.chained import day_known, last_point
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.model import DateExpression, Span
from regesta.wording import noted

_REACH = 60
"""Code points after a day within which a time is taken to be on it."""
_BEFORE_DAY = (" ", ", ", " on ", ", on ", " of ")
_AFTER_DAY = (" at ", ", at ", " ", ", ", " by ")
_NO_DAY = ("date-set", "date-duration", "date-stretch", "date-vague", "date-present", "date-clock")


def clock(form: Form, setting: Setting) -> Reading | None:
    """Read 10 a.m., noon; not Operation Midnight Hammer."""
    if setting.text[form.start].isupper() and setting.follows(form.end, 2)[1:].isupper():
        return None
    near = last_point(setting, form.start, "day")
    if near is not None and form.start - near.span.end > _REACH:
        near = None
    return Reading(
        "date-clock", "relative", noted("A time of day; on the day told of before, {anchor}."),
        value_on=_same, near=near, certainty="possible",
        missing=noted("A time of day; on which day is not told beside it."),
    )  # fmt: skip


def _same(day: date) -> str | None:
    return edtf.iso_day(day)


def joined(text: str, found: Sequence[DateExpression]) -> list[DateExpression]:
    """Return *found* (in order), each time of day together with the day that
    stands beside it; one that no day is told of near tells readers nothing."""
    if not any(one.rule == "date-clock" for one in found):
        return list(found)
    out: list[DateExpression] = []
    pending: DateExpression | None = None
    timed = -1
    for one in found:
        last = out[-1] if out else None
        if pending is not None and _beside(text, pending, one, _BEFORE_DAY):
            out[-1] = structs.replace(one, span=Span(pending.span.start, one.span.end))
            timed = len(out)
        elif (
            one.rule == "date-clock"
            and last
            and timed < len(out)
            and _beside(text, last, one, _AFTER_DAY)
        ):
            out[-1] = structs.replace(last, span=Span(last.span.start, one.span.end))
            pending, timed = None, len(out)
            continue
        else:
            out.append(one)
        pending = one if one.rule == "date-clock" else None
    return [one for one in out if one.rule != "date-clock" or one.when.edtf]


def _beside(text: str, one: DateExpression, other: DateExpression, gaps: tuple[str, ...]) -> bool:
    day = other if one.rule == "date-clock" else one
    if day.rule in _NO_DAY or not (day_known(day) or day.rule in ("date-weekday", "date-day")):
        return False
    return text[one.span.end : other.span.start] in gaps


HANDLERS: dict[str, Handler] = {"clock": clock}
