"""Which of the expressions that tell of occasions may stand in a sentence.

Each expression has words without which it does not match.  One pass over a
block finds them all, and most sentences have none: the expressions themselves
are then not looked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from ahocorasick_rs import AhoCorasick

from regesta.model import Span

Cue = Literal[
    "meeting", "taking part", "topic", "outcome", "judged", "judgement", "progress", "stressed"
]
"""An expression of :mod:`.vocabulary`, by the name of what it tells."""
Cues = frozenset[Cue]
ANY: Cues = frozenset(get_args(Cue))

WORDS: Mapping[Cue, str] = {
    "meeting": (
        "met|meets|sat down|spoke|speaks|talked|conferred|consulted|exchanged views|held|holds|"
        "convened|hosted|hosts|welcomed|received|visited|visits"
    ),
    "taking part": (
        "attend|participated in|took part in|takes part in|joined|present|led the|delegation"
    ),
    "topic": (
        "discuss|raised|reviewed|explored|addressed|exchanged views|focus|touched on|consulted on|"
        "conferred on|talked about|spoke about|debated|considered|underscored|covered|centered on|"
        "centred on|dealt with"
    ),
    "outcome": (
        "agreed|committed to|pledged|reached a|signed|resolved to|decided to|made commitments|"
        "adopted|endorsed|reaffirmed|vowed|approved|concluded|resulted in|issued|commitment|"
        "agreement|pledge|understanding"
    ),
    "judged": "described|called|characteri|termed|hailed|praised|dubbed|assessed",
    "judgement": (
        "candid|constructive|productive|frank|fruitful|cordial|warm|positive|successful|in-depth|"
        "substantive|useful|good|excellent|tense|difficult|friendly|intensive"
    ),
    "progress": "sign|progress|results|ended|failed to|broke down|collapsed",
    "stressed": "reiterated|emphasi|stressed|expressed|conveyed|made clear|warned",
}
"""Words of which each match of an expression holds one."""

_BY_WORD: dict[str, set[Cue]] = {}
for _cue, _words in WORDS.items():
    for _word in _words.split("|"):
        _BY_WORD.setdefault(_word, set()).add(_cue)
_ALL = sorted(_BY_WORD)
_CUES: list[Cues] = [frozenset(_BY_WORD[word]) for word in _ALL]
_AUTOMATON = AhoCorasick(_ALL)
_NONE: Cues = frozenset()


def cues_in(text: str, block: Span, sentences: Sequence[Span]) -> list[Cues]:
    """Return which expressions may stand in each of *sentences*, in order, of the
    *block* of *text*."""
    hits = _AUTOMATON.find_matches_as_indexes(block.of(text), overlapping=True)
    found: list[set[Cue]] = [set() for _ in sentences]
    ends = [sentence.end for sentence in sentences]
    for word, start, end in hits:
        at = bisect_left(ends, block.start + end)
        if at < len(ends) and sentences[at].start <= block.start + start:
            found[at] |= _CUES[word]
    return [frozenset(some) if some else _NONE for some in found]
