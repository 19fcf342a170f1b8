"""Every page of an archive, as path below ``docs/`` and text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

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
from regesta.pages.registers import Register
from regesta.pages.units import Made, Page, Piece, TooLong, Unit

_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "topic")
_OF_THE_WHOLE: tuple[Callable[[Lookups], Page], ...] = (
    home.home,
    collection.finding_aid,
    collection.rights,
    reviewing.review,
    collection.data,
)
Registers = tuple[Register[Any], ...]
_LISTS: tuple[
    tuple[Callable[[Lookups, TooLong], Iterable[Made]], Callable[[Lookups], Registers]], ...
] = (
    (indexes.documents, lambda lookups: (indexes.of_documents(lookups),)),
    (indexes.events, lambda lookups: (indexes.of_events(lookups),)),
    (sources.render, sources.registers),
    (chronology.render, lambda lookups: (chronology.register(lookups),)),
    (not_held.render, not_held.registers),
    *(
        (
            partial(indexes.entities, kind),
            lambda lookups, kind=kind: (indexes.of_entities(kind, lookups),),
        )
        for kind in _KINDS
    ),
)


def units(lookups: Lookups, old: Published) -> list[Unit]:
    """Return all pages as units; where two make the same path, the first
    stands.  *old* is what was ever published: its anchors are kept."""
    archive = lookups.archive
    kept = permanence.kept(old, archive, lookups.parting)
    found = [single(f"whole {n}", make) for n, make in enumerate(_OF_THE_WHOLE)]
    found += [Unit(f"list {n}", *_list(*one)) for n, one in enumerate(_LISTS)]
    found += [
        _of_document(one, kept.get(one.id, permanence.NOTHING_KEPT)) for one in archive.documents
    ]
    found += [_of_entity(record) for record in archive.entities.values()]
    gone = [*_parts_gone(lookups, old, kept), *_moved(lookups, old), *_withheld(lookups, old)]
    return [*found, *(single(f"moved {page[0]}", partial(_as_it_is, page), page) for page in gone)]


def single(name: str, make: Callable[[Lookups], Page], given: Any = None) -> Unit:
    """Return the unit of one page."""
    return Unit(name, lambda lookups, _too_long: [make(lookups)], given)


def _as_it_is(page: Page, _lookups: Lookups) -> Page:
    return page


def _list(
    make: Callable[[Lookups, TooLong], Iterable[Made]], registers: Callable[[Lookups], Registers]
) -> tuple[Any, None, Any]:
    def write(lookups: Lookups, piece: Piece) -> str | None:
        folder = piece.path.rpartition("/")[0]
        own = next(one for one in registers(lookups) if one.folder == folder)
        return own.write(piece, lookups)

    return make, None, write


def _of_document(one: Document, kept: Kept) -> Unit:
    id = one.id

    def make(lookups: Lookups, _too_long: TooLong) -> Iterable[Made]:
        return document.render(lookups.by_id[id], lookups, kept)

    return Unit(f"document {id}", make, kept)


def _of_entity(record: Entity) -> Unit:
    id = record.id

    def make(lookups: Lookups, too_long: TooLong) -> Iterable[Made]:
        record = lookups.archive.entities[id]
        if isinstance(record, Event):
            return event.render(record, lookups, too_long)
        return entity.render(record, lookups, too_long)

    def write(lookups: Lookups, piece: Piece) -> str | None:
        record = lookups.archive.entities[id]
        if isinstance(record, Event):
            return event.register(record, lookups).write(piece, lookups)
        return entity.register(record, lookups).write(piece, lookups)

    return Unit(f"entity {id}", make, None, write)


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
