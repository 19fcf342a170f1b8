"""The page of an event: what each voice says of it, side by side.

A row is an aspect, a column a voice; a cell holds the source's words with the
link to their passage, or says that the voice is silent.  Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.archive.lookups import Lookups
from regesta.model import Entity, Event, Participant
from regesta.pages import correcting, markdown, over_time, utterances, vocabulary
from regesta.pages.about_document import evidence
from regesta.pages.accounts_table import Accounts, side_by_side
from regesta.pages.entity import (
    crumb,
    event_entry,
    front,
    lede,
    record,
    review,
)
from regesta.pages.front_matter import page
from regesta.pages.layout import facts, folded, listing, strip
from regesta.pages.links import Links, entity_path
from regesta.pages.mentions import in_context
from regesta.pages.registers import Register
from regesta.pages.source_text import is_visible
from regesta.pages.units import Made, TooLong
from regesta.pages.voices import Voice, dependence, voices
from regesta.pages.wording import _, counted, noted

NAMED = 4
"""Participants named in the strip before the rest is counted."""

NEAR = 2
"""Events shown before and after this one."""


def register(event: Event, lookups: Lookups) -> Register[over_time.Item]:
    """Return what is shared out to further pages where it is much."""
    return over_time.register(event, lookups, _told, lambda: front(event, lookups))


def render(event: Event, lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield the page of *event*, and the further pages of one that is named too
    often for a single page."""
    path = entity_path(event)
    links = Links(lookups, path)
    accounts = [(d, a) for d, a in lookups.accounts.get(event.id, ()) if is_visible(d, a.span)]
    found = voices(accounts)
    divided = over_time.divide(register(event, lookups), event, lookups, too_long)
    sections = [
        crumb(event, links),
        f"# {markdown.plain(event.name)} {{: #title }}",
        _strip(event, found, links),
        lede(event, links),
        dependence(event, found, links),
        divided.shown(_("What the documents tell of it")),
        _before_and_after(event, links) if divided.is_shared_out else "",
        f"## {_('About this page')} {{: #about }}",
        _participants(event, links),
        _date(event, links),
        _not_held(event, accounts, links),
        folded(_("How this page was made"), "", _(_MADE), "made"),
        record(event, links),
        correcting.of_entity(event, links),
    ]
    yield path, page(front(event, lookups), "\n\n".join(section for section in sections if section))
    yield from divided.further()


def _told(event: Entity, links: Links, own: over_time.Own) -> str:
    """Return what the documents of *own* tell of *event*, as it stands on one
    page; what came before and after it stands on the first alone."""
    accounts = [
        (document, account)
        for document in own.documents
        for account in document.accounts
        if account.event == event.id and is_visible(document, account.span)
    ]
    sections = [
        side_by_side(accounts, voices(accounts), links),
        _what_was_said(accounts, links),
        _before_and_after(event, links) if isinstance(event, Event) and not own.key else "",
        in_context(own.mentions, links, _("Words that point to it")),
    ]
    return "\n\n".join(section for section in sections if section)


_MADE = noted(
    "Each cell holds words of the document named at the head of its column; "
    "nothing is weighed and nothing is joined. “Silent” means that we found nothing "
    "in what this voice says here. It does not mean that it did not happen."
)


def _strip(event: Event, found: Sequence[Voice], links: Links) -> str:
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
    documents = len({v.document_id for v in found})
    said_by = _("{voices} in {documents}").format(
        voices=counted("{n} voice", "{n} voices", len(found)),
        documents=counted("{n} document", "{n} documents", documents),
    )
    rows.append((_("Accounts"), said_by))
    rows.append((_("Named as taking part"), _named(event, links)))
    rows.append((_("Review"), review(event)))
    return strip(rows)


