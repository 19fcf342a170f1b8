"""Authority records without what rests on withheld text, and which of them
then still have something to stand on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import structs

from regesta.model import Archive, Document, Entity, Event, Passage, Problem, When, WordedAs
from regesta.problems import problem


def without_passages(
    entity: Entity,
    visible: Callable[[Passage], bool],
    worded: Callable[[WordedAs], bool],
    gone: Collection[str] = (),
) -> Entity:
    """Return *entity* without the statements whose passages are all withheld,
    without what it is called in withheld words alone (*worded* tells), and
    without references to the entities that are *gone*."""

    def seen(passage: Passage | None) -> bool:
        return passage is None or visible(passage)

    about = entity.about
    if about and about.passages:
        passages = tuple(p for p in about.passages if visible(p))
        about = replace(about, passages=passages) if passages else None
    roles = tuple(
        replace(role, body=None) if role.body in gone else role
        for role in entity.roles
        if seen(role.passage)
    )
    out = replace(
        entity,
        about=about,
        roles=roles,
        worded_as=tuple(w for w in entity.worded_as if worded(w)),
        part_of=tuple(id for id in entity.part_of if id not in gone),
        not_same_as=tuple(id for id in entity.not_same_as if id not in gone),
    )
    if not isinstance(out, Event):
        return out
    participants = (p for p in out.participants if seen(p.passage) and p.entity not in gone)
    has_place = seen(out.place_evidence) and out.place not in gone
    return replace(
        out,
        when=_when(out.when, seen),
        place=out.place if has_place else None,
        place_evidence=out.place_evidence if has_place else None,
        participants=tuple(participants),
    )


def _when(when: When, seen: Callable[[Passage | None], bool]) -> When:
    evidence = tuple(e for e in when.evidence if seen(e.passage))
    if evidence == when.evidence:
        return when
    if any(e.passage for e in evidence):
        return structs.replace(when, evidence=evidence)
    return When(None, "unknown")


def supported(documents: Iterable[Document], entities: Mapping[str, Entity]) -> set[str]:
    """Return the ids of the *entities* that words of *documents* point to, or
    that a record needs which is itself supported."""
    found = {id for document in documents for id in _named_in(document)}
    found |= {id for id, entity in entities.items() if any(_passages(entity))}
    waiting = sorted(found & entities.keys())
    while waiting:
        for id in _needs(entities[waiting.pop()]):
            if id in entities and id not in found:
                found.add(id)
                waiting.append(id)
    return found & entities.keys()


def _named_in(document: Document) -> Iterator[str]:
    for mention in document.mentions:
        yield from mention.entities
    for account in document.accounts:
        yield from (account.event, account.according_to or "")
    for quotation in document.quotations:
        yield from (quotation.speaker or "", quotation.according_to or "")
    yield document.publisher.id or ""
    yield document.publisher.taken_from or ""


def _passages(entity: Entity) -> Iterator[Passage]:
    if entity.about:
        yield from entity.about.passages
    yield from (role.passage for role in entity.roles if role.passage)
    if isinstance(entity, Event):
        yield from (e.passage for e in entity.when.evidence if e.passage)
        yield from (p.passage for p in entity.participants if p.passage)


def _needs(entity: Entity) -> Iterator[str]:
    yield from entity.part_of
    yield from (role.body for role in entity.roles if role.body)
    if isinstance(entity, Event):
        yield from (p.entity for p in entity.participants)
        yield entity.place or ""


def left_out(whole: Archive, readable: Archive) -> list[Problem]:
    """Say of each record that it has no page, because its text is withheld."""
    records = (whole.entities[id] for id in sorted(readable.withheld))
    return [
        problem(
            "record-withheld",
            f"no text that readers may see names `{e.id}`, so it has no page",
            e.path,
        )
        for e in records
        if e.path
    ]
