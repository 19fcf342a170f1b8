"""A document's page: the text first, then its apparatus."""

from __future__ import annotations

from collections import Counter
from typing import Any

from regesta import edtf
from regesta.archive.lookups import Lookups
from regesta.archive.parting import Part
from regesta.archive.permanence import Kept
from regesta.model import FOLDERS, Document, Entity, Span
from regesta.pages import document_parts, margin, markdown, source_text, vocabulary
from regesta.pages.about_document import about, about_part, head
from regesta.pages.bounded import bounded
from regesta.pages.cards import cards
from regesta.pages.front_matter import inert_title, page
from regesta.pages.inline import letters_apart
from regesta.pages.inline import render as render_inline
from regesta.pages.layout import facts, listing, month_link, strip
from regesta.pages.links import Links, document_path
from regesta.pages.marked import Marked
from regesta.pages.wording import _, counted

FOLD_AFTER = 12
"""Names of one kind that are listed before the rest is folded."""


def render(document: Document, lookups: Lookups, kept: Kept) -> list[tuple[str, str]]:
    """Return (path below ``docs/``, text) of the pages of *document*: one, or
    one for each part of a long text.

    *kept* says which older anchors stand where.
    """
    parting = lookups.parting(document)
    views = parting.views(document)
    said = head(document, lookups)
    return [
        _page(view, part, said, lookups, kept)
        for view, part in zip(views, parting.parts, strict=True)
    ]


def _page(
    view: Document, part: Part, said: dict[str, Any], lookups: Lookups, kept: Kept
) -> tuple[str, str]:
    path = document_path(view, part.number)
    links = Links(lookups, path)
    front = {
        "title": inert_title(view.title.text) + document_parts.title_tail(part),
        "generated_from": view.path,
        "section": "documents",
        "document": view.id,
        "head": said,
    }
    write = _first if part.number == 1 else _further
    sections = write(view, part, links, kept, Marked(view, links))
    return path, page(front, "\n\n".join(section for section in sections if section))


def _first(document: Document, part: Part, links: Links, kept: Kept, marked: Marked) -> list[str]:
    """Return what stands on the only page of a document, or on the first."""
    whole = links.lookups.by_id[document.id]
    sections = [
        _crumb(document, links),
        _title(document, part, kept, marked),
        _strip(document, links),
    ]
    if document.withdrawn:
        sections.append(_tombstone(document))
    elif document.source is None or document.access == "metadata":
        sections.append(
            f'<p class="lede">{_("The text of this document is not published here.")}</p>'
        )
    else:
        sections += _text(document, part, links, kept, marked)
        sections += [_other_accounts(whole, links), *_apparatus(document, links)]
    sections.extend(about(document, links))
    sections.append(_neighbours(document, links))
    return sections


def _further(document: Document, part: Part, links: Links, kept: Kept, marked: Marked) -> list[str]:
    """Return what stands on a further page of a long document."""
    return [
        document_parts.crumb(document, links),
        document_parts.heading(document, part, links),
        *_text(document, part, links, kept, marked),
        *_apparatus(document, links),
        *about_part(document, part.number, links),
    ]


def _crumb(document: Document, links: Links) -> str:
    documents = markdown.link(_("Documents"), links.to("documents/index.md"))
    return f'<p class="crumb" markdown="span">{documents} › {month_link(document.date, links)}</p>'


def _title(document: Document, part: Part, kept: Kept, marked: Marked) -> str:
    span = document.title.span
    if span is None or not _is_shown(document, span):
        brackets = ("", "") if span else ("&#91;", "&#93;")
        name = "title" if span else "title .ours"
        shown = f"{brackets[0]}{markdown.plain(document.title.text)}{brackets[1]}"
        return f"# {shown} {{: #{name} }}"
    block = next((b for b in document.blocks if b.kind == "title"), None)
    anchor = block.anchor if block else "title"
    bare, letters = letters_apart(span, marked.marks(block) if block else [])
    inner = render_inline(document.text, span, bare)
    attributes = source_text.verbatim_attributes(document, span, part.name)
    old = source_text.empty_targets(kept.retired.get(anchor, ()))
    return f"# {old}{inner} {{: #{anchor} {attributes} }}{source_text.on_heading(letters)}"


