"""The start page: what this archive is, its newest events, those most named,
and the ways in.  Each figure says what was counted."""

from __future__ import annotations

from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Document, EntityKind, Status
from regesta.pages import markdown, vocabulary
from regesta.pages.chronology import month_links
from regesta.pages.collection import paragraphs, time_span
from regesta.pages.entity import event_entry
from regesta.pages.front_matter import inert_title, page
from regesta.pages.indexes import document_entry, told_in
from regesta.pages.layout import facts, listing, undated
from regesta.pages.links import Links
from regesta.pages.wording import _, counted

NEWEST = 6
MOST_NAMED = 12
EXAMPLES = 5


def home(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the start page."""
    path = "index.md"
    links = Links(lookups, path)
    collection = lookups.archive.collection
    front = {
        "title": inert_title(collection.title),
        "generated_from": "seeds/archive.yml",
        "section": "home",
        "head": {
            "description": collection.description or collection.title,
            "links": [{"rel": "alternate", "type": "application/atom+xml", "href": "feed.xml"}],
        },
    }
    parts = [f"# {markdown.plain(collection.title)} {{: #title }}"]
    if collection.description:
        parts.append(
            f'<p class="lede" markdown="span">{markdown.plain(collection.description)}</p>'
        )
    parts.append(_figures(lookups, links))
    parts.append(paragraphs(collection.introduction))
    parts.append(_newest(lookups, links))
    parts.append(_most_named(lookups, links))
    parts.append(_ways_in(lookups, links))
    parts.append(f"## {_('Documents')} {{: #documents }}")
    recent = list(lookups.in_time)
    if len(lookups.in_time) > NEWEST:
        parts.append(f'<p class="col">{_("The latest in time, as far as dates are known.")}</p>')
        recent = _latest(lookups)
    parts.extend(document_entry(d, links) for d in recent)
    if len(lookups.in_time) > NEWEST:
        parts.append(markdown.link(_("All documents"), links.to("documents/index.md")))
    return path, page(front, "\n\n".join(part for part in parts if part))


def _latest(lookups: Lookups) -> list[Document]:
    """The documents latest in time; those whose date is known come first."""
    dated = [d for d in lookups.in_time if d.date.earliest]
    rest = [d for d in lookups.in_time if not d.date.earliest]
    return [*reversed(dated), *rest][:NEWEST]


def _figures(lookups: Lookups, links: Links) -> str:
    documents = counted("{n} document", "{n} documents", len(lookups.archive.documents))
    dates = markdown.plain(time_span(lookups))
    if lookups.days:
        dates += undated(d.date for d in lookups.archive.documents)
    reviewed = sum(1 for d in lookups.archive.documents if d.status == "reviewed")
    checked = counted(
        "{n} document checked by a person", "{n} documents checked by a person", reviewed
    )
    return facts(
        [
            (_("Holds"), markdown.link(documents, links.to("documents/index.md"))),
            (_("Documents date from"), dates),
            (_("Review"), markdown.link(checked, links.to("review.md"))),
        ]
    )


def _newest(lookups: Lookups, links: Links) -> str:
    dated = [e for e in lookups.events if e.when.earliest]
    if not dated:
        return ""
    newest = dated[: -NEWEST - 1 : -1]
    lines = [event_entry(event, links, told_in(event, lookups)) for event in newest]
    every = markdown.link(_("All events"), links.to("events/index.md"))
    more = every if len(dated) > NEWEST else ""
    shown = "\n\n".join([*lines, more])
    return f"## {_('Newest events')} {{: #events }}\n\n{shown}"


def _most_named(lookups: Lookups, links: Links) -> str:
    counts = {id: len(pairs) for id, pairs in lookups.mentions.items()}
    people = [e for e in lookups.entities("person") if counts.get(e.id)]
    people.sort(key=lambda e: (-counts[e.id], e.name.casefold(), e.id))
    if not people:
        return ""
    shown = [
        f"{links.entity(e)} <small>{counts[e.id]}{_machine(e.status)}</small>"
        for e in people[:MOST_NAMED]
    ]
    note = _("The number counts how often the documents name them.")
    return (
        f"## {_('People most named')} {{: #people }}\n\n"
        f'<p class="col"><small>{note}</small></p>\n\n{listing(shown, "index")}'
    )


def _machine(status: Status) -> str:
    return f" · {vocabulary.status(status)}" if status == "machine" else ""


def _ways_in(lookups: Lookups, links: Links) -> str:
    """Links into the archive by time, person, place, topic and source; each
    figure counts the pages, or the documents, that it leads to."""
    rows = []
    months = month_links(lookups, links)
    if months:
        rows.append((_("By time"), months))
    for kind, folder in FOLDERS.items():
        number = len(lookups.entities(kind))
        index = markdown.link(vocabulary.KINDS[kind], links.to(f"{folder}/index.md"))
        size = counted("{n} page", "{n} pages", number) if number else _("none here yet")
        rows.append((index, f"{size}{_first_names(kind, lookups, links)}"))
    publishers = {d.publisher.id for d in lookups.archive.documents if d.publisher.id}
    sources = markdown.link(_("Sources"), links.to("sources/index.md"))
    known = counted("{n} publisher stated", "{n} publishers stated", len(publishers))
    rows.append((sources, known))
    return f"## {_('Ways in')} {{: #ways }}\n\n{facts(rows)}"


def _first_names(kind: EntityKind, lookups: Lookups, links: Links) -> str:
    """The places and topics named most, as examples of what an index holds."""
    if kind not in ("place", "topic"):
        return ""
    counts = {id: len(pairs) for id, pairs in lookups.mentions.items()}
    named = sorted(lookups.entities(kind), key=lambda e: (-counts.get(e.id, 0), e.name, e.id))
    if not named:
        return ""
    shown = ", ".join(links.entity(e) for e in named[:EXAMPLES])
    return f" <small>{_('most named')}:</small> {shown}"
