"""How well words fit an event: date, place, names, kind, and where they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import msgspec

from regesta import edtf
from regesta.annotate.events.nouns import Marked, Pointer
from regesta.annotate.events.vocabulary import (
    AHEAD,
    ANOTHER_OCCASION,
    FAMILIES_OF,
    KINDS_OF,
    VERBS,
    singular,
)
from regesta.annotate.quotations.reading import Reading
from regesta.annotate.quotations.words import PREPOSITIONS
from regesta.model import DateExpression, EntityKind, Event, Mention, When

_WORD = re.compile(r"\w+(?:-\w+)*")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
OPENING_BLOCKS = 3
"""Blocks that tell what a document is about."""
_A_DAY = 3
"""A date that leaves more days open than this does not tell an occasion."""

Days = tuple[date | None, date | None]


class Known(msgspec.Struct, frozen=True):
    """What an event's record gives to go by."""

    id: str
    days: Days
    place: str | None
    participants: frozenset[str]
    nouns: frozenset[str]
    families: frozenset[str]
    kinds: frozenset[str]
    planned: bool


class Scene(msgspec.Struct, frozen=True):
    """Where words stand: what hangs on them and what their sentence names
    before them, the same for every event that they may mean; what the document
    is about; and the event spoken of last in the paragraph.

    *attached* maps the person or body named with the words to the type;
    *names* and *dates* are those of the sentence, *dates* the narrow ones.
    *around* is whoever and whatever is named at all; *people* tells that people
    are named with the words.
    """

    main: str | None
    last: Mention | None
    places: frozenset[str]
    attached: Mapping[str, EntityKind]
    names: frozenset[str]
    dates: tuple[DateExpression, ...]
    narrow: bool
    around: frozenset[str]
    people: bool


class Verdict(NamedTuple):
    """How well the words fit *event*; *sure* where what hangs on them tells."""

    event: str
    score: float
    reasons: tuple[str, ...]
    sure: bool


def know(event: Event) -> Known:
    """Return what the record of *event* gives to go by."""
    nouns, families, kinds = _called(event.name, event.variants)
    return Known(
        event.id,
        _days(event.when),
        event.place,
        frozenset([participant.entity for participant in event.participants]),
        nouns,
        families,
        kinds,
        event.planned,
    )


