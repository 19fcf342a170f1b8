"""What can only be seen across files: ids, digests and names that two share,
and ids that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from rapidfuzz import fuzz, process

from regesta.model import EntityKind, Problem
from regesta.problems import problem
from regesta.seeds import references, rights, scripts
from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.references import Reference
from regesta.seeds.strict_yaml import Way
from regesta.seeds.values import Record

R = TypeVar("R", bound=Record)


def checked(seeds: Seeds) -> tuple[Seeds, list[Problem]]:
    """Return *seeds* without what contradicts what stands before it (in the
    order of paths), and the problems that name both."""
    problems: list[Problem] = []
    documents = _unlike(_distinct_documents(seeds.documents, problems), problems)
    entities = _distinct_entities(seeds.entities, problems)
    entities = _distinct_names(entities, problems)
    documents, entities = _known(documents, entities, problems)
    problems += _remarked(documents)
    problems += scripts.remarks(documents, entities)
    return replace(seeds, documents=tuple(documents), entities=tuple(entities)), problems


def _place(held: SeedDocument, *way: str | int) -> tuple[str, int, int]:
    """Return where a document's id is said: its description, or its file."""
    description = held.description
    if description and getattr(description, str(way[0])):
        where = description.where
        return where.file_of(where.in_file(way)), *where.at(*way)
    return held.path, 0, 0


def _said(held: SeedDocument, key: str) -> str:
    """Return the place where a document's id is said, as a message names it."""
    path, line, column = _place(held, key)
    return f"{path}:{line}:{column}" if line else path


def _distinct_documents(
    documents: Iterable[SeedDocument], problems: list[Problem]
) -> list[SeedDocument]:
    """Keep the first of those with one id; no former id may be a living one."""
    kept: dict[str, SeedDocument] = {}
    for held in documents:
        first = kept.setdefault(held.id, held)
        if first is not held:
            message = f"the id `{held.id}` is that of {_said(first, 'id')} too"
            problems.append(problem("id-twice", message, *_place(held, "id")))
    former: dict[str, SeedDocument] = {}
    for held in list(kept.values()):
        for at, id in enumerate(held.formerly):
            first = kept.get(id) or former.setdefault(id, held)
            if first is not held:
                message = f"the former id `{id}` is that of {first.path} too"
                problems.append(problem("id-twice", message, *_place(held, "formerly", at)))
        own = tuple(id for id in held.formerly if id not in kept and former[id] is held)
        kept[held.id] = replace(held, formerly=own)
    return list(kept.values())


def _unlike(documents: list[SeedDocument], problems: list[Problem]) -> list[SeedDocument]:
    """Keep one of those with the same bytes: the one that withholds them
    before any that shows them, otherwise the first by path."""
    first: dict[str, SeedDocument] = {}
    for held in sorted(documents, key=lambda held: held.source is not None):
        first.setdefault(held.sha256, held)
    kept = []
    for held in documents:
        other = first[held.sha256]
        if other is held:
            kept.append(held)
            continue
        message = f"this file and {other.path} have the same bytes (sha256 {held.sha256[:12]}…)"
        problems.append(problem("text-same-bytes", message, held.path))
    return kept


def _distinct_entities(
    entities: Iterable[EntityRecord], problems: list[Problem]
) -> list[EntityRecord]:
    kept: dict[str, EntityRecord] = {}
    for record in entities:
        first = kept.setdefault(record.id, record)
        if first is not record:
            message = f"the id `{record.id}` is that of {first.path} too"
            problems.append(problem("id-twice", message, record.path))
    return list(kept.values())


def _distinct_names(entities: list[EntityRecord], problems: list[Problem]) -> list[EntityRecord]:
    """Report names that two records share; the later one's variant is left
    out (its preferred name stays: a record needs one)."""
    owners: dict[str, EntityRecord] = {}
    for record in entities:
        other = owners.setdefault(record.name, record)
        if other is not record:
            problems.append(_shared(record, record.name, other, ("name",)))
    kept = []
    for record in entities:
        units: list[Way] = []
        for at, name in enumerate(record.variants):
            other = owners.setdefault(name, record)
            if other is not record:
                problems.append(_shared(record, name, other, ("variants", at)))
                units.append(("variants", at))
        kept.append(without(record, units))
    return kept


def _shared(record: EntityRecord, name: str, other: EntityRecord, way: Way) -> Problem:
    message = f"“{name}” is a name in {other.path} too"
    return record.where.problem("name-twice", message, *way)