def _is_shown(document: Document, span: Span) -> bool:
    blocks = source_text.visible_blocks(document)
    if document.access == "full":
        return bool(blocks)
    return any(block.span.contains(span) for block in blocks)


def _strip(document: Document, links: Links) -> str:
    publisher = markdown.plain(vocabulary.publisher(document))
    entity = links.lookups.archive.entities.get(document.publisher.id or "")
    if entity and document.publisher.basis != "unknown":
        publisher = links.entity(entity)
    rights = markdown.plain(vocabulary.rights(document.rights.statement))
    date = markdown.plain(vocabulary.date_words(document.date))
    if document.date.edtf:
        how = markdown.link(vocabulary.how_known(document.date), "#about-date")
        date += f" <small>{how}</small>"
    return strip(
        [
            (_("Type"), markdown.plain(vocabulary.document_type(document.type))),
            (_("Publisher"), publisher),
            (_("Date"), date),
            (_("Rights"), markdown.link(rights, "#rights")),
            (_("Language"), markdown.plain(vocabulary.language(document.language))),
            (_("Review"), markdown.plain(vocabulary.review(
                document.status, document.reviewed_by, document.reviewed_on))),
        ]
    )  # fmt: skip


def _tombstone(document: Document) -> str:
    assert document.withdrawn is not None
    day = markdown.plain(edtf.speak(document.withdrawn.on))
    reason = markdown.plain(document.withdrawn.reason)
    words = _("Withdrawn on {day}.").format(day=day)
    return f'<p class="lede tombstone" markdown="span">**{words}** {reason}</p>'


def _text(document: Document, part: Part, links: Links, kept: Kept, marked: Marked) -> list[str]:
    blocks = source_text.visible_blocks(document)
    marks, notes = marked.marks, marked.notes
    asides = margin.asides(notes, blocks)
    to_others = document_parts.way(document, part, links)
    once_more = document_parts.way(document, part, links, after=True)
    sections = [
        _actions(document, links),
        bounded(links.lookups.by_id[document.id], links),
        document_parts.contents(document, part, links),
    ]
    if document.access == "excerpt":
        sections.append(
            f'<p class="lede">{_("Only passages of this document are published here.")}</p>'
        )
    return [
        *sections,
        to_others,
        source_text.body(document, blocks, marks, asides, kept.retired, part.name),
        source_text.residue(document, blocks, marks, asides, kept.retired, part.name),
        once_more,
        document_parts.moved_passages(kept.moved.get(part.number, ()), document, links),
        _key(document, links, notes=bool(notes)),
    ]


def _apparatus(document: Document, links: Links) -> list[str]:
    return [_named_here(document, links), _quotations(document, links), cards(document, links)]


def _key(document: Document, links: Links, *, notes: bool) -> str:
    """Explain the lines under the text's names, each kind its own."""
    named = {m.type for m in document.mentions}
    kinds = [
        markdown.link(vocabulary.KIND[kind].lower(), links.to(f"{FOLDERS[kind]}/index.md"))
        for kind in vocabulary.KIND
        if kind in named
    ]
    letters = _("Small letters lead to the notes.") if notes else ""
    if not kinds and not letters:
        return ""
    lines = f"{_('Underlined in the text:')} {' '.join(kinds)}" if kinds else ""
    return f'<p class="key" markdown="span">{lines} {letters}</p>'


def _actions(document: Document, links: Links) -> str:
    up = "" if links.path == document_path(document) else "../"
    download = (
        f'<a href="{up}{document.id}.txt" download>{_("Download the text")}</a>'
        if document.access == "full"
        else ""
    )
    notes = _("Notes and links in the text")
    return (
        f'<p class="acts"><a href="#cite">{_("Cite")}</a>{download}'
        f'<a href="#verify">{_("Verify")}</a>'
        f'<label><input type="checkbox" id="notes" checked>{notes}</label></p>'
    )


