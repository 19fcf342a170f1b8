"""The examples in tests/data/proposals, and what holds for every proposal.

``REGESTA_UPDATE=1`` writes what is proposed into the files.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.annotate.proposals.proposing import propose, slug
from regesta.model import Block, Entity, Span

EXAMPLES = sorted((Path(__file__).parents[1] / "data" / "proposals").glob("*.yaml"))


def lines(text: str) -> list[Block]:
    """One block a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(at, at + len(line)), "p-0"))
        at += len(line) + 1
    return blocks


def written(entity: Entity) -> str:
    """A proposal as one line."""
    parts = [f"{entity.kind} {entity.id}: {entity.name}"]
    parts += [f"= {variant}" for variant in entity.variants]
    parts += [f"({role.office})" for role in entity.roles]
    parts += ["[family name first]"] if entity.family_name_first else []
    return " ".join(parts)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    example = yaml.safe_load(path.read_text("utf-8"))
    texts = [(f"d{i}", text, lines(text)) for i, text in enumerate(example["texts"])]
    proposed = propose(texts, {})
    found = "".join(f"  {written(entity)}\n" for entity in proposed)
    for entity in proposed:
        for role in entity.roles:
            assert role.passage is not None
            text = example["texts"][int(role.passage.document[1:])]
            assert role.passage.span.of(text).startswith(role.office)
    if os.environ.get("REGESTA_UPDATE"):
        head, _, _ = path.read_text("utf-8").partition("proposed: |\n")
        path.write_text(f"{head}proposed: |\n{found}", "utf-8")
    else:
        assert found == "".join(f"  {line}\n" for line in example["proposed"].splitlines())


def test_what_a_record_names_is_not_proposed_again() -> None:
    known = {"jane": Entity(id="jane-roe", kind="person", name="Jane Q. Roe")}
    text = "Minister Jane Roe met Minister John Doe in Vienna."
    proposed = propose([("a", text, lines(text))], {"jane-roe": known["jane"]})
    assert [entity.id for entity in proposed] == ["john-doe", "vienna"]


def test_ids_do_not_collide_with_those_of_records() -> None:
    known = {"vienna": Entity(id="vienna", kind="topic", name="waltzes")}
    text = "They met in Vienna."
    assert [e.id for e in propose([("a", text, lines(text))], known)] == ["vienna-2"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Łukasz Ångström-Müller", "lukasz-angstrom-muller"),
        ("U.S. People’s Court", "us-peoples-court"),
        ("王毅", "person-e066c147"),
        ("A" * 200, "a" * 80),
    ],
)
def test_slug(name: str, id: str) -> None:
    assert slug(name, "person") == id


WORDS = ["President", "Jane", "Roe", "of", "the", "Department", "State", "and", "Vienna", "(JR)"]
WORDS += ["\n", ". ", "’s", "王"]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40))
def test_never_raises_and_is_the_same_twice(words: list[str]) -> None:
    text = " ".join(words)
    proposed = propose([("a", text, lines(text)), ("b", text, [])], {})
    assert proposed == propose([("a", text, lines(text)), ("b", text, [])], {})
    assert len({entity.id for entity in proposed}) == len(proposed)
    for entity in proposed:
        assert re.fullmatch(r"[a-z0-9-]{2,80}", entity.id)
        assert entity.status == "machine" and entity.note
