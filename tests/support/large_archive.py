"""A large archive as data, without a file: what pages look like at scale.

Thirty years of documents; all but every eleventh name one person, ``star``,
who also speaks there, and give an account of one event, ``talks``; every document names
somebody else as well, refers to a text that is not held and quotes somebody
without a name.
"""

from __future__ import annotations

from datetime import date, timedelta

from regesta.model import (
    Account,
    Archive,
    Aspect,
    Block,
    Collection,
    Document,
    Entity,
    EntityKind,
    Event,
    Mention,
    Participant,
    Publisher,
    Quotation,
    Relation,
    Source,
    Span,
    Speaker,
    Title,
    When,
)

FIRST, YEARS = date(1990, 1, 1), 30
STAR = "Maximiliana Featherstonehaugh"
INITIALS = "ABCDEFGHIJKLMNOPRSTUVWYZ"
SAID = "“We shall look at the matter again in the coming year,” she said"


def made(documents: int, people: int, events: int) -> Archive:
    """Return an archive of that many documents, people and events."""
    entities: dict[str, Entity] = {
        "star": Entity(id="star", kind="person", name=STAR),
        "bureau": Entity(id="bureau", kind="organisation", name="The Bureau & Co."),
    }
    for number in range(people):
        id = f"person-{number:05d}"
        entities[id] = Entity(id=id, kind="person", name=_name(number), status="machine")
    for number in range(events):
        entities[f"talks-{number:05d}"] = _event(number, events)
    entities["talks"] = Event(id="talks", kind="event", name="The Long Talks", when=_when(FIRST))
    made = tuple(_document(n, documents, people) for n in range(documents))
    wanted = tuple(
        Relation(d.id, f"Letter {n}", "quotes", False, "probable", evidence="It says so.")
        for n, d in enumerate(made)
    )
    return Archive(Collection("A large archive"), made, entities, wanted)


def _name(number: int) -> str:
    letter = INITIALS[number % len(INITIALS)]
    return f"{letter}{'aeiou'[number % 5]}rsdottir Number {number}, of the Northern Lighthouses"


def _when(day: date) -> When:
    return When(day.isoformat(), "stated", day, day)


def _day(number: int, of: int) -> date:
    return FIRST + timedelta(days=int(number * 365.25 * YEARS / of))


def _event(number: int, of: int) -> Event:
    return Event(
        id=f"talks-{number:05d}",
        kind="event",
        name=f"Talks, number {number}",
        when=_when(_day(number, of)),
        participants=(Participant("star", part="took the chair"),),
    )


def _document(number: int, of: int, people: int) -> Document:
    other = _name(number % people)
    named = f"{STAR} met {other} & others at the harbour. {SAID}." if number % 11 else other
    title = f"Letter *number* {number} from the harbour office to the <Northern> Lighthouses"
    text = f"{title}\n\n{named}\n"
    start = text.index(named)
    mentions = [_mention(text, other, f"person-{number % people:05d}")]
    quotations, accounts = [], []
    if number % 11:
        mentions.insert(0, _mention(text, STAR, "star"))
        mentions.append(_mention(text, "met", "talks"))
        accounts = [_account(text, STAR, "participant"), _account(text, "at the harbour", "place")]
        at = text.index(SAID)
        said = Span(at, at + len(SAID) - len(" she said"))
        quotations = [Quotation(span=said, rule="made", speaker="star")]
    id = f"{_day(number, of).year}-letter-{number:05d}"
    path = f"seeds/documents/{id}.txt"
    return Document(
        id=id,
        path=path,
        sha256="0" * 64,
        source=Source(path, text.encode(), "0" * 64, "utf-8", text),
        title=Title(title, Span(0, len(title))),
        publisher=Publisher("bureau", "The Bureau & Co.", "supplied"),
        date=_when(_day(number, of)),
        language="en",
        blocks=(
            Block("title", Span(0, len(title)), "p-00000000"),
            Block("paragraph", Span(start, start + len(named)), "p-00000001", 1),
        ),
        mentions=tuple(mentions),
        quotations=tuple(quotations),
        accounts=tuple(accounts),
        speakers=(Speaker("someone", "an official of the harbour", (Span(start, start + 4),)),),
    )


def _account(text: str, words: str, aspect: Aspect) -> Account:
    at = text.index(words)
    return Account(span=Span(at, at + len(words)), rule="made", event="talks", aspect=aspect)


def _mention(text: str, words: str, id: str) -> Mention:
    at = text.index(words)
    span = Span(at, at + len(words))
    kind: EntityKind = "event" if id == "talks" else "person"
    return Mention(span=span, rule="made", type=kind, entities=(id,))
