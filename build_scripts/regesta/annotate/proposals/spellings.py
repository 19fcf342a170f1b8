"""Whether two names, as tuples of small words, may be one in two spellings."""

from __future__ import annotations

from rapidfuzz import fuzz

_LONG_ENOUGH = 5
"""Letters of a word below which another spelling is another name."""
_NEAR = 80
"""Likeness (rapidfuzz, 0 to 100) of two spellings of one word."""


def is_one_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names may be one: a word spelt otherwise (“Tahnoon”,
    “Tahnoun”), or a family name more (“Giammattei Falla”)."""
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return len(short) > 1 and long[: len(short)] == short
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return (
        len(one) > 1
        and len(differing) == 1
        and min(map(len, differing[0])) >= _LONG_ENOUGH
        and fuzz.ratio(*differing[0]) >= _NEAR
    )
