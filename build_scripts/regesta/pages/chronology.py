"""The chronology: documents and events in one order, by year and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regesta import edtf
from regesta.archive.lookups import Lookups, time_key
from regesta.model import Document, Event, Evidence, When
from regesta.pages import markdown, timeline, vocabulary
from regesta.pages.front_matter import page
from regesta.pages.layout import entry, month_key
from regesta.pages.links import Links, document_path, entity_path
from regesta.pages.source_text import is_visible
from regesta.pages.wording import _, counted, spelled

PATH = "chronology/index.md"
SCRIPT = "assets/js/chronology.js"
GAP = timedelta(days=28)
"""Time without anything dated from which a gap is spoken of."""

MONTHS = 24
"""Months that are linked one by one; of more, the years."""

PASSAGES = 4
"""Passages shown with an entry; the rest is on the page of what is dated."""


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
    def kind(self) -> str:
        """What the filter goes by: ``event`` or the type of document."""
        return (self.thing.type or "unknown") if isinstance(self.thing, Document) else "event"


def render(lookups: Lookups) -> tuple[str, str]:
    """Return (path below ``docs/``, text) of the chronology."""
    links = Links(lookups, PATH)
    items = sorted(
        [
            *(Item(d.date, d) for d in lookups.archive.documents),
            *(Item(e.when, e) for e in lookups.events),
        ],
        key=lambda item: item.key,
    )
    front = {
        "title": _("Chronology"),
        "generated_from": "seeds/",
        "section": "chronology",
        "head": {
            "description": _("Documents and events in order of time"),
            "scripts": [SCRIPT],
        },
    }
    body = [f"# {_('Chronology')} {{: #title }}", _intro(items)]
    body += [_filters(items, lookups), _drawing(items, links), *_months(items, links)]
    return PATH, page(front, "\n\n".join(part for part in body if part))


def _intro(items: Sequence[Item]) -> str:
    events = sum(1 for item in items if isinstance(item.thing, Event))
    stated = sum(1 for item in items if item.when.basis == "stated")
    documents = counted("{n} document", "{n} documents", len(items) - events)
    number = _("{documents} in order of time.").format(documents=documents)
    if events:
        number = _("{events} and {documents} in one order.").format(
            events=counted("{n} event", "{n} events", events), documents=documents
        )
    how = _("The texts state no day of any of them; what is known is worked out.")
    if stated:
        how = _(
            "The texts state the day of {n} of them; every other date is worked out from "
            "the passages shown, known only as a span, or not known."
        ).format(n=spelled(stated))
    return f'<p class="lede">{number} {how}</p>'


def _sources(item: Item, lookups: Lookups) -> list[str]:
    """Return the publishers of the documents that tell of *item* (ids)."""
    if isinstance(item.thing, Document):
        told_by = [item.thing]
    else:
        id = item.thing.id
        told_by = [d for d, _a in lookups.accounts.get(id, ())]
        told_by += [d for d, _m in lookups.mentions.get(id, ())]
    return sorted({_publisher(document) for document in told_by})


def _publisher(document: Document) -> str:
    known = document.publisher.basis != "unknown"
    return (document.publisher.id or "unknown") if known else "unknown"


def _attributes(item: Item, lookups: Lookups) -> str:
    sources = " ".join(_sources(item, lookups))
    return f'data-kind="{markdown.attribute(item.kind)}" data-source="{sources}"'


def _filters(items: Sequence[Item], lookups: Lookups) -> str:
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


def _drawing(items: Iterable[Item], links: Links) -> str:
    drawn = []
    for item in items:
        thing = item.thing
        is_document = isinstance(thing, Document)
        label = thing.title.text if isinstance(thing, Document) else thing.name
        path = document_path(thing) if isinstance(thing, Document) else entity_path(thing)
        target = links.to(path).removesuffix(".md") + ".html"
        planned = isinstance(thing, Event) and thing.planned
        attributes = _attributes(item, links.lookups)
        drawn.append(timeline.Item(item.when, label, target, is_document, planned, attributes))
    return timeline.draw(drawn)


def _months(items: Iterable[Item], links: Links) -> list[str]:
    out: list[str] = []
    last: date | None = None
    year = month = "-"
    for item in items:
        key = month_key(item.when)
        if last and item.when.earliest and item.when.earliest - last > GAP:
            out.append(_gap(last, item.when.earliest))
        if key[:4] != year:
            year = key[:4]
            out.append(f"## {year or _('Date not known')} {{: #t-{year or 'unknown'} }}")
        if key != month and key:
            out.append(f"### {markdown.plain(edtf.speak(key))} {{: #t-{key} }}")
        month = key
        ends = [day for day in (last, item.when.latest or item.when.earliest) if day]
        last = max(ends) if ends else None
        out.append(_entry(item, links))
    return out


def _gap(last: date, following: date) -> str:
    words = _("Nothing here is dated between {first} and {last}.").format(
        first=edtf.speak(edtf.iso_day(last)), last=edtf.speak(edtf.iso_day(following))
    )
    return f'<p class="gap">{words}</p>'


def _entry(item: Item, links: Links) -> str:
    thing = item.thing
    attributes = _attributes(item, links.lookups)
    when = ""
    if item.when.edtf or item.when.earliest or item.when.latest:
        when = markdown.plain(vocabulary.date_words(item.when))
    if isinstance(thing, Document):
        kind = markdown.plain(vocabulary.document_type(thing.type))
        number = f"{_('document')}&#160;{links.label(thing)} · "
        number = number if links.lookups.is_numbered(thing) else ""
        publisher = markdown.plain(vocabulary.publisher(thing))
        line = f"{links.document(thing)} <small>{number}{kind} · {publisher}</small>"
        attributes += f' data-document="{thing.id}"'
    else:
        planned = f" · {_('planned')}" if thing.planned else ""
        line = f"{links.entity(thing)} <small>{_('Event')}{planned}</small>"
        attributes += f' data-event="{thing.id}"'
    how = f"<small>{vocabulary.how_known(item.when)}</small>" if item.when.edtf else ""
    return entry(when, [line, how, *_passages(item.when.evidence, links)], attributes)


def _passages(evidence: Iterable[Evidence], links: Links) -> list[str]:
    """Return the words that tell the date, each with the way to its passage."""
    lines: dict[str, None] = {}
    for one in evidence:
        document = links.lookups.by_id.get(one.passage.document) if one.passage else None
        if one.passage and document and is_visible(document, one.passage.span):
            words = markdown.plain(one.passage.span.of(document.text))
            shown = vocabulary.quoted(document, words)
            lines[f"{shown}&#160;{links.passage(one.passage)}"] = None
    return list(lines)[:PASSAGES]


def month_links(lookups: Lookups, links: Links) -> str:
    """Return the months in which documents begin (or the years, where they
    are many) as links into the chronology, each with how many."""
    counts = Counter(key for d in lookups.archive.documents if (key := month_key(d.date)))
    if len(counts) > MONTHS:
        years: Counter[str] = Counter()
        for key, count in counts.items():
            years[key[:4]] += count
        counts = years
    told = {k: counted("{n} document", "{n} documents", n) for k, n in counts.items()}
    return " · ".join(
        f"{markdown.link(markdown.plain(edtf.speak(k)), links.to(PATH, f't-{k}'))} "
        f"<small>{told[k]}</small>"
        for k in sorted(counts)
    )
