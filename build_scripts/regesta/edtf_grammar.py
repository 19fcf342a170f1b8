"""Reading EDTF: what the characters of a date say, and whether they can.

Extended Date/Time Format (ISO 8601-2:2019, annex A; Library of Congress,
2019), levels 0 and 1, and of level 2 two things that an archive cannot do
without: one-of sets (``[1998-05-03..1998-05-05]``) and a year that is not
known before a month or day that is (``XXXX-02-18``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

DAY = re.compile(
    r"(?P<year>-?[0-9]{1,4}X{0,3}|XXXX|Y-?[0-9]{5,12})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"(?P<qualifier>[?~%])?",
    re.ASCII,
)
_COUNT = r"([0-9]{1,9}(?:\.[0-9]{1,2})?|X)"
DURATION = re.compile(
    rf"P(?=[0-9XT])(?:{_COUNT}Y)?(?:{_COUNT}M)?(?:{_COUNT}W)?(?:{_COUNT}D)?"
    rf"(?:T(?=[0-9X])(?:{_COUNT}H)?(?:{_COUNT}M)?(?:{_COUNT}S)?)?",
    re.ASCII,
)
"""A duration (ISO 8601-1, 5.5.2), with a decimal fraction too; X is a count that
is not said, as TimeML writes it: ``PXM`` for "several months"."""
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
MONTHS = [*calendar.month_name]
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OPEN = ".."
UNKNOWN = ""


class NotEdtf(ValueError):
    """What is wrong with an EDTF value, in plain English."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written; parts that are absent are empty.  *year* may hold
    ``X`` or begin with ``Y`` or ``-``; *month* may be ``21`` to ``24``."""

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    zone: str = ""
    qualifier: str = ""

    @property
    def season(self) -> str:
        """The season's English name, or nothing."""
        return SEASONS.get(self.month, "")

    @property
    def first(self) -> tuple[int, int, int]:
        """Year, month and day of the first day that this can mean."""
        return self._edge("0", 1, 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """Year, month and day of the last day that this can mean.  A season
        may be anywhere in its year (hemispheres differ), and a winter may
        reach into March of the next."""
        if self.month == "24":
            year, _, _ = self._edge("9", 12, 31)
            return year + 1, 3, 31
        return self._edge("9", 12, 31)

    def _edge(self, digit: str, month: int, day: int) -> tuple[int, int, int]:
        year = int(self.year.removeprefix("Y").replace("X", digit))
        if not self.month or self.month == "XX" or self.season:
            return year, month, day
        if not self.day or self.day == "XX":
            return year, int(self.month), 1 if day == 1 else days_in(year, int(self.month))
        return year, int(self.month), int(self.day)


@dataclass(frozen=True, slots=True)
class Interval:
    """What lasted from *start* to *end*; either may be ``..`` (open) or empty
    (not known)."""

    start: Point | str
    end: Point | str


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several dates: each part is a point or a range of points with
    possibly open ends (empty)."""

    parts: tuple[Point | tuple[Point | str, Point | str], ...]


Edtf = Point | Interval | OneOf


def days_in(year: int, month: int) -> int:
    """Return how many days *month* (1 to 12) of the proleptic *year* has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (
        29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


@lru_cache(maxsize=4096)
def read(edtf: str) -> Edtf:
    """Read *edtf*.  Raises :class:`NotEdtf` with what is wrong."""
    if not edtf:
        raise NotEdtf("the date is empty")
    if edtf.startswith("["):
        return _one_of(edtf)
    if "/" in edtf:
        return _interval(edtf)
    return _point(edtf)


def _point(text: str) -> Point:
    found = DAY.fullmatch(text)
    if not found:
        raise NotEdtf(f"“{text}” is not an EDTF date; right are 1998, 1998-05, 1998-05-03, 195X")
    point = Point(**{name: value or "" for name, value in found.groupdict().items()})
    _check_year(point, text)
    _check_month(point, text)
    _check_day(point, text)
    _check_time(point, text)
    return point


def _check_year(point: Point, text: str) -> None:
    year = point.year.removeprefix("-")
    if not year.startswith("Y") and len(year) != 4:
        raise NotEdtf(f"the year in “{text}” needs four digits")
    if point.year.startswith("Y") and point.month:
        raise NotEdtf(f"a year of more than four digits stands alone, not as in “{text}”")
    if "X" in year and point.month and not (year == "XXXX" and point.month.isdigit()):
        raise NotEdtf(f"“{text}” leaves digits of the year open but not the month")
    if year == "XXXX" and (not point.month or point.season):
        raise NotEdtf(f"“{text}” says nothing")


def _check_month(point: Point, text: str) -> None:
    if not point.month.isdigit():
        if point.day.isdigit():
            raise NotEdtf(f"“{text}” has a day but no month")
        return
    if point.season and point.day:
        raise NotEdtf(f"“{text}” has a day after a season")
    if not point.season and not 1 <= int(point.month) <= 12:
        raise NotEdtf(f"there is no month {point.month} (in “{text}”)")


def _check_day(point: Point, text: str) -> None:
    if not point.day.isdigit():
        return
    year = 2000 if point.year == "XXXX" else int(point.year)
    most = days_in(year, int(point.month))
    if not 1 <= int(point.day) <= most:
        name = MONTHS[int(point.month)]
        which = name if point.year == "XXXX" else f"{name} {point.year}"
        raise NotEdtf(f"{which} has no day {int(point.day)} (in “{text}”)")


def _check_time(point: Point, text: str) -> None:
    if not point.time:
        return
    if not point.day.isdigit() or "X" in point.year or point.qualifier:
        raise NotEdtf(f"“{text}” has a time of day without a full date")
    hour, minute, second = map(int, point.time.split(":"))
    zone = point.zone.lstrip("Z+-").replace(":", "").ljust(4, "0")
    if hour > 23 or minute > 59 or second > 59 or int(zone[:2]) > 14 or int(zone[2:]) > 59:
        raise NotEdtf(f"“{text}” has an impossible time of day")


def _interval(text: str) -> Interval:
    ends = text.split("/")
    if len(ends) != 2:
        raise NotEdtf(f"“{text}” has more than one “/”")
    start, end = (part if part in (OPEN, UNKNOWN) else _point(part) for part in ends)
    if isinstance(start, str) and isinstance(end, str):
        raise NotEdtf(f"“{text}” names no date at all")
    _check_order(start, end, text)
    return Interval(start, end)


def _one_of(text: str) -> OneOf:
    if not text.endswith("]"):
        raise NotEdtf(f"“{text}” begins with “[” but does not end with “]”")
    return OneOf(tuple(_member(part.strip(" "), text) for part in text[1:-1].split(",")))


def _member(part: str, text: str) -> Point | tuple[Point | str, Point | str]:
    if not part:
        raise NotEdtf(f"“{text}” has an empty place")
    if OPEN not in part:
        return _point(part)
    ends = part.split(OPEN)
    if len(ends) != 2 or not any(ends):
        raise NotEdtf(f"“{part}” is not a range; right is 1998-05-03..1998-05-05")
    start, end = (_point(end) if end else UNKNOWN for end in ends)
    _check_order(start, end, text)
    return start, end


def _check_order(start: Point | str, end: Point | str, text: str) -> None:
    if isinstance(start, str) or isinstance(end, str) or "XXXX" in (start.year, end.year):
        return
    if start.first > end.last:
        raise NotEdtf(f"“{text}” ends before it begins")
