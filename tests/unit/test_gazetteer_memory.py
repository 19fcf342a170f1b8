"""A document is looked through again wherever a record that is gone, or that is
another now, can have had a part in what was found there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_names import EXAMPLES, GAZETTEER, MARKS, PIECES, RECORDS, lay_out, record

from regesta.annotate.names.finding import Gazetteer
from regesta.archive.gazetteer_memory import NamesMemory
from regesta.model import Entity

SHARED = ("of ", "the ", "Departments of ", "Ministries of ", " and ", ", ", "Departments", "\n")


def touched(before: list[Entity], after: list[Entity], text: str, id: str = "a") -> bool:
    texts = {id: lambda: text}
    first = NamesMemory().renewed(before, texts)
    return first.renewed(after, texts).states != first.states


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_record_that_has_a_part_touches_the_text(path: Path) -> None:
    example = yaml.safe_load(path.read_text("utf-8"))
    text, blocks = lay_out(MARKS.sub("", example["text"]))
    records, id = [record(fields) for fields in example["records"]], example.get("document", "a")
    found = Gazetteer(records).find(text, blocks, id)
    parted = 0
    for one in records:
        rest = [other for other in records if other is not one]
        if Gazetteer(rest).find(text, blocks, id) != found:
            parted += 1
            assert touched(records, rest, text, id) and touched(rest, records, text, id), one
    assert parted, "no record of the example has a part in it"


@settings(max_examples=60)
@given(st.lists(st.sampled_from((*PIECES, *SHARED)), max_size=30), st.sampled_from(RECORDS))
def test_in_texts_by_chance_too(pieces: list[str], one: Entity) -> None:
    text = "".join(pieces)
    records = list({r.id: r for r in RECORDS}.values())
    rest = [other for other in records if other.id != one.id]
    without = GAZETTEER.without({one.id})
    if without.find(text, [], "a") != GAZETTEER.find(text, [], "a"):
        assert touched(records, rest, text)


def test_a_word_that_stands_for_several_may_be_missing() -> None:
    treasury = record({"id": "t", "kind": "organisation", "name": "Department of the Treasury"})
    text = "Departments of Justice and Treasury met."
    assert touched([treasury], [replace(treasury, roles=(), variants=("Fisc",))], text)


def test_one_word_of_a_name_does_not_touch_a_text() -> None:
    ada = record({"id": "ada", "kind": "person", "name": "Ada Brook"})
    other = replace(ada, variants=("Ada Stream",))
    assert not touched([ada], [other], "Canada wrote; Ada Lund and Ivan Bach answered.")
    assert touched([ada], [other], "Ada Lund, and Brook.")
    assert touched([ada], [other], "ADA-BROOK")
