"""``data/annotations.jsonl``: one document a line, sorted by path.

Offsets are code points of the decoded source.  What ``access`` withholds is
left out: for an excerpt, annotations outside the shown passages; for a
description alone, all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
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

AT_ONCE = 2_000
"""Annotations that are written at once: a long text may have 200,000."""


def lines(archive: Archive) -> Iterator[bytes]:
    """Yield the file in pieces, in UTF-8."""
    for document in archive.documents:
        yield _json(head(document)).removesuffix("}").encode("utf-8") + b', "annotations": ['
        annotations, before = rows(document), b""
        while some := list(islice(annotations, AT_ONCE)):
            yield before + _json(some)[1:-1].encode("utf-8")
            before = b", "
        yield b"]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def head(document: Document) -> dict[str, Any]:
    """Return what a line says of *document* before its annotations."""
    shown = document.source is not None and not document.withdrawn
    title = document.title.span
    found: dict[str, Any] = {
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
    }
    if bounds := [b for b in document.bounds if may_be_seen(document, Span(b.start, b.start + 1))]:
        found["bounds"] = [{"kind": b.kind, "start": b.start, "most": b.most} for b in bounds]
    return found


def rows(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the annotations of *document* that readers may see, by place."""
    if document.source is None or document.withdrawn:
        return
    found: list[tuple[str, Annotation, Callable[[Any], dict[str, Any]]]] = [
        *(("mention", m, _mention) for m in document.mentions),
        *(("date", d, _date) for d in document.dates),
        *(("quotation", q, _quotation) for q in document.quotations),
        *(("note", n, _note) for n in document.notes),
        *(("account", a, _account) for a in document.accounts),
        *((furniture, one, _nothing) for furniture, one in document.evidence_annotations),
    ]
    found.sort(key=lambda row: (row[1].span.start, row[1].span.end, row[0], row[1].id))
    for kind, annotation, more in found:
        if may_be_seen(document, annotation.span):
            yield {**_common(annotation, kind), **more(annotation)}


def _nothing(_annotation: Annotation) -> dict[str, Any]:
    return {}


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
