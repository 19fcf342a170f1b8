"""Dates of the texts that were read last, so that they are read once.

A text's dates are asked for up to three times: to tell which day it was
written, to find the meetings that it tells of, and to annotate it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading
from regesta.model import DateExpression, Span, When
from regesta.wording import Interface, interface

MOST = 50_000
"""Forms, and parts of texts, that are held at most: some 25 MB."""


@dataclass(frozen=True, slots=True)
class DatesRead:
    """The forms of dates in each part of a text, and what each is read as;
    *order* and *years* are a :class:`~regesta.annotate.dates.reading.Setting`'s.
    *until* is where the text was read no further (code point), None where it was
    read to its end."""

    groups: list[list[Form]]
    readings: list[list[Reading | None]]
    order: str
    years: Mapping[tuple[int, int], Sequence[int]]
    until: int | None = None
    told: dict[tuple[When, When], tuple[DateExpression, ...]] = field(default_factory=dict)
    """What they mean in a text of which these are the anchors."""

    @property
    def weight(self) -> int:
        """How many forms and parts there are."""
        return 10 + len(self.groups) + sum(map(len, self.groups))


_held: OrderedDict[tuple[str, tuple[Span, ...], Interface], DatesRead] = OrderedDict()
_weight = 0


def dates(
    text: str,
    parts: tuple[Span, ...],
    read: Callable[[str, Sequence[Span]], DatesRead],
    *,
    again: bool,
) -> DatesRead:
    """Return what *read* makes of the *parts* of *text*, or made of them before.

    A text of more than :data:`MOST` dates is held only until it is next asked
    for, and only where it will be: *again*.
    """
    global _weight
    key = (text, parts, interface())
    found = _held.pop(key, None)
    if found is None:
        found = read(text, parts)
    else:
        _weight -= found.weight
    if again or found.weight <= MOST:
        _held[key] = found
        _weight += found.weight
    while _weight > MOST and len(_held) > 1:
        _weight -= _held.popitem(last=False)[1].weight
    return found
