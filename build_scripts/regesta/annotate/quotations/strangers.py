"""Speakers whom nothing but their place at a verb of saying shows.

A name that no record has ("said Gorsky"), or a noun that is in no list ("the
72-year-old retiree said"): the words are given as the source; who is meant is
not known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from regesta.annotate.names.words import TITLES as OFFICES
from regesta.annotate.quotations import appositions
from regesta.annotate.quotations.reading import (
    Reading,
    Word,
    is_boundary,
    is_filler,
    over_day,
)
from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.subjects import ends_stretch, interposed
from regesta.annotate.quotations.unknown_names import (
    NO_NAME,
    is_name,
    name_from,
    name_to,
    noun_from,
    noun_to,
    voice_of,
)
from regesta.annotate.quotations.words import (
    BY_PEOPLE,
    CAUSING,
    DETERMINERS,
    INFINITIVES,
    PARTICIPLES,
    SAYING,
    SAYING_NOUNS,
    TITLES,
    USING,
    word_set,
)
from regesta.model import Span

_APPOSITION = 22
"""Words that may stand between a name and its verb, parted by commas."""

_NEAR_AGENT = 8
_GOVERNING = word_set("to of")
_GOVERNED = word_set("according words")
_FINITE = SAYING | USING | BY_PEOPLE
_GOES_ON = word_set(
    "of at from took went gave made came ran stood sat drew wrote led left met won kept began got"
)
"""What shows the words before to be a subject; other verbs end in "ed"."""

_ALONE = word_set("one another none most several neither none someone somebody everyone nobody")
_OFFICIAL = OFFICES | TITLES
_BEFORE_A_NAME = OFFICES | DETERMINERS


def find(reading: Reading, voices: Sequence[Voice]) -> list[Voice]:
    """Return *voices* (in order, not overlapping) together with those of the
    words of saying of a block that have nobody of them."""
    found: list[Voice] = []
    for voice in _strangers(reading, voices):
        if not _taken(voices, voice) and not any(v.span.overlaps(voice.span) for v in found):
            found.append(voice)
    if not found:
        return list(voices)
    kept = [v for v in voices if not any(v.span.overlaps(other.span) for other in found)]
    return sorted([*kept, *found], key=lambda voice: voice.span)


def _strangers(reading: Reading, voices: Sequence[Voice]) -> Iterator[Voice]:
    for index in reading.of_saying:
        yield from _at(reading, index, reading.words[index])
    for voice in voices:
        if voice.kind == "person" and not voice.plural and not voice.possessive:
            yield from _apposed(reading, voice)


def _apposed(reading: Reading, described: Voice) -> Iterator[Voice]:
    """Yield the name after a description: "said the boy's mother, Jane Roe."."""
    comma = appositions.after(reading, described)
    if comma is None:
        return
    name = name_from(reading, comma)
    if name is not None and name.first - comma < 4 and ends_stretch(reading, name):
        yield name


def _at(reading: Reading, index: int, word: Word) -> Iterator[Voice]:
    if word.lower in INFINITIVES and index > 1 and reading.words[index - 1].lower == "to":
        yield from _moved(reading, index)
        yield from _opening(reading, index)
    elif word.lower in _FINITE and not (word.capital and index):
        yield from _around(reading, index)
        yield from _agent(reading, index)
    elif word.lower in PARTICIPLES:
        yield from _quoted_as(reading, index)
        yield from _with(reading, index)
        yield from _opening(reading, index)
    if word.lower in SAYING_NOUNS:
        yield from _owner(reading, index)
    if word.lower in ("to", "for") and word.capital and _opens(reading, word):
        name = name_from(reading, index + 1)
        if name is not None and ends_stretch(reading, name):
            yield name
    after = reading.words[index + 1 : index + 2]
    if word.lower in _GOVERNED and after and after[0].lower in _GOVERNING:
        voice = name_from(reading, index + 2) or noun_from(reading, index + 2)
        if voice is not None:
            yield voice


def _opens(reading: Reading, word: Word) -> bool:
    return reading.sentence(word.start).start == word.start


def _agent(reading: Reading, verb: int) -> Iterator[Voice]:
    """Yield whom "by" names after the verb."""
    for at in range(verb + 1, min(verb + _NEAR_AGENT, len(reading.words) - 1)):
        if reading.words[at].lower == "by":
            voice = name_from(reading, at + 1) or noun_from(reading, at + 1)
            if voice is not None:
                yield voice
            return
        if reading.words[at].lower in SAYING or not reading.words[at].joined:
            return


def _with(reading: Reading, index: int) -> Iterator[Voice]:
    """Yield the name of "with spokesman Jan Roe adding …"."""
    word = reading.words[index - 1]
    if index < 2 or not reading.words[index].joined or word.possessive or not is_name(word):
        return
    voice = name_to(reading, index - 1, reading.sentence(word.start))
    for at in range(voice.first - 1, max(voice.first - 5, -1), -1):
        if reading.words[at].lower == "with":
            yield voice
        if is_boundary(reading.words[at]):
            return


def _quoted_as(reading: Reading, index: int) -> Iterator[Voice]:
    """Yield the name of "quoted Roe as saying"."""
    words = reading.words
    if index > 1 and words[index - 1].lower == "as" and is_name(words[index - 2]):
        name = name_to(reading, index - 2, reading.sentence(words[index].start))
        if name.first and words[name.first - 1].lower in ("quoted", "quotes", "quoting", "cited"):
            yield name


def _moved(reading: Reading, index: int) -> Iterator[Voice]:
    """Yield the name of "prompted Roe to declare …"."""
    word = reading.words[index - 2]
    if is_name(word) and not word.possessive and reading.words[index - 1].joined:
        name = name_to(reading, index - 2, reading.sentence(word.start))
        if name.first and reading.words[name.first - 1].lower in CAUSING:
            yield name


def _owner(reading: Reading, index: int) -> Iterator[Voice]:
    """Yield the name of "Roe's (first) answer"."""
    for at in range(index - 1, max(index - 4, -1), -1):
        word = reading.words[at]
        if is_boundary(word) or not reading.words[at + 1].joined:
            return
        if word.possessive and is_name(word):
            name = name_to(reading, at, reading.sentence(word.start))
            marked = word.span.of(reading.text)[-2:-1] in ("'", "’")
            span = Span(name.span.start, name.span.end - (2 if marked else 0))
            yield structs.replace(name, possessive=True, span=span)
            return


def _opening(reading: Reading, index: int) -> Iterator[Voice]:
    """Yield the name with which the sentence of word *index* opens: "Roe took
    the floor, saying …", "Roe took the floor and said …"."""
    first = reading.index(reading.sentence(reading.words[index].start).start)
    if first >= index or not reading.words[first].capital:
        return
    if not is_name(reading.words[first]) and reading.words[first].lower not in _OFFICIAL:
        return
    voice = name_from(reading, first)
    if voice is None or voice.last + 1 >= index or not reading.words[voice.last + 1].joined:
        return
    after = reading.words[voice.last + 1]
    if is_filler(after) or after.lower.endswith("ed") or after.lower in _GOES_ON:
        yield voice


