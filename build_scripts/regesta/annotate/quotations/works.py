"""Titles in quotation marks, which nobody says."""

from __future__ import annotations

import re

from regesta.annotate.quotations.reading import Reading
from regesta.annotate.quotations.sentences import only_space
from regesta.annotate.quotations.words import PREPOSITIONS, WORKS
from regesta.model import Span

_WORDS = re.compile(r"[^\W\d_][\w’']*")
_LONGEST_TITLE = 9


def is_title(reading: Reading, span: Span) -> bool:
    """Tell whether the quoted words are what a work or a programme is called:
    "the film “The Long Day”", "on the network's “State of the Nation”"."""
    index = reading.index(span.start) - 1
    if index < 0 or not only_space(reading.text, reading.words[index].end, span.start):
        return False
    before = reading.words[index]
    names = before.lower in WORKS or (before.possessive and index > 0 and _is_on(reading, index))
    said = _WORDS.findall(span.of(reading.text))
    long = [word for word in said if len(word) > 3]
    return names and len(said) <= _LONGEST_TITLE and all(w[0].isupper() for w in [*said[:1], *long])


def _is_on(reading: Reading, index: int) -> bool:
    """Tell whether the owner at word *index* hangs on "on" or "in"."""
    for at in range(index - 1, max(index - 4, -1), -1):
        if reading.words[at].lower in PREPOSITIONS:
            return reading.words[at].lower in ("on", "in", "from", "to")
    return False
