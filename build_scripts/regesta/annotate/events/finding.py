"""Words that point to an event that the archive knows.

A noun like "meeting" or "talks" is linked when what hangs on it (a date, a
place, names) and where it stands (what the document is about, what was spoken
of last) fit one event clearly better than every other.  Otherwise it is left
alone: fewer links, none of them silently wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.annotate.events import evidence as event_evidence
from regesta.annotate.events import nouns as event_nouns
from regesta.annotate.events.evidence import Known, Scene
from regesta.annotate.events.nouns import Marked, Pointer
from regesta.annotate.quotations.reading import Reading, read
from regesta.model import Block, DateExpression, Event, Mention, Span

_ENOUGH = 2.0
_CLEARLY = 1.5
"""What the best event must reach, and by how much it must be ahead."""

_HEADINGS = ("title", "standfirst", "heading")
_UNREAD = ("residue", "source-line", "credit")


def find(
    text: str,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    events: Sequence[Event],
    document_id: str,
) -> list[Mention]:
    """Return mentions of type event, in order, each with one event's id.

    *mentions* and *dates* are those found before; words that already are a
    mention are left alone.  *document_id* is not needed to find them.
    """
    near = in_reach(events, mentions)
    if not near:
        return []
    known = [event_evidence.know(event) for event in near]
    marked = Marked(mentions, dates)
    pointers: list[tuple[Reading, list[Pointer]]] = []
    for at, (span, heading) in enumerate(_pieces(text, blocks)):
        places = event_nouns.places_in(text, span)
        if places or at < event_evidence.OPENING_BLOCKS:
            reading = read(text, span, ())
            pointers.append((reading, event_nouns.find(reading, marked, heading, places)))
    nouns = [pointer.noun for _, some in pointers for pointer in some]
    main = event_evidence.main_event(known, marked, [reading for reading, _ in pointers], nouns)
    found: list[Mention] = []
    for reading, some in pointers:
        found.extend(_in_block(reading, some, known, marked, main))
    return found


def in_reach(events: Sequence[Event], mentions: Sequence[Mention]) -> list[Event]:
    """Return the events, by id, of which the text names the place, somebody who
    took part, or the event itself; and those whose records give none of these."""
    named = {entity for mention in mentions for entity in mention.entities}
    near = [
        event
        for event in events
        if event.id in named
        or event.place in named
        or any(part.entity in named for part in event.participants)
        or (event.place is None and not event.participants)
    ]
    return sorted(near, key=lambda event: event.id)


def _pieces(text: str, blocks: Sequence[Block]) -> list[tuple[Span, bool]]:
    if not blocks:
        return [(Span(0, len(text)), False)]
    return [(b.span, b.kind in _HEADINGS) for b in blocks if b.kind not in _UNREAD]


def _in_block(
    reading: Reading,
    pointers: Sequence[Pointer],
    known: Sequence[Known],
    marked: Marked,
    main: str | None,
) -> list[Mention]:
    found: list[Mention] = []
    for pointer in pointers:
        last = _spoken_of(reading, marked, pointer, found)
        mention = _link(pointer, known, event_evidence.look_around(pointer, marked, main, last))
        if mention is not None:
            found.append(mention)
    return found


def _spoken_of(
    reading: Reading, marked: Marked, pointer: Pointer, found: Sequence[Mention]
) -> Mention | None:
    """Return the last mention of an event before *pointer* in its paragraph."""
    named = [
        m
        for m in marked.mentions_in(reading.span.start, pointer.span.start)
        if m.type == "event" and len(m.entities) == 1
    ]
    candidates = [*named[-1:], *found[-1:]]
    return max(candidates, key=lambda mention: mention.span, default=None)


def _link(pointer: Pointer, known: Sequence[Known], scene: Scene) -> Mention | None:
    judged = [event_evidence.weigh(event, pointer, scene) for event in known]
    ranked = sorted(
        (verdict for verdict in judged if verdict is not None), key=lambda v: (-v.score, v.event)
    )
    if not ranked or ranked[0].score < _ENOUGH:
        return None
    best = ranked[0]
    if len(ranked) > 1 and best.score - ranked[1].score < _CLEARLY:
        return None
    return Mention(
        span=pointer.span,
        rule="event-words",
        certainty="certain" if best.sure else "probable",
        why="; ".join(best.reasons),
        type="event",
        entities=(best.event,),
    )
