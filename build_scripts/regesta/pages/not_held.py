"""What the documents refer to and the archive does not have: a want-list."""

from __future__ import annotations

from regesta.archive.lookups import Lookups
from regesta.model import Event, Relation
from regesta.pages import markdown
from regesta.pages.entity import event_line
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.parts import period_keys
from regesta.pages.registers import Register
from regesta.pages.wording import _, noted

PATH = "gaps.md"
_WANTED = noted("What these documents speak of and this archive does not have: a want-list.")


def render(lookups: Lookups) -> list[tuple[str, str]]:
    """Return (path, text) of what is referred to and not held, and of the
    events of which no document gives an account."""
    wanted, untold = _wanted(lookups), _untold(lookups)
    relations, events = wanted.divided(lookups), untold.divided(lookups)
    body = [f"# {_('Referred to, not held')} {{: #title }}", f'<p class="lede">{_(_WANTED)}</p>']
    body.append(wanted.first(relations, lookups) or f"<p>{_('Nothing is recorded.')}</p>")
    if events.items:
        body += [f"## {_('Events without an account')}", untold.first(events, lookups)]
    first = page(_front(_("Referred to, not held")), "\n\n".join(body))
    return [(PATH, first), *wanted.further(relations, lookups), *untold.further(events, lookups)]


def _front(title: str) -> dict[str, object]:
    return {"title": title, "generated_from": "seeds/", "head": {"description": title}}


def _wanted(lookups: Lookups) -> Register[Relation]:
    return Register(
        title=_("Referred to, not held"),
        path=PATH,
        folder="sources/not-held",
        items=[relation for relation in lookups.archive.relations if not relation.held],
        keys=lambda relation: period_keys(lookups.by_id[relation.document].date),
        body=lambda _key, own, links: listing(_line(relation, links) for relation in own),
        front=_front,
    )


def _line(relation: Relation, links: Links) -> str:
    document = links.lookups.by_id[relation.document]
    why = ""
    if relation.evidence:
        why = f"<br><small>{markdown.plain(relation.evidence)}</small>"
    reference = links.passage(relation.passage) or links.document(document, links.label(document))
    return f"{markdown.plain(relation.other)} {reference}{why}"


def _untold(lookups: Lookups) -> Register[Event]:
    return Register(
        title=_("Events without an account"),
        path=PATH,
        folder="sources/untold",
        items=[event for event in lookups.events if event.id not in lookups.documents_telling],
        keys=lambda event: period_keys(event.when),
        body=lambda _key, own, links: listing(event_line(event, links) for event in own),
        front=_front,
    )