def _around(reading: Reading, verb: int) -> Iterator[Voice]:
    """Yield who may be speaking at the verb: after it where a quotation stands
    before it, else before it."""
    after = _after_quotation(reading, verb)
    if after or interposed(reading, verb):
        voice = name_from(reading, verb + 1) or noun_from(reading, verb + 1)
        voice = voice or _standing_alone(reading, verb + 1)
        if voice is not None and (after or ends_stretch(reading, voice)):
            yield voice
            return
    at = verb - 1
    sentence = reading.sentence(reading.words[verb].span.start)
    comma = not reading.words[verb].joined
    while at >= 0 and is_filler(reading.words[at]):
        comma = comma or not reading.words[at].joined
        at -= 1
    over = at if comma else over_day(reading.words, at)
    comma = comma or (over < at and not reading.words[over + 1].joined)
    at = over
    if at > 0 and reading.words[at].lower == "who" and is_name(reading.words[at - 1]):
        at -= 1  # "a rebuke from Roe, who called it …"
    if at < 0 or reading.words[at].span.start < sentence.start:
        return
    if _quote_between(reading, reading.words[at].span.end, reading.words[verb].span.start):
        return
    if comma:
        voice = _before_apposition(reading, at, sentence) or _in_apposition(reading, at, sentence)
    else:
        voice = _ending(reading, at, sentence)
    if voice is not None:
        yield voice
    yield from _opening(reading, verb)


