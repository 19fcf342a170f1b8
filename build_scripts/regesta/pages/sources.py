"""The sources: who issued the documents, and whom these quote without a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from regesta.archive.lookups import Lookups
from regesta.model import Document, Speaker
from regesta.pages import markdown, parts, vocabulary
from regesta.pages.front_matter import inert_title, page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.registers import Own, Register
from regesta.pages.units import Made, TooLong
from regesta.pages.wording import _

PATH = "sources/index.md"
FOLDER = "sources/index"
UNNAMED = f"{FOLDER}/unnamed"
UNKNOWN = "unknown"

Quoted = tuple[Document, int]
"""A document, and which of its speakers."""


def render(lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the publishers, and who speaks unnamed."""
    publishers, unnamed = registers(lookups)
    links = Links(lookups, PATH)
    issued, shown = publishers.divided(_by_publisher(lookups), lookups, too_long)
    speakers = [(d, n) for d in lookups.in_time for n in range(len(d.speakers))]
    quoted, said = unnamed.divided(speakers, lookups, too_long)
    body = [
        f"# {_('Sources')} {{: #title }}",
        f'<p class="lede">{_("Who issued the documents, as far as they say so.")}</p>',
        publishers.contents(issued, links) or shown,
    ]
    if quoted.items:
        words = _(
            "Each document’s own; nobody here is identified, or taken for the same elsewhere."
        )
        body.append(f"## {_('Quoted without a name')} {{: #unnamed }}")
        body += [f'<p class="col">{words}</p>', unnamed.contents(quoted, links) or said]
    yield PATH, page(_front(_("Sources")), "\n\n".join(part for part in body if part))
    yield from publishers.further(issued, lookups)
    yield from unnamed.further(quoted, lookups)


def registers(lookups: Lookups) -> tuple[Register[Document], Register[Quoted]]:
    """Return both lists."""
    return _publishers(lookups), _unnamed(lookups)


def _by_publisher(lookups: Lookups) -> list[Document]:
    return sorted(lookups.in_time, key=lambda d: (_publisher(d) == UNKNOWN, _publisher(d)))


def _front(title: str) -> dict[str, object]:
    return {
        "title": inert_title(title),
        "generated_from": "seeds/",
        "section": "sources",
        "head": {"description": title},
    }


def _publisher(document: Document) -> str:
    known = document.publisher.basis != "unknown"
    return (document.publisher.id or UNKNOWN) if known else UNKNOWN


def _publishers(lookups: Lookups) -> Register[Document]:
    """Documents by publisher; a publisher of too many has them by year."""
    entities = lookups.archive.entities

    def keys(document: Document) -> tuple[str, ...]:
        id = _publisher(document)
        periods = parts.period_keys(document.date)
        return (f"s-{id}", *(f"s-{id}.{period}" for period in periods))

    def name(stem: str) -> str:
        id, _dot, period = stem.removeprefix("s-").partition(".")
        known = entities[id].name if id in entities else id
        shown = _("Publisher not stated") if id == UNKNOWN else known
        return f"{shown}, {parts.period_name(period)}" if period else shown

    def body(own: Own[Document], links: Links) -> str:
        if own.key:
            return listing(links.document(d) for d in own.items)
        out = []
        for id, group in groupby(own.items, key=_publisher):
            name = links.by_id(id) if id != UNKNOWN else _("Publisher not stated")
            out.append(f"## {name} {{: #s-{id} }}")
            out.append(listing(links.document(d) for d in group))
        return "\n\n".join(out)

    return Register(
        title=_("Sources"),
        path=PATH,
        folder=FOLDER,
        keys=keys,
        id=lambda document: document.id,
        item=lookups.by_id.__getitem__,
        body=body,
        front=_front,
        name=lambda key: parts.with_slice(key, name),
        anchor=lambda key: key,
        weigh=lambda _document: 130,
    )


def _unnamed(lookups: Lookups) -> Register[Quoted]:
    """Those whom a document quotes without a name, in order of time."""

    def item(word: str) -> Quoted:
        id, _space, number = word.partition(" ")
        return lookups.by_id[id], int(number)

    return Register(
        title=_("Quoted without a name"),
        path=PATH,
        folder=UNNAMED,
        keys=lambda quoted: parts.period_keys(quoted[0].date),
        id=lambda quoted: f"{quoted[0].id} {quoted[1]}",
        item=item,
        body=lambda own, links: listing(_quoted(d, d.speakers[n], links) for d, n in own.items),
        front=_front,
        weigh=lambda _quoted: 250,
    )


def _quoted(document: Document, speaker: Speaker, links: Links) -> str:
    references = [links.reference(document, p.start, short=True) for p in speaker.passages]
    return (
        f"{vocabulary.quoted(document, f'“{markdown.plain(speaker.label)}”')} "
        f"<small>{links.document(document, links.label(document))}</small> "
        + " · ".join(dict.fromkeys(references))
    )
