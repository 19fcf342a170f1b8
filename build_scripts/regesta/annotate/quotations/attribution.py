"""Which words of saying belong to which quotation, within one block.

The order of trust: words of saying right before the quotation, right after it,
those of a quotation joined to it by "and", those earlier in the sentence,
those later in it; then the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec
from msgspec import structs

from regesta.annotate.quotations.cue import Cue
from regesta.annotate.quotations.hearing import Sayings
from regesta.annotate.quotations.memory import Said
from regesta.annotate.quotations.reading import Reading, Word
from regesta.annotate.quotations.sentences import last_said, only_space
from regesta.annotate.quotations.words import DETERMINERS, PREPOSITIONS, word_set
from regesta.annotate.quotations.works import is_title
from regesta.model import Certainty, Span

_NEAR, _FAR = 25, 60
_LONGEST_CUE = 160
_JOINING = word_set("and or but nor as well also that then while whereas although though")
_LEADING_IN = word_set("that as of it to the a an him her them us reporters me word term phrase")
_FORWARD = ("quotation-after-cue", "quotation-in-clause")
_SECOND_HAND = word_set("reported reports quoted quotes cited cites quoting citing")


_AS_PUT = word_set("put puts said says")
"""Verbs of "“…,” as Roe put it"."""
_PARTING = PREPOSITIONS - {"of"}
_GOES_ON = "a paragraph that only quotes, after one by this speaker"
_IN_BRACKETS = 4
_SO_CALLED = re.compile(r"\bso[- ]called $", re.IGNORECASE)
"""What others call so is nobody's in particular."""


class Heard(msgspec.Struct, frozen=True):
    """What is known of a quotation's speaker: *cue* covers the words of saying
    (with the subject where it stands at them), *according_to* is the id of who
    passes the words on, *rule* the way by which it was found."""

    said: Said | None
    cue: Span | None
    certainty: Certainty
    why: str
    rule: str
    according_to: str | None = None


NOBODY = Heard(None, None, "possible", "nothing near says who speaks", "quotation-unattributed")


def attribute(reading: Reading, sayings: Sayings, carried: Heard | None) -> list[Heard]:
    """Return who speaks each quotation of the block, in the order of
    ``reading.quoted``.  *carried* is who spoke last in the block before, where
    that block lets a quotation go on."""
    heard: list[Heard] = []
    for at, span in enumerate(reading.quoted):
        found = _in_sentence(reading, sayings, at, heard)
        if found is None:
            found = _from_before(reading, sayings, at, heard, carried)
        if found is not None and found.said is not None:
            passed_on = _passed_on(reading, sayings, span, found)
            if passed_on != found.according_to:
                found = structs.replace(found, according_to=passed_on)
        heard.append(found or NOBODY)
    return heard


def _in_sentence(
    reading: Reading, sayings: Sayings, at: int, heard: Sequence[Heard]
) -> Heard | None:
    span = reading.quoted[at]
    if _SO_CALLED.search(reading.text, max(reading.span.start, span.start - 12), span.start):
        return NOBODY
    if is_title(reading, span):
        return NOBODY
    label = sayings.labels[at]
    if label is not None:
        return Heard(label, label.source, label.certainty, label.why, "quotation-labelled")
    before = _nearest_before(reading, sayings, at)
    if before is not None and _leads_in(reading, sayings.cues[before], span):
        return _heard(reading, sayings, before, "quotation-after-cue")
    after = _right_after(reading, sayings, at)
    if after is not None and not _is_report(reading, sayings, before, after, span):
        return _heard(reading, sayings, after, "quotation-before-cue")
    if at and heard[at - 1].said is not None and _joined(reading, at):
        return structs.replace(heard[at - 1], rule="quotation-joined")
    if before is not None and _may_reach(reading, sayings.cues[before], span):
        return _heard(reading, sayings, before, "quotation-in-clause")
    later = _later(reading, sayings, at)
    if later is not None:
        return _heard(reading, sayings, later, "quotation-before-clause")
    said = sayings.announced[at]
    if said is not None and said.id is not None:
        why = "the sentence that leads in the words is about them"
        return Heard(said, said.source, "possible", why, "quotation-after-colon")
    if at and heard[at - 1].rule in _FORWARD and _same_sentence(reading, at):
        return structs.replace(
            heard[at - 1],
            certainty=_weaker(heard[at - 1].certainty),
            rule="quotation-in-clause",
        )
    return None


def _is_report(
    reading: Reading, sayings: Sayings, before: int | None, after: int, span: Span
) -> bool:
    """Tell whether the words after the quotation only pass on what somebody
    before it says: "Roe denounced it as “…,” the agency reported"."""
    return (
        before is not None
        and sayings.cues[after].verb in ("reported", "reports")
        and not sayings.cues[before].weak
        and _may_reach(reading, sayings.cues[before], span)
    )


def _same_sentence(reading: Reading, at: int) -> bool:
    before, span = reading.quoted[at - 1], reading.quoted[at]
    near = len(_words_between(reading, before.end, span.start)) <= _NEAR // 4
    return near and reading.sentence(before.start) == reading.sentence(span.start)


