"""Records proposed for a collection that has none: people, bodies, places.

Rules over the texts alone, no model.  They would rather miss a name than make
one up: every proposal has a ground that its note tells, and the status
``machine``.  What they propose is then found by the same gazetteer as any
record.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.names.folding import Folded
from regesta.annotate.names.variants import forms_of
from regesta.annotate.names.words import MERE_ADDRESS
from regesta.annotate.proposals.bodies import BodySeen, bodies
from regesta.annotate.proposals.han_people import han_people
from regesta.annotate.proposals.line_names import people_of_lines
from regesta.annotate.proposals.merging import People
from regesta.annotate.proposals.merging_bodies import Bodies
from regesta.annotate.proposals.people import PersonSeen, people
from regesta.annotate.proposals.place_names import (
    PlaceCounts,
    PlacesSeen,
    datelines,
    general_places,
)
from regesta.annotate.proposals.runs import runs
from regesta.annotate.proposals.words import BODY_HEADS, FAMILY_NAMES_FIRST, is_given_name
from regesta.annotate.tongues import tongue
from regesta.model import Block, Entity, EntityKind, Passage, Role, Span

Text = tuple[str, str, Sequence[Block]]
"""A document's id, its text, its blocks."""
_GROUNDS = {
    "title": "a title of office stands before the name",
    "given": "the name begins with a common given name",
    "initial": "the name has a middle initial",
    "byline": "a byline or a credit names them",
    "signature": "the name stands under a letter’s closing words",
    "label": "the name stands before what is said, as a speaker’s does",
    "role": "a noun for a person, or an age, stands at the name",
    "roll": "a line that lists who was there names them",
    "beside": "the name stands with that of a person",
    "salutation": "a letter greets somebody of this name",
    "surname": "a title of office with a family name; the full name stands nowhere",
}


_JOINED = re.compile(r"\w+(?:['-]\w+)*")
_PARTS = re.compile("['-]")


class Seen(NamedTuple):
    """What one text shows: people with their places in it (code points, title
    included), bodies, places, and one or two capitalised words that
    stand alone, and the language (:func:`tongue`)."""

    people: tuple[tuple[PersonSeen, int, int], ...]
    bodies: tuple[BodySeen, ...]
    places: PlaceCounts
    bare: tuple[str, ...]
    tongue: str = "en"


def propose(texts: Sequence[Text], known: Mapping[str, Entity]) -> list[Entity]:
    """Return records for those named in *texts* whom *known* does not hold.

    Sorted by kind and id; ids are new, of ``[a-z0-9-]``, at most 80 long.
    Every one returned is mentioned at least once.
    """
    found = candidates((document, seen(text, blocks)) for document, text, blocks in texts)
    return mentioned(unknown(found, known), texts, known)


def seen(text: str, blocks: Sequence[Block]) -> Seen:
    """Return what *text* by itself shows of people, bodies and places."""
    folded, places = Folded(text), PlacesSeen()
    small = _Small(folded.text)
    named: list[tuple[PersonSeen, int, int]] = []
    bodied: list[BodySeen] = []
    bare: list[str] = []
    for run in runs(folded, blocks):
        for person in people(run):
            if not _is_a_noun(person, small):
                at = folded.original(person.start - len(person.title) - 1 if person.title else 0)
                named.append((person, at, folded.original_end(person.end)))
        bodied += bodies(run)
        places.add(run)
        if len(run.words) < 3:
            bare.append(" ".join(run.words))
    for span, whole in datelines(blocks):
        places.add_dateline(text[span.start : span.end], whole=whole)
    for person in people_of_lines(folded, blocks):
        named.append((person, folded.original(person.start), folded.original_end(person.end)))
    tag = tongue(text)
    if tag == "han":
        for person in han_people(folded, blocks):
            at = folded.original(person.start - len(person.title))
            named.append((person, at, folded.original_end(person.end)))
    return Seen(tuple(named), tuple(bodied), places.counts, tuple(bare), tag)


