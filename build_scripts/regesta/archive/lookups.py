"""Look-ups over an archive: made once, asked by every page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TypeVar, overload

from regesta.archive import noting
from regesta.archive.encoded import mentions_of, naming, telling
from regesta.archive.parting import Parting
from regesta.model import (
    Account,
    Archive,
    Block,
    Document,
    Entity,
    EntityKind,
    Event,
    Mention,
    Relation,
    When,
)

A = TypeVar("A", Mention, Account)

SHORT_TITLE = 48
"""Code points of a title that stand for a document in a reference."""


def time_key(when: When) -> tuple[date, date]:
    """Order in time: by the earliest possible day, then the latest; what is
    not known comes last."""
    return (when.earliest or date.max, when.latest or date.max)


class Pairs(Sequence[tuple[Document, A]]):
    """Annotations with their documents, read from these when asked for: all
    of them together would be the larger part of an archive's memory."""

    def __init__(
        self,
        documents: Sequence[Document],
        read: Callable[[Document], Iterable[A]],
        count: Callable[[Document], int] | None = None,
    ) -> None:
        self.documents = documents
        self._read: Callable[[Document], Iterable[A]] = read
        self._count = count
        self._number: int | None = None

    def __iter__(self) -> Iterator[tuple[Document, A]]:
        for document in self.documents:
            for annotation in self._read(document):
                yield document, annotation

    def __len__(self) -> int:
        if self._number is None:
            self._number = self._counted() if self._count else sum(1 for _ in self)
        return self._number

    def _counted(self) -> int:
        assert self._count is not None
        with noting.unnoted():  # how many there are is a question of its own
            return sum(map(self._count, self.documents))

    @overload
    def __getitem__(self, index: int) -> tuple[Document, A]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Document, A]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Document, A] | Sequence[tuple[Document, A]]:
        return tuple(self)[index]


def _number_of(id: str, document: Document) -> int:
    return len(naming(document)[id])


def _accounts_of(id: str, document: Document) -> list[Account]:
    return [a for a in document.accounts if a.event == id]


