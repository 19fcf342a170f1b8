"""Names found in the annotated texts, held against the reading of people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from regesta.annotate.names.finding import Gazetteer
from regesta.model import Block, Entity, Event, Mention, Span

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "data" / "gold"
KINDS = ("person", "organisation", "place", "topic", "event")
FAMILY_NAME_FIRST = {"wang-xiaohong", "wang-yi", "xi-jinping", "xie-feng"}
FLOOR = 0.99


def authority() -> list[Entity]:
    """The records of the gold annotation; a person's alias of one word is a short form."""
    records = yaml.safe_load((GOLD / "_authority.yaml").read_text("utf-8"))["entities"]
    return [_entity(r) for r in records if r.get("page", True) and r["type"] in KINDS]


def _entity(record: dict[str, Any]) -> Entity:
    aliases = record["aliases"]
    short = [a for a in aliases if record["type"] == "person" and " " not in a]
    cls = Event if record["type"] == "event" else Entity
    return cls(
        id=record["id"],
        kind=record["type"],
        name=record["name"],
        variants=tuple(a for a in aliases if a not in short),
        short_forms=tuple(short),
        family_name_first=record["id"] in FAMILY_NAME_FIRST,
    )


def lines(text: str) -> list[Block]:
    """One block a line."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block("paragraph", Span(at, at + len(line.rstrip())), "p-0"))
        at += len(line)
    return blocks


def right(mention: Mention, gold: dict[str, Any]) -> bool:
    """Whether *mention* links to the id, or to another that counts as right."""
    return len(mention.entities) == 1 and mention.entities[0] in (
        gold["id"],
        *gold.get("accept", ()),
    )


@pytest.mark.parametrize("path", sorted(GOLD.glob("0*.yaml")), ids=lambda path: path.stem)
def test_names_are_found_and_linked(path: Path) -> None:
    gold = yaml.safe_load(path.read_text("utf-8"))
    source = (ROOT / "seeds" / "documents" / gold["file"]).read_bytes().decode("utf-8")
    text = source.removeprefix("\ufeff")
    found = Gazetteer(authority()).find(text, lines(text), path.stem.replace("_", "-"))
    spans = {(m.span.start, m.span.end): m for m in found}
    extended = {(m.extended.start, m.extended.end): m for m in found if m.extended}

    hits, used = 0, set()
    for name in gold["mentions"]:
        wide = name.get("extended", name)
        mention = (
            spans.get((name["start"], name["end"]))
            or spans.get((wide["start"], wide["end"]))
            or extended.get((wide["start"], wide["end"]))
        )
        if mention is None:
            continue
        used.add(mention.span)
        if name["explicit"]:
            assert right(mention, name), (name, mention)
            hits += 1

    explicit = sum(name["explicit"] for name in gold["mentions"])
    # What is optional (topics, words that point back) is not scored for precision.
    extra = [m for m in found if m.span not in used and m.type not in ("topic", "event")]
    extra = [m for m in extra if m.rule != "head-noun" and "regime" not in m.span.of(text)]
    score = 2 * hits / (explicit + hits + len(extra))
    assert score >= FLOOR, [m.span.of(text) for m in extra]
