"""Dates with their uncertainty: EDTF values checked, bounded, ordered, spoken.

EDTF (ISO 8601-2:2019, Library of Congress 2019) levels 0 and 1, one-of sets,
and a month or day whose year is not known (``XXXX-02-18``); see
:mod:`regesta.edtf_grammar`.  A reader never sees EDTF: pages show what
:func:`speak` says.  Date expressions may also be ISO 8601 durations
(``PT4H``; ``P1Y`` for "each year"), which :func:`validate_expression` takes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from regesta.edtf_grammar import (
    DURATION,
    OPEN,
    UNKNOWN,
    Edtf,
    Interval,
    NotEdtf,
    OneOf,
    Point,
    days_in,
    read,
)
from regesta.wording import Interface, Table, Words, _, counted, interface, noted

SortKey = tuple[int, int, int, int, int, int, str]
_LAST: SortKey = (10**13, 0, 0, 0, 0, 0, "")
_MONTHS = Words(
    "",
    noted("January"),
    noted("February"),
    noted("March"),
    noted("April"),
    noted("May"),
    noted("June"),
    noted("July"),
    noted("August"),
    noted("September"),
    noted("October"),
    noted("November"),
    noted("December"),
)
_SEASONS = Table(
    {
        "spring": noted("spring"),
        "summer": noted("summer"),
        "autumn": noted("autumn"),
        "winter": noted("winter"),
    }
)
_UNITS: tuple[Callable[[int], str], ...] = (
    lambda n: counted("{n} year", "{n} years", n),
    lambda n: counted("{n} month", "{n} months", n),
    lambda n: counted("{n} week", "{n} weeks", n),
    lambda n: counted("{n} day", "{n} days", n),
    lambda n: counted("{n} hour", "{n} hours", n),
    lambda n: counted("{n} minute", "{n} minutes", n),
    lambda n: counted("{n} second", "{n} seconds", n),
)
_QUALIFIED = Table(
    {"?": noted("perhaps {}"), "~": noted("about {}"), "%": noted("perhaps about {}")}
)


def validate(edtf: str) -> str | None:
    """Return what is wrong with *edtf* in plain English, or None."""
    try:
        read(edtf)
    except NotEdtf as error:
        return str(error)
    return None


def validate_expression(value: str) -> str | None:
    """Like :func:`validate`, for the value of a date expression in a text,
    which may also be a duration (ISO 8601-1, 5.5.2): ``PT4H``, ``P1Y``."""
    return None if is_duration(value) else validate(value)


def is_duration(value: str) -> bool:
    """Tell whether *value* is an ISO 8601 duration."""
    return value.startswith("P") and DURATION.fullmatch(value) is not None


def iso_day(day: date) -> str:
    """Return *day* as ``YYYY-MM-DD``."""
    return day.isoformat()


@lru_cache(4096)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that *edtf* can mean.

    None where it is open, not known, or outside the years 1 to 9999.  "About"
    and "perhaps" do not widen the bounds; a season may be anywhere in its
    year.  A duration has no bounds.  Raises ValueError if *edtf* is not valid.
    """
    if is_duration(edtf):
        return None, None
    first, last = _edges(read(edtf))
    return _date(first), _date(last)


_Edge = tuple[int, int, int] | None


def _edges(value: Edtf) -> tuple[_Edge, _Edge]:
    if isinstance(value, Point):
        return (None, None) if value.year == "XXXX" else (value.first, value.last)
    if isinstance(value, Interval):
        return _edges_of_range(value.start, value.end)
    pairs = [
        _edges(part) if isinstance(part, Point) else _edges_of_range(*part) for part in value.parts
    ]
    firsts = [first for first, _ in pairs if first]
    lasts = [last for _, last in pairs if last]
    return (
        min(firsts) if len(firsts) == len(pairs) else None,
        max(lasts) if len(lasts) == len(pairs) else None,
    )


def _edges_of_range(start: Point | str, end: Point | str) -> tuple[_Edge, _Edge]:
    return (
        None if isinstance(start, str) else _edges(start)[0],
        None if isinstance(end, str) else _edges(end)[1],
    )


def _date(edge: _Edge) -> date | None:
    if edge is None or not 1 <= edge[0] <= 9999:
        return None
    return date(*edge)


def sort_key(edtf: str | None) -> SortKey:
    """Return a key that puts dates in order of time: by first day, the wider
    before the narrower; what has no beginning by its end; what is not known,
    has no year or is a duration comes last."""
    if not edtf or is_duration(edtf) or validate(edtf):
        return (*_LAST[:-1], edtf or "")
    value = read(edtf)
    first, last = _edges(value)
    begin = first or last
    if begin is None:
        return (*_LAST[:-1], edtf)
    end = last or begin
    if isinstance(value, Point) and value.season:
        begin = (begin[0], {"21": 3, "22": 6, "23": 9}.get(value.month, 12), 1)
    return (*begin, -end[0], -end[1], -end[2], edtf)


