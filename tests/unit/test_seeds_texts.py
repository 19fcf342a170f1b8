"""Texts: their decoding, their ids, and passages found in them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from regesta.model import Span
from regesta.seeds.decoding import NotText, codec, decode
from regesta.seeds.documents import DOCUMENTS
from regesta.seeds.ids import document_ids, id_fault
from regesta.seeds.passages import FoldedText, Miss, find
from regesta.seeds.reading import read
from regesta.seeds.values import PassageRecord
from regesta.whitespace import WHITE_SPACE, fold, is_blank

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"


def test_hostile_texts_are_taken_in_or_refused_as_they_should(tmp_path: Path) -> None:
    manifest = json.loads((HOSTILE / "manifest.json").read_text("utf-8"))
    folder = tmp_path / DOCUMENTS
    folder.mkdir(parents=True)
    for entry in manifest:
        (folder / entry["file"]).write_bytes((HOSTILE / "seeds" / entry["file"]).read_bytes())
    seeds, problems = read(tmp_path)
    taken = {held.path.removeprefix(DOCUMENTS): held for held in seeds.documents}
    refused = {problem.path.removeprefix(DOCUMENTS) for problem in problems}
    for entry in manifest:
        name, expect = entry["file"], entry["expect"]
        assert (name in taken) != (name in refused), name
        if expect == "accept":
            assert name in taken
            held = taken[name].source
            assert held and held.text == held.data.decode("utf-8").removeprefix("\ufeff")
        elif expect.startswith("reject"):
            assert name in refused
        if expect == "reject-or-declared" and entry["encoding"] != "utf-8":
            (folder / name).with_suffix(".yml").write_text(f"encoding: {entry['encoding']}\n")
    seeds, _ = read(tmp_path)
    taken = {held.path.removeprefix(DOCUMENTS): held for held in seeds.documents}
    for entry in manifest:
        if entry["expect"] == "reject-or-declared" and entry["encoding"] != "utf-8":
            source = taken[entry["file"]].source
            assert source and source.text == source.data.decode(entry["encoding"])


# ---- decoding


@pytest.mark.parametrize("name", ["rot13", "hex", "idna", "utf-7", "unicode_escape", "x" * 99, ""])
def test_only_encodings_of_text_are_known(name: str) -> None:
    assert codec(name) is None


@given(st.binary(max_size=300), st.sampled_from(["utf-8", "utf-16", "gb18030", "shift_jis", "hz"]))
def test_any_bytes_are_text_or_not(data: bytes, encoding: str) -> None:
    text = decode(data, encoding)
    if isinstance(text, str):
        assert "\x00" not in text and not is_blank(text)
        text.encode("utf-8")


def test_one_mark_is_dropped_and_newlines_stay() -> None:
    assert decode("\ufeff\ufeffa\r\nb\r".encode()) == "\ufeffa\r\nb\r"


def test_an_encoding_is_guessed_in_the_message() -> None:
    found = decode("a\nIl a dit : « été »".encode("cp1252"), description="NAME.yml")
    assert isinstance(found, NotText)
    assert (found.line, found.column) == (2, 12)
    assert found.message == "not UTF-8 at line 2, column 12; looks like Windows-1252"
    assert found.remedy and "`encoding: windows-1252` in NAME.yml" in found.remedy


# ---- ids


def _digest(stem: str) -> str:
    return hashlib.sha256(stem.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("stem", "id"),
    [
        ("000_fa9b", "000-fa9b"),
        ("2024/Minutes of.April", "2024-minutes-of-april"),
        ("a  b", "a--b"),
        ("café", f"caf-{_digest('café')}"),
        ("日本", f"-{_digest('日本')}"),
        ("x" * 80, "x" * 80),
        ("x" * 81, f"{'x' * 71}-{_digest('x' * 81)}"),
        ("index", f"index-{_digest('index')}"),
        ("COM1", f"com1-{_digest('COM1')}"),
    ],
)
def test_ids_of_documents(stem: str, id: str) -> None:
    assert document_ids([stem]) == {stem: id}


@given(st.sets(st.text(min_size=1, max_size=100).filter(lambda t: t.isprintable()), max_size=8))
def test_ids_are_valid_unlike_and_the_same_in_any_order(stems: set[str]) -> None:
    ids = document_ids(sorted(stems))
    assert ids == document_ids(sorted(stems, reverse=True))
    assert len(set(ids.values())) == len(stems)
    assert all(id_fault(id.lstrip("-") or "x") is None for id in ids.values())


@pytest.mark.parametrize("id", ["", "A", "a b", "-a", "a" * 81, "con", "a/b", "ä"])
def test_ids_that_cannot_be(id: str) -> None:
    assert id_fault(id)


# ---- passages

_TEXTS = st.text(st.sampled_from("ab.“" + WHITE_SPACE), min_size=1, max_size=60)


@given(_TEXTS, st.data())
def test_a_stretch_of_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = fold(text[start:end])
    assume(exact)
    found = find(text, PassageRecord(exact=exact))
    folded = fold(text)
    times = sum(folded.startswith(exact, at) for at in range(len(folded)))
    if times == 1:
        assert isinstance(found, Span)
        assert fold(found.of(text)) == exact
    else:
        assert isinstance(found, Miss)
        assert found.code == "passage-not-unique"


def test_prefix_and_suffix_make_a_passage_unique() -> None:
    text = FoldedText("He met\u00a0 Wang in Munich.\nWang left Munich.")
    assert text.find(PassageRecord(exact="Wang", prefix="met")) == Span(8, 12)
    assert text.find(PassageRecord(exact="Wang", suffix="left")) == Span(24, 28)
    assert text.find(PassageRecord(exact="Wang", prefix="met ", suffix=" in")) == Span(8, 12)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ('"no deal"', "line 2, column 4 has: “no deal”"),
        ("He mit Wang", "line 1, column 1 has: He met Wang"),
        ("nothing like it", ""),
    ],
)
def test_the_nearest_words_are_shown(exact: str, shown: str) -> None:
    found = find("He met Wang.\nso “no deal” it was", PassageRecord(exact=exact))
    assert isinstance(found, Miss)
    assert (found.code, found.remedy) == ("passage-not-found", shown)
