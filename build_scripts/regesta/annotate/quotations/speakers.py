"""Who may be speaking: names, descriptions and pronouns in a block.

A :class:`Voice` is a stretch of words that could be the subject of a verb of
saying.  Names come from the mentions that were found before; descriptions ("a
senior official", "the think tank", "a recent report") and pronouns are found
here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from regesta.annotate.names.words import MONTHS, WEEKDAYS
from regesta.annotate.quotations import extents
from regesta.annotate.quotations.perceiving import VERBS_ONLY
from regesta.annotate.quotations.reading import Reading, is_boundary
from regesta.annotate.quotations.words import (
    DETERMINERS,
    DOCUMENT_HEADS,
    GROUP_HEADS,
    INDEFINITE,
    ORGANISATION_HEADS,
    PERSON_HEADS,
    PLURALS,
    PRONOUNS,
    SAYING,
    TITLES,
    word_set,
)
from regesta.model import Mention, Span

VoiceKind = Literal["name", "person", "group", "organisation", "document", "pronoun", "stranger"]
"""A stranger is a name that no record has."""
Head = tuple[str, VoiceKind, bool]
"""A noun in the singular, the kind of speaker, and whether it stood in the plural."""

_MODIFIERS = word_set("""
    senior top former local unnamed anonymous state federal national military police foreign
    defense defence intelligence security government opposition health city county human
    rights industry company family law enforcement border provincial regional key leading some
    independent current retired high-ranking high-level state-run press news think white house
    many most other several all task court internal leaked classified
    """)
"""Words that describe a speaker who stands without an article."""

_SAID_OF_ALL = DETERMINERS - {"other"}
_DAYS_AND_MONTHS = WEEKDAYS | MONTHS
BEFORE_SURNAME = TITLES | word_set("rep sen gov gen col capt sgt lt adm")
_BEFORE_AUTHOR = DETERMINERS | TITLES
_LONGEST_DESCRIPTION = 8
_TITLE_WORDS = word_set("of and the for to in on de")


class Voice(msgspec.Struct, frozen=True):
    """Words that may name a speaker: from word *first* to word *last* of the
    reading.  *head* is the noun in the singular (or the pronoun's kind),
    *described* the words that describe it, *author* the name that a document's
    description carries ("a report from …")."""

    span: Span
    first: int
    last: int
    kind: VoiceKind
    head: str = ""
    described: frozenset[str] = frozenset()
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    possessive: bool = False
    mention: Mention | None = None
    author: Mention | None = None


def named(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the outermost mentions that may speak (people, organisations,
    places), in order, without those inside another's title of office."""
    outer: list[Mention] = []
    covered = -1
    wanted = [m for m in mentions if m.type in ("person", "organisation", "place")]
    ranges = {id(m): m.extended or m.span for m in wanted}
    for mention in sorted(wanted, key=lambda m: (ranges[id(m)].start, -ranges[id(m)].end)):
        if mention.span.start >= covered:
            outer.append(mention)
            covered = max(covered, ranges[id(mention)].end)
    return outer


def find(reading: Reading, names: Sequence[Mention]) -> list[Voice]:
    """Return the voices of a block in order; they do not overlap.  *names* are
    those of :func:`named` for the whole text."""
    by_name = _names(reading, names)
    taken = [voice.span for voice in by_name]
    voices = list(by_name)
    known_words = _known_words
    for index, word in enumerate(reading.words):
        known = known_words[word[2]]
        if known is None:
            continue
        if known[1] == "pronoun":
            if not word.before.endswith("]"):  # not "[T]he"
                voices.append(_pronoun(reading, index))
            continue
        if _inside(word.span, taken):
            continue
        voice = _description(reading, index, known, taken, by_name)
        if voice is not None:
            voices.append(voice)
    return _without_overlaps(voices)


def _names(reading: Reading, names: Sequence[Mention]) -> list[Voice]:
    voices: list[Voice] = []
    start = bisect_left(names, reading.span.start, key=lambda m: m.span.start)
    for number in range(start, len(names)):
        mention = names[number]
        if mention.span.start >= reading.span.end:
            break
        first = reading.index(mention.span.start)
        last = reading.index(mention.span.end) - 1
        if first > last or reading.words[first].start != mention.span.start:
            continue
        possessive = reading.words[last].possessive
        voices.append(
            Voice(mention.span, first, last, "name", possessive=possessive, mention=mention)
        )
    return voices


def _pronoun(reading: Reading, index: int) -> Voice:
    word = reading.words[index]
    return Voice(word.span, index, index, "pronoun", head=PRONOUNS[word.lower], definite=True)


_MOST_WORDS = 16_384


class _KnownWords(dict[str, Head | None]):
    """What :func:`head_of` says of the words that were met last, and something of
    each pronoun: every word of a text is looked up here."""

    def __missing__(self, lower: str) -> Head | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found: Head | None = (lower, "pronoun", False)
        if lower not in PRONOUNS:
            found = _head_of(lower)
        self[lower] = found
        return found


def head_of(lower: str) -> Head | None:
    """Return the singular of a noun that may name a speaker, what kind of
    speaker, and whether it stands in the plural; None for other words."""
    found = _known_words[lower]
    return None if found is not None and found[1] == "pronoun" else found


def _head_of(lower: str) -> Head | None:
    if lower in GROUP_HEADS:
        return lower, "group", True
    singular, plural = _singular(lower)
    if singular in PERSON_HEADS or singular == "person":
        return singular, "group" if plural else "person", plural
    if singular in ORGANISATION_HEADS:
        return singular, "organisation", plural
    if singular in DOCUMENT_HEADS:
        return singular, "document", plural
    return None


_known_words = _KnownWords()


def _singular(lower: str) -> tuple[str, bool]:
    if lower in PLURALS:
        return PLURALS[lower], True
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y", True
    if lower.endswith("s") and not lower.endswith("ss"):
        return lower[:-1], True
    return lower, False


def _description(
    reading: Reading,
    index: int,
    known: Head,
    taken: Sequence[Span],
    names: Sequence[Voice],
) -> Voice | None:
    """Return the description whose noun is the word at *index*, or None;
    *known* is what :func:`head_of` says of it."""
    word = reading.words[index]
    head, kind, plural = known
    if _is_compound(reading, index) or (kind != "document" and _is_title(reading, index, taken)):
        return None
    if kind == "document" and plural and _is_verb_after_name(reading, index):
        return None
    first = _first_word(reading, index, plural)
    first = _whole_name(first, names)
    opening = reading.words[first]
    if word.capital and opening.lower in BEFORE_SURNAME:
        return None  # Rep. Peter King
    determined = opening.lower in DETERMINERS or opening.possessive
    if first == index and not plural:
        return None
    if kind != "document" and _of_an_office(reading, index):
        return None
    inner = _mention_within(reading, first, index, names)
    author = inner if kind == "document" else None
    if inner is not None and kind == "organisation" and inner.type == "organisation":
        return None
    described = frozenset(
        w.lower for w in reading.words[first:index] if w.lower not in _SAID_OF_ALL
    )
    span = Span(opening.start, word.end)
    if kind in ("person", "group"):
        start, last = extents.start_of(reading, first), extents.end_of(reading, index, head)
        span = Span(reading.words[start].start, reading.words[last].end)
    return Voice(
        span,
        first,
        index,
        kind,
        head=head,
        described=described,
        plural=plural,
        definite=determined and opening.lower not in INDEFINITE,
        indefinite=opening.lower in INDEFINITE,
        possessive=word.possessive,
        author=author or (_author_after(reading, index, names) if kind == "document" else None),
    )


def _is_compound(reading: Reading, index: int) -> bool:
    """Tell whether the noun only describes the next: "press" of "press
    secretary", "police" of "police chief"."""
    following = index + 1
    if following >= len(reading.words) or not reading.words[following].joined:
        return False
    after = reading.words[following]
    known = head_of(after.lower)
    return known is not None and known[1] != "document" and after.lower not in SAYING | DETERMINERS


def _of_an_office(reading: Reading, index: int) -> bool:
    """Tell whether "the secretary" goes on as "of state's office"."""
    words = reading.words[index + 1 : index + 6]
    if not words or words[0].lower != "of" or not words[0].joined:
        return False
    for owner, owned in pairwise(words[1:]):
        if owner.possessive:
            return owned.joined and owned.lower in ORGANISATION_HEADS
    return False


def _first_word(reading: Reading, index: int, plural: bool) -> int:
    """Return where the description of the noun at *index* begins."""
    words = reading.words
    first = index
    while index - first < _LONGEST_DESCRIPTION and first > 0 and words[first].joined:
        word = words[first - 1]
        if is_boundary(word) or word.lower in PRONOUNS or word.lower in VERBS_ONLY:
            break
        first -= 1
        if word.lower in DETERMINERS:
            return first
    while first < index and not (
        words[first].capital
        or words[first].possessive
        or words[first].lower in _MODIFIERS
        or words[first].lower[:1].isdigit()
    ):
        first += 1
    return first


def _is_verb_after_name(reading: Reading, index: int) -> bool:
    """Tell whether "reports" is a verb: "The Gazette reports that …"."""
    return index > 0 and reading.words[index].lower in SAYING and reading.words[index - 1].capital


def _whole_name(first: int, names: Sequence[Voice]) -> int:
    """Return where the name that holds word *first* begins, or *first*."""
    at = bisect_right(names, first, key=lambda voice: voice.first) - 1
    return names[at].first if at >= 0 and names[at].last >= first else first


def _is_title(reading: Reading, index: int, taken: Sequence[Span]) -> bool:
    """Tell whether a noun is the title of the name after it: "Minister Silva",
    "Minister of Public Security Silva"."""
    words = reading.words
    if index + 1 < len(words) and (words[index].capital or words[index].lower in PERSON_HEADS):
        after = words[index + 1]
        if after.capital and after.joined and after.lower not in _DAYS_AND_MONTHS:
            return True  # of a name that no record has, too
    for following in range(index + 1, min(index + 10, len(words))):
        word = words[following]
        if not word.joined and word.before.strip() not in (".", "-"):
            return False
        if _inside(word.span, taken):
            return True
        if not word.capital and (word.lower not in _TITLE_WORDS or not words[index].capital):
            return False
    return False


def _inside(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, span.end, key=lambda other: other.start) - 1
    return at >= 0 and taken[at].overlaps(span)


def _mention_within(
    reading: Reading, first: int, last: int, voices: Sequence[Voice]
) -> Mention | None:
    start, end = reading.words[first].start, reading.words[last].end
    for voice in _from(voices, start):
        if voice.span.start >= end:
            return None
        if voice.mention is not None and voice.mention.type != "place":
            return voice.mention
    return None


def _author_after(reading: Reading, index: int, voices: Sequence[Voice]) -> Mention | None:
    """Return who is named as the author right after a document's description."""
    words = reading.words
    if index + 1 >= len(words) or words[index + 1].lower not in ("from", "by", "of"):
        return None
    following = index + 2
    while following < len(words) and following < index + 6 and words[following].joined:
        for voice in _from(voices, words[following].start)[:1]:
            mention = voice.mention
            if voice.first == following and mention is not None and not voice.possessive:
                return mention if mention.type != "place" else None
        if words[following].lower not in _BEFORE_AUTHOR and not words[following].capital:
            return None
        following += 1
    return None


def _from(voices: Sequence[Voice], start: int) -> Sequence[Voice]:
    at = bisect_left(voices, start, key=lambda voice: voice.span.start)
    return voices[at : at + 8]


def _without_overlaps(voices: list[Voice]) -> list[Voice]:
    """Keep the longest of voices that overlap; the first of equals."""
    kept: list[Voice] = []
    for voice in sorted(voices, key=lambda v: (v.span.start, -v.span.end)):
        if kept and kept[-1].span.overlaps(voice.span):
            if voice.span.end <= kept[-1].span.end:
                continue
            voice_wins = voice.kind not in ("name", "pronoun") and kept[-1].kind == "name"
            if not voice_wins:
                continue
            kept.pop()
        kept.append(voice)
    return kept
