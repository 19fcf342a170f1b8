"""A document put together: what a person described, what rules found."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.archive import accounting, describing
from regesta.archive.curating import Found
from regesta.archive.identifying import identified
from regesta.archive.resolving import Resolver
from regesta.model import (
    Account,
    Annotation,
    BlockKind,
    Document,
    Publisher,
    Span,
    When,
)
from regesta.seeds.holdings import SeedDocument
from regesta.segment import Segmentation
from regesta.segment.hints import Hints, Override
from regesta.segment.kind import guess_type
from regesta.segment.language import guess as guess_language

EVIDENCE_KINDS: tuple[BlockKind, ...] = ("residue", "source-line", "credit", "dateline")


def hints(seed: SeedDocument, resolver: Resolver) -> Hints:
    """Return what the description says of the layout."""
    record = seed.description
    if record is None or seed.source is None:
        return Hints()
    title = None
    no_title = False
    if record.title and record.title.passage:
        title = resolver.span(seed.id, record.title.passage, record, ("title", "passage"))
    elif record.title:
        no_title = True
    overrides = []
    for index, line in enumerate(record.layout):
        span = resolver.span(seed.id, line.passage, record, ("layout", index, "passage"))
        if span:
            level = int(line.level or 0)
            overrides.append(Override(span, line.kind, level, line.note, line.why))
    return Hints(title, no_title, tuple(overrides))


def excerpts(seed: SeedDocument, resolver: Resolver) -> tuple[Span, ...]:
    """Return the spans that may be shown where not all may, in order."""
    record = seed.description
    if record is None or record.access != "excerpt":
        return ()
    spans = [
        resolver.span(seed.id, passage, record, ("excerpts", index))
        for index, passage in enumerate(record.excerpts)
    ]
    return tuple(sorted(span for span in spans if span))


def document(
    seed: SeedDocument, layout: Segmentation, shown: tuple[Span, ...], date: When,
    publisher: Publisher, found: Found, accounts: Sequence[Account], supplied: str,
    resolver: Resolver,
) -> Document:  # fmt: skip
    """Return the document of *seed* with all that was worked out for it;
    *supplied* is its title where the text and the description give none."""
    text, blocks = seed.source.text if seed.source else "", layout.blocks
    record = seed.description
    title = describing.title(seed, layout.title, supplied, _title_reason(layout), resolver)
    return Document(
        id=seed.id,
        path=seed.path,
        sha256=seed.sha256,
        source=seed.source,
        title=title,
        publisher=publisher,
        date=date,
        type=(record.type if record and record.type else guess_type(text, layout)[0]),
        language=(record.language if record and record.language else guess_language(text)),
        excerpts=shown,
        blocks=blocks,
        mentions=identified(seed.id, text, "mention", found.mentions),
        dates=identified(seed.id, text, "date", found.dates),
        quotations=identified(seed.id, text, "quotation", found.quotations),
        notes=identified(seed.id, text, "note", found.notes),
        accounts=identified(seed.id, text, "account", accounts),
        speakers=accounting.heard(found, accounts, seed.description is not None),
        formerly=seed.formerly,
        bounds=found.bounds,
        evidence_annotations=_evidence_annotations(seed.id, text, layout),
        **describing.plain_facts(seed),
    )


def _title_reason(layout: Segmentation) -> str:
    return next((b.reason for b in layout.blocks if b.kind == "title"), "")


def _evidence_annotations(
    id: str, text: str, layout: Segmentation
) -> tuple[tuple[BlockKind, Annotation], ...]:
    found: list[tuple[BlockKind, Annotation]] = []
    for kind in EVIDENCE_KINDS:
        spans = [(b.span, b.reason) for b in layout.blocks if b.kind == kind]
        if kind == "dateline" and layout.dateline:
            spans.append((layout.dateline, "a dateline at the head of a paragraph"))
        annotations = [Annotation(span=span, rule=reason or kind) for span, reason in spans]
        found += [(kind, a) for a in identified(id, text, kind, annotations)]
    return tuple(found)
