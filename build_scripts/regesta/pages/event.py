"""The page of an event: what each voice says of it, side by side.

A row is an aspect, a column a voice; a cell holds the source's words with the
link to their passage, or says that the voice is silent.  Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from regesta import edtf
from regesta.archive.lookups import Lookups
from regesta.model import Account, Document, Event
from regesta.pages import markdown, vocabulary
from regesta.pages.about_document import evidence
from regesta.pages.entity import (
    crumb,
    entry_visible,
    event_line,
    head,
    in_context_section,
    lede,
    record,
    review,
    said,
)
from regesta.pages.front_matter import inert_title, page
from regesta.pages.layout import folded, listing, strip
from regesta.pages.links import Links, entity_path
from regesta.pages.margin import voice
from regesta.pages.wording import _, counted

NAMED = 4
"""Participants named in the strip before the rest is counted."""

MANY = 4
"""Voices from which the table takes the whole width of the window."""

NEAR = 2
"""Events shown before and after this one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A column: a document's own words, or someone whom it reports."""

    document_id: str
    according_to: str | None
    document: Document = field(compare=False)

    @property
    def key(self) -> str:
        """What ``data-voice`` holds: the voice's id, or ``own``."""
        return self.according_to or "own"


def render(event: Event, lookups: Lookups) -> tuple[str, str]:
    """Return (path below ``docs/``, text) of the page of *event*."""
    path = entity_path(event)
    links = Links(lookups, path)
    accounts = [(d, a) for d, a in lookups.accounts.get(event.id, ()) if entry_visible(d, a.span)]
    voices = _voices(accounts)
    front = {
        "title": inert_title(event.name),
        "generated_from": event.path or "seeds/documents/",
        "section": "events",
        "head": head(event, lookups),
    }
    sections = [
        crumb(event, links),
        f"# {markdown.plain(event.name)} {{: #title }}",
        _strip(event, voices, links),
        lede(event, links),
        _dependence(voices, links),
        _side_by_side(accounts, voices, links),
        _what_was_said(event, accounts, links),
        _before_and_after(event, links),
        in_context_section(event, links, _("Words that point to it")),
        f"## {_('About this page')} {{: #about }}",
        _participants(event, links),
        _date(event, links),
        _not_held(event, accounts, links),
        folded(_("How this page was made"), "", _MADE, "made"),
        record(event, links),
    ]
    return path, page(front, "\n\n".join(section for section in sections if section))


_MADE = _(
    "Each cell holds words of the document named at the head of its column; "
    "nothing is weighed and nothing is joined. “Silent” means that we found nothing "
    "in what this voice says here. It does not mean that it did not happen."
)


def _strip(event: Event, voices: Sequence[Voice], links: Links) -> str:
    when = markdown.plain(vocabulary.date_words(event.when))
    first = next((e for e in event.when.evidence if e.passage), None)
    reference = links.passage(first.passage) if first else ""
    how = markdown.link(vocabulary.how_known(event.when), "#date")
    planned = f" {_('planned')}" if event.planned else ""
    rows = [(_("Date"), f"{when}{planned} <small>{reference} {how}</small>")]
    if event.place:
        place = links.by_id(event.place)
        rows.append((_("Place"), f"{place} <small>{links.passage(event.place_evidence)}</small>"))
    else:
        rows.append((_("Place"), _("Not stated")))
    documents = len({v.document.id for v in voices})
    said_by = _("{voices} in {documents}").format(
        voices=counted("{n} voice", "{n} voices", len(voices)),
        documents=counted("{n} document", "{n} documents", documents),
    )
    rows.append((_("Accounts"), said_by))
    rows.append((_("Named as taking part"), _named(event, links)))
    rows.append((_("Review"), review(event)))
    return strip(rows)


def _named(event: Event, links: Links) -> str:
    named = list(dict.fromkeys(links.by_id(p.entity) for p in event.participants))
    if not named:
        return _("Nobody is named")
    first, rest = named[:NAMED], named[NAMED:]
    if rest:
        more = counted("and {n} more", "and {n} more", len(rest))
        first.append(markdown.link(more, "#participants"))
    return "<br>".join(first)


def _voices(accounts: Sequence[tuple[Document, Account]]) -> list[Voice]:
    """Columns: documents in order of time; each one's own words first."""
    found = dict.fromkeys(Voice(d.id, a.according_to, d) for d, a in accounts)
    order = list(dict.fromkeys(v.document.id for v in found))
    return sorted(found, key=lambda v: (order.index(v.document.id), v.according_to is not None))


