"""Records of any shape: what is wrong is named and left out, nothing raised."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.seeds.entity_records import EventRecord
from regesta.seeds.records import ArchiveRecord, DescriptionRecord
from regesta.seeds.validation import check

_KEYS = sorted(
    {
        key
        for model in (ArchiveRecord, DescriptionRecord, EventRecord)
        for key in model.written_keys()
    }
    | {
        "passage",
        "exact",
        "mention",
        "quotation",
        "note",
        "edtf",
        "basis",
        "reason",
        "unknown",
        "by",
    }
)
_VALUES = st.recursive(
    st.sampled_from(["", "a", "2024-02-18", "stated", "reviewed", "full", "null", "{", "x" * 600])
    | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("model", [ArchiveRecord, DescriptionRecord, EventRecord])
@given(value=st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=6))
def test_any_record(model, value: dict[str, object]) -> None:
    # JSON is YAML: every string in double quotation marks, null for nothing.
    checked = check(model, json.dumps(value).encode(), "x.yml")
    assert checked.record is not None or checked.problems
    for problem in checked.problems:
        assert problem.line == 1
        assert problem.message and problem.remedy
    if checked.record is not None:
        assert not checked.record.complaints()


def _record(text: str) -> DescriptionRecord:
    record = check(DescriptionRecord, text.encode(), "x.yml").record
    assert record
    return record


def test_a_bad_item_goes_and_the_places_of_the_others_stay() -> None:
    record = _record("annotations:\n- {passage: a, nite: b}\n- {passage: c, note: d}\n")
    assert [item.passage.exact for item in record.annotations] == ["c"]
    assert record.where.at("annotations", 0, "note") == (3, 22)


def test_nobody_speaks_is_not_the_same_as_silence() -> None:
    spoken, note = _record(
        "annotations: [{passage: a, quotation: null}, {passage: b, note: c}]"
    ).annotations
    assert (spoken.kind, spoken.quotation) == ("quotation", None)
    assert (note.kind, note.quotation) == ("note", None)


def test_white_space_and_lists_of_one() -> None:
    record = _record("annotations:\n- passage: >\n    two\n    lines\n  mention: one\n")
    assert record.annotations[0].passage.exact == "two lines"
    assert record.annotations[0].mention == ("one",)


@pytest.mark.parametrize(
    "uri",
    ["javascript:alert(1)", "//evil.example", "https://", "http://a b", 'https://a"b', "ftp://a.b"],
)
def test_addresses_are_web_addresses(uri: str) -> None:
    found = check(ArchiveRecord, json.dumps({"site_url": uri}).encode(), "x.yml")
    assert [problem.code for problem in found.problems] == ["uri-not-valid"]
