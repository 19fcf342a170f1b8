"""Who took part in an event, as a part of a sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from regesta.annotate.accounts.clauses import Told, clause_end, clause_start, trimmed
from regesta.annotate.accounts.scenes import Scene
from regesta.annotate.accounts.vocabulary import MEETING, TAKING_PART
from regesta.annotate.events.nouns import Marked
from regesta.model import Certainty, Mention, Span

_NEAR = 120
_UNNAMED = re.compile(
    r"\b(?:[Oo]fficials|[Rr]epresentatives|[Dd]elegates|[Dd]eputy|[Dd]eputies|[Aa]ides|[Ee]xperts|"
    r"[Ss]cientists|[Dd]iplomats|[Aa]dvis[eo]rs|[Ee]nvoys|[Dd]elegations?)\b"
)
_TO_ANOTHER = re.compile(
    r"\s(?:told|assured|warned|urged|asked|pressed|thanked|greeted|briefed|informed)\s"
    r"(?:[\w.’'-]+\s){0,6}"
)
_OWNS = re.compile(r"(?:[’']s?)\s(?:[\w.-]+\s){0,4}")
_BODY = re.compile(r"\sof\s(?:the\s)?(?:[\w.’'-]+\s){0,3}")
_WITH = re.compile(r"\swith\s")
_BETWEEN = re.compile(r"(?:^|\s)between\s")
_FOR_TO = re.compile(
    r"\bfor ((?:[\w’'.-]+\s){1,8}?)to (?:have|hold|meet|conduct|continue|attend)\s(?:\w+\s){0,2}$"
)
_ONE_OF_TWO = re.compile(r"\s?(?:and|,|,? and|,? with)\s(?:the\s)?")


def participants(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """Yield who took part: those at a verb of meeting, between whom it was,
    whose occasion it was, and the subjects of verbs of taking part."""
    part = {p.entity for p in scene.event.participants}
    if scene.verb is not None or scene.pointer is not None:
        if "meeting" in scene.cues:
            yield from _met(text, scene, marked, part)
        yield from _between(text, scene, marked, part)
        yield from _owned(text, scene, marked, part)
        yield from _of(text, scene, marked, part)
        yield from _who_are_to(text, scene)
        if "meeting" in scene.cues:
            yield from _unnamed_met(text, scene, marked)
    yield from _to_another(scene, text, marked, part)
    if "taking part" not in scene.cues:
        return
    joined = TAKING_PART.search(text, scene.span.start, scene.span.end)
    if joined is None:
        return
    start = clause_start(text, scene.span.start, joined.start())
    end = clause_end(text, joined.end(), scene.span.end)
    if joined.group().endswith("joined"):
        end = scene.span.end
    if _people(marked, start, end) or _UNNAMED.search(text, start, end):
        sure: Certainty = "possible" if scene.loose else "certain"
        words = trimmed(text, Span(start, end))
        yield Told("participant", words, "", sure, "a verb of taking part")


def _to_another(scene: Scene, text: str, marked: Marked, part: set[str]) -> Iterator[Told]:
    """ "A told B": two of those who took part, one speaking to the other."""
    named = [m for m in _people(marked, scene.span.start, scene.span.end) if m.type == "person"]
    for one, other in pairwise(named):
        both = {*one.entities[:1], *other.entities[:1]} <= part and one.entities != other.entities
        if both and _TO_ANOTHER.fullmatch(text[one.span.end : _whole(other)]):
            span = Span(_whole(one), other.span.end)
            sure: Certainty = "possible" if scene.loose else "probable"
            yield Told("participant", span, "", sure, "one speaks to the other")
            return


def _people(marked: Marked, start: int, end: int) -> list[Mention]:
    return [
        m
        for m in marked.mentions_in(start, end)
        if m.type in ("person", "organisation", "place") and m.span.end <= end
    ]


def _whole(mention: Mention) -> int:
    return (mention.extended or mention.span).start


def _met(text: str, scene: Scene, marked: Marked, part: set[str]) -> Iterator[Told]:
    """ "A met with B": from A's title to B's name."""
    verb = MEETING.search(text, scene.span.start, scene.span.end)
    if verb is None:
        return
    before = _people(marked, scene.span.start, verb.start())
    before = [m for m in before if m.type != "place" and not _stop(text, m.span.end, verb.start())]
    after = [m for m in _people(marked, verb.end(), scene.span.end) if m.type != "place"]
    near = [m for m in after if m.type == "person" and _whole(m) - verb.end() < _NEAR]
    after = near or after
    if not before or not after:
        return
    first, last = before[0], after[0]
    between = text[verb.end() : _whole(last)]
    if ";" in between or len(between) > 120 or not re.search(r"\bwith\b|^\s*\S*\s*$", between):
        return
    if part and not part & {*first.entities, *last.entities}:
        return
    span = Span(_whole(first), last.span.end)
    yield Told("participant", span, why="a verb of meeting, with those named at it")


def _who_are_to(text: str, scene: Scene) -> Iterator[Told]:
    """ "an agreement for experts of both states to hold more talks"."""
    if scene.pointer is None:
        return
    start = scene.pointer.span.start
    led = _FOR_TO.search(text, max(scene.sentence.start, start - 120), start)
    if led is not None and _UNNAMED.search(led.group(1)):
        span = trimmed(text, Span(led.start(1), led.end(1)))
        yield Told("participant", span, "", "probable", "who are to take part")


def _unnamed_met(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """ "officials of both sides sat down in Geneva": nobody of them named."""
    verb = MEETING.search(text, scene.span.start, scene.span.end)
    if verb is None or any(m.type == "person" for m in marked.mentions_in(
        scene.span.start, scene.span.end
    )):  # fmt: skip
        return
    start = clause_start(text, scene.span.start, verb.start())
    subject = _UNNAMED.search(text, start, verb.start())
    if subject is not None and verb.start() - subject.end() < 12:
        yield Told(
            "participant",
            trimmed(text, Span(start, verb.end())),
            "",
            "probable",
            "a verb of meeting",
        )


def _stop(text: str, start: int, end: int) -> bool:
    return re.search(r"[;:]|\bthat\b", text[start:end]) is not None


def _between(text: str, scene: Scene, marked: Marked, part: set[str]) -> Iterator[Told]:
    """ "between A and B", "of the working group", right after the words."""
    if scene.pointer is None:
        return
    end = scene.pointer.span.end
    lead = _BETWEEN.search(text, end, min(end + 60, scene.span.end))
    if lead is None:
        return
    named = _people(marked, lead.end(), scene.span.end)
    people = [m for m in named if m.type == "person"]
    named = people if people and _whole(people[0]) - lead.end() < 40 else named
    if not named or _whole(named[0]) - lead.end() > 60:
        return
    last = named[0]
    for mention in named[1:]:
        if not _ONE_OF_TWO.fullmatch(text[last.span.end : _whole(mention)]):
            break
        last = mention
    if last is named[0] or (part and not part & {e for m in named for e in m.entities}):
        return
    start = text.index("between", lead.start())
    yield Told("participant", Span(start, last.span.end), why="those named between whom it was")


def _of(text: str, scene: Scene, marked: Marked, part: set[str]) -> Iterator[Told]:
    """ "the May 3 meeting of the fisheries council"."""
    if scene.pointer is None:
        return
    end = scene.pointer.span.end
    for body in _people(marked, end, end + 80):
        own = body.type == "organisation" and body.rule != "head-noun"
        led = own and _BODY.fullmatch(text[end : body.span.start])
        if led and (not part or part & {*body.entities}):
            yield Told("participant", Span(end + 1, body.span.end), why="whose meeting it was")
        return


def _owned(text: str, scene: Scene, marked: Marked, part: set[str]) -> Iterator[Told]:
    """ "President A’s May meeting with President B"."""
    if scene.pointer is None:
        return
    start, end = scene.pointer.span.start, scene.pointer.span.end
    owners = [
        m
        for m in _people(marked, max(scene.span.start, start - 60), start)
        if _OWNS.fullmatch(text[m.span.end : start])
    ]
    named = [m for m in _people(marked, end, end + 140) if m.type == "person"]
    if not owners or not named or not _WITH.match(text, end):
        return
    if part and not part & {*owners[-1].entities, *named[0].entities}:
        return
    if not re.search(r"[,.;:]", text[end : _whole(named[0])]):
        span = Span(_whole(owners[-1]), named[0].span.end)
        yield Told("participant", span, why="whose occasion it was, and with whom")
