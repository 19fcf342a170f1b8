"""Strict YAML: whatever the bytes, values and problems, never an exception."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta.seeds.positions import Positions
from regesta.seeds.strict_yaml import MAX_BYTES, load

_PIECES = st.one_of(
    st.sampled_from("[]{},|>#'\"\\@`\r\n\t\x85\u2028\ufeff\x00aé\U0001f600"),
    st.sampled_from(["b: ", "- ", "? ", ": ", "  ", "&x ", "*x", "!t ", "<<: ", "null", "~"]),
    st.sampled_from(["---\n", "...\n", "%YAML 1.2\n"]),
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_pieces_of_yaml(text: str) -> None:
    loaded = load(text.encode("utf-8"), "x.yml")
    assert loaded.readable or loaded.problems
    lines = len(text.splitlines()) + 2
    assert all(problem.line <= lines for problem in loaded.problems)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    loaded = load(data, "x.yml")
    assert loaded.readable or loaded.problems


_VALUES = st.recursive(
    st.text(max_size=20) | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(_VALUES)
def test_reads_back_what_a_careful_writer_writes(value: object) -> None:
    text = yaml.safe_dump(value, default_style='"')
    if "<<" in text or "!!" in text:  # None is written with a tag in this style
        return
    loaded = load(text.encode("utf-8"), "x.yml")
    assert (loaded.problems, loaded.value) == ((), value)


@pytest.mark.parametrize(
    "word", ["no", "017", "12:34:56", "1e3", "0x10", "Null", "2024-02-18", "="]
)
def test_every_word_is_a_string(word: str) -> None:
    assert load(f"a: {word}".encode(), "x.yml").value == {"a": word}


@pytest.mark.parametrize("nothing", ["", "null", "~"])
def test_nothing_is_none(nothing: str) -> None:
    assert load(f"a: {nothing}\nb: '{nothing}'".encode(), "x.yml").value == {
        "a": None,
        "b": nothing,
    }


def test_bombs_and_floods_are_refused_at_once() -> None:
    flood = "\n".join("a: 1" for _ in range(100_000)).encode()
    keys = "\n".join(f"k{n}: 1" for n in range(90_000)).encode()
    for data in (
        keys,
        b"a" * (MAX_BYTES + 1),
        b"[" * 500_000,
        b"- " * 400_000,
        b"{a: " * 100_000,
        flood,
    ):
        loaded = load(data, "x.yml")
        assert not loaded.readable
        assert 0 < len(loaded.problems) <= 100


def test_a_bomb_is_one_problem() -> None:
    aliases = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 3)}]\n" for n in range(1, 9)
    )
    merges = "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25)
    )
    for bomb, number in ((aliases, 33), (merges, 49)):
        loaded = load(bomb.encode(), "x.yml")
        assert [(p.code, p.line, p.column) for p in loaded.problems] == [("yaml-anchor", 1, 5)]
        assert f"the first of {number} anchors, aliases" in loaded.problems[0].message


def test_positions_find_values_keys_and_what_is_around() -> None:
    where = Positions("x.yml", "a: b\nc:\n  - d: e\n    f: [g]\n  - h\n")
    assert where.at("a") == (1, 4)
    assert where.at("c") == (2, 1)
    assert where.at("c", 0) == (3, 5)
    assert where.at("c", 0, "d") == (3, 8)
    assert where.at("c", 0, "f", 0) == (4, 9)
    assert where.at("c", 0, "missing") == (3, 5)
    assert where.at("nothing") == (1, 1)
    assert where.without([("c", 0)]).at("c", 0) == (5, 5)


def test_lines_are_those_of_an_editor() -> None:
    loaded = load("a: x\x85\r\nb: *y\n".encode(), "x.yml")
    assert [(problem.line, problem.column) for problem in loaded.problems] == [(2, 4)]
