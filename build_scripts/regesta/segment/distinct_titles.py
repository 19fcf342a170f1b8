"""Supplied titles that tell documents with one opening apart.

"Today the President spoke with …" opens many texts.  Of those with the same
supplied title each goes on, after an ellipsis, where its text first differs
from the others'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from regesta.segment.segmentation import Segmentation
from regesta.segment.title import opening_at
from regesta.whitespace import fold

_READ = 800
_REST = 50
"""Code points that are added to a title, at most."""
_SMALL = frozenset("a an the of to in on with and for at by from".split())


def opening(text: str, segmentation: Segmentation) -> str:
    """Return the folded beginning of *text* from where its supplied title is
    taken, :data:`_READ` code points of the source at most."""
    start = opening_at(text, segmentation)
    return fold(text[start : start + _READ])


def distinct(titles: Mapping[int, str], openings: Mapping[int, str]) -> dict[int, str]:
    """Return new titles for those of *titles* (any number to a title) that are
    the same as another's; *openings* are the beginnings of their texts (none
    for a title that is to stay).

    Where the beginnings do not differ either, the title stays as it is.
    """
    alike: dict[str, list[int]] = {}
    for number, title in titles.items():
        if openings[number]:
            alike.setdefault(title, []).append(number)
    found: dict[int, str] = {}
    for title, numbers in alike.items():
        if len(numbers) > 1 and title:
            numbers.sort(key=lambda n: (openings[n], n))
            found |= _apart(title, numbers, openings)
    return found


def _apart(title: str, numbers: Sequence[int], openings: Mapping[int, str]) -> dict[int, str]:
    shared = dict.fromkeys(numbers, 0)
    for one, other in pairwise(numbers):  # the nearest stand side by side
        common = _shared(openings[one], openings[other])
        shared[one], shared[other] = max(shared[one], common), max(shared[other], common)
    return {
        number: longer
        for number in numbers
        if (longer := _from(title, openings[number], shared[number])) is not None
    }


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _from(title: str, words: str, at: int) -> str | None:
    """Return *title*, and what stands in *words* from the word at *at* on."""
    if at >= len(words):
        return None
    start = words.rfind(" ", 0, at) + 1
    for _ in range(2):  # "of France", not "France"
        before = words[:start].rstrip().rpartition(" ")[2]
        if before.lower() in _SMALL:
            start -= len(before) + 1
    head = title.rstrip("…")
    goes_on = words.startswith(head) and start <= len(head) + 1
    rest = words[len(head) + 1 if goes_on else start :]
    if len(rest) > _REST:
        rest = rest[:_REST].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
    return f"{head}{' ' if goes_on else '… '}{rest.rstrip('.')}"
