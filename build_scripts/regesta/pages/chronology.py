"""The chronology: documents and events in one order, by year and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from regesta import edtf
from regesta.archive.lookups import Lookups
from regesta.model import Document, Event, Evidence
from regesta.pages import markdown, parts, timeline, vocabulary
from regesta.pages.chronology_items import Item, attributes, filters, item_of
from regesta.pages.front_matter import page
from regesta.pages.layout import entry, listing, month_key
from regesta.pages.links import Links, document_path, entity_path
from regesta.pages.parts import Part
from regesta.pages.registers import Register
from regesta.pages.source_text import is_visible
from regesta.pages.units import Made, TooLong
from regesta.pages.wording import _, counted, spelled

FOLDER = "chronology"
PATH = f"{FOLDER}/index.md"
SCRIPT = "assets/js/chronology.js"
GAP = timedelta(days=28)
"""Time without anything dated from which a gap is spoken of."""

MONTHS = 24
"""Months that are linked one by one; of more, the years."""

AVERAGE = 450
"""Bytes that an entry takes."""

PASSAGES = 4
"""Passages shown with an entry; the rest is on the page of what is dated."""


def render(lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the chronology and the further pages that one of many years has."""
    links = Links(lookups, PATH)
    items = sorted(
        [
            *(Item(d.date, d) for d in lookups.archive.documents),
            *(Item(e.when, e) for e in lookups.events),
        ],
        key=lambda item: item.key,
    )
    own = register(lookups, items)
    whole, shown = own.divided(items, lookups, too_long)
    body = [f"# {_('Chronology')} {{: #title }}", _intro(items)]
    if whole.inner:
        body += [_drawing(items, links), *_years(whole, links)]
    else:
        body += [filters(items, lookups), _drawing(items, links), shown]
    first = page(_front(_("Chronology")), "\n\n".join(part for part in body if part))
    yield PATH, first
    yield from own.further(whole, lookups)


def _front(title: str) -> dict[str, object]:
    return {
        "title": title,
        "generated_from": "seeds/",
        "section": "chronology",
        "head": {
            "description": _("Documents and events in order of time"),
            "scripts": [SCRIPT],
        },
    }


def register(lookups: Lookups, items: Sequence[Item] = ()) -> Register[Item]:
    """Return the chronology as a list; of *items*, all of it, it tells for each
    page what came before: time without anything may end where a page begins."""
    before: dict[str, date | None] = {}
    last: date | None = None
    for one in items:
        before[one.word] = last
        last = _end(last, one)

    def more(item: Item) -> str:
        day = before.get(item.word)
        return edtf.iso_day(day) if day else ""

    return Register(
        title=_("Chronology"),
        path=PATH,
        folder=FOLDER,
        keys=lambda item: parts.period_keys(item.when),
        id=lambda item: item.word,
        item=partial(item_of, lookups),
        body=lambda own, links: "\n\n".join(
            _months(own.items, links, date.fromisoformat(own.more) if own.more else None)
        ),
        front=_front,
        weigh=lambda _item: AVERAGE,
        note=_note,
        anchor=_anchor,
        more=more,
        above=_above,
    )


def _above(items: Sequence[Item], links: Links, part: Part[Item] | None) -> str:
    if part is None:
        shown = [filters(items, links.lookups), _drawing(items, links)]
        return "\n\n".join(piece for piece in shown if piece)
    # Slices of one month: there is nothing to be drawn.
    is_sliced = part.inner[0].key.startswith(f"{part.key}{parts.SLICE}")
    return "" if is_sliced else _drawing(items, links)


def _anchor(key: str) -> str:
    return "t-unknown" if key == parts.UNDATED else f"t-{key}"


def _note(items: Sequence[Item]) -> str:
    events = sum(1 for item in items if isinstance(item.thing, Event))
    documents = counted("{n} document", "{n} documents", len(items) - events)
    told = counted("{n} event", "{n} events", events)
    return f"{documents}, {told}" if events else documents


