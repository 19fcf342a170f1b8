"""Which event each part of a text tells of.

Words that point to an event tell of it, with what hangs on them; a verb of
meeting does where those named and the date fit one event alone.  A sentence
with neither may still tell of the event that the document is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from regesta.annotate.accounts.cues import ANY, Cues, cues_in
from regesta.annotate.accounts.vocabulary import COMMITTED, MEETING
from regesta.annotate.events.nouns import Marked
from regesta.annotate.quotations.reading import Reading
from regesta.model import DateExpression, Event, Mention, Span

_A_FEW_DAYS = 3
_ENOUGH = 3
_OPENING = 3
"""Weight of the title and the first two blocks."""


class Scene(msgspec.Struct, frozen=True):
    """A part of a sentence that tells of *event*.  *pointer* is the mention
    that points to it, *verb* the verb of meeting; both None where the part
    only continues (*loose*) what the document is about.  *cues* are the
    expressions that it may have."""

    event: Event
    span: Span
    sentence: Span
    cues: Cues
    pointer: Mention | None = None
    verb: Span | None = None

    @property
    def loose(self) -> bool:
        """Whether nothing in the part itself points to the event."""
        return self.pointer is None and self.verb is None


def scenes(readings: Sequence[Reading], marked: Marked, events: Mapping[str, Event]) -> list[Scene]:
    """Return what the blocks read tell of *events*, in order."""
    cued = [cues_in(r.text, r.span, r.sentences) for r in readings]
    told: list[list[Scene]] = [
        [
            scene
            for sentence, cues in zip(reading.sentences, some, strict=True)
            for scene in _in_sentence(reading.text, sentence, cues, marked, events)
        ]
        for reading, some in zip(readings, cued, strict=True)
    ]
    main = _main(told)
    if main is None:
        return [scene for some in told for scene in some]
    found: list[Scene] = []
    for reading, some, which in zip(readings, told, cued, strict=True):
        covered = {scene.sentence for scene in some}
        for sentence, cues in zip(reading.sentences, which, strict=True):
            if sentence in covered:
                found += [scene for scene in some if scene.sentence == sentence]
                if (before := _commitment(reading.text, sentence, some)) is not None:
                    found.append(Scene(events[main], before, sentence, cues))
            elif not _elsewhere(sentence, marked, events[main]):
                found.append(Scene(events[main], sentence, sentence, cues))
    return found


def _commitment(text: str, sentence: Span, some: Sequence[Scene]) -> Span | None:
    """Return the part of a sentence that tells of a commitment to an occasion
    to come: what came of the occasion that the document is about."""
    for scene in some:
        if scene.sentence == sentence and scene.pointer is not None and scene.event.planned:
            found = COMMITTED.search(text, sentence.start, scene.pointer.span.start)
            if found is not None:
                return Span(sentence.start, scene.pointer.span.end)
    return None


def _main(told: Sequence[Sequence[Scene]]) -> str | None:
    """Return the event that the document is about: told of first and most."""
    counts: Counter[str] = Counter()
    for block, some in enumerate(told):
        for scene in some:
            counts[scene.event.id] += _OPENING if block < _OPENING else 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _in_sentence(
    text: str, sentence: Span, cues: Cues, marked: Marked, events: Mapping[str, Event]
) -> list[Scene]:
    pointers = [
        m
        for m in marked.mentions_in(sentence.start, sentence.end)
        if m.type == "event" and len(m.entities) == 1 and m.entities[0] in events
    ]
    verb = _verb(text, sentence, cues, marked, events, pointers)
    if not pointers:
        return [verb] if verb is not None else []
    found = []
    for at, pointer in enumerate(pointers):
        first = _with_date_before(text, pointer, marked)
        start = first if len({p.entities[0] for p in pointers}) > 1 else sentence.start
        if at and pointers[at - 1].entities == pointer.entities:
            start = max(start, pointers[at - 1].span.end)
        end = sentence.end
        if at + 1 < len(pointers):
            end = _with_date_before(text, pointers[at + 1], marked)
        if verb is not None and pointer.entities[0] == verb.event.id and at == 0:
            start = sentence.start
        span = Span(start, end)
        here = cues if start >= sentence.start else ANY
        found.append(Scene(events[pointer.entities[0]], span, sentence, here, pointer))
    if verb is not None and verb.event.id not in {p.entities[0] for p in pointers}:
        end = _with_date_before(text, pointers[0], marked)
        if verb.verb is not None and verb.verb.end <= end:
            span = Span(sentence.start, end)
            found.insert(0, Scene(verb.event, span, sentence, cues, None, verb.verb))
    return found


def _with_date_before(text: str, pointer: Mention, marked: Marked) -> int:
    """Return where "the May 3 [annual meeting]" begins."""
    for date in marked.dates_in(max(0, pointer.span.start - 40), pointer.span.start):
        if text[date.span.end : pointer.span.start].strip() in ("", "'s", "’s"):
            return date.span.start
    return pointer.span.start


def _verb(
    text: str,
    sentence: Span,
    cues: Cues,
    marked: Marked,
    events: Mapping[str, Event],
    pointers: Sequence[Mention],
) -> Scene | None:
    """Return the scene of a verb of meeting that fits one event alone."""
    found = MEETING.search(text, sentence.start, sentence.end) if "meeting" in cues else None
    if found is None:
        return None
    end = pointers[0].span.start if pointers else sentence.end
    if pointers and found.start() > end:
        return None
    named = {m.entities[0] for m in marked.mentions_in(sentence.start, sentence.end) if m.entities}
    dates = [d for d in marked.dates_in(sentence.start, sentence.end) if narrow(d)]
    scores: list[tuple[int, str]] = []
    for id, event in events.items():
        score = _fit(event, named, dates)
        if score >= _ENOUGH:
            scores.append((score, id))
    scores.sort(reverse=True)
    if not scores or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    verb = Span(found.start(), found.end())
    return Scene(events[scores[0][1]], sentence, sentence, cues, None, verb)


def _fit(event: Event, named: set[str], dates: Sequence[DateExpression]) -> int:
    part = len({p.entity for p in event.participants} & named)
    if not part and not (dates and event.place in named):
        return 0
    if dates and not any(fits(d, event) for d in dates):
        return 0
    dated = 2 if dates else 0
    placed = 1 if event.place is not None and event.place in named else 0
    return min(part, 2) + dated + placed - (1 if event.planned else 0)


def narrow(date: DateExpression) -> bool:
    """Tell whether a date leaves no more than a few days open."""
    first, last = date.when.earliest, date.when.latest
    return first is not None and last is not None and (last - first).days <= _A_FEW_DAYS


def fits(date: DateExpression, event: Event) -> bool:
    """Tell whether *event* may be of *date*; both must be known."""
    first, last = date.when.earliest, date.when.latest
    begins, ends = event.when.earliest, event.when.latest
    if first is None or last is None or begins is None or ends is None:
        return False
    return first <= ends and begins <= last


def _elsewhere(sentence: Span, marked: Marked, event: Event) -> bool:
    """Tell whether a sentence goes on about another time."""
    dates = [d for d in marked.dates_in(sentence.start, sentence.end) if d.when.earliest]
    return any(
        d.rule not in ("date-duration", "date-age", "date-set") and not fits(d, event)
        for d in dates
    )
