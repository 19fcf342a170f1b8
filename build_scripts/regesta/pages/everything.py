"""Every page of an archive, as path below ``docs/`` and text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from regesta.archive import permanence
from regesta.archive.lookups import Lookups
from regesta.archive.parting import address
from regesta.archive.permanence import Kept, Published
from regesta.model import FOLDERS, Document, Entity, EntityKind, Event
from regesta.pages import (
    chronology,
    collection,
    document,
    document_parts,
    entity,
    event,
    home,
    indexes,
    moved,
    not_held,
    reviewing,
    sources,
)
from regesta.pages.links import Links, document_path

Made = tuple[str, str] | Iterable[tuple[str, str]]

_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "topic")
_OF_THE_WHOLE: tuple[Callable[[Lookups], Made], ...] = (
    home.home,
    indexes.documents,
    indexes.events,
    sources.render,
    chronology.render,
    collection.finding_aid,
    collection.rights,
    not_held.render,
    reviewing.review,
    collection.data,
    *(partial(indexes.entities, kind) for kind in _KINDS),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that are made together: *name* tells them from all others, *given*
    is what they are made from besides what the look-ups answer."""

    name: str
    make: Callable[[Lookups], Made]
    given: Any = None

    def pages(self, lookups: Lookups) -> Iterator[tuple[str, str]]:
        """Yield (path below ``docs/``, text) of each page."""
        made = self.make(lookups)
        if isinstance(made, tuple) and len(made) == 2 and isinstance(made[0], str):
            yield made
        else:
            yield from cast(Iterable[tuple[str, str]], made)


def units(lookups: Lookups, old: Published) -> list[Unit]:
    """Return all pages as units; where two make the same path, the first
    stands.  *old* is what was ever published: its anchors are kept."""
    archive = lookups.archive
    kept = permanence.kept(old, archive, lookups.parting)
    found = [Unit(f"whole {n}", make) for n, make in enumerate(_OF_THE_WHOLE)]
    found += [
        _of_document(one, kept.get(one.id, permanence.NOTHING_KEPT)) for one in archive.documents
    ]
    found += [_of_entity(record) for record in archive.entities.values()]
    gone = [*_parts_gone(lookups, old, kept), *_moved(lookups, old), *_withheld(lookups, old)]
    return [*found, *(Unit(f"moved {page[0]}", partial(_as_it_is, page), page) for page in gone)]


def _as_it_is(page: tuple[str, str], _lookups: Lookups) -> Made:
    return page


def _of_document(one: Document, kept: Kept) -> Unit:
    id = one.id

    def make(lookups: Lookups) -> Made:
        return document.render(lookups.by_id[id], lookups, kept)

    return Unit(f"document {id}", make, kept)


def _of_entity(record: Entity) -> Unit:
    id = record.id

    def make(lookups: Lookups) -> Made:
        record = lookups.archive.entities[id]
        if isinstance(record, Event):
            return event.render(record, lookups)
        return entity.render(record, lookups)

    return Unit(f"entity {id}", make)


def _parts_gone(
    lookups: Lookups, old: Published, kept: Mapping[str, Kept]
) -> Iterator[tuple[str, str]]:
    """Yield the pages at addresses where a document once had a part."""
    published = permanence.parts_of(old)
    for one in lookups.archive.documents:
        for number in published.get(address(one), {}):
            if number > lookups.parting(one).total:
                moved = kept.get(one.id, permanence.NOTHING_KEPT).moved.get(number, ())
                links = Links(lookups, document_path(one, number))
                yield document_parts.gone(one, number, moved, links)


def _moved(lookups: Lookups, old: Published) -> Iterator[tuple[str, str]]:
    """Yield the pages at addresses that others have taken up."""
    archive = lookups.archive
    names = {f"documents/{d.id}": d.title.text for d in archive.documents}
    names |= {f"{FOLDERS[e.kind]}/{e.id}": e.name for e in archive.entities.values()}
    documents = {address(d): d for d in archive.documents}
    published = permanence.parts_of(old)

    def where(target: str, offset: int) -> str:
        one = documents.get(target)
        return address(one, lookups.parting(one).at(offset)) if one else target

    for gone, targets in permanence.successors(archive).items():
        further = [f"{gone}/{n}" for n in published.get(gone, {}) if n > 1]
        for one in (gone, *further):
            yield moved.render(one, targets, old, names, where)


def _withheld(lookups: Lookups, old: Published) -> Iterator[tuple[str, str]]:
    """Yield the pages of which nothing may be told any more."""
    for gone in sorted(permanence.withheld(old, lookups.archive)):
        yield moved.withheld(gone)


def render(lookups: Lookups, old: Published) -> dict[str, str]:
    """Return path to text of every generated page (search.md apart: it is the
    search's own)."""
    return rendered(units(lookups, old), lookups)


def rendered(units: Iterable[Unit], lookups: Lookups) -> dict[str, str]:
    """Return path to text of the pages of *units*."""
    pages: dict[str, str] = {}
    for unit in units:
        for path, text in unit.pages(lookups):
            pages.setdefault(path, text)
    return pages
