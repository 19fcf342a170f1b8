"""What rules find in one document: dates, quotations, words for events."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.annotate.dates import expressions as date_rules
from regesta.annotate.events import finding as event_words
from regesta.annotate.quotations import finding as quotations
from regesta.archive import bounding, curating
from regesta.model import Block, Event, Mention, When


def ruled(
    id: str,
    text: str,
    blocks: Sequence[Block],
    named: tuple[tuple[Mention, ...], int | None],
    dated: tuple[When, When],
    near: Sequence[Event],
) -> curating.Found:
    """Return what rules find in the *text* of document *id*.

    *named* are the names found in it, with the code point up to which they were
    looked for (None: to the end); *dated* is when it was published and written;
    *near* are the events that its words may point to.
    """
    (names, names_until), (published, written) = named, dated
    dates, dates_until = date_rules.look(text, blocks, published, written)
    speech = quotations.listen(text, blocks, names, id)
    pointed = event_words.find(text, blocks, names, dates, near, id)
    mentions = _without_crossing((*names, *pointed))
    bounds = bounding.bounds(
        text, {"mention": names_until, "date": dates_until, "quotation": speech.until}
    )
    return curating.Found(
        mentions, tuple(dates), speech.quotations, (), speech.speakers, speech.told,
        speech.reported, bounds,
    )  # fmt: skip


def _without_crossing(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names stand first; words that point to an event give way where they
    would cross one."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.type == "event" and any(
            mention.span.crosses(k.span) or mention.span == k.span for k in kept
        ):
            continue
        kept.append(mention)
    return tuple(kept)