# Many documents are held against the same events.
@lru_cache(4_096)
def _called(
    name: str, variants: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the nouns, their families, and the adjectives of kind in the names."""
    nouns: set[str] = set()
    kinds: set[str] = set()
    for one in (name, *variants):
        words = [word.lower() for word in _WORD.findall(_IN_BRACKETS.sub(" ", one))]
        kinds.update(word for word in words if word in KINDS_OF)
        nouns.update(_nouns(words))
    families = frozenset(family for noun in nouns for family in FAMILIES_OF[noun])
    return frozenset(nouns), families, frozenset(kinds)


def _nouns(words: Sequence[str]) -> set[str]:
    """Return what the name calls the event: "Announcement of the meeting" is an
    announcement, not a meeting."""
    nouns: set[str] = set()
    for word in words:
        if nouns and word in PREPOSITIONS:
            break
        noun = _noun(word)
        if noun is not None:
            nouns.add(noun)
    return nouns


def _noun(word: str) -> str | None:
    if word in VERBS:
        return VERBS[word]
    known = singular(word)
    return known[0] if known is not None else None


def _days(when: When) -> Days:
    if when.earliest is not None or when.latest is not None:
        return when.earliest, when.latest
    if when.edtf is None or edtf.is_duration(when.edtf):
        return None, None
    return edtf.bounds(when.edtf) if edtf.validate(when.edtf) is None else (None, None)


def _fits(expression: DateExpression, event: Known) -> bool | None:
    """Tell whether the event may be of that date; None where nothing tells."""
    (start, end), (first, last) = _days(expression.when), event.days
    if (start is None and end is None) or (first is None and last is None):
        return None
    before = end is not None and first is not None and end < first
    after = start is not None and last is not None and last < start
    return not (before or after)


def _narrow(expression: DateExpression) -> bool:
    start, end = _days(expression.when)
    return start is not None and end is not None and (end - start).days <= _A_DAY


def look_around(pointer: Pointer, marked: Marked, main: str | None, last: Mention | None) -> Scene:
    """Return where *pointer* stands; see :class:`Scene`."""
    start, end = pointer.near.start, pointer.span.start
    places = frozenset(e for m in pointer.attached if m.type == "place" for e in m.entities)
    attached = {
        m.entities[0]: m.type
        for m in pointer.attached
        if m.type in ("person", "organisation") and len(m.entities) == 1
    }
    names = frozenset(e for m in marked.mentions_in(start, end) for e in m.entities[:1])
    return Scene(
        main,
        last,
        places,
        attached,
        names,
        () if pointer.dates else tuple(d for d in marked.dates_in(start, end) if _narrow(d)),
        any(_narrow(date) for date in pointer.dates),
        names.union(places, attached, last.entities[:1] if last else (), (main,) if main else ()),
        "person" in attached.values(),
    )


def weigh(event: Known, pointer: Pointer, scene: Scene) -> Verdict | None:
    """Return how well *pointer* fits *event*, or None where it cannot mean it."""
    if event.families and event.families.isdisjoint(FAMILIES_OF[pointer.noun]):
        return None
    if pointer.capital and pointer.noun not in event.nouns:
        return None  # "the Summit": a name of another occasion
    fits = [fit for date in pointer.dates if (fit := _fits(date, event)) is not None]
    if False in fits:
        return None
    if not (fits or scene.dates) and _is_elsewhere(event, scene):
        scored = _by_kind(event, pointer)
        reasons = tuple([reason for _, reason in scored if reason])
        return Verdict(event.id, sum([score for score, _ in scored]), reasons, False)
    scored = _by_date(scene, fits) if fits else []
    if scene.places:
        scored += _by_place(event, scene)
    if scene.attached:
        scored += _by_names(event, scene)
    attached = sum([score for score, _ in scored])
    if attached <= 0 and any(score < 0 for score, _ in scored):
        return None
    scored += _by_kind(event, pointer)
    if scene.names or scene.dates:
        scored += _by_sentence(event, scene)
    scored += _by_standing(event, pointer, scene)
    reasons = tuple([reason for score, reason in scored if score > 0 and reason])
    return Verdict(event.id, sum([score for score, _ in scored]), reasons, attached >= 4)


def _is_elsewhere(event: Known, scene: Scene) -> bool:
    """Tell at once of most events that nothing around the words speaks for or
    against them."""
    return (
        event.id not in scene.around
        and event.place not in scene.around
        and event.participants.isdisjoint(scene.around)
        and not (scene.people and event.participants)
    )


Scored = list[tuple[float, str]]


def _by_date(scene: Scene, fits: Sequence[bool]) -> Scored:
    if scene.narrow:
        return [(4.0, "the date that stands with the words is the event’s")]
    return [(2.5, "the time that stands with the words takes in the event’s date")]


def _by_place(event: Known, scene: Scene) -> Scored:
    if event.place is not None and event.place in scene.places:
        return [(4.0, "the place that stands with the words is the event’s")]
    return []


def _by_names(event: Known, scene: Scene) -> Scored:
    named = scene.attached
    part = [entity for entity in named if entity in event.participants]
    people = [entity for entity, kind in named.items() if kind == "person"]
    scored: Scored = []
    if part:
        scored.append((2.0 * min(len(part), 3), "those named with the words took part"))
    strangers = len([entity for entity in people if entity not in event.participants])
    if strangers and event.participants:
        scored.append((-2.5 * strangers, ""))
    return scored


def _by_kind(event: Known, pointer: Pointer) -> Scored:
    scored: Scored = []
    shared = [kind for kind in pointer.kinds if kind in event.kinds] if pointer.kinds else []
    if shared:
        scored.append((2.0 * len(shared), f"the record calls it “{shared[0]}” too"))
    if pointer.noun in event.nouns:
        scored.append((0.75, ""))
    elif not event.families:
        scored.append((-0.5, ""))
    if event.planned:
        ahead = AHEAD & set(pointer.kinds)
        scored.append((2.0, "announced, as the words say") if ahead else (-2.0, ""))
    return scored


def _by_sentence(event: Known, scene: Scene) -> Scored:
    """What else stands in the sentence before the words: it tells less."""
    scored: Scored = []
    if event.place is not None and event.place in scene.names:
        scored.append((0.75, "its place is named in the sentence"))
    part = len(scene.names & event.participants)
    if part:
        scored.append((0.5 * min(part, 3), "some who took part are named in the sentence"))
    if any(_fits(d, event) for d in scene.dates):
        scored.append((1.0, "the sentence gives its date"))
    return scored


def _by_standing(event: Known, pointer: Pointer, scene: Scene) -> Scored:
    """What the document is about, and what the paragraph spoke of last."""
    scored: Scored = []
    last = scene.last
    spoken_of = last is not None and last.entities[:1] == (event.id,)
    if event.id != scene.main and not spoken_of:
        return scored
    elsewhere = ANOTHER_OCCASION & {*pointer.kinds, pointer.article}
    if event.id == scene.main:
        # "Further talks later this month" are not what the document is about.
        another = elsewhere and not any(_narrow(date) for date in pointer.dates)
        score = -2.0 if another else 2.5
        scored.append((score, "it is what the document is about"))
    if last is not None and spoken_of:
        close = pointer.near.start <= last.span.start
        scored.append((0.75 if close and not elsewhere else 0.25, ""))
    return scored


def main_event(
    known: Sequence[Known],
    marked: Marked,
    readings: Sequence[Reading],
    nouns: Sequence[str],
) -> str | None:
    """Return the id of the event that the document is about, or None.

    It is the one whose date, place, participants and kind stand in the title
    and the first paragraphs, clearly more than those of any other.
    """
    scores: dict[str, float] = defaultdict(float)
    for at, reading in enumerate(readings[:OPENING_BLOCKS]):
        weight = 2.0 if at < 2 else 1.0
        names = {
            e
            for m in marked.mentions_in(reading.span.start, reading.span.end)
            for e in m.entities[:1]
        }
        dates = [d for d in marked.dates_in(reading.span.start, reading.span.end) if _narrow(d)]
        words = {word.lower for word in reading.words}
        for event in known:
            scores[event.id] += weight * _opening(event, names, dates, words)
    common = Counter(family for noun in nouns for family in FAMILIES_OF[noun])
    most = max(common.values(), default=0)
    top = {family for family, count in common.items() if count == most}
    for event in known:
        if event.families & top:
            scores[event.id] += 1.5
    ranked = sorted(((score, id) for id, score in scores.items()), reverse=True)
    if not ranked or ranked[0][0] < 4:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= 1 else None


def _opening(
    event: Known, names: set[str], dates: Sequence[DateExpression], words: set[str]
) -> float:
    score = 1.0 * min(3, len(names & event.participants)) if names else 0.0
    score += 2.0 if event.place is not None and event.place in names else 0.0
    score += 2.0 if dates and any(_fits(date, event) for date in dates) else 0.0
    score += 0.5 if event.kinds & words else 0.0
    return score - 1.0 if event.planned else score
