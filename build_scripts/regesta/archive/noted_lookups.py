"""Look-ups that note what is asked of them, for pages that are kept.

Whatever a page learns through them is noted as a question, and
:func:`answer` gives the answer that is compared from one build to the next.
A look-up that has no question of its own counts as a question about
everything: what is not known here makes pages anew too often, never too
seldom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, cast

from regesta.archive import noting
from regesta.archive.encoded import Held
from regesta.archive.lookups import Lookups
from regesta.archive.parting import Parting
from regesta.model import Archive, Block, Document, Entity, EntityKind, Event

_FIELDS = {field.name: number for number, field in enumerate(fields(Event))}
assert len(_FIELDS) <= noting.FIELDS


def record_digests(entity: Entity) -> bytes:
    """Return the digests of the fields of a record, 8 bytes each; no two are
    alike of an event and of what is none."""
    values = ([type(entity) is Event, getattr(entity, name, None)] for name in _FIELDS)
    return b"".join(noting.digest_of(value).to_bytes(8, "little") for value in values)


def noted(lookups: Lookups) -> Lookups:
    """Return what answers as *lookups*, whose documents are held, and notes."""
    return cast(Lookups, _NotedLookups(lookups))


def answer(question: noting.Question, lookups: Lookups) -> int:
    """Return the digest of the answer of *lookups* to *question*."""
    kind, about = question
    with noting.unnoted():
        return noting.digest_of(_ANSWERS[kind](lookups, about))


def _everything(lookups: Lookups, _: str) -> Any:
    archive = lookups.archive
    documents = [cast(Held, d).encoded.digests for d in archive.documents]
    return documents, list(archive.entities.values()), archive.relations, sorted(archive.withheld)


def _ids(documents: Sequence[Document]) -> list[str]:
    return [document.id for document in documents]


def _near(lookups: Lookups, about: str) -> Any:
    id, number = about.split()
    event = lookups.archive.entities.get(id)
    return lookups.events_near(event, int(number)) if isinstance(event, Event) else None


def _of_document(read: Callable[[Lookups, Document], Any]) -> Callable[[Lookups, str], Any]:
    """Return what answers *read* about a document, None about one that is gone."""

    def ask(lookups: Lookups, id: str) -> Any:
        document = lookups.by_id.get(id)
        return read(lookups, document) if document else None

    return ask


_ANSWERS: dict[str, Callable[[Lookups, str], Any]] = {
    "documents": lambda lookups, _: _ids(lookups.archive.documents),
    "document": lambda lookups, id: id in lookups.by_id,
    "entity": lambda lookups, id: id in lookups.archive.entities,
    "entities": lambda lookups, _: list(lookups.archive.entities),
    "kind": lambda lookups, kind: lookups.entities(cast(EntityKind, kind)),
    "all-relations": lambda lookups, _: lookups.archive.relations,
    "in-time": lambda lookups, _: _ids(lookups.in_time),
    "position": lambda lookups, id: lookups.position.get(id),
    "neighbours": _of_document(
        lambda lookups, d: [other.id if other else None for other in lookups.neighbours(d)]
    ),
    "naming": lambda lookups, id: _ids(lookups.documents_naming.get(id, ())),
    "naming-number": lambda lookups, id: len(lookups.documents_naming.get(id, ())),
    "mentions-number": lambda lookups, id: len(lookups.mentions.get(id, ())),
    "mentions-all": lambda lookups, _: [(id, len(p)) for id, p in lookups.mentions.items()],
    "telling": lambda lookups, id: _ids(lookups.documents_telling.get(id, ())),
    "relations": lambda lookups, id: lookups.relations.get(id),
    "utterances": lambda lookups, id: lookups.utterances.get(id),
    "not-held": lambda lookups, id: lookups.not_held.get(id),
    "events": lambda lookups, _: lookups.events,
    "dated-events": lambda lookups, _: lookups.dated_events,
    "events-with": lambda lookups, id: lookups.events_with.get(id),
    "events-near": _near,
    "events-of": _of_document(lambda lookups, d: lookups.events_of(d)),
    "parting": _of_document(lambda lookups, d: lookups.parting(d).parts),
    "numbered": _of_document(lambda lookups, d: lookups.is_numbered(d)),
    "days": lambda lookups, _: lookups.days,
    "everything": _everything,
}
assert _ANSWERS.keys() == noting.BITS.keys()


class _Asking(Sequence[Any]):
    """A sequence: its length is one question, what is in it another."""

    def __init__(self, inner: Sequence[Any], number: noting.Question, what: noting.Question):
        self._inner, self._number, self._what = inner, number, what

    def __len__(self) -> int:
        noting.ask(*self._number)
        return len(self._inner)

    def __iter__(self) -> Iterator[Any]:
        noting.ask(*self._what)
        return iter(self._inner)

    def __getitem__(self, index: Any) -> Any:
        noting.ask(*self._what)
        return self._inner[index]


class _Answers(Mapping[str, Any]):
    """A mapping: each key is a question, all of them together another."""

    def __init__(
        self,
        inner: Mapping[str, Any],
        kind: str,
        every: str = "everything",
        wrap: Callable[[str, Any], Any] = lambda _id, value: value,
    ) -> None:
        self._inner, self._kind, self._every, self._wrap = inner, kind, every, wrap

    def __getitem__(self, id: str) -> Any:
        noting.ask(self._kind, id)
        return self._wrap(id, self._inner[id])

    def __iter__(self) -> Iterator[str]:
        noting.ask(self._every)
        return iter(self._inner)

    def __len__(self) -> int:
        noting.ask(self._every)
        return len(self._inner)


class _NotedEntity:
    """Stands for an entity, and notes which of its fields are read."""

    __slots__ = ("__dict__", "_entity", "_number")

    def __init__(self, entity: Entity) -> None:
        self._entity = entity
        self._number = noting.record_number(entity.id)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._entity, name)
        noting.note(self._number, 1 << _FIELDS[name])
        noting.ready(self.__dict__, name, value)
        return value

    # What pages tell events apart by.
    __class__ = property(lambda self: type(self._entity))


class _NotedArchive:
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        # What is asked of the collection is known for all pages together.
        self.collection = archive.collection
        self.documents = _Asking(archive.documents, ("documents", ""), ("documents", ""))
        noted: dict[str, Any] = {id: _NotedEntity(e) for id, e in archive.entities.items()}
        self.entities = _Answers(noted, "entity", "entities")
        self.relations = _Asking(archive.relations, ("all-relations", ""), ("all-relations", ""))

    def __getattr__(self, name: str) -> Any:
        noting.ask("everything")
        return getattr(self._archive, name)


class _NotedLookups:
    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._partings: dict[str, Parting] = {}
        self.archive = _NotedArchive(lookups.archive)
        with noting.unnoted():
            self._set_up(lookups)

    def _set_up(self, lookups: Lookups) -> None:
        def whole(kind: str, inner: Sequence[Any]) -> _Asking:
            return _Asking(inner, (kind, ""), (kind, ""))

        def numbered(kind: str, what: str) -> Callable[[str, Any], _Asking]:
            return lambda id, inner: _Asking(inner, (kind, id), (what, id))

        self.in_time = whole("in-time", lookups.in_time)
        self.events = whole("events", lookups.events)
        self.dated_events = whole("dated-events", lookups.dated_events)
        self.by_id = _Answers(lookups.by_id, "document", "documents")
        self.position = _Answers(lookups.position, "position")
        self.mentions = _Answers(
            lookups.mentions, "mentions-number", "mentions-all",
            numbered("mentions-number", "naming"),
        )  # fmt: skip
        self.documents_naming = _Answers(
            lookups.documents_naming, "naming-number", wrap=numbered("naming-number", "naming")
        )
        self.documents_telling = _Answers(lookups.documents_telling, "telling")
        self.accounts = _Answers(lookups.accounts, "telling")
        self.relations = _Answers(lookups.relations, "relations")
        self.utterances = _Answers(lookups.utterances, "utterances")
        self.not_held = _Answers(lookups.not_held, "not-held")
        self.events_with = _Answers(lookups.events_with, "events-with")

    @property
    def days(self) -> Any:
        noting.ask("days")
        return self._lookups.days

    def event(self, id: str) -> Event:
        return cast(Event, self.archive.entities[id])

    def events_near(self, event: Event, number: int) -> Any:
        noting.ask("events-near", f"{event.id} {number}")
        return self._lookups.events_near(event, number)

    def neighbours(self, document: Document) -> Any:
        noting.ask("neighbours", document.id)
        return self._lookups.neighbours(document)

    def events_of(self, document: Document) -> Any:
        noting.ask("events-of", document.id)
        with noting.unnoted():
            return self._lookups.events_of(document)

    def entities(self, kind: EntityKind) -> tuple[Entity, ...]:
        noting.ask("kind", kind)
        return self._lookups.entities(kind)

    def block_at(self, document: Document, offset: int) -> Block | None:
        return self._lookups.block_at(document, offset)  # which reads the blocks each time

    def parting(self, document: Document) -> Parting:
        id = document.id
        noting.ask("parting", id)
        known = self._partings.get(id)
        if known is None:
            with noting.unnoted():
                known = self._partings[id] = self._lookups.parting(document)
        return known

    def is_numbered(self, document: Document) -> bool:
        noting.ask("numbered", document.id)
        return self._lookups.is_numbered(document)

    def label(self, document: Document) -> str:
        self.is_numbered(document)
        return self._lookups.label(document)

    def __getattr__(self, name: str) -> Any:
        noting.ask("everything")
        with noting.unnoted():
            return getattr(self._lookups, name)
