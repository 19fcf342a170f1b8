"""What a mention's card says: kept in the page, so that it needs no request
and works from a folder.  The script shows it where a pointer or the keyboard's
focus rests; without it the link leads to the same and more."""

from __future__ import annotations

from regesta.model import Document, Entity, Event
from regesta.pages import markdown, vocabulary
from regesta.pages.links import Links
from regesta.pages.wording import counted


def cards(document: Document, links: Links) -> str:
    """Return the cards of all whom *document* mentions, hidden."""
    entities = links.lookups.archive.entities
    named = dict.fromkeys(m.entities[0] for m in document.mentions if len(m.entities) == 1)
    shown = [_card(entities[id], links) for id in named if id in entities]
    if not shown:
        return ""
    inner = "\n".join(shown)
    return f'<div class="cards" hidden markdown="1">\n{inner}\n</div>'


def _card(entity: Entity, links: Links) -> str:
    facts = [vocabulary.KIND[entity.kind]]
    if isinstance(entity, Event):
        facts.append(markdown.plain(vocabulary.date_words(entity.when)))
    documents = len(links.lookups.documents_naming.get(entity.id, ()))
    facts.append(counted("in {n} document here", "in {n} documents here", documents))
    if entity.status == "machine":
        facts.append(vocabulary.origin_of("machine").lower())
    about = f"<br>{markdown.plain(entity.about.text)}" if entity.about else ""
    return (
        f'<p id="card-{entity.id}" markdown="span">**{markdown.plain(entity.name)}** '
        f"<small>{' · '.join(facts)}</small>{about}</p>"
    )
