"""Every page of an archive, as path below ``docs/`` and text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regesta.archive.lookups import Lookups
from regesta.model import Event
from regesta.pages import chronology, collection, document, entity, event, indexes

Retired = Mapping[str, Mapping[str, Sequence[str]]]
"""Document id to: anchor of a block to the older anchors that stand there."""


def render(lookups: Lookups, retired: Retired) -> dict[str, str]:
    """Return path to text of every generated page (search.md apart: it is the
    search's own)."""
    pages = [
        collection.home(lookups),
        indexes.documents(lookups),
        indexes.events(lookups),
        indexes.sources(lookups),
        chronology.render(lookups),
        collection.finding_aid(lookups),
        collection.rights(lookups),
        collection.gaps(lookups),
        collection.review(lookups),
        collection.data(lookups),
    ]
    for kind in ("person", "organisation", "place", "topic"):
        pages.append(indexes.entities(kind, lookups))
    for one in lookups.archive.documents:
        pages.append(document.render(one, lookups, retired.get(one.id, {})))
    for record in lookups.archive.entities.values():
        if isinstance(record, Event):
            pages.append(event.render(record, lookups))
        else:
            pages.append(entity.render(record, lookups))
    return dict(pages)
