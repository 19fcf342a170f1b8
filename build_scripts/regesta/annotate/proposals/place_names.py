"""Places proposed: from the general gazetteer, and from the way texts write places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from regesta.annotate.names.words import DEMONYMS, FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.proposals.places_of_the_world import (
    COUNTRIES_AND_STATES,
    INSTITUTIONS,
    PLACES,
)
from regesta.annotate.proposals.runs import LINKS, Run
from regesta.annotate.proposals.words import (
    BODY_HEADS,
    GIVEN_NAMES,
    LEADING_HEADS,
    NOT_BODIES,
    PLACE_HEADS,
)
from regesta.model import Entity

_IN = re.compile(r"\b(?:in|In|at|near|from|outside)(?: the city of)? $")
_COMMA = re.compile(r"^, ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_NO_PLACE = (
    FUNCTION_WORDS | MONTHS | WEEKDAYS | DEMONYMS | BODY_HEADS | LEADING_HEADS | NOT_BODIES
    | TITLES | LINKS
)  # fmt: skip


def general_places() -> Iterator[Entity]:
    """Give a candidate for every place and body of the general gazetteer."""
    for kind, rows in (("place", PLACES), ("organisation", INSTITUTIONS)):
        for name, *variants in rows:
            yield Entity(
                id="",
                kind="place" if kind == "place" else "organisation",
                name=name,
                variants=tuple(variants),
                note="Proposed from the texts: a name of the general gazetteer.",
                status="machine",
            )


class PlacesSeen:
    """Counts the places that runs seem to name."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def add(self, run: Run) -> None:
        """Take note of “in X, Country” and of “X River”."""
        words = run.words
        while words and words[0].lower() in FUNCTION_WORDS and words[0] not in LINKS:
            words = words[1:]
        if not words or len(words) > 3 or any(w.lower() in _NO_PLACE for w in words):
            return
        if len(words) > 1 and words[-1].lower() in PLACE_HEADS:
            if words[0].lower() not in GIVEN_NAMES:
                self._seen[" ".join(words)] += 1
            return
        if words[-1].lower() in PLACE_HEADS or not words[0][-1].isalnum():
            return
        following = _COMMA.match(run.after)
        if following and _IN.search(run.before):
            wider = following.group(1)
            if any(wider[: len(name)] == name for name in _tails(wider)):
                self._seen[" ".join(words)] += 1

    def entities(self) -> Iterator[Entity]:
        """Give a candidate for each, the most often named first."""
        listed = {name for row in PLACES for name in row}
        for name, _ in sorted(self._seen.items(), key=lambda item: (-item[1], item[0])):
            if name not in listed:
                yield Entity(
                    id="",
                    kind="place",
                    name=name,
                    note="Proposed from the texts: named as a place is.",
                    status="machine",
                )


def _tails(wider: str) -> list[str]:
    """The countries and states with which *wider* begins."""
    words = wider.rstrip(".").split(" ")
    names = [" ".join(words[: n + 1]) for n in range(len(words))]
    return [name for name in names if name in COUNTRIES_AND_STATES]