def _dependence(voices: Sequence[Voice], links: Links) -> str:
    """Say which of these accounts lean on one another."""
    sentences = []
    ids = {v.document.id for v in voices}
    for document in {v.document_id: v.document for v in voices}.values():
        reported = [v for v in voices if v.document is document and v.according_to]
        if reported:
            number = counted("{n} voice reaches", "{n} voices reach", len(reported))
            sentences.append(
                _("{number} us through {document}.").format(
                    number=number, document=links.document(document, links.label(document))
                )
            )
        for relation in links.lookups.relations.get(document.id, ()):
            if relation.document != document.id or not (relation.held and relation.other in ids):
                continue
            other = links.lookups.by_id[relation.other]
            verb = vocabulary.RELATIONS[relation.kind]
            sentences.append(
                f"{links.document(document, links.label(document))} {verb[0].lower()}{verb[1:]} "
                f"{links.document(other, links.label(other))} ({_(relation.certainty)}): "
                f"{links.passage(relation.passage)}."
            )
    if not sentences:
        return ""
    first = _("These accounts are not all independent.")
    return f'<p class="lede" markdown="span">{first} {" ".join(dict.fromkeys(sentences))}</p>'


def _side_by_side(
    accounts: Sequence[tuple[Document, Account]], voices: Sequence[Voice], links: Links
) -> str:
    if not voices:
        return ""
    names = [_voice_name(v, links) for v in voices]
    rows = []
    for aspect, label in vocabulary.ASPECTS.items():
        of_aspect = [(d, a) for d, a in accounts if a.aspect == aspect]
        if of_aspect:
            cells = "\n".join(
                _cell(v, aspect, name, of_aspect, links)
                for v, name in zip(voices, names, strict=True)
            )
            rows.append(f'<tr markdown="1">\n<th scope="row">{label}</th>\n{cells}\n</tr>')
    silent = _("“Silent” means that we found nothing in what this voice says here.")
    return (
        f"## {_('Accounts side by side')} {{: #side }}\n\n{_radio(voices, links)}\n\n"
        f'<div class="wide{" many" if len(voices) > MANY else ""}" markdown="1">\n'
        '<table class="accounts" aria-labelledby="side" markdown="1">\n'
        f'{_table_head(voices, names, links)}\n<tbody markdown="1">\n'
        + "\n".join(rows)
        + f'\n</tbody>\n</table>\n</div>\n\n<p class="tkey">{silent}</p>'
    )


def _voice_name(one: Voice, links: Links) -> str:
    """Plain words for a voice, as Markdown without a link."""
    if one.according_to is None:
        return f"{_('Document')} {links.label(one.document)}"
    entity = links.lookups.archive.entities.get(one.according_to)
    if entity:
        return markdown.plain(entity.name)
    speaker = next((s for s in one.document.speakers if s.id == one.according_to), None)
    return f"“{markdown.plain(speaker.label)}”" if speaker else markdown.plain(one.according_to)


def _table_head(voices: Sequence[Voice], names: Sequence[str], links: Links) -> str:
    deck = []
    for _id, group in groupby(voices, key=lambda v: v.document.id):
        members = list(group)
        document = members[0].document
        told = _("As told by document") if len(members) > 1 else _("Document")
        label = links.document(document, links.label(document))
        deck.append(
            f'<th scope="colgroup" colspan="{len(members)}" markdown="span">'
            f"<span>{told} {label}</span></th>"
        )
    heads = []
    for one, name in zip(voices, names, strict=True):
        if one.according_to is None:
            publisher = markdown.plain(vocabulary.publisher(one.document))
            own = f"{_('Its own words')}<small>{publisher}</small>"
            heads.append(f'<th scope="col" markdown="span">{own}</th>')
        else:
            entity = links.lookups.archive.entities.get(one.according_to)
            unnamed = "" if entity else f"<small>{_('not named')}</small>"
            shown = links.entity(entity) if entity else name
            heads.append(f'<th scope="col" markdown="span">{shown}{unnamed}</th>')
    return (
        '<thead markdown="1">\n<tr class="deck" markdown="1">\n<td></td>\n'
        + "\n".join(deck)
        + '\n</tr>\n<tr markdown="1">\n<td></td>\n'
        + "\n".join(heads)
        + "\n</tr>\n</thead>"
    )


def _radio(voices: Sequence[Voice], links: Links) -> str:
    """Radio buttons by which a phone shows one voice at a time, no script."""
    choices = []
    for n, one in enumerate(voices, 1):
        checked = " checked" if n == 1 else ""
        name = _voice_name(one, links)
        own = f" <small>{links.label(one.document)}</small>" if one.according_to else ""
        choices.append(
            f'<label><input type="radio" name="v" id="v{n}"{checked}>{name}{own}</label>'
        )
    return (
        f'<fieldset class="voices"><legend class="vh">{_("Show one voice")}</legend>'
        + "".join(choices)
        + "</fieldset>"
    )


