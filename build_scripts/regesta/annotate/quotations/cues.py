"""Words of saying, and whose they are.

A *cue* is a verb of saying or "according to".  Its subject is looked for the
way a reader does: right before it, before an interposed clause, after it where
it is inverted, at the head of the clause otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regesta.annotate.quotations.reading import Reading, Word, is_boundary, is_filler
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.words import (
    AFTER_QUOTATION_ONLY,
    COMPLETED,
    DETERMINERS,
    OFFICIAL_HEADS,
    PARTICIPLES,
    PREPOSITIONS,
    SAYING,
    SAYING_NOUNS,
    WEAK,
    word_set,
)
from regesta.model import Span

Form = Literal["before", "inverted", "same", "according", "none"]
"""How a cue has its subject: before it, after it, that of the cue before
("and added"), after "according to", not at all."""

_REACH = 60
"""How many words back a subject may stand."""

_STANDING_ALONE = word_set(
    "some many others other both all one this that another most several neither each few"
)
_BEFORE_PARTICIPLE = word_set("and or but while by as before after then also in when")
_AUXILIARY = word_set("is are was were has have had will would can could should may might must")
_BE = word_set("is are was were be been being")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying at word *index* of the reading.  *voice* is the subject
    (None where *form* is ``same`` or ``none``); *attached* tells that the
    subject stands directly at the verb; *weak* that the verb often means
    something else."""

    span: Span
    index: int
    verb: str
    form: Form
    voice: Voice | None = None
    attached: bool = False
    weak: bool = False


def find(reading: Reading, voices: Sequence[Voice]) -> list[Cue]:
    """Return the cues of a block in order."""
    cues: list[Cue] = []
    for index, word in enumerate(reading.words):
        if word.lower == "according":
            cue = _according(reading, voices, index)
        elif word.lower in SAYING_NOUNS and index and reading.words[index - 1].possessive:
            cue = _noun(reading, voices, index)
        elif word.lower in SAYING or word.lower in PARTICIPLES:
            cue = _verb(reading, voices, index, cues[-1] if cues else None)
        else:
            continue
        if cue is not None:
            cues.append(cue)
    return cues


def _according(reading: Reading, voices: Sequence[Voice], index: int) -> Cue | None:
    words = reading.words
    if index + 1 >= len(words) or words[index + 1].lower != "to":
        return None
    span = Span(words[index].start, words[index + 1].end)
    sentence = reading.sentence(span.start)
    for voice in _voices_from(voices, span.end):
        if voice.span.start >= sentence.end or voice.first - index > 12:
            break
        if not voice.possessive and not _comma_between(reading, index + 1, voice.first):
            return Cue(span, index, "according to", "according", voice, attached=True)
    return Cue(span, index, "according to", "none")


def _noun(reading: Reading, voices: Sequence[Voice], index: int) -> Cue | None:
    """ "The senator's claim that …": the owner speaks."""
    voice = _ending_at(voices, index - 1)
    if voice is None or not voice.possessive or _is_place(voice):
        return None
    owner = replace(voice, possessive=False)
    word = reading.words[index]
    return Cue(word.span, index, word.lower, "before", owner, attached=True, weak=True)


def _verb(reading: Reading, voices: Sequence[Voice], index: int, earlier: Cue | None) -> Cue | None:
    word = reading.words[index]
    if not _is_verb_here(reading, index):
        return None
    weak = word.lower in WEAK
    sentence = reading.sentence(word.start)
    if earlier is not None and not (
        sentence.start <= earlier.span.start or _quote_between(reading, earlier.span, word.span)
    ):
        earlier = None
    if earlier is not None and ";" in reading.text[earlier.span.end : word.span.start]:
        earlier = None
    inverted = _after_verb(reading, voices, index)
    if inverted is not None:
        return Cue(word.span, index, word.lower, "inverted", inverted, True, weak)
    subject, attached = _before_verb(reading, voices, index, sentence)
    if subject == "same":
        form: Form = "same" if earlier is not None else "none"
        if form == "same":
            return Cue(word.span, index, word.lower, form, None, False, weak)
        subject, attached = _head_of_clause(reading, voices, index, sentence), False
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
    if lower in AFTER_QUOTATION_ONLY and not _after_quotation(reading, index):
        return False
    if words[index].lower == "referred" and _followed_by(reading, index + 1, "as"):
        return False  # "also referred to as"
    if before is None:
        return True
    if words[index].lower in PARTICIPLES:
        return before.lower in _BEFORE_PARTICIPLE or _is_document(before)
    if before.lower == "to" or before.lower in PREPOSITIONS or before.possessive:
        return False
    if before.lower in DETERMINERS and before.lower not in _STANDING_ALONE:
        return False
    back = index - 1
    while back > 0 and is_filler(words[back]) and words[back].lower not in _BE:
        back -= 1
    passive = words[back].lower in _BE and words[index].lower not in ("saying",)
    return not passive or _followed_by(reading, index, "as")


