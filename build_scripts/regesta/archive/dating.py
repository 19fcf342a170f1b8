"""Publication dates over the whole collection: described, or worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.annotate.dates import expressions as date_rules
from regesta.annotate.dates import publication
from regesta.annotate.events import finding as event_words
from regesta.model import UNKNOWN_DATE, Block, Entity, Event, Mention, When


@dataclass(frozen=True, slots=True)
class Dated:
    """A document as the dating sees it; *published* and *written* are None
    until something gives them."""

    id: str
    text: str
    blocks: Sequence[Block]
    mentions: tuple[Mention, ...]
    published: When | None = None
    written: When | None = None


def anchors(documents: Sequence[Dated], entities: Mapping[str, Entity]) -> dict[str, Dated]:
    """Return document id to its two anchors: what a person described stands;
    the rest is worked out over the collection, or stays unknown."""
    undated = [d for d in documents if d.published is None and d.text]
    if not undated:
        return {d.id: d for d in documents}
    events = [e for e in entities.values() if isinstance(e, Event)]
    known = {e.id: e.when for e in events if e.when.edtf}
    texts = [_as_text(d, events) for d in undated]
    parts = {
        e.id: frozenset({*(p.entity for p in e.participants), *([e.place] if e.place else [])})
        for e in events
    }
    proposals = publication.work_out(texts, known, parts=parts)
    out = {}
    for document in documents:
        proposal = proposals.get(document.id)
        if document.published is None and proposal:
            document = replace(
                document,
                published=proposal.published,
                written=document.written or proposal.written,
            )
        out[document.id] = document
    return out


def _as_text(document: Dated, events: Sequence[Event]) -> publication.DatedText:
    pointed: Sequence[Mention] = ()
    if event_words.in_reach(events, document.mentions):
        expressions = date_rules.find(
            document.text, document.blocks, published=UNKNOWN_DATE, written=UNKNOWN_DATE
        )
        pointed = event_words.find(
            document.text, document.blocks, document.mentions, expressions, events, document.id
        )
    return publication.DatedText(
        document_id=document.id,
        text=document.text,
        blocks=tuple(document.blocks),
        events=tuple((m.span, m.entities[0]) for m in pointed if len(m.entities) == 1),
        named=tuple(
            (m.span, m.entities[0])
            for m in document.mentions
            if len(m.entities) == 1 and m.type in ("person", "organisation", "place")
        ),
    )
