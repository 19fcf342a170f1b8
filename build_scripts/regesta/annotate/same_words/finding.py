"""The same words in two documents.

Three findings, each with its evidence in a plain sentence: words that one
document quotes and another has as its own; one utterance that two documents
give in different words (two translations); long runs of words that two
documents share.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from regesta.annotate.quotations.words import word_set
from regesta.annotate.same_words.index import Phrases, Run, Vocabulary, Worded, runs
from regesta.model import Block, Passage, Quotation, Relation, RelationKind, Span
from regesta.whitespace import fold

DocumentText = tuple[str, str, Sequence[Block], Sequence[Quotation]]

_LONG_RUN = 12
_VERSION = 0.5
"""Documents that share this part of the shorter one are two versions of it."""

_TOO_COMMON = 3
"""A short quotation that stands in more documents than this is a set phrase."""

_SOME_LENGTH = 10
"""Letters that the telling words of a short quotation must have together."""

_NEAR = 75.0
"""Likeness (rapidfuzz, 0 to 100) from which two quotations by one speaker are
one utterance."""

_SHARED = 0.6
_HEADINGS = ("title", "standfirst", "heading")
_SMALL = word_set(
    """
    a an the and or but nor so yet of to in on at by for from with without as is are was were be
    been being am do does did has have had having will would shall should can could may might must
    not no it its he she they them their his her we us our you your i my me this that these those
    there here who whom which what when where why how if then than all any some more most very
    also just only into about over after before up out
    """
)


@dataclass(frozen=True, slots=True)
class _Quoted:
    document: int
    quotation: Quotation
    first: int
    after: int
    content: frozenset[str]
    words: str
    heading: bool

    @property
    def length(self) -> int:
        return self.after - self.first


def find(documents: Sequence[DocumentText]) -> list[Relation]:
    """Return how documents share words, sorted by document, other and passage.

    Each document is its id, its text, its blocks and its quotations; it is asked
    for once, and again where it has something in common with another, so that not
    all need be held.  Time and memory grow with the total of words.
    """
    vocabulary = Vocabulary()
    worded: list[Worded] = []
    quoted: list[_Quoted] = []
    spoken: list[array[int]] = []
    for number, document in enumerate(documents):
        worded.append(vocabulary.read(*document[:3]))
        quoted += _quotations(number, document, worded[number])
        ends = (end for q in document[3] for end in (q.span.start, q.span.end))
        spoken.append(array("Q", ends))
    found = [
        *_verbatim(documents, worded, quoted),
        *_same_utterances(worded, quoted),
    ]
    told = {frozenset((r.document, r.other)) for r in found}
    found += [
        relation
        for relation in _long_runs(worded, spoken)
        if relation.kind == "version" or frozenset((relation.document, relation.other)) not in told
    ]
    return sorted(_once(found), key=_order)


def _order(relation: Relation) -> tuple[str, str, str, Span, Span]:
    nowhere = Span(0, 0)
    return (
        relation.document,
        relation.other,
        relation.kind,
        relation.passage.span if relation.passage else nowhere,
        relation.other_passage.span if relation.other_passage else nowhere,
    )


def _once(relations: Sequence[Relation]) -> list[Relation]:
    """Keep the first of relations of one kind about one passage and document."""
    seen: dict[tuple[str, str, str, Passage | None], Relation] = {}
    for relation in relations:
        key = (relation.document, relation.other, relation.kind, relation.passage)
        seen.setdefault(key, relation)
    return list(seen.values())


def _quotations(number: int, document: DocumentText, worded: Worded) -> Iterator[_Quoted]:
    _, text, blocks, quotations = document
    headings = [block.span for block in blocks if block.kind in _HEADINGS]
    for quotation in quotations:
        if quotation.is_turn:  # nobody quotes: they speak
            continue
        first, after = worded.within(quotation.span)
        words = fold(quotation.span.of(text)).casefold()
        content = frozenset(w.strip("'’\"“”‘,.;:!?") for w in words.split()) - _SMALL - {""}
        heading = any(span.contains(quotation.span) for span in headings)
        if after - first >= 2 and len(content) >= 2:
            yield _Quoted(number, quotation, first, after, content, words, heading)


# Words that one document quotes and another has as its own.


def _verbatim(
    documents: Sequence[DocumentText], worded: Sequence[Worded], quoted: Sequence[_Quoted]
) -> Iterator[Relation]:
    sought = [one for one in quoted if _telling(one)]
    phrases = Phrases()
    for one in sought:
        phrases.add(worded[one.document].words[one.first : one.after])
    places: dict[int, list[tuple[int, Span]]] = {}
    for number, document in enumerate(worded):
        for which, first, after in phrases.find(document):
            if sought[which].document != number:
                places.setdefault(which, []).append((number, document.span(first, after)))
    for which, found in sorted(places.items()):
        one = sought[which]
        if len({number for number, _ in found}) > _TOO_COMMON and one.length < _LONG_RUN:
            continue
        for number, span in _first_each(found):
            relation = _quotes(documents[number], worded[one.document].id, one, span)
            if relation is not None:
                yield relation


def _telling(one: _Quoted) -> bool:
    """Tell whether equal words can hardly be chance: a quotation of somebody,
    or one of some length; a headline's words are those of its text."""
    if one.heading:
        return False
    if one.quotation.speaker is not None or one.quotation.source is not None:
        return sum(map(len, one.content)) >= _SOME_LENGTH
    return one.length >= 5 and len(one.content) >= 3


