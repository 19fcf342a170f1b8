"""Every mention of an entity in its context: by document in order of time,
one entry a paragraph, each mention marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from regesta import edtf
from regesta.archive.encoded import mentions_of
from regesta.model import Block, Document, Entity, Mention, Span, When
from regesta.pages import markdown, vocabulary
from regesta.pages.inline import Mark, render_each
from regesta.pages.layout import context, entry
from regesta.pages.links import Links
from regesta.pages.source_text import is_visible
from regesta.pages.wording import _, counted
from regesta.whitespace import fold


def visible(entity: Entity, links: Links) -> list[tuple[Document, Mention]]:
    """Return the mentions of *entity* that readers may see."""
    pairs = links.lookups.mentions.get(entity.id, ())
    return [(d, m) for d, m in pairs if is_visible(d, m.span)]


def visible_in(document: Document, entity: Entity) -> tuple[Mention, ...]:
    """Return the mentions of *entity* in *document* that readers may see."""
    found = mentions_of(entity.id, document)
    return tuple(mention for mention in found if is_visible(document, mention.span))


SCRIPT = "assets/js/narrow.js"
"""What obeys the fields by which a list is narrowed."""


def in_context(pairs: Sequence[tuple[Document, Mention]], links: Links, title: str = "") -> str:
    """Return the section with each mention of *pairs* (in order) in context."""
    parts = [
        _document_entries(list(group), links)
        for _id, group in groupby(pairs, key=lambda pair: pair[0].id)
    ]
    heading = f"## {title or _('In context')} {{: #in-context }}"
    form = _dates_form(pairs)
    return "\n\n".join([heading, *([form] if form else []), *parts]) if parts else ""


def _dates_form(pairs: Sequence[tuple[Document, Mention]]) -> str:
    """Return two fields that narrow the list by its documents' dates; shown
    where the script can obey them, and where there is something to part."""
    days = {(d.date.earliest, d.date.latest): None for d, _mention in pairs}
    if len([day for day in days if any(day)]) < 2:
        return ""
    words = _("{shown} of {all} passages shown")
    return (
        '<form class="filters" id="narrow" hidden>'
        f'<label>{_("Dated from")} <input type="date" name="from"></label>'
        f'<label>{_("to")} <input type="date" name="to"></label>'
        f'<output role="status" data-words="{words}"></output></form>'
    )


def _days(when: When) -> str:
    """Return the first and last day that *when* may mean, as attributes."""
    days = (("from", when.earliest), ("to", when.latest))
    return "".join(f' data-{name}="{edtf.iso_day(day)}"' for name, day in days if day)


def _document_entries(group: list[tuple[Document, Mention]], links: Links) -> str:
    document = group[0][0]
    when = markdown.plain(vocabulary.date_words(document.date))
    publisher = markdown.plain(vocabulary.publisher(document))
    number = f"{links.label(document)} · " if links.lookups.is_numbered(document) else ""
    times = counted("{n} mention", "{n} mentions", len(group))
    small = f"<small>{number}{publisher} · {when} · {times}</small>"
    days = _days(document.date)
    lines = [f"### {links.document(document)} {small} {{: #in-{document.id}{days} }}"]
    whole = document.text
    found = [(links.lookups.block_at(document, m.span.start), m) for _d, m in group]
    in_block = groupby(found, key=lambda pair: (pair[0].span if pair[0] else pair[1].span).start)
    for _start, own in in_block:
        pairs = list(own)
        lines.append(_entry(document, whole, pairs[0][0], [m for _block, m in pairs], links))
    return "\n\n".join(lines)


def _entry(
    document: Document, text: str, block: Block | None, mentions: Sequence[Mention], links: Links
) -> str:
    """Return the mentions of one block (of *text*, the document's), with the link
    to it."""
    within = block.span if block else mentions[0].span
    pieces = _joined(context(text, m.span, within) for m in mentions)
    marks = [
        Mark(
            m.span,
            f'<mark data-document="{document.id}" data-span="{m.span.start}-{m.span.end}">',
            "</mark>",
        )
        for m in mentions
    ]
    words = " … ".join(piece.strip() for piece in render_each(text, pieces, marks))
    before = "… " if pieces[0].start > within.start else ""
    after = " …" if pieces[-1].end < within.end else ""
    doubts = _doubts(document, mentions)
    return entry(
        links.reference(document, mentions[0].span.start, short=True),
        [
            vocabulary.quoted(document, f"{before}{words}{after}")
            + f"{doubts} {links.corrections(document, [m.span for m in mentions])}"
        ],
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return *spans*, in order, with those that touch made one."""
    out: list[Span] = []
    for span in spans:
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _doubts(document: Document, mentions: Sequence[Mention]) -> str:
    """Say which of *mentions* are less than certain."""
    doubtful = [m for m in mentions if m.certainty != "certain"]
    if not doubtful:
        return ""
    if len(mentions) == 1:
        return f" <small>{_(doubtful[0].certainty)}</small>"
    words = dict.fromkeys(
        f"“{markdown.plain(fold(m.span.of(document.text)))}”: {_(m.certainty)}" for m in doubtful
    )
    return f" <small>{'; '.join(words)}</small>"
