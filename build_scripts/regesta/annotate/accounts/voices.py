"""Whose words a passage has: the document's own, or somebody's it reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from regesta.annotate.accounts.vocabulary import DENIED, HEDGED, PLANNED
from regesta.annotate.quotations.told import Told
from regesta.model import Event, Modality, Quotation, Span

_NESTED = 40
"""Quotations inside one turn of a transcript that are looked back over."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The quotations and told clauses of a text, each in order."""

    text: str
    quotations: Sequence[Quotation]
    told: Sequence[Told]

    def of(self, span: Span) -> tuple[str | None, bool]:
        """Return whose words stand at *span* (None: the document's own), and
        whether they deny what they tell."""
        at = bisect_right(self.told, span.start, key=lambda told: told.span.start)
        around = [t for t in self.told[max(0, at - 12) : at] if t.span.contains(span)]
        frame = next((t for t in around if t.frame), None)
        if frame is not None:
            return frame.who, any(t.denied for t in around)
        quotation = self.quotation(span)
        if quotation is not None and (quotation.according_to or quotation.speaker):
            return quotation.according_to or quotation.speaker, False
        if around:
            return around[-1].who, around[-1].denied
        return None, False

    def quotation(self, span: Span) -> Quotation | None:
        """Return the quotation that holds *span*, or None."""
        at = bisect_right(self.quotations, span.start, key=lambda q: q.span.start)
        for quotation in reversed(self.quotations[max(0, at - _NESTED) : at]):
            if quotation.span.contains(span):
                return quotation
            if quotation.is_turn:
                return None
        return None

    def modality(self, span: Span, sentence: Span, event: Event, denied: bool) -> Modality:
        """Return how *span* is told: as done, planned, hedged or denied."""
        before = self.text[sentence.start : span.start]
        words = self.text[span.start : span.end]
        if denied or DENIED.search(before):
            return "denied"
        if HEDGED.search(before) or HEDGED.search(words):
            return "hedged"
        if event.planned or PLANNED.search(before[-80:]) or PLANNED.match(words):
            return "planned"
        return "reported"
