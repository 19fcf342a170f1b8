"""What the chronology sets in order, and the two lists that narrow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from regesta.archive.lookups import Lookups, time_key
from regesta.model import Document, Event, When
from regesta.pages import markdown, vocabulary
from regesta.pages.wording import _


@dataclass(frozen=True, slots=True)
class Item:
    """A document or an event with its date."""

    when: When
    thing: Document | Event

    @property
    def key(self) -> tuple[object, ...]:
        """Order: time, then events before the documents that tell of them."""
        return (*time_key(self.when), isinstance(self.thing, Document), self.thing.id)

    @property
    def word(self) -> str:
        """What tells it from all others."""
        return f"{'document' if isinstance(self.thing, Document) else 'event'} {self.thing.id}"

    @property
    def kind(self) -> str:
        """What the filter goes by: ``event`` or the type of document."""
        return (self.thing.type or "unknown") if isinstance(self.thing, Document) else "event"


def item_of(lookups: Lookups, word: str) -> Item:
    """Return the item that :attr:`Item.word` tells."""
    kind, _space, id = word.partition(" ")
    if kind == "event":
        event = lookups.event(id)
        return Item(event.when, event)
    document = lookups.by_id[id]
    return Item(document.date, document)


def _sources(item: Item, lookups: Lookups) -> list[str]:
    """Return the publishers of the documents that tell of *item* (ids)."""
    if isinstance(item.thing, Document):
        told_by = [item.thing]
    else:
        id = item.thing.id
        told_by = [*lookups.documents_telling.get(id, ()), *lookups.documents_naming.get(id, ())]
    return sorted({_publisher(document) for document in told_by})


def _publisher(document: Document) -> str:
    known = document.publisher.basis != "unknown"
    return (document.publisher.id or "unknown") if known else "unknown"


def attributes(item: Item, lookups: Lookups) -> str:
    """Return the attributes of an entry that the lists go by."""
    sources = " ".join(_sources(item, lookups))
    return f'data-kind="{markdown.attribute(item.kind)}" data-source="{sources}"'


def filters(items: Sequence[Item], lookups: Lookups) -> str:
    """Two lists that narrow the page; shown where the script can obey them."""
    kinds = Counter(item.kind for item in items)
    sources = Counter(source for item in items for source in _sources(item, lookups))
    if len(kinds) < 2 and len(sources) < 2:
        return ""
    entities = lookups.archive.entities
    names = {id: entities[id].name if id in entities else _("Not stated") for id in sources}
    words = {
        kind: _("Events") if kind == "event" else vocabulary.document_type(kind)
        for kind in kinds
        if kind != "unknown"
    } | ({"unknown": _("Type not told")} if "unknown" in kinds else {})
    return (
        '<form class="filters" id="filters" hidden>'
        + _select("kind", _("Show"), _("Events and documents"), words, kinds)
        + _select("source", _("Told by"), _("Any publisher"), names, sources)
        + f'<output data-words="{_("{shown} of {all} shown")}"></output></form>'
    )


def _select(
    name: str, label: str, all_of_them: str, words: dict[str, str], counts: Counter[str]
) -> str:
    order = sorted(words, key=lambda id: (id == "unknown", id != "event", words[id].casefold()))
    options = "".join(
        f'<option value="{markdown.attribute(id)}">{markdown.attribute(words[id])} '
        f"({counts[id]})</option>"
        for id in order
    )
    return (
        f'<label>{label} <select name="{name}"><option value="">{all_of_them}</option>'
        f"{options}</select></label>"
    )
