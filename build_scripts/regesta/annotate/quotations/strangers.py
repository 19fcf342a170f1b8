"""Speakers whom nothing but their place at a verb of saying shows.

A name that no record has ("said Gorsky"), or a noun that is in no list ("the
72-year-old retiree said"): the words are given as the source; who is meant is
not known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from regesta.annotate.names.words import FUNCTION_WORDS, MONTHS, WEEKDAYS
from regesta.annotate.names.words import TITLES as OFFICES
from regesta.annotate.quotations.reading import Reading, Word, is_boundary, is_filler
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.words import (
    DETERMINERS,
    PARTICIPLES,
    PRONOUNS,
    SAYING,
    TITLES,
    word_set,
)
from regesta.model import Span

_LONGEST = 7
_APPOSITION = 22
"""Words that may stand between a name and its verb, parted by commas."""

_PARTICLES = word_set("of the de la van von der bin al del di da le du and & for")
_LABEL_END = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?:\s{0,3}")
_LONGEST_LABEL = 16
_NOTICES = word_set(
    "fact facts myth claim truth reality note update breaking new watch read listen more promise "
    "example question answer reminder quote summary topline background"
)
"""What labels words that nobody in particular says."""

_ALONE = word_set("one another most several neither none someone somebody everyone nobody")
_NO_NAME = (
    FUNCTION_WORDS
    | MONTHS
    | WEEKDAYS
    | TITLES
    | OFFICES
    | frozenset(PRONOUNS)
    | word_set(
        "yes no well so still now then here there meanwhile however instead indeed perhaps "
        "also asked according today yesterday ceo cfo cto coo vp svp evp sen rep gov gen col sgt "
        "lt rev adm capt st"
    )
)


def find(reading: Reading, voices: Sequence[Voice]) -> list[Voice]:
    """Return voices for the verbs of saying of a block that have nobody of
    *voices* (in order, not overlapping) at them."""
    found: list[Voice] = []
    for index, word in enumerate(reading.words):
        if word.lower not in SAYING or (word.capital and index):
            continue
        for voice in _around(reading, index):
            if not _taken(voices, voice) and not any(v.span.overlaps(voice.span) for v in found):
                found.append(voice)
    return found


def label(reading: Reading, at: int) -> Voice | None:
    """Return the name in a label right before quotation *at*: "Retired welder
    Acy Roe: “…”", "CNBC: “…”"; not "On trade: “…”" nor "FACT: “…”"."""
    words, span = reading.words, reading.quoted[at]
    last = reading.index(span.start) - 1
    if last < 0 or not _LABEL_END.fullmatch(reading.text[words[last].span.end : span.start]):
        return None
    first = last
    while first > 0 and words[first].joined and last - first < _LONGEST_LABEL:
        first -= 1
    if words[first].joined and first > 0:
        return None
    opening = words[first]
    small = [w for w in words[first + 1 : last + 1] if not w.capital]
    if opening.lower in _NO_NAME - OFFICES or not opening.capital or not _is_name(words[last]):
        return None
    if len(small) > 6 or any(is_boundary(w) and w.lower not in _PARTICLES for w in small):
        return None
    name = _name_to(reading, last, reading.span)
    shouted = all(w.span.of(reading.text).isupper() for w in words[name.first : last + 1])
    if name.first == first and (opening.lower in _NOTICES or (shouted and last > first)):
        return None
    return name


def _around(reading: Reading, verb: int) -> Iterator[Voice]:
    """Yield who may be speaking at the verb: after it where a quotation stands
    before it, else before it."""
    if _after_quotation(reading, verb):
        voice = _name_from(reading, verb + 1) or _noun_from(reading, verb + 1)
        if voice is not None:
            yield voice
            return
    at = verb - 1
    sentence = reading.sentence(reading.words[verb].span.start)
    comma = not reading.words[verb].joined
    while at >= 0 and is_filler(reading.words[at]):
        comma = comma or not reading.words[at].joined
        at -= 1
    if at < 0 or reading.words[at].span.start < sentence.start:
        return
    if _quote_between(reading, reading.words[at].span.end, reading.words[verb].span.start):
        return
    voice = _before_apposition(reading, at, sentence) if comma else _ending(reading, at, sentence)
    if voice is not None:
        yield voice


def _ending(reading: Reading, last: int, sentence: Span) -> Voice | None:
    """Return the name or the noun that ends at word *last*."""
    word = reading.words[last]
    if word.possessive:
        return None
    if word.lower in _ALONE:
        return _voice(reading, last, last, "person")
    if word.capital and word.lower not in _NO_NAME:
        return _name_to(reading, last, sentence)
    return _noun_to(reading, last, sentence)


def _name_to(reading: Reading, last: int, sentence: Span) -> Voice:
    words, first = reading.words, last
    while first > 0 and last - first < _LONGEST and words[first].joined:
        before = words[first - 1]
        if before.span.start < sentence.start or before.possessive:
            break
        if before.capital and before.lower not in _NO_NAME:
            first -= 1
        elif before.lower in _PARTICLES and first > 1 and _is_name(words[first - 2]):
            first -= 2
        else:
            break
    return _voice(reading, first, last, "stranger")


