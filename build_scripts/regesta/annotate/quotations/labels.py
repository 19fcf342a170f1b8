"""Speakers named without a word of saying.

A label before the quotation ("Senator Jane Roe: “…”") or a signature after it
("“…” – Jane Roe, treasurer").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from regesta.annotate.names.words import TITLES as OFFICES
from regesta.annotate.quotations.reading import Reading, is_boundary
from regesta.annotate.quotations.speakers import BEFORE_SURNAME, Voice
from regesta.annotate.quotations.subjects import head_of_clause
from regesta.annotate.quotations.unknown_names import NO_NAME, PARTICLES, is_name, name_to, voice_of
from regesta.annotate.quotations.voices_around import is_person
from regesta.annotate.quotations.words import DETERMINERS, word_set
from regesta.model import Span

_COLON = re.compile(r"\s*:\s*\Z")
_BRACKETS = re.compile(r"\s?\([^()]{1,40}\)")
_BRACKETED = re.compile(r"\([^()]{1,40}\)\s?:\s{0,3}$")
_DASH = re.compile(r"\s*(?:[—–―-]{1,2}|~)\s*\Z")
_SMALL = frozenset({"of", "and", "for", "the", "de", "von", "van"})
_LONGEST_LABEL = 14
_TITLES = 5
_LABEL_END = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?:\s{0,3}")
_LONGEST_NAME = 16
_FORMERLY = word_set("former then acting")
_NO_LABEL = NO_NAME - OFFICES - _FORMERLY - BEFORE_SURNAME
"""What opens no label; "Sen." and "Former" do."""
_NOTICES = word_set(
    "fact facts myth claim truth reality note update breaking new watch read listen more promise "
    "example question answer reminder quote summary topline background"
)
"""What labels words that nobody in particular says."""
_IN_A_LABEL = DETERMINERS | _SMALL
_LONGEST_GAP = 100
"""Code points of two brackets and a colon, and more."""


def find(reading: Reading, voices: Sequence[Voice]) -> list[Voice | None]:
    """Return, for each quotation of the block, the voice that a label or a
    signature names, or None."""
    return [
        _label(reading, voices, at) or _signature(reading, voices, at) or _stranger(reading, at)
        for at in range(len(reading.quoted))
    ]


def announced(reading: Reading, voices: Sequence[Voice], at: int) -> Voice | None:
    """Return the person with whom the sentence begins that leads in quotation
    *at* by a colon: "Roe was blunt: “…”"."""
    span = reading.quoted[at]
    last = reading.index(span.start) - 1
    if last < 1 or not _COLON.match(_between(reading, last, span)):
        return None
    sentence = reading.sentence(reading.words[last].start)
    voice = head_of_clause(reading, voices, last, sentence)
    if voice is None or not (is_person(voice) or voice.head == "person"):
        return None
    first = reading.index(sentence.start)
    titles = reading.words[first : voice.first]
    return voice if len(titles) <= _TITLES and all(w.capital for w in titles) else None


def _label(reading: Reading, voices: Sequence[Voice], at: int) -> Voice | None:
    span = reading.quoted[at]
    last = _last_of_label(reading, span)
    if last < 0:
        return None
    gap = _BRACKETS.sub("", _between(reading, last, span))
    if len(gap) > 8 or not _COLON.match(gap):
        return None
    voice = _ending_at(voices, last)
    if voice is None or voice.kind in ("pronoun", "document") or voice.possessive:
        return None
    return voice if _opens(reading, voice.first) else None


def _last_of_label(reading: Reading, span: Span) -> int:
    """Return the last word before a quotation, over brackets: "Jane Roe (R-MO):"."""
    last = reading.index(span.start) - 1
    opening = _BRACKETED.search(reading.text, max(reading.span.start, span.start - 45), span.start)
    return reading.index(opening.start()) - 1 if opening else last


def _between(reading: Reading, last: int, span: Span) -> str:
    """Return what stands between word *last* and a quotation, or so much of it
    that it is seen to be too long for the end of a label."""
    end = reading.words[last].end
    return reading.text[end : min(span.start, end + _LONGEST_GAP)]


def _opens(reading: Reading, first: int) -> bool:
    """Tell whether only titles and names stand between a break and *first*."""
    words = reading.words
    for _ in range(_LONGEST_LABEL):
        if first == 0 or not words[first].joined:
            return True
        first -= 1
        word = words[first]
        if not (word.capital or word.possessive or word.lower in _IN_A_LABEL):
            return False
    return False


def _stranger(reading: Reading, at: int) -> Voice | None:
    """Return the name in a label right before quotation *at*: "Retired welder
    Acy Roe: “…”", "CNBC: “…”"; not "On trade: “…”" nor "FACT: “…”"."""
    words, span = reading.words, reading.quoted[at]
    last = _last_of_label(reading, span)
    if last < 0 or not _LABEL_END.fullmatch(_between(reading, last, span)):
        return None
    first = last
    while first > 0 and words[first].joined and last - first < _LONGEST_NAME:
        first -= 1
    if words[first].joined and first > 0:
        return None
    opening = words[first]
    small = [w for w in words[first + 1 : last + 1] if not w.capital]
    if opening.lower in _NO_LABEL or not opening.capital:
        return None
    if not is_name(words[last]):
        return None
    if len(small) > 6 or any(is_boundary(w) and w.lower not in PARTICLES for w in small):
        return None
    name = name_to(reading, last, reading.span)
    if name.first > first and words[name.first - 1].possessive and not small:
        name = voice_of(reading, first, last, "stranger")  # "Independent Women’s Voice"
    shouted = all(w.span.of(reading.text).isupper() for w in words[name.first : last + 1])
    if name.first == first and (opening.lower in _NOTICES or (shouted and last > first)):
        return None
    return name


def _signature(reading: Reading, voices: Sequence[Voice], at: int) -> Voice | None:
    """A signature ends its sentence or its block and is no clause."""
    span = reading.quoted[at]
    first = reading.index(span.end)
    if first >= len(reading.words):
        return None
    gap = reading.text[span.end : reading.words[first].start]
    if reading.sentence(span.start).end <= reading.words[first].start:
        return None
    if len(gap) > 8 or not _DASH.match(gap) or not reading.words[first].capital:
        return None
    low = bisect_left(voices, first, key=lambda voice: voice.first)
    for voice in voices[low : low + 1]:
        if voice.kind == "name" and not voice.possessive and _opens_at(reading, first, voice.first):
            following = voice.last + 1
            words = reading.words
            if following >= len(words) or not words[following].joined:
                return voice
    return None


def _opens_at(reading: Reading, first: int, until: int) -> bool:
    words = reading.words[first : until + 1]
    return until - first <= 8 and all(w.capital or w.lower in _SMALL for w in words)


def _ending_at(voices: Sequence[Voice], last: int) -> Voice | None:
    at = bisect_right(voices, last, key=lambda voice: voice.first) - 1
    return voices[at] if at >= 0 and voices[at].last == last else None
