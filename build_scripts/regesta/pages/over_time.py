"""What documents say of one entity, in order of time: on its page or, where
that would grow too long, on further pages by year and month."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from regesta.archive.lookups import Lookups, time_key
from regesta.model import FOLDERS, Document, Entity, Event, Mention, When
from regesta.pages import markdown, parts
from regesta.pages.front_matter import inert_title, page
from regesta.pages.further_pages import FurtherPages
from regesta.pages.links import Links, entity_path
from regesta.pages.mentions import visible
from regesta.pages.parts import Part
from regesta.pages.source_text import is_visible
from regesta.pages.vocabulary import KINDS
from regesta.pages.wording import _, counted
from regesta.whitespace import fold

LEAST = 300
"""Bytes that a document takes at least with one mention in context."""

Item = tuple[Document | Event, tuple[Mention, ...]]
"""A document with the mentions in it that readers may see, or an event."""


@dataclass(frozen=True, slots=True)
class Own:
    """What one page tells: *key* is that of its part, "" for the whole."""

    key: str
    items: Sequence[Item]

    @property
    def documents(self) -> list[Document]:
        """Documents that name the entity or let it speak."""
        return [thing for thing, _m in self.items if isinstance(thing, Document)]

    @property
    def events(self) -> list[Event]:
        """Events in which the entity has a part."""
        return [thing for thing, _m in self.items if isinstance(thing, Event)]

    @property
    def mentions(self) -> list[tuple[Document, Mention]]:
        """Each mention with its document."""
        return [(d, m) for d, own in self.items if isinstance(d, Document) for m in own]


Write = Callable[[Entity, Links, Own], str]


def divide(entity: Entity, lookups: Lookups, write: Write) -> Part[Item]:
    """Share out what *write* puts on the page of *entity*."""
    path = entity_path(entity)

    def body(key: str, items: Sequence[Item]) -> str:
        own = f"{_folder(entity)}/{key}.md" if key else path
        return write(entity, Links(lookups, own), Own(key, items))

    return parts.divide(_items(entity, lookups), _keys, body, least=LEAST)


def _items(entity: Entity, lookups: Lookups) -> list[Item]:
    shown = groupby(visible(entity, Links(lookups, "")), key=lambda pair: pair[0].id)
    mentions = {id: tuple(m for _d, m in group) for id, group in shown}
    documents = {d.id: d for d in lookups.documents_naming.get(entity.id, ())}
    documents |= {d.id: d for d in lookups.documents_telling.get(entity.id, ())}
    found: list[Item] = [
        (document, mentions.get(document.id, ()))
        for document in sorted(documents.values(), key=lambda d: lookups.position[d.id])
        if document.id in mentions or _tells(entity, document)
    ]
    if not isinstance(entity, Event):
        found += [(event, ()) for event in lookups.events_with.get(entity.id, ())]
        found.sort(key=lambda item: time_key(_when(item)))
    return found


def _tells(entity: Entity, document: Document) -> bool:
    """Tell whether readers may see a quotation or an account of *entity* in
    *document*."""
    spans = [q.span for q in document.quotations if q.speaker == entity.id]
    spans += [a.span for a in document.accounts if a.event == entity.id]
    return any(is_visible(document, span) for span in spans)


def _when(item: Item) -> When:
    thing = item[0]
    return thing.date if isinstance(thing, Document) else thing.when


def _keys(item: Item) -> tuple[str, ...]:
    return parts.period_keys(_when(item))


def _folder(entity: Entity) -> str:
    return entity_path(entity).removesuffix(".md")


def shown(whole: Part[Item], links: Links, entity: Entity, title: str = "") -> str:
    """Return what stands on the entity's first page: everything, or the list
    of the further pages."""
    if not whole.inner:
        return whole.body
    words = _("Named so often that the passages stand on pages of their own, by year.")
    listed = _further(whole, entity).contents(whole, links)
    heading = f"## {title or _('In context')} {{: #in-context }}"
    return f'{heading}\n\n<p class="col">{words}</p>\n\n{listed}'


def _further(whole: Part[Item], entity: Entity) -> FurtherPages[Item]:
    return FurtherPages(whole, _folder(entity), note=_note)


def page_of(whole: Part[Item], entity: Entity) -> dict[str, str]:
    """Return document id to the further page that shows its mentions, as HTML
    on the first page addresses it; nothing where all stand on the first."""
    if not whole.inner:
        return {}
    return {
        thing.id: f"{entity.id}/{leaf.key}.html"
        for leaf in whole.leaves()
        for thing, mentions in leaf.items
        if mentions
    }


def _note(part: Part[Item]) -> str:
    own = Own(part.key, part.items)
    named = [document for document, mentions in part.items if mentions]
    pieces = []
    if named:
        pieces.append(
            _("{mentions} in {documents}").format(
                mentions=counted("{n} mention", "{n} mentions", len(own.mentions)),
                documents=counted("{n} document", "{n} documents", len(named)),
            )
        )
    more = len(own.documents) - len(named)
    if more:
        pieces.append(counted("{n} more document", "{n} more documents", more))
    if own.events:
        pieces.append(counted("{n} event", "{n} events", len(own.events)))
    return ", ".join(pieces)


def further_pages(
    whole: Part[Item], entity: Entity, lookups: Lookups, front: Mapping[str, object]
) -> list[tuple[str, str]]:
    """Return (path, text) of each further page; *front* is the front matter
    of the first."""
    further = _further(whole, entity)
    pages = []
    for part in whole.below():
        links = Links(lookups, further.path(part))
        kind = markdown.link(KINDS[entity.kind], links.to(f"{FOLDERS[entity.kind]}/index.md"))
        crumb = f"{kind} › {links.entity(entity)}"
        body = further.body(part, links, crumb, markdown.plain(entity.name))
        title = inert_title(f"{fold(entity.name)}, {further.name(part.key)}")
        pages.append((links.path, page({**front, "title": title}, body)))
    return pages
