"""Events proposed where people are told to have met on a day: the lines of
data/proposals/occasions.txt, each a text of 6 May 2031."""

from __future__ import annotations

import pytest
from quotation_examples import DATA, mentions
from test_event_words import dates

from regesta.annotate.proposals.occasions import Occasion, may_tell, occasions, propose
from regesta.archive.eventful import Reach
from regesta.model import Entity, Event

LINES = (DATA / "proposals" / "occasions.txt").read_text("utf-8").splitlines()
NAMES = {
    "jane-doe": ["person", "Jane Doe"],
    "carl-ohm": ["person", "Carl Ohm"],
    "ada-byrne": ["person", "Ada Byrne"],
    "eva-roth": ["person", "Eva Roth"],
    "lindau": ["place", "Lindau"],
}
KNOWN = {id: Entity(id=id, kind=row[0], name=row[1]) for id, row in NAMES.items()}  # type: ignore[arg-type]
DAYS = {"Today": "2031-05-06", "today": "2031-05-06", "May 3": "2031-05-03", "May 9": "2031-05-09"}


def told(text: str, document: str = "d") -> list[Occasion]:
    named = mentions(text, NAMES)
    return occasions(document, text, may_tell(text, [], named), named, dates(text, DAYS))


def proposed(*lines: str) -> list[Event]:
    return propose([one for n, line in enumerate(lines) for one in told(line, str(n))], KNOWN)


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        (0, "Meeting of Jane Doe and Carl Ohm, 6 May 2031", "lindau"),
        (1, "Conversation of Jane Doe, Ada Byrne and Eva Roth, 6 May 2031", None),
        (2, "Call of Carl Ohm and Ada Byrne, 3 May 2031", None),
        (6, "Meeting of Jane Doe, Ada Byrne and Carl Ohm, 6 May 2031", None),
    ],
)
def test_who_met_whom_on_a_day(line: int, name: str, place: str | None) -> None:
    (event,) = proposed(LINES[line])
    assert (event.name, event.place, event.status) == (name, place, "machine")
    assert {p.passage is not None for p in event.participants} == {True}


@pytest.mark.parametrize("line", [3, 4, 5])
def test_what_is_not_told_as_done_on_a_day_is_no_event(line: int) -> None:
    assert proposed(LINES[line]) == []


def test_several_documents_tell_of_one_event() -> None:
    (event,) = proposed(LINES[0], "Carl Ohm met with Jane Doe today.")
    assert [e.passage.document for e in event.when.evidence if e.passage] == ["0", "1"]


def test_what_a_record_holds_is_not_proposed() -> None:
    (event,) = proposed(LINES[0])
    held = KNOWN | {event.id: event}
    assert propose(told(LINES[0]), held) == []


def test_a_proposed_event_is_in_reach_of_texts_that_name_two_who_took_part() -> None:
    (event,) = proposed(LINES[0])
    reach = Reach([event])
    assert reach.of(["jane-doe", "carl-ohm"]) == [event]
    assert reach.of(["jane-doe", "eva-roth"]) == []
