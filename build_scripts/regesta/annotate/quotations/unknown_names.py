"""Names and nouns that nothing but their place shows to be somebody.

Where they begin and end is read from their capitals and from the small words
that join them.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.annotate.names.words import FUNCTION_WORDS, MONTHS, WEEKDAYS
from regesta.annotate.names.words import TITLES as OFFICES
from regesta.annotate.quotations.reading import Reading, Word, is_boundary
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.words import (
    DETERMINERS,
    ORGANISATION_HEADS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    TITLES,
    word_set,
)
from regesta.model import Span

_LONGEST = 7
PARTICLES = word_set("of the de la van von der bin al del di da le du and & for")
NO_NAME = (
    FUNCTION_WORDS - {"new"}
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
_NEVER_LEADING = NO_NAME - OFFICES - {"the"}
_CHIEFS = word_set("ceo cfo cto coo president chairman chairwoman founder")
_OFFICIAL = OFFICES | TITLES | _CHIEFS
_NO_NOUN = DETERMINERS | frozenset(PRONOUNS)
_OF_SAYING = SAYING | PARTICIPLES
_SURNAMES_TOO = word_set("king judge major bishop dean prince pope deacon baron duke earl")
_PARTIES = ("r-", "d-", "i-")
_WITHIN_A_NAME = PARTICLES - {"and", "for"}


def name_to(reading: Reading, last: int, sentence: Span) -> Voice:
    words, first = reading.words, last
    while first > 0 and last - first < _LONGEST and words[first].joined:
        before = words[first - 1]
        if before.span.start < sentence.start or before.possessive:
            break
        if before.capital and before.lower not in NO_NAME:
            first -= 1
        elif before.lower in PARTICLES and first > 1 and is_name(words[first - 2]):
            first -= 2
        else:
            break
    for of in range(first + 1, last):
        if words[of].lower == "of" and _is_whole(reading, first, of - 1):
            return voice_of(reading, first, of - 1, "stranger")
    the = words[first - 1] if first and words[first].joined else None
    if the and last > first and the.lower == "the" and the.capital:
        first -= 1  # The New York Times
    return voice_of(reading, first, last, "stranger")


def _is_whole(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a name is whole before "of": "Jane Roe" of "Jane Roe of
    Springfield", but not "Chamber" or "National Association"."""
    words = reading.words[first : last + 1]
    return len(words) > 1 and not any(word.lower in ORGANISATION_HEADS for word in words)


def name_from(reading: Reading, first: int) -> Voice | None:
    """Return the name that begins at word *first*, over its titles."""
    words, opening = reading.words, first
    while first < len(words) and _may_lead(words[first]):
        if first > opening and not words[first].joined:
            return None
        if not words[first].capital and words[first].lower in _NEVER_LEADING:
            return None
        first += 1
        if first < len(words) and not words[first].joined:
            return None
    if first < len(words) and first == opening and not words[first].capital:
        named = _described_name(reading, first)  # "press secretary Jane Roe"
        first = first if named is None else named
    if first >= len(words) or not is_name(words[first]) or words[first].possessive:
        return None
    last = first
    while last + 1 < len(words) and words[last + 1].joined and last - first < _LONGEST:
        after = words[last + 1]
        if is_name(after) and not words[last].possessive:
            last += 1
        elif after.lower == "of" and _is_whole(reading, first, last):
            break
        elif after.lower in _WITHIN_A_NAME:
            following = last + 2
            while following < len(words) and words[following].lower in PARTICLES:
                following += 1
            if following >= len(words) or not is_name(words[following]):
                break
            if not all(w.joined for w in words[last + 1 : following + 1]):
                break
            last = following
        elif after.capital and after.lower in _SURNAMES_TOO and _ends_here(words, last + 1):
            last += 1  # Peter King
        elif _is_office(after) and last + 2 < len(words):
            return name_from(reading, last + 1)  # "Springfield Mayor Jane Roe"
        elif (named := _described_name(reading, last + 1)) is not None:
            return name_from(reading, named)  # "Harvard law professor Jane Roe"
        else:
            break
    return None if words[last].possessive else voice_of(reading, first, last, "stranger")


def _ends_here(words: Sequence[Word], at: int) -> bool:
    """Tell whether no name goes on after the word *at*."""
    return at + 1 >= len(words) or not words[at + 1].joined or not words[at + 1].capital


def _described_name(reading: Reading, at: int) -> int | None:
    """Return where a name begins after small words that end in an occupation."""
    words = reading.words
    for index in range(at, min(at + 5, len(words))):
        if not words[index].joined or is_boundary(words[index]):
            return None
        if words[index].capital:
            known = head_of(words[index - 1].lower) if index > at else None
            return index if known is not None and known[1] == "person" else None
    return None


def _may_lead(word: Word) -> bool:
    """Tell whether a title or "shopkeeper" may stand before the name."""
    if word.lower in NO_NAME:
        return True
    known = None if word.capital else head_of(word.lower)
    return known is not None and known[1] == "person"


def _is_office(word: Word) -> bool:
    return word.capital and word.lower in _OFFICIAL


def noun_to(reading: Reading, last: int, sentence: Span) -> Voice | None:
    """Return "the 72-year-old retiree", "insurance brokers", ending at *last*."""
    words = reading.words
    if is_boundary(words[last]) or words[last].lower in _NO_NOUN:
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
    if first > 0 and words[first - 1].lower in PREPOSITIONS:
        head = _opening_noun(reading, sentence, first - 1)
        if head is not None:
            return head
    return _described(reading, first, last)


def _opening_noun(reading: Reading, sentence: Span, until: int) -> Voice | None:
    """Return the noun that opens a sentence and on which the preposition at word
    *until* hangs: "An engraving" of "An engraving on the mantel reads"."""
    words, first = reading.words, reading.index(sentence.start)
    if first >= until - 1 or words[first].lower not in DETERMINERS:
        return None
    between = words[first + 1 : until]
    if not all(word.joined for word in between) or any(is_boundary(word) for word in between):
        return None
    return _described(reading, first, until - 1)


def noun_from(reading: Reading, first: int) -> Voice | None:
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
    if any(w.lower in _OF_SAYING for w in reading.words[first:last]):
        return None
    return voice_of(reading, first, last, "group" if plural else "person")


def voice_of(reading: Reading, first: int, last: int, kind: str) -> Voice:
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


def is_name(word: Word) -> bool:
    """Tell whether a word may be of a name; "R-Ohio" says whose party it is."""
    return word.capital and word.lower not in NO_NAME and word.lower[:2] not in _PARTIES
