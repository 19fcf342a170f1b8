"""What ``access`` and withdrawal keep from readers is taken out of the archive
before any page or file is made of it.

Nothing further on can leak what it is never given: the text that is withheld
becomes spaces (so that offsets hold) or goes altogether, and with it every
annotation, evidence and record that rests on it alone.  What a person wrote in
the description (title, publisher, date) stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from regesta.archive.withheld_entities import supported, without_passages
from regesta.model import (
    Account,
    Annotation,
    Archive,
    Block,
    DateExpression,
    Document,
    Evidence,
    Mention,
    Passage,
    Publisher,
    Quotation,
    Relation,
    Span,
    Speaker,
    Title,
    When,
    WordedAs,
)
from regesta.segment.anchors import anchor
from regesta.whitespace import fold, is_blank
from regesta.wording import _, noted

A = TypeVar("A", bound=Annotation)
Shown = Mapping[str, Sequence[Span]]
"""Id of a document that withholds something to the spans that readers see."""

ELSEWHERE = noted("Worked out from text that is not published here.")


def without_withheld(archive: Archive, described: Mapping[str, frozenset[str]]) -> Archive:
    """Return *archive* as readers may have it.

    *described* maps a document's id to the keys (``title``, ``publisher``,
    ``date``) that a person gave; the rest was worked out from the text.
    """
    shown = {
        d.id: () if d.withdrawn else merged(d.excerpts) for d in archive.documents if is_withheld(d)
    }
    if not shown:
        return archive
    documents = tuple(
        _document(d, shown, described.get(d.id, frozenset())) for d in archive.documents
    )
    relations = tuple(r for one in archive.relations for r in _relation(one, shown))

    def visible(passage: Passage) -> bool:
        return _visible(passage, shown)

    texts = {d.id: fold(d.text) for d in documents if d.id in shown}

    def worded(words: WordedAs) -> bool:
        return words.document not in texts or fold(words.words) in texts[words.document]

    bare = {id: without_passages(e, visible, worded) for id, e in archive.entities.items()}
    # Where text is withheld, a record that nothing else names would only tell of that text.
    gone = bare.keys() - supported(documents, bare)
    kept = {
        id: without_passages(entity, visible, worded, gone)
        for id, entity in bare.items()
        if id not in gone
    }
    documents = tuple(_unlinked(d, gone) for d in documents) if gone else documents
    return replace(
        archive,
        documents=documents,
        entities=kept,
        relations=relations,
        withheld=frozenset(gone),
    )


def is_withheld(document: Document) -> bool:
    """Tell whether something of the text is kept from readers."""
    return document.access != "full" or document.withdrawn is not None


def merged(excerpts: Iterable[Span]) -> tuple[Span, ...]:
    """Return *excerpts* in order, none touching another."""
    out: list[Span] = []
    for span in sorted(excerpts):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def masked(text: str, shown: Sequence[Span]) -> str:
    """Return *text* with everything outside *shown* as spaces."""
    out, position = [], 0
    for span in shown:
        out.append(" " * (span.start - position) + span.of(text))
        position = span.end
    return "".join(out) + " " * (len(text) - position)


def cut(blocks: Iterable[Block], shown: Sequence[Span], text: str) -> tuple[Block, ...]:
    """Return the parts of *blocks* that lie in *shown*.  A whole block keeps
    its anchor; a part has one of its own words."""
    out: list[Block] = []
    taken: set[str] = set()
    index = 0
    for block in blocks:
        while index < len(shown) and shown[index].end <= block.span.start:
            index += 1
        i = index
        while i < len(shown) and shown[i].start < block.span.end:
            part = Span(max(block.span.start, shown[i].start), min(block.span.end, shown[i].end))
            i += 1
            if is_blank(part.of(text)):
                continue
            name, number = block.anchor, 1
            while part != block.span and (number == 1 or name in taken):
                name = anchor(part.of(text), number)
                number += 1
            taken.add(name)
            out.append(structs.replace(block, span=part, anchor=name))
    return tuple(out)


def _visible(passage: Passage, shown: Shown) -> bool:
    return passage.document not in shown or _within(passage.span, shown[passage.document])


def _within(span: Span, shown: Sequence[Span]) -> bool:
    return any(one.contains(span) for one in shown)


def _document(document: Document, shown: Shown, described: frozenset[str]) -> Document:
    """Return *document* without what is withheld: the very same, where nothing is."""
    spans = shown.get(document.id)
    own = spans is not None
    date = _when(document.date, shown, "date" in described, own)
    publisher = _publisher(document.publisher, shown, "publisher" in described)
    if (date, publisher) != (document.date, document.publisher):
        document = replace(document, date=date, publisher=publisher)
    return document if spans is None else _cut(document, spans, described)


def _cut(document: Document, spans: Sequence[Span], described: frozenset[str]) -> Document:
    source = None
    if document.source is not None and spans:
        text = masked(document.source.text, spans)
        source = replace(document.source, data=b"", text=text)
    speakers = _speakers(document, spans)
    lost = {s.id for s in document.speakers} - {s.id for s in speakers}
    return replace(
        document,
        source=source,
        excerpts=tuple(spans),
        title=_title(document, spans, "title" in described),
        blocks=cut(document.blocks, spans, document.text),
        mentions=tuple(_mention(m, spans) for m in _kept(document.mentions, spans)),
        dates=tuple(_date(d) for d in _kept(document.dates, spans)),
        quotations=tuple(_quotation(q, spans, lost) for q in _kept(document.quotations, spans)),
        notes=_kept(document.notes, spans),
        accounts=tuple(
            a for a in _kept(document.accounts, spans) if a.according_to not in lost
        ),
        speakers=speakers,
        evidence_annotations=tuple(
            (kind, a) for kind, a in document.evidence_annotations if _within(a.span, spans)
        ),
    )  # fmt: skip


def _kept(annotations: Iterable[A], spans: Sequence[Span]) -> tuple[A, ...]:
    return tuple(a for a in annotations if _within(a.span, spans))


def _mention(mention: Mention, spans: Sequence[Span]) -> Mention:
    if mention.extended is None or _within(mention.extended, spans):
        return mention
    return structs.replace(mention, extended=None)


def _date(date: DateExpression) -> DateExpression:
    """A rule's reason may quote words from elsewhere in the text."""
    if date.origin == "curated":
        return date
    when = structs.replace(date.when, conflict=None, evidence=())
    return structs.replace(date, reason=_(ELSEWHERE) if date.when.edtf else "", when=when)


