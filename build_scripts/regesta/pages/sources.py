"""The sources: who issued the documents, and whom these quote without a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from regesta.archive.lookups import Lookups
from regesta.model import Document, Speaker
from regesta.pages import markdown, parts, vocabulary
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.registers import Register
from regesta.pages.wording import _

PATH = "sources/index.md"
FOLDER = "sources/index"
UNKNOWN = "unknown"

Quoted = tuple[Document, Speaker]


def render(lookups: Lookups) -> list[tuple[str, str]]:
    """Return (path, text) of the publishers, and of who speaks unnamed."""
    publishers, unnamed = _publishers(lookups), _unnamed(lookups)
    issued, quoted = publishers.divided(lookups), unnamed.divided(lookups)
    body = [
        f"# {_('Sources')} {{: #title }}",
        f'<p class="lede">{_("Who issued the documents, as far as they say so.")}</p>',
        publishers.first(issued, lookups),
    ]
    if quoted.items:
        words = _(
            "Each document’s own; nobody here is identified, or taken for the same elsewhere."
        )
        body.append(f"## {_('Quoted without a name')} {{: #unnamed }}")
        body += [f'<p class="col">{words}</p>', unnamed.first(quoted, lookups)]
    first = page(_front(_("Sources")), "\n\n".join(part for part in body if part))
    return [
        (PATH, first),
        *publishers.further(issued, lookups),
        *unnamed.further(quoted, lookups),
    ]


def _front(title: str) -> dict[str, object]:
    return {
        "title": title,
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
    names: dict[str, str] = {}

    def keys(document: Document) -> tuple[str, ...]:
        id = _publisher(document)
        known = entities[id].name if id in entities else id
        name = _("Publisher not stated") if id == UNKNOWN else known
        found = {f"s-{id}": name}
        for period in parts.period_keys(document.date):
            found[f"s-{id}.{period}"] = f"{name}, {parts.period_name(period)}"
        names.update(found)
        return tuple(found)

    def body(key: str, own: Sequence[Document], links: Links) -> str:
        if key:
            return listing(links.document(d) for d in own)
        out = []
        for id, group in groupby(own, key=_publisher):
            name = links.by_id(id) if id != UNKNOWN else _("Publisher not stated")
            out.append(f"## {name} {{: #s-{id} }}")
            out.append(listing(links.document(d) for d in group))
        return "\n\n".join(out)

    return Register(
        title=_("Sources"),
        path=PATH,
        folder=FOLDER,
        items=sorted(lookups.in_time, key=lambda d: (_publisher(d) == UNKNOWN, _publisher(d))),
        keys=keys,
        body=body,
        front=_front,
        name=lambda key: parts.with_slice(key, names.__getitem__),
        anchor=lambda key: key,
    )


def _unnamed(lookups: Lookups) -> Register[Quoted]:
    """Those whom a document quotes without a name, in order of time."""
    return Register(
        title=_("Quoted without a name"),
        path=PATH,
        folder=f"{FOLDER}/unnamed",
        items=[(d, s) for d in lookups.in_time for s in d.speakers],
        keys=lambda quoted: parts.period_keys(quoted[0].date),
        body=lambda _key, own, links: listing(_quoted(d, s, links) for d, s in own),
        front=_front,
    )


def _quoted(document: Document, speaker: Speaker, links: Links) -> str:
    references = [links.reference(document, p.start, short=True) for p in speaker.passages]
    return (
        f"{vocabulary.quoted(document, f'“{markdown.plain(speaker.label)}”')} "
        f"<small>{links.document(document, links.label(document))}</small> "
        + " · ".join(dict.fromkeys(references))
    )
