"""Which events a document may tell of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from regesta.model import Entity, Event


class Reach:
    """Events by what makes a document one that may tell of them, so that it is
    held against few."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._events = [e for e in entities if isinstance(e, Event)]
        self._anywhere: set[int] = set()
        self._recorded: dict[str, set[int]] = {}
        self._together: dict[str, dict[str, list[int]]] = {}
        for number, event in enumerate(self._events):
            people = sorted({part.entity for part in event.participants})
            if event.status == "machine":
                for one, other in combinations(people, 2):
                    self._together.setdefault(one, {}).setdefault(other, []).append(number)
                continue
            if not people and event.place is None:
                self._anywhere.add(number)
            for id in {event.id, event.place or event.id, *people}:
                self._recorded.setdefault(id, set()).add(number)

    def of(self, named: Iterable[str]) -> list[Event]:
        """Return the events with a record of which the ids *named* hold the event
        itself, its place or one of its participants, or of whose record none of
        these is known, and the proposed ones two of whose participants they hold."""
        ids = set(named)
        found, near = set(self._anywhere), set[int]()
        for id in ids:
            found |= self._recorded.get(id, set())
            others = self._together.get(id, {})
            for other in ids if len(ids) < len(others) else others:
                if other in ids and other in others:
                    near.update(others[other])
        proposed = sorted((self._events[n] for n in near), key=lambda e: e.id)
        return [*(self._events[n] for n in sorted(found)), *proposed]
