"""Texts that are nearly the same as one already held.

MinHash (Broder 1997) with locality-sensitive hashing, by the library rensa,
names the few held texts that share runs of words with a new one; those are held
against it word by word with rapidfuzz, which says how alike they are.  Memory is
bounded by the sketch of each text, and only likely pairs are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rensa import RMinHash, RMinHashLSH

from regesta.whitespace import fold

RUN = 3
"""Words of a run."""
NUMBERS = 128
"""Numbers of the sketch that stands for a text."""
BANDS = 64
"""Bands that the sketch is cut into: texts that agree in one are looked at.  Of
two numbers each, so that two texts in which one word in five differs (a third
of their runs in common) are missed four times in ten thousand."""
LIKELY = 0.1
"""Estimated share of runs in common (0-1) from which two texts are compared."""
ALIKE = 0.8
"""Likeness (0-1, by words) from which two texts are told to be nearly the same."""
# Scripts without spaces between words: each character counts as one.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")
_MOST_WORDS = 20_000
_MOST_CANDIDATES = 8
_SEED = 1  # fixed, so that the same texts give the same answers


@dataclass(frozen=True, slots=True)
class Sketched:
    """A text as it is compared: its words, case folded, and its sketch."""

    words: list[str]
    sketch: RMinHash


def sketched(text: str) -> Sketched:
    """Return *text* ready to be compared."""
    words = _words(text)
    sketch = RMinHash(num_perm=NUMBERS, seed=_SEED)
    starts = range(max(1, len(words) - RUN + 1)) if words else ()
    sketch.update([" ".join(words[at : at + RUN]) for at in starts])
    return Sketched(words, sketch)


class Alikeness:
    """Finds the text most like a new one.  *text_of* gives a held text by its
    key when a pair is to be compared."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._keys: list[str] = []
        self._sketches: list[RMinHash] = []
        self._index = RMinHashLSH(threshold=LIKELY, num_perm=NUMBERS, num_bands=BANDS)

    def add(self, key: str, text: Sketched) -> None:
        """Take a text in."""
        if text.words:
            self._index.insert(len(self._keys), text.sketch)
            self._keys.append(key)
            self._sketches.append(text.sketch)

    def nearest(self, text: Sketched) -> tuple[str, float] | None:
        """Return the key of the text most like *text* and how alike they are
        (0-1), None where none is as like as :data:`ALIKE`."""
        found: tuple[str, float] | None = None
        for key in self._likely(text) if text.words else ():
            likeness = Indel.normalized_similarity(
                text.words, _words(self._text_of(key)), score_cutoff=ALIKE
            )
            if likeness >= ALIKE and (found is None or likeness > found[1]):
                found = (key, likeness)
        return found

    def _likely(self, text: Sketched) -> list[str]:
        """Return the keys of the texts to compare with, the likeliest first."""
        near = {n: text.sketch.jaccard(self._sketches[n]) for n in self._index.query(text.sketch)}
        likely = sorted((-share, self._keys[n]) for n, share in near.items() if share >= LIKELY)
        return [key for _share, key in likely[:_MOST_CANDIDATES]]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())[:_MOST_WORDS]