class Lookups:
    """Answers that pages need of an :class:`Archive`.

    All sequences are in a fixed order: documents by time, then path; mentions
    by document, then place in the text.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.by_id: dict[str, Document] = {d.id: d for d in archive.documents}
        self._starts: dict[str, list[int]] = {}
        self._partings: dict[str, Parting] = {}
        first = Counter(d.id.split("-")[0] for d in archive.documents)
        self._numbered = {
            d.id
            for d in archive.documents
            if (head := d.id.split("-")[0]).isdigit() and first[head] == 1
        }

    @cached_property
    def in_time(self) -> tuple[Document, ...]:
        """Documents in order of time."""
        return tuple(sorted(self.archive.documents, key=lambda d: (time_key(d.date), d.path)))

    @cached_property
    def position(self) -> dict[str, int]:
        """Document id to its place in the order of time."""
        return {d.id: i for i, d in enumerate(self.in_time)}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events in order of time."""
        events = [e for e in self.archive.entities.values() if isinstance(e, Event)]
        return tuple(sorted(events, key=lambda e: (time_key(e.when), e.id)))

    def event(self, id: str) -> Event:
        """Return the event *id*; raises :class:`KeyError` where there is none."""
        found = self.archive.entities[id]
        if not isinstance(found, Event):
            raise KeyError(id)
        return found

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[tuple[Document, Mention]]]:
        """Entity id to its mentions, by document in order of time.  An
        ambiguous mention counts for none of its candidates."""
        return {
            id: Pairs(documents, partial(mentions_of, id), partial(_number_of, id))
            for id, documents in self.documents_naming.items()
        }

    @cached_property
    def accounts(self) -> Mapping[str, Sequence[tuple[Document, Account]]]:
        """Event id to what is said of it, by document in order of time."""
        return {
            id: Pairs(documents, partial(_accounts_of, id))
            for id, documents in self.documents_telling.items()
        }

    @cached_property
    def documents_telling(self) -> Mapping[str, Sequence[Document]]:
        """Event id to the documents that give an account of it, in order of time."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self.in_time:
            for id in telling(document):
                found[id].append(document)
        return {id: tuple(documents) for id, documents in found.items()}

    @cached_property
    def documents_naming(self) -> Mapping[str, Sequence[Document]]:
        """Entity id to the documents that mention it, in order of time."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self.in_time:
            for id in naming(document):
                found[id].append(document)
        return {id: tuple(documents) for id, documents in found.items()}

    @cached_property
    def relations(self) -> dict[str, tuple[Relation, ...]]:
        """Document id to the relations in which it is either side."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.archive.relations:
            found[relation.document].append(relation)
            if relation.held and relation.other != relation.document:
                found[relation.other].append(relation)
        return {id: tuple(relations) for id, relations in found.items()}

    @cached_property
    def utterances(self) -> dict[str, tuple[Relation, ...]]:
        """Document id to the relations that join one utterance in two wordings."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.archive.relations:
            if relation.kind == "same-utterance":
                sides = (relation.passage, relation.other_passage)
                for id in dict.fromkeys(passage.document for passage in sides if passage):
                    found[id].append(relation)
        return {id: tuple(relations) for id, relations in found.items()}

    @cached_property
    def not_held(self) -> dict[str, tuple[Relation, ...]]:
        """Document id to its relations to texts that are not held."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.archive.relations:
            if not relation.held:
                found[relation.document].append(relation)
        return {id: tuple(relations) for id, relations in found.items()}

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that the documents' dates bound."""
        ends = (e for d in self.archive.documents for e in (d.date.earliest, d.date.latest) if e)
        days = sorted(set(ends))
        return (days[0], days[-1]) if days else None

    @cached_property
    def events_with(self) -> dict[str, tuple[Event, ...]]:
        """Entity id to the events in which it takes part or of which it is
        the place, in order of time."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            ids = [*(one.entity for one in event.participants), event.place]
            for id in dict.fromkeys(id for id in ids if id):
                found[id].append(event)
        return {id: tuple(events) for id, events in found.items()}

    @cached_property
    def dated_events(self) -> tuple[Event, ...]:
        """Events of which the earliest day is known, in order of time."""
        return tuple(event for event in self.events if event.when.earliest)

    @cached_property
    def _event_positions(self) -> dict[str, int]:
        return {event.id: n for n, event in enumerate(self.events)}

    @cached_property
    def _dated_positions(self) -> dict[str, int]:
        return {event.id: n for n, event in enumerate(self.dated_events)}

    def events_near(self, event: Event, number: int) -> tuple[Event, ...]:
        """Return the dated events before and after *event*, at most *number*
        on either side; none where its own earliest day is not known."""
        index = self._dated_positions.get(event.id)
        if index is None:
            return ()
        events = self.dated_events
        return (*events[max(0, index - number) : index], *events[index + 1 : index + 1 + number])

    def neighbours(self, document: Document) -> tuple[Document | None, Document | None]:
        """Return the documents before and after *document* in order of time."""
        index = self.position[document.id]
        before = self.in_time[index - 1] if index else None
        after = self.in_time[index + 1] if index + 1 < len(self.in_time) else None
        return before, after

    def entities(self, kind: EntityKind) -> tuple[Entity, ...]:
        """Entities of one kind, by name."""
        chosen = [e for e in self.archive.entities.values() if e.kind == kind]
        return tuple(sorted(chosen, key=lambda e: (e.name.casefold(), e.id)))

    def events_of(self, document: Document) -> tuple[Event, ...]:
        """Events that *document* mentions or gives an account of, in time."""
        ids = {*naming(document), *telling(document)}
        places = sorted(n for id in ids if (n := self._event_positions.get(id)) is not None)
        return tuple(self.events[n] for n in places)

    def block_at(self, document: Document, offset: int) -> Block | None:
        """Return the block of *document* that holds code point *offset*."""
        starts = self._starts.get(document.id)
        blocks = self.by_id[document.id].blocks
        if starts is None:
            starts = self._starts[document.id] = [b.span.start for b in blocks]
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return None
        block = blocks[index]
        return block if offset < block.span.end else None

    def parting(self, document: Document) -> Parting:
        """Return how *document* (or what a page shows of it) is parted."""
        if document.id not in self._partings:
            self._partings[document.id] = Parting(self.by_id[document.id])
        return self._partings[document.id]

    def is_numbered(self, document: Document) -> bool:
        """Tell whether *document* has a leading number of its own."""
        return document.id in self._numbered

    def label(self, document: Document) -> str:
        """Return a short name for *document* in references: its leading number
        where that is its own, otherwise its title, cut."""
        if self.is_numbered(document):
            return document.id.split("-")[0]
        title = " ".join(document.title.text.split())
        if len(title) <= SHORT_TITLE:
            return title
        return title[:SHORT_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
