"""Every page of an archive, as path below ``docs/`` and text."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.archive import permanence
from regesta.archive.lookups import Lookups
from regesta.archive.parting import address
from regesta.archive.permanence import Kept, Published
from regesta.model import FOLDERS, Event
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
    sources,
)
from regesta.pages.links import Links, document_path


def render(lookups: Lookups, old: Published) -> dict[str, str]:
    """Return path to text of every generated page (search.md apart: it is the
    search's own).  *old* is what was ever published: its anchors are kept."""
    kept = permanence.kept(old, lookups.archive, lookups.parting)
    pages = [
        home.home(lookups),
        *indexes.documents(lookups),
        *indexes.events(lookups),
        *sources.render(lookups),
        *chronology.render(lookups),
        collection.finding_aid(lookups),
        collection.rights(lookups),
        *not_held.render(lookups),
        collection.review(lookups),
        collection.data(lookups),
    ]
    for kind in ("person", "organisation", "place", "topic"):
        pages.extend(indexes.entities(kind, lookups))
    for one in lookups.archive.documents:
        pages.extend(document.render(one, lookups, kept.get(one.id, permanence.NOTHING_KEPT)))
    for record in lookups.archive.entities.values():
        if isinstance(record, Event):
            pages.extend(event.render(record, lookups))
        else:
            pages.extend(entity.render(record, lookups))
    bare = [moved.withheld(a) for a in sorted(permanence.withheld(old, lookups.archive))]
    return {**dict(bare), **_moved(lookups, old), **_parts_gone(lookups, old, kept), **dict(pages)}


def _parts_gone(lookups: Lookups, old: Published, kept: Mapping[str, Kept]) -> dict[str, str]:
    """Return the pages at addresses where a document once had a part."""
    published = permanence.parts_of(old)
    out = []
    for one in lookups.archive.documents:
        for number in published.get(address(one), {}):
            if number > lookups.parting(one).total:
                moved = kept.get(one.id, permanence.NOTHING_KEPT).moved.get(number, ())
                links = Links(lookups, document_path(one, number))
                out.append(document_parts.gone(one, number, moved, links))
    return dict(out)


def _moved(lookups: Lookups, old: Published) -> dict[str, str]:
    """Return the pages at addresses that others have taken up."""
    archive = lookups.archive
    names = {f"documents/{d.id}": d.title.text for d in archive.documents}
    names |= {f"{FOLDERS[e.kind]}/{e.id}": e.name for e in archive.entities.values()}
    documents = {address(d): d for d in archive.documents}
    published = permanence.parts_of(old)

    def where(target: str, offset: int) -> str:
        one = documents.get(target)
        return address(one, lookups.parting(one).at(offset)) if one else target

    out = []
    for gone, targets in permanence.successors(archive).items():
        further = [f"{gone}/{n}" for n in published.get(gone, {}) if n > 1]
        out += [moved.render(a, targets, old, names, where) for a in (gone, *further)]
    return dict(out)
