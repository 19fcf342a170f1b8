"""From seeds to an archive: segment, annotate, curate, relate.

The order matters where one thing needs another: names before quotations (who
speaks), publication dates before relative dates, dates before events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.annotate.dates import expressions as date_rules
from regesta.annotate.events import finding as event_words
from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.proposals import proposing as name_proposals
from regesta.annotate.quotations import finding as quotations
from regesta.annotate.same_words import finding as same_words
from regesta.archive import accounting, curating, describing
from regesta.archive.dating import Dated, anchors
from regesta.archive.identifying import identified
from regesta.archive.quoting import attributed
from regesta.archive.relating import relations
from regesta.archive.resolving import Resolver
from regesta.archive.withholding import cut, masked, merged, without_withheld
from regesta.model import (
    UNKNOWN_DATE,
    Account,
    Annotation,
    Archive,
    Block,
    BlockKind,
    Document,
    Entity,
    Event,
    Mention,
    Problem,
    Publisher,
    Relation,
    Span,
)
from regesta.problems import problem
from regesta.seeds.authorities import entities as read_entities
from regesta.seeds.reading import SeedDocument, Seeds
from regesta.segment import Segmentation, segment
from regesta.segment.hints import Hints, Override
from regesta.segment.kind import guess_type
from regesta.segment.language import guess as guess_language
from regesta.segment.title import supplied_title

EVIDENCE_KINDS: tuple[BlockKind, ...] = ("residue", "source-line", "credit", "dateline")


@dataclass(frozen=True, slots=True)
class Laid:
    """A document with its layout, before annotation."""

    seed: SeedDocument
    text: str
    layout: Segmentation
    excerpts: tuple[Span, ...] = ()


def assemble(seeds: Seeds, *, propose: bool | None = None) -> tuple[Archive, list[Problem]]:
    """Return the archive of *seeds* and what is wrong in them.

    *propose* says whether rules propose records for names without one; unless
    told, they do unless archive.yml hides proposals.
    Pure: the same seeds give the same archive.  What a passage that is not
    found would have annotated is left out; the rest stands.
    """
    resolver = Resolver(seeds.documents)
    entities, problems = read_entities(seeds)
    laid = [_lay_out(seed, resolver) for seed in seeds.documents]
    known = dict(entities)
    if seeds.collection.shows_proposals if propose is None else propose:
        refused = set(seeds.refused)
        known |= {id: e for id, e in _proposed(laid, known).items() if id not in refused}
    gazetteer = Gazetteer(known.values())
    named = {
        one.seed.id: tuple(gazetteer.find(one.text, one.layout.blocks, one.seed.id)) for one in laid
    }
    dated = anchors(laid_for_dating(laid, named, resolver), known)
    events = [e for e in known.values() if isinstance(e, Event)]
    read = [_read(one, named[one.seed.id], dated[one.seed.id], events) for one in laid]
    publishers = {
        one.seed.id: describing.publisher(one.seed, one.layout, named[one.seed.id], resolver, known)
        for one in laid
    }
    same = same_words.find(
        [
            (one.seed.id, one.text, one.layout.blocks, found.quotations)
            for one, found in zip(laid, read, strict=True)
            if one.text
        ]
    )
    quoting: dict[str, list[Relation]] = {}
    for relation in same:
        quoting.setdefault(relation.document, []).append(relation)
    documents = []
    for one, found in zip(laid, read, strict=True):
        own = quoting.get(one.seed.id, ())
        spoken = attributed(one.seed.id, found.quotations, found.speakers, own, publishers)
        documents.append(
            _document(
                one,
                replace(found, quotations=tuple(spoken)),
                dated[one.seed.id],
                publishers[one.seed.id],
                known,
                resolver,
            )
        )
    archive = Archive(
        collection=seeds.collection,
        documents=tuple(sorted(documents, key=lambda d: d.path)),
        entities={e.id: e for e in sorted(known.values(), key=lambda e: (e.kind, e.id))},
        relations=relations(same, seeds, resolver),
    )
    readable = without_withheld(archive, _described(seeds))
    return readable, [*problems, *resolver.problems, *_left_out(archive, readable)]


def _left_out(whole: Archive, readable: Archive) -> list[Problem]:
    """Say of each record that it has no page, because its text is withheld."""
    records = (whole.entities[id] for id in sorted(readable.withheld))
    return [
        problem(
            "record-withheld",
            f"no text that readers may see names `{e.id}`, so it has no page",
            e.path,
        )
        for e in records
        if e.path
    ]


def _described(seeds: Seeds) -> dict[str, frozenset[str]]:
    """Return document id to what a person gave of title, publisher and date."""
    keys = ("title", "publisher", "date")
    return {
        seed.id: frozenset(key for key in keys if getattr(seed.description, key, None))
        for seed in seeds.documents
    }


def _lay_out(seed: SeedDocument, resolver: Resolver) -> Laid:
    text = seed.source.text if seed.source else ""
    record = seed.description
    hints = Hints()
    if record and text:
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
        hints = Hints(title, no_title, tuple(overrides))
    return Laid(seed, text, segment(text, hints=hints), _excerpts(seed, resolver))


def _proposed(laid: list[Laid], known: Mapping[str, Entity]) -> dict[str, Entity]:
    """What rules propose for names that no record has."""
    texts = [(one.seed.id, *_seen(one)) for one in laid]
    return {e.id: e for e in name_proposals.propose(texts, known)}


def _seen(one: Laid) -> tuple[str, Sequence[Block]]:
    """Return the text and blocks of *one* that are not withheld."""
    record = one.seed.description
    if record is None or (record.access == "full" and record.withdrawn is None):
        return one.text, one.layout.blocks
    shown = () if record.withdrawn else merged(one.excerpts)
    text = masked(one.text, shown)
    return text, cut(one.layout.blocks, shown, text)


def laid_for_dating(
    laid: list[Laid], named: Mapping[str, tuple[Mention, ...]], resolver: Resolver
) -> list[Dated]:
    """Return what the dating of the collection needs of each document."""
    out = []
    for one in laid:
        record = one.seed.description
        published = written = None
        if record and record.date:
            published = describing.when(record.date, one.seed.id, record, "date", resolver)
        if record and record.written:
            written = describing.when(record.written, one.seed.id, record, "written", resolver)
        out.append(
            Dated(one.seed.id, one.text, one.layout.blocks, named[one.seed.id], published, written)
        )
    return out


def _read(
    one: Laid, named: tuple[Mention, ...], dated: Dated, events: list[Event]
) -> curating.Found:
    """Return what rules find in one document."""
    text, blocks = one.text, one.layout.blocks
    published = dated.published or UNKNOWN_DATE
    written = dated.written or UNKNOWN_DATE
    dates = date_rules.find(text, blocks, published=published, written=written)
    speech = quotations.listen(text, blocks, named, one.seed.id)
    pointed = event_words.find(text, blocks, named, dates, events, one.seed.id)
    mentions = _without_crossing((*named, *pointed))
    return curating.Found(
        mentions, tuple(dates), speech.quotations, (), speech.speakers, speech.told, speech.reported
    )


def _document(
    one: Laid,
    found: curating.Found,
    dated: Dated,
    publisher: Publisher,
    entities: Mapping[str, Entity],
    resolver: Resolver,
) -> Document:
    seed, text, blocks = one.seed, one.text, one.layout.blocks
    written: list[Account] = []
    if seed.description:
        found = curating.curate(found, seed.id, seed.description, resolver, entities)
        written = accounting.curated(seed.id, seed.description, resolver, entities)
    accounts = accounting.merged(accounting.found_by_rules(text, blocks, found, entities), written)
    kind, _reason = guess_type(text, one.layout)
    record = seed.description
    title = describing.title(
        seed, one.layout.title, supplied_title(text, one.layout), _title_reason(one), resolver
    )
    return Document(
        id=seed.id,
        path=seed.path,
        sha256=seed.sha256,
        source=seed.source,
        title=title,
        publisher=publisher,
        date=dated.published or UNKNOWN_DATE,
        type=(record.type if record and record.type else kind),
        language=(record.language if record and record.language else guess_language(text)),
        excerpts=one.excerpts,
        blocks=blocks,
        mentions=identified(seed.id, text, "mention", found.mentions),
        dates=identified(seed.id, text, "date", found.dates),
        quotations=identified(seed.id, text, "quotation", found.quotations),
        notes=identified(seed.id, text, "note", found.notes),
        accounts=identified(seed.id, text, "account", accounts),
        speakers=accounting.heard(found, accounts, seed.description is not None),
        formerly=seed.formerly,
        evidence_annotations=_evidence_annotations(one),
        **describing.plain_facts(seed),
    )


def _title_reason(one: Laid) -> str:
    return next((b.reason for b in one.layout.blocks if b.kind == "title"), "")


def _excerpts(seed: SeedDocument, resolver: Resolver) -> tuple[Span, ...]:
    record = seed.description
    if record is None or record.access != "excerpt":
        return ()
    spans = [
        resolver.span(seed.id, passage, record, ("excerpts", index))
        for index, passage in enumerate(record.excerpts)
    ]
    return tuple(sorted(span for span in spans if span))


def _without_crossing(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names stand first; words that point to an event give way where they
    would cross one."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.type == "event" and any(
            mention.span.crosses(k.span) or mention.span == k.span for k in kept
        ):
            continue
        kept.append(mention)
    return tuple(kept)


def _evidence_annotations(one: Laid) -> tuple[tuple[BlockKind, Annotation], ...]:
    found: list[tuple[BlockKind, Annotation]] = []
    for kind in EVIDENCE_KINDS:
        spans = [(b.span, b.reason) for b in one.layout.blocks if b.kind == kind]
        if kind == "dateline" and one.layout.dateline:
            spans.append((one.layout.dateline, "a dateline at the head of a paragraph"))
        annotations = [Annotation(span=span, rule=reason or kind) for span, reason in spans]
        found += [(kind, a) for a in identified(one.seed.id, one.text, kind, annotations)]
    return tuple(found)
