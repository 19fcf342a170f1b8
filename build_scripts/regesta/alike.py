"""Texts that are nearly the same as one already held.

Of each text the 64 smallest digests of its runs of five words are kept (a
bottom-k sketch, Broder 1997): texts that share some of them are held against
each other word by word with rapidfuzz, which says how alike they are.  Memory
is bounded by 64 numbers a text, and only likely pairs are compared.  Libraries
for MinHash do the first half, but need numpy and scipy and still leave the
second to do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from heapq import nsmallest
from zlib import crc32

from rapidfuzz.distance import Indel

from regesta.whitespace import fold

RUN = 5
"""Words of a run."""
SKETCH = 64
"""Runs that stand for a text."""
LIKELY = 0.2
"""Share of the sketch that two texts have in common if a look is worth it."""
ALIKE = 0.8
"""Likeness (0-1, by words) from which two texts are told to be nearly the same."""
# Scripts without spaces between words: each character counts as one.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")
_MOST_WORDS = 20_000
_MOST_CANDIDATES = 8


class Alikeness:
    """Finds the text most like a new one.  *text_of* gives a held text by its
    key when a pair is to be compared."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._holders: dict[int, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}

    def add(self, key: str, text: str) -> None:
        """Take a text in."""
        sketch = _sketch(text)
        self._sizes[key] = len(sketch)
        for number in sketch:
            self._holders[number].append(key)

    def nearest(self, text: str) -> tuple[str, float] | None:
        """Return the key of the text most like *text* and how alike they are
        (0-1), None where none is as like as :data:`ALIKE`."""
        sketch = _sketch(text)
        shared = Counter(key for number in sketch for key in self._holders.get(number, ()))
        found: tuple[str, float] | None = None
        words = _words(text)
        for key, number in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[
            :_MOST_CANDIDATES
        ]:
            if number < LIKELY * min(len(sketch), self._sizes[key]):
                continue
            likeness = Indel.normalized_similarity(
                words, _words(self._text_of(key)), score_cutoff=ALIKE
            )
            if likeness >= ALIKE and (found is None or likeness > found[1]):
                found = (key, likeness)
        return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())[:_MOST_WORDS]


def _sketch(text: str) -> list[int]:
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in _words(text)]
    if not words:
        return []
    runs = {hash(tuple(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))}
    # The hash of a tuple of numbers does not depend on the hash seed.
    return nsmallest(SKETCH, runs)
