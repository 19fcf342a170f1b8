"""Sentences of a block, as far as the quotations in it allow.

Quoted words are one thing here: a full stop inside a quotation does not end
the sentence that quotes.  All positions are code points of the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.annotate.quotations.words import ABBREVIATIONS, word_set
from regesta.model import Span

# The first character is looked for in one sweep; what may follow depends on it.
_MARK = (
    r"(?<=[.!?。！？…])(?<![.!?。！？…]{2})[.!?。！？…]*+[)\]’”\"'»]*+(?=\s|\Z)|"
    r"(?<=[。！？])|(?<=\n)[ \t]*\n"
)
_STOP = re.compile(rf"[.!?。！？…\n](?:{_MARK})")
_STOP_OR_ITEM = re.compile(rf"[.!?。！？…\s](?:{_MARK}|(?<=\s)[-*•]\s{{3}})")
_MAY_BE_ITEM = re.compile(r"[-*•]\s{3}")
_LONGER_THAN_ABBREVIATIONS = max(map(len, ABBREVIATIONS)) + 1
_INITIALS = re.compile(r"(?:\b\w\.)+\Z")
_WORD_BEFORE = re.compile(r"[\w.]+\Z")
_STARTERS = word_set(
    "the he she it they we this that these those in on at but and according a an his her"
)
_ITEM = re.compile(r"[^\S\n]*+\n\s*+[-–—*•]\s|\s{1,100}+[-*•]\s{2}")
_NEXT_WORD = re.compile(r"\s{1,100}(\S{1,40})")


def sentences(text: str, block: Span, quoted: Sequence[Span]) -> list[Span]:
    """Return the sentences of *block*, in order, covering it without gaps.

    *quoted* are the quotations that touch the block, in order.  A sentence
    ends at a full stop outside quotations, or at a quotation whose last words
    end one and after which a new sentence begins.
    """
    ends: list[int] = []
    position = block.start
    for span in (*quoted, Span(block.end, block.end)):
        outside = min(max(position, span.start), block.end)
        ends.extend(_stops(text, position, outside))
        if position < span.end < block.end and _ends_sentence(text, span):
            ends.append(span.end)
        position = max(position, span.end)
    found: list[Span] = []
    start = block.start
    for end in (*ends, block.end):
        if end > start:
            found.append(Span(start, end))
            start = end
    return found


def _stops(text: str, start: int, end: int) -> list[int]:
    stop = _STOP_OR_ITEM if _MAY_BE_ITEM.search(text, start, end) else _STOP
    return [
        match.end()
        for match in stop.finditer(text, start, end)
        if not _abbreviated(text, start, match)
    ]


def _abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a full stop belongs to its word: "U.S. officials", "Mr. Li"."""
    if stop.group()[0] in " \t\n":
        return False
    following = _NEXT_WORD.match(text, stop.end())
    if following is None:
        return False
    if following.group(1)[0].islower():
        return True
    if stop.group() != ".":
        return False
    at = stop.start()
    plain = text[max(start, at - _LONGER_THAN_ABBREVIATIONS) : at].rpartition(" ")[2]
    if len(plain) > 1 and plain.isalpha():  # most words, at once
        return plain.lower() in ABBREVIATIONS
    word = _WORD_BEFORE.search(text, max(start, stop.start() - 20), stop.start())
    if word is None:
        return False
    before = word.group()
    if before.lower() in ABBREVIATIONS:
        return True
    if len(before) == 1 and before.isupper():
        return True
    initials = _INITIALS.search(text, max(start, stop.start() - 12), stop.start() + 1)
    return initials is not None and following.group(1).lower() not in _STARTERS


_SPACE = re.compile(r"\s*+")


def only_space(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but space is in ``text[start:end]``, however long."""
    found = _SPACE.match(text, start, end)
    return start >= end or (found is not None and found.end() == end)


def last_said(text: str, span: Span) -> str:
    """Return the last character that a quotation says, before its closing
    mark (two apostrophes are one mark)."""
    mark = 2 if text[span.end - 2 : span.end] == "''" else 1
    return text[span.end - mark - 1 : span.end - mark]


def _ends_sentence(text: str, span: Span) -> bool:
    """Tell whether the quotation ends its sentence: a stop before its closing
    mark, and a capital (or another quotation) after it."""
    last = last_said(text, span)
    if last not in ".!?。！？…" or last == "":
        return False
    following = _NEXT_WORD.match(text, span.end)
    if following is None:
        return False
    word = following.group(1)
    if _ITEM.match(text, span.end):
        return True
    # "No!" President Lee said: a capital, yet the same sentence.  Whoever asks
    # for the words of saying looks across this boundary after ! and ?.
    return not word[0].islower() and word[0] not in ",;—–-"
