"""From authority records to entities and events, with the passages they rest
on found in the texts.

What rests on words that are not found exactly once is named and left out: the
role, the participant, the line of description; the rest of the record stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date

from regesta import edtf
from regesta.model import (
    UNKNOWN_DATE,
    Entity,
    Event,
    Evidence,
    Identifier,
    Location,
    Participant,
    Passage,
    Problem,
    Role,
    Span,
    Statement,
    When,
    WordedAs,
)
from regesta.problems import in_order
from regesta.seeds.entity_records import EntityRecord, EventRecord
from regesta.seeds.holdings import Seeds
from regesta.seeds.passages import FoldedText, Miss
from regesta.seeds.positions import Positions
from regesta.seeds.records import WhenRecord
from regesta.seeds.reviewing import seen
from regesta.seeds.values import Located, PassageRecord, ReferenceRecord


def entities(seeds: Seeds) -> tuple[Mapping[str, Entity], list[Problem]]:
    """Return the entities and events by id, sorted by kind and id, and what
    is wrong with the passages they name."""
    look = References(seeds)
    made: list[Entity] = []
    for record in seeds.entities:
        entity = _entity(record, look)
        made.append(_event(record, entity, look) if isinstance(record, EventRecord) else entity)
    made.sort(key=lambda one: (one.kind, one.id))
    return {entity.id: entity for entity in made}, in_order(look.problems)


class References:
    """Finds passages of named documents, and gathers what is not found.

    A passage of a document whose text is not held, or not shown, cannot be
    looked up; what rests on it is left out, with a notice."""

    def __init__(self, seeds: Seeds) -> None:
        self._documents = {held.id: held for held in seeds.documents}
        self._folded: dict[str, FoldedText] = {}
        self.problems: list[Problem] = []

    def text(self, document: str) -> FoldedText | None:
        """Return the text of *document*, folded once; None if it is not held."""
        if document not in self._folded:
            held = self._documents.get(document)
            if held is None or held.source is None:
                return None
            self._folded[document] = FoldedText(held.source.text)
        return self._folded[document]

    def resolve(
        self, reference: ReferenceRecord, where: Positions, *way: str | int
    ) -> Passage | None:
        """Return the passage, None where it is not found (and reported)."""
        text = self.text(reference.document)
        if text is None:
            if reference.document in self._documents:
                self._not_shown(reference.document, where, *way)
            return None
        found = text.find(reference)
        if isinstance(found, Span):
            return Passage(reference.document, found)
        self.problems.append(found.problem(where, *way, "exact"))
        return None

    def _not_shown(self, document: str, where: Positions, *way: str | int) -> None:
        message = f"the text of {document} is not shown, so nothing can rest on it"
        self.problems.append(where.problem("passage-withheld", message, *way))

    def when(self, record: WhenRecord, where: Positions, *way: str | int) -> When:
        """Return the date of a record whose evidence names its documents.
        Evidence that is not found is left out, its reason too."""
        evidence = []
        for at, item in enumerate(record.evidence):
            reference = item.reference
            passage = None
            if reference:
                passage = self.resolve(reference, where, *way, "evidence", at)
                if passage is None:
                    continue
            evidence.append(Evidence(item.reason, passage))
        earliest: date | None = None
        latest: date | None = None
        if any(item.reference for item in record.evidence) and not evidence:
            return UNKNOWN_DATE
        if record.edtf:
            earliest, latest = edtf.bounds(record.edtf)
        return When(record.edtf, record.basis, earliest, latest, record.conflict, tuple(evidence))


def _entity(record: EntityRecord, look: References) -> Entity:
    return Entity(
        id=record.id,
        kind=record.kind,
        name=record.name,
        variants=record.variants,
        short_forms=record.short_forms,
        worded_as=_worded_as(record, look),
        family_name_first=record.family_name_first,
        about=_about(record, look),
        roles=_roles(record, look),
        not_same_as=record.not_same_as,
        part_of=record.part_of,
        same_as=tuple(Identifier(item.uri, item.read_in) for item in record.same_as),
        location=_location(record),
        formerly=record.formerly,
        split_into=record.split_into,
        note=record.note,
        status=record.status,
        reviewed_by=record.review.by if record.review else "",
        reviewed_on=record.review.on if record.review else "",
        path=record.path,
        written=replace(record.where.written(), seen=seen(record)),
    )


def _event(record: EventRecord, entity: Entity, look: References) -> Event:
    shared = {item.name: getattr(entity, item.name) for item in fields(Entity)}
    place, evidence = record.place, None
    if place and record.place_evidence:
        evidence = look.resolve(record.place_evidence, record.where, "place_evidence")
        if evidence is None:
            place = None  # said to rest on words that are not there, or not shown
    return Event(
        **shared,
        when=look.when(record.date, record.where, "date") if record.date else UNKNOWN_DATE,
        place=place,
        place_evidence=evidence,
        participants=_participants(record, look),
        planned=record.planned,
    )


def _located(
    item: Located, look: References, where: Positions, *way: str | int
) -> tuple[bool, Passage | None]:
    """Return whether *item* may stand, and the passage it rests on."""
    reference = item.reference
    if reference is None:
        return True, None
    passage = look.resolve(reference, where, *way)
    return passage is not None, passage


def _about(record: EntityRecord, look: References) -> Statement | None:
    if record.about is None:
        return None
    passages = []
    for at, reference in enumerate(record.about.passages):
        passage = look.resolve(reference, record.where, "about", "passages", at)
        if passage:
            passages.append(passage)
    if record.about.passages and not passages:
        return None
    return Statement(record.about.text, tuple(passages))


def _roles(record: EntityRecord, look: References) -> tuple[Role, ...]:
    roles = []
    for at, item in enumerate(record.roles):
        stands, passage = _located(item, look, record.where, "roles", at)
        if stands:
            roles.append(Role(item.office, item.body, item.start, item.end, passage))
    return tuple(roles)


def _participants(record: EventRecord, look: References) -> tuple[Participant, ...]:
    participants = []
    for at, item in enumerate(record.participants):
        stands, passage = _located(item, look, record.where, "participants", at)
        if stands:
            participants.append(Participant(item.entity, passage, item.part))
    return tuple(participants)


def _at_a_head(words: str) -> tuple[str, str, str]:
    """Return *words* as they stand within a sentence and at its head."""
    return words, words[:1].upper() + words[1:], words[:1].lower() + words[1:]


def _worded_as(record: EntityRecord, look: References) -> tuple[WordedAs, ...]:
    kept = []
    for at, item in enumerate(record.worded_as):
        text = look.text(item.document)
        if text is None:
            continue
        if not any(text.holds(words) for words in _at_a_head(item.words)):
            found = text.find(PassageRecord(exact=item.words, prefix="", suffix=""))
            if isinstance(found, Miss):
                look.problems.append(found.problem(record.where, "worded_as", at, "words"))
            continue
        kept.append(WordedAs(item.document, item.words))
    return tuple(kept)


def _location(record: EntityRecord) -> Location | None:
    item = record.location
    return Location(item.latitude, item.longitude, item.source) if item else None
