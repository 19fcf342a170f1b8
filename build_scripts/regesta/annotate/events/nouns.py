"""Words that may point to an event: which words, and what hangs on them.

``Sunday's meeting``, ``the January 30 [inaugural meeting]``, ``[the meeting in
Lisbon]``, ``[closed-door talks]``: an article alone belongs to the words where
it points back ("the meeting"), adjectives belong where they say which occasion,
and a date where it stands right before the noun.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick

from regesta.annotate.events.vocabulary import (
    ALSO_VERBS,
    FAMILIES_OF,
    KINDS_OF,
    NOT_BEFORE,
    USUALLY_PLURAL,
    singular,
)
from regesta.annotate.quotations.reading import Reading, Word
from regesta.annotate.quotations.words import PREPOSITIONS, PRONOUNS, SAYING
from regesta.model import Annotation, DateExpression, Mention, Span

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_HOLDING = frozenset(
    {"hold", "held", "holding", "have", "had", "attend", "attended", "joined", "and", "resume"}
)
_BREAKS = SAYING | frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "came", "follows", "marked"}
)
_HELD = frozenset({"held", "hosted", "scheduled", "planned", "set"})
_OFTEN_VERBS = ALSO_VERBS - USUALLY_PLURAL
_BEFORE_A_VERB = PREPOSITIONS | _HOLDING
_ENDING = PREPOSITIONS | _BREAKS
_AT_HEAD = 8
"""Where a sentence begins, its capitals say nothing."""

_REACH = 24
"""How many words after the noun may still tell of the event."""


class Pointer(msgspec.Struct, frozen=True):
    """Words that may point to an event.  *noun* is its noun in the singular,
    *kinds* the adjectives, *article* the determiner in small letters, *dates*,
    *places* and *others* what hangs on the words; *near* is the sentence."""

    span: Span
    noun: str
    plural: bool
    kinds: tuple[str, ...]
    article: str
    dates: tuple[DateExpression, ...]
    attached: tuple[Mention, ...]
    near: Span
    heading: bool = False
    capital: bool = False


class Marked:
    """What was found in a text before: mentions and dates, in order."""

    __slots__ = ("_date_starts", "_mention_starts", "dates", "mentions")

    def __init__(self, mentions: Iterable[Mention], dates: Iterable[DateExpression]) -> None:
        self.mentions = sorted(mentions, key=_place)
        self.dates = sorted(dates, key=_place)
        self._mention_starts = [mention.span.start for mention in self.mentions]
        self._date_starts = [date.span.start for date in self.dates]

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin in ``[start, end)``."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def dates_in(self, start: int, end: int) -> Sequence[DateExpression]:
        """Return the date expressions that begin in ``[start, end)``."""
        starts = self._date_starts
        return self.dates[bisect_left(starts, start) : bisect_left(starts, end)]

    def mentions_up_to(self, start: int, most: int) -> Sequence[Mention]:
        """Return the last mentions, *most* at most, that begin at *start* or before."""
        at = bisect_right(self._mention_starts, start)
        return self.mentions[max(0, at - most) : at]

    def dates_up_to(self, start: int, most: int) -> Sequence[DateExpression]:
        """As :meth:`mentions_up_to`, of date expressions."""
        at = bisect_right(self._date_starts, start)
        return self.dates[max(0, at - most) : at]


def _place(one: Annotation) -> tuple[int, int]:
    return one.span.start, -one.span.end


def find(reading: Reading, marked: Marked, heading: bool, places: Sequence[int]) -> list[Pointer]:
    """Return the words of a block that may point to an event, in order; *places*
    is what :func:`places_in` says of it."""
    heads = _outermost(reading, list(_heads(reading, marked, heading, places)))
    pointers: list[Pointer] = []
    for at, head in enumerate(heads):
        following = heads[at + 1] if at + 1 < len(heads) else None
        pointers.append(_pointer(reading, marked, head, following, heading))
    return pointers


def _outermost(reading: Reading, heads: Sequence[_Head]) -> list[_Head]:
    """Leave out the second noun of "the announcement of the launch"."""
    kept: list[_Head] = []
    for head in heads:
        if kept and FAMILIES_OF[kept[-1].noun] & FAMILIES_OF[head.noun]:
            between = reading.words[kept[-1].last + 1 : head.first]
            if [w.lower for w in between] in (["of"], ["of", "the"]):
                continue
        kept.append(head)
    return kept


class _Head(msgspec.Struct, frozen=True):
    noun: str
    plural: bool
    first: int
    last: int
    kinds: tuple[str, ...]
    article: str
    date: DateExpression | None


def _heads(
    reading: Reading, marked: Marked, heading: bool, places: Sequence[int]
) -> Iterator[_Head]:
    for place in places:
        index = reading.index(place)
        if index == len(reading.words):
            return
        word = reading.words[index]
        if word.start != place or not _may_head(word.lower):
            continue
        head = _views(reading, index) or _noun(reading, index)
        if head is None or _within_a_name(marked, word.span):
            continue
        noun, plural, last = head
        first = index
        while (
            first and reading.words[first].joined and _says_which(reading.words[first - 1], marked)
        ):
            first -= 1
        kinds = tuple(reading.words[i].lower for i in range(first, index))
        before = reading.words[first - 1] if first and reading.words[first].joined else None
        date = _date_before(reading, marked, first)
        found = _Head(noun, plural, first, last, kinds, before.lower if before else "", date)
        if noun == "exchange" or _stands_for_event(reading, found, before, heading):
            yield found


_NOUNS = AhoCorasick(sorted({*FAMILIES_OF, "exchange"}))


def places_in(text: str, span: Span) -> list[int]:
    """Return where in *span* of *text* a word may begin that is the noun of a
    pointer, in order; most texts have none."""
    words = span.of(text)
    small = words.lower()
    if len(small) != len(words):  # a letter whose small form is two
        small = "".join([c.lower()[0] for c in words])
    hits = {start for _, start, _ in _NOUNS.find_matches_as_indexes(small, overlapping=True)}
    return [span.start + start for start in sorted(hits)]


def _may_head(lower: str) -> bool:
    return lower.startswith("exchange") or singular(lower) is not None


def _noun(reading: Reading, index: int) -> tuple[str, bool, int] | None:
    word = reading.words[index]
    known = singular(word.lower)
    if known is None or word.possessive:
        return None
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if after is not None and after.joined and after.lower in NOT_BEFORE:
        return None
    noun, plural = known
    if noun == "exchange" or (noun in USUALLY_PLURAL and not plural):
        return None
    return noun, plural, index


def _views(reading: Reading, index: int) -> tuple[str, bool, int] | None:
    """ "exchanged views", "exchange of views"."""
    words = reading.words
    if not words[index].lower.startswith("exchange"):
        return None
    ahead = [word.lower for word in words[index + 1 : index + 3]]
    if ahead[:1] == ["views"]:
        return "exchange", False, index + 1
    if ahead == ["of", "views"]:
        return "exchange", False, index + 2
    return None


def _says_which(word: Word, marked: Marked) -> bool:
    if "-" in word.lower or "–" in word.lower:  # "France-Italy summit"
        named = marked.mentions_in(word.start, word.start + 1)
        if any(mention.type in ("place", "person", "organisation") for mention in named):
            return True
    return word.lower in KINDS_OF or word.lower.endswith(("-level", "-door", "-day", "-hour"))


def _within_a_name(marked: Marked, span: Span) -> bool:
    return any(mention.span.overlaps(span) for mention in marked.mentions_up_to(span.start, 4))


def _date_before(reading: Reading, marked: Marked, first: int) -> DateExpression | None:
    """Return the date expression that ends right before word *first*."""
    if first == 0:
        return None
    start, end = reading.words[first - 1].start, reading.words[first].start
    for date in marked.dates_up_to(start, 3):
        between = reading.text[date.span.end : end]
        if date.span.end > start and between.strip() in ("", "'s", "’s", "'", "’"):
            return date
    return None


def _stands_for_event(reading: Reading, head: _Head, before: Word | None, heading: bool) -> bool:
    """Tell whether the noun stands for an occasion rather than an activity:
    "the meeting", "closed-door talks", not "after meeting" nor "he talks"."""
    if head.date is not None or head.kinds or head.article in _POINTING:
        return True
    if before is None:
        return heading or head.plural
    if before.possessive or head.article in ("a", "an", "his", "her", "its", "their", "our"):
        return True
    if head.plural and head.noun not in _OFTEN_VERBS:
        return head.article not in PRONOUNS
    if head.plural:
        return head.article in _BEFORE_A_VERB or before.lower.endswith("ive")
    return _described(reading, head.first)


def _described(reading: Reading, first: int) -> bool:
    """Tell whether an article stands some words back: "a candid and
    constructive discussion".  Without one it is an activity."""
    words = reading.words
    for index in range(first - 1, max(-1, first - 6), -1):
        word = words[index]
        if word.lower in ("a", "an", "the"):
            return True
        if not words[index + 1].joined or word.capital or word.lower in _ENDING:
            return False
    return False


