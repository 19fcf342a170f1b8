"""The day that a relative date hangs on, which may itself be uncertain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from regesta import edtf
from regesta.model import When
from regesta.wording import _, noted

_LONGEST = 400
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days that the anchor can be, in order; its name in annotations and
    its words for readers."""

    name: str
    days: tuple[date, ...]
    words: str


def choose(published: When, written: When) -> Anchor | None:
    """Return the anchor of a text: the day it was written where that is
    known, else the day of publication, else nothing."""
    for name, words, when in (
        ("text", noted("the day the text was written"), written),
        ("publication", noted("the day of publication"), published),
    ):
        days = possible_days(when)
        if days and when.edtf:
            return Anchor(name, days, f"{_(words)}, {edtf.speak(when.edtf)}")
    return None


def possible_days(when: When) -> tuple[date, ...]:
    """Return the days that *when* can be, or none if it is open at an end or
    spans more than about a year: nothing can be counted from that."""
    if not when.edtf or edtf.validate(when.edtf):
        return ()
    first, last = edtf.bounds(when.edtf)
    if first is None or last is None or (last - first).days > _LONGEST:
        return ()
    if not date(2, 1, 1) <= first <= last <= date(9990, 1, 1):
        return ()
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def resolve(
    days: Sequence[date], value_on: Callable[[date], str | None]
) -> tuple[str | None, bool]:
    """Work *value_on* out for each of *days*.

    Returns the value with whether it is the same on all days.  Different
    values are widened honestly into a one-of set; where they say too little,
    or one is not known, the value is None.
    """
    values: dict[str, None] = {}
    for day in days:
        value = value_on(day)
        if value is None:
            return None, False
        values[value] = None
    if len(values) == 1:
        return next(iter(values)), True
    return one_of(list(values)), False


def one_of(values: Sequence[str]) -> str | None:
    """Join different EDTF *values* into a one-of set, or None where that
    would be so wide as to say nothing."""
    return _one_of(tuple(values))


@lru_cache(1024)
def _one_of(values: tuple[str, ...]) -> str | None:
    ordered = sorted({part for value in values for part in _members(value)}, key=edtf.sort_key)
    if len(ordered) == 1:
        return ordered[0]
    edges = [edtf.bounds(value) for value in ordered]
    firsts = [first for first, _ in edges if first]
    lasts = [last for _, last in edges if last]
    if len(firsts) < len(edges) or len(lasts) < len(edges):
        return _open_ended(len(firsts) == len(edges), len(lasts) == len(edges), firsts, lasts)
    if _touching(edges):
        return between(min(firsts), max(lasts))
    simple = not any(mark in value for value in ordered for mark in "[/~?%")
    return f"[{','.join(ordered)}]" if simple and len(ordered) <= _MOST_CHOICES else None


def _members(value: str) -> list[str]:
    """Return the members of a plain one-of set, or the value itself."""
    plain = value.startswith("[") and ".." not in value
    return value[1:-1].split(",") if plain else [value]


def between(first: date, last: date) -> str:
    """Return "some day from *first* to *last*"."""
    if first == last:
        return edtf.iso_day(first)
    return f"[{edtf.iso_day(first)}..{edtf.iso_day(last)}]"


def _touching(edges: Sequence[tuple[date | None, date | None]]) -> bool:
    reach = edges[0][1]
    for first, last in edges[1:]:
        if first is None or reach is None or last is None or (first - reach).days > 1:
            return False
        reach = max(reach, last)
    return True


def _open_ended(
    begins: bool, ends: bool, firsts: Sequence[date], lasts: Sequence[date]
) -> str | None:
    # What lasted up to the text's day lasted, whichever day that was, up to the first of them.
    if ends:
        return f"../{edtf.iso_day(min(lasts))}"
    return f"{edtf.iso_day(max(firsts))}/.." if begins else None