def _quotation(quotation: Quotation, spans: Sequence[Span], lost: set[str]) -> Quotation:
    told = quotation.according_to
    out = structs.replace(quotation, according_to=None if told in lost else told)
    if quotation.cue and not _within(quotation.cue, spans):
        out = structs.replace(out, cue=None)
    if quotation.source and not _within(quotation.source, spans):
        return structs.replace(out, source=None, speaker=None, according_to=None)
    return structs.replace(out, speaker=None) if quotation.speaker in lost else out


def _speakers(document: Document, spans: Sequence[Span]) -> tuple[Speaker, ...]:
    kept = (
        replace(s, passages=tuple(p for p in s.passages if _within(p, spans)))
        for s in document.speakers
    )
    return tuple(s for s in kept if s.passages)


def _title(document: Document, spans: Sequence[Span], described: bool) -> Title:
    """A title that a rule took from withheld words gives way to the file's name."""
    title = document.title
    if described or (title.span is not None and _within(title.span, spans)):
        return title
    return Title(document.path.rsplit("/", 1)[-1], None)


def _publisher(publisher: Publisher, shown: Shown, described: bool) -> Publisher:
    evidence = _evidence(publisher.evidence, shown)
    if publisher.evidence and not evidence and not described:
        return Publisher(None, "", "unknown")
    return replace(publisher, evidence=evidence)


def _when(when: When, shown: Shown, described: bool, own: bool) -> When:
    evidence = _evidence(when.evidence, shown)
    if described or (evidence == when.evidence and not own):
        return structs.replace(when, evidence=evidence)
    return structs.replace(
        when, conflict=None, evidence=(Evidence(_(ELSEWHERE)),) if when.edtf else ()
    )


def _evidence(evidence: Iterable[Evidence], shown: Shown) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.passage is None or _visible(e.passage, shown))


def _relation(relation: Relation, shown: Shown) -> list[Relation]:
    """A relation that rests on withheld words goes; one that a person gave
    between two documents of the archive stays without them."""
    passages = [p for p in (relation.passage, relation.other_passage) if p]
    hidden = [p for p in passages if not _visible(p, shown)]
    if not hidden:
        return [relation]
    if relation.origin == "machine" or not relation.held:
        return []
    bare = {
        name: None if p in hidden else p
        for name, p in (
            ("passage", relation.passage),
            ("other_passage", relation.other_passage),
        )
    }
    return [replace(relation, evidence="", **bare)]  # type: ignore[arg-type]


def _unlinked(document: Document, gone: set[str]) -> Document:
    """Return *document* without a reference to the entities that are *gone*."""
    publisher = document.publisher
    if publisher.id in gone:
        publisher = Publisher(None, "", "unknown")
    if publisher.taken_from in gone:
        publisher = replace(publisher, taken_from=None)
    quotations = tuple(_without_voice(q, gone) for q in document.quotations)
    accounts = tuple(a for a in document.accounts if not _leans_on(a, gone))
    stands = (document.publisher, document.quotations, document.accounts)
    if (publisher, quotations, accounts) == stands:
        return document
    return replace(document, publisher=publisher, quotations=quotations, accounts=accounts)


def _without_voice(quotation: Quotation, gone: set[str]) -> Quotation:
    if quotation.speaker in gone:
        quotation = structs.replace(quotation, speaker=None)
    return (
        structs.replace(quotation, according_to=None)
        if quotation.according_to in gone
        else quotation
    )


def _leans_on(account: Account, gone: set[str]) -> bool:
    return account.event in gone or account.according_to in gone
