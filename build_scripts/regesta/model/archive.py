"""Everything together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regesta.model.documents import Document
from regesta.model.entities import Entity
from regesta.model.problems import Problem
from regesta.model.terms import Certainty, Origin, RelationKind
from regesta.model.text import Passage


@dataclass(frozen=True, slots=True)
class Relation:
    """How one document stands to another.  *other* is a document's id, or
    words for one that is not held (*held* False)."""

    document: str
    other: str
    kind: RelationKind
    held: bool
    certainty: Certainty
    passage: Passage | None = None
    other_passage: Passage | None = None
    evidence: str = ""
    origin: Origin = "machine"


@dataclass(frozen=True, slots=True)
class Collection:
    """What archive.yml says of the whole."""

    title: str
    description: str = ""
    introduction: str = ""
    publisher: str = ""
    contact: str = ""
    takedown: str = ""
    scope: str = ""
    arrangement: str = ""
    provenance: str = ""
    access_and_use: str = ""
    site_url: str = ""
    forge_url: str = ""
    forge_branch: str = "main"
    language: str = "en"
    records_licence: str = ""
    records_licence_name: str = ""
    shows_proposals: bool = True


@dataclass(frozen=True, slots=True)
class Archive:
    """All of it, with the look-ups.  Documents are sorted by path, entities
    by kind and id.  *withheld* holds the ids of entities that only text kept
    from readers tells of: they have no page."""

    collection: Collection
    documents: tuple[Document, ...]
    entities: Mapping[str, Entity]
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    withheld: frozenset[str] = frozenset()

    def document(self, id: str) -> Document | None:
        """Return the document with *id*, or None."""
        for document in self.documents:
            if document.id == id:
                return document
        return None
