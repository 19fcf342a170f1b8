"""The margin of a document: lettered notes on how dates were worked out, on
quotations that stand elsewhere, and what editors wrote.

A note stands after its paragraph in the page's order and beside it by the
style sheet alone.  The same words with the same value get one note.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from regesta.model import Block, Document, Mention, Note, Passage, Quotation, Relation, Span
from regesta.pages import markdown
from regesta.pages.inline import Mark
from regesta.pages.links import Links, document_path
from regesta.pages.vocabulary import date_words
from regesta.pages.wording import _
from regesta.whitespace import fold


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note on *span*: *letter* and its Markdown *body*."""

    span: Span
    letter: str
    body: str


def letters() -> Iterable[str]:
    """Yield a, b … z, aa, ab …"""
    for n in count():
        letter, rest = "", n
        while True:
            letter = chr(97 + rest % 26) + letter
            rest = rest // 26 - 1
            if rest < 0:
                break
        yield letter


def collect(document: Document, links: Links) -> list[MarginNote]:
    """Return the notes of *document* on the page of *links*, in the order of
    its text."""
    found: list[tuple[Span, str]] = []
    found.extend(_date_notes(document))
    found.extend(_editorial_notes(document.notes))
    found.extend(_relation_notes(document, links))
    found.extend(_ambiguity_notes(document.mentions, links))
    found.extend(_voice_notes(document, links))
    parting = links.lookups.parting(document)
    if parting.total > 1:
        paths = [document_path(document, part.number) for part in parting.parts]
        found = [
            (span, body)
            for span, body in found
            if paths[parting.at(span.end - 1) - 1] == links.path
        ]
    found.sort(key=lambda pair: (pair[0].end, pair[0].start))
    return [
        MarginNote(span, letter, body)
        for (span, body), letter in zip(found, letters(), strict=False)
    ]


def asides(notes: Sequence[MarginNote], blocks: Sequence[Block]) -> dict[str, str]:
    """Return anchor to the aside that follows its block.  A title's notes stand
    with those of the first block of the text: no margin runs beside a title."""
    out: dict[str, str] = {}
    ends = [note.span.end for note in notes]

    def of(block: Block) -> Sequence[MarginNote]:
        return notes[bisect_right(ends, block.span.start) : bisect_right(ends, block.span.end)]

    texts = [block for block in blocks if block.kind not in ("title", "residue")]
    for block in blocks:
        own = [*of(block)]
        if texts and block is texts[0]:
            own = [*(n for b in blocks if b.kind == "title" for n in of(b)), *own]
        if own and (block.kind != "title" or not texts):
            lines = "\n".join(
                f'<p id="note-{n.letter}" markdown="span">'
                f'<span class="k">{n.letter}</span>{n.body}</p>'
                for n in own
            )
            out[block.anchor] = (
                f'<aside class="note" role="note" data-gloss="" markdown="1">\n{lines}\n</aside>'
            )
    return out


def marks(notes: Iterable[MarginNote]) -> list[Mark]:
    """Return the letters that stand behind the words in the text."""
    label = _("note")
    return [
        Mark(
            note.span,
            after_all=f'<sup data-gloss=""><a href="#note-{note.letter}" '
            f'aria-label="{label} {note.letter}">{note.letter}</a></sup>',
        )
        for note in notes
    ]


def _date_notes(document: Document) -> Iterable[tuple[Span, str]]:
    seen: set[tuple[str, str | None]] = set()
    for date in document.dates:
        if date.when.basis == "stated" or not date.reason:
            continue
        key = (fold(date.span.of(document.text)).casefold(), date.when.edtf)
        if key in seen or date.rule == "date-present":  # "now" needs no note
            continue
        seen.add(key)
        value = date_words(date.when) if date.when.edtf else _("Not worked out")
        shown = markdown.plain(value[:1].upper() + value[1:])
        # The card and the list of dates give the whole reason.
        reason = date.reason.partition(": ")[0].rstrip(".") + "."
        yield date.span, f"**{shown}.** {markdown.plain(reason)}"


def _editorial_notes(notes: Iterable[Note]) -> Iterable[tuple[Span, str]]:
    for note in notes:
        head = f"**&#91;{_('sic')}&#93;** " if note.sic else ""
        by = f" <small>{markdown.plain(note.by)}</small>" if note.by else ""
        yield note.span, f"{head}{markdown.plain(note.body)}{by}"


def _relation_notes(document: Document, links: Links) -> Iterable[tuple[Span, str]]:
    for relation in links.lookups.relations.get(document.id, ()):
        here, there = _sides(relation, document)
        if here is None or there is None:
            continue
        head = _("Same utterance") if relation.kind == "same-utterance" else _("Same words")
        probably = {"probable": _("probable"), "possible": _("possible")}.get(
            relation.certainty, ""
        )
        tail = f" ({probably})" if probably else ""
        yield here, f"**{head}** {_('in')} {links.passage(there)}{tail}."


def _sides(relation: Relation, document: Document) -> tuple[Span | None, Passage | None]:
    own, other = relation.passage, relation.other_passage
    if own is None or other is None:
        return None, None
    if own.document == document.id:
        return own.span, other
    return other.span, own


def _ambiguity_notes(mentions: Iterable[Mention], links: Links) -> Iterable[tuple[Span, str]]:
    for mention in mentions:
        if len(mention.entities) > 1:
            names = ", ".join(links.by_id(id) for id in mention.entities)
            yield mention.span, f"**{_('More than one bears this name')}:** {names}."


def _voice_notes(document: Document, links: Links) -> Iterable[tuple[Span, str]]:
    """Who speaks, where the sentence itself does not name them."""
    for quotation in document.quotations:
        if quotation.according_to:
            yield quotation.span, _said_according_to(quotation, document, links)


def _said_according_to(quotation: Quotation, document: Document, links: Links) -> str:
    speaker = voice(quotation.speaker, document, links)
    told = voice(quotation.according_to, document, links)
    return _("Said by {speaker}, according to {voice}.").format(speaker=speaker, voice=told)


def voice(id: str | None, document: Document, links: Links) -> str:
    """Return a voice as Markdown: an entity's link, the words that stand for
    an unnamed speaker, or the document itself."""
    if id is None:
        return _("not told")
    entity = links.lookups.archive.entities.get(id)
    if entity:
        return links.entity(entity)
    for speaker in document.speakers:
        if speaker.id == id:
            return f"“{markdown.plain(speaker.label)}”"
    return markdown.plain(id)
