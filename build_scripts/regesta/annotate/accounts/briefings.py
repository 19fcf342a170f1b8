"""Briefings: occasions on which somebody told reporters something.

A record that is of a briefing is told of wherever a text has somebody tell
reporters something on its day; what the same speaker says elsewhere in the
text was said there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.annotate.accounts.clauses import trimmed
from regesta.annotate.accounts.scenes import fits, narrow
from regesta.annotate.events.nouns import Marked
from regesta.annotate.quotations.finding import Speech
from regesta.annotate.quotations.reading import Reading
from regesta.model import Account, Aspect, Certainty, DateExpression, Event, Span

_BRIEFING = re.compile(
    r"\b(?:brief(?:s|ed|ings?)?|press conference|news conference|background call|press call|"
    r"tells? reporters|told reporters)\b",
    re.IGNORECASE,
)
"""What the name of such an occasion holds."""
_TELLING = re.compile(
    r"\b(?:told|tells|briefed|briefs|brief|addressed|spoke (?:to|with)|speaking (?:to|with)) "
    r"(?:(?:the )?(?:reporters|journalists|media|press)|them on\b[^.,;\n]{0,30})"
)
_DECLINED = re.compile(
    r"\b(?:declined|refused) to (?:elaborate|comment|say|answer|discuss|give|confirm|"
    r"identify|specify)\b"
)
_NEAR_DATE = 40
_LEAST = 30
_ADDRESSED = re.compile(
    r"\s*(?:the )?(?:reporters|journalists|media|press|them)\b(?:[^,;.]{0,30}?(?P<that> that ))?"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words at *span* by which *who* (an unnamed speaker, worded at *source*)
    tells reporters something on the day *date* (None: not said here)."""

    span: Span
    who: str
    source: Span
    date: DateExpression | None
    event: Event
    briefs: bool
    declined: Span | None


def find(
    text: str,
    readings: Sequence[Reading],
    marked: Marked,
    speech: Speech,
    events: Sequence[Event],
) -> Iterator[Account]:
    """Yield what *text* tells of those of *events* that are briefings with a
    known day."""
    near = [e for e in events if e.when.earliest and is_briefing(e.name)]
    if not near:
        return
    tellings = list(_tellings(text, readings, marked, speech, near))
    heard = {t.who: t.event for t in reversed(tellings)}
    for telling in tellings:
        yield from _told_of(telling)
    yield from _said(text, marked, speech, heard)


@lru_cache(4_096)
def is_briefing(name: str) -> bool:
    """Tell whether an event of that name is one."""
    return _BRIEFING.search(name) is not None


def _tellings(
    text: str,
    readings: Sequence[Reading],
    marked: Marked,
    speech: Speech,
    events: Sequence[Event],
) -> Iterator[_Telling]:
    sources = sorted((span, s.id) for s in speech.speakers for span in s.passages)
    last: Event | None = None
    known: dict[str, Event] = {}
    for reading in readings:
        for sentence in reading.sentences:
            for found in _TELLING.finditer(text, sentence.start, sentence.end):
                before = [p for p in sources if sentence.start <= p[0].start < found.start()]
                if not before:
                    continue
                source, who = before[-1]
                date, event = _dated(marked, found, sentence, events)
                event = event or known.get(who) or last
                if event is None or (date is not None and not fits(date, event)):
                    continue
                known[who] = last = event
                briefs = found.group().startswith("brief")
                no = _DECLINED.search(text, found.end(), sentence.end)
                declined = Span(*no.span()) if no else None
                yield _Telling(Span(*found.span()), who, source, date, event, briefs, declined)


def _dated(
    marked: Marked, found: re.Match[str], sentence: Span, events: Sequence[Event]
) -> tuple[DateExpression | None, Event | None]:
    """Return the date right at the words, and the one briefing that it fits."""
    until = min(found.end() + _NEAR_DATE, sentence.end)
    for date in marked.dates_in(max(sentence.start, found.start() - _NEAR_DATE), until):
        if narrow(date):
            fitting = [event for event in events if fits(date, event)]
            return date, fitting[0] if len(fitting) == 1 else None
    return None, None


def _told_of(telling: _Telling) -> Iterator[Account]:
    if telling.date is not None or telling.briefs:
        words = Span(telling.source.start, telling.span.end)
        yield _account(telling.event, "name", words if telling.date else telling.span)
    yield _account(telling.event, "participant", telling.source)
    if telling.declined is not None:
        yield _account(telling.event, "outcome", telling.declined)
    if telling.date is not None:
        yield _account(telling.event, "date", telling.date.span, telling.date.when.edtf or "")


def _said(text: str, marked: Marked, speech: Speech, heard: dict[str, Event]) -> Iterator[Account]:
    """What those who briefed say, wherever in the text."""
    for quotation in speech.quotations:
        event = heard.get(quotation.speaker or "")
        if event is None or quotation.rule == "quotation-headline":
            continue
        who = quotation.speaker
        yield _account(event, "quotation", quotation.span, who=who, sure=quotation.certainty)
        if quotation.cue is not None:
            end = quotation.cue.end
            for date in marked.dates_in(end, end + 16):
                if narrow(date) and fits(date, event):
                    yield _account(event, "date", date.span, date.when.edtf or "")
    for told in speech.told:
        event = heard.get(told.who)
        words = _clause(text, told.span)
        quoted = _mostly_quoted(words, speech)
        if event is not None and len(words.of(text)) >= _LEAST and not quoted:
            yield _account(event, "topic", words, who=told.who)


def _mostly_quoted(words: Span, speech: Speech) -> bool:
    """Tell whether half of *words* or more are a quotation's, told as such."""
    inside = [q.span for q in speech.quotations if q.span.overlaps(words) and not q.is_turn]
    shared = sum(min(s.end, words.end) - max(s.start, words.start) for s in inside)
    return 2 * shared >= words.end - words.start or any(not words.contains(s) for s in inside)


def _clause(text: str, span: Span) -> Span:
    """Return what is told, without those to whom it is; nothing where no
    clause follows them."""
    addressed = _ADDRESSED.match(text, span.start, span.end)
    if addressed is None:
        return trimmed(text, span)
    that = addressed.end() if addressed["that"] else span.end
    return trimmed(text, Span(that, span.end))


def _account(
    event: Event,
    aspect: Aspect,
    span: Span,
    value: str = "",
    *,
    who: str | None = None,
    sure: Certainty = "probable",
) -> Account:
    return Account(
        span=span,
        rule=f"account-{aspect}",
        certainty=sure,
        why="told to reporters" if who is None else "said by one who told reporters",
        event=event.id,
        aspect=aspect,
        value=value,
        according_to=who,
        modality="reported",
    )
