"""Prose of any length, recombined from a small sample by chance.

Each word follows the two before it as it does somewhere in the sample, so that
the words, their lengths and the marks between them are those of real texts and
yet no two documents share long runs of words.  A run of capitalised words
becomes a place for a name of the made collection.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "tests" / "data" / "bench" / "sample.jsonl"
NAME = "\0"
"""Stands in a sentence where a name is to be put."""

_NAMES = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w’.-]+ )+[A-Z][\w’-]*\w")
_SENTENCE_END = re.compile(r"[.!?][”\"]?$")
_LONGEST = 45
"""Words after which a sentence is brought to its end."""
_TURN = 0.35
"""How often a word follows the last one alone: without turns, long runs of
words would stand in many documents, as they do in no real collection."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """Which words follow two others, and how sentences begin."""

    starts: list[Pair]
    follows: dict[Pair, list[str]] = field(default_factory=dict)
    follows_one: dict[str, list[str]] = field(default_factory=dict)


def read(sample: Path = SAMPLE) -> Chain:
    """Return the chain of the texts in *sample* (one JSON object a line)."""
    starts: list[Pair] = []
    follows: dict[Pair, list[str]] = defaultdict(list)
    follows_one: dict[str, list[str]] = defaultdict(list)
    for line in sample.read_text("utf-8").splitlines():
        for sentence in _sentences(json.loads(line)["text"]):
            if len(sentence) > 4:
                starts.append((sentence[0], sentence[1]))
                for one, two, three in zip(sentence, sentence[1:], sentence[2:], strict=False):
                    follows[one, two].append(three)
                    follows_one[two].append(three)
    return Chain(starts, dict(follows), dict(follows_one))


def _sentences(text: str) -> Iterator[list[str]]:
    words: list[str] = []
    for word in _NAMES.sub(NAME, text).split():
        words.append(word)
        if _SENTENCE_END.search(word):
            yield words
            words = []


def sentence(chain: Chain, chance: random.Random) -> str:
    """Return one sentence; :data:`NAME` stands where names go."""
    one, two = chance.choice(chain.starts)
    words = [one, two]
    while not _SENTENCE_END.search(two) and len(words) < _LONGEST:
        following = chain.follows.get((one, two))
        if chance.random() < _TURN:
            following = chain.follows_one.get(two)
        if not following:
            break
        one, two = two, chance.choice(following)
        words.append(two)
    last = words[-1].rstrip(",;:–—.")
    return " ".join([*words[:-1], last]) + "."