def _remarked(documents: Iterable[SeedDocument]) -> Iterator[Problem]:
    """Give a notice for each rights statement that is none of those known."""
    for held in documents:
        given = held.description and held.description.rights
        if not held.description or not given or not (said := rights.remark(given.statement)):
            continue
        message, meant = said
        where = held.description.where
        yield where.problem("rights-other", message, "rights", "statement", remedy=meant or None)


# ---- references


def _known(
    documents: list[SeedDocument], entities: list[EntityRecord], problems: list[Problem]
) -> tuple[list[SeedDocument], list[EntityRecord]]:
    """Report ids that nothing has, and leave out what rests on them."""
    look = _Look(documents, entities)
    kept_documents = []
    for held in documents:
        if held.description:
            speakers = {speaker.id for speaker in held.description.speakers}
            found = references.of_description(held.description)
            units = look.faults(held.description, found, speakers, problems)
            held = replace(held, description=without(held.description, units))
        kept_documents.append(held)
    kept_entities = []
    for record in entities:
        units = look.faults(record, references.of_entity(record), set(), problems)
        kept_entities.append(without(record, units))
    return kept_documents, kept_entities


_A = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "topic": "a topic",
    "event": "an event",
}


_DOCUMENT_ID = (
    "correct the id: for minutes/1923.txt it is minutes-1923, unless its description says"
)


class _Look:
    """Looks ids up."""

    def __init__(self, documents: list[SeedDocument], entities: list[EntityRecord]) -> None:
        self._documents = {held.id for held in documents}
        self._kinds: Mapping[str, EntityKind] = {record.id: record.kind for record in entities}
        self._former = {id: held.id for held in documents for id in held.formerly}
        self._former_entities = {id: record.id for record in entities for id in record.formerly}

    def faults(
        self,
        record: Record,
        found: Iterator[Reference],
        speakers: set[str],
        problems: list[Problem],
    ) -> list[Way]:
        """Report what *record* names and is not there; return the ways to it."""
        ways = []
        for reference in found:
            fault = self._fault(reference, speakers)
            if fault:
                code, message, remedy = fault
                problems.append(record.where.problem(code, message, *reference.way, remedy=remedy))
                ways.append(reference.way)
        return ways

    def _fault(self, wanted: Reference, speakers: set[str]) -> tuple[str, str, str | None] | None:
        id = wanted.id
        if wanted.wanted == "document":
            if id in self._documents:
                return None
            return self._unknown("document", id, self._documents, self._former)
        if wanted.wanted == "voice" and id in speakers:
            return None
        kind = self._kinds.get(id)
        if kind is None:
            known = {*self._kinds, *(speakers if wanted.wanted == "voice" else ())}
            return self._unknown("record", id, known, self._former_entities)
        if wanted.wanted in ("event", "place") and kind != wanted.wanted:
            message = f"`{id}` is {_A[kind]}, not {_A[wanted.wanted]}"
            return "reference-kind", message, None
        return None

    def _unknown(
        self, what: str, id: str, known: Iterable[str], former: Mapping[str, str]
    ) -> tuple[str, str, str | None]:
        message = f"there is no {what} with the id `{id}` that can be used"
        if id in former:
            return "reference-unknown", message, f"it is now called `{former[id]}`"
        near = process.extractOne(id, sorted(known), scorer=fuzz.ratio, score_cutoff=75)
        if near:
            return "reference-unknown", message, f"did you mean `{near[0]}`?"
        remedy = _DOCUMENT_ID if what == "document" else None
        return "reference-unknown", message, remedy


def without(record: R, ways: Iterable[Way]) -> R:
    """Return *record* without the parts that *ways* lead to: a key at its top,
    or an item of a list there.  The places of the rest stay right."""
    units = {way[:2] if len(way) > 1 and isinstance(way[1], int) else way[:1] for way in ways}
    if not units:
        return record
    values: dict[str, object] = {}
    for key in sorted({str(unit[0]) for unit in units}):
        if (key,) in units:
            values[key] = type(record).model_fields[key].get_default()
        else:
            items = getattr(record, key)
            values[key] = tuple(item for at, item in enumerate(items) if (key, at) not in units)
    where = record.where
    kept = record.model_copy(update=values)
    kept.placed(where.without(where.in_file(unit) for unit in units))
    return kept
