"""From the passages that descriptions quote to spans of the texts."""

from __future__ import annotations

from collections import Counter
from copy import copy

from regesta.model import Evidence, Passage, Problem, Span
from regesta.problems import EACH
from regesta.seeds.passages import FoldedText
from regesta.seeds.reading import SeedDocument
from regesta.seeds.records import DescriptionRecord, EvidenceRecord
from regesta.seeds.values import PassageRecord

Way = tuple[str | int, ...]
_MOST = 64
"""Texts that are kept folded."""


class Resolver:
    """Finds quoted passages in the texts that are held; what is not found
    exactly once becomes a problem at its place in the description."""

    def __init__(self, documents: tuple[SeedDocument, ...]) -> None:
        self._sources = {d.id: d.source for d in documents if d.source}
        self._folded: dict[str, FoldedText] = {}
        self.problems: list[Problem] = []
        self._missed: Counter[str] = Counter()

    def fresh(self) -> Resolver:
        """Return a resolver of the same texts that has met no problem yet."""
        other = copy(self)
        other.problems, other._missed = [], Counter()
        return other

    def _text(self, document: str) -> FoldedText | None:
        if document not in self._folded and document in self._sources:
            if len(self._folded) >= _MOST:
                self._folded.clear()
            self._folded[document] = FoldedText(self._sources[document].text)
        return self._folded.get(document)

    def holds(self, document: str) -> bool:
        """Tell whether the text of *document* can be looked into."""
        return document in self._sources

    def span(
        self, document: str, passage: PassageRecord | None, record: DescriptionRecord, way: Way
    ) -> Span | None:
        """Return where *passage* stands in *document*, or None (reported)."""
        text = self._text(document)
        if passage is None or text is None:
            return None
        found = text.find(passage, explained=self._missed[record.where.path] < EACH)
        if isinstance(found, Span):
            return found
        self._missed[record.where.path] += 1
        self.problems.append(found.problem(record.where, *way))
        return None

    def passage(
        self, document: str, passage: PassageRecord | None, record: DescriptionRecord, way: Way
    ) -> Passage | None:
        """Return the :class:`Passage` of a quoted one, or None."""
        span = self.span(document, passage, record, way)
        return Passage(document, span) if span else None

    def evidence(
        self,
        document: str,
        items: tuple[EvidenceRecord, ...],
        record: DescriptionRecord,
        way: Way,
    ) -> tuple[Evidence, ...]:
        """Return *items* with their passages, of this document or another.
        What rests on text that is not shown is left out: its reason may quote."""
        out = []
        for index, item in enumerate(items):
            here = (*way, "evidence", index)
            if item.document and item.exact:
                quoted = PassageRecord(exact=item.exact, prefix=item.prefix, suffix=item.suffix)
                where = self.passage(item.document, quoted, record, (*here, "exact"))
            else:
                where = self.passage(document, item.passage, record, (*here, "passage"))
            rests_on = item.document or (document if item.passage else "")
            if where is None and rests_on and not self.holds(rests_on):
                continue
            out.append(Evidence(item.reason, where))
        return tuple(out)