def _heard(reading: Reading, sayings: Sayings, index: int, rule: str) -> Heard | None:
    cue, said = sayings.cues[index], sayings.said[index]
    if said is None:
        return None
    certainty = said.certainty
    if cue.form == "same" or rule in ("quotation-in-clause", "quotation-before-clause"):
        certainty = "probable" if certainty == "certain" and cue.form == "same" else certainty
    return Heard(said, cue_words(reading, cue, said), certainty, said.why, rule)


def cue_words(reading: Reading, cue: Cue, said: Said) -> Span:
    """Return the words of saying, with the subject where they stand together."""
    if said.source is None or cue.form == "same":
        return cue.span
    start = min(cue.span.start, said.source.start)
    end = max(cue.span.end, said.source.end)
    at = bisect_left(reading.quoted_starts, start)
    parted = at < len(reading.quoted) and reading.quoted[at].start < end
    if parted or end - start > _LONGEST_CUE:
        return cue.span
    return Span(start, end)


def _nearest_before(reading: Reading, sayings: Sayings, at: int) -> int | None:
    """Return the nearest usable cue before quotation *at* in its sentence and
    after the quotation before it."""
    span = reading.quoted[at]
    start = reading.sentence(span.start).start
    word = reading.index(span.start)
    index = bisect_left(sayings.indexes, word) - 1
    while index >= 0 and word - sayings.indexes[index] <= _FAR:
        cue = sayings.cues[index]
        if cue.span.start < start:
            return None
        if sayings.said[index] is not None and not _belongs_back(reading, cue, at):
            return index
        index -= 1
    return None


def _belongs_back(reading: Reading, cue: Cue, at: int) -> bool:
    """Tell whether a cue stands with the quotation before: "…," he said, "…"
    is of both, but "…," he said. is not of what follows the sentence."""
    before = at - 1
    while before >= 0 and is_title(reading, reading.quoted[before]):
        before -= 1
    if before < 0 or reading.quoted[before].end <= cue.span.start:
        return False
    return reading.quoted[before].start > cue.span.start


def _leads_in(reading: Reading, cue: Cue, span: Span) -> bool:
    """Tell whether nothing but a comma, a colon or "that" stands between."""
    words = _words_between(reading, cue.span.end, span.start)
    if cue.verb == "according to" or len(words) > 3:
        return False
    if not words:
        return True
    return all(word.lower in _LEADING_IN for word in words)


