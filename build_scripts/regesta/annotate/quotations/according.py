"""Words that say whose a statement is without a verb: "according to", "in the
words of", "To Roe, …", "the senator's claim".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from regesta.annotate.quotations.cue import Cue
from regesta.annotate.quotations.reading import Reading, is_boundary
from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.voices_around import (
    comma_between,
    ending_at,
    is_place,
    voices_from,
)
from regesta.annotate.quotations.words import NAMING
from regesta.model import Span

_OWNERS = {"his": "person", "her": "person"}


def in_the_eyes_of(reading: Reading, voices: Sequence[Voice], index: int) -> Cue | None:
    """ "To Roe, the plan was “…”": a sentence that opens with whose view it gives."""
    word = reading.words[index]
    if not word.capital or reading.sentence(word.start).start != word.start:
        return None
    for voice in voices_from(voices, word.end)[:1]:
        following = voice.last + 1
        closed = following < len(reading.words) and "," in reading.words[following].before
        near = voice.first - index <= 4 and not comma_between(reading, index, voice.first)
        if closed and near and voice.kind != "document" and not is_place(voice):
            return Cue(word.span, index, "according to", "according", voice, True, True)
    return None


def according(
    reading: Reading, voices: Sequence[Voice], index: int, after: tuple[str, ...]
) -> Cue | None:
    """ "According to X", "in the words of X"; *index* is that of the word before
    the preposition, which is one of *after*."""
    words = reading.words
    if index + 1 >= len(words) or words[index + 1].lower not in after:
        return None
    first = index
    if words[index].lower == "words":
        first = index - 2
        if words[first].lower != "in" or words[index - 1].lower != "the":
            return None
    span = Span(words[first].start, words[index + 1].end)
    sentence = reading.sentence(span.start)
    for voice in voices_from(voices, span.end):
        if voice.span.start >= sentence.end or voice.first - index > 12:
            break
        if not voice.possessive and not comma_between(reading, index + 1, voice.first):
            return Cue(span, index, "according to", "according", voice, attached=True)
    return Cue(span, index, "according to", "none")


def in_their_words(reading: Reading, voices: Sequence[Voice], index: int) -> Cue | None:
    """ "in Roe's words", "in her own words"; *index* is that of "words"."""
    words = reading.words
    at = index - 2 if words[index - 1].lower == "own" else index - 1
    whose = owner(reading, voices, at + 1) if at > 0 else None
    first = whose.first - 1 if whose is not None else 0
    while first > 0 and words[first].capital and words[first].joined:  # in Mr. Roe's words
        first -= 1
    if whose is None or words[first].lower != "in" or not words[at + 1].joined:
        return None
    span = Span(words[first].start, words[index].end)
    return Cue(span, index, "according to", "according", whose, attached=True)


def owner(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return whose a noun of saying is: "the senator's (first) claim", "his
    answer"; a place has no voice."""
    words = reading.words
    document = ending_at(voices, index)
    if document is not None and words[document.first].possessive:
        return document if document.kind == "document" else None
    titled = document is not None and document.kind == "document" and not words[index].capital
    if document is not None and titled and any(w.possessive for w in words[document.first : index]):
        return document
    for at in range(index - 1, max(index - 4, -1), -1):
        if not words[at + 1].joined or is_boundary(words[at]):
            return None
        if words[at].lower in _OWNERS:
            head = _OWNERS[words[at].lower]
            return Voice(words[at].span, at, at, "pronoun", head=head, definite=True)
        if words[at].possessive:
            voice = ending_at(voices, at)
            if voice is None or not voice.possessive or is_place(voice):
                return None
            if _is_named(reading, voice.first) and not _is_that(reading, index + 1):
                return None
            return structs.replace(voice, possessive=False, span=_bare(reading, voice.span))
    return None


def _bare(reading: Reading, span: Span) -> Span:
    """Return *span* without a possessive ending."""
    ends = reading.text.endswith(("'s", "’s"), span.start, span.end)
    return Span(span.start, span.end - 2) if ends else span


def _is_named(reading: Reading, first: int) -> bool:
    """Tell whether somebody calls the owner's words something: "called Roe's
    claims “a fantasy”"."""
    return any(word.lower in NAMING for word in reading.words[max(first - 2, 0) : first])


def _is_that(reading: Reading, index: int) -> bool:
    return index < len(reading.words) and reading.words[index].lower == "that"
