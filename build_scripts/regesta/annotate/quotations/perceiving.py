"""Verbs that say what somebody sees or thinks, or what a document shows.

They are of saying only in few places: "see him as “…”", "records show …",
"many fear …".  Everywhere else they are verbs and nouns like others, so that
they stand apart from those of :mod:`.words`.
"""

from __future__ import annotations

from bisect import bisect_left

from regesta.annotate.quotations.reading import Reading
from regesta.annotate.quotations.words import SEEING, SHOWING, word_set

VERBS_ONLY = word_set(
    "showed reveal indicate imply see sees saw viewed regard regards regarded refer refers treats "
    "treated expects"
)
"""Those of them that are no nouns: no description goes over them."""
_REACH = 8


def is_of_saying(reading: Reading, index: int) -> bool:
    """Tell whether the verb at word *index* may give somebody's words."""
    words = reading.words
    if words[index].capital or not words[index].joined:
        return False
    if words[index].lower not in SEEING:
        return True
    for at in range(index + 1, min(index + _REACH, len(words))):
        if words[at].lower == "as":
            return _quotes_soon(reading, words[at].end)
    return False


def shown_by(verb: str, kind: str) -> bool:
    """Tell whether a speaker of this *kind* does what *verb* says: people show
    much that is no word of theirs."""
    return verb not in SHOWING or kind == "document"


def _quotes_soon(reading: Reading, position: int) -> bool:
    """Tell whether a quotation begins at *position*, or after an article."""
    at = bisect_left(reading.quoted_starts, position)
    return at < len(reading.quoted) and reading.quoted_starts[at] - position < 12
