"""Maps: what lies in a window, and where names stand on it."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from regesta.archive.lookups import Lookups
from regesta.model import Archive, Collection, Entity, Location
from regesta.pages.links import Links
from regesta.pages.maps import drawing, names
from regesta.pages.maps.outlines import outlines, read
from regesta.pages.maps.window import Window

EUROPE = Window(15, 50, 1200, 600, 40)


def place(id: str, latitude: float | None = None, longitude: float = 0, name: str = "") -> Entity:
    at = None if latitude is None else Location(latitude, longitude, "a gazetteer")
    return Entity(id=id, kind="place", name=name or id.title(), location=at)


def links(*places: Entity) -> Links:
    archive = Archive(Collection("An archive"), (), {one.id: one for one in places})
    return Links(Lookups(archive), "places/here.md")


def test_an_outline_is_read_step_by_step() -> None:
    (coast,) = read("land 25,50 25,0 0,25 -25,-25")
    assert coast.points == ((1, 2), (2, 2), (2, 3), (1, 2))
    assert (coast.west, coast.south, coast.east, coast.north) == (1, 2, 2, 3)


def test_coasts_are_closed_and_cross_no_date_line() -> None:
    for outline in outlines():
        assert outline.points[0] == outline.points[-1] or not outline.is_land
        steps = zip(outline.points, outline.points[1:], strict=False)
        assert all(abs(b[0] - a[0]) < 180 or a[1] == -90 for a, b in steps)


def test_the_middle_is_in_the_middle() -> None:
    assert EUROPE.project((15, 50)) == (600, 300)
    assert EUROPE.project((15, 51)) == (600, 260)
    assert EUROPE.holds(EUROPE.project((16, 48))) and not EUROPE.holds(EUROPE.project((116, 39)))


@pytest.mark.parametrize(
    ("longitude", "latitude", "drawn"), [(15, 50, True), (-140, -20, False), (180, 67, True)]
)
def test_land_is_drawn_where_land_is(longitude: float, latitude: float, drawn: bool) -> None:
    window = Window(longitude, latitude, 200, 100, 40)
    path = window.paths(land=True, detail=1)
    assert bool(path) == drawn
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z)*", path)


def test_nothing_is_drawn_far_outside() -> None:
    path = EUROPE.paths(land=True, detail=1)
    for line in path.rstrip("z").split("z"):
        start, steps = re.fullmatch(r"M(-?\d+ -?\d+)l(.*)", line).groups()  # type: ignore[union-attr]
        x, y = map(int, start.split())
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -20 <= x <= 1220 and -20 <= y <= 620


def test_neighbours_across_the_date_line_are_neighbours() -> None:
    fiji, samoa = place("fiji", -18, 178), place("samoa", -14, -172)
    drawn = drawing.of_place(fiji, links(fiji, samoa))
    assert 'href="samoa.html"' in drawn
    assert drawing._middle([178, -172]) == (-177, 10)


def test_what_is_not_known_is_not_drawn() -> None:
    known, unknown = place("known", 10), place("unknown")
    own = links(known, unknown)
    assert drawing.of_place(unknown, own) == ""
    assert drawing.of_places(own) == "", "one place makes no map of places"
    other = place("other", 20, 20)
    drawn = drawing.of_places(links(known, unknown, other))
    assert drawn.count("<a href") == 2 and "unknown" not in drawn
    assert "1 place" in drawn


def test_a_map_says_who_says_so_and_is_safe() -> None:
    drawn = drawing.of_place(one := place("one", -33.456, -70.6, '<b onload="x">&amp;'), links(one))
    assert "33.46° S, 70.60° W, according to a gazetteer." in drawn
    assert "<b " not in drawn and '"x"' not in drawn


def test_no_name_covers_another() -> None:
    at = [(600.0, 300.0), (640.0, 310.0), (300.0, 300.0), (300.0, 330.0), (1190.0, 40.0)]
    found = names.sides(["Vienna", "Bratislava", "Bern", "Linz", "East"], at, EUROPE)
    assert found[0] == 'x="580" y="310" text-anchor="end"', "a neighbour is to the right"
    assert 'text-anchor="end"' in found[4], "at the right edge a name stands to the left"
    crowd = names.sides(["Somewhere"] * 40, [(600.0 + n, 300.0) for n in range(40)], EUROPE)
    assert "" in crowd, "where there is no room no name is written"
    boxes = [
        box
        for point, side, name in zip(
            at, found, ["Vienna", "Bratislava", "Bern", "Linz", "East"], strict=True
        )
        for box, text in names._places(point, len(name) * names.LETTER)
        if text == side
    ]
    assert not any(names._meet(a, b) for a, b in combinations(boxes, 2))
