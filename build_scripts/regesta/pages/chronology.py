"""The chronology: documents and events in one order, by year and month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regesta import edtf
from regesta.archive.lookups import Lookups, time_key
from regesta.model import Document, Event, When
from regesta.pages import markdown, timeline, vocabulary
from regesta.pages.front_matter import page
from regesta.pages.layout import listing, month_key
from regesta.pages.links import Links, document_path, entity_path
from regesta.pages.wording import _

PATH = "chronology/index.md"


@dataclass(frozen=True, slots=True)
class Item:
    """A document or an event with its date."""

    when: When
    thing: Document | Event

    @property
    def key(self) -> tuple[object, ...]:
        """Order: time, then events before the documents that tell of them."""
        return (*time_key(self.when), isinstance(self.thing, Document), self.thing.id)


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
        "head": {"description": _("Documents and events in order of time")},
    }
    body = [f"# {_('Chronology')} {{: #title }}", _intro(), _drawing(items, links)]
    body.extend(_months(items, links))
    return PATH, page(front, "\n\n".join(part for part in body if part))


def _intro() -> str:
    words = _(
        "Events and documents in one order. A date that no text states says how it was "
        "worked out; a range means one day in it, unless it says “from … to”."
    )
    return f'<p class="lede">{words}</p>'


def _drawing(items: Iterable[Item], links: Links) -> str:
    drawn = []
    for item in items:
        thing = item.thing
        is_document = isinstance(thing, Document)
        label = thing.title.text if isinstance(thing, Document) else thing.name
        path = document_path(thing) if isinstance(thing, Document) else entity_path(thing)
        target = links.to(path).removesuffix(".md") + ".html"
        planned = isinstance(thing, Event) and thing.planned
        drawn.append(timeline.Item(item.when, label, target, is_document, planned))
    return timeline.draw(drawn[: timeline.MOST])


def _months(items: Iterable[Item], links: Links) -> list[str]:
    out: list[str] = []
    year = ""
    month = None
    for item in items:
        key = month_key(item.when)
        if key[:4] != year or month is None:
            year = key[:4]
            out.append(f"## {year or _('Date not known')} {{: #t-{year or 'unknown'} }}")
            month = ""
        if key != month and len(key) > 4:
            out.append(f"### {markdown.plain(edtf.speak(key))} {{: #t-{key} }}")
        month = key
        out.append(_entry(item, links))
    return out


def _entry(item: Item, links: Links) -> str:
    when = markdown.plain(vocabulary.date_words(item.when))
    thing = item.thing
    if isinstance(thing, Document):
        kind = markdown.plain(vocabulary.document_type(thing.type))
        publisher = markdown.plain(vocabulary.publisher(thing))
        line = f"{links.document(thing)} <small>{kind} · {publisher}</small>"
        name = f'data-document="{thing.id}"'
    else:
        planned = f" · {_('planned')}" if thing.planned else ""
        line = f"{links.entity(thing)} <small>{_('Event')}{planned}</small>"
        name = f'data-event="{thing.id}"'
    how = vocabulary.how_known(item.when) if item.when.edtf else ""
    passages = [e.passage for e in item.when.evidence if e.passage]
    references = links.passages(passages)
    return (
        f'<div class="entry" {name} markdown="1">\n<p class="a">{when}</p>\n'
        f'<p markdown="span">{line}</p>\n'
        f'<p markdown="span"><small>{how} {references}</small></p>\n</div>'
    )


def month_list(lookups: Lookups, links: Links) -> str:
    """Return the months of the archive as links into the chronology."""
    keys = sorted({key for d in lookups.archive.documents if (key := month_key(d.date))})
    return listing(
        (markdown.link(markdown.plain(edtf.speak(k)), links.to(PATH, f"t-{k}")) for k in keys),
        "index",
    )
