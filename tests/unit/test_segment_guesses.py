"""Guesses: type of document, language, supplied title."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.segment import segment
from regesta.segment.kind import guess_type
from regesta.segment.language import guess
from regesta.segment.title import LONGEST, supplied_title

DATA = Path(__file__).parents[1] / "data"
TYPES = yaml.safe_load((DATA / "guesses" / "types.yaml").read_text(encoding="utf-8"))
LANGUAGES = yaml.safe_load((DATA / "guesses" / "languages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TYPES, ids=lambda case: case["type"] or "unknown")
def test_type_and_supplied_title(case: dict[str, str]) -> None:
    found = segment(case["text"])
    slug, reason = guess_type(case["text"], found)
    assert slug == case["type"]
    assert bool(reason) == bool(slug)
    assert supplied_title(case["text"], found) == case["supplied"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_language(tag: str) -> None:
    assert guess(LANGUAGES[tag]) == tag


def test_the_sample_is_english() -> None:
    for path in sorted((DATA / "untitled").glob("*.txt")):
        assert guess(path.read_text(encoding="utf-8")) == "en"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    found = segment(text)
    assert len(supplied_title(text, found)) <= LONGEST
    guess_type(text, found)
    guess(text)


@pytest.mark.parametrize(
    "text", ["word " * 200_000, "said " * 200_000, "“" * 1_000_000, "A" * 10**6]
)
def test_long_texts(text: str) -> None:
    found = segment(text)
    assert len(supplied_title(text, found)) <= LONGEST
    guess_type(text, found)
    guess(text)
