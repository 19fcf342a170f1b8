"""What stands on the words of a document's page: links, dates, quotations and
the letters of its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from regesta import edtf
from regesta.model import Block, Document
from regesta.pages import margin
from regesta.pages.inline import Mark, touching
from regesta.pages.links import Links


class Marked:
    """The marks and the notes on one page of *document*, each made once and
    when it is first asked for."""

    def __init__(self, document: Document, links: Links) -> None:
        self._document = document
        self._links = links

    @cached_property
    def notes(self) -> list[margin.MarginNote]:
        """The notes in the margin, in the order of the text."""
        return margin.collect(self._document, self._links)

    def marks(self, block: Block) -> Sequence[Mark]:
        """Return the marks on the words of *block*."""
        return self._by_block.get(block.anchor, [])

    @cached_property
    def _by_block(self) -> dict[str, list[Mark]]:
        marks = [*self._on_names(), *self._on_dates(), *self._on_quotations()]
        marks += margin.marks(self.notes)
        marks.sort(key=lambda mark: (mark.span.start, mark.span.end))
        blocks = sorted(self._document.blocks, key=lambda b: (b.span.start, b.span.end))
        shares = touching([block.span for block in blocks], marks)
        return {block.anchor: own for block, own in zip(blocks, shares, strict=True) if own}

    def _on_names(self) -> Iterator[Mark]:
        entities = self._links.lookups.archive.entities
        targets: dict[str, str] = {}
        for mention in self._document.mentions:
            named = mention.entities
            if len(named) == 1 and named[0] in entities:
                if named[0] not in targets:
                    link = self._links.entity(entities[named[0]], "")
                    targets[named[0]] = f"]({link.partition('](')[2]}"
                yield Mark(mention.span, "[", targets[named[0]], is_link=True)
            elif len(named) > 1:
                yield Mark(mention.span, '<span class="ambiguous">', "</span>")

    def _on_dates(self) -> Iterator[Mark]:
        for n, date in enumerate(self._document.dates):
            value = edtf.html_datetime(date.when.edtf) if date.when.edtf else None
            if value:
                before = f'<time datetime="{value}" data-date="{n}">'
                yield Mark(date.span, before, "</time>")
            else:
                yield Mark(date.span, f'<span class="when" data-date="{n}">', "</span>")

    def _on_quotations(self) -> Iterator[Mark]:
        for quotation in self._document.quotations:
            if not quotation.is_turn:
                yield Mark(quotation.span, '<span class="said">', "</span>")
