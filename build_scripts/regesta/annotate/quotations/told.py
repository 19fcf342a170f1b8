"""Clauses that somebody is said to have said, with quotation marks or without.

"Officials said that the talks lasted four hours"; "The talks lasted four hours,
officials said"; "According to the agency, …".  Which words a verb of saying
governs is read from the sentence alone; where that is not plain, nothing is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.annotate.quotations.cue import Cue
from regesta.annotate.quotations.hearing import Sayings
from regesta.annotate.quotations.memory import Said
from regesta.annotate.quotations.reading import Reading
from regesta.annotate.quotations.words import word_set
from regesta.model import Span

_DENYING = word_set("denied denies disputed disputes rejected dismissed refuted denying")
_INTRODUCED = word_set("that it they he she the")
_CUES_AHEAD = 40
"""Words of saying that are looked through for the next voice of a sentence."""
_AFTER_CLAUSE = 7
"""Words that may follow "…, officials said" before the sentence ends."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause at *span* that *who* (an entity's or unnamed speaker's id) is
    said to have said.  *frame* tells that the whole sentence rests on them
    ("According to …"), whoever else speaks in it."""

    span: Span
    who: str
    denied: bool = False
    frame: bool = False


def clauses(reading: Reading, sayings: Sayings) -> Iterator[Told]:
    """Yield what is told in a block, in the order of the words of saying."""
    for at, (cue, said) in enumerate(zip(sayings.cues, sayings.said, strict=True)):
        if said is None or said.id is None or _one_of_several(reading, cue):
            continue
        span = _clause(reading, sayings, at, cue, said)
        if span is not None and span.end > span.start:
            yield Told(span, said.id, cue.verb in _DENYING, cue.form == "according")


def _one_of_several(reading: Reading, cue: Cue) -> bool:
    """Tell whether the subject is "A and B": what both say is neither's alone."""
    if cue.voice is None or cue.form not in ("before", "inverted"):
        return False
    first = cue.voice.first
    for _ in range(6):  # over titles
        if first == 0 or not reading.words[first].joined:
            return False
        first -= 1
        if not reading.words[first].capital:
            break
    word = reading.words[first]
    return word.lower == "and" and first > 0 and reading.words[first - 1].capital


def _clause(reading: Reading, sayings: Sayings, at: int, cue: Cue, said: Said) -> Span | None:
    sentence = reading.sentence(cue.span.start)
    if cue.form == "according":
        return _according(reading, cue, sentence)
    if _closes(reading, cue, sentence):
        assert cue.voice is not None
        start = sentence.start
        if at and sayings.cues[at - 1].span.start >= start:
            start = sayings.cues[at - 1].span.end
        return Span(start, min(cue.voice.span.start, cue.span.start))
    return Span(cue.span.end, _next_voice(reading, sayings, at, said, sentence))


def _according(reading: Reading, cue: Cue, sentence: Span) -> Span:
    """The words before "according to X" where it closes them, else those after."""
    assert cue.voice is not None
    if cue.index - reading.index(sentence.start) > 3:
        return Span(sentence.start, cue.span.start)
    return Span(cue.voice.span.end, sentence.end)


def _closes(reading: Reading, cue: Cue, sentence: Span) -> bool:
    """Tell whether the words of saying stand at the end, after a comma."""
    voice = cue.voice
    if voice is None or cue.form not in ("before", "inverted") or not cue.attached:
        return False
    first = min(voice.first, cue.index)
    for _ in range(6):  # over the titles of a name
        if not reading.words[first].joined or first == 0 or not reading.words[first - 1].capital:
            break
        first -= 1
    start = reading.words[first].start
    before = first - reading.index(sentence.start)
    following = max(voice.last, cue.index) + 1
    after = reading.index(sentence.end) - following
    quoted = bisect_left(reading.quoted_starts, cue.span.end)
    if quoted < len(reading.quoted) and reading.quoted[quoted].start < sentence.end:
        return False
    parted = "," in reading.words[first].before or _quoted_before(reading.quoted, start)
    introduced = after > 0 and reading.words[following].lower in _INTRODUCED
    enough = before > 3 or _quoted_before(reading.quoted, start)
    return parted and enough and after <= _AFTER_CLAUSE and not introduced


def _quoted_before(quoted: Sequence[Span], position: int) -> bool:
    at = bisect_right(quoted, position, key=lambda span: span.end) - 1
    return at >= 0 and position - quoted[at].end <= 3


def _next_voice(reading: Reading, sayings: Sayings, at: int, said: Said, sentence: Span) -> int:
    """Return where the sentence passes on to somebody else, or its end: "A said
    …, and B added"; in "A said B described …" B is told of by A."""
    for following in range(at + 1, min(at + 1 + _CUES_AHEAD, len(sayings.cues))):
        cue, other = sayings.cues[following], sayings.said[following]
        if cue.span.start >= sentence.end:
            break
        if other is not None and other.id != said.id and cue.voice is not None:
            start = min(cue.voice.span.start, cue.span.start)
            first = reading.index(start)
            before = reading.words[first - 1].lower if first else ""
            if start > sayings.cues[at].span.end and before in ("and", "but", "while"):
                return start
    return sentence.end