def _may_reach(reading: Reading, cue: Cue, span: Span) -> bool:
    """Tell whether a cue's clause still holds the quotation: not across a dash,
    and not far from a verb that often means something else."""
    words = _words_between(reading, cue.span.end, span.start)
    parted = any("—" in word.before or " – " in word.before for word in words)
    return not parted and len(words) <= (_NEAR // 3 if cue.weak else _FAR)


def _right_after(reading: Reading, sayings: Sayings, at: int) -> int | None:
    """Return the cue of the clause that begins right after the quotation."""
    text, span = reading.text, reading.quoted[at]
    first = reading.index(span.end)
    limit = _limit_after(reading, at)
    index = bisect_left(sayings.indexes, first)
    if index >= len(sayings.cues) or sayings.cues[index].span.start >= limit:
        return None
    index = _quoted_as_saying(reading, sayings, index)
    cue = sayings.cues[index]
    if cue.voice is None or sayings.said[index] is None:
        return None
    if cue.form == "inverted" or reading.words[cue.index - 1].lower == "as":
        return index
    if cue.form == "before" and _says_how(reading, first) and cue.index - first <= _NEAR // 2:
        return index
    last = last_said(text, span)
    if last not in ",!?…—-–" and text[span.end : span.end + 1] not in ",—–":
        return None
    if cue.form == "according":
        return index if cue.index - first <= 1 else None
    if cue.form != "before" or cue.index - first > _NEAR:
        return None
    as_put = reading.words[first].lower == "as" and cue.verb in _AS_PUT
    if reading.words[first].lower in _JOINING and not as_put:
        return None
    following = cue.voice.last + 1
    if following < cue.index and reading.words[following].lower in ("that", "which", "who"):
        return None
    leading = reading.words[first + as_put : cue.voice.first]
    clean = all(w.capital or w.lower in DETERMINERS or w.possessive for w in leading)
    joined = all(w.joined for w in reading.words[first + 1 : cue.voice.first + 1])
    described = len(leading) <= 8 and all(w.lower not in _PARTING for w in leading)
    return index if joined and (clean or described) else None


def _quoted_as_saying(reading: Reading, sayings: Sayings, index: int) -> int:
    """Return the cue of whom another quotes: "the paper quoted Roe as saying"."""
    cue = sayings.cues[index]
    if cue.verb not in ("quoted", "quotes") or index + 1 >= len(sayings.cues):
        return index
    after = sayings.cues[index + 1]
    said = after.verb == "saying" and reading.words[after.index - 1].lower == "as"
    return index + 1 if said and after.voice is not None else index


def _says_how(reading: Reading, first: int) -> bool:
    """Tell whether "“…” is how …" or "“…” was what …" follows."""
    words = reading.words[first : first + 2]
    return len(words) > 1 and words[0].lower in ("is", "was") and words[1].lower in ("how", "what")


def _limit_after(reading: Reading, at: int) -> int:
    """Return where the clause after quotation *at* ends at the latest."""
    span = reading.quoted[at]
    sentence = reading.sentence(span.start)
    limit = sentence.end
    if sentence.end <= span.end and last_said(reading.text, span) in "!?…,":
        limit = reading.sentence(span.end).end
    elif sentence.end <= span.end:
        limit = span.end
    if at + 1 < len(reading.quoted):
        limit = min(limit, reading.quoted[at + 1].start)
    return limit


def _joined(reading: Reading, at: int) -> bool:
    """Tell whether a quotation goes on from the one before in one sentence."""
    before, span = reading.quoted[at - 1], reading.quoted[at]
    words = _words_between(reading, before.end, span.start)
    if len(words) > 3 or not all(word.lower in _JOINING for word in words):
        return False
    return not words or reading.sentence(before.start) == reading.sentence(span.start)


def _later(reading: Reading, sayings: Sayings, at: int) -> int | None:
    """Return the cue that closes the sentence: "… “X” …, the agency said"."""
    span = reading.quoted[at]
    sentence = reading.sentence(span.start)
    index = bisect_left(sayings.indexes, reading.index(span.end))
    while index < len(sayings.cues) and sayings.cues[index].span.start < sentence.end:
        cue = sayings.cues[index]
        voice = cue.voice
        if cue.index - reading.index(span.end) > _FAR:
            return None
        if voice is not None and sayings.said[index] is not None and cue.attached and not cue.weak:
            first = min(voice.first, cue.index)
            parted = "," in reading.words[first].before or "," in _title_gap(reading, first)
            if parted or cue.form == "according":
                return index
        index += 1
    return None


def _title_gap(reading: Reading, first: int) -> str:
    """Return what stands before the titles in front of word *first*."""
    for _ in range(5):
        if first == 0 or not reading.words[first].joined or not reading.words[first - 1].capital:
            break
        first -= 1
    return reading.words[first].before


def _from_before(
    reading: Reading,
    sayings: Sayings,
    at: int,
    heard: Sequence[Heard],
    carried: Heard | None,
) -> Heard | None:
    """Return who goes on speaking from the sentence before."""
    span = reading.quoted[at]
    sentence = reading.sentence(span.start)
    if not only_space(reading.text, sentence.start, span.start):
        return None
    if sentence.start <= reading.span.start:
        if carried is None or carried.said is None or not _only_quoted(reading, sentence):
            return None
        why = carried.why if carried.rule == "quotation-list" else _GOES_ON
        return structs.replace(
            carried, certainty="possible", why=why, rule="quotation-paragraph", according_to=None
        )
    before = reading.sentence(sentence.start - 1)
    if at and heard[at - 1].said is not None and before.contains(reading.quoted[at - 1]):
        return structs.replace(
            heard[at - 1],
            certainty=_weaker(heard[at - 1].certainty),
            why="goes on from the quotation before",
            rule="quotation-continued",
        )
    index = bisect_left(sayings.indexes, reading.index(span.start)) - 1
    quoted_by = heard[at - 1].cue if at else None
    while index >= 0 and sayings.cues[index].span.start >= before.start:
        said, cue = sayings.said[index], sayings.cues[index]
        if said is not None and (
            not cue.weak or (quoted_by is not None and quoted_by.contains(cue.span))
        ):
            return Heard(
                said,
                sayings.cues[index].span,
                _weaker(said.certainty),
                "the sentence before says who speaks",
                "quotation-after-sentence",
            )
        index -= 1
    return None


def _weaker(certainty: Certainty) -> Certainty:
    return "probable" if certainty == "certain" else certainty


def _only_quoted(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is nothing but its quotation, and a word or two
    in brackets behind it ("(Watch)")."""
    words = reading.words[reading.index(sentence.start) : reading.index(sentence.end)]
    return not words or (len(words) <= _IN_BRACKETS and "(" in words[0].before)


def _passed_on(reading: Reading, sayings: Sayings, span: Span, heard: Heard) -> str | None:
    """Return the id of who passes the words on: "according to X, Y said …"."""
    sentence = reading.sentence(span.start)
    word = reading.index(span.start)
    index = bisect_left(sayings.indexes, max(word - _FAR, reading.index(sentence.start)))
    while index < len(sayings.cues) and sayings.cues[index].span.start < sentence.end:
        if sayings.indexes[index] > word + _FAR:
            break
        cue, said = sayings.cues[index], sayings.said[index]
        if (
            said is not None
            and said.id is not None
            and heard.said is not None
            and said.id != heard.said.id
            and (cue.form == "according" or cue.verb in _SECOND_HAND)
        ):
            return said.id
        index += 1
    return None


def _words_between(reading: Reading, start: int, end: int) -> Sequence[Word]:
    return reading.words[reading.index(start) : reading.index(end)]
