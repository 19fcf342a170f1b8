"""Index pages: documents, people, organisations, places, topics, events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Document, Entity, EntityKind, Event
from regesta.pages import letters, markdown, vocabulary
from regesta.pages.entity import event_entry
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.maps import drawing as maps
from regesta.pages.parts import period_keys
from regesta.pages.registers import Register
from regesta.pages.units import Made, TooLong
from regesta.pages.wording import _, counted

T = TypeVar("T")

LETTERS_FROM = 60
"""Entries from which an index is set under letters."""


def _front(title: str, section: str) -> dict[str, object]:
    return {
        "title": title,
        "generated_from": "seeds/",
        "section": section,
        "head": {"description": title},
    }


def of_documents(lookups: Lookups) -> Register[Document]:
    """Return the list of documents."""
    return Register(
        title=_("Documents"),
        path="documents/index.md",
        folder="documents/index",
        keys=lambda document: period_keys(document.date),
        id=lambda document: document.id,
        item=lookups.by_id.__getitem__,
        body=lambda own, links: "\n\n".join(document_entry(d, links) for d in own.items),
        front=lambda title: _front(title, "documents"),
        weigh=lambda _document: 300,
    )


def documents(lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the list of documents, in order of time."""
    number = counted("{n} document", "{n} documents", len(lookups.archive.documents))
    lede = f"{number}, {_('in order of time.')}"
    yield from _pages(of_documents(lookups), lookups.in_time, lede, lookups, too_long)


def _pages(
    register: Register[T], items: Sequence[T], lede: str, lookups: Lookups, too_long: TooLong,
    drawing: str = "",
) -> Iterator[Made]:  # fmt: skip
    """Yield the pages of a list that has a first page to itself."""
    whole, shown = register.divided(items, lookups, too_long)
    body = [
        f"# {register.title} {{: #title }}",
        f'<p class="lede">{lede}</p>',
        drawing,
        register.contents(whole, Links(lookups, register.path)) if whole.inner else shown,
    ]
    text = "\n\n".join(part for part in body if part)
    yield register.path, page(register.front(register.title), text)
    yield from register.further(whole, lookups)


def document_entry(document: Document, links: Links) -> str:
    """Return a document as an entry with its date in the gutter."""
    when = markdown.plain(vocabulary.date_words(document.date))
    kind = markdown.plain(vocabulary.document_type(document.type))
    publisher = markdown.plain(vocabulary.publisher(document))
    rights = markdown.plain(vocabulary.rights(document.rights.statement))
    if document.withdrawn:
        rights = _("Withdrawn")
    return (
        f'<div class="entry" data-document="{document.id}" markdown="1">\n<p class="a">{when}</p>\n'
        f'<p markdown="span">{links.document(document)}<br>'
        f"<small>{kind} · {publisher} · {rights}</small></p>\n</div>"
    )


MIXED = "mixed"
"""What a page of an index must know: that people made some of the records."""


def of_entities(kind: EntityKind, lookups: Lookups, more: str = "") -> Register[Entity]:
    """Return the index of one kind of entity; *more* is what its pages must know."""
    folder = FOLDERS[kind]
    return Register(
        title=vocabulary.KINDS[kind],
        path=f"{folder}/index.md",
        folder=f"{folder}/index",
        keys=lambda entity: letters.keys(entity.name),
        id=lambda entity: entity.id,
        item=lookups.archive.entities.__getitem__,
        body=lambda own, links: _lists(own.key, own.items, links, mixed=own.more == MIXED),
        front=lambda title: _front(title, folder),
        weigh=lambda _entity: 80,
        name=letters.name,
        anchor=letters.anchor,
        more=lambda _entity: more,
    )


def entities(kind: EntityKind, lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the index of one kind of entity."""
    found = lookups.entities(kind)
    mixed = any(e.status != "machine" for e in found)
    register = of_entities(kind, lookups, MIXED if mixed else "")
    note = _("The number says how often a name stands in the documents.")
    if not found:
        note = _("None here yet.")
    elif not mixed:
        note += " " + _("All of them are machine proposals; nobody has checked them.")
    drawing = maps.of_places(Links(lookups, register.path)) if kind == "place" else ""
    yield from _pages(register, found, note, lookups, too_long, drawing)


def _lists(key: str, found: Sequence[Entity], links: Links, *, mixed: bool) -> str:
    """Return *found* under letters where they are many and not all of one."""
    if key or len(found) < LETTERS_FROM:
        return listing((_entity_line(e, links, mixed=mixed) for e in found), "index")
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in found:
        groups[letters.first(entity.name)].append(entity)
    out = []
    for letter, group in sorted(groups.items()):
        out.append(f"## {markdown.plain(letter)} {{: #{letters.anchor(letters.key(letter))} }}")
        out.append(listing((_entity_line(e, links, mixed=mixed) for e in group), "index"))
    return "\n\n".join(out)


def _entity_line(entity: Entity, links: Links, *, mixed: bool) -> str:
    """One entry; what a machine proposed says so where not all were."""
    number = len(links.lookups.mentions.get(entity.id, ()))
    machine = (
        f" · {vocabulary.origin_of('machine')}" if mixed and entity.status == "machine" else ""
    )
    about = f"<br><small>{markdown.plain(entity.about.text)}</small>" if entity.about else ""
    return f"{links.entity(entity)} <small>{number}{machine}</small>{about}"


def told_in(event: Event, lookups: Lookups) -> str:
    """Say how many documents tell of *event* or point to it."""
    documents = {d.id for d in lookups.documents_telling.get(event.id, ())}
    documents |= {d.id for d in lookups.documents_naming.get(event.id, ())}
    return counted("told in {n} document", "told in {n} documents", len(documents))


def of_events(lookups: Lookups) -> Register[Event]:
    """Return the list of events."""
    return Register(
        title=_("Events"),
        path="events/index.md",
        folder="events/index",
        keys=lambda event: period_keys(event.when),
        id=lambda event: event.id,
        item=lookups.event,
        body=lambda own, links: "\n\n".join(
            event_entry(event, links, told_in(event, lookups)) for event in own.items
        ),
        front=lambda title: _front(title, "events"),
        weigh=lambda _event: 200,
    )


def events(lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the list of events, in order of time."""
    lede = _("In order of time.") if lookups.events else _("None here yet.")
    yield from _pages(of_events(lookups), lookups.events, lede, lookups, too_long)
