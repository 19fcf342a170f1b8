"""Index pages: documents, people, organisations, places, topics, events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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


def documents(lookups: Lookups) -> list[tuple[str, str]]:
    """Return (path, text) of the list of documents, in order of time."""
    register = Register(
        title=_("Documents"),
        path="documents/index.md",
        folder="documents/index",
        items=lookups.in_time,
        keys=lambda document: period_keys(document.date),
        body=lambda _key, own, links: "\n\n".join(document_entry(d, links) for d in own),
        front=lambda title: _front(title, "documents"),
        least=200,
    )
    number = counted("{n} document", "{n} documents", len(lookups.archive.documents))
    return _pages(register, f"{number}, {_('in order of time.')}", lookups)


def _pages(
    register: Register[T], lede: str, lookups: Lookups, drawing: str = ""
) -> list[tuple[str, str]]:
    """Return the pages of a list that has a first page to itself."""
    whole = register.divided(lookups)
    body = [
        f"# {register.title} {{: #title }}",
        f'<p class="lede">{lede}</p>',
        drawing,
        register.first(whole, lookups),
    ]
    text = page(register.front(register.title), "\n\n".join(part for part in body if part))
    return [(register.path, text), *register.further(whole, lookups)]


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


def entities(kind: EntityKind, lookups: Lookups) -> list[tuple[str, str]]:
    """Return (path, text) of the index of one kind of entity."""
    folder = FOLDERS[kind]
    found = lookups.entities(kind)
    mixed = any(e.status != "machine" for e in found)
    register = Register(
        title=vocabulary.KINDS[kind],
        path=f"{folder}/index.md",
        folder=f"{folder}/index",
        items=found,
        keys=lambda entity: letters.keys(entity.name),
        body=lambda key, own, links: _lists(key, own, links, mixed=mixed),
        front=lambda title: _front(title, folder),
        name=letters.name,
        anchor=letters.anchor,
    )
    note = _("The number says how often a name stands in the documents.")
    if not found:
        note = _("None here yet.")
    elif not mixed:
        note += " " + _("All of them are machine proposals; nobody has checked them.")
    drawing = maps.of_places(Links(lookups, register.path)) if kind == "place" else ""
    return _pages(register, note, lookups, drawing)


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


def events(lookups: Lookups) -> list[tuple[str, str]]:
    """Return (path, text) of the list of events, in order of time."""
    register = Register(
        title=_("Events"),
        path="events/index.md",
        folder="events/index",
        items=lookups.events,
        keys=lambda event: period_keys(event.when),
        body=lambda _key, own, links: "\n\n".join(
            event_entry(event, links, told_in(event, lookups)) for event in own
        ),
        front=lambda title: _front(title, "events"),
        least=150,
    )
    lede = _("In order of time.") if lookups.events else _("None here yet.")
    return _pages(register, lede, lookups)
