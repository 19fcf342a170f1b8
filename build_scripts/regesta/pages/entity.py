"""The page of a person, organisation, place or topic: who it is according to
which passages, then every mention in context, in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from regesta.archive.encoded import naming
from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Document, Entity, Event, Participant, Passage, Role
from regesta.pages import correcting, markdown, mention_line, over_time, utterances, vocabulary
from regesta.pages.front_matter import inert_title, page
from regesta.pages.layout import entry, facts, folded, span_words, strip, undated
from regesta.pages.links import Links, entity_path
from regesta.pages.maps import drawing as maps
from regesta.pages.mentions import SCRIPT, in_context
from regesta.pages.registers import Register
from regesta.pages.source_text import is_visible
from regesta.pages.units import Made, TooLong
from regesta.pages.wording import _, counted
from regesta.whitespace import fold

TOGETHER = 30
"""Names shown under "Named together with"."""


def register(entity: Entity, lookups: Lookups) -> Register[over_time.Item]:
    """Return what is shared out to further pages where it is much."""
    return over_time.register(entity, lookups, _in_time, lambda: front(entity, lookups))


def render(entity: Entity, lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the page of *entity*, and the further pages of one that is named
    too often for a single page."""
    path = entity_path(entity)
    links = Links(lookups, path)
    divided = over_time.divide(register(entity, lookups), entity, lookups, too_long)
    sections = [
        crumb(entity, links),
        f"# {markdown.plain(entity.name)} {{: #title }}",
        _strip(entity, links),
        lede(entity, links),
        maps.of_place(entity, links),
        mention_line.draw(divided.named(), links, divided.page_of()),
        divided.shown(),
        _all_wordings(entity, links, divided.named()) if divided.is_shared_out else "",
        f"## {_('About this page')} {{: #about }}",
        _together(entity, links),
        record(entity, links),
        correcting.of_entity(entity, links),
    ]
    shown = "\n\n".join(section for section in sections if section)
    yield path, page(front(entity, lookups), shown)
    yield from divided.further()


def front(entity: Entity, lookups: Lookups) -> dict[str, object]:
    """Return the front matter of the page of *entity*."""
    return {
        "title": inert_title(entity.name),
        "generated_from": entity.path or "seeds/documents/",
        "section": FOLDERS[entity.kind],
        "head": head(entity, lookups),
    }


def _in_time(entity: Entity, links: Links, own: over_time.Own) -> str:
    """Return what *own* says of *entity*, as it stands on one page."""
    sections = [
        in_context(own.mentions, links),
        _said(entity, links, own.documents),
        _events(entity, links, own.events),
        _as_worded(links, own.named, () if own.key else entity.roles),
    ]
    return "\n\n".join(section for section in sections if section)


def head(entity: Entity, lookups: Lookups) -> dict[str, object]:
    """Return what the theme writes into the page's head."""
    about = fold(entity.about.text) if entity.about else ""
    kind = vocabulary.KIND[entity.kind]
    collection = fold(lookups.archive.collection.title)
    return {
        "description": f"{about or kind + ': ' + fold(entity.name)} · {collection}",
        # A page about a living person that no person has written is not for search engines.
        "robots": "noindex" if entity.kind == "person" and entity.status == "machine" else "",
        "scripts": [SCRIPT],
    }


def crumb(entity: Entity, links: Links) -> str:
    """Return the way back to the index of this kind."""
    index = markdown.link(
        vocabulary.KINDS[entity.kind], links.to(f"{FOLDERS[entity.kind]}/index.md")
    )
    return f'<p class="crumb" markdown="span">{index}</p>'


def _strip(entity: Entity, links: Links) -> str:
    lookups = links.lookups
    documents = lookups.documents_naming.get(entity.id, ())
    mentions = len(lookups.mentions.get(entity.id, ()))
    where = _("In none of the documents")
    if mentions:
        where = _("{mentions} in {documents}").format(
            mentions=counted("{n} mention", "{n} mentions", mentions),
            documents=counted("{n} document", "{n} documents", len(documents)),
        )
    rows = [(_("Kind"), vocabulary.KIND[entity.kind]), (_("Named"), where)]
    dates = span_words(d.date for d in documents)
    if dates:
        missing = undated(d.date for d in documents)
        rows.append((_("In documents of"), f"{markdown.plain(dates)}{missing}"))
    others = [
        lookups.archive.entities[id] for id in entity.not_same_as if id in lookups.archive.entities
    ]
    if others:
        rows.append((_("Not the same as"), "<br>".join(links.entity(o) for o in others)))
    rows.append((_("Review"), review(entity)))
    return strip(rows)


