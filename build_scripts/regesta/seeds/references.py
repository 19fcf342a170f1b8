"""Every id that a record names: where it stands, and what it must be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from regesta.seeds.entity_records import EntityRecord, EventRecord
from regesta.seeds.records import DescriptionRecord, EvidenceRecord
from regesta.seeds.strict_yaml import Way

Wanted = Literal["document", "entity", "event", "place", "voice"]
"""What an id must be; a *voice* is an entity or an unnamed speaker of the
document."""


class Reference(NamedTuple):
    """An *id* that is named at *way* of a record."""

    way: Way
    id: str
    wanted: Wanted


def of_description(record: DescriptionRecord) -> Iterator[Reference]:
    """Give what a document's description names."""
    publisher = record.publisher
    if publisher:
        if publisher.id:
            yield Reference(("publisher", "id"), publisher.id, "entity")
        if publisher.taken_from:
            yield Reference(("publisher", "taken_from"), publisher.taken_from, "entity")
        yield from _evidence(("publisher", "evidence"), publisher.evidence)
    if record.date:
        yield from _evidence(("date", "evidence"), record.date.evidence)
    if record.written:
        yield from _evidence(("written", "evidence"), record.written.evidence)
    for at, item in enumerate(record.annotations):
        way = ("annotations", at)
        several = item.mention is not None and len(item.mention) > 1
        for index, id in enumerate(item.mention or ()):
            step = ("mention", index) if several else ("mention",)
            wanted: Wanted = "event" if item.type == "event" else "entity"
            yield Reference((*way, *step), id, wanted)
        if item.quotation:
            yield Reference((*way, "quotation"), item.quotation, "voice")
        if item.according_to:
            yield Reference((*way, "according_to"), item.according_to, "voice")
    for at, account in enumerate(record.accounts):
        yield Reference(("accounts", at, "event"), account.event, "event")
        if account.according_to:
            yield Reference(("accounts", at, "according_to"), account.according_to, "voice")
    for at, relation in enumerate(record.relations):
        if relation.other:
            yield Reference(("relations", at, "other"), relation.other, "document")


def of_entity(record: EntityRecord) -> Iterator[Reference]:
    """Give what an authority record names."""
    for at, worded in enumerate(record.worded_as):
        yield Reference(("worded_as", at, "document"), worded.document, "document")
    for at, passage in enumerate(record.about.passages if record.about else ()):
        yield Reference(("about", "passages", at, "document"), passage.document, "document")
    for at, role in enumerate(record.roles):
        if role.body:
            yield Reference(("roles", at, "body"), role.body, "entity")
        if role.document:
            yield Reference(("roles", at, "document"), role.document, "document")
    for key in ("not_same_as", "part_of", "split_into"):
        for at, id in enumerate(getattr(record, key)):
            yield Reference((key, at), id, "entity")
    if isinstance(record, EventRecord):
        yield from _of_event(record)


def _of_event(record: EventRecord) -> Iterator[Reference]:
    if record.date:
        yield from _evidence(("date", "evidence"), record.date.evidence)
    if record.place:
        yield Reference(("place",), record.place, "place")
    if record.place_evidence:
        document = record.place_evidence.document
        yield Reference(("place_evidence", "document"), document, "document")
    for at, item in enumerate(record.participants):
        yield Reference(("participants", at, "entity"), item.entity, "entity")
        if item.document:
            yield Reference(("participants", at, "document"), item.document, "document")


def _evidence(way: Way, items: tuple[EvidenceRecord, ...]) -> Iterator[Reference]:
    for at, item in enumerate(items):
        if item.document:
            yield Reference((*way, at, "document"), item.document, "document")