def _is_document(word: Word) -> bool:
    known = head_of(word.lower)
    return known is not None and known[1] == "document"


def _after_quotation(reading: Reading, index: int) -> bool:
    """Tell whether a quotation, or one and its subject, stands right before."""
    start = reading.words[index].span.start
    at = bisect_right(reading.quoted, start, key=lambda span: span.start) - 1
    return at >= 0 and index - reading.index(reading.quoted[at].end) <= 6


def _followed_by(reading: Reading, index: int, lower: str) -> bool:
    words = reading.words
    return index + 1 < len(words) and words[index + 1].lower == lower


def _after_verb(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return the subject of an inverted verb: only right after a quotation,
    with nothing but titles and descriptions before the name."""
    words = reading.words
    first = index
    while first > 0 and is_filler(words[first - 1]) and words[first].joined:
        first -= 1
    if not _right_after_quotation(reading, first):
        return None
    for voice in _voices_from(voices, words[index].end):
        if voice.head in ("relative",) or voice.first - index > 9:
            break
        between = words[index + 1 : voice.first + 1]
        if not all(w.joined for w in between):
            break
        if voice.possessive or _is_of_office(words, voice.last + 1):
            continue
        if any(w.lower == "that" for w in between) or _goes_on(words, voice.last + 1):
            break
        return voice
    return None


def _is_of_office(words: Sequence[Word], index: int) -> bool:
    """Tell whether a title follows: "Springfield" of "Springfield Mayor Roe"."""
    if index >= len(words) or not words[index].joined or not words[index].capital:
        return False
    return words[index].lower in OFFICIAL_HEADS


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a verb follows: "said it was …" is no inverted "said it"."""
    return index < len(words) and words[index].joined and words[index].lower in _AUXILIARY


def _right_after_quotation(reading: Reading, index: int) -> bool:
    start = reading.words[index].start
    at = bisect_right(reading.quoted, start, key=lambda span: span.start) - 1
    if at < 0:
        return False
    gap = reading.text[reading.quoted[at].end : start]
    return len(gap) < 8 and not gap.strip(" \t\r\n\u00a0,—–-.")


Subject = Voice | Literal["same"] | None


def _before_verb(
    reading: Reading, voices: Sequence[Voice], index: int, sentence: Span
) -> tuple[Subject, bool]:
    """Return the subject before the verb and whether it stands directly at it."""
    words = reading.words
    verb = words[index]
    at = index - 1
    comma = not verb.joined
    while at >= 0 and is_filler(words[at]) and words[at].start >= sentence.start:
        comma = comma or not words[at].joined
        at -= 1
    if at < 0 or words[at].start < sentence.start:
        return "same", False
    before = words[at]
    if _quote_between(reading, before.span, verb.span):
        return "same", False
    if verb.lower in PARTICIPLES and verb.joined and _is_document(before):
        said = _ending_at(voices, at)
        return (said, True) if said is not None else ("same", False)
    if before.lower in ("and", "but", "or", "then", "while") or verb.lower in PARTICIPLES:
        if before.lower == "as" and verb.lower == "saying":
            return _reported(reading, voices, at)
        return "same", False
    voice = _ending_at(voices, at)
    if voice is not None and voice.head == "relative":
        voice = _ending_at(voices, at - 1)
        if voice is not None and before.lower == "which" and _is_person(voice):
            voice = None
        return voice, voice is not None
    if comma:
        return _before_interposed(reading, voices, at, index, sentence), True
    if voice is not None and not voice.possessive:
        governed = _governor(reading, voice)
        if governed is None:
            return voice, True
        head = _head_of_clause(reading, voices, voice.first - 1, sentence)
        return head or voice, False
    return _head_of_clause(reading, voices, index, sentence), False


def _reported(reading: Reading, voices: Sequence[Voice], index: int) -> tuple[Subject, bool]:
    """Subject of "quoted X as saying" and "X was quoted as saying"; *index* is
    that of "as"."""
    voice = _ending_at(voices, index - 1)
    if voice is not None:
        return voice, True
    at = index - 1
    while at > 0 and (is_filler(reading.words[at]) or reading.words[at].lower in SAYING):
        at -= 1
    voice = _ending_at(voices, at)
    return voice if voice is not None else "same", voice is not None


def _before_interposed(
    reading: Reading, voices: Sequence[Voice], at: int, verb: int, sentence: Span
) -> Subject:
    """Return the subject before ", …," : the voice that ends right before a
    comma, going left over the commas of the interposed clause."""
    words = reading.words
    nearest = _ending_at(voices, at)
    floor = max(0, at - _REACH)
    while at > floor and words[at].start > sentence.start:
        if not words[at].joined:
            if _quote_between(reading, words[at - 1].span, words[at].span):
                break
            voice = _ending_at(voices, at - 1)
            if (
                voice is not None
                and not voice.possessive
                and voice.kind != "document"
                and _governor(reading, voice) is None
                and not _is_place(voice)
            ):
                return voice
        at -= 1
    head = _head_of_clause(reading, voices, verb, sentence)
    if (
        head is None
        and nearest is not None
        and (_is_place(nearest) or _governor(reading, nearest) is not None)
    ):
        return None
    return head or nearest


def _is_person(voice: Voice) -> bool:
    named = voice.mention is not None and voice.mention.type == "person"
    return named or voice.kind == "person"


def _is_place(voice: Voice) -> bool:
    return voice.mention is not None and voice.mention.type == "place"


def _head_of_clause(
    reading: Reading, voices: Sequence[Voice], index: int, sentence: Span
) -> Voice | None:
    """Return the first voice of the clause before word *index* that no
    preposition governs; a place does not count."""
    words = reading.words
    index = min(index, len(words) - 1)
    limit = words[index].start
    first = max(0, index - _REACH)
    for back in range(index, first, -1):
        if ":" in words[back].before or ";" in words[back].before:
            first = back
            break
    start = max(sentence.start, words[first].start)
    at = bisect_left(reading.quoted, limit, key=lambda span: span.start) - 1
    if at >= 0 and reading.quoted[at].end <= limit:
        start = max(start, reading.quoted[at].end)
    for voice in _voices_from(voices, start):
        if voice.span.start >= limit:
            return None
        if voice.possessive or voice.head in ("relative", "first") or _is_place(voice):
            continue
        if _governor(reading, voice) is None:
            return voice
    return None


def _governor(reading: Reading, voice: Voice) -> str | None:
    """Return the preposition on which the voice hangs, over its article, its
    titles and what describes it; None where it stands free."""
    words = reading.words
    at = voice.first
    for _ in range(8):
        if at == 0 or not words[at].joined:
            return None
        if _quote_between(reading, words[at - 1].span, words[at].span):
            return None
        at -= 1
        word = words[at]
        if word.lower in PREPOSITIONS:
            return word.lower
        if is_boundary(word):
            return None
    return None


def _quote_between(reading: Reading, left: Span, right: Span) -> bool:
    at = bisect_left(reading.quoted, left.end, key=lambda span: span.start)
    return at < len(reading.quoted) and reading.quoted[at].end <= right.start


def _comma_between(reading: Reading, first: int, last: int) -> bool:
    return any(not reading.words[i].joined for i in range(first + 1, last + 1))


def _ending_at(voices: Sequence[Voice], last: int) -> Voice | None:
    at = bisect_right(voices, last, key=lambda voice: voice.first) - 1
    return voices[at] if at >= 0 and voices[at].last == last else None


def _voices_from(voices: Sequence[Voice], start: int) -> Sequence[Voice]:
    at = bisect_left(voices, start, key=lambda voice: voice.span.start)
    return voices[at : at + _REACH]