def _name_from(reading: Reading, first: int) -> Voice | None:
    """Return the name that begins at word *first*, over its titles."""
    words = reading.words
    while first < len(words) and words[first].joined and _may_lead(words[first]):
        if not words[first].capital and words[first].lower in _NO_NAME - OFFICES - {"the"}:
            return None
        first += 1
        if first < len(words) and not words[first].joined:
            return None
    if first >= len(words) or not _is_name(words[first]) or words[first].possessive:
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].joined and last - first < _LONGEST:
        after = words[last + 1]
        if _is_name(after) and not words[last].possessive:
            last += 1
        elif after.lower in _PARTICLES - {"and", "for"} and last + 2 < len(words):
            if not (_is_name(words[last + 2]) and words[last + 2].joined):
                break
            last += 2
        elif _is_office(after) and last + 2 < len(words):
            return _name_from(reading, last + 1)  # "Springfield Mayor Jane Roe"
        else:
            break
    return None if words[last].possessive else _voice(reading, first, last, "stranger")


def _may_lead(word: Word) -> bool:
    """Tell whether a title or "shopkeeper" may stand before the name."""
    if word.lower in _NO_NAME:
        return True
    known = None if word.capital else head_of(word.lower)
    return known is not None and known[1] == "person"


def _is_office(word: Word) -> bool:
    return word.capital and word.lower in OFFICES | TITLES


def _before_apposition(reading: Reading, at: int, sentence: Span) -> Voice | None:
    """Return the name before ", a lobsterman from the island," or "(R-Maine)"."""
    words = reading.words
    floor = max(0, at - _APPOSITION)
    for index in range(at, floor, -1):
        if words[index].span.start < sentence.start:
            return None
        if words[index].joined:
            continue
        if _quote_between(reading, words[index - 1].span.end, words[index].span.start):
            return None
        name = words[index - 1]
        opens = words[index].before.strip()[:1] in (",", "(", "—", "–")
        if opens and _is_name(name) and not name.possessive:
            voice = _name_to(reading, index - 1, sentence)
            if _stands_free(reading, voice, sentence):
                return voice
    return None


def _stands_free(reading: Reading, voice: Voice, sentence: Span) -> bool:
    """Tell whether a name begins its clause, over its titles."""
    first = voice.first
    words = reading.words
    while first > 0 and words[first].joined and words[first - 1].span.start >= sentence.start:
        before = words[first - 1]
        if not before.capital and before.lower not in OFFICES | DETERMINERS:
            return before.lower in ("and", "but", "while", "that", "as")
        first -= 1
    return True


def _noun_to(reading: Reading, last: int, sentence: Span) -> Voice | None:
    """Return "the 72-year-old retiree", "insurance brokers", ending at *last*."""
    words = reading.words
    if is_boundary(words[last]) or words[last].lower in DETERMINERS | frozenset(PRONOUNS):
        return None
    first = last
    while first > 0 and last - first < _LONGEST and words[first].joined:
        before = words[first - 1]
        if before.span.start < sentence.start or is_boundary(before):
            break
        if before.lower in PRONOUNS and before.lower not in DETERMINERS:
            return None
        first -= 1
        if before.lower in DETERMINERS:
            break
    return _described(reading, first, last)


def _noun_from(reading: Reading, first: int) -> Voice | None:
    """Return the description that begins with an article at word *first*."""
    words = reading.words
    if first >= len(words) or words[first].lower not in DETERMINERS or not words[first].joined:
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].joined and last - first < _LONGEST:
        if is_boundary(words[last + 1]):
            break
        last += 1
    return _described(reading, first, last) if last > first else None


def _described(reading: Reading, first: int, last: int) -> Voice | None:
    head = reading.words[last].lower
    determined = reading.words[first].lower in DETERMINERS or reading.words[first].possessive
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    opens = (
        reading.words[first].span.start == reading.sentence(reading.words[first].span.start).start
    )
    if not (determined or plural) or (first == last and not (plural and (opens or len(head) > 4))):
        return None
    if any(w.lower in SAYING | PARTICIPLES for w in reading.words[first:last]):
        return None
    return _voice(reading, first, last, "group" if plural else "person")


def _voice(reading: Reading, first: int, last: int, kind: str) -> Voice:
    words = reading.words
    opening = words[first].lower
    described = frozenset(w.lower for w in words[first:last] if w.lower not in DETERMINERS)
    return Voice(
        Span(words[first].span.start, words[last].span.end),
        first,
        last,
        kind,  # type: ignore[arg-type]
        head=words[last].lower,
        described=described,
        plural=kind == "group",
        definite=opening in ("the", "this", "that", "his", "her", "their", "its"),
        indefinite=opening in ("a", "an", "one", "another"),
    )


def _is_name(word: Word) -> bool:
    return word.capital and word.lower not in _NO_NAME


def _after_quotation(reading: Reading, index: int) -> bool:
    at = index
    while at > 0 and is_filler(reading.words[at - 1]) and reading.words[at].joined:
        at -= 1
    start = reading.words[at].span.start
    behind = bisect_left(reading.quoted, start, key=lambda span: span.start) - 1
    if behind < 0:
        return False
    gap = reading.text[reading.quoted[behind].end : start]
    return len(gap) < 8 and not gap.strip(" \t\r\n\u00a0,—–-.")


def _quote_between(reading: Reading, start: int, end: int) -> bool:
    at = bisect_left(reading.quoted, start, key=lambda span: span.start)
    return at < len(reading.quoted) and reading.quoted[at].end <= end


def _taken(voices: Sequence[Voice], voice: Voice) -> bool:
    at = bisect_left(voices, voice.span.start, key=lambda other: other.span.end)
    return any(other.span.overlaps(voice.span) for other in voices[at : at + 3])
