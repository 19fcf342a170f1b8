"""Texts as numbered words, so that equal words can be looked up.

Words are compared without case, marks and punctuation.  Memory and time grow
with the number of words, not with the number of pairs of documents.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from regesta.model import Block, Span

_WORD = re.compile(r"(\w+(?:['’-]\w+)*)")
_UNREAD = ("residue", "source-line", "credit")
_SAME = str.maketrans({"’": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Worded:
    """A document as words: *words* are numbers of the vocabulary, *starts* and
    *ends* their places in the text (code points)."""

    id: str
    words: array[int]
    starts: array[int]
    ends: array[int]

    def span(self, first: int, after: int) -> Span:
        """Return the span of the words ``[first, after)``."""
        return Span(self.starts[first], self.ends[after - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """Return the range of words that lie in *span*."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


class Vocabulary:
    """Numbers for words, given in the order in which they are first met."""

    def __init__(self) -> None:
        self._number = _Numbers()

    def read(self, id: str, text: str, blocks: Sequence[Block]) -> Worded:
        """Return the body of *text* as numbered words; residue and lines about
        the source are left out."""
        words, starts, ends = array("I"), array("I"), array("I")
        spans = [b.span for b in blocks if b.kind not in _UNREAD] or [Span(0, len(text))]
        if blocks and all(block.kind in _UNREAD for block in blocks):
            spans = []
        for span in spans:
            pieces = _WORD.split(span.of(text))  # gap, word, gap, word, …, gap
            places = list(accumulate(map(len, pieces), initial=span.start))
            words.extend(map(self._number.__getitem__, pieces[1::2]))
            starts.extend(places[1:-1:2])
            ends.extend(places[2::2])
        return Worded(id, words, starts, ends)


class _Numbers(dict[str, int]):
    """A word as it is written to its number."""

    def __init__(self) -> None:
        super().__init__()
        self._folded: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        folded = word.casefold().translate(_SAME)
        number = self[word] = self._folded.setdefault(folded, len(self._folded))
        return number


class Phrases:
    """Phrases to be found in documents, looked up by how they begin."""

    def __init__(self) -> None:
        self._begins: dict[int, dict[bytes, list[int]]] = {}
        self._first: set[int] = set()
        self._phrases: list[bytes] = []

    def add(self, words: array[int]) -> None:
        """Take in one more phrase of at least two words."""
        length = min(len(words), 4)
        begin = words[:length].tobytes()
        self._first.add(words[0])
        self._begins.setdefault(length, {}).setdefault(begin, []).append(len(self._phrases))
        self._phrases.append(words.tobytes())

    def find(self, document: Worded) -> Iterator[tuple[int, int, int]]:
        """Yield the number of each phrase in *document*, with its word range."""
        first, data, size = self._first, document.words.tobytes(), document.words.itemsize
        begins = [(length * size, known) for length, known in sorted(self._begins.items())]
        for index in [index for index, word in enumerate(document.words) if word in first]:
            at = index * size
            for width, known in begins:
                for number in known.get(data[at : at + width], ()):
                    phrase = self._phrases[number]
                    if data.startswith(phrase, at):
                        yield number, index, index + len(phrase) // size


_BLOCK = 6
_COMMON = 6
"""Words in a row that stand in more documents than this are a formula."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that two documents share; ranges of words, end exclusive."""

    one: int
    other: int
    one_first: int
    other_first: int
    length: int


def runs(documents: Sequence[Worded], shortest: int) -> list[Run]:
    """Return the runs of at least *shortest* words (11 or more) that two
    documents share.

    Every sixth place of each document is indexed by the six words there, if a
    later document has them too; a run of eleven words holds one such place.
    """
    again, where = _again(documents)
    index: dict[bytes, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        for at, block in enumerate(_blocks(document, _BLOCK)):
            if block in again:
                places = index.setdefault(block, [])
                if len(places) <= _COMMON and (not places or places[-1][0] != number):
                    places.append((number, at * _BLOCK))
    found: list[Run] = []
    for number, at_which in sorted(where.items()):
        found.extend(_runs_of(documents, number, at_which, index, shortest))
    return found


def _blocks(document: Worded, step: int = 1) -> list[bytes]:
    """Return the words from each place on, or each *step*-th, as many as a block has."""
    size, words = document.words.itemsize, document.words.tobytes()
    length = size * _BLOCK
    return [words[at : at + length] for at in range(0, len(words) - length + 1, step * size)]


def _again(documents: Sequence[Worded]) -> tuple[set[bytes], dict[int, array[int]]]:
    """Return the blocks that may stand in a document and, at a sixth place, in
    one before it, and at which places of which documents.

    Most blocks stand nowhere else.  So these are told by two bits of a filter (a
    few of them by chance), and only the others are held.
    """
    total = sum(len(document.words) for document in documents) // _BLOCK
    mask = (1 << (16 * total + 1).bit_length()) - 1
    seen = bytearray(mask + 1)
    again: set[bytes] = set()
    where: dict[int, array[int]] = {}
    for number, document in enumerate(documents):
        blocks = _blocks(document)
        hashes = list(map(hash, blocks))
        met = [at for at, h in enumerate(hashes) if seen[h & mask] and seen[h >> 32 & mask]]
        if met:
            where[number] = array("I", met)
            again.update(blocks[at] for at in met)
        for h in hashes[::_BLOCK]:
            seen[h & mask] = seen[h >> 32 & mask] = 1
    return again, where


def _runs_of(
    documents: Sequence[Worded],
    number: int,
    where: Sequence[int],
    index: dict[bytes, list[tuple[int, int]]],
    shortest: int,
) -> Iterator[Run]:
    """Yield the runs that a document shares with those before it, which begin
    around the places *where*."""
    document = documents[number]
    covered: dict[int, int] = {}
    for at in where:
        places = index.get(document.words[at : at + _BLOCK].tobytes(), ())
        if len(places) > _COMMON:
            continue
        for other, place in places:
            if other >= number or at < covered.get(other, 0):
                continue
            run = _longest(document, documents[other], at, place, covered.get(other, 0))
            length = run[2]
            covered[other] = run[0] + length
            if length >= shortest:
                yield Run(number, other, run[0], run[1], length)


def _longest(one: Worded, other: Worded, at: int, place: int, floor: int) -> tuple[int, int, int]:
    """Return where the run around two equal places begins, and its length."""
    first, second = at, place
    while first > floor and second > 0 and one.words[first - 1] == other.words[second - 1]:
        first, second = first - 1, second - 1
    last, end = at + _BLOCK, place + _BLOCK
    while last < len(one.words) and end < len(other.words) and one.words[last] == other.words[end]:
        last, end = last + 1, end + 1
    return first, second, last - first
