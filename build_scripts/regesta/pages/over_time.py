"""What documents say of one entity, in order of time: on its page or, where
that would grow too long, on further pages by year and month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from regesta.archive.lookups import Lookups, time_key
from regesta.model import FOLDERS, Document, Entity, Event, Mention, When
from regesta.pages import markdown, parts
from regesta.pages.front_matter import inert_title
from regesta.pages.links import Links, entity_path
from regesta.pages.mentions import visible, visible_in
from regesta.pages.parts import Part
from regesta.pages.registers import Register
from regesta.pages.source_text import is_visible
from regesta.pages.units import Made, TooLong
from regesta.pages.vocabulary import KINDS
from regesta.pages.wording import _, counted
from regesta.whitespace import fold

Item = tuple[Document | Event, tuple[Mention, ...]]
"""A document with the mentions in it that readers may see, or an event."""


Named = tuple[Document, tuple[Mention, ...]]
"""A document and the mentions in it that readers may see, at least one."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bytes that a document, a mention in it and an event take on average."""

    document: int
    mention: int
    event: int = 950

    def of(self, item: Item) -> int:
        """Return about how many bytes *item* takes."""
        thing, mentions = item
        if not isinstance(thing, Document):
            return self.event
        return self.document + self.mention * len(mentions)


NAMED = Weights(550, 430)
TOLD_OF = Weights(1500, 700)
"""As measured on made collections of 1,000 documents."""


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
    def named(self) -> list[Named]:
        """Documents in which readers may see that the entity is named."""
        return [(d, found) for d, found in self.items if found and isinstance(d, Document)]

    @property
    def mentions(self) -> list[tuple[Document, Mention]]:
        """Each mention with its document."""
        return [(d, m) for d, own in self.named for m in own]


Write = Callable[[Entity, Links, Own], str]


def register(
    entity: Entity, lookups: Lookups, write: Write, front: Callable[[], Mapping[str, object]]
) -> Register[Item]:
    """Return what *write* puts on the page of *entity* as a list that may take
    further pages; *front* makes the front matter of the first."""
    path = entity_path(entity)

    def item(word: str) -> Item:
        kind, _space, id = word.partition(" ")
        if kind == "event":
            return lookups.event(id), ()
        document = lookups.by_id[id]
        return document, visible_in(document, entity)

    return Register(
        title=fold(entity.name),
        path=path,
        folder=path.removesuffix(".md"),
        keys=lambda item: parts.period_keys(_when(item)),
        weigh=(TOLD_OF if isinstance(entity, Event) else NAMED).of,
        id=lambda item: f"{'event' if isinstance(item[0], Event) else 'document'} {item[0].id}",
        item=item,
        body=lambda own, links: write(entity, links, Own(own.key, own.items)),
        front=lambda title: {**front(), "title": inert_title(title)},
        note=_note,
        heading=markdown.plain(entity.name),
        crumb=partial(_crumb, entity),
    )


def _crumb(entity: Entity, links: Links) -> str:
    kind = markdown.link(KINDS[entity.kind], links.to(f"{FOLDERS[entity.kind]}/index.md"))
    return f"{kind} › {links.entity(entity)}"


@dataclass(frozen=True, slots=True)
class Divided:
    """The *register* of an entity shared out to pages; *body* is what stands on
    the first, where that holds everything."""

    register: Register[Item]
    whole: Part[Item]
    body: str
    lookups: Lookups

    @property
    def is_shared_out(self) -> bool:
        """Tell whether there are further pages."""
        return bool(self.whole.inner)

    def named(self) -> list[Named]:
        """Return the documents in which readers may see that it is named."""
        return Own("", self.whole.items).named

    def shown(self, title: str = "") -> str:
        """Return what stands on the first page: everything, or the list of the
        further pages."""
        if not self.whole.inner:
            return self.body
        words = _("Named so often that the passages stand on pages of their own, by year.")
        listed = self.register.contents(self.whole, Links(self.lookups, self.register.path))
        heading = f"## {title or _('In context')} {{: #in-context }}"
        return f'{heading}\n\n<p class="col">{words}</p>\n\n{listed}'

    def page_of(self) -> dict[str, str]:
        """Return document id to the further page that shows its mentions, as HTML
        on the first page addresses it; nothing where all stand on the first."""
        if not self.whole.inner:
            return {}
        folder = self.register.folder.rpartition("/")[2]
        return {
            thing.id: f"{folder}/{leaf.key}.html"
            for leaf in self.whole.leaves()
            for thing, mentions in leaf.items
            if mentions
        }

    def further(self) -> Iterator[Made]:
        """Yield the further pages."""
        return self.register.further(self.whole, self.lookups)


def divide(
    register: Register[Item], entity: Entity, lookups: Lookups, too_long: TooLong
) -> Divided:
    """Share out what the page of *entity* shows."""
    whole, body = register.divided(_items(entity, lookups), lookups, too_long)
    return Divided(register, whole, body, lookups)


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


def _note(items: Sequence[Item]) -> str:
    own = Own("", items)
    named = [document for document, mentions in items if mentions]
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
