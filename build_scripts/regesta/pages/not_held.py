"""What the documents refer to and the archive does not have: a want-list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from regesta.archive.lookups import Lookups
from regesta.model import Event, Relation
from regesta.pages import markdown
from regesta.pages.entity import event_line
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.parts import period_keys
from regesta.pages.registers import Register
from regesta.pages.units import Made, TooLong
from regesta.pages.wording import _, noted

PATH = "gaps.md"
Want = tuple[str, int]
"""A document's id and which of its relations to texts that are not held."""
_WANTED = noted("What these documents speak of and this archive does not have: a want-list.")


def render(lookups: Lookups, too_long: TooLong) -> Iterator[Made]:
    """Yield what is referred to and not held, and the events of which no
    document gives an account."""
    wanted, untold = registers(lookups)
    links = Links(lookups, PATH)
    relations, shown = wanted.divided(_not_held(lookups), lookups, too_long)
    told_nowhere = [event for event in lookups.events if event.id not in lookups.documents_telling]
    events, further = untold.divided(told_nowhere, lookups, too_long)
    body = [f"# {_('Referred to, not held')} {{: #title }}", f'<p class="lede">{_(_WANTED)}</p>']
    shown = wanted.contents(relations, links) or shown
    body.append(shown or f"<p>{_('Nothing is recorded.')}</p>")
    if events.items:
        body.append(f"## {_('Events without an account')}")
        body.append(untold.contents(events, links) or further)
    yield PATH, page(_front(_("Referred to, not held")), "\n\n".join(body))
    yield from wanted.further(relations, lookups)
    yield from untold.further(events, lookups)


def registers(lookups: Lookups) -> tuple[Register[Want], Register[Event]]:
    """Return both lists."""
    return _wanted(lookups), _untold(lookups)


def _not_held(lookups: Lookups) -> list[Want]:
    ids = [relation.document for relation in lookups.archive.relations if not relation.held]
    seen: Counter[str] = Counter()
    found = []
    for id in ids:
        found.append((id, seen[id]))
        seen[id] += 1
    return found


def _front(title: str) -> dict[str, object]:
    return {"title": title, "generated_from": "seeds/", "head": {"description": title}}


def _wanted(lookups: Lookups) -> Register[Want]:
    return Register(
        title=_("Referred to, not held"),
        path=PATH,
        folder="sources/not-held",
        keys=lambda want: period_keys(lookups.by_id[want[0]].date),
        id=lambda want: f"{want[0]} {want[1]}",
        item=_want,
        body=lambda own, links: listing(
            _line(lookups.not_held[id][number], links) for id, number in own.items
        ),
        front=_front,
    )


def _want(word: str) -> Want:
    id, _space, number = word.partition(" ")
    return id, int(number)


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
        keys=lambda event: period_keys(event.when),
        id=lambda event: event.id,
        item=lookups.event,
        body=lambda own, links: listing(event_line(event, links) for event in own.items),
        front=_front,
    )