def _pointer(
    reading: Reading, marked: Marked, head: _Head, following: _Head | None, heading: bool
) -> Pointer:
    words = reading.words
    first, last = words[head.first], words[head.last]
    start, end = first.span.start, last.span.end
    sentence = reading.sentence(start)
    if head.date is not None and not head.kinds and _is_modifier(reading, head):
        start = head.date.span.start
    elif _points_back(head):
        start = words[head.first - 1].start
    until = _until(reading, marked, head, following)
    dates = [date for date in marked.dates_in(end, until) if not _belongs(date, following)]
    if head.date is not None:
        dates = [head.date]
    owners = _owners(reading, marked, head)
    attached = [*owners, *marked.mentions_in(end, until)]
    if _points_back(head) and head.article == "the":
        end = _with_place(reading, marked, end)
    return Pointer(
        Span(start, end),
        head.noun,
        head.plural,
        head.kinds,
        head.article,
        tuple(dates),
        tuple(attached),
        sentence,
        heading,
        not heading and last.capital and first.span.start > sentence.start + _AT_HEAD,
    )


def _is_modifier(reading: Reading, head: _Head) -> bool:
    """Tell whether the date stands before its noun as in "May 3 meeting"
    or "Sunday's meeting", not as in "two days after talks"."""
    assert head.date is not None
    written = head.date.span.of(reading.text)
    return written.split()[-1].lower() not in PREPOSITIONS if written.split() else False


