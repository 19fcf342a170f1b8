"""Where names stand on a map, so that none covers another or a dot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.pages.maps.outlines import Point
from regesta.pages.maps.window import Window

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in units of the drawing."""

LETTER, LINE, DOT = 24, 46, 16
"""Units that a letter, a line and a dot take on the narrowest phone, where
they are largest."""


def sides(names: Sequence[str], at: Sequence[Point], window: Window) -> list[str]:
    """Return for each name where it stands, as attributes of an SVG text, or
    "" where there is no room for it; the first names choose first."""
    dots = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in at]
    taken: list[Box] = []
    out = []
    for n, (name, point) in enumerate(zip(names, at, strict=True)):
        others = [*taken, *(dot for m, dot in enumerate(dots) if m != n)]
        for box, attributes in _places(point, len(name) * LETTER):
            if _within(box, window) and not any(_meet(box, other) for other in others):
                taken.append(box)
                out.append(attributes)
                break
        else:
            out.append("")
    return out


def _places(point: Point, long: int) -> Iterator[tuple[Box, str]]:
    """Right, left, above, below: where a name may stand, best first."""
    x, y = point
    yield (x + DOT, y - LINE / 2, x + DOT + long, y + LINE / 2), _text(x + 20, y + 10)
    yield (x - DOT - long, y - LINE / 2, x - DOT, y + LINE / 2), _text(x - 20, y + 10, "end")
    for top, base in ((y - DOT - LINE, y - 24), (y + DOT, y + 48)):
        for left, anchor in ((x - long / 2, "middle"), (x - DOT, ""), (x + DOT - long, "end")):
            place = {"middle": x, "": x - DOT, "end": x + DOT}[anchor]
            yield (left, top, left + long, top + LINE), _text(place, base, anchor)


def _text(x: float, y: float, anchor: str = "") -> str:
    end = f' text-anchor="{anchor}"' if anchor else ""
    return f'x="{x:.0f}" y="{y:.0f}"{end}'


def _within(box: Box, window: Window) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= window.width and box[3] <= window.height


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
