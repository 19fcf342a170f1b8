"""A window on the world: what lies in it, laid flat.

Equirectangular, true to scale along the parallel at its middle: shapes near
the middle look as they are, which is what a small map of a place is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from regesta.pages.maps.outlines import Outline, Point, outlines

BLEED = 8
"""Units beyond the edge to which outlines are drawn, so that no cut shows."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world around (*longitude*, *latitude*), drawn *width* by
    *height* units large with *scale* units a degree of latitude."""

    longitude: float
    latitude: float
    width: int
    height: int
    scale: float

    @property
    def across(self) -> float:
        """Units a degree of longitude."""
        return self.scale * max(cos(radians(self.latitude)), 0.2)

    def project(self, point: Point) -> Point:
        """Return where (longitude, latitude) lies in the drawing."""
        x = self.width / 2 + (point[0] - self.longitude) * self.across
        y = self.height / 2 - (point[1] - self.latitude) * self.scale
        return x, y

    def nearest(self, longitude: float) -> float:
        """Return *longitude* as counted on this side of the date line."""
        return longitude - 360 * round((longitude - self.longitude) / 360)

    def holds(self, point: Point) -> bool:
        """Tell whether *point* (of the drawing) lies within it."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height

    def paths(self, *, land: bool, detail: float) -> str:
        """Return the coasts or the borders as an SVG path; what is smaller
        than *detail* units is left out."""
        cut = _ring if land else _pieces
        lines = (
            _thinned(piece, detail)
            for outline in outlines()
            if outline.is_land == land
            for line in self._copies(outline)
            for piece in cut(line, self)
        )
        return "".join(_path(line, closed=land) for line in lines if len(line) > 1 + land)

    def _copies(self, outline: Outline) -> Iterator[list[Point]]:
        """The world repeats to the east and west of the date line."""
        wide = (self.width / 2 + BLEED) / self.across
        high = (self.height / 2 + BLEED) / self.scale
        if outline.north < self.latitude - high or outline.south > self.latitude + high:
            return
        for turn in (-360, 0, 360):
            west, east = outline.west + turn, outline.east + turn
            if east >= self.longitude - wide and west <= self.longitude + wide:
                yield [self.project((x + turn, y)) for x, y in outline.points]


def _sides(window: Window) -> tuple[tuple[int, int, float], ...]:
    """Return the four sides: which coordinate, which way is in, where."""
    return (
        (0, 1, -BLEED), (0, -1, window.width + BLEED),
        (1, 1, -BLEED), (1, -1, window.height + BLEED),
    )  # fmt: skip


def _ring(line: list[Point], window: Window) -> list[list[Point]]:
    """Cut a closed line by the four sides (Sutherland and Hodgman, 1974)."""
    for axis, way, at in _sides(window):
        inside = _inside(axis, way, at)
        out: list[Point] = []
        for a, b in pairwise([*line[-1:], *line]):
            if inside(a) != inside(b):
                out.append(_crossing(a, b, axis, at))
            if inside(b):
                out.append(b)
        line = out
    return [line] if line else []


def _pieces(line: list[Point], window: Window) -> list[list[Point]]:
    """Return the parts of an open line that touch the window, whole steps."""
    sides = [_inside(*side) for side in _sides(window)]
    out: list[list[Point]] = [[]]
    for a, b in pairwise(line):
        if all(inside(a) or inside(b) for inside in sides):
            out[-1] += [b] if out[-1] else [a, b]
        elif out[-1]:
            out.append([])
    return [piece for piece in out if piece]


def _inside(axis: int, way: int, at: float) -> Callable[[Point], bool]:
    return lambda point: (point[axis] - at) * way >= 0


def _crossing(a: Point, b: Point, axis: int, at: float) -> Point:
    share = (at - a[axis]) / (b[axis] - a[axis])
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _thinned(line: Sequence[Point], detail: float) -> list[Point]:
    """Leave out points nearer than *detail* to the one kept before; nothing
    is left of a line that is smaller than that altogether."""
    wide = max(x for x, _y in line) - min(x for x, _y in line)
    high = max(y for _x, y in line) - min(y for _x, y in line)
    if max(wide, high) < detail:
        return []
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= detail:
            kept.append(point)
    return [*kept, line[-1]]


def _path(line: Sequence[Point], *, closed: bool) -> str:
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b]
    drawn = "".join(f"{x} {y} " for x, y in steps).replace(" -", "-").rstrip()
    start = f"M{whole[0][0]} {whole[0][1]}"
    return f"{start}l{drawn}{'z' if closed else ''}" if drawn else ""
