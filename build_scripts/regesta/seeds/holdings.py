"""What was read from seeds/: documents with their descriptions, authority
records, and the collection.  Checked, but not yet annotated."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model import Collection, HistoryEntry, Source
from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.records import DescriptionRecord


@dataclass(frozen=True, slots=True)
class SeedDocument:
    """A text with its description, or a description that stands alone.

    *path* is the text's, relative to the archive's root (where none is held:
    the description's path with ``.txt``); *source* is None where the text is
    not held, or must not be shown (``access: metadata``, withdrawn).
    *description_path* is empty where there is no description; *history* is
    what ``seeds/history.tsv`` tells.
    """

    id: str
    path: str
    sha256: str
    source: Source | None = None
    description: DescriptionRecord | None = None
    description_path: str = ""
    formerly: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Seeds:
    """All of seeds/.  Documents are sorted by path, records by path; *refused*
    are ids that are not to be proposed again."""

    collection: Collection
    documents: tuple[SeedDocument, ...] = ()
    entities: tuple[EntityRecord, ...] = ()
    refused: tuple[str, ...] = ()

    def document(self, id: str) -> SeedDocument | None:
        """Return the document with *id*, or None."""
        return next((held for held in self.documents if held.id == id), None)