def review(entity: Entity) -> str:
    """Return who is behind the record and whether anyone has checked it."""
    checked = vocabulary.review(entity.status, entity.reviewed_by, entity.reviewed_on)
    if entity.status == "reviewed":
        return markdown.plain(checked)
    proposed = vocabulary.origin_of(entity.status)
    return f'{markdown.plain(checked)} <small class="proposal">{proposed}</small>'


def lede(entity: Entity, links: Links) -> str:
    """Return the line that says who or what it is, with its passages; before
    it, of a record that was split, what took its place."""
    parts = []
    if entity.split_into:
        parts.append(_("Now told apart: {records}.").format(
            records=", ".join(links.by_id(id) for id in entity.split_into)
        ))  # fmt: skip
    if entity.about:
        references = links.passages(entity.about.passages)
        parts.append(f"{markdown.plain(entity.about.text)} {references}")
    return "\n\n".join(f'<p class="lede" markdown="span">{part}</p>' for part in parts)


def _said(entity: Entity, links: Links, documents: Sequence[Document]) -> str:
    found = [
        (document, quotation)
        for document in documents
        for quotation in document.quotations
        if quotation.speaker == entity.id and is_visible(document, quotation.span)
    ]
    if not found:
        return ""
    shown = utterances.section(found, links, with_speaker=False)
    return f"## {_('Said, according to')} {{: #said }}\n\n{shown}"


def _events(entity: Entity, links: Links, events: Sequence[Event]) -> str:
    lines = []
    for event in events:
        parts = [p for p in event.participants if p.entity == entity.id]
        lines.append(event_entry(event, links, _part_in(event, parts, links)))
    return f"## {_('Events')} {{: #events }}\n\n" + "\n\n".join(lines) if lines else ""


def _part_in(event: Event, parts: Sequence[Participant], links: Links) -> str:
    """Say what part somebody had in *event*, each time according to whom; or
    which passage puts the event at this place."""
    if not parts:
        reference = links.passage(event.place_evidence)
        return f"{_('Took place here')} {reference}".strip()
    by_part: dict[str, list[Passage | None]] = {}
    for one in parts:
        by_part.setdefault(one.part or _("took part"), []).append(one.passage)
    shown = "; ".join(
        f"{markdown.plain(part)}, {_('according to')} {references}"
        if (references := links.passages(p for p in passages if p))
        else markdown.plain(part)
        for part, passages in by_part.items()
    )
    return shown[:1].upper() + shown[1:]


def event_entry(event: Event, links: Links, note: str = "") -> str:
    """Return an event as an entry with its date in the gutter; *note* is
    Markdown for the line under it."""
    when = markdown.plain(vocabulary.date_words(event.when))
    planned = f" <small>{_('planned')}</small>" if event.planned else ""
    small = f"<small>{note}</small>" if note else ""
    return entry(when, [f"{links.entity(event)}{planned}", small])


def event_line(event: Event, links: Links) -> str:
    """Return an event with its date."""
    planned = f", {_('planned')}" if event.planned else ""
    when = markdown.plain(vocabulary.date_words(event.when))
    return f"{links.entity(event)} <small>{when}{planned}</small>"


def _as_worded(links: Links, named: Iterable[over_time.Named], roles: Sequence[Role]) -> str:
    lines = []
    for document, mentions in named:
        words: dict[str, int] = {}
        for mention in mentions:
            span = mention.extended or mention.span
            words.setdefault(fold(span.of(document.text)), span.start)
        shown = " · ".join(
            f"{vocabulary.quoted(document, markdown.plain(w))}&#160;"
            + links.reference(document, at, short=True)
            for w, at in words.items()
        )
        if shown:
            lines.append((links.document(document, links.label(document)), shown))
    if roles:
        lines.append((_("Offices"), _offices(roles, links)))
    return f"## {_('As the documents word it')} {{: #worded }}\n\n{facts(lines)}" if lines else ""


