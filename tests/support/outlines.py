"""Make the outlines that maps are drawn from (regesta/pages/maps/outlines.txt).

    python tests/support/outlines.py countries-50m.json

The file is Natural Earth's 1:50m countries as TopoJSON, of the npm package
world-atlas 2.0.2.  Lines are simplified (Douglas–Peucker, TOLERANCE degrees),
each shared line once, so that neighbours still meet; islands smaller than
SMALLEST square degrees are left out.  Run it again only for new data.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]

TO = Path(__file__).parents[2] / "build_scripts" / "regesta" / "pages" / "maps" / "outlines.txt"
STEP = 25
"""Steps a degree: coordinates are whole numbers of them."""

TOLERANCE = 0.08
SMALLEST = 0.03
"""Square degrees: a square of about 19 km at the equator."""


def main(path: str) -> None:
    world = json.loads(Path(path).read_text("utf-8"))
    arcs = [_simplified(_decoded(arc, world["transform"])) for arc in world["arcs"]]
    rings = [_unwound(_joined(ring, arcs)) for ring in _rings(world["objects"]["land"])]
    rings = [ring for ring in rings if len(ring) > 3 and _area(ring) >= SMALLEST * STEP**2]
    used = Counter(
        index if index >= 0 else ~index
        for ring in _rings(world["objects"]["countries"])
        for index in ring
    )
    borders = [arcs[index] for index, times in sorted(used.items()) if times > 1]
    lines = [f"land {_line(ring)}" for ring in rings]
    lines += [f"border {_line(border)}" for border in borders]
    TO.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rings)} outlines, {len(borders)} borders, {TO.stat().st_size} bytes")


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    """TopoJSON 1.0, 2.2.2: each position is told from the one before."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    xs = accumulate(step[0] for step in arc)
    ys = accumulate(step[1] for step in arc)
    return [
        (round((x * sx + tx) * STEP), round((y * sy + ty) * STEP))
        for x, y in zip(xs, ys, strict=True)
    ]


def _rings(one: dict[str, Any]) -> Iterator[list[int]]:
    if one["type"] == "GeometryCollection":
        for member in one["geometries"]:
            yield from _rings(member)
    elif one["type"] == "Polygon":
        yield from one["arcs"]
    else:
        for polygon in one["arcs"]:
            yield from polygon


def _joined(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _unwound(ring: list[Point]) -> list[Point]:
    """Count on past the date line; what goes round a pole is closed over it."""
    turn = 360 * STEP
    out = ring[:1]
    for x, y in ring[1:]:
        out.append((x - turn * round((x - out[-1][0]) / turn), y))
    if out[-1] != out[0]:
        pole = -90 * STEP
        out += [(out[-1][0], pole), (out[0][0], pole), out[0]]
    return out


def _simplified(line: list[Point]) -> list[Point]:
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, at = 0.0, first
        for n in range(first + 1, last):
            away = _distance(line[n], line[first], line[last])
            far, at = max((far, at), (away, n))
        if far > TOLERANCE * STEP:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [line[n] for n in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far *point* is from the line from *start* to *end*."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = point[0] - start[0], point[1] - start[1]
    long = dx * dx + dy * dy
    along = min(max((px * dx + py * dy) / long, 0.0), 1.0) if long else 0.0
    x, y = px - along * dx, py - along * dy
    return float((x * x + y * y) ** 0.5)


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def _line(points: Sequence[Point]) -> str:
    """The first point, then each as the way from the one before."""
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b)]
    return " ".join(f"{x},{y}" for x, y in steps)


if __name__ == "__main__":
    main(sys.argv[1])
