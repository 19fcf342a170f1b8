"""The index of a text finds what a search from its beginning finds."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import Span
from regesta.seeds import passages
from regesta.seeds.text_index import MOST, SHORTEST, TextIndex


@dataclass(frozen=True)
class Words:
    exact: str
    prefix: str = ""
    suffix: str = ""


@given(st.text("ab ", max_size=60), st.text("ab ", min_size=SHORTEST, max_size=SHORTEST + 4))
def test_every_place(text: str, words: str) -> None:
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    assert TextIndex(text).places(words) == places


def test_words_that_it_leaves_to_a_search() -> None:
    index = TextIndex("never " * (MOST * 8))
    assert index.places("never") is None, "too short"
    assert index.places("never never never") is None, "too common"
    assert index.places("quite another") == []


def test_a_text_of_which_much_is_asked_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "  ".join(f"Ada met Tom on day {n}.\nThey spoke." for n in range(40))
    asked = [Words(f"on day {n}") for n in range(45)] + [
        Words("They spoke.", suffix="Ada met Tom on day 9.")
    ]
    plain = [passages.FoldedText(text).find(one) for one in asked]
    monkeypatch.setattr(passages, "_ASKED", 3)
    monkeypatch.setattr(passages, "_LONG", 100)
    folded = passages.FoldedText(text)
    assert [folded.find(one) for one in asked] == plain
    assert isinstance(plain[30], Span) and not isinstance(plain[3], Span)
