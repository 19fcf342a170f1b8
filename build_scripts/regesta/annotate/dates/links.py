"""Which days a text can be of, so that its words fit the events they tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates import tense as date_tense
from regesta.annotate.dates.reading import Reading
from regesta.model import Span, When

_NEAR = 48
_BESIDE = 200
"""Code points within which those must be named who took part in an event."""
_MONTH_AND_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_REACH = 400
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")
_SAYING = re.compile(
    r"\b(?:told|said|says|stated|briefed|announced|reported|according to|confirmed|added)\b"
    r"[^.!?;\n]{0,40}$",
    re.IGNORECASE,
)
_DATING = {
    "date-day", "date-month", "date-near-month", "date-weekday", "date-near-weekday",
    "date-near-day", "date-near-period", "date-day-of-month", "date-part-of-period",
}  # fmt: skip
_ANCHORED_DAYS = {"date-weekday", "date-near-weekday", "date-day-of-month", "date-near-day"}


@dataclass(frozen=True, slots=True)
class Link:
    """An expression of time, how it reads on any day, and the event it dates."""

    span: Span
    reading: Reading
    event: str
    when: When


def links(
    text: str,
    readings: Sequence[tuple[Span, Reading]],
    mentions: Sequence[tuple[Span, str]],
    events: Mapping[str, When],
) -> list[Link]:
    """Join each expression that needs an anchor to the event that its words
    stand beside: within the mention ("Tuesday's talks"), or the nearest in the
    same sentence with no other expression between."""
    found = []
    placed = sorted((span, id) for span, id in mentions if id in events and events[id].earliest)
    for index, (span, reading) in enumerate(readings):
        if reading.value_on is None or reading.rule not in _DATING:
            continue
        left = readings[index - 1][0].end if index else 0
        right = readings[index + 1][0].start if index + 1 < len(readings) else len(text)
        event = _beside(text, span, placed, left, right)
        if event:
            found.append(Link(span, reading, event, events[event]))
    return found


def by_day(
    readings: Sequence[tuple[Span, Reading]],
    named: Sequence[tuple[Span, str]],
    days: Mapping[tuple[int, int], Sequence[tuple[str, When, frozenset[str]]]],
) -> list[Link]:
    """Join a day and month without year to the event of that day of which at
    least two (who took part, where it was) are *named* close by.

    *days* gives by month and day the events of that day, each with its ids.
    """
    found = []
    starts = [span.start for span, _id in named]
    for span, reading in readings:
        if reading.rule != "date-day" or reading.value_on is None or not reading.bare:
            continue
        month_and_day = _MONTH_AND_DAY.fullmatch(reading.bare)
        held = days.get((int(month_and_day[1]), int(month_and_day[2])), ()) if month_and_day else ()
        if not held:
            continue
        low = bisect_left(starts, span.start - _BESIDE)
        high = bisect_left(starts, span.end + _BESIDE)
        near = {id for _span, id in named[low:high]}
        fitting = [(id, when) for id, when, parts in held if len(parts & near) > 1]
        if len(fitting) == 1:
            found.append(Link(span, reading, *fitting[0]))
    return found


def _beside(
    text: str, span: Span, mentions: Sequence[tuple[Span, str]], left: int, right: int
) -> str | None:
    best: tuple[int, str] | None = None
    for mention, event in mentions:
        if mention.overlaps(span):
            return event
        gap = (mention.end, span.start) if mention.end <= span.start else (span.end, mention.start)
        if gap[1] - gap[0] > _NEAR or mention.start < left or mention.end > right:
            continue
        if _SENTENCE_END.search(text, *gap):
            continue
        if best is None or gap[1] - gap[0] < best[0]:
            best = (gap[1] - gap[0], event)
    return best[1] if best else None


def fitting_days(found: Sequence[Link]) -> tuple[list[date], list[Link]]:
    """Return the days on which the most links fit, and the links that do.

    A link fits a day if the expression, read on that day, can be the day of
    its event, and the event is not after the text unless it looks ahead.
    """
    starts = [link.when.earliest for link in found if link.when.earliest]
    if not starts:
        return [], []
    first, last = min(starts) - timedelta(_REACH), max(starts) + timedelta(_REACH)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    fits = {day: tuple(link for link in found if _fits(link, day)) for day in days}
    most = max(len(links) for links in fits.values())
    if most == 0:
        return [], []
    best = [day for day in days if len(fits[day]) == most]
    return best, list(fits[best[0]])


def _fits(link: Link, day: date) -> bool:
    assert link.reading.value_on is not None
    value = link.reading.value_on(day)
    if value is None:
        return False
    first, last = edtf.bounds(value)
    early, late = link.when.earliest, link.when.latest
    if first is None or last is None or early is None or late is None:
        return False
    return first <= late and early <= last


def is_past(link: Link, day: date) -> bool:
    """Tell whether the link's words, on *day*, mean a time up to that day."""
    value = link.reading.value_on(day) if link.reading.value_on else None
    last = edtf.bounds(value)[1] if value else None
    return last is not None and last <= day


def told_as_past(text: str, readings: Sequence[tuple[Span, Reading]]) -> list[tuple[Span, Reading]]:
    """Return the days and months without year that the text tells as past."""
    return [
        (span, reading)
        for span, reading in readings
        if reading.rule == "date-day"
        and reading.value_on is not None
        and date_tense.told_as_past(text, span.start, span.end)
    ]


def look_ahead(text: str, span: Span) -> bool:
    """Tell whether the words around *span* look ahead."""
    return date_tense.direction(text, span.start, span.end) > 0


def days_of_saying(
    text: str, readings: Sequence[tuple[Span, Reading]]
) -> list[tuple[Span, Reading]]:
    """Return the bare days on which somebody told the text's writer something
    ("told reporters Tuesday", "according to insiders on the 30th")."""
    return [
        (span, reading)
        for span, reading in readings
        if reading.rule in _ANCHORED_DAYS
        and reading.value_on is not None
        and _SAYING.search(text, max(0, span.start - 70), span.start)
        and not look_ahead(text, span)
    ]
