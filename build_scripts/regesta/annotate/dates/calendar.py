"""Which year, month or week is meant: choices by nearness and tense."""

from __future__ import annotations

from datetime import date, timedelta

from regesta import edtf
from regesta.annotate.dates.anchor import between, one_of

_CLOSE, _POSSIBLE = 45, 120
"""Days within which a date is meant, or stays possible, whatever the tense
around it seems to be: who means one a year away names its year."""
_FAR = 150


def valid(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of(value: int) -> int:
    """Return the weekday (Monday 0) of a token's value; shortened ones are below 0."""
    return value if value >= 0 else -1 - value


def days_near(anchor: date, month: int, day: int, weekday: int | None, sign: int) -> list[date]:
    """Return the day or the two days of that month and day that can be meant
    in a text of *anchor*; *sign* is what the words around say (-1 back)."""
    reach = 8 if (month, day) == (2, 29) else 2
    years = range(max(1, anchor.year - reach), min(9999, anchor.year + reach) + 1)
    days = [d for d in (valid(year, month, day) for year in years) if d]
    if weekday is not None:
        # A weekday settles the year, for it comes back after 5 or 6 years only.
        days = [d for d in days if d.weekday() == weekday and abs((d - anchor).days) <= 366]
        sign = 0
    if not days:
        return []
    by_distance = sorted(days, key=lambda d: (abs((d - anchor).days), d))
    nearest = by_distance[0]
    if sign == 0:
        far = len(by_distance) > 1 and abs((nearest - anchor).days) > _FAR
        return sorted(by_distance[:2]) if far else [nearest]
    side = [d for d in by_distance if (d - anchor).days * sign >= 0]
    if not side or side[0] == nearest:
        return [nearest]
    distance = abs((nearest - anchor).days)
    if distance <= _CLOSE:
        return [nearest]
    return sorted([nearest, side[0]]) if distance <= _POSSIBLE else [side[0]]


def last_before(anchor: date, month: int, day: int) -> date:
    """Return the last such day on or before *anchor*; of a leap day, the last there was."""
    years = range(anchor.year, max(0, anchor.year - 9), -1)
    return next((d for y in years if (d := valid(y, month, day)) and d <= anchor), anchor)


def months_near(anchor: date, month: int, sign: int) -> list[tuple[int, int]]:
    """Return the month or the two months (year, month) that a bare name of a
    month can mean."""
    back = (anchor.month - month) % 12
    ahead = (month - anchor.month) % 12
    before = _plus_months(anchor, -back)
    after = _plus_months(anchor, ahead)
    if back == 0:
        return [before]
    if sign == 0:
        if back >= 4 and ahead >= 4:
            return [before, after]
        return [before if back < ahead else after]
    if sign < 0:
        return [before, after] if ahead <= 1 else [before]
    return [before, after] if back <= 1 else [after]


def _plus_months(anchor: date, count: int) -> tuple[int, int]:
    months = anchor.year * 12 + anchor.month - 1 + count
    return months // 12, months % 12 + 1


def plus_months(anchor: date, count: int) -> str | None:
    """Return the month *count* months from *anchor* as EDTF."""
    year, month = _plus_months(anchor, count)
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def plus_days(anchor: date, count: int) -> date | None:
    """Return the day *count* days from *anchor*, None outside the calendar."""
    try:
        return anchor + timedelta(count)
    except OverflowError:
        return None


def plus_years(anchor: date, count: int) -> str | None:
    """Return the year *count* years from *anchor* as EDTF."""
    year = anchor.year + count
    return f"{year:04}" if 1 <= year <= 9999 else None


def month_text(pair: tuple[int, int]) -> str | None:
    """Return year and month as EDTF."""
    year, month = pair
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def join_days(days: list[date]) -> str | None:
    """Return one or several days as EDTF."""
    return one_of([edtf.iso_day(day) for day in days]) if days else None


def join_months(pairs: list[tuple[int, int]]) -> str | None:
    """Return one or several months as EDTF."""
    texts = [month_text(pair) for pair in pairs]
    known = [text for text in texts if text]
    return one_of(known) if known and len(known) == len(texts) else None


def week(anchor: date, count: int) -> tuple[date, date]:
    """Return the first and last day of the week *count* weeks away.  Weeks
    begin on Sunday or on Monday: the whole of both."""
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * count)
    sunday = anchor - timedelta((anchor.weekday() + 1) % 7) + timedelta(7 * count)
    return min(sunday, monday), max(sunday + timedelta(6), monday + timedelta(6))


def some_day(first: date, last: date) -> str:
    """Return "some day from *first* to *last*" as EDTF."""
    return between(first, last)
