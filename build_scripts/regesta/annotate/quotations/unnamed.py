"""The unnamed speakers of one document.

Two descriptions are one speaker only where the later one is definite (or the
very same bare words) and says nothing that the earlier one did not: "the
official" takes up "a senior U.S. official"; "a second senior official" and
another "a senior official" are somebody new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.words import INDEFINITE, ORDINALS
from regesta.model import Span, Speaker

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ARTICLES = (INDEFINITE | {"the", "this", "that"}) - {"another"}
_RECENT = 40
"""How many speakers of one description are remembered as still in the air."""


@dataclass(slots=True, eq=False)
class Described:
    """An unnamed speaker: *label* as the text first words them, *described*
    the words that describe the noun *head*."""

    id: str
    label: str
    kind: str
    head: str
    plural: bool
    described: frozenset[str]
    passages: dict[Span, None] = field(default_factory=dict)


class Unnamed:
    """All unnamed speakers met so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all: dict[str, Described] = {}
        self._recent: dict[tuple[str, bool], list[Described]] = {}
        self._counts: dict[str, int] = {}

    def meet(self, voice: Voice) -> tuple[Described, bool]:
        """Return the speaker whom *voice* means, and whether it takes up one
        met before; a new one otherwise."""
        known = self.fitting(voice)
        speaker = known or self._introduce(voice)
        taken_up = known is not None and voice.span not in known.passages
        speaker.passages[voice.span] = None
        self.touch(speaker.id)
        return speaker, taken_up

    def fitting(self, voice: Voice) -> Described | None:
        """Return the one met last whom *voice* can take up, or None."""
        if voice.indefinite or (voice.described & ORDINALS and not voice.definite):
            return None
        for speaker in reversed(self._recent.get((voice.head, voice.plural), [])):
            if voice.described == speaker.described or (
                voice.definite and voice.described < speaker.described
            ):
                return speaker
        return None

    def touch(self, id: str) -> None:
        """Take in that the speaker with *id* has just been heard."""
        speaker = self._all[id]
        recent = self._recent.setdefault((speaker.head, speaker.plural), [])
        if speaker in recent:
            recent.remove(speaker)
        recent.append(speaker)
        del recent[:-_RECENT]

    def speakers(self, wanted: set[str]) -> list[Speaker]:
        """Return the speakers whose ids are in *wanted*, in the order in which
        the text brings them in."""
        chosen = [speaker for speaker in self._all.values() if speaker.id in wanted]
        chosen.sort(key=lambda speaker: min(speaker.passages))
        return [Speaker(s.id, s.label, tuple(sorted(s.passages))) for s in chosen]

    def _introduce(self, voice: Voice) -> Described:
        label = " ".join(voice.span.of(self._text).split())
        kind = "organisation" if voice.kind == "document" else voice.kind
        id = self._new_id(label)
        speaker = Described(id, label, kind, voice.head, voice.plural, voice.described)
        self._all[id] = speaker
        return speaker

    def _new_id(self, label: str) -> str:
        parts = _NOT_SLUG.sub("-", label.lower()).strip("-").split("-")
        if len(parts) > 1 and parts[0] in _ARTICLES:
            parts = parts[1:]
        base = "unnamed-" + ("-".join(parts)[:60].strip("-") or "speaker")
        count = self._counts.get(base, 0) + 1
        while count > 1 and f"{base}-{count}" in self._all:
            count += 1
        self._counts[base] = count
        id = base if count == 1 else f"{base}-{count}"
        if id in self._all:
            return self._new_id(label)
        return id
