"""The year of a wire story whose dateline gives day and month alone.

“BRASILIA, March 14 (Reuters) - … said on Thursday”: in few years was 14 March a
Thursday, and the years that the story looks ahead to and back on leave one of
them or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from regesta import edtf
from regesta.annotate.dates import calendar as cal
from regesta.annotate.dates import lines as date_lines
from regesta.annotate.dates import tense
from regesta.annotate.dates.reading import Reading
from regesta.model import Span

_HEAD = 120
"""Code points in which the dateline's day stands."""
_LEDE = 400
"""Code points after it in which the story says on which weekday it happened."""

_AHEAD = 2
"""Years by which a story looks ahead, at most."""
_TO_COME = re.compile(
    r"\b(?:will|shall|expects?|(?:is|are) (?:expected|forecast|projected|set|due|scheduled) to|"
    r"forecasts?|projects?|plans?|aims?|hopes?)\b(?:(?![.;] )[^;]){0,80}$"
)

Readings = Sequence[tuple[Span, Reading]]


def find(text: str, readings: Readings) -> tuple[date, list[tuple[str, Span]]] | None:
    """Return the story's day with what speaks for it (words, and where they
    stand), or None where no year is left, or more than one."""
    head = _dateline(text, readings)
    if head is None:
        return None
    month, day, span = head
    weekdays = [
        (where, reading)
        for where, reading in readings
        if reading.rule == "date-weekday" and span.end <= where.start < span.end + _LEDE
    ]
    if not weekdays or tense.direction(text, weekdays[0][0].start, weekdays[0][0].end) >= 0:
        return None
    where, weekday = weekdays[0]
    years = list(_years(text, readings))
    coming = [(year, told) for year, told in years if _is_to_come(text, told)]
    if not coming:
        return None
    latest, told = min(coming)
    over = [year for year, where_ in years if _is_over(text, where_)]
    left = []
    for year in range(max([latest - _AHEAD, *over]), latest + 1):
        found = cal.valid(year, month, day)
        if found and weekday.value_on and weekday.value_on(found) == edtf.iso_day(found):
            left.append(found)
    if len(left) != 1:
        return None
    return left[0], [
        ("The dateline gives day and month.", span),
        ("It was such a weekday in few years.", where),
        ("The text looks ahead to a year, and this is the last such day before it is over.", told),
    ]


def _dateline(text: str, readings: Readings) -> tuple[int, int, Span] | None:
    begin = len(text) - len(text.lstrip())
    for span, reading in readings:
        if span.start > begin + _HEAD:
            return None
        line = text.rfind("\n", 0, span.start) + 1
        bare = reading.bare or ""
        if (
            reading.rule == "date-day"
            and bare.startswith("XXXX-")
            and date_lines.is_dateline(text[line : span.start], text[span.end : span.end + _HEAD])
        ):
            return int(bare[5:7]), int(bare[8:10]), span
    return None


def _years(text: str, readings: Readings) -> Iterator[tuple[int, Span]]:
    """The years that the text states, with their places."""
    for span, reading in readings:
        value = reading.value or ""
        if reading.basis == "stated" and value[:4].isdigit() and value[4:5] in ("", "-", "~"):
            yield int(value[:4]), span


def _is_to_come(text: str, span: Span) -> bool:
    return _TO_COME.search(text, max(0, span.start - 90), span.start) is not None


def _is_over(text: str, span: Span) -> bool:
    return not _is_to_come(text, span) and tense.direction(text, span.start, span.end) < 0
