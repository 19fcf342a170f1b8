"""A collection as if one of its documents had just come in.

What would the other documents' records know of it?  Its description goes, and
so does every record that no other document names; of the rest, the variants
that no other document uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.reading import Seeds
from regesta.whitespace import fold

_ALIKE = str.maketrans("‘’“”–—‑", "''\"\"---")


def without(seeds: Seeds, document: str) -> Seeds:
    """Return *seeds* without what was curated for the *document* (id) alone."""
    others = [_plain(d.source.text) for d in seeds.documents if d.source and d.id != document]
    documents = tuple(
        replace(d, description=None, description_path="") if d.id == document else d
        for d in seeds.documents
    )
    entities = tuple(
        kept for record in seeds.entities if (kept := _known_elsewhere(record, document, others))
    )
    return replace(seeds, documents=documents, entities=entities)


def _plain(text: str) -> str:
    return fold(text).translate(_ALIKE).casefold()


def _known_elsewhere(record: EntityRecord, document: str, others: list[str]) -> EntityRecord | None:
    def elsewhere(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(n for n in names if any(_plain(n) in text for text in others))

    worded = tuple(w for w in record.worded_as if w.document != document)
    variants = elsewhere(record.variants)
    short = elsewhere(record.short_forms)
    if not (elsewhere([record.name]) or variants or worded):
        return None
    return record.model_copy(
        update={"variants": variants, "short_forms": short, "worded_as": worded}
    )