def _points_back(head: _Head) -> bool:
    if head.date is not None or head.kinds or head.article not in _POINTING:
        return False
    return head.article != "the" or not head.plural


def _until(reading: Reading, marked: Marked, head: _Head, following: _Head | None) -> int:
    """Return where the words that hang on the noun end: at the next noun of the
    kind or named event, at a verb that says something else, at the end of the
    sentence; at once unless a preposition or a date leads on."""
    words = reading.words
    end = words[head.last].end
    if not _leads_on(reading, marked, head.last + 1):
        return end
    sentence = reading.sentence(words[head.last].start)
    limit = sentence.end
    named = [m for m in marked.mentions_in(end, limit) if m.type == "event"]
    if named:
        limit = named[0].span.start
    for word in words[head.last + 1 : head.last + _REACH]:
        if word.start >= limit:
            return limit
        if following is not None and word.start >= words[following.first].start:
            break
        if word.lower in _BREAKS or ";" in word.before:
            break
        end = word.end
    return end


def _leads_on(reading: Reading, marked: Marked, index: int) -> bool:
    if index >= len(reading.words):
        return False
    word = reading.words[index]
    if word.lower in PREPOSITIONS or word.lower in _HELD:
        return True
    return bool(marked.dates_in(word.start, word.start + 1))


def _belongs(date: DateExpression, following: _Head | None) -> bool:
    return following is not None and following.date is not None and following.date.span == date.span


def _owners(reading: Reading, marked: Marked, head: _Head) -> list[Mention]:
    """Return whose occasion it is: "Secretary Smith’s bilateral meeting"."""
    start = head.date.span.start if head.date is not None else reading.words[head.first].start
    index = reading.index(start) - 1
    if index < 0 or not reading.words[index].possessive:
        return []
    word = reading.words[index]
    low = marked.mentions_in(max(0, word.start - 60), word.end)
    return [mention for mention in low if word.start < mention.span.end <= word.end]


def _with_place(reading: Reading, marked: Marked, end: int) -> int:
    """Return the end of "in Lisbon" right after *end*, or *end*."""
    index = reading.index(end)
    words = reading.words
    if index + 1 >= len(words) or words[index].lower not in ("in", "at"):
        return end
    if not words[index].joined or not words[index + 1].joined:
        return end
    for mention in marked.mentions_in(words[index].end, words[index + 1].end):
        if mention.type == "place" and mention.span.start == words[index + 1].start:
            return mention.span.end
    return end
