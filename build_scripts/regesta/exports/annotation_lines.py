"""``data/annotations.jsonl``: one document a line, sorted by path.

Offsets are code points of the decoded source.  What ``access`` withholds is
left out: for an excerpt, annotations outside the shown passages; for a
description alone, all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from regesta import edtf
from regesta.archive import parting
from regesta.model import (
    Account,
    Annotation,
    Archive,
    DateExpression,
    Document,
    Mention,
    Note,
    Quotation,
    Span,
)


def lines(archive: Archive) -> Iterator[bytes]:
    """Yield the lines of the file, in UTF-8."""
    for document in archive.documents:
        yield json.dumps(record(document), ensure_ascii=False).encode("utf-8") + b"\n"


def record(document: Document) -> dict[str, Any]:
    """Return what one line says of *document*."""
    shown = document.source is not None and not document.withdrawn
    title = document.title.span
    return {
        "document": document.path,
        "id": document.id,
        "page": [f"{address}.html" for address in parting.addresses(document)],
        "sha256": document.sha256,
        "access": document.access,
        "title": [title.start, title.end] if title and shown else None,
        "publisher": {"id": document.publisher.id, "basis": document.publisher.basis},
        "date": {
            "edtf": document.date.edtf,
            "basis": document.date.basis,
            "conflict": document.date.conflict,
            "evidence": [
                {
                    "reason": e.reason,
                    "document": e.passage.document if e.passage else None,
                    "span": [e.passage.span.start, e.passage.span.end] if e.passage else None,
                }
                for e in document.date.evidence
            ],
        },
        "annotations": list(rows(document)) if shown else [],
    }


def rows(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the annotations of *document* that readers may see, by place."""
    found: list[tuple[Span, str, Annotation, dict[str, Any]]] = []
    for m in document.mentions:
        found.append((m.span, "mention", m, _mention(m)))
    for d in document.dates:
        found.append((d.span, "date", d, _date(d)))
    for q in document.quotations:
        found.append((q.span, "quotation", q, _quotation(q)))
    for n in document.notes:
        found.append((n.span, "note", n, _note(n)))
    for a in document.accounts:
        found.append((a.span, "account", a, _account(a)))
    for furniture, one in document.evidence_annotations:
        found.append((one.span, furniture, one, {}))
    found.sort(key=lambda row: (row[0], row[1], row[2].id))
    for span, kind, annotation, body in found:
        if may_be_seen(document, span):
            yield {**_common(annotation, kind), **body}


def may_be_seen(document: Document, span: Span) -> bool:
    """Tell whether ``access`` lets readers see *span*."""
    if document.access == "full":
        return True
    return document.access == "excerpt" and any(e.contains(span) for e in document.excerpts)


def _common(annotation: Annotation, kind: str) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "start": annotation.span.start,
        "end": annotation.span.end,
        "kind": kind,
        "rule": annotation.rule,
        "certainty": annotation.certainty,
        "status": annotation.status,
        "origin": annotation.origin,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    ids = mention.entities
    entity: str | list[str] | None = list(ids) if len(ids) > 1 else ids[0] if ids else None
    return {"type": mention.type, "entity": entity}


def _date(date: DateExpression) -> dict[str, Any]:
    """A length of time (ISO 8601-1, 5.5.2) is no EDTF: it has a key of its own."""
    value = date.when.edtf
    lasts = value is not None and edtf.is_duration(value)
    return {
        "edtf": None if lasts else value,
        "duration": value if lasts else None,
        "basis": date.when.basis,
        "anchor": date.anchor,
        "reason": date.reason,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    source = quotation.source
    return {
        "speaker": quotation.speaker,
        "source": [source.start, source.end] if source else None,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"body": note.body, "by": note.by}


def _account(account: Account) -> dict[str, Any]:
    return {
        "event": account.event,
        "aspect": account.aspect,
        "value": account.value,
        "according_to": account.according_to,
        "modality": account.modality,
    }
