"""Words of saying, and whose they are.

A *cue* is a verb or a noun of saying, "according to" or "in the words of".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from regesta.annotate.quotations import appositions
from regesta.annotate.quotations.according import (
    according,
    in_the_eyes_of,
    in_their_words,
    owner,
)
from regesta.annotate.quotations.cue import Cue, Form
from regesta.annotate.quotations.perceiving import is_of_saying, shown_by
from regesta.annotate.quotations.reading import Reading, is_filler
from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.subjects import (
    absolute,
    after_verb,
    agent,
    before_verb,
    head_of_clause,
    of_infinitive,
)
from regesta.annotate.quotations.voices_around import (
    is_document,
    quote_between,
)
from regesta.annotate.quotations.words import (
    AFTER_QUOTATION_ONLY,
    COMPLETED,
    DETERMINERS,
    INFINITIVES,
    PARTICIPLES,
    PERCEIVING,
    PREPOSITIONS,
    SAYING,
    SAYING_NOUNS,
    USING,
    WEAK,
    word_set,
)

_STANDING_ALONE = word_set(
    "some many others other both all one this that another most several neither each few"
)
_BEFORE_PARTICIPLE = word_set("and or but while by as before after then also in when")
_OTHERS = PARTICIPLES | INFINITIVES
_WORDINGS = word_set(
    "word words term terms phrase expression slogan label nickname epithet hashtag"
)
_BE = word_set("is are was were be been being")


def find(reading: Reading, voices: Sequence[Voice]) -> list[Cue]:
    """Return the cues of a block in order."""
    cues: list[Cue] = []
    for index in reading.of_saying:
        word = reading.words[index]
        if word.lower in ("to", "for"):
            cue = in_the_eyes_of(reading, voices, index)
        elif word.lower == "according":
            cue = according(reading, voices, index, ("to",))
        elif word.lower == "words" and index > 1:
            cue = in_their_words(reading, voices, index)
            cue = cue or according(reading, voices, index, ("of",))
        elif word.lower in SAYING_NOUNS and (whose := owner(reading, voices, index)) is not None:
            cue = Cue(word.span, index, word.lower, "before", whose, attached=True, weak=True)
        elif word.lower in SAYING or word.lower in _OTHERS or _uses_a_word(reading, index):
            cue = _verb(reading, voices, index, cues[-1] if cues else None)
        elif word.lower in PERCEIVING and is_of_saying(reading, index):
            cue = _perceived(_verb(reading, voices, index, cues[-1] if cues else None))
        else:
            continue
        if cue is not None:
            cues.append(_by_name(reading, voices, cue))
    return cues


def _by_name(reading: Reading, voices: Sequence[Voice], cue: Cue) -> Cue:
    """Give the cue to the name that stands in apposition to its subject."""
    if cue.voice is None or cue.form == "same":
        return cue
    name = appositions.named(reading, voices, cue.voice)
    return cue if name is None else structs.replace(cue, voice=name)


def _perceived(cue: Cue | None) -> Cue | None:
    """Return *cue* as a weak one, where its subject can do what it says."""
    if cue is None or cue.voice is None or not shown_by(cue.verb, cue.voice.kind):
        return None
    return structs.replace(cue, weak=True)


def _uses_a_word(reading: Reading, index: int) -> bool:
    """Tell whether somebody "used the word “…”"."""
    words = reading.words
    return (
        words[index].lower in USING
        and index + 2 < len(words)
        and words[index + 1].lower in DETERMINERS
        and words[index + 2].lower in _WORDINGS
    )


def _verb(reading: Reading, voices: Sequence[Voice], index: int, earlier: Cue | None) -> Cue | None:
    word = reading.words[index]
    weak = word.lower in WEAK
    if _is_passive(reading, index):
        by = agent(reading, voices, index)
        if by is not None:
            return Cue(word.span, index, word.lower, "inverted", by, True, weak)
    elif word.lower in INFINITIVES and index > 1 and reading.words[index - 1].lower == "to":
        speaker = of_infinitive(reading, voices, index)
        if not isinstance(speaker, Voice):
            return None
        return Cue(word.span, index, word.lower, "before", speaker, False, True)
    elif word.lower in PARTICIPLES:
        by = absolute(reading, voices, index)
        if by is not None:
            return Cue(word.span, index, word.lower, "before", by, True, weak)
    if not _is_verb_here(reading, index):
        return None
    sentence = reading.sentence(word.start)
    if earlier is not None and not (
        sentence.start <= earlier.span.start or quote_between(reading, earlier.span, word.span)
    ):
        earlier = None
    if earlier is not None and ";" in reading.text[earlier.span.end : word.span.start]:
        earlier = None
    inverted = after_verb(reading, voices, index)
    if inverted is not None:
        return Cue(word.span, index, word.lower, "inverted", inverted, True, weak)
    subject, attached = before_verb(reading, voices, index, sentence)
    if subject == "same":
        form: Form = "same" if earlier is not None else "none"
        if form == "same":
            return Cue(word.span, index, word.lower, form, None, False, weak)
        subject, attached = head_of_clause(reading, voices, index, sentence), False
    if isinstance(subject, Voice):
        return Cue(word.span, index, word.lower, "before", subject, attached, weak)
    return Cue(word.span, index, word.lower, "none", None, False, weak)


def _is_verb_here(reading: Reading, index: int) -> bool:
    """Leave out what only looks like a verb of saying: "a promised visit",
    "was told", "as described"."""
    words = reading.words
    before = words[index - 1] if index and words[index].joined else None
    if words[index].capital and before is not None and before.capital:
        return False
    lower = words[index].lower
    if lower in COMPLETED and not _followed_by(reading, index, COMPLETED[lower]):
        return False
    reads = lower == "read" and _has_document(reading, index)
    if lower in AFTER_QUOTATION_ONLY and not reads and not _after_quotation(reading, index):
        return False
    if words[index].lower == "referred" and _followed_by(reading, index + 1, "as"):
        return False  # "also referred to as"
    if before is None:
        return True
    if words[index].lower in PARTICIPLES:
        return before.lower in _BEFORE_PARTICIPLE or is_document(before)
    if before.lower == "to" or before.lower in PREPOSITIONS or before.possessive:
        return False
    counted = index > 1 and words[index - 2].lower == "of"  # "a mother of two said"
    if before.lower in DETERMINERS and before.lower not in _STANDING_ALONE and not counted:
        return False
    passive = _after_be(reading, index) and words[index].lower not in ("saying",)
    return not passive or _followed_by(reading, index, "as")


def _has_document(reading: Reading, index: int) -> bool:
    """Tell whether the sentence begins with something that is read: "Signs in
    the crowd read “…”"."""
    words = reading.words
    first = reading.index(reading.sentence(words[index].start).start)
    return any(is_document(word) for word in words[first : min(index, first + 4)])


def _is_passive(reading: Reading, index: int) -> bool:
    """Tell whether a participle is passive: "was called", "described by"."""
    if reading.words[index].lower in PARTICIPLES:
        return False
    return _followed_by(reading, index, "by") or _after_be(reading, index)


def _after_be(reading: Reading, index: int) -> bool:
    words = reading.words
    back = index - 1
    while back > 0 and is_filler(words[back]) and words[back].lower not in _BE:
        back -= 1
    return back >= 0 and words[back].lower in _BE


def _after_quotation(reading: Reading, index: int) -> bool:
    """Tell whether a quotation, or one and its subject, stands right before."""
    start = reading.words[index].span.start
    at = bisect_right(reading.quoted_starts, start) - 1
    return at >= 0 and index - reading.index(reading.quoted[at].end) <= 6


def _followed_by(reading: Reading, index: int, lower: str) -> bool:
    words = reading.words
    return index + 1 < len(words) and words[index + 1].lower == lower
