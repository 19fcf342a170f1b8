"""The examples in tests/data/events, the collection's gold, and any text.

An example has names, events, the values of its dates and a text; ``links``
says which words point to which event.  ``REGESTA_UPDATE=1`` writes them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from quotation_examples import DATA, lay_out, mentions, write
from test_quotations import GOLD, SEEDS, gold_blocks, gold_mentions

from regesta import edtf
from regesta.annotate.events import finding as event_words
from regesta.model import Block, DateExpression, Event, Participant, Span, When

EXAMPLES = sorted((DATA / "events").glob("*.yaml"))


def when(value: str | None) -> When:
    if value is None or edtf.is_duration(value):
        return When(value, "stated")
    return When(value, "stated", *edtf.bounds(value))


def event(fields: dict[str, Any]) -> Event:
    return Event(
        id=fields["id"],
        kind="event",
        name=fields["name"],
        when=when(str(fields["date"]) if fields.get("date") else None),
        place=fields.get("place"),
        participants=tuple(Participant(id) for id in fields.get("participants", ())),
        planned=fields.get("planned", False),
    )


def dates(text: str, values: dict[str, Any]) -> list[DateExpression]:
    found = [
        DateExpression(span=Span(*match.span()), rule="test", when=when(str(value)))
        for words, value in values.items()
        for match in re.finditer(rf"\b{re.escape(words)}\b", text)
    ]
    return sorted(found, key=lambda date: date.span)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    text, blocks = lay_out(example["text"])
    found = event_words.find(
        text,
        blocks,
        mentions(text, example["names"]),
        dates(text, example["dates"]),
        [event(fields) for fields in example["events"]],
        "d",
    )
    links = [
        f"{text[max(0, m.span.start - 12) : m.span.start]}[{m.span.of(text)}]({m.entities[0]})"
        f" {m.certainty}".replace("\n", " ")
        for m in found
    ]
    if os.environ.get("REGESTA_UPDATE"):
        write(path, example | {"links": links})
    assert links == example.get("links")


def gold_events() -> list[Event]:
    """The events of the gold, with the place and participants of the records."""
    records = Path(__file__).parents[2] / "seeds" / "entities" / "events"
    found = []
    for path in sorted(records.glob("*.yml")):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        found.append(
            event(
                {
                    "id": path.stem,
                    "name": record["name"],
                    "date": record.get("date", {}).get("edtf"),
                    "place": record.get("place"),
                    "participants": [p["entity"] for p in record.get("participants", ())],
                    "planned": record.get("planned") == "true",
                }
            )
        )
    return found


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold(path: Path) -> None:
    """Every event mention that is no name, with nothing but the records' dates,
    places and participants; and no link that the gold has not."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    with (SEEDS / gold["file"]).open(encoding="utf-8", newline="") as file:
        text = file.read()
    told = [
        DateExpression(span=Span(d["start"], d["end"]), rule="gold", when=when(d["edtf"]))
        for d in gold["dates"]
    ]
    found = event_words.find(
        text, gold_blocks(text, gold), gold_mentions(gold), told, gold_events(), "d"
    )
    expected = {
        (m["start"], m["end"], m["id"])
        for m in gold["mentions"]
        if m["type"] == "event" and m["kind"] != "name"
    }
    assert {(m.span.start, m.span.end, m.entities[0]) for m in found} == expected


PIECES = st.sampled_from(
    [
        "the ",
        "meeting ",
        "talks ",
        "in Lindau ",
        "Ada Byrne ",
        "May 6 ",
        "’s ",
        "exchanged views ",
        "virtual ",
        "further ",
        "of the launch ",
        "announcement ",
        ". ",
        "\n",
        "U.S.–",
        "between ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    example = yaml.safe_load((DATA / "events" / "parley.yaml").read_text(encoding="utf-8"))
    names = mentions(text, example["names"])
    blocks = [Block("paragraph", Span(0, len(text)), "p-0")]
    told = dates(text, example["dates"])
    records = [event(fields) for fields in example["events"]]
    found = event_words.find(text, blocks, names, told, records, "d")
    ids = {record.id for record in records}
    end = 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert set(mention.entities) <= ids
        assert mention.why
        assert not any(mention.span.crosses(name.span) for name in names)
    assert found == event_words.find(text, blocks, names, told, records[::-1], "d")
