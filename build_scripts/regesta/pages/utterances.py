"""What somebody is said to have said: one quotation an entry; one utterance
in two wordings side by side, with the differences marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from regesta.model import Document, Quotation, Relation, Span
from regesta.pages import markdown, vocabulary
from regesta.pages.layout import entry
from regesta.pages.links import Links
from regesta.pages.margin import voice
from regesta.pages.source_text import is_visible
from regesta.pages.wording import _, counted

LONGEST = 400
"""Words of an utterance up to which differences are looked for: the
comparison takes time in the product of both lengths."""

_OPENING = 300
"""Code points of a transcript's turn that are shown, at most."""
_OTHER_TURNS = 24
"""Further turns to which links are given."""

Said = tuple[Document, Quotation]


def section(found: Sequence[Said], links: Links, *, with_speaker: bool) -> str:
    """Return *found* as entries, in their order; quotations that give the
    same utterance stand side by side at the first one's place, and what
    somebody says in the turns of one transcript is one entry."""
    paired: set[tuple[str, int]] = set()
    turns: dict[tuple[str, str | None], list[Said]] = {}
    for document, quotation in found:
        if quotation.is_turn:
            turns.setdefault((document.id, quotation.speaker), []).append((document, quotation))
    parts = []
    for document, quotation in found:
        if (document.id, quotation.span.start) in paired:
            continue
        if quotation.is_turn:
            every = turns.pop((document.id, quotation.speaker), None)
            if every:
                parts.append(_turns(every, links, with_speaker=with_speaker))
            continue
        relations = links.lookups.utterances.get(document.id, ())
        relation = _relation_of(document, quotation, relations)
        sides = _sides(relation, links) if relation else []
        if relation and len(sides) == 2:
            paired |= {(d.id, q.span.start) for d, q in _of_sides(sides, found)}
            parts.append(_pair(relation, sides, found, links, with_speaker=with_speaker))
        else:
            parts.append(_entry(document, quotation, links, with_speaker=with_speaker))
    return "\n\n".join(parts)


def _relation_of(
    document: Document, quotation: Quotation, relations: Iterable[Relation]
) -> Relation | None:
    for relation in relations:
        for passage in (relation.passage, relation.other_passage):
            if (
                passage
                and passage.document == document.id
                and passage.span.overlaps(quotation.span)
            ):
                return relation
    return None


def _sides(relation: Relation, links: Links) -> list[tuple[Document, Span]]:
    """Return both passages, in order of time; those that readers may see."""
    lookups = links.lookups
    found = []
    for passage in (relation.passage, relation.other_passage):
        document = lookups.by_id.get(passage.document) if passage else None
        if passage and document and is_visible(document, passage.span):
            found.append((document, passage.span))
    return sorted(found, key=lambda pair: (lookups.position[pair[0].id], pair[1]))


def _of_sides(sides: Sequence[tuple[Document, Span]], found: Sequence[Said]) -> list[Said]:
    return [
        (d, q)
        for d, q in found
        if any(d.id == document.id and q.span.overlaps(span) for document, span in sides)
    ]


def _entry(document: Document, quotation: Quotation, links: Links, *, with_speaker: bool) -> str:
    words = markdown.plain(quotation.span.of(document.text))
    reference = links.reference(document, quotation.span.start)
    told = who_says(document, quotation, links, with_speaker=with_speaker)
    return entry(reference, [vocabulary.quoted(document, words), f"<small>{told}</small>"])