def _years(whole: Part[Item], links: Links) -> list[str]:
    """Return a heading for each year and a way into each of its months: the
    anchors that these have on a page of everything stand here too."""
    place: dict[str, str] = {}
    for leaf in whole.leaves():
        for item in leaf.items:
            place.setdefault(month_key(item.when), leaf.key)
    out = []
    for year in whole.inner:
        target = links.to(f"{FOLDER}/{year.key}.md")
        name = markdown.link(markdown.plain(parts.period_name(year.key)), target)
        out.append(f"## {name} <small>{_note(year.items)}</small> {{: #{_anchor(year.key)} }}")
        months = Counter(month_key(item.when) for item in year.items)
        lines = [
            markdown.link(
                markdown.plain(edtf.speak(key)), links.to(f"{FOLDER}/{place[key]}.md", f"t-{key}"),
                f"#t-{key}",
            ) + f" <small>{number}</small>"
            for key, number in months.items() if key
        ]  # fmt: skip
        out.append(listing(lines, "index"))
    return [part for part in out if part]


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
    if not any(item.when.earliest or item.when.latest for item in items):
        how = _("Nothing tells a date of any of them.")
    if stated == len(items):
        how = _("The texts state the day of every one of them.")
    elif stated:
        how = _(
            "The texts state the day of {n} of them; every other date is worked out from "
            "the passages shown, known only as a span, or not known."
        ).format(n=spelled(stated))
    return f'<p class="lede">{number} {how}</p>'


def _drawing(items: Sequence[Item], links: Links) -> str:
    # Of many, which are counted, no one is named.
    named = timeline.are_drawn_apart(item.when for item in items)
    drawn = []
    for item in items:
        thing = item.thing
        is_document = isinstance(thing, Document)
        label = going_by = ""
        if named:
            label = thing.title.text if isinstance(thing, Document) else thing.name
            going_by = attributes(item, links.lookups)
        path = document_path(thing) if isinstance(thing, Document) else entity_path(thing)
        target = links.to(path).removesuffix(".md") + ".html"
        planned = isinstance(thing, Event) and thing.planned
        drawn.append(timeline.Item(item.when, label, target, is_document, planned, going_by))
    return timeline.draw(drawn)


def _months(items: Iterable[Item], links: Links, last: date | None) -> list[str]:
    """Return *items* under years and months; *last* is the last day that
    anything before them is dated to."""
    out: list[str] = []
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
        last = _end(last, item)
        out.append(_entry(item, links))
    return out


def _end(last: date | None, item: Item) -> date | None:
    """Return the last day that anything up to *item* is dated to."""
    return max((d for d in (last, item.when.latest or item.when.earliest) if d), default=None)


def _gap(last: date, following: date) -> str:
    words = _("Nothing here is dated between {first} and {last}.").format(
        first=edtf.speak(edtf.iso_day(last)), last=edtf.speak(edtf.iso_day(following))
    )
    return f'<p class="gap">{words}</p>'


def _entry(item: Item, links: Links) -> str:
    thing = item.thing
    going_by = attributes(item, links.lookups)
    when = ""
    if item.when.edtf or item.when.earliest or item.when.latest:
        when = markdown.plain(vocabulary.date_words(item.when))
    how = [vocabulary.how_known(item.when)] if item.when.edtf else []
    if isinstance(thing, Document):
        name = links.document(thing)
        number = [f"{_('Document')}&#160;{links.label(thing)}"]
        kind = markdown.plain(vocabulary.document_type(thing.type))
        facts = [kind, markdown.plain(vocabulary.publisher(thing)), *how]
        facts = (number if links.lookups.is_numbered(thing) else []) + facts
        going_by += f' data-document="{thing.id}"'
    else:
        name = links.entity(thing)
        facts = [_("Event"), *([_("planned")] if thing.planned else []), *how]
        going_by += f' data-event="{thing.id}"'
    small = f"<small>{' · '.join(facts)}</small>"
    return entry(when, [name, small, *_passages(item.when.evidence, links)], going_by)


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
