"""Front matter says exactly what it was given, in the form that PyYAML writes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.pages.front_matter import dump

WORDS = st.text("aYnoe0149 .,;:#-–(“’·é\"'&*!|>%@`{}[]~=<?\\\t\n\x85\u2028\x07中", max_size=12)
SCALARS = st.one_of(WORDS, st.text(max_size=8), st.integers(), st.booleans())
KEYS = st.sampled_from(["title", "@type", "y", "no", "generated_from", "a b", "1"])
DATA: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    KEYS, st.one_of(SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(KEYS, SCALARS))
)


@settings(max_examples=400, deadline=None)
@given(DATA)
def test_it_reads_back(data: dict[str, Any]) -> None:
    assert yaml.safe_load(dump(data) if data else "{}") == data
    assert yaml.load(dump(data) if data else "{}", yaml.CSafeLoader) == data


@pytest.mark.parametrize(
    "value",
    [
        "Readout of talks on grain storage, number 192", "Person: Ann Lee · An archive",
        "no", "Null", "y", "Nobody", "noon", "1999", "a: b", "a #b", "a - b", "- a", "O'Brien",
        "2024-02-18", "é", "“Quoted.” Marville Trade Board, 2 May 2016.", "a  b", "a ", "",
        "中文", "a\nb", "---", "a---",
    ],
)  # fmt: skip
def test_it_is_written_as_pyyaml_writes_it(value: str) -> None:
    data = {"title": value, "head": {"list": [value], "inner": value}}
    assert dump(data) == yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
