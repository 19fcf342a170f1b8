"""Whose a verb of saying is.

The subject is looked for the way a reader does: right before the verb, before
an interposed clause, after it where it is inverted, after "by" where it is
passive, at the head of the clause otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from regesta.annotate.quotations.reading import Reading, Word, is_boundary, is_filler, over_day
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.voices_around import (
    REACH,
    comma_between,
    ending_at,
    governor,
    is_document,
    is_person,
    is_place,
    quote_between,
    voices_from,
)
from regesta.annotate.quotations.words import (
    AUXILIARIES,
    CAUSING,
    ISSUING,
    OFFICIAL_HEADS,
    PARTICIPLES,
    REFUSING,
    SAYING,
    word_set,
)
from regesta.model import Span

_AGENT = 12
"""How many words after a passive verb its "by" may stand."""
Subject = Voice | Literal["same"] | None

_ARTICLES = word_set("a an one the")
_OBJECTIVE = {"him": "person", "her": "person", "them": "group"}


def after_verb(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return the subject of an inverted verb: only right after a quotation,
    with nothing but titles and descriptions before the name."""
    words = reading.words
    first = index
    while first > 0 and is_filler(words[first - 1]) and words[first].joined:
        first -= 1
    between_commas = not _right_after_quotation(reading, first)
    if between_commas and not interposed(reading, first):
        return None
    for voice in voices_from(voices, words[index].end):
        if voice.head in ("relative",) or voice.first - index > 9:
            break
        between = words[index + 1 : voice.first + 1]
        if not all(w.joined for w in between):
            break
        if voice.possessive or _is_of_office(words, voice.last + 1):
            continue
        if _leads_to_a_person(reading, voices, voice):
            continue
        if any(w.lower == "that" for w in between) or _goes_on(words, voice.last + 1):
            break
        if between_commas and not ends_stretch(reading, voice):
            break
        return voice
    return None


def interposed(reading: Reading, index: int) -> bool:
    """Tell whether a verb right after a comma has its subject behind it: "What
    they fear, said Roe, is …"."""
    word = reading.words[index]
    following = reading.words[index + 1 : index + 2]
    return (
        word.lower in ("said", "says")
        and "," in word.before
        and len(following) > 0
        and following[0].joined
        and (following[0].capital or following[0].lower in _ARTICLES)
    )


def ends_stretch(reading: Reading, voice: Voice) -> bool:
    """Tell whether a mark closes what the voice stands in: in "Roe, 61, said the
    city “was late”" the clause goes on with the quotation."""
    following = reading.text[voice.span.end : voice.span.end + 3].lstrip(" \u00a0")
    return not following or following[0] in ",.;:)—–\n"


def _is_of_office(words: Sequence[Word], index: int) -> bool:
    """Tell whether a title follows: "Springfield" of "Springfield Mayor Roe"."""
    if index >= len(words) or not words[index].joined or not words[index].capital:
        return False
    return words[index].lower in OFFICIAL_HEADS


def _leads_to_a_person(reading: Reading, voices: Sequence[Voice], voice: Voice) -> bool:
    """Tell whether what a voice belongs to is told before a name: "Harvard" of
    "Harvard law professor Laurence Roe"."""
    words = reading.words
    if voice.kind != "name":
        return False
    for index in range(voice.last + 1, min(voice.last + 6, len(words))):
        if not words[index].joined or is_boundary(words[index]):
            return False
        if words[index].capital and index > voice.last + 1:
            before = head_of(words[index - 1].lower)
            return before is not None and any(
                v.first == index for v in voices_from(voices, words[index].start)[:1]
            )
    return False


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a verb follows: "said it was …" is no inverted "said it"."""
    return index < len(words) and words[index].joined and words[index].lower in AUXILIARIES


def _right_after_quotation(reading: Reading, index: int) -> bool:
    start = reading.words[index].start
    at = bisect_right(reading.quoted_starts, start) - 1
    if at < 0:
        return False
    gap = reading.text[reading.quoted[at].end : start]
    return len(gap) < 8 and not gap.strip(" \t\r\n\u00a0,—–-.")


def agent(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return whom "by" names after the passive verb at *index*: "was called “…”
    by critics", "described by neighbours as “…”"."""
    words = reading.words
    sentence = reading.sentence(words[index].start)
    for at in range(index + 1, min(index + _AGENT, len(words) - 1)):
        if words[at].start >= sentence.end or (at > index + 1 and words[at].lower in SAYING):
            return None
        if words[at].lower == "by":
            return after_preposition(reading, voices, at)
    return None


