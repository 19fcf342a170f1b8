"""A block as the search for speakers reads it: words, sentences, quotations.

Words inside quotations are left out, so that nobody is taken for a speaker
because a speaker names them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from regesta.annotate.names.words import WEEKDAYS
from regesta.annotate.quotations import sentences as quotation_sentences
from regesta.annotate.quotations.words import (
    ABBREVIATIONS,
    CONJUNCTIONS,
    DETERMINERS,
    FILLERS,
    INFINITIVES,
    PARTICIPLES,
    PERCEIVING,
    PREPOSITIONS,
    SAYING,
    SAYING_NOUNS,
    USING,
)
from regesta.model import Span

_WORD = re.compile(r"((?=.\.)(?:[^\W\d_]\.){2,}(?:[-–]\w+)?(?:['’]s\b)?|\w(?:[\w.&'’-]*\w)?)")
_GAP = 40
"""Code points before a word that are kept, at most."""
_APOSTROPHES = ("'", "’")
_POSSESSIVES = ("'s", "’s")
_WORDS_OF_SAYING = (
    SAYING | USING | INFINITIVES | PARTICIPLES | SAYING_NOUNS | PERCEIVING | {"according", "words"}
)
_OPENING = frozenset(("to", "for"))
"""Words that give somebody's view at the head of a sentence."""
_new_word = tuple.__new__
"""Makes a :class:`Word` in half the time that its own way takes."""


class Word(NamedTuple):
    """A word of the narrative at ``[start, end)``: *lower* is its text in small
    letters without a possessive ending, *before* the text between it and the
    word before; *joined* tells that this is nothing but space."""

    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool
    before: str
    joined: bool

    @property
    def span(self) -> Span:
        """The word's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Reading:
    """One block read for speech.  *quoted* are the quotations that touch the
    block; *sentences* cover it; *words* are those outside quotations.  Both are
    read when they are first asked for."""

    text: str
    span: Span
    quoted: tuple[Span, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        found = quotation_sentences.sentences(self.text, self.span, self.quoted)
        return tuple(found or [self.span])

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, in order."""
        words: list[Word] = []
        position = previous = self.span.start
        for quotation in (*self.quoted, Span(self.span.end, self.span.end)):
            until = max(position, min(quotation.start, self.span.end))
            previous = _add_words(words, self.text, position, until, previous)
            position = max(position, quotation.end)
        return tuple(words)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return tuple([word[0] for word in self.words])

    @cached_property
    def of_saying(self) -> tuple[int, ...]:
        """The indexes of the words that may be of saying, or open what somebody says."""
        return tuple(
            [
                index
                for index, word in enumerate(self.words)
                if word[2] in _WORDS_OF_SAYING or (word[3] and word[2] in _OPENING)
            ]
        )

    @cached_property
    def quoted_starts(self) -> tuple[int, ...]:
        """Where each quotation begins."""
        return tuple(quotation.start for quotation in self.quoted)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def index(self, position: int) -> int:
        """Return the index of the first word at or after *position*."""
        return bisect_left(self.starts, position)

    def sentence(self, position: int) -> Span:
        """Return the sentence that holds *position*; the nearest where none does."""
        return self.sentences[max(bisect_right(self._sentence_starts, position) - 1, 0)]


def read(text: str, span: Span, quoted: Sequence[Span]) -> Reading:
    """Read the block at *span*; *quoted* are the quotations in it, in order."""
    return _read(text, span, tuple(quoted))


# Speakers and events are looked for in the same blocks, one after the other.
@lru_cache(512)
def _read(text: str, span: Span, quoted: tuple[Span, ...]) -> Reading:
    return Reading(text, span, quoted)


def _add_words(words: list[Word], text: str, position: int, until: int, previous: int) -> int:
    """Add the words of ``text[position:until]``, the one before them ending at
    *previous*; return where the last one ends."""
    last = words[-1].lower if words else ""
    add, written = words.append, _written
    pieces = _WORD.split(text[position:until])
    pieces[0] = text[previous:position] + pieces[0]
    end = previous
    for before, bare in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(before)
        end = start + len(bare)
        joined = before == " "
        if not joined:
            before = before[-_GAP:]
            if last in ABBREVIATIONS and before.startswith("."):
                before = before[1:]
            if before[:1] in _APOSTROPHES and before[1:2].isspace():  # "both countries’ efforts"
                before = before[1:]
            joined = not before.strip()
        last, capital, possessive, of_many = written[bare]
        if of_many and text.startswith(_APOSTROPHES, end):
            last, possessive = bare.lower(), True
        add(_new_word(Word, (start, end, last, capital, possessive, before, joined)))
    return end


_MOST_WRITTEN = 16_384


class _Written(dict[str, tuple[str, bool, bool, bool]]):
    """A word as it is written to what :class:`Word` holds of it (in small letters;
    with a capital; possessive), and whether an apostrophe after it makes it one:
    most words were met before."""

    def __missing__(self, bare: str) -> tuple[str, bool, bool, bool]:
        if len(self) >= _MOST_WRITTEN:
            self.clear()
        small = bare.lower()
        of_many = small[-1] == "s"
        possessive = of_many and small.endswith(_POSSESSIVES)
        lower = (small[:-2] if possessive else small).rstrip(".")
        known = self[bare] = (lower, bare[0].isupper(), possessive, of_many)
        return known


_written = _Written()


def is_verb(word: Word) -> bool:
    """Tell whether the word may be one of saying."""
    return word.lower in SAYING or word.lower in PARTICIPLES


def is_filler(word: Word) -> bool:
    """Tell whether the word may stand between a subject and its verb."""
    return word.lower in FILLERS or (word.lower.endswith("ly") and not word.capital)


def over_day(words: Sequence[Word], at: int) -> int:
    """Return the word before "on Monday", where that ends at word *at*; else *at*."""
    if at < 1 or words[at].lower not in WEEKDAYS or not words[at].joined:
        return at
    return at - 2 if words[at - 1].lower == "on" and at > 1 else at - 1


def is_boundary(word: Word) -> bool:
    """Tell whether the word cannot be part of what describes a noun."""
    return (
        word.lower in PREPOSITIONS
        or word.lower in CONJUNCTIONS
        or word.lower in FILLERS
        or is_verb(word)
    ) and word.lower not in DETERMINERS
