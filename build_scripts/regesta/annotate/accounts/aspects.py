"""The aspects of an event that a part of a sentence tells: words, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.annotate.accounts.clauses import Told, clause_end, trimmed
from regesta.annotate.accounts.participants import participants
from regesta.annotate.accounts.scenes import Scene, fits, narrow
from regesta.annotate.accounts.vocabulary import (
    BARE,
    COMMITTED,
    EVERYBODY,
    FOCUS_IS,
    FOCUS_OF,
    FOLLOWS,
    JUDGED,
    JUDGEMENT,
    LASTED,
    MADE_AT,
    OFFICE_HOLDER,
    OUTCOME,
    PROGRESS,
    PURPOSE,
    STRESSED,
    TOPIC_LEAD,
    TOPIC_VERB,
)
from regesta.annotate.events.nouns import Marked
from regesta.model import Certainty, DateExpression, Span

_SUBJECT = 160
_FURTHEST = 160
"""Code points between words that point and what they are on."""
_LEAST = 8
"""Code points that a topic or an outcome has at least."""

_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Aa]t|visited|left|near)\s(?:the\s(?:city of\s)?)?$")
_MOVED = re.compile(r"\b(?:left|arrived in|came to|travell?ed to|gathered in|visited)\s$")
_BETWEEN = re.compile(r"^\sbetween\s[^,;.]{2,60}\sand\s(?:\S+\s){1,3}$")
_NAMED = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5}"
_AS_NAME = re.compile(
    rf"(?:\sbetween\s{_NAMED}\sand\s{_NAMED})?(?:\sin\s(?:the\s)?{_NAMED}(?<!\.)|"
    r"\s(?:on|focused on|about)\s(?!\w+day\b)[\w’'-]+(?:\s[\w’'-]+){0,5}(?=[,.;]|\sand\b))"
)
"""What words that point go on with: "talks in Geneva", "talks on arms control"."""
_OCCASION = re.compile(
    r"\s(?:\w+\s){0,2}(?:meeting|talks|call|conversation|discussions?|exchange)s?\b"
)


def find(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """Yield what *scene* tells of its event, aspect by aspect."""
    if not scene.loose:
        yield from _name(text, scene)
        yield from _dates(text, scene, marked)
        yield from _places(text, scene, marked)
        yield from _duration(text, scene, marked)
        yield from _subject_of_words(text, scene, marked)
        yield from _sequence(text, scene)
        yield from _purpose(text, scene)
        yield from _focus(text, scene)
        yield from _made_there(text, scene)
    yield from participants(text, scene, marked)
    if scene.loose:
        left = [*_left(text, scene, marked)]
        if not (left or scene.cues) or not _about_those_present(text, scene, marked):
            return
        yield from left
    if "topic" in scene.cues:
        yield from _topics(text, scene)
    if "outcome" in scene.cues:
        yield from _outcomes(text, scene)
    if not scene.cues.isdisjoint(("judged", "judgement")):
        yield from _judged(text, scene)
    if "progress" in scene.cues:
        yield from _progress(text, scene)
    if "stressed" in scene.cues:
        yield from _stressed(text, scene, marked)


def _name(text: str, scene: Scene) -> Iterator[Told]:
    if scene.pointer is None:
        return
    span = scene.pointer.span
    more = _AS_NAME.match(text, span.end, scene.sentence.end)
    if more is not None:
        span = Span(span.start, more.end())
    if more is not None or not BARE.fullmatch(span.of(text)):
        yield Told("name", span, why="words that point to the event")


def _purpose(text: str, scene: Scene) -> Iterator[Told]:
    """ "A met with B to advance cooperation on …"."""
    if scene.verb is None:
        return
    lead = PURPOSE.search(text, scene.verb.end, scene.span.end)
    if lead is not None:
        end = clause_end(text, lead.end(), scene.span.end)
        span = trimmed(text, Span(lead.end(), end))
        if len(span.of(text)) >= _LEAST:
            yield Told("topic", span, "", "probable", "what they met for")


def _focus(text: str, scene: Scene) -> Iterator[Told]:
    """ "the focus of the meeting was …"."""
    if scene.pointer is None:
        return
    start, end = scene.pointer.span.start, scene.pointer.span.end
    lead = FOCUS_OF.search(text, max(scene.sentence.start, start - 40), start)
    verb = FOCUS_IS.match(text, end, scene.sentence.end) if lead else None
    if lead and verb:
        until = clause_end(text, verb.end(), scene.sentence.end)
        span = trimmed(text, Span(lead.start(), until))
        yield Told("topic", span, why="what the text says it was on")


def _made_there(text: str, scene: Scene) -> Iterator[Told]:
    """ "the commitments made at the summit (and the meeting in May)"."""
    if scene.pointer is None:
        return
    start = scene.pointer.span.start
    led = [*MADE_AT.finditer(text, max(scene.sentence.start, start - 2 * _FURTHEST), start)]
    between = text[led[-1].end() : start] if led else ";"
    if not re.search(r"[;.]|\b(?:that|which|who)\b", between):
        span = Span(led[-1].start(1), scene.pointer.span.end)
        yield Told("outcome", span, "", "probable", "what was made or reached there")


def _of_the_next(text: str, scene: Scene, verb: re.Match[str]) -> bool:
    """Tell whether what was agreed is the occasion itself, which is to come."""
    if scene.pointer is None or not scene.event.planned:
        return False
    return COMMITTED.match(text, verb.start(), scene.pointer.span.start) is not None


def _progress(text: str, scene: Scene) -> Iterator[Told]:
    """ "made progress", "ended without agreement", "there were signs of …"."""
    if scene.loose and not EVERYBODY.search(text, scene.span.start, scene.span.end):
        return
    said = PROGRESS.search(text, scene.span.start, scene.span.end)
    if said is not None:
        span = trimmed(text, Span(said.start(), said.end()))
        yield Told("outcome", span, "", _sure(scene), "how it went")


def _stressed(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """What one of those who took part stressed there."""
    if not scene.loose:
        return
    said = STRESSED.search(text, scene.span.start, scene.span.end)
    if said is not None and said.start() - scene.span.start < _SUBJECT // 2:
        end = clause_end(text, said.end(), scene.span.end)
        span = trimmed(text, Span(said.start(), end))
        if len(span.of(text)) >= _LEAST * 2:
            yield Told("other", span, "", "possible", "said by one who took part")


def _dates(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    for date in marked.dates_in(scene.span.start, scene.span.end):
        if date.when.edtf is None or not fits(date, scene.event):
            continue
        if narrow(date) or _hangs_on(text, scene, date):
            sure: Certainty = "certain" if narrow(date) else "probable"
            yield Told("date", date.span, date.when.edtf, sure, "the date that stands with it")


def _hangs_on(text: str, scene: Scene, date: DateExpression) -> bool:
    """Tell whether a wider date stands right at the words that point."""
    if scene.pointer is None or date.rule in (
        "date-duration",
        "date-age",
        "date-set",
        "date-vague",
    ):
        return False
    between = text[scene.pointer.span.end : date.span.start]
    if date.span.start < scene.pointer.span.end:
        return date.span.end >= scene.pointer.span.start - 3
    between = _BETWEEN.sub("", between)
    return len(between) < 60 and not re.search(r"[,;.]|\b(?:and|that|which)\b", between)


def _places(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    event = scene.event
    if event.place is None:
        return
    for mention in marked.mentions_in(scene.span.start, scene.span.end):
        if mention.type != "place" or mention.entities[:1] != (event.place,):
            continue
        lead = _PREPOSITION.search(text, scene.span.start, mention.span.start)
        if lead is not None:
            span = Span(lead.start(), mention.span.end)
            yield Told("place", span, why="the place that stands with it")


def _left(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """ "the two sides left Geneva": they met there."""
    for mention in marked.mentions_in(scene.span.start, scene.span.end):
        if mention.type == "place" and mention.entities[:1] == (scene.event.place,):
            lead = _MOVED.search(text, scene.span.start, mention.span.start)
            if lead is not None:
                yield Told(
                    "place",
                    Span(lead.start(), mention.span.end),
                    "",
                    "possible",
                    "where they came from or to",
                )


def _duration(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    for date in marked.dates_in(scene.span.start, scene.span.end):
        if date.rule != "date-duration":
            continue
        lead = LASTED.search(text, scene.span.start, date.span.start)
        if lead is not None:
            yield Told("duration", Span(lead.start(), date.span.end), date.when.edtf or "")
        elif scene.pointer is not None and 0 <= scene.pointer.span.start - date.span.end <= 12:
            yield Told("duration", date.span, date.when.edtf or "", "probable")


def _subject_of_words(text: str, scene: Scene, marked: Marked) -> Iterator[Told]:
    """ "talks in Geneva on arms control": what stands after on, about, …"""
    if scene.pointer is None:
        return
    end = scene.pointer.span.end
    limit = clause_end(text, end, scene.span.end)
    position = end
    while (lead := TOPIC_LEAD.search(text, position - 1, limit)) is not None:
        position = lead.end()
        if position - end > _FURTHEST:
            return
        if OUTCOME.search(text, end, lead.start()):
            return
        dated = marked.dates_in(lead.start(), position + 1)
        if not dated and not _PREPOSITION.match(text[position : position + 3]):
            span = trimmed(text, Span(position, limit))
            if len(span.of(text)) >= _LEAST:
                yield Told("topic", span, certainty="probable", why="what the words are on")
            return


def _sequence(text: str, scene: Scene) -> Iterator[Told]:
    """ "Sunday's meeting follows …", "this meeting builds upon …"."""
    if scene.pointer is None:
        return
    verb = FOLLOWS.match(text, scene.pointer.span.end, scene.sentence.end)
    if verb is not None:
        end = clause_end(text, verb.end(), scene.sentence.end)
        span = trimmed(text, Span(verb.start(1), end))
        yield Told("other", span, "", "probable", "what it follows")


def _about_those_present(text: str, scene: Scene, marked: Marked) -> bool:
    """Tell whether a sentence begins with those who took part."""
    opening = text[scene.span.start : scene.span.start + _SUBJECT]
    subject = EVERYBODY.search(opening)
    if subject is not None and len(opening[: subject.start()].split()) <= 4:
        return True
    if OFFICE_HOLDER.match(opening):
        return True
    part = {p.entity for p in scene.event.participants}
    named = marked.mentions_in(scene.span.start, scene.span.start + 60)
    return (bool(named) and named[0].entities[:1] and named[0].entities[0] in part) or False


def _topics(text: str, scene: Scene) -> Iterator[Told]:
    for verb in TOPIC_VERB.finditer(text, scene.span.start, scene.span.end):
        end = clause_end(text, verb.end(), scene.span.end)
        span = trimmed(text, Span(verb.end(), end))
        if len(span.of(text)) >= _LEAST:
            yield Told("topic", span, "", _sure(scene), "a verb of discussion")


def _outcomes(text: str, scene: Scene) -> Iterator[Told]:
    for verb in OUTCOME.finditer(text, scene.span.start, scene.span.end):
        end = clause_end(text, verb.end(), scene.span.end)
        span = trimmed(text, Span(verb.start(), end))
        if _of_the_next(text, scene, verb):
            continue
        if len(span.of(text)) >= _LEAST + len(verb.group()) // 2:
            yield Told("outcome", span, "", _sure(scene), "a verb of agreeing or deciding")


def _judged(text: str, scene: Scene) -> Iterator[Told]:
    """ "described the talks as …", "a candid and constructive discussion"."""
    if scene.loose and not EVERYBODY.search(text, scene.span.start, scene.span.end):
        return
    for said in JUDGED.finditer(text, scene.span.start, scene.span.end):
        end = clause_end(text, said.end(), scene.span.end)
        words = text[said.start() : end]
        if " as " in words and scene.pointer is not None and scene.pointer.span.start < end:
            span = trimmed(text, Span(said.start(), end))
            yield Told("outcome", span, "", "probable", "what a voice makes of it")
            return
    judged = JUDGEMENT.search(text, scene.span.start, scene.span.end)
    if judged is not None:
        after = _OCCASION.match(text, judged.end(), scene.span.end)
        end = after.end() if after else judged.end()
        start = judged.start()
        if after or text[start : start + 3] in ("was", "wer"):
            span = Span(start, end)
            yield Told("outcome", span, "", "probable", "what a voice makes of it")


def _sure(scene: Scene) -> Certainty:
    return "possible" if scene.loose else "probable"
