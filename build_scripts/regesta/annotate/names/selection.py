"""Which hits stand: the longest, those nested in them that mean another, none across.

Leftmost-longest matching alone loses a shorter name where the longer one stops
in mid-word, so all hits are taken and chosen from here.
"""

from __future__ import annotations

from collections.abc import Iterable

from regesta.annotate.names.reading import Named


def select(candidates: Iterable[Named], text: str) -> list[Named]:
    """Return the non-crossing *candidates*, sorted by start, the longer first.

    A nested one stays only where the outer name is made of it (“U.S.” in “U.S.
    Congress”), not where it merely occurs in it (“Mexico” in “New Mexico”).
    """
    ordered = sorted(candidates, key=lambda n: (n.start, -n.end))
    return _nested_rightly(_uncrossed(ordered), text)


def _uncrossed(ordered: list[Named]) -> list[Named]:
    kept: list[Named | None] = []
    open_ones: list[int] = []  # indexes into kept; each contains or meets the next
    for named in ordered:
        if not open_ones or all(o.end <= named.start for i in open_ones if (o := kept[i])):
            open_ones = [len(kept)]
            kept.append(named)
            continue
        open_ones = [i for i in open_ones if (o := kept[i]) is not None and o.end > named.start]
        crossed = [i for i in open_ones if (o := kept[i]) is not None and o.end < named.end]
        length = named.end - named.start
        if any((o := kept[i]) is not None and o.end - o.start >= length for i in crossed):
            continue
        for i in crossed:
            kept[i] = None
        open_ones.append(len(kept))
        kept.append(named)
    return [named for named in kept if named is not None]


def _nested_rightly(ordered: list[Named], text: str) -> list[Named]:
    result: list[Named] = []
    around: list[Named] = []
    for named in ordered:
        if not around or all(outer.end <= named.start for outer in around):
            result.append(named)
            around = [named]
            continue
        around = [outer for outer in around if outer.end > named.start]
        if all(_may_nest(named, outer, text) for outer in around):
            result.append(named)
            around.append(named)
    return result


def _may_nest(inner: Named, outer: Named, text: str) -> bool:
    if (inner.start, inner.end) == (outer.start, outer.end):
        return False
    if set(inner.entities) & set(outer.entities) or outer.kind == "person":
        return False
    before = text[outer.start : inner.start]
    if outer.kind == "place":
        return inner.kind == "place" and before.endswith((", ", " of ", " of the "))
    if outer.kind == "topic":
        return inner.kind not in ("topic", "person")
    if outer.kind == "organisation" and inner.kind == "organisation":
        if not before and text.startswith((" and ", " & "), inner.end) and not inner.derived:
            return False  # “Department of Health” is none of “Health and Human Services”
        return not inner.derived and (not before or before.endswith((" of ", " of the ")))
    return inner.kind != "person" or outer.kind == "event"
