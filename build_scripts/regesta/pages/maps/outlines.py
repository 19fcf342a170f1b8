"""The coasts and borders of the world, read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

FILE = Path(__file__).parent / "outlines.txt"
STEP = 25
"""Steps a degree, in which the file counts."""

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y of a drawing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed coast, or an open border, with the box it lies in (degrees)."""

    is_land: bool
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@cache
def outlines() -> tuple[Outline, ...]:
    """Return every coast and border, coasts first."""
    return read(FILE.read_text("utf-8"))


def read(text: str) -> tuple[Outline, ...]:
    """Return what *text* holds, one outline a line (ORIGIN.md says how)."""
    return tuple(_outline(*line.split(" ", 1)) for line in text.splitlines())


def _outline(kind: str, steps: str) -> Outline:
    pairs = [step.split(",") for step in steps.split()]
    xs = _degrees(int(x) for x, _y in pairs)
    ys = _degrees(int(y) for _x, y in pairs)
    points = tuple(zip(xs, ys, strict=True))
    return Outline(kind == "land", points, min(xs), min(ys), max(xs), max(ys))


def _degrees(steps: Iterable[int]) -> Sequence[float]:
    return [whole / STEP for whole in accumulate(steps)]
