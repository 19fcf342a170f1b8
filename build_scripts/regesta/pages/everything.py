"""Every page of an archive, as path below ``docs/`` and text."""

from __future__ import annotations

from regesta.archive import permanence
from regesta.archive.lookups import Lookups
from regesta.archive.permanence import Published
from regesta.model import FOLDERS, Event
from regesta.pages import (
    chronology,
    collection,
    document,
    entity,
    event,
    home,
    indexes,
    moved,
    not_held,
    sources,
)


def render(lookups: Lookups, old: Published) -> dict[str, str]:
    """Return path to text of every generated page (search.md apart: it is the
    search's own).  *old* is what was ever published: its anchors are kept."""
    retired = permanence.retired(old, lookups.archive)
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
        pages.append(document.render(one, lookups, retired.get(one.id, {})))
    for record in lookups.archive.entities.values():
        if isinstance(record, Event):
            pages.extend(event.render(record, lookups))
        else:
            pages.extend(entity.render(record, lookups))
    bare = [moved.withheld(a) for a in sorted(permanence.withheld(old, lookups.archive))]
    return {**dict(bare), **_moved(lookups, old), **dict(pages)}


def _moved(lookups: Lookups, old: Published) -> dict[str, str]:
    """Return the pages at addresses that others have taken up."""
    archive = lookups.archive
    names = {f"documents/{d.id}": d.title.text for d in archive.documents}
    names |= {f"{FOLDERS[e.kind]}/{e.id}": e.name for e in archive.entities.values()}
    return dict(
        moved.render(address, targets, old, names)
        for address, targets in permanence.successors(archive).items()
    )
