"""Dated entries: a diary, a log, a calendar of letters.

Where paragraphs begin with a day, and the first of them with its year, each
goes on from the one before: “4th” after “3 March 1817” is the fourth of that
March.  What an entry tells of “Thursday” or “last night” hangs on its own day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates.anchor import Anchor
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading
from regesta.model import DateExpression, Span, When

_FULL = frozenset(("full-day", "iso-day", "numeric-day"))
_PARTIAL = frozenset(("day", "weekday-and-day"))
_ENDS = (".", ",", ":", ";", "–", "—", "-", "\n", "\r")
_FURTHEST = 800
"""Days that may lie between two entries, at most."""


class Entries:
    """The entries of one text, gone through in order."""

    def __init__(self, text: str, parts: Sequence[Span], groups: Sequence[Sequence[Form]]) -> None:
        heads = [
            group[0]
            for part, group in zip(parts, groups, strict=True)
            if group and group[0].name in _FULL | _PARTIAL and _is_head(text, part, group[0])
        ]
        dated = len(heads) > 1 and heads[0].name in _FULL
        self._heads = {form.start: form for form in heads} if dated else {}
        self._day: date | None = None
        self.anchor: Anchor | None = None

    def read(self, form: Form, reading: Reading) -> DateExpression | None:
        """Go on to the entry that *form* begins; return what an entry's day
        without its year means, None where *form* is no such day."""
        if form.start not in self._heads or self._heads[form.start].end != form.end:
            return None
        stated = reading.value if form.name in _FULL else None
        first, last = edtf.bounds(stated) if stated else (None, None)
        day = first if first == last else None
        if day is None and self._day is not None and not stated:
            day = _next(form, self._day)
        if day is None:
            self._day = self.anchor = None
            return None
        self._day = day
        value = edtf.iso_day(day)
        self.anchor = Anchor(f"expression at {form.start}", (day,), edtf.speak(value))
        if stated:
            return None
        return DateExpression(
            span=Span(form.start, form.end), rule="date-entry", certainty="certain",
            when=When(value, "inferred", day, day), anchor="text",
            reason="The day of an entry; it goes on from the entry before.",
        )  # fmt: skip


def _is_head(text: str, part: Span, form: Form) -> bool:
    after = text[form.end : form.end + 1]
    return not text[part.start : form.start].strip(" \t\n[(") and (
        form.end >= part.end or after in _ENDS or text[form.end : form.end + 2] in (" –", " —")
    )


def _next(form: Form, day: date) -> date | None:
    """The first day from *day* on that *form* can mean."""
    month, number, weekday = form.first("M"), form.first("Do"), form.first("W")
    for _ in range(_FURTHEST):
        fits = number and day.day == number.value and (not month or day.month == abs(month.value))
        if fits and (not weekday or day.weekday() == cal.weekday_of(weekday.value)):
            return day
        day += timedelta(1)
    return None