@lru_cache(4096)
def html_datetime(edtf: str) -> str | None:
    """Return a value for the ``datetime`` attribute of HTML's ``<time>``
    (HTML Standard, 4.5.14), or None where HTML cannot say what *edtf* says:
    only a year, month, day, time, day without year, or short duration."""
    if is_duration(edtf):
        return None if any(unit in edtf.split("T")[0] for unit in "YMWX.") else edtf
    if validate(edtf):
        return None
    value = read(edtf)
    if not isinstance(value, Point) or value.qualifier or value.season:
        return None
    if value.year == "XXXX":
        return f"{value.month}-{value.day}" if value.day.isdigit() else None
    if "X" in edtf or not value.year.isdigit() or int(value.year) == 0:
        return None
    return edtf


def speak(edtf: str) -> str:
    """Return *edtf* as readers say it: "some day from 18 to 20 February 2024".
    Raises ValueError if it is not valid."""
    return _spoken(edtf, interface())


@lru_cache(4096)
def _spoken(edtf: str, _by: Interface) -> str:
    if is_duration(edtf):
        return _speak_duration(edtf)
    value = read(edtf)
    if isinstance(value, Point):
        return _speak_point(value)
    if isinstance(value, Interval):
        return _speak_interval(value)
    return _speak_one_of(value)


def _speak_duration(value: str) -> str:
    found = DURATION.fullmatch(value)
    counts = zip(found.groups() if found else (), _UNITS, strict=False)
    return " ".join(_speak_count(n, said) for n, said in counts if n)


def _speak_count(number: str, said: Callable[[int], str]) -> str:
    """Say "2 years", "2.5 years" or "some years"."""
    if number.isdigit():
        return said(int(number))
    return said(2).replace("2", _("some") if number == "X" else number)


def _speak_point(point: Point) -> str:
    return _QUALIFIED.get(point.qualifier, "{}").format(_plain(point))


def _plain(point: Point) -> str:
    year = _speak_year(point.year)
    if point.year == "XXXX":
        month = _MONTHS[int(point.month)]
        day = f"{int(point.day)} " if point.day.isdigit() else ""
        return _("{date}, year not known").format(date=f"{day}{month}")
    if point.season:
        return f"{_SEASONS[point.season]} {year}"
    if not point.month.isdigit():
        return _("{date}, month not known").format(date=year) if point.month else year
    month = f"{_MONTHS[int(point.month)]} {year}"
    if not point.day.isdigit():
        return _("{date}, day not known").format(date=month) if point.day else month
    time = f", {point.time[:5]}" if point.time else ""
    return f"{int(point.day)} {month}{time}"


def _speak_year(year: str) -> str:
    if "X" not in year:
        number = int(year.removeprefix("Y"))
        return str(number) if number > 0 else _("{year} BC").format(year=1 - number)
    if year.endswith("XX"):
        first, last = year.replace("X", "0"), year.replace("X", "9")
        return _("some year from {start} to {end}").format(start=first, end=last)
    return _("the {decade}s").format(decade=year.replace("X", "0"))


def _speak_interval(value: Interval) -> str:
    start, end = value.start, value.end
    if isinstance(start, Point) and isinstance(end, Point):
        words = _("from {start} to {end}")
        return words.format(start=_shortened(start, end), end=_speak_point(end))
    if isinstance(start, Point):
        words = _("from {start} onwards") if end == OPEN else _("from {start} on, end not known")
        return words.format(start=_speak_point(start))
    assert isinstance(end, Point)
    words = _("up to {end}, start not known") if start == UNKNOWN else _("up to {end}")
    return words.format(end=_speak_point(end))


def _shortened(start: Point, end: Point) -> str:
    """Say *start* without the year and month that *end* says again."""
    if start.qualifier or start.time or not start.year.isdigit() or start.year != end.year:
        return _speak_point(start)
    if not start.month.isdigit() or not end.month.isdigit() or start.season or end.season:
        return _speak_point(start)
    month = _MONTHS[int(start.month)]
    if not start.day.isdigit():
        return _speak_point(start) if start.day else month
    day = str(int(start.day))
    return day if start.month == end.month and end.day.isdigit() else f"{day} {month}"


def _speak_one_of(value: OneOf) -> str:
    if all(isinstance(part, Point) for part in value.parts):
        words = [_speak_point(part) for part in value.parts if isinstance(part, Point)]
        before = ", ".join(words[:-1])
        return _("{before} or {last}").format(before=before, last=words[-1]) if before else words[0]
    return _(" or ").join(_speak_member(part) for part in value.parts)


def _speak_member(part: Point | tuple[Point | str, Point | str]) -> str:
    if isinstance(part, Point):
        return _speak_point(part)
    start, end = part
    if isinstance(start, Point) and isinstance(end, Point):
        words = {
            "day": _("some day from {start} to {end}"),
            "month": _("some month from {start} to {end}"),
            "year": _("some year from {start} to {end}"),
            "time": _("some time from {start} to {end}"),
        }[_kind(start, end)]
        return words.format(start=_shortened(start, end), end=_speak_point(end))
    if isinstance(start, Point):
        return _("{day} or later").format(day=_speak_point(start))
    assert isinstance(end, Point)
    return _("{day} or earlier").format(day=_speak_point(end))


def _kind(start: Point, end: Point) -> str:
    if start.day.isdigit() and end.day.isdigit():
        return "day"
    if start.season or end.season:
        return "time"
    if start.month.isdigit() and end.month.isdigit():
        return "month" if not start.day and not end.day else "day"
    return "year" if not start.month and not end.month else "time"


def whole_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of *month* of *year* (1 to 9999)."""
    return date(year, month, 1), date(year, month, days_in(year, month))
