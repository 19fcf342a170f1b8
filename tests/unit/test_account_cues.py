"""An expression that tells of an occasion is looked for where its cues stand
alone: each of its matches must hold one of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.annotate.accounts import vocabulary
from regesta.annotate.accounts.cues import ANY, cues_in
from regesta.model import Span

EXPRESSIONS = {
    "meeting": vocabulary.MEETING,
    "taking part": vocabulary.TAKING_PART,
    "topic": vocabulary.TOPIC_VERB,
    "outcome": vocabulary.OUTCOME,
    "judged": vocabulary.JUDGED,
    "judgement": vocabulary.JUDGEMENT,
    "progress": vocabulary.PROGRESS,
    "stressed": vocabulary.STRESSED,
}


@pytest.mark.parametrize("cue", sorted(ANY))
def test_every_match_holds_a_cue(cue: str) -> None:
    @settings(max_examples=50, deadline=None, derandomize=True)
    @given(st.from_regex(re.compile(EXPRESSIONS[cue].pattern, re.ASCII), fullmatch=True))
    def holds(match: str) -> None:
        whole = Span(0, len(match))
        assert cue in cues_in(match, whole, [whole])[0]

    holds()


def test_cues_belong_to_the_sentence_that_holds_them_whole() -> None:
    text = "They met. The talks were candid. Rain fell on the cand id roofs."
    sentences = [Span(0, 9), Span(9, 32), Span(32, len(text))]
    assert cues_in(text, Span(0, len(text)), sentences) == [{"meeting"}, {"judgement"}, set()]
    halves = [Span(0, 6), Span(6, len(text))]  # "met" in neither
    assert cues_in(text, Span(0, len(text)), halves) == [set(), {"judgement"}]
