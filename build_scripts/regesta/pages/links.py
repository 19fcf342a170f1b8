"""Addresses from one page to another, and references to passages.

Every generated page knows its own path below ``docs/``; targets are relative
``.md`` paths, which MkDocs checks and turns into addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import quote

from regesta.archive import parting
from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Block, Document, Entity, Passage, Span
from regesta.pages import markdown
from regesta.pages.vocabulary import language_attributes
from regesta.pages.wording import _
from regesta.whitespace import fold

NBSP = "&#160;"


def document_path(document: Document, part: int = 1) -> str:
    """Return the page of *document*, or of one part of it, below ``docs/``."""
    return f"{parting.address(document, part)}.md"


def entity_path(entity: Entity) -> str:
    """Return the page of *entity*, below ``docs/``."""
    return f"{FOLDERS[entity.kind]}/{entity.id}.md"


class Links:
    """Links as seen from the page at *path* (below ``docs/``)."""

    def __init__(self, lookups: Lookups, path: str) -> None:
        self.lookups = lookups
        self.path = path
        self._references: dict[tuple[str, str, int, bool], str] = {}

    def to(self, target: str, anchor: str = "") -> str:
        """Return the relative address of the page *target* (below ``docs/``)."""
        if target == self.path:
            return f"#{anchor}" if anchor else self.path.rsplit("/", 1)[-1]
        folder, _sep, name = target.rpartition("/")
        own = self.path.rpartition("/")[0]
        up = "../" * (own.count("/") + 1) if own else ""
        relative = name if folder == own else up + target
        return f"{relative}#{anchor}" if anchor else relative

    def document(self, document: Document, label: str | None = None, attributes: str = "") -> str:
        """Return a link to *document*; its title unless *label* (Markdown)."""
        shown = self.title(document) if label is None else label
        return markdown.link(shown, self.to(document_path(document)), attributes)

    def named(self, document: Document, *, start: bool = False) -> str:
        """Return *document* as a sentence names it: "document 002", or its
        title where it has no number; *start*: at the start of a sentence."""
        if not self.lookups.is_numbered(document):
            return self.document(document)
        word = _("Document") if start else _("document")
        return f"{word}{NBSP}{self.document(document, self.label(document))}"

    def entity(self, entity: Entity, label: str | None = None) -> str:
        """Return a link to *entity*'s page under its name or *label*."""
        shown = markdown.plain(entity.name) if label is None else label
        return markdown.link(shown, self.to(entity_path(entity)))

    def by_id(self, id: str) -> str:
        """Return a link to the entity *id*, or the id where there is none."""
        entity = self.lookups.archive.entities.get(id)
        return self.entity(entity) if entity else markdown.plain(id)

    def title(self, document: Document) -> str:
        """Return the title as Markdown; a supplied one in square brackets."""
        shown = markdown.plain(document.title.text)
        if document.title.span is None:
            return f'<span class="ours">&#91;{shown}&#93;</span>'
        attributes = language_attributes(document.language)
        return f"<span{attributes}>{shown}</span>" if attributes else shown

    def reference(self, document: Document, offset: int, *, short: bool = False) -> str:
        """Return a quiet link to the block at code point *offset*: ``002 ¶3``,
        or ``¶3`` where *short* or the document is this page."""
        block = self.lookups.block_at(document, offset)
        part = self.lookups.parting(document).at(offset)
        key = (document.id, block.anchor if block else "", part, short)
        if key not in self._references:
            self._references[key] = self._reference(document, block, part, short)
        return self._references[key]

    def _reference(self, document: Document, block: Block | None, part: int, short: bool) -> str:
        page = document_path(document, part)
        here = f"{self.path.removesuffix('.md')}/".startswith(f"{parting.address(document)}/")
        where = block_name(block)
        label = where if short or here else f"{self.label(document)}{NBSP}{where}"
        target = self.to(page, block.anchor if block else "")
        return markdown.link(label, target, ".r")

    def corrections(self, document: Document, spans: Sequence[Span]) -> str:
        """Return links to where *document* is corrected, each with the words at
        one of *spans* (of one paragraph) chosen; without a script they lead to
        the paragraph."""
        block = self.lookups.block_at(document, spans[0].start)
        page = parting.address(document, self.lookups.parting(document).at(spans[0].start))
        target, anchor = self.to(f"{page}.html"), block.anchor if block else ""
        met: Counter[str] = Counter()
        out = []
        for span in spans:
            words = fold(span.of(document.text))
            met[words] += 1
            which = f"&nth={met[words]}" if met[words] > 1 else ""
            address = f"{target}?correct={_quoted(words)}{which}#{anchor}"
            shown = _("correct")
            if len(spans) > 1:
                shown += f" “{markdown.plain(words)}”" + (f" ({met[words]})" if which else "")
            out.append(f'<a class="r" href="{markdown.attribute(address)}">{shown}</a>')
        return " ".join(out)

    def passage(self, passage: Passage | None, *, short: bool = False) -> str:
        """Return a reference to *passage*, or nothing where there is none."""
        document = self.lookups.by_id.get(passage.document) if passage else None
        if passage is None or document is None:
            return ""
        return self.reference(document, passage.span.start, short=short)

    def passages(self, passages: Iterable[Passage]) -> str:
        """Return references to *passages*, each block once."""
        return " · ".join(dict.fromkeys(p for p in map(self.passage, passages) if p))

    def label(self, document: Document) -> str:
        """Return the short name of *document* as Markdown."""
        return markdown.plain(self.lookups.label(document))


@lru_cache(4096)
def _quoted(words: str) -> str:
    """Return *words* as an address holds them; a text names the same again and again."""
    return quote(words, safe="")


def block_name(block: Block | None) -> str:
    """Return how a block is called in a reference: ``¶3``, "title"…"""
    if block is None:
        return _("text")
    if block.number is not None:
        return f"¶{block.number}"
    names = {
        "title": _("title"),
        "standfirst": _("standfirst"),
        "heading": _("heading"),
        "dateline": _("dateline"),
        "source-line": _("source line"),
        "credit": _("credit"),
        "residue": _("website furniture"),
    }
    return names.get(block.kind, _("text")).replace(" ", NBSP)
