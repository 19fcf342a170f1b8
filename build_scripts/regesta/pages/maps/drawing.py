"""Where a place is, and where all of them are: SVG with links.

The place is a filled dot, others are rings; names stand where there is room,
and every dot says its name to whoever points at it or listens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import cos, radians

from regesta.model import Entity, Location
from regesta.pages import markdown
from regesta.pages.links import Links, entity_path
from regesta.pages.maps.names import sides
from regesta.pages.maps.outlines import Point
from regesta.pages.maps.window import Window
from regesta.pages.wording import _, counted

WIDTH, HEIGHT = 1200, 600
DEGREES = 14
"""Degrees of latitude that the map of one place shows."""

KILOMETRES = 111.2
"""A degree of latitude."""

OTHERS = 24
"""Other places drawn on the map of one."""

SMALL = Window(0, 20, 300, 130, 130 / 150)
"""The world beside it, from 95° north to 55° south."""


def of_place(place: Entity, links: Links) -> str:
    """Return the map of *place*, or "" where its record does not say where it
    is."""
    here = place.location
    if here is None:
        return ""
    window = Window(here.longitude, here.latitude, WIDTH, HEIGHT, HEIGHT / DEGREES)
    near = [
        other
        for other in _located(links)
        if other.id != place.id and window.holds(_at(other.location, window))
    ]
    near.sort(key=lambda other: (_distance(_at(other.location, window), window), other.id))
    label = _("Map: where {place} is").format(place=place.name)
    source = markdown.plain(here.source)
    words = _("{coordinates}, according to {source}.").format(
        coordinates=coordinates(here), source=source
    )
    note = f"{_locator(window)}\n<p>{words}</p>\n<p>{_origin()}</p>"
    return _figure(_drawn(window, place, near[:OTHERS], links, label), note)


def of_places(links: Links) -> str:
    """Return the map of all places of which it is known where they are, or ""
    where that is not known of two."""
    places = _located(links)
    if len(places) < 2:
        return ""
    window = _around([one.location for one in places if one.location])
    label = _("Map of the places whose records say where they are")
    parts = [_("Each ring leads to the page of a place."), _missing(links, places), _origin()]
    note = "\n".join(f"<p>{words}</p>" for words in parts if words)
    return _figure(_drawn(window, None, places, links, label), note)


def _missing(links: Links, places: Sequence[Entity]) -> str:
    missing = len(links.lookups.entities("place")) - len(places)
    if not missing:
        return ""
    return counted(
        "The record of {n} place does not say where it is.",
        "The records of {n} places do not say where they are.",
        missing,
    )


def coordinates(here: Location) -> str:
    """Return a location as readers write it: ``48.21° N, 16.37° E``."""
    north = _("{degrees}° N") if here.latitude >= 0 else _("{degrees}° S")
    east = _("{degrees}° E") if here.longitude >= 0 else _("{degrees}° W")
    latitude = north.format(degrees=f"{abs(here.latitude):.2f}")
    return f"{latitude}, {east.format(degrees=f'{abs(here.longitude):.2f}')}"


def _origin() -> str:
    return _(
        "Outlines: Natural Earth, public domain; its borders are no statement of this archive."
    )


def _located(links: Links) -> list[Entity]:
    return [one for one in links.lookups.entities("place") if one.location]


def _figure(svg: str, note: str) -> str:
    return f'<div class="with-margin mapped">\n{svg}\n<div class="note">\n{note}\n</div>\n</div>'


def _around(places: Sequence[Location]) -> Window:
    """Return the smallest window that holds *places*, no closer than that of
    one place."""
    longitude, span = _middle([one.longitude for one in places])
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    latitude = (south + north) / 2
    flat = max(cos(radians(latitude)), 0.2)
    room = 0.86
    degrees = max((north - south) / room, span * flat * HEIGHT / WIDTH / room, DEGREES)
    return Window(longitude, latitude, WIDTH, HEIGHT, HEIGHT / degrees)


def _middle(longitudes: Iterable[float]) -> tuple[float, float]:
    """Return the middle of the shortest arc that holds *longitudes*, and its
    length: the widest gap between neighbours is what is left out."""
    ring = sorted(set(longitudes))
    gaps = [(b - a, b) for a, b in zip(ring, [*ring[1:], ring[0] + 360], strict=True)]
    gap, start = max(gaps)
    span = 360 - gap
    middle = start + span / 2
    return (middle + 180) % 360 - 180, span


def _at(location: Location | None, window: Window) -> Point:
    if location is None:
        raise ValueError("a place without a location has no place on a map")
    return window.project((window.nearest(location.longitude), location.latitude))


def _distance(point: Point, window: Window) -> float:
    return (point[0] - window.width / 2) ** 2 + (point[1] - window.height / 2) ** 2


def _drawn(
    window: Window, place: Entity | None, others: Sequence[Entity], links: Links, label: str
) -> str:
    shown = [*([place] if place else []), *others]
    at = [_at(one.location, window) for one in shown]
    names = [" ".join(one.name.split()) for one in shown]
    dots = [
        _dot(name, point, side, "" if one is place else _address(one, links))
        for one, name, point, side in zip(shown, names, at, sides(names, at, window), strict=True)
    ]
    detail = 3 if place else 5
    return (
        f'<svg class="map" viewBox="0 0 {window.width} {window.height}" role="group" '
        f'aria-label="{markdown.attribute(label)}">'
        f'<path class="land" d="{window.paths(land=True, detail=detail)}"/>'
        f'<path class="border" d="{window.paths(land=False, detail=detail)}"/>'
        f"{_bar(window)}{''.join(reversed(dots))}</svg>"
    )


def _address(place: Entity, links: Links) -> str:
    return links.to(entity_path(place)).removesuffix(".md") + ".html"


def _dot(name: str, point: Point, side: str, address: str) -> str:
    x, y = point
    own = "" if address else ' class="here"'
    circle = f'<circle{own} cx="{x:.0f}" cy="{y:.0f}" r="{8 if address else 10}"/>'
    name = markdown.attribute(name)
    text = f"<text {side}>{name}</text>" if side else f"<title>{name}</title>"
    if not address:
        return f"<g>{circle}{text}</g>"
    # What a finger hits is larger than what is drawn (WCAG 2.2, 2.5.8).
    hit = f'<circle class="hit" cx="{x:.0f}" cy="{y:.0f}" r="26"/>'
    return f'<a href="{markdown.attribute(address)}" aria-label="{name}">{hit}{circle}{text}</a>'


def _bar(window: Window) -> str:
    """A scale: the longest round number of kilometres that has room."""
    long, units = max(
        (km, km * window.scale / KILOMETRES)
        for km in (50, 100, 200, 500, 1000, 2000, 5000)
        if km * window.scale / KILOMETRES <= 260
    )
    y = window.height - 24
    words = _("{n} km").format(n=long)
    return (
        f'<path class="bar" d="M24 {y - 8}v8h{units:.0f}v-8"/>'
        f'<text class="q" x="{36 + units:.0f}" y="{y + 4}">{words}</text>'
    )


def _locator(window: Window) -> str:
    """The world, small, with the part that the map shows."""
    x, y = SMALL.project((window.longitude, window.latitude))
    wide = window.width / window.across * SMALL.across
    high = window.height / window.scale * SMALL.scale
    return (
        f'<svg class="map world" viewBox="0 0 {SMALL.width} {SMALL.height}" aria-hidden="true">'
        f'<path class="land" d="{_world()}"/><rect x="{x - wide / 2:.0f}" y="{y - high / 2:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}"/></svg>'
    )


@cache
def _world() -> str:
    return SMALL.paths(land=True, detail=4)
