"""One change as a value; how it is worded and printed is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Archive, Document, Entity, Problem
from regesta.pages import vocabulary

SECTIONS = (
    "problems",
    "documents",
    "records",
    "events",
    "mentions",
    "readings",
    "accounts",
    "relations",
    "pages",
)
"""What changes are listed under, in the order of a report."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    *what* is a code of :data:`regesta.diff.words.SENTENCES`; *subject* names
    what has changed as a reader would see it, *page* is its address in the
    site ("" where it has none); *before* and *after* are words for the two
    states; *where* lists places ("¶3") in the order of the text.
    """

    section: str
    what: str
    subject: str
    page: str = ""
    before: str = ""
    after: str = ""
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One state of an archive: read, checked, every page as text."""

    lookups: Lookups
    pages: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def archive(self) -> Archive:
        """The archive itself."""
        return self.lookups.archive


@dataclass(frozen=True, slots=True)
class Renamed:
    """Ids of the old state and what they are called in the new one."""

    documents: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)

    def document(self, id: str) -> str:
        """Return the id that the document has now."""
        return self.documents.get(id, id)

    def entity(self, id: str) -> str:
        """Return the id that the record has now."""
        return self.entities.get(id, id)


def renamed(old: Archive, new: Archive) -> Renamed:
    """Return which ids of *old* were taken up under another id in *new*."""
    before = {d.id for d in old.documents}
    documents = {id: d.id for d in new.documents for id in d.formerly if id in before}
    entities = {id: e.id for e in new.entities.values() for id in e.formerly if id in old.entities}
    return Renamed(documents, entities)


_SHOWN = {"full": 2, "excerpt": 1, "metadata": 0}


def narrowed(old: Archive, new: Archive, names: Renamed) -> frozenset[str]:
    """Return the ids (of the new state) of documents of which readers are shown
    less than before.  A report is posted where anybody reads it: it must not
    repeat their words."""
    before = {names.document(d.id): _shown(d) for d in old.documents}
    return frozenset(d.id for d in new.documents if _shown(d) < before.get(d.id, (-1, 0)))


def _shown(document: Document) -> tuple[int, int]:
    if document.withdrawn:
        return (-1, 0)
    held = document.access == "excerpt"
    return _SHOWN[document.access], sum(b.span.end - b.span.start for b in document.blocks) * held


def checking(item: Document | Entity) -> str:
    """Return how far a person stands behind a description or record."""
    if item.status == "reviewed":
        return vocabulary.review(item.status, item.reviewed_by, item.reviewed_on)
    return vocabulary.status(item.status)


def entity_page(archive: Archive, id: str) -> str:
    """Return the address of an entity's page, "" where it has none."""
    entity = archive.entities.get(id)
    return f"{FOLDERS[entity.kind]}/{id}.html" if entity else ""


def entity_name(archive: Archive, id: str) -> str:
    """Return an entity's preferred name, its id where there is no record."""
    entity = archive.entities.get(id)
    return entity.name if entity else id