def _cell(
    one: Voice,
    aspect: str,
    name: str,
    accounts: Sequence[tuple[Document, Account]],
    links: Links,
) -> str:
    attributes = (
        f'data-aspect="{aspect}" data-document="{one.document.id}" data-voice="{one.key}" '
        f'data-label="{markdown.attribute(_plain_name(one, links))}"'
    )
    own = [a for d, a in accounts if d.id == one.document.id and a.according_to == one.according_to]
    if not own:
        return f'<td {attributes} data-silent="">{_("silent")}</td>'
    lines = "\n".join(f'<p markdown="span">{_statement(one.document, a, links)}</p>' for a in own)
    return f'<td {attributes} markdown="1">\n{lines}\n</td>'


def _plain_name(one: Voice, links: Links) -> str:
    if one.according_to is None:
        return f"{_('Document')} {links.lookups.label(one.document)}"
    entity = links.lookups.archive.entities.get(one.according_to)
    speaker = next((s for s in one.document.speakers if s.id == one.according_to), None)
    return entity.name if entity else speaker.label if speaker else one.according_to


def _statement(document: Document, account: Account, links: Links) -> str:
    words = markdown.plain(account.span.of(document.text))
    reference = links.reference(document, account.span.start, short=True)
    asides = []
    if account.modality != "reported":
        asides.append(
            {"planned": _("planned"), "hedged": _("hedged"), "denied": _("denied")}[
                account.modality
            ]
        )
    if account.certainty != "certain":
        asides.append(_(account.certainty))
    if account.value:
        value = edtf.speak(account.value) if account.aspect == "date" else account.value
        asides.append(markdown.plain(value))
    small = f" <small>{'; '.join(asides)}</small>" if asides else ""
    return f'<span class="s">{words}</span>&#160;{reference}{small}'


def _what_was_said(event: Event, accounts: Sequence[tuple[Document, Account]], links: Links) -> str:
    """Quotations that an account of this event covers or stands in."""
    lines = []
    for document in {d.id: d for d, _a in accounts}.values():
        spans = [a.span for d, a in accounts if d is document]
        for quotation in document.quotations:
            if any(s.overlaps(quotation.span) for s in spans):
                line = said(document, quotation, links)
                lines.append(
                    f"{line}<br><small>{voice(quotation.speaker, document, links)}</small>"
                )
    return f"## {_('What was said')} {{: #said }}\n\n{listing(lines)}" if lines else ""


def _before_and_after(event: Event, links: Links) -> str:
    events = [e for e in links.lookups.events if e.when.earliest]
    if event not in events:
        return ""
    index = events.index(event)
    near = [*events[max(0, index - NEAR) : index], *events[index + 1 : index + 1 + NEAR]]
    if not near:
        return ""
    return f"## {_('Before and after')} {{: #near }}\n\n" + listing(
        event_line(e, links) for e in near
    )


def _participants(event: Event, links: Links) -> str:
    lines = []
    for participant in event.participants:
        part = f" <small>{markdown.plain(participant.part)}</small>" if participant.part else ""
        lines.append(
            f"{links.by_id(participant.entity)}{part} {links.passage(participant.passage)}"
        )
    if not lines:
        return ""
    return folded(_("Named as taking part"), _("according to whom"), listing(lines), "participants")


def _date(event: Event, links: Links) -> str:
    body = evidence(event.when.evidence, links) or _("Nothing in these documents tells it.")
    if event.when.conflict:
        body += f"<br>{_('In conflict')}: {markdown.plain(event.when.conflict)}"
    return folded(_("How the date is known"), "", f'<p markdown="span">{body}</p>', "date")


def _not_held(event: Event, accounts: Sequence[tuple[Document, Account]], links: Links) -> str:
    """Texts that a passage about this event refers to and we do not hold."""
    blocks = {
        (d.id, block.anchor)
        for d, a in (*accounts, *links.lookups.mentions.get(event.id, ()))
        if (block := links.lookups.block_at(d, a.span.start))
    }
    lines = []
    for relation in links.lookups.archive.relations:
        if relation.held or relation.passage is None:
            continue
        document = links.lookups.by_id[relation.document]
        block = links.lookups.block_at(document, relation.passage.span.start)
        if block and (document.id, block.anchor) in blocks:
            lines.append(f"{markdown.plain(relation.other)} {links.passage(relation.passage)}")
    if not lines:
        return ""
    return folded(_("Referred to, not held"), str(len(lines)), listing(lines), "not-held")