def _standing_alone(reading: Reading, index: int) -> Voice | None:
    """Return "one" or "another" of "“…,” said one."."""
    if index >= len(reading.words) or reading.words[index].lower not in _ALONE:
        return None
    over = index + 1 >= len(reading.words) or not reading.words[index + 1].joined
    return voice_of(reading, index, index, "person") if over else None


def _in_apposition(reading: Reading, last: int, sentence: Span) -> Voice | None:
    """Return the name between two commas: "the group's president, Jane Roe,"."""
    if not is_name(reading.words[last]) or reading.words[last].possessive:
        return None
    name = name_to(reading, last, sentence)
    first = reading.words[name.first]
    apart = not first.joined and "," in first.before and first.start > sentence.start
    return name if apart and name.last > name.first else None


def _ending(reading: Reading, last: int, sentence: Span) -> Voice | None:
    """Return the name or the noun that ends at word *last*."""
    word = reading.words[last]
    if word.possessive:
        return None
    if word.lower in _ALONE:
        return voice_of(reading, last, last, "person")
    if word.lower == "them" and last > 1 and reading.words[last - 2].lower in _ALONE:
        return voice_of(reading, last - 2, last, "person")
    if word.capital and word.lower not in NO_NAME:
        return name_to(reading, last, sentence)
    return noun_to(reading, last, sentence)


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
        if opens and is_name(name) and not name.possessive:
            voice = name_to(reading, index - 1, sentence)
            if _stands_free(reading, voice, sentence):
                return voice
    return None


def _stands_free(reading: Reading, voice: Voice, sentence: Span) -> bool:
    """Tell whether a name begins its clause, over its titles."""
    first = voice.first
    words = reading.words
    while first > 0 and words[first].joined and words[first - 1].span.start >= sentence.start:
        before = words[first - 1]
        if not before.capital and before.lower not in _BEFORE_A_NAME:
            return before.lower in ("and", "but", "while", "that", "as")
        first -= 1
    return True


def _after_quotation(reading: Reading, index: int) -> bool:
    at = index
    while at > 0 and is_filler(reading.words[at - 1]) and reading.words[at].joined:
        at -= 1
    start = reading.words[at].span.start
    behind = bisect_left(reading.quoted_starts, start) - 1
    if behind < 0:
        return False
    gap = reading.text[reading.quoted[behind].end : start]
    return len(gap) < 8 and not gap.strip(" \t\r\n\u00a0,—–-.")


def _quote_between(reading: Reading, start: int, end: int) -> bool:
    at = bisect_left(reading.quoted_starts, start)
    return at < len(reading.quoted) and reading.quoted[at].end <= end


def _taken(voices: Sequence[Voice], voice: Voice) -> bool:
    """Tell whether one of *voices* stands there, other than a name within a
    description ("the New York businessman")."""
    at = bisect_left(voices, voice.span.start, key=lambda other: other.span.end)
    return any(
        other.span.overlaps(voice.span)
        and not (voice.kind == "person" and other.kind == "name" and other.last < voice.last)
        and not (voice.possessive and other.kind == "document" and other.first == voice.first)
        for other in voices[at : at + 3]
    )
