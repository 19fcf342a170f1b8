"""Voices: who speaks of an event, and which of them lean on one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regesta.model import Account, Document, Event, Relation
from regesta.pages import markdown, vocabulary
from regesta.pages.links import Links
from regesta.pages.wording import _, spelled


@dataclass(frozen=True, slots=True)
class Voice:
    """A document's own words, or someone whom it reports."""

    document_id: str
    according_to: str | None
    document: Document = field(compare=False)

    @property
    def key(self) -> str:
        """What ``data-voice`` holds: the voice's id, or ``own``."""
        return self.according_to or "own"


def voices(accounts: Sequence[tuple[Document, Account]]) -> list[Voice]:
    """Return who speaks in *accounts*: documents in their order, each one's
    own words before those whom it reports."""
    found = dict.fromkeys(Voice(d.id, a.according_to, d) for d, a in accounts)
    order = {id: n for n, id in enumerate(dict.fromkeys(v.document_id for v in found))}
    return sorted(found, key=lambda v: (order[v.document_id], v.according_to is not None))


def plain_name(one: Voice, links: Links) -> str:
    """Return a voice's name as plain text, in quotation marks where only the
    document's words for it are known."""
    if one.according_to is None:
        label = links.lookups.label(one.document)
        return f"{_('Document')} {label}" if links.lookups.is_numbered(one.document) else label
    entity = links.lookups.archive.entities.get(one.according_to)
    speaker = next((s for s in one.document.speakers if s.id == one.according_to), None)
    return entity.name if entity else f"“{speaker.label}”" if speaker else one.according_to


def is_unnamed(one: Voice, links: Links) -> bool:
    """Tell whether *one* is somebody whom the document does not name."""
    return one.according_to is not None and one.according_to not in links.lookups.archive.entities


def dependence(event: Event, found: Sequence[Voice], links: Links) -> str:
    """Return sentences on which of the voices on *event* lean on one another,
    or ""."""
    documents = {v.document_id: v.document for v in found}
    sentences = [_told_by_one(found, documents, links), *_related(event, documents, links)]
    if not any(sentences):
        return ""
    first = _("These accounts are not all independent.")
    rest = " ".join(dict.fromkeys(sentence for sentence in sentences if sentence))
    return f'<p class="lede" markdown="span">{first} {rest}</p>'


def _told_by_one(found: Sequence[Voice], documents: Mapping[str, Document], links: Links) -> str:
    """Say which voices speak only through a document that reports them."""
    if len(documents) == 1 and len(found) > 1:
        return _("All {number} voices reach us through {document} alone.").format(
            number=spelled(len(found)), document=links.named(next(iter(documents.values())))
        )
    every = Counter(v.document_id for v in found)
    reported = Counter(v.document_id for v in found if v.according_to)
    parts: list[str] = []
    for id, number in reported.items():
        words, document = spelled(number), links.named(documents[id])
        if parts:
            part = _("{number} only through {document}")
        elif number == 1:
            part = _("One of the {all} voices reaches us only through {document}")
        else:
            part = _("{number} of the {all} voices reach us only through {document}")
            words = words[:1].upper() + words[1:]
        parts.append(part.format(number=words, all=spelled(sum(every.values())), document=document))
    return f"{', '.join(parts)}." if parts else ""


def _related(event: Event, documents: Mapping[str, Document], links: Links) -> list[str]:
    """Say which documents take words from one another where they tell of *event*."""
    lookups = links.lookups
    about = {
        (d.id, block.anchor)
        for d, a in (*lookups.accounts.get(event.id, ()), *lookups.mentions.get(event.id, ()))
        if (block := lookups.block_at(d, a.span.start))
    }
    out = []
    for document in documents.values():
        for relation in lookups.relations.get(document.id, ()):
            if relation.document != document.id or relation.other not in documents:
                continue
            passage = relation.passage
            block = lookups.block_at(document, passage.span.start) if passage else None
            if relation.held and (block is None or (document.id, block.anchor) in about):
                out.append(_relation(document, relation, links))
    return out


def _relation(document: Document, relation: Relation, links: Links) -> str:
    sentence = {
        "quotes": _("{one} quotes {other}"),
        "republishes": _("{one} republishes {other}"),
        "translates": _("{one} translates {other}"),
        "same-utterance": _("{one} and {other} give one utterance in different words"),
        "version": _("{one} is another version of {other}"),
    }[relation.kind].format(
        one=links.named(document, start=True),
        other=links.named(links.lookups.by_id[relation.other]),
    )
    sure = "" if relation.certainty == "certain" else f", {_(relation.certainty)}"
    reference = links.passage(relation.passage)
    return f"{sentence} ({reference}{sure})." if reference else f"{sentence}{sure}."


def heading(one: Voice, links: Links) -> str:
    """Return a voice as Markdown for the head of its column."""
    if one.according_to is None:
        publisher = markdown.plain(vocabulary.publisher(one.document))
        return f"{_('Its own words')}<small>{publisher}</small>"
    if is_unnamed(one, links):
        return f"{markdown.plain(plain_name(one, links))}<small>{_('not named')}</small>"
    return links.by_id(one.according_to)