def _all_wordings(entity: Entity, links: Links, named: Iterable[over_time.Named]) -> str:
    """Return how often which words name *entity*, for a page whose passages
    stand on further pages."""
    counts = Counter(
        fold((mention.extended or mention.span).of(document.text))
        for document, mentions in named
        for mention in mentions
    )
    shown = " · ".join(
        f"“{markdown.plain(words)}”&#160;<small>{n}</small>"
        for words, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:TOGETHER]
    )
    rows = [(_("Most often"), shown)]
    if entity.roles:
        rows.append((_("Offices"), _offices(entity.roles, links)))
    return f"## {_('As the documents word it')} {{: #worded }}\n\n{facts(rows)}"


def _offices(roles: Sequence[Role], links: Links) -> str:
    """Each office once, with all the passages that give it."""
    passages: dict[str, list[Passage]] = {}
    for role in roles:
        years = " – ".join(x for x in (role.start, role.end) if x)
        body = f", {links.by_id(role.body)}" if role.body else ""
        office = f'<span class="s">{markdown.plain(role.office)}</span>{body}'
        own = passages.setdefault(f"{office} {markdown.plain(years)}".strip(), [])
        own.extend([role.passage] if role.passage else [])
    return "<br>".join(f"{office} {links.passages(own)}" for office, own in passages.items())


def _together(entity: Entity, links: Links) -> str:
    """Who else is named in the same documents, and in how many of them."""
    lookups = links.lookups
    counts: Counter[str] = Counter()
    for document in lookups.documents_naming.get(entity.id, ()):
        counts.update(naming(document).keys() - {entity.id})
    entities = lookups.archive.entities
    numbers = {id: n for id, n in counts.items() if id in entities}
    # Only of those that may be shown are names compared.
    fewest = min(sorted(numbers.values(), reverse=True)[:TOGETHER], default=0)
    known = [(n, entities[id]) for id, n in numbers.items() if n >= fewest]
    known.sort(key=lambda pair: (-pair[0], pair[1].name.casefold(), pair[1].id))
    if not known:
        return ""
    shown = " · ".join(f"{links.entity(e)}&#160;<small>{n}</small>" for n, e in known[:TOGETHER])
    note = _("counts the documents that name both")
    return folded(_("Named together with"), note, f'<p markdown="span">{shown}</p>', "together")


def record(entity: Entity, links: Links) -> str:
    """Return what the authority record holds."""
    rows = [(_("Name"), markdown.plain(entity.name))]
    for label, values in (
        (_("Also written"), entity.variants),
        (_("Short forms"), entity.short_forms),
        (_("Formerly"), entity.formerly),
    ):
        if values:
            rows.append((label, " · ".join(markdown.plain(v) for v in values)))
    worded = [
        f"{links.document(d, links.label(d))}: “{markdown.plain(w.words)}”"
        for w in entity.worded_as
        if (d := links.lookups.by_id.get(w.document))
    ]
    if worded:
        rows.append((_("In one document alone"), "<br>".join(worded)))
    if entity.part_of:
        rows.append((_("Part of"), " · ".join(links.by_id(id) for id in entity.part_of)))
    if entity.location:
        where = maps.coordinates(entity.location)
        source = markdown.plain(entity.location.source)
        rows.append((_("Where it is"), f"{where} <small>{source}</small>"))
    for identifier in entity.same_as:
        address = markdown.attribute(identifier.uri)
        read = markdown.plain(identifier.read_in)
        shown = markdown.plain(identifier.uri)
        rows.append((_("Elsewhere"), f'<a href="{address}">{shown}</a> <small>{read}</small>'))
    if entity.note:
        rows.append((_("Note"), markdown.plain(entity.note)))
    rows.append((_("Identifier"), f"<code>{entity.id}</code>"))
    rows.append((_("Who says so"), vocabulary.origin_of(entity.status)))
    if entity.path:
        rows.append((_("Record"), markdown.plain(entity.path)))
    return folded(_("About this record"), "", facts(rows), "record")
