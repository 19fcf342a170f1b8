"""Events proposed from the texts: who met or spoke with whom, on which day.

Only what a sentence tells as done, of people who are named before and after a
verb of meeting, on a day that is known; what several documents tell of the
same people on the same day is one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regesta import edtf
from regesta.annotate.events.nouns import Marked
from regesta.annotate.quotations.reading import read
from regesta.model import (
    Block,
    DateExpression,
    Entity,
    Event,
    Evidence,
    Mention,
    Participant,
    Passage,
    Span,
    When,
)
from regesta.wording import _

_VERB = re.compile(
    r"\b(?:(?:met|spoke|talked|conferred|consulted|sat down)\s(?:[\w,]+\s){0,6}?(?:with|to)|"
    r"(?:held|hosted|convened|had|joined)\s(?:an?\s|his\s|her\s|the\s)?(?:[\w-]+\s){0,5}?"
    r"(?P<noun>call|meeting|talks|conversation|discussion|summit|lunch|dinner|conference)\s"
    r"(?:[\w,]+\s){0,3}?with|hosted|welcomed|received)\s"
)
_AHEAD = re.compile(
    r"\b(?:will|would|plans? to|to|may|might|should|could|not|never|if)\s(?:\w+\s)?$"
)
_CALL = re.compile(r"\b(?:call|phone|telephone|telephoned)\b")
_SPOKE = re.compile(r"\b(?:spoke|talked)\b")
_NO_SURNAME = frozenset(("jr", "sr", "ii", "iii", "iv"))
_BETWEEN_NAMES = re.compile(
    r"(?:,?\s(?:and|&)\s|,\s|\s)(?:(?:[A-Z][\w.’'-]*|of|the|for|to|and|on|U\.S\.|first|his|her)\s?)*"
)
_JOINED_BY = re.compile(r"\b(?:joined|accompanied) by\b")
_PARTS = re.compile(r"[;:“”\"]|\bthat\b")
_APPOSITION = 90
_UNREAD = ("residue", "source-line", "credit", "heading", "title", "table")
_AT = re.compile(
    r"(?:\sof\s(?:the\s)?[A-Z][\w\s]{1,40}?)?(?:,?\s(?:today|yesterday|earlier|tonight|"
    r"(?:on\s)?[A-Z][a-z]+day|this\s\w+|last\s\w+|on\s[A-Z][a-z]+\s\d{1,2},?))*"
    r"\s(?:in|at)\s(?:the\s)?"
)
"""From the last name to the place: the country, a day, nothing else."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a sentence of *document* tells: the *people* (ids, where each is
    named), the *day* and the words for it, the noun, and the place."""

    document: str
    people: tuple[tuple[str, Span], ...]
    day: date
    dated: Span
    noun: str
    place: tuple[str, Span] | None = None


def may_tell(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[Span]:
    """Return where *text* may tell of an occasion: blocks that name several people
    and have a verb of meeting."""
    marked = Marked(mentions, ())
    return [
        span
        for span in [b.span for b in blocks if b.kind not in _UNREAD] or [Span(0, len(text))]
        if len(_people(marked, span.start, span.end)) > 1
        and _VERB.search(text, span.start, span.end)
    ]


def occasions(
    document: str,
    text: str,
    spans: Sequence[Span],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
) -> list[Occasion]:
    """Return the occasions that *text* tells at *spans*, which :func:`may_tell`
    gives, in order."""
    marked = Marked(mentions, dates)
    found = []
    for span in spans:
        if not marked.dates_in(span.start, span.end):
            continue
        for sentence in read(text, span, ()).sentences:
            one = _occasion(document, text, sentence, marked)
            if one is not None:
                found.append(one)
    return found


def propose(told: Iterable[Occasion], known: Mapping[str, Entity]) -> list[Event]:
    """Return the events that *told* tells and *known* does not hold, by id.
    What several documents tell of the same people and day is one."""
    groups: dict[tuple[object, ...], list[Occasion]] = {}
    for one in told:
        spoken = one.noun in ("call", "conversation")
        groups.setdefault((frozenset(id for id, _s in one.people), one.day, spoken), []).append(one)
    held = [e for e in known.values() if isinstance(e, Event)]
    unique: dict[str, Event] = {}
    for group in groups.values():
        if not any(_same(group[0], event) for event in held):
            event = _event(group, known)
            if event.id not in known:
                unique.setdefault(event.id, event)
    return [unique[id] for id in sorted(unique)]


def _same(one: Occasion, event: Event) -> bool:
    first, last = event.when.earliest, event.when.latest
    within = first is not None and last is not None and first <= one.day <= last
    people = {id for id, _span in one.people}
    return within and len({p.entity for p in event.participants} & people) > 1


def _occasion(document: str, text: str, sentence: Span, marked: Marked) -> Occasion | None:
    day = _day(marked, sentence)
    if day is None or len(_people(marked, sentence.start, sentence.end)) < 2:
        return None
    verb = _VERB.search(text, sentence.start, sentence.end)
    if verb is None or _AHEAD.search(text, sentence.start, verb.start()):
        return None
    before = _people(marked, sentence.start, verb.start())
    after = _people(marked, verb.end(), sentence.end)
    if not before or not after:
        return None
    first = _joined(text, before[::-1])
    if _JOINED_BY.search(text, before[0].span.end, (first[-1].extended or first[-1].span).start):
        first = [*first, before[0]]
    if _PARTS.search(text, first[0].span.end, verb.start()):
        return None
    if (after[0].extended or after[0].span).start - verb.end() > _APPOSITION:
        return None
    people = {m.entities[0]: m for m in (*first[::-1], *_joined(text, after))}
    if len(people) < 2 or len(people) > 8:
        return None
    noun = _noun(verb)
    named = tuple((id, m.extended or m.span) for id, m in people.items())
    last = max(people.values(), key=lambda m: m.span.end)
    place = None if noun in ("call", "conversation") else _place(text, marked, last, sentence)
    return Occasion(document, named, day[0], day[1].span, noun, place)


def _place(text: str, marked: Marked, last: Mention, sentence: Span) -> tuple[str, Span] | None:
    """Return the place that stands right after the last name."""
    for place in marked.mentions_in(last.span.end, sentence.end):
        single = place.type == "place" and len(place.entities) == 1
        if single and _AT.fullmatch(text, last.span.end, place.span.start):
            return place.entities[0], place.span
    return None


def _noun(verb: re.Match[str]) -> str:
    """Return what the words call the occasion: who "spoke" may have met."""
    if _CALL.search(verb.group()):
        return "call"
    return verb["noun"] or ("conversation" if _SPOKE.search(verb.group()) else "meeting")


def _day(marked: Marked, sentence: Span) -> tuple[date, DateExpression] | None:
    """Return the one day that the sentence names."""
    days = [
        (d.when.earliest, d)
        for d in marked.dates_in(sentence.start, sentence.end)
        if d.when.earliest and d.when.earliest == d.when.latest and d.rule != "date-present"
    ]
    return days[0] if len({day for day, _d in days}) == 1 else None


def _people(marked: Marked, start: int, end: int) -> list[Mention]:
    return [
        m
        for m in marked.mentions_in(start, end)
        if m.type == "person" and len(m.entities) == 1 and m.span.end <= end
    ]


def _joined(text: str, people: Sequence[Mention]) -> list[Mention]:
    """Return the first of *people* and those joined to it by "and" and commas."""
    kept = [people[0]]
    for mention in people[1:]:
        near, far = sorted((kept[-1], mention), key=lambda m: m.span)
        between = text[near.span.end : (far.extended or far.span).start]
        if not _BETWEEN_NAMES.fullmatch(between):
            break
        kept.append(mention)
    return kept


def _surname(id: str) -> str:
    parts = [p for p in id.split("-") if p not in _NO_SURNAME and not p.isdigit()]
    return parts[-1] if parts else id


def _event(group: Sequence[Occasion], known: Mapping[str, Entity]) -> Event:
    one = group[0]
    ids = [id for id, _span in one.people]
    names = [known[id].name for id in ids]
    day = edtf.iso_day(one.day)
    short = "-".join(_surname(id) for id in ids[:3])
    evidence = tuple(
        Evidence(_("The day that the sentence names."), Passage(each.document, each.dated))
        for each in group
    )
    placed = next((each for each in group if each.place), None)
    place = placed.place if placed else None
    return Event(
        id=f"{one.noun}-{short}-{day}"[:80],
        kind="event",
        name=f"{one.noun.capitalize()} of {', '.join(names[:-1])} and {names[-1]}, "
        f"{edtf.speak(day)}",
        when=When(day, "inferred", one.day, one.day, None, evidence),
        place=place[0] if place else None,
        place_evidence=Passage(placed.document, place[1]) if placed and place else None,
        participants=tuple(
            Participant(id, Passage(one.document, span), _("named with the others"))
            for id, span in one.people
        ),
        note=_("Proposed from the texts: people named at a verb of meeting, with a day."),
        status="machine",
    )
