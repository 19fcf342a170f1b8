"""Which events a document may tell of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from regesta.model import Entity, Event


class Reach:
    """Events by what makes a document one that may tell of them, so that it is
    held against few."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._events = [e for e in entities if isinstance(e, Event)]
        self._anywhere: set[int] = set()
        self._recorded: dict[str, set[int]] = {}
        self._proposed: dict[str, set[int]] = {}
        for number, event in enumerate(self._events):
            people = {part.entity for part in event.participants}
            if event.status == "machine":
                for id in people:
                    self._proposed.setdefault(id, set()).add(number)
                continue
            if not people and event.place is None:
                self._anywhere.add(number)
            for id in {event.id, event.place or event.id, *people}:
                self._recorded.setdefault(id, set()).add(number)

    def of(self, named: Iterable[str]) -> list[Event]:
        """Return the events with a record of which the ids *named* hold the event
        itself, its place or one of its participants, or of whose record none of
        these is known, and the proposed ones two of whose participants they hold."""
        found = set(self._anywhere)
        counts: Counter[int] = Counter()
        for id in {*named}:
            found |= self._recorded.get(id, set())
            counts.update(self._proposed.get(id, ()))
        near = [self._events[n] for n, count in counts.items() if count > 1]
        return [*(self._events[n] for n in sorted(found)), *sorted(near, key=lambda e: e.id)]