def _first_each(found: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    first: dict[int, Span] = {}
    for number, span in found:
        first.setdefault(number, span)
    return sorted(first.items())


def _quotes(document: DocumentText, id: str, one: _Quoted, span: Span) -> Relation | None:
    """Return that the document *id* quotes in *one* what stands at *span*."""
    other, _text, _blocks, quotations = document
    passage, other_passage = Passage(id, one.quotation.span), Passage(other, span)
    around = next((q for q in quotations if q.span.contains(span)), None)
    if around is None:
        why = "The words quoted here stand in the other document as its own."
        return Relation(id, other, "quotes", True, "probable", passage, other_passage, why)
    if not _same_speaker(one.quotation, around) or id > other:
        return None
    why = "Both documents quote the same words of the same speaker."
    other_passage = Passage(other, around.span)
    return Relation(id, other, "same-utterance", True, "probable", passage, other_passage, why)


def _same_speaker(one: Quotation, other: Quotation) -> bool:
    """Tell whether both are by one speaker who is named: unnamed speakers are
    their own document's alone."""
    return one.speaker is not None and one.speaker == other.speaker and not _unnamed(one)


def _unnamed(quotation: Quotation) -> bool:
    return quotation.speaker is not None and quotation.speaker.startswith("unnamed-")


# One utterance in different words.


def _same_utterances(worded: Sequence[Worded], quoted: Sequence[_Quoted]) -> Iterator[Relation]:
    by_word: dict[tuple[str, str], list[int]] = {}
    long = [
        q for q in quoted if len(q.content) >= 4 and not q.heading and not _unnamed(q.quotation)
    ]
    for number, one in enumerate(long):
        if one.quotation.speaker is None:
            continue
        shared: Counter[int] = Counter()
        for word in sorted(one.content):
            before = by_word.setdefault((one.quotation.speaker, word), [])
            shared.update(before[-_RECENT:])
            before.append(number)
        for other, count in sorted(shared.items()):
            relation = _utterance(worded, long[other], one, count)
            if relation is not None:
                yield relation


_RECENT = 50
"""How many quotations with one word by one speaker are compared."""


def _utterance(
    worded: Sequence[Worded], one: _Quoted, other: _Quoted, shared: int
) -> Relation | None:
    if one.document == other.document:
        return None
    if shared < _SHARED * min(len(one.content), len(other.content)):
        return None
    if fuzz.token_set_ratio(one.words, other.words) < _NEAR:
        return None
    first, second = sorted((one, other), key=lambda q: worded[q.document].id)
    same = first.words.strip("\"“”'‘’,.") == second.words.strip("\"“”'‘’,.")
    wording = "in the same words" if same else "in words that are near but not the same"
    why = f"Both documents quote the same speaker {wording}."
    id, held = worded[first.document].id, worded[second.document].id
    return Relation(
        id,
        held,
        "same-utterance",
        True,
        "probable",
        Passage(id, first.quotation.span),
        Passage(held, second.quotation.span),
        why,
    )


# Long runs of words that two documents share.


def _long_runs(worded: Sequence[Worded], spoken: Sequence[array[int]]) -> Iterator[Relation]:
    """Yield what documents share; *spoken* is where quotations begin and end."""
    pairs: dict[tuple[int, int], list[Run]] = {}
    for run in runs(worded, _LONG_RUN):
        pairs.setdefault((run.one, run.other), []).append(run)
    for (one, other), shared in sorted(pairs.items()):
        total = sum(run.length for run in shared)
        shorter = min(len(worded[one].words), len(worded[other].words))
        longest = max(shared, key=lambda run: (run.length, -run.one_first))
        yield _shared(worded, spoken, longest, total >= _VERSION * shorter)


def _shared(
    worded: Sequence[Worded], spoken: Sequence[array[int]], run: Run, version: bool
) -> Relation:
    spans = (
        worded[run.one].span(run.one_first, run.one_first + run.length),
        worded[run.other].span(run.other_first, run.other_first + run.length),
    )
    sides = sorted(
        (
            (worded[number].id, span, number)
            for number, span in zip((run.one, run.other), spans, strict=True)
        ),
        key=lambda side: (not _in_quotation(spoken[side[2]], side[1]), side[0]),
    )
    (id, span, _), (other, other_span, _) = sides
    if version:
        why = "The two documents have most of their words in common."
    else:
        why = f"The two documents share {run.length} words in a row; nothing tells whose they are."
    kind: RelationKind = "version" if version else "quotes"
    return Relation(
        id, other, kind, True, "possible", Passage(id, span), Passage(other, other_span), why
    )


def _in_quotation(spoken: Sequence[int], span: Span) -> bool:
    quotations = map(Span, spoken[::2], spoken[1::2])
    return any(quotation.overlaps(span) for quotation in quotations)
