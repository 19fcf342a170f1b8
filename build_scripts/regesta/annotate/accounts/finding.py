"""Accounts: what each voice of a document says of an event, by rule.

Every account quotes its passage; whose words they are follows from the
quotations and the verbs of saying.  A voice's words are taken once an aspect:
the same words again add nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.annotate.accounts import aspects, briefings
from regesta.annotate.accounts.scenes import Scene, scenes
from regesta.annotate.accounts.voices import Voices
from regesta.annotate.events.nouns import Marked
from regesta.annotate.quotations.finding import Speech
from regesta.annotate.quotations.reading import read
from regesta.model import Account, Block, DateExpression, Event, Mention, Quotation, Span

_UNREAD = ("residue", "source-line", "credit", "heading", "table")


def find(
    text: str,
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    speech: Speech,
    events: Sequence[Event],
    names: dict[str, str],
) -> list[Account]:
    """Return the accounts that *text* gives of *events*, by place.

    *mentions* hold those of events; *names* gives the name of an entity's id.
    Takes time linear in the text for the events that it mentions.
    """
    near = _in_reach(events, mentions)
    if not near and not any(briefings.is_briefing(event.name) for event in events):
        return []
    marked = Marked(mentions, dates)
    spans = [b.span for b in blocks if b.kind not in _UNREAD] or [Span(0, len(text))]
    readings = [read(text, span, ()) for span in spans]
    voices = Voices(text, speech.quotations, speech.told)
    told: list[Account] = []
    if near:
        titled = {b.span for b in blocks if b.kind in ("title", "standfirst")}
        parts = scenes(readings, marked, near)
        # What a title says the text says again, with its place in it.
        parts.sort(key=lambda scene: any(span.contains(scene.sentence) for span in titled))
        for scene in parts:
            told += _accounts(text, scene, marked, voices, names)
    told += briefings.find(text, readings, marked, speech, events)
    found: dict[tuple[object, ...], Account] = {}
    for account in told:
        words = " ".join(account.span.of(text).casefold().split())
        key = (account.event, account.aspect, account.according_to, words)
        found.setdefault(key, account)
    return sorted(found.values(), key=lambda a: (a.span, a.aspect, a.event))


def _in_reach(events: Sequence[Event], mentions: Sequence[Mention]) -> dict[str, Event]:
    """Return the events that the text points to, or two of whose participants
    it names."""
    named = {entity for mention in mentions for entity in mention.entities}
    return {
        event.id: event
        for event in events
        if event.id in named or len({p.entity for p in event.participants} & named) > 1
    }


def _accounts(
    text: str, scene: Scene, marked: Marked, voices: Voices, names: dict[str, str]
) -> Iterator[Account]:
    for told in aspects.find(text, scene, marked):
        who, denied = voices.of(told.span)
        yield Account(
            span=told.span,
            rule=f"account-{told.aspect}",
            certainty=told.certainty,
            why=told.why,
            event=scene.event.id,
            aspect=told.aspect,
            value=told.value,
            according_to=who,
            modality=voices.modality(told.span, scene.sentence, scene.event, denied),
        )
    for quotation in voices.touching(scene.span):
        yield from _quoted(quotation, scene, names)


def _quoted(quotation: Quotation, scene: Scene, names: dict[str, str]) -> Iterator[Account]:
    """Words quoted where the event is told of, or by somebody who took part."""
    if quotation.speaker is None:
        return
    part = {p.entity for p in scene.event.participants}
    if scene.loose and quotation.speaker not in part:
        return
    if not scene.loose and not scene.span.start <= quotation.span.start < scene.span.end:
        return
    value = ""
    if quotation.according_to:
        name = names.get(quotation.speaker, "")
        value = f"Words of {name}" if name else ""
    yield Account(
        span=quotation.span,
        rule="account-quotation",
        certainty="possible" if scene.loose else quotation.certainty,
        why="quoted of one who took part" if scene.loose else "quoted where the event is told of",
        event=scene.event.id,
        aspect="quotation",
        value=value,
        according_to=quotation.according_to or quotation.speaker,
    )