def _turns(every: Sequence[Said], links: Links, *, with_speaker: bool) -> str:
    """Return the first turn's opening words, and the way to the others."""
    document, first = every[0]
    words = first.span.of(document.text)
    if len(words) > _OPENING:
        words = (
            f"{words[: words.rindex(' ', 0, _OPENING) if ' ' in words[:_OPENING] else _OPENING]} …"
        )
    told = who_says(document, first, links, with_speaker=with_speaker)
    lines = [vocabulary.quoted(document, markdown.plain(words)), f"<small>{told}</small>"]
    others = [links.reference(document, q.span.start, short=True) for _document, q in every[1:]]
    if others := list(dict.fromkeys(others)):
        shown = " · ".join(others[:_OTHER_TURNS])
        if len(others) > _OTHER_TURNS:
            more = len(others) - _OTHER_TURNS
            shown += " " + counted("and {n} more", "and {n} more", more)
        lines.append(f"<small>{_('Speaks again in:')} {shown}</small>")
    return entry(links.reference(document, first.span.start), lines)


def who_says(document: Document, quotation: Quotation, links: Links, *, with_speaker: bool) -> str:
    """Return who spoke (where asked for) and according to whom, as Markdown."""
    own = links.named(document)
    if quotation.according_to:
        told = _("according to {voice}, as told by {document}").format(
            voice=voice(quotation.according_to, document, links), document=own
        )
    else:
        told = _("according to {document}").format(document=own)
    if with_speaker:
        speaker = voice(quotation.speaker, document, links)
        if quotation.speaker is None:
            speaker = _("Who spoke is not told")
        elif quotation.speaker not in links.lookups.archive.entities:
            speaker = f"{speaker}, {_('not named')}"
        told = f"{speaker}, {told}"
    else:
        told = told[:1].upper() + told[1:]
    return told if quotation.certainty == "certain" else f"{told} ({_(quotation.certainty)})"


def _pair(
    relation: Relation,
    sides: Sequence[tuple[Document, Span]],
    found: Sequence[Said],
    links: Links,
    *,
    with_speaker: bool,
) -> str:
    texts = [span.of(document.text) for document, span in sides]
    shown = []
    for (document, span), words in zip(sides, compared(*texts), strict=True):
        quotation = next((q for d, q in _of_sides([(document, span)], found)), None)
        told = (
            who_says(document, quotation, links, with_speaker=with_speaker)
            if quotation
            else links.named(document, start=True)
        )
        reference = links.reference(document, span.start)
        shown.append(
            f'<div markdown="1">\n<p markdown="span">{vocabulary.quoted(document, words)}</p>\n'
            f'<p markdown="span">{reference} <small>{told}</small></p>\n</div>'
        )
    sure = {
        "certain": _("One utterance, two wordings."),
        "probable": _("Probably one utterance, two wordings."),
        "possible": _("Possibly one utterance, two wordings."),
    }[relation.certainty]
    why = markdown.plain(relation.evidence)
    note = (
        f'<aside class="note" role="note" markdown="1">\n<p markdown="span">**{sure}** {why} '
        f"{_('Underlined: what stands in one of them alone.')}</p>\n</aside>"
    )
    inner = "\n".join(shown)
    return (
        f'<div class="with-margin" markdown="1">\n<div class="pair" markdown="1">\n{inner}\n'
        f"</div>\n{note}\n</div>"
    )


def compared(one: str, other: str) -> tuple[str, str]:
    """Return both texts as inline Markdown; words that stand in one alone are
    marked.  Case and punctuation make no difference."""
    words, others = one.split(), other.split()
    if max(len(words), len(others)) > LONGEST:
        return markdown.plain(one), markdown.plain(other)
    matcher = SequenceMatcher(
        None, [_key(w) for w in words], [_key(w) for w in others], autojunk=False
    )
    left, right = [], []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left.append(_run(words[i1:i2], differs=tag != "equal"))
        right.append(_run(others[j1:j2], differs=tag != "equal"))
    return " ".join(filter(None, left)), " ".join(filter(None, right))


def _key(word: str) -> str:
    return re.sub(r"\W+", "", word).casefold()


def _run(words: Sequence[str], *, differs: bool) -> str:
    shown = markdown.plain(" ".join(words))
    return f'<mark class="d">{shown}</mark>' if shown and differs else shown
