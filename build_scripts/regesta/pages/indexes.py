"""Index pages: documents, people, organisations, places, topics, events, and
the sources with those whom they quote without a name."""

from __future__ import annotations

from collections import defaultdict

from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Document, Entity, EntityKind, Event
from regesta.pages import markdown, vocabulary
from regesta.pages.entity import event_entry
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.wording import _, counted
from regesta.whitespace import fold

LETTERS_FROM = 60
"""Entries from which an index is set under letters."""


def _front(title: str, section: str) -> dict[str, object]:
    return {
        "title": title,
        "generated_from": "seeds/",
        "section": section,
        "head": {"description": title},
    }


def documents(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the list of documents, in order of time."""
    path = "documents/index.md"
    links = Links(lookups, path)
    number = counted("{n} document", "{n} documents", len(lookups.archive.documents))
    body = [
        f"# {_('Documents')} {{: #title }}",
        f'<p class="lede">{number}, {_("in order of time.")}</p>',
    ]
    body.extend(document_entry(d, links) for d in lookups.in_time)
    return path, page(_front(_("Documents"), "documents"), "\n\n".join(body))


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


def entities(kind: EntityKind, lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the index of one kind of entity."""
    folder = FOLDERS[kind]
    path = f"{folder}/index.md"
    links = Links(lookups, path)
    title = vocabulary.KINDS[kind]
    found = lookups.entities(kind)
    body = [f"# {title} {{: #title }}"]
    if not found:
        body.append(f'<p class="lede">{_("None here yet.")}</p>')
    else:
        note = _("The number says how often a name stands in the documents.")
        mixed = any(e.status != "machine" for e in found)
        if not mixed:
            note += " " + _("All of them are machine proposals; nobody has checked them.")
        body.append(f'<p class="lede">{note}</p>')
        body.extend(_lists(found, links, mixed=mixed))
    return path, page(_front(title, folder), "\n\n".join(body))


def _lists(found: tuple[Entity, ...], links: Links, *, mixed: bool) -> list[str]:
    if len(found) < LETTERS_FROM:
        return [listing((_entity_line(e, links, mixed=mixed) for e in found), "index")]
    letters: dict[str, list[Entity]] = defaultdict(list)
    for entity in found:
        # One letter may be two as a capital ("ß", "ﬁ"): the first of them stands.
        first = fold(entity.name)[:1].upper()[:1]
        letters[first if first.isalpha() else "#"].append(entity)
    out = []
    for letter, group in sorted(letters.items()):
        out.append(f"## {markdown.plain(letter)} {{: #l-{ord(letter):x} }}")
        out.append(listing((_entity_line(e, links, mixed=mixed) for e in group), "index"))
    return out


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
    documents = {d.id for d, _a in lookups.accounts.get(event.id, ())}
    documents |= {d.id for d, _m in lookups.mentions.get(event.id, ())}
    return counted("told in {n} document", "told in {n} documents", len(documents))


def events(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the list of events, in order of time."""
    path = "events/index.md"
    links = Links(lookups, path)
    body = [f"# {_('Events')} {{: #title }}"]
    if not lookups.events:
        body.append(f'<p class="lede">{_("None here yet.")}</p>')
    else:
        body.append(f'<p class="lede">{_("In order of time.")}</p>')
    body.extend(event_entry(event, links, told_in(event, lookups)) for event in lookups.events)
    return path, page(_front(_("Events"), "events"), "\n\n".join(part for part in body if part))


def sources(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the publishers, and of who speaks unnamed."""
    path = "sources/index.md"
    links = Links(lookups, path)
    by_publisher: dict[str, list[Document]] = defaultdict(list)
    for document in lookups.in_time:
        known = document.publisher.basis != "unknown"
        by_publisher[(document.publisher.id or "") if known else ""].append(document)
    body = [
        f"# {_('Sources')} {{: #title }}",
        f'<p class="lede">{_("Who issued the documents, as far as they say so.")}</p>',
    ]
    for id in sorted(by_publisher, key=lambda i: (i == "", i)):
        name = links.by_id(id) if id else _("Publisher not stated")
        body.append(f"## {name} {{: #s-{id or 'unknown'} }}")
        body.append(listing(links.document(d) for d in by_publisher[id]))
    unnamed = [
        f"“{markdown.plain(s.label)}” <small>{links.document(d, links.label(d))}</small> "
        + " · ".join(dict.fromkeys(links.reference(d, p.start, short=True) for p in s.passages))
        for d in lookups.in_time
        for s in d.speakers
    ]
    if unnamed:
        body.append(f"## {_('Quoted without a name')} {{: #unnamed }}")
        words = _(
            "Each document’s own; nobody here is identified, or taken for the same elsewhere."
        )
        body.append(f'<p class="lede">{words}</p>')
        body.append(listing(unnamed))
    return path, page(_front(_("Sources"), "sources"), "\n\n".join(part for part in body if part))
