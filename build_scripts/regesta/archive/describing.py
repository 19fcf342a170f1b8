"""A document's description: what a person wrote, or what rules propose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from regesta import edtf
from regesta.archive.history import history
from regesta.archive.resolving import Resolver
from regesta.model import (
    UNKNOWN_DATE,
    Document,
    Entity,
    Evidence,
    Mention,
    Passage,
    Publisher,
    Rights,
    Span,
    Title,
    When,
    Withdrawal,
)
from regesta.seeds.reading import SeedDocument
from regesta.seeds.records import DescriptionRecord, WhenRecord
from regesta.seeds.reviewing import seen
from regesta.segment import Segmentation
from regesta.wording import _


def when(
    record: WhenRecord | None, id: str, owner: DescriptionRecord, key: str, resolver: Resolver
) -> When:
    """Return the date under *key* of a description."""
    if record is None:
        return UNKNOWN_DATE
    evidence = resolver.evidence(id, record.evidence, owner, (key,))
    earliest, latest = edtf.bounds(record.edtf) if record.edtf else (None, None)
    return When(record.edtf, record.basis, earliest, latest, record.conflict, evidence)


def publisher(
    seed: SeedDocument,
    layout: Segmentation,
    named: Sequence[Mention],
    resolver: Resolver,
    entities: Mapping[str, Entity],
) -> Publisher:
    """Return who issued the document: the description's word, or the one
    organisation that the text's own source line or copyright notice names."""
    described = seed.description.publisher if seed.description else None
    if seed.description is None or described is None:
        return _stated_publisher(seed, layout, named, entities)
    evidence = resolver.evidence(seed.id, described.evidence, seed.description, ("publisher",))
    entity = entities.get(described.id or "")
    name = entity.name if entity else (described.id or "")
    return Publisher(described.id, name, described.basis, evidence, described.taken_from)


_ISSUED = re.compile(r"(source|issued by|published by|publisher)\s*:", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s", re.IGNORECASE)


def _stated_publisher(
    seed: SeedDocument,
    layout: Segmentation,
    named: Sequence[Mention],
    entities: Mapping[str, Entity],
) -> Publisher:
    text = seed.source.text if seed.source else ""
    for block in layout.blocks:
        words = block.span.of(text)
        if block.kind == "source-line" and _ISSUED.match(words):
            how = _("the text's source line")
        elif block.kind == "credit" and _COPYRIGHT.match(words):
            how = _("the text's copyright notice")
        else:
            continue
        found = {
            m.entities[0]
            for m in named
            if m.type == "organisation" and len(m.entities) == 1 and block.span.contains(m.span)
        }
        if len(found) == 1:
            id = found.pop()
            evidence = Evidence(how, Passage(seed.id, block.span))
            return Publisher(id, entities[id].name, "stated", (evidence,))
    return Publisher(None, "", "unknown")


def title(
    seed: SeedDocument, found: Span | None, supplied: str, how: str, resolver: Resolver
) -> Title:
    """Return the title: the description's, else the one that rules *found* in
    the text, else *supplied* words."""
    record = seed.description
    text = seed.source.text if seed.source else ""
    if record and record.title:
        status = record.title.status
        if record.title.passage:
            span = found or resolver.span(
                seed.id, record.title.passage, record, ("title", "passage")
            )
            if span:
                return Title(span.of(text), span, "curated", status)
        elif record.title.supplied:
            return Title(record.title.supplied, None, "curated", status)
    if found:
        return Title(found.of(text), found, evidence=(Evidence(_(how)),))
    return Title(supplied or seed.path.rsplit("/", 1)[-1], None)


def plain_facts(seed: SeedDocument) -> dict[str, Any]:
    """Return the fields of :class:`Document` that a description gives as they
    are; defaults where there is none."""
    record = seed.description
    if record is None:
        return {"description_path": "", "history": history(seed)}
    rights = record.rights
    received = record.received
    gone = record.withdrawn
    return {
        "access": record.access,
        "withdrawn": Withdrawal(gone.reason, gone.date) if gone else None,
        "rights": Rights(rights.statement, rights.why, rights.judged_by, rights.judged_on or "")
        if rights
        else Rights(),
        "received_on": (received.date or "") if received else "",
        "received_from": received.origin if received else "",
        "history": history(seed),
        "status": record.status,
        "reviewed_by": record.review.by if record.review else "",
        "reviewed_on": record.review.on if record.review else "",
        "description_path": seed.description_path,
        "written": replace(record.where.written(), seen=seen(record, seed.sha256)),
    }


def latest_day(documents: tuple[Document, ...], entities: Mapping[str, Entity]) -> str:
    """Return the latest accession, correction or review that is recorded (ISO
    day), or 1980-01-01: what stands for the clock in every output."""
    days = {"1980-01-01"}
    for d in documents:
        days |= {d.received_on, d.reviewed_on, d.rights.judged_on, *(h.on for h in d.history)}
        if d.withdrawn:
            days.add(d.withdrawn.on)
    days |= {e.reviewed_on for e in entities.values()}
    return max(days)