def _named(event: Event, links: Links) -> str:
    named = list(dict.fromkeys(links.by_id(p.entity) for p in _in_order(event, links)))
    if not named:
        return _("Nobody is named")
    first, rest = named[:NAMED], named[NAMED:]
    if rest:
        more = counted("and {n} more", "and {n} more", len(rest))
        first.append(markdown.link(more, "#participants"))
    return "<br>".join(first)


def _what_was_said(accounts: Accounts, links: Links) -> str:
    """Quotations that an account of this event covers or stands in."""
    found = []
    for document in {d.id: d for d, _a in accounts}.values():
        spans = [a.span for d, a in accounts if d is document]
        for quotation in document.quotations:
            if any(s.overlaps(quotation.span) for s in spans):
                found.append((document, quotation))
    if not found:
        return ""
    shown = utterances.section(found, links, with_speaker=True)
    return f"## {_('What was said')} {{: #said }}\n\n{shown}"


def _before_and_after(event: Event, links: Links) -> str:
    near = links.lookups.events_near(event, NEAR)
    if not near:
        return ""
    lines = "\n\n".join(event_entry(e, links, _dated(e, links)) for e in near)
    return f"## {_('Before and after')} {{: #near }}\n\n{lines}"


def _dated(event: Event, links: Links) -> str:
    references = links.passages(e.passage for e in event.when.evidence if e.passage)
    return f"{vocabulary.how_known(event.when)} {references}"


def _participants(event: Event, links: Links) -> str:
    """Who took part, people before organisations, each time according to whom."""
    parts: dict[str, list[str]] = {}
    for one in _in_order(event, links):
        part = markdown.plain(one.part)
        reference = links.passage(one.passage)
        according = f"{_('according to')} {reference}" if reference else ""
        said = ", ".join(piece for piece in (part, according) if piece)
        parts.setdefault(one.entity, []).append(said)
    if not parts:
        return ""
    kinds: dict[str, list[str]] = {}
    for id, lines in parts.items():
        entity = links.lookups.archive.entities.get(id)
        kind = vocabulary.KINDS[entity.kind] if entity else _("Not identified")
        small = "; ".join(dict.fromkeys(piece for piece in lines if piece))
        kinds.setdefault(kind, []).append(f"{links.by_id(id)}<br><small>{small}</small>")
    rows = ((kind, "<br>".join(entries)) for kind, entries in kinds.items())
    note = _("according to whom")
    return folded(_("Named as taking part"), note, facts(rows), "participants")


def _in_order(event: Event, links: Links) -> list[Participant]:
    """Return the participants, people first, otherwise as the record has them."""
    entities = links.lookups.archive.entities

    def rank(one: Participant) -> int:
        entity = entities.get(one.entity)
        return list(vocabulary.KINDS).index(entity.kind) if entity else len(vocabulary.KINDS)

    return sorted(event.participants, key=rank)


def _date(event: Event, links: Links) -> str:
    body = evidence(event.when.evidence, links) or _("Nothing in these documents tells it.")
    if event.when.conflict:
        body += f"<br>{_('In conflict')}: {markdown.plain(event.when.conflict)}"
    return folded(_("How the date is known"), "", f'<p markdown="span">{body}</p>', "date")


def _not_held(event: Event, accounts: Accounts, links: Links) -> str:
    """Texts that a passage about this event refers to and we do not hold."""
    blocks = {
        (d.id, block.anchor)
        for d, a in (*accounts, *links.lookups.mentions.get(event.id, ()))
        if (block := links.lookups.block_at(d, a.span.start))
    }
    lines = []
    told_by = sorted({id for id, _anchor in blocks})
    for relation in (r for id in told_by for r in links.lookups.not_held.get(id, ())):
        if relation.passage is None:
            continue
        document = links.lookups.by_id[relation.document]
        block = links.lookups.block_at(document, relation.passage.span.start)
        if block and (document.id, block.anchor) in blocks:
            lines.append(f"{markdown.plain(relation.other)} {links.passage(relation.passage)}")
    if not lines:
        return ""
    return folded(_("Referred to, not held"), str(len(lines)), listing(lines), "not-held")
