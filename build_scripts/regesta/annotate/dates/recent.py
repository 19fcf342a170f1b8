"""Forms of dates of the texts that were read last, so that they are read once.

A text's dates are asked for up to three times: to tell which day it was
written, to find the meetings that it tells of, and to annotate it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from regesta.annotate.dates.grammar import Form
from regesta.model import Span

Groups = list[list[Form]]
MOST = 50_000
"""Forms, and parts of texts, that are held at most: some 25 MB."""

_held: OrderedDict[tuple[str, tuple[Span, ...]], Groups] = OrderedDict()
_weight = 0


def forms(
    text: str, parts: tuple[Span, ...], read: Callable[[str, Sequence[Span]], Groups]
) -> Groups:
    """Return what *read* makes of the *parts* of *text*, or made of them before."""
    global _weight
    key = (text, parts)
    found = _held.get(key)
    if found is not None:
        _held.move_to_end(key)
        return found
    found = read(text, parts)
    if _weigh(found) > MOST:  # a megabyte of nothing but dates: memory is dearer than time
        return found
    _held[key] = found
    _weight += _weigh(found)
    while _weight > MOST:
        _weight -= _weigh(_held.popitem(last=False)[1])
    return found


def _weigh(groups: Groups) -> int:
    return 10 + len(groups) + sum(map(len, groups))
