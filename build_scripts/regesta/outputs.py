"""What the site holds besides MkDocs' pages: texts, citations, annotations."""

from __future__ import annotations

from regesta.archive.describing import latest_day
from regesta.archive.lookups import Lookups
from regesta.exports import annotation_lines, citations
from regesta.exports.feed import feed
from regesta.model import Document
from regesta.pages import vocabulary


def files(lookups: Lookups) -> dict[str, bytes]:
    """Return path below the site to bytes."""
    out = {"data/annotations.jsonl": annotation_lines.jsonl(lookups.archive).encode("utf-8")}
    latest = latest_day(lookups.archive.documents, lookups.archive.entities)
    out["feed.xml"] = feed(lookups.archive, latest)
    collection = lookups.archive.collection
    for document in lookups.archive.documents:
        place = f"documents/{document.id}"
        if _offers_text(document) and document.source:
            out[f"{place}.txt"] = document.source.data
        out[f"{place}.bib"] = citations.bibtex(document, collection).encode("utf-8")
        out[f"{place}.ris"] = citations.ris(document, collection).encode("utf-8")
    return out


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
