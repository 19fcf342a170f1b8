"""A block as the search for speakers reads it: words, sentences, quotations.

Words inside quotations are left out, so that nobody is taken for a speaker
because a speaker names them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from regesta.annotate.quotations import sentences as quotation_sentences
from regesta.annotate.quotations.words import (
    ABBREVIATIONS,
    CONJUNCTIONS,
    DETERMINERS,
    FILLERS,
    PARTICIPLES,
    PREPOSITIONS,
    SAYING,
)
from regesta.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[-–]\w+)?(?:['’]s\b)?|\w(?:[\w.&'’-]*\w)?")
_APOSTROPHES = ("'", "’")
_POSSESSIVES = ("'s", "’s")


class Word(NamedTuple):
    """A word of the narrative: *lower* is its text in small letters without a
    possessive ending, *before* the text between it and the word before;
    *joined* tells that this is nothing but space."""

    span: Span
    lower: str
    capital: bool
    possessive: bool
    before: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One block read for speech.  *quoted* are the quotations that touch the
    block; *sentences* cover it; *words* are those outside quotations."""

    text: str
    span: Span
    quoted: tuple[Span, ...]
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def index(self, position: int) -> int:
        """Return the index of the first word at or after *position*."""
        return bisect_left(self.starts, position)

    def sentence(self, position: int) -> Span:
        """Return the sentence that holds *position*."""
        return self.sentences[quotation_sentences.at(self.sentences, position)]


def read(text: str, span: Span, quoted: Sequence[Span]) -> Reading:
    """Read the block at *span*; *quoted* are the quotations in it, in order."""
    return _read(text, span, tuple(quoted))


# Speakers and events are looked for in the same blocks, one after the other.
@lru_cache(64)
def _read(text: str, span: Span, quoted: tuple[Span, ...]) -> Reading:
    sentences = quotation_sentences.sentences(text, span, quoted)
    words: list[Word] = []
    position = span.start
    previous = span.start
    for quotation in (*quoted, Span(span.end, span.end)):
        until = min(quotation.start, span.end)
        last = words[-1].lower if words else ""
        for match in _WORD.finditer(text, position, max(position, until)):
            word = _word(text, match, previous, last)
            words.append(word)
            previous, last = match.end(), word.lower
        position = max(position, quotation.end)
    return Reading(
        text,
        span,
        quoted,
        tuple(sentences or [span]),
        tuple(words),
        tuple(word.span.start for word in words),
    )


def _word(text: str, match: re.Match[str], previous: int, last: str) -> Word:
    written = match.group()
    start, end = match.span()
    if written[-1] in "sS" and text.startswith(_APOSTROPHES, end):
        bare, possessive = written, True
    elif written.endswith(_POSSESSIVES):
        bare, possessive = written[:-2], True
    else:
        bare, possessive = written, False
    before = text[max(previous, start - 40) : start]
    if last in ABBREVIATIONS and before.startswith("."):
        before = before[1:]
    if before[:1] in ("'", "’") and before[1:2].isspace():  # "both countries’ efforts"
        before = before[1:]
    lower = bare.lower().rstrip(".")
    joined = before == " " or not before.strip()
    return Word(Span(start, end), lower, written[0].isupper(), possessive, before, joined)


def is_verb(word: Word) -> bool:
    """Tell whether the word may be one of saying."""
    return word.lower in SAYING or word.lower in PARTICIPLES


def is_filler(word: Word) -> bool:
    """Tell whether the word may stand between a subject and its verb."""
    return word.lower in FILLERS or (word.lower.endswith("ly") and not word.capital)


def is_boundary(word: Word) -> bool:
    """Tell whether the word cannot be part of what describes a noun."""
    return (
        word.lower in PREPOSITIONS
        or word.lower in CONJUNCTIONS
        or word.lower in FILLERS
        or is_verb(word)
    ) and word.lower not in DETERMINERS
