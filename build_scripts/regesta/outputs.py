"""What the site holds besides MkDocs' pages: texts, citations, annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regesta.archive.describing import latest_day
from regesta.archive.lookups import Lookups
from regesta.exports import annotation_lines, citations
from regesta.exports.feed import feed
from regesta.model import Document
from regesta.pages import vocabulary


def files(lookups: Lookups) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the path below the site, and the bytes in pieces, of each file."""
    archive = lookups.archive
    yield "data/annotations.jsonl", annotation_lines.lines(archive)
    yield "feed.xml", [feed(archive, latest_day(archive.documents, archive.entities))]
    for document in archive.documents:
        place = f"documents/{document.id}"
        if _offers_text(document) and document.source:
            yield f"{place}.txt", [document.source.data]
        yield f"{place}.bib", [citations.bibtex(document, archive.collection).encode("utf-8")]
        yield f"{place}.ris", [citations.ris(document, archive.collection).encode("utf-8")]


def _offers_text(document: Document) -> bool:
    return document.access == "full" and document.withdrawn is None


def labels(lookups: Lookups) -> dict[str, dict[str, str]]:
    """Return facet to id to the words that the search page shows for it."""
    documents = lookups.archive.documents
    out: dict[str, dict[str, str]] = {
        "kind": {d.type or "unknown": vocabulary.document_type(d.type) for d in documents},
        "publisher": {d.publisher.id or "unknown": vocabulary.publisher(d) for d in documents},
        "status": {s: vocabulary.status(s) for s in sorted({d.status for d in documents})},
        "year": {"unknown": vocabulary.date_words(vocabulary.UNKNOWN)},
    }
    for kind in ("person", "organisation", "place", "topic"):
        out[kind] = {e.id: e.name for e in lookups.archive.entities.values() if e.kind == kind}
    return out
