"""Authority records that came, went, were merged or split, or say otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from regesta.diff.changes import (
    Change,
    Renamed,
    Side,
    checking,
    entity_name,
    entity_page,
    narrowed,
)
from regesta.model import Archive, Entity, Event
from regesta.pages import vocabulary
from regesta.pages.wording import _


def changes(old: Side, new: Side, names: Renamed) -> Iterator[Change]:
    """Give what has changed about people, organisations, places, topics and
    events, in the order of kind and id."""
    before, after = old.archive.entities, new.archive.entities
    less = narrowed(old.archive, new.archive, names)
    hidden = told_by(less, old, new, names)
    for id, entity in before.items():
        now = names.entity(id)
        if now != id and now in after:
            what = "record-merged" if now in before else "record-renamed"
            yield _change(what, entity, new.archive, id=now, before=id, after=now)
        elif id not in after and id not in hidden:
            yield _change("record-removed", entity, old.archive)
    reverse = {now: id for id, now in names.entities.items() if now not in before}
    for id, entity in after.items():
        earlier = before.get(id) or before.get(reverse.get(id, ""))
        if earlier is None:
            yield _change("record-added", entity, new.archive, after=_introduced(entity))
        else:
            found = _said(earlier, entity, old.archive, new.archive)
            # What is gone from a record may have rested on words that are withheld now.
            yield from (c for c in found if not less or c.after or not c.before)


def told_by(less: Collection[str], old: Side, new: Side, names: Renamed) -> frozenset[str]:
    """Return the ids of records of the old state that the documents *less*
    alone told of: the new one shows nothing of them."""
    elsewhere = {
        id
        for document in old.archive.documents
        if names.document(document.id) not in less
        for mention in document.mentions
        for id in mention.entities
    }
    gone = old.archive.entities.keys() - new.archive.entities.keys()
    return frozenset(gone - elsewhere if less else ())


def _change(
    what: str, entity: Entity, archive: Archive, *, id: str = "", before: str = "", after: str = ""
) -> Change:
    section = "events" if entity.kind == "event" else "records"
    page = entity_page(archive, id or entity.id)
    return Change(section, what, entity.name, page, before, after)


def _introduced(entity: Entity) -> str:
    words = vocabulary.KIND[entity.kind]
    if isinstance(entity, Event):
        words = f"{words}, {vocabulary.date_words(entity.when)}"
    return f"{words}; {vocabulary.status(entity.status)}"


def _said(old: Entity, new: Entity, was: Archive, now: Archive) -> Iterator[Change]:
    if new.split_into and new.split_into != old.split_into:
        yield _change("record-split", new, now, after=_names(now, new.split_into))
    if old.name != new.name and old.id == new.id:
        yield _change("name-changed", new, now, before=old.name, after=new.name)
    for what, one, other in (
        ("variant", old.variants, new.variants),
        ("short-form", old.short_forms, new.short_forms),
        ("worded-as", _worded(old), _worded(new)),
        ("role", _roles(old), _roles(new)),
        ("identifier", _identifiers(old), _identifiers(new)),
        ("part-of", _each(was, old.part_of), _each(now, new.part_of)),
        ("not-same-as", _each(was, old.not_same_as), _each(now, new.not_same_as)),
        ("participant", _participants(was, old), _participants(now, new)),
    ):
        for words in other:
            if words not in one:
                yield _change(f"{what}-added", new, now, after=words)
        for words in one:
            if words not in other:
                yield _change(f"{what}-removed", new, now, before=words)
    facts_before, facts_after = _facts(was, old), _facts(now, new)
    for what in facts_after:
        before, after = facts_before.get(what, ""), facts_after[what]
        if before != after:
            yield _change(what, new, now, before=before, after=after)


def _facts(archive: Archive, entity: Entity) -> dict[str, str]:
    facts = {
        "about-changed": entity.about.text if entity.about else "",
        # What a machine notes is how it came to propose the record.
        "note-changed": "" if entity.status == "machine" else entity.note,
        "location-changed": _location(entity),
        "record-status-changed": checking(entity),
    }
    if isinstance(entity, Event):
        facts["event-date-changed"] = vocabulary.date_words(entity.when)
        facts["event-place-changed"] = entity_name(archive, entity.place) if entity.place else ""
        facts["event-planned-changed"] = _("announced") if entity.planned else _("happened")
    return facts


def _location(entity: Entity) -> str:
    place = entity.location
    return f"{place.latitude:g}, {place.longitude:g}" if place else ""


def _names(archive: Archive, ids: tuple[str, ...]) -> str:
    return ", ".join(_each(archive, ids))


def _each(archive: Archive, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(entity_name(archive, id) for id in ids)


def _worded(entity: Entity) -> tuple[str, ...]:
    return tuple(f"“{item.words}” ({item.document})" for item in entity.worded_as)


def _roles(entity: Entity) -> tuple[str, ...]:
    return tuple(
        " ".join(filter(None, (r.office, r.start and f"from {r.start}", r.end and f"to {r.end}")))
        for r in entity.roles
    )


def _identifiers(entity: Entity) -> tuple[str, ...]:
    return tuple(item.uri for item in entity.same_as)


def _participants(archive: Archive, entity: Entity) -> tuple[str, ...]:
    if not isinstance(entity, Event):
        return ()
    return tuple(
        f"{entity_name(archive, p.entity)}{f' ({p.part})' if p.part else ''}"
        for p in entity.participants
    )