def _other_accounts(document: Document, links: Links) -> str:
    lookups = links.lookups
    lines = []
    for event in lookups.events_of(document):
        telling = lookups.documents_telling.get(event.id, ())
        naming = lookups.documents_naming.get(event.id, ())
        others = {d.id: d for d in (*telling, *naming) if d.id != document.id}
        shown = ", ".join(links.document(d, links.label(d)) for d in others.values())
        tail = (
            f": {_('also in')} {shown}"
            if shown
            else f" <small>{_('in this document alone')}</small>"
        )
        lines.append(f"{links.entity(event)}{tail}")
    if not lines:
        return ""
    return f"## {_('Other accounts of these events')}\n\n{listing(lines)}"


def _named_here(document: Document, links: Links) -> str:
    counts: Counter[str] = Counter(m.entities[0] for m in document.mentions if len(m.entities) == 1)
    entities = links.lookups.archive.entities
    rows = []
    for kind, label in vocabulary.KINDS.items():
        named = [entities[id] for id in counts if id in entities and entities[id].kind == kind]
        named.sort(key=lambda e: (-counts[e.id], e.name.casefold(), e.id))
        if named:
            rows.append((label, _name_list(document, named, counts, links)))
    parting = links.lookups.parting(document)
    unnamed = " · ".join(
        f"“{markdown.plain(s.label)}” {links.reference(document, s.passages[0].start)}"
        for s in document.speakers
        if s.passages and document_path(document, parting.at(s.passages[0].start)) == links.path
    )
    if unnamed:
        rows.append((_("Not named"), unnamed))
    return f"## {_('Named here')}\n\n{facts(rows)}" if rows else ""


def _name_list(document: Document, named: list[Entity], counts: Counter[str], links: Links) -> str:
    shown = [f"{links.entity(e)}&#160;<small>{counts[e.id]}</small>" for e in named]
    first, rest = shown[:FOLD_AFTER], shown[FOLD_AFTER:]
    out = " · ".join(first)
    if rest:
        more = counted("{n} more", "{n} more", len(rest))
        out += f" <details><summary>{more}</summary>{' · '.join(rest)}</details>"
    return out


def _quotations(document: Document, links: Links) -> str:
    lines = []
    for quotation in document.quotations:
        block = links.lookups.block_at(document, quotation.span.start)
        if block is None or block.kind == "title" or quotation.is_turn:
            continue
        words = vocabulary.quoted(document, markdown.plain(quotation.span.of(document.text)))
        who = _("Who spoke is not told")
        if quotation.speaker:
            who = margin.voice(quotation.speaker, document, links)
        if quotation.according_to:
            told = margin.voice(quotation.according_to, document, links)
            who = _("{speaker}, according to {voice}").format(speaker=who, voice=told)
        sure = "" if quotation.certainty == "certain" else f" ({_(quotation.certainty)})"
        ref = links.reference(document, quotation.span.start)
        lines.append(f"{words}&#160;{ref}<br><small>{who}{sure}</small>")
    if not lines:
        return ""
    return f"## {_('Said here')}\n\n{listing(lines)}"


def _neighbours(document: Document, links: Links) -> str:
    before, after = links.lookups.neighbours(document)
    parts = []
    for other, label in ((before, _("Earlier in time")), (after, _("Later in time"))):
        if other:
            when = markdown.plain(vocabulary.date_words(other.date))
            small = f"{label}, {when}" if other.date.edtf else when
            parts.append(
                f'<div markdown="span"><small>{small}</small> {links.document(other)}</div>'
            )
    if not parts:
        return ""
    inner = "\n".join(parts)
    return f'<nav class="near" aria-label="{_("In order of time")}" markdown="1">\n{inner}\n</nav>'
