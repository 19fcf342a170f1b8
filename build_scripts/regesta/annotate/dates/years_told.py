"""The year that a text is telling of, where that is not its own.

“She joined in 1979.  In October she left”: the October may be that of 1979, and
not the last before the text was written.  The nearer meaning stays, as wire
news means it, but not as certain, and the reason says why.
"""

from __future__ import annotations

from msgspec import structs

from regesta.annotate.dates.anchor import Anchor
from regesta.model import DateExpression
from regesta.wording import _

_REACH = 400
"""Code points from a year within which what follows may be told of it."""
_APART = 2
"""Years between a year told of and that of the text."""
_YEARLESS = frozenset(("date-month", "date-day", "date-weekday"))


class YearsTold:
    """Goes through the expressions of a text in order; *anchor* is its day."""

    def __init__(self, anchor: Anchor | None) -> None:
        self._own = anchor.days[0].year if anchor else None
        self._year = 0
        self._end = -_REACH

    def weigh(self, found: DateExpression) -> DateExpression:
        """Return *found*, less certain where its year may be another than that
        of the text."""
        if self._own is None:
            return found
        if found.when.basis == "stated" and found.when.earliest and found.when.edtf:
            self._year, self._end = found.when.earliest.year, found.span.end
            return found
        near = found.span.start - self._end < _REACH
        if not near or found.rule not in _YEARLESS or found.certainty != "certain":
            return found
        same = found.when.earliest is not None and found.when.earliest.year == self._year
        if same or abs(self._year - self._own) < _APART:
            return found
        doubt = _("The text has just told of {year}, and may still do.").format(year=self._year)
        return structs.replace(found, certainty="probable", reason=f"{found.reason} {doubt}")
