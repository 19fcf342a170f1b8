"""How far the description of an unnamed speaker goes past its noun: "a spokesman
for the ministry", "a person familiar with the matter", "one of the sources".
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.annotate.names.words import MONTHS, WEEKDAYS
from regesta.annotate.quotations.perceiving import VERBS_ONLY
from regesta.annotate.quotations.reading import Reading, Word, is_boundary
from regesta.annotate.quotations.words import DETERMINERS, word_set

_JOINING = word_set("for of from with at in to on")
_TO = word_set("aide adviser advisor ambassador envoy counsel assistant source")
_OPENING = {
    "familiar": "with", "close": "to", "briefed": "on", "involved": "in", "near": "", "aware": "of",
    "knowledgeable": "about",
}  # fmt: skip
"""What may describe after the noun, and the preposition that it takes."""
_NO_PLACE = MONTHS | WEEKDAYS | word_set("monday today yesterday tonight recent addition fact")
_PARTICLES = word_set("of the and for de la")
_COUNTED = word_set("one two three four five some several many most another both")
_OWNED = word_set("the his her their those these")
_LONGEST = 4
_KNOWING = word_set("knowledge ties access links")
"""What people have with whom something is known: "with direct knowledge of"."""


def end_of(reading: Reading, head: int, noun: str) -> int:
    """Return the last word of the description whose noun is word *head*."""
    words = reading.words
    at = head + 1
    if at + 1 >= len(words) or not words[at].joined:
        return head
    lower = words[at].lower
    if lower in _OPENING:
        wanted = _OPENING[lower]
        if wanted and words[at + 1].lower != wanted:
            return head
        at += 1 if wanted else 0
    elif lower not in _JOINING or (lower in ("to", "on") and noun not in _TO):
        return head
    if lower == "with":
        at = _knowing(words, at)
    return _governed(words, at + 1) or head


def _knowing(words: Sequence[Word], at: int) -> int:
    """Return the word after which what they know stands; *at* is "with"."""
    for knowledge in range(at + 1, min(at + 4, len(words) - 1)):
        if words[knowledge].lower in _KNOWING and words[knowledge + 1].lower in ("of", "to"):
            return knowledge + 1
    return at


def start_of(reading: Reading, first: int) -> int:
    """Return where "one of the sources" begins, whose "the" is word *first*."""
    words = reading.words
    owned = words[first].possessive or words[first].lower in _OWNED
    if first < 2 or not owned:
        return first
    counted = words[first - 2].lower in _COUNTED and words[first - 1].lower == "of"
    return first - 2 if counted and words[first].joined and words[first - 1].joined else first


def _governed(words: Sequence[Word], first: int) -> int | None:
    """Return the last word of what a preposition governs: a name, or a noun
    with an article after which the clause goes on."""
    at = first
    if at < len(words) and words[at].joined and words[at].lower in DETERMINERS:
        at += 1
    if at >= len(words) or not words[at].joined or words[at].lower in _NO_PLACE:
        return None
    if words[at].capital:
        while at + 1 < len(words) and words[at + 1].joined and not words[at].possessive:
            if words[at + 1].capital and words[at + 1].lower not in _NO_PLACE:
                at += 1
            elif (
                words[at + 1].lower in _PARTICLES
                and at + 2 < len(words)
                and words[at + 2].joined
                and words[at + 2].capital
            ):
                at += 2
            else:
                break
        if words[at].possessive:
            return None
        return at if _is_over(words, at) else _noun(words, at + 1, at > first)
    if at == first:
        return None
    return _noun(words, at, True)


def _noun(words: Sequence[Word], first: int, determined: bool) -> int | None:
    """Return the last of the small words that begin at *first* and after which
    the clause goes on; the word before them where they have no article."""
    for last in range(first, min(first + _LONGEST, len(words))):
        if _bounds(words[last]) or not determined:
            break
        if _is_over(words, last):
            return None if words[last].possessive else last
    return None if determined else first - 1


def _is_over(words: Sequence[Word], last: int) -> bool:
    after = words[last + 1 : last + 2]
    return not after or not after[0].joined or _bounds(after[0])


def _bounds(word: Word) -> bool:
    return is_boundary(word) or word.lower in VERBS_ONLY
