"""What stands around a voice: which one begins or ends at a word, what governs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from regesta.annotate.quotations.reading import Reading, Word, is_boundary
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.words import PREPOSITIONS, word_set
from regesta.model import Span

REACH = 60
"""How many words back a subject may stand."""
_SUBJECTIVE = word_set("he she they i we who")
"""Pronouns that no preposition governs."""


def is_person(voice: Voice) -> bool:
    named = voice.mention is not None and voice.mention.type == "person"
    return named or voice.kind == "person"


def is_place(voice: Voice) -> bool:
    return voice.mention is not None and voice.mention.type == "place"


def governor(reading: Reading, voice: Voice) -> str | None:
    """Return the preposition on which the voice hangs, over its article, its
    titles and what describes it; None where it stands free."""
    words = reading.words
    at = min(voice.first, reading.index(voice.span.start))
    if words[at].lower in _SUBJECTIVE:
        return None
    for _ in range(8):
        if at == 0 or not words[at].joined:
            return None
        if quote_between(reading, words[at - 1].span, words[at].span):
            return None
        at -= 1
        word = words[at]
        if word.lower == "that" and words[at + 1].capital:
            return None  # "a speech that Roe dismissed"
        if word.lower in PREPOSITIONS:
            return word.lower
        if is_boundary(word):
            return None
    return None


def quote_between(reading: Reading, left: Span, right: Span) -> bool:
    at = bisect_left(reading.quoted_starts, left.end)
    return at < len(reading.quoted) and reading.quoted[at].end <= right.start


def comma_between(reading: Reading, first: int, last: int) -> bool:
    return any(not reading.words[i].joined for i in range(first + 1, last + 1))


def ending_at(voices: Sequence[Voice], last: int) -> Voice | None:
    at = bisect_right(voices, last, key=lambda voice: voice.first) - 1
    return voices[at] if at >= 0 and voices[at].last == last else None


def voices_from(voices: Sequence[Voice], start: int) -> Sequence[Voice]:
    at = bisect_left(voices, start, key=lambda voice: voice.span.start)
    return voices[at : at + REACH]


def is_document(word: Word) -> bool:
    """Tell whether a word names something that is read: "a statement"."""
    known = head_of(word.lower)
    return known is not None and known[1] == "document"
