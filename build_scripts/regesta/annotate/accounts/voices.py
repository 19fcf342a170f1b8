"""Whose words a passage has: the document's own, or somebody's it reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from regesta.annotate.accounts.vocabulary import DENIED, HEDGED, PLANNED
from regesta.annotate.quotations.told import Told
from regesta.model import Event, Modality, Quotation, Span

_NESTED = 40
"""Quotations inside one turn of a transcript that are looked back over."""


class Voices:
    """The quotations and told clauses of a text, each in order."""

    def __init__(self, text: str, quotations: Sequence[Quotation], told: Sequence[Told]) -> None:
        self.text = text
        self.quotations = quotations
        self.told = told
        self._starts = [quotation.span.start for quotation in quotations]
        # How far those up to each reach: quotations may nest in a turn.
        self._reach = list(accumulate((quotation.span.end for quotation in quotations), max))
        self._told_starts = [told.span.start for told in told]

    def touching(self, span: Span) -> list[Quotation]:
        """Return the quotations that share a code point with *span*, in order."""
        low, high = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return [q for q in self.quotations[low:high] if q.span.end > span.start]

    def of(self, span: Span) -> tuple[str | None, bool]:
        """Return whose words stand at *span* (None: the document's own), and
        whether they deny what they tell."""
        at = bisect_right(self._told_starts, span.start)
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
        at = bisect_right(self._starts, span.start)
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
