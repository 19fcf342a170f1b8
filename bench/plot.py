"""Cost against the number of documents, drawn as SVG, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from bench.report import STAGES, whole

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 130, 20, 50
# Told apart by dash as well as by colour.
LINES = {
    "whole": ("#1a1a1a", ""),
    "stock": ("#9a3412", "6 3"),
    "engine": ("#1d4ed8", ""),
    "annotate": ("#047857", "2 3"),
    "pages": ("#7c3aed", "8 3 2 3"),
    "search": ("#b45309", "2 2"),
    "bytes": ("#6b7280", "1 4"),
}


def draw(runs: Sequence[dict[str, Any]]) -> str:
    """Return the drawing of *runs* (ordered by their number of documents)."""
    series = {name: _points(name, runs) for name in LINES}
    series = {name: points for name, points in series.items() if points}
    seconds = [s for points in series.values() for _n, s in points]
    numbers = [run["documents"] for run in runs]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    first, last = math.log10(min(numbers)), math.log10(max(numbers))

    def x(number: float) -> float:
        share = (math.log10(number) - first) / ((last - first) or 1)
        return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)

    def y(value: float) -> float:
        share = (math.log10(value) - low) / ((high - low) or 1)
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12" role="img" '
        'aria-label="Seconds against documents">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        height = y(10**power)
        parts.append(
            f'<path d="M{LEFT} {height}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            f'<text x="{LEFT - 8}" y="{height + 4}" text-anchor="end">{10.0**power:g} s</text>'
        )
    for number in numbers:
        parts.append(
            f'<text x="{x(number)}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{number}</text>'
        )
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 10}">documents</text>')
    labels: list[float] = []
    for name, points in sorted(series.items(), key=lambda item: -item[1][-1][1]):
        parts.append(_line(name, [(x(n), y(s)) for n, s in points], labels))
    parts.append("</svg>\n")
    return "\n".join(parts)


def _points(name: str, runs: Sequence[dict[str, Any]]) -> list[tuple[int, float]]:
    if name == "whole":
        return [(run["documents"], whole(run)) for run in runs]
    return [
        (run["documents"], run["stages"][name]["seconds"])
        for run in runs
        if name in run["stages"] and run["stages"][name]["seconds"] > 0
    ]


def _line(name: str, points: list[tuple[float, float]], labels: list[float]) -> str:
    colour, dash = LINES[name]
    way = "L".join(f"{a} {b}" for a, b in points)
    dots = "".join(f'<circle cx="{a}" cy="{b}" r="3" fill="{colour}"/>' for a, b in points)
    # A label gives way downwards to those that stand above it.
    height = max([points[-1][1] + 4, *(above + 14 for above in labels)])
    labels.append(height)
    return (
        f'<path d="M{way}" fill="none" stroke="{colour}" stroke-width="2" '
        f'stroke-dasharray="{dash}"/>{dots}'
        f'<text x="{points[-1][0] + 10}" y="{height}" fill="{colour}">{name}</text>'
    )


assert set(LINES) <= {*STAGES, "whole", "stock", "bytes"}
