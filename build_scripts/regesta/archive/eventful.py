"""Which events a document may tell of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from regesta.model import Entity, Event


class Reach:
    """Events by who took part, so that a document is held against few."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        events = [e for e in entities if isinstance(e, Event)]
        self._always = [e for e in events if e.status != "machine"]
        self._by_participant: dict[str, list[Event]] = {}
        for event in events:
            if event.status == "machine":
                for part in event.participants:
                    self._by_participant.setdefault(part.entity, []).append(event)

    def of(self, named: Iterable[str]) -> list[Event]:
        """Return the events with a record, and the proposed ones two of whose
        participants are among the ids *named*."""
        counts: Counter[str] = Counter()
        near: dict[str, Event] = {}
        for id in sorted({*named} & self._by_participant.keys()):
            for event in self._by_participant[id]:
                near[event.id] = event
                counts[event.id] += 1
        return [*self._always, *(near[id] for id in sorted(near) if counts[id] > 1)]
