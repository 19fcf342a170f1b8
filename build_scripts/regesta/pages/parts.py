"""What would make too long a page, shared out to several: by year, then month;
or by letter.

Which pages there are follows from the years and letters alone, so that an
address stays when the archive grows: a part that has become too long in turn
keeps its page and lists its own parts there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta import edtf
from regesta.model import When
from regesta.pages.layout import month_key
from regesta.pages.wording import _

T = TypeVar("T")

LIMIT = 100_000
"""Bytes of Markdown (UTF-8) that stand on one page besides its head and apparatus:
with them, a page of HTML stays below 150 kB."""
GROUPS = 120
"""Parts listed on one page; more (as many first letters as Chinese has) are
counted off instead."""
UNDATED = "undated"
WHOLE = "all"
"""Stands for the whole in the keys of what was counted off from it."""
SLICE = "-part-"
"""Between a key and the number of what was counted off from its items."""


@dataclass(frozen=True, slots=True, eq=False)
class Part(Generic[T]):
    """Items that stand together: on one page or, where they are too many, on
    the pages of *inner*.  The key of the whole is ""."""

    key: str
    items: tuple[T, ...]
    inner: tuple[Part[T], ...] = ()

    def below(self) -> Iterator[Part[T]]:
        """Yield every part below this one, outer before inner, in order."""
        for part in self.inner:
            yield part
            yield from part.below()

    def leaves(self) -> Iterator[Part[T]]:
        """Yield the parts that hold items, in order; the whole if it does."""
        if not self.inner:
            yield self
        for part in self.inner:
            yield from part.leaves()


def divide(
    items: Sequence[T],
    keys: Callable[[T], Sequence[str]],
    weigh: Callable[[T], int],
    too_long: Callable[[str], bool] = lambda _key: False,
    *,
    limit: int,
) -> Part[T]:
    """Share *items* (in order) out to pages.

    *keys* gives an item's keys, from the larger part to the smaller; *weigh*
    says about how many bytes an item takes; *too_long* tells of a key whether
    its page was written and found longer than the limit all the same.
    """

    def part(key: str, own: Sequence[T], level: int) -> Part[T]:
        size = sum(map(weigh, own))
        if len(own) <= 1 or (size <= limit and not too_long(key)):
            return Part(key, tuple(own))
        groups: dict[str, list[T]] = {}
        for item in own:
            path = keys(item)
            groups.setdefault(path[level] if level < len(path) else "", []).append(item)
        if "" in groups or len(groups) > GROUPS:
            groups = _slices(key, own, size // limit + 2)
        inner = [part(name, group, level + 1) for name, group in groups.items()]
        return Part(key, tuple(own), tuple(inner))

    return part("", items, 0)


def is_too_long(body: str, items: Sequence[T], limit: int) -> bool:
    """Tell whether *items* must not stand on one page, of which *body* is what
    shows them."""
    return len(items) > 1 and len(body.encode("utf-8")) > limit


def _slices(key: str, items: Sequence[T], number: int) -> dict[str, list[T]]:
    length = -(-len(items) // min(number, len(items)))
    stem = f"{key or WHOLE}{SLICE}"
    return {
        f"{stem}{at // length + 1}": list(items[at : at + length])
        for at in range(0, len(items), length)
    }


def period_keys(when: When) -> tuple[str, ...]:
    """Return the year and month of *when* as keys: ``("2024", "2024-02")``."""
    month = month_key(when)
    return (month[:4], month) if month else (UNDATED,)


def period_name(key: str) -> str:
    """Return a period's key in words: ``February 2024, part 2``."""
    return with_slice(
        key, lambda stem: _("Date not known") if stem == UNDATED else edtf.speak(stem)
    )


def with_slice(key: str, name: Callable[[str], str]) -> str:
    """Return *key* in words, where *name* knows those that are not counted off."""
    stem, _sep, number = key.partition(SLICE)
    if not number:
        return name(stem)
    part = f"{_('part')} {number.replace(SLICE, '.')}"
    return part if stem == WHOLE else f"{name(stem)}, {part}"