class _Small:
    """The words that a text writes without capitals.  Most texts are asked for
    few: these are looked for in the text, and its words are read when one is
    there or after some; else it would take the square of the text's length."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._looks = 8

    def __contains__(self, word: str) -> bool:
        if self._looks:
            self._looks -= 1
            if word not in self._text:
                return False
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """Each word, whole and in its parts where hyphens or apostrophes join it."""
        whole = set(_JOINED.findall(self._text))
        words = whole.union(*(_PARTS.split(word) for word in whole))
        return frozenset(word for word in words if word == word.lower())


def _is_a_noun(person: PersonSeen, small: _Small) -> bool:
    """“Judge Advocate”: an office and a noun, where the text writes the noun
    small too; a mere form of address is followed by a name."""
    if person.ground != "surname" or person.title.lower().rpartition(" ")[2] in MERE_ADDRESS:
        return False
    return person.name.lower() in small


def candidates(texts: Iterable[tuple[str, Seen]]) -> list[Entity]:
    """Return all who may be meant by what was seen in *texts* (a document's id
    and what it shows), without ids."""
    seen_people, seen_bodies, places = People(), Bodies(), PlacesSeen()
    tongues: set[str] = set()
    for document, one in texts:
        tongues.add(one.tongue)
        for person, start, end in one.people:
            seen_people.add(person, document, start, end)
        for body in one.bodies:
            seen_bodies.add(body)
        places.take(one.places)
        seen_people.bare.update(one.bare)
    persons = list(_people(seen_people))
    return [
        *persons,
        *general_places(sorted(tongues)),
        *_without_people(_bodies(seen_bodies), persons),
        *_without_family_names(places.entities(), persons),
    ]


def unknown(candidates: Iterable[Entity], known: Mapping[str, Entity]) -> list[Entity]:
    """Return those of *candidates* that no record names, with ids of their own."""
    return identified(_not_known(candidates, known), known)


def _people(seen: People) -> Iterator[Entity]:
    for group in seen.groups():
        roles = tuple(
            Role(office, passage=Passage(document, Span(start, end)))
            for office, (document, start, end) in group.offices()
        )
        yield Entity(
            id="",
            kind="person",
            name=group.name,
            variants=group.variants,
            short_forms=group.short_forms,
            family_name_first=group.family_name_first,
            roles=roles,
            note=f"Proposed from the texts: {_GROUNDS[group.ground]}.",
            status="machine",
        )


def _bodies(seen: Bodies) -> Iterator[Entity]:
    for name, variants, ground in seen.groups():
        yield Entity(
            id="",
            kind="organisation",
            name=name,
            variants=variants,
            note=f"Proposed from the texts: {ground}.",
            status="machine",
        )


def _without_people(bodies: Iterable[Entity], persons: list[Entity]) -> Iterator[Entity]:
    """Drop “Director of the Trade Commission Jane Roe”, which runs on into a person."""
    names = {tuple(person.name.split(" ")[-2:]) for person in persons}
    for body in bodies:
        words = body.name.split(" ")
        runs_on = len(words) > 3 and words[-3].lower() in BODY_HEADS
        if runs_on and words[-2].lower() in FAMILY_NAMES_FIRST:
            continue  # “… Commission Zhao Min”, whom no text names elsewhere
        if tuple(words[-2:]) not in names:
            yield body


def _without_family_names(places: Iterable[Entity], persons: list[Entity]) -> Iterator[Entity]:
    """Drop a place that is a person's name too: alone, the word would say neither."""
    names = {word for person in persons for word in person.name.split(" ")}
    for place in places:
        if place.name not in names and not is_given_name(place.name):
            yield place


def _not_known(candidates: Iterable[Entity], known: Mapping[str, Entity]) -> list[Entity]:
    """Drop what a record, or an earlier candidate, already names."""
    taken = {form.surface for entity in known.values() for form in forms_of(entity)}
    of_records = frozenset(taken)
    result = []
    for entity in candidates:
        forms = forms_of(entity)
        if entity.kind == "person" and all(form.surface in of_records for form in forms):
            continue  # “President Roe”, where a record has a Roe
        surfaces = {form.surface for form in forms if form.given and not form.short}
        full = {form.surface for form in forms if not form.short}
        if entity.name in taken or surfaces & taken:
            continue
        taken |= full
        result.append(entity)
    return result


def identified(entities: list[Entity], known: Mapping[str, Entity]) -> list[Entity]:
    """Return *entities* with ids of their own, none of them in *known*."""
    used = set(known)
    result = []
    for entity in entities:
        id = slug(entity.name, entity.kind)
        unique, count = id, 1
        while unique in used:
            count += 1
            unique = f"{id[:76]}-{count}"
        used.add(unique)
        result.append(_with_id(entity, unique))
    return result


def _with_id(entity: Entity, id: str) -> Entity:
    return Entity(
        id=id,
        kind=entity.kind,
        name=entity.name,
        variants=entity.variants,
        short_forms=entity.short_forms,
        family_name_first=entity.family_name_first,
        roles=entity.roles,
        note=entity.note,
        status="machine",
    )


def mentioned(
    entities: list[Entity], texts: Sequence[Text], known: Mapping[str, Entity]
) -> list[Entity]:
    """Keep those that the gazetteer finds, standing by themselves, somewhere."""
    gazetteer = Gazetteer([*known.values(), *entities])
    counts: Counter[str] = Counter()
    for document, text, blocks in texts:
        for mention in gazetteer.find(text, blocks, document):
            counts.update(mention.entities)
    kept = [entity for entity in entities if counts[entity.id]]
    return sorted(kept, key=lambda entity: (entity.kind, entity.id))


_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)


def slug(name: str, kind: EntityKind) -> str:
    """Return an id for *name*: ASCII letters, digits and hyphens, at most 80.

    A name of which no letter is left gets its kind and 8 digits of its SHA-256.
    """
    letters = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    plain = re.sub(r"['’.]", "", plain)
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    if len(words) < 2:
        return f"{kind}-{hashlib.sha256(name.encode('utf-8')).hexdigest()[:8]}"
    return words