def absolute(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return the subject of a participle of its own: "with Roe adding that"."""
    if index == 0 or not reading.words[index].joined:
        return None
    voice = ending_at(voices, index - 1)
    return voice if voice is not None and governor(reading, voice) == "with" else None


def of_infinitive(reading: Reading, voices: Sequence[Voice], index: int) -> Subject:
    """Return the subject of "to declare": whom something moved to it, else that
    of the clause; None where it is refused."""
    words = reading.words
    sentence = reading.sentence(words[index].start)
    moved = ending_at(voices, index - 2)
    if moved is not None and words[moved.first - 1].lower in CAUSING:
        return moved
    back = words[max(index - 5, 0) : index - 1]
    if any(w.lower in REFUSING or w.lower in ("not", "never") for w in back):
        return None
    return head_of_clause(reading, voices, index - 1, sentence)


def after_preposition(reading: Reading, voices: Sequence[Voice], index: int) -> Voice | None:
    """Return the voice that the preposition at word *index* governs, over the
    titles and descriptions before it."""
    for voice in voices_from(voices, reading.words[index].end):
        if voice.first - index > 9 or comma_between(reading, index, voice.first):
            return None
        if any(is_boundary(w) for w in reading.words[index + 1 : voice.first]):
            return None
        if not voice.possessive and not _leads_to_a_person(reading, voices, voice):
            return voice
    return None


def before_verb(
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
    over = over_day(words, at)
    if over < at and not comma and not words[over + 1].joined:  # "Roe, 61, on Monday called"
        comma, at = True, over
    if at < 0 or words[at].start < sentence.start:
        return "same", False
    before = words[at]
    if quote_between(reading, before.span, verb.span):
        return "same", False
    if verb.lower in PARTICIPLES and verb.joined and is_document(before):
        said = ending_at(voices, at)
        if said is None or said.author is not None:
            return (said or "same"), said is not None
        issued = said.first and words[said.first - 1].lower in ISSUING
        issuer = head_of_clause(reading, voices, said.first - 1, sentence) if issued else None
        return issuer or said, issuer is None
    if before.lower in ("and", "but", "or", "then", "while") or verb.lower in PARTICIPLES:
        if before.lower == "as" and verb.lower == "saying":
            return _reported(reading, voices, at)
        return "same", False
    voice = ending_at(voices, at)
    if voice is not None and voice.head == "relative":
        voice = ending_at(voices, at - 1)
        if voice is not None and before.lower == "which" and is_person(voice):
            voice = None
        return voice, voice is not None
    if comma:
        return _before_interposed(reading, voices, at, index, sentence), True
    if voice is not None and not voice.possessive:
        governed = governor(reading, voice)
        if governed is None or governed == "as":  # "as Roe put it"
            return voice, True
        head = head_of_clause(reading, voices, voice.first - 1, sentence)
        return head or (None if is_place(voice) else voice), False
    return head_of_clause(reading, voices, index, sentence), False


def _reported(reading: Reading, voices: Sequence[Voice], index: int) -> tuple[Subject, bool]:
    """Subject of "quoted X as saying" and "X was quoted as saying"; *index* is
    that of "as"."""
    voice = ending_at(voices, index - 1)
    if voice is not None:
        return voice, True
    word = reading.words[index - 1]
    if word.lower in _OBJECTIVE:
        head = _OBJECTIVE[word.lower]
        return Voice(word.span, index - 1, index - 1, "pronoun", head=head, definite=True), True
    at = index - 1
    while at > 0 and (is_filler(reading.words[at]) or reading.words[at].lower in SAYING):
        at -= 1
    voice = ending_at(voices, at)
    return voice if voice is not None else "same", voice is not None


def _before_interposed(
    reading: Reading, voices: Sequence[Voice], at: int, verb: int, sentence: Span
) -> Subject:
    """Return the subject before ", …," : the voice that ends right before a
    comma, going left over the commas of the interposed clause."""
    words = reading.words
    nearest = ending_at(voices, at)
    floor = max(0, at - REACH)
    while at > floor and words[at].start > sentence.start:
        if not words[at].joined:
            if quote_between(reading, words[at - 1].span, words[at].span):
                break
            voice = ending_at(voices, at - 1)
            if (
                voice is not None
                and not voice.possessive
                and voice.kind != "document"
                and governor(reading, voice) is None
                and not is_place(voice)
            ):
                return voice
        at -= 1
    head = head_of_clause(reading, voices, verb, sentence)
    if (
        head is None
        and nearest is not None
        and (is_place(nearest) or governor(reading, nearest) is not None)
    ):
        return None
    return head or nearest


def head_of_clause(
    reading: Reading, voices: Sequence[Voice], index: int, sentence: Span
) -> Voice | None:
    """Return the first voice of the clause before word *index* that no
    preposition governs; a place does not count."""
    words = reading.words
    index = min(index, len(words) - 1)
    limit = words[index].start
    first = max(0, index - REACH)
    for back in range(index, first, -1):
        if ":" in words[back].before or ";" in words[back].before:
            first = back
            break
    start = max(sentence.start, words[first].start)
    at = bisect_left(reading.quoted_starts, limit) - 1
    if at >= 0 and reading.quoted[at].end <= limit:
        start = max(start, reading.quoted[at].end)
    for voice in voices_from(voices, start):
        if voice.span.start >= limit:
            return None
        if voice.possessive or voice.head in ("relative", "first") or is_place(voice):
            continue
        if governor(reading, voice) is None:
            return voice
    return None
