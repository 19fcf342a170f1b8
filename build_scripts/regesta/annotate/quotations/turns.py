"""Turns of a transcript: whose words stand below a label.

"MS. ROE: …", "Q. … A. …", "Mr. ROE. …", "**ANNA ROE:** …", "Roe: …": in a text
that names its speakers by labels, what follows a label up to the next one is
that speaker's, with marks of quotation or without.  A list of facts or of
"Date: …" lines has labels too: a text is a transcript only where several of
them name people or their parts ("MODERATOR") and come again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from regesta.annotate.names.words import TITLES as OFFICES
from regesta.annotate.quotations.memory import Memory, Said
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.words import TITLES, word_set
from regesta.model import TURN, Block, Mention, Quotation, Span
from regesta.whitespace import trimmed

_WORD = r"[^\W\d_][\w.’'-]*"
_SMALL = "of|the|and|for|de|du|la|von|van|der|al|bin|di|da"
_BRACKET = r" ?[(\[][^()\[\]\n]{1,60}[)\]]"
_WITHOUT_COLON = (
    r"(?P<letter>[QA]|QUESTION|ANSWER|Question|Answer)(?=[*_]{0,3}(?:[:.][ \t*_]|\t|[ \u00a0]{2}))|"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen)\. |Miss |The |THE )[A-Z]{2}[A-Z’' -]*[A-Z](?: of [A-Z]\w+)?(?=\. )"
)
_WITH_COLON = rf"{_WORD}(?: (?:{_WORD}|{_SMALL})){{0,9}}(?=(?:{_BRACKET})?[*_]{{0,3}} ?:)"


def _labelled(who: str) -> re.Pattern[str]:
    return re.compile(
        rf"[ \t>]*[*_]{{0,3}}(?P<by>BY |By )?(?P<who>{who})"
        rf"(?(letter)[*_]{{0,3}}[:.\s]|(?:{_BRACKET})?[*_]{{0,3}} ?[:.])[*_]{{0,3}}[ \t\u00a0]*"
    )


_LABEL = _labelled(f"{_WITHOUT_COLON}|{_WITH_COLON}")
_LABEL_WITHOUT_COLON = _labelled(_WITHOUT_COLON)
_PARTS = word_set("""
    moderator interviewer reporter reporters questioner operator host presenter announcer court
    witness clerk chair chairman chairwoman chairperson speaker president officer judge bailiff
    audience participant interpreter translator narrator journalist anchor prosecutor defendant
    interviewee question voice
    """)
"""What a label calls somebody by the part they have in a conversation."""
_NOTICES = word_set("""
    fact myth claim truth reality note notes update example summary quote background watch read
    present apologies date time place venue subject re from to cc bcc attendees action resolved
    decision item location contact media phone tel email fax web when where who what why how sent
    promise problem solution result step answer price total source sources author title chapter
    figure table part section day week monday tuesday wednesday thursday friday saturday sunday
    """)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])[\s.]*\Z")
_END = re.compile(
    r"\s*(?:\(?(?:end|whereupon)\b.*|.{0,40}?\d{1,2}:\d\d\s?[ap]\.?m\b.{0,12})\Z", re.I
)
_QUOTED_WHOLE = re.compile(r"[“\"„«].*[”\"“»]\s*\Z", re.DOTALL)
_EXAMINED = re.compile(
    r"\b(?:deposition|testimony|examination|interview|conversation|q ?& ?a)\b", re.I
)
_NAME_ALONE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.’'-]*|{_SMALL})(?: (?:[A-ZÀ-Þ][\w.’'-]*|{_SMALL})){{1,7}}[ \t]*(?:\r?\n|\Z)"
)
_THIRD = frozenset(("he", "she"))
_SPEECH = ("paragraph", "list", "verse", "table")
_FEWEST = 3
"""Labelled turns of the shortest transcript."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at the head of a line: *who* are its words without marks, *said*
    begins what follows it, *sure* that it names a person or a part."""

    who: Span
    said: int
    block: int
    words: str
    sure: bool
    letter: str
    questioner: bool


def find(
    text: str, blocks: Sequence[Block], names: Sequence[Mention], memory: Memory
) -> list[Quotation]:
    """Return what is said in the turns of *text*, a quotation for each of the
    blocks that a turn goes over, in order; none where it is no transcript.
    *names* are those that may speak, in order."""
    labels = _transcript([*_labels(text, blocks, names)], text, blocks)
    if not labels:
        return []
    return [*_spoken(text, blocks, labels, _Voices(text, blocks, names, memory))]


def nested(
    text: str,
    turns: Sequence[Quotation],
    quotations: Sequence[Quotation],
    first: frozenset[Span],
) -> list[Quotation]:
    """Return both in order; whoever is quoted inside a turn is quoted by its
    speaker, and the words at *first* ("I said: …") are that speaker's own.
    "She told me" in a turn is none of those who talk with each other."""
    starts = [turn.span.start for turn in turns]
    speakers = {turn.speaker for turn in turns}
    found = list(turns)
    for quotation in quotations:
        at = bisect_right(starts, quotation.span.start) - 1
        turn = turns[at] if at >= 0 and turns[at].span.contains(quotation.span) else None
        if turn is not None and turn.speaker is not None:
            if quotation.span in first:
                why = "the one whose turn it is tells of their own words"
                quotation = structs.replace(
                    quotation, speaker=turn.speaker, certainty="probable", why=why
                )
            elif quotation.speaker in speakers and _is_third(quotation, text):
                why = "nobody named before in the turn fits the pronoun"
                quotation = structs.replace(
                    quotation, speaker=None, certainty="possible", why=why,
                    according_to=quotation.according_to or turn.speaker,
                )  # fmt: skip
            elif quotation.speaker not in (None, turn.speaker):
                told = quotation.according_to or turn.speaker
                quotation = structs.replace(quotation, according_to=told)
        found.append(quotation)
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _is_third(quotation: Quotation, text: str) -> bool:
    source = quotation.source
    return source is not None and source.of(text).lower() in _THIRD


def _labels(text: str, blocks: Sequence[Block], names: Sequence[Mention]) -> Iterator[_Label]:
    for index, block in enumerate(blocks):
        if block.kind not in _SPEECH and block.kind != "heading":
            continue
        at = block.span.start
        while 0 <= at < block.span.end:
            line_end = text.find("\n", at, block.span.end)
            until = line_end if line_end >= 0 else block.span.end
            label = _LABEL if text.find(":", at, until) >= 0 else _LABEL_WITHOUT_COLON
            match = label.match(text, at, block.span.end)
            if match is not None and match["who"][0].isupper():
                yield _label(match, index, names)
            at = line_end + 1 or -1


def _label(match: re.Match[str], block: int, names: Sequence[Mention]) -> _Label:
    who = Span(*match.span("who"))
    words = match["who"].split()
    letter = (match["letter"] or "")[:1].upper()
    sure = (
        bool(letter)
        or match.string[who.end] == "."
        or words[-1].lower() in _PARTS
        or (len(words) > 1 and words[0].lower().rstrip(".") in OFFICES | TITLES)
        or _named_at_end(names, who, match.string) is not None
    )
    key = " ".join(words).casefold()
    return _Label(who, match.end(), block, key, sure, letter, bool(match["by"]))


def _named_at_end(names: Sequence[Mention], who: Span, text: str) -> Mention | None:
    """Return the person with whose name a label ends."""
    at = bisect_left(names, who.start, key=lambda m: m.span.start)
    for mention in names[at : at + 4]:
        if mention.span.start >= who.end:
            return None
        if mention.span.end == who.end and mention.type == "person":
            return mention
    return None


def _transcript(labels: list[_Label], text: str, blocks: Sequence[Block]) -> list[_Label]:
    """Return the labels that head turns, or none if *labels* make no transcript."""
    asked = sum(label.letter == "Q" for label in labels)
    kept = [
        label
        for label in labels
        if not (label.letter == "A" and asked < 2)
        and label.words.split()[0] not in _NOTICES
        and not _QUOTED_WHOLE.match(text, label.said, blocks[label.block].span.end)
    ]
    kept = _without_fields(kept, text)
    counts = Counter(label.words for label in kept if not label.questioner)
    loud = sum(_is_loud(label, text) for label in kept) * 2 > len(kept)
    kept = [
        label
        for label in kept
        if label.sure or _may_name(label, counts) or (loud and _is_loud(label, text))
    ]
    sure = [label for label in kept if label.sure]
    people = {label.words for label in sure if not label.letter}
    again = max(counts.values(), default=0) > 1 and len({label.words for label in kept}) > 1
    called = len(sure) > 1 or any(counts[label.words] > 1 for label in kept if not label.letter)
    return kept if len(kept) >= _FEWEST and again and people and called else []


def _without_fields(labels: list[_Label], text: str) -> list[_Label]:
    """Leave out "Interviewer: Tom Roe" above a transcript: a part that comes
    once, with a name and nothing said."""
    counts = Counter(label.words for label in labels)
    return [
        label
        for label in labels
        if counts[label.words] > 1
        or label.words not in _PARTS
        or not _NAME_ALONE.match(text, label.said)
    ]


def _is_loud(label: _Label, text: str) -> bool:
    """Tell whether a label stands in capitals or is marked as bold."""
    return label.who.of(text).isupper() or text[label.who.start - 1 : label.who.start] == "*"


def _may_name(label: _Label, counts: Counter[str]) -> bool:
    words = label.words.split()
    return len(words) <= 4 and counts[label.words] > 1 and all(w[0].isalpha() for w in words)


def _spoken(
    text: str, blocks: Sequence[Block], labels: Sequence[_Label], voices: _Voices
) -> Iterator[Quotation]:
    by_block: dict[int, list[_Label]] = {}
    for label in labels:
        by_block.setdefault(label.block, []).append(label)
    said: Said | None = None
    for index, block in enumerate(blocks):
        here = by_block.get(index, [])
        if not here and (block.kind not in _SPEECH or _END.match(text, *_limits(block))):
            said = None if block.kind != "residue" else said
            continue
        begin = block.span.start
        for label in here:
            if said is not None:
                yield from _piece(text, begin, label.who.start, said, begin == block.span.start)
            said, begin = voices.of(label), label.said
        if said is not None:
            yield from _piece(text, begin, block.span.end, said, begin == block.span.start)


def _limits(block: Block) -> tuple[int, int]:
    return block.span.start, block.span.end


def _piece(text: str, start: int, end: int, said: Said, carried: bool) -> Iterator[Quotation]:
    """Yield the words at ``[start, end)``, if there are any and they are said
    and not done ("(Laughter.)"); *carried* tells that their label stands
    before the block."""
    span = Span(*trimmed(text, start, end))
    while span.end > span.start and text[span.end - 1] in "*_>":
        span = Span(*trimmed(text, span.start, span.end - 1))
    if span.end <= span.start or _ASIDE.match(text, span.start, span.end):
        return
    certainty = "probable" if carried and said.certainty == "certain" else said.certainty
    yield Quotation(
        span=span, rule=TURN, certainty=certainty, why=said.why, speaker=said.id,
        source=said.source, cue=said.source,
    )  # fmt: skip


class _Voices:
    """Whom the labels of a transcript mean."""

    def __init__(
        self, text: str, blocks: Sequence[Block], names: Sequence[Mention], memory: Memory
    ) -> None:
        self._text = text
        self._names = names
        self._memory = memory
        self._answers = _examined(text, blocks, names)
        self._asks: Said | None = None
        self._by_surname: dict[str, set[str]] = {}
        for mention in names:
            if mention.type == "person" and len(mention.entities) == 1:
                surname = mention.span.of(text).split()[-1].casefold()
                self._by_surname.setdefault(surname, set()).add(mention.entities[0])

    def of(self, label: _Label) -> Said | None:
        """Return who speaks below *label*; None where nobody does."""
        if label.questioner:
            self._asks = self._called(label)
            return None
        if not label.letter:
            return self._called(label)
        known = self._asks if label.letter == "Q" else self._answers
        if known is not None:
            return structs.replace(known, source=label.who, certainty="probable")
        part = "who asks" if label.letter == "Q" else "who answers"
        return Said(None, label.who, "possible", f"the label does not say {part}", "person")

    def _called(self, label: _Label) -> Said:
        mention = _named_at_end(self._names, label.who, self._text)
        words = label.who.of(self._text)
        if mention is not None and len(mention.entities) == 1:
            why = f"the label “{words}” names the speaker"
            return Said(mention.entities[0], mention.span, mention.certainty, why, "person")
        bearers = self._by_surname.get(label.words.split()[-1], set())
        if mention is None and len(bearers) == 1:
            why = f"the only one of that name in the text is meant by the label “{words}”"
            return Said(next(iter(bearers)), label.who, "probable", why, "person")
        head = label.words.split()[-1]
        if mention is None and (head in _PARTS or head_of(head) is not None):
            described = frozenset(label.words.split()[:-1]) - {"the"}
            voice = Voice(label.who, 0, 0, "person", head=head, described=described, definite=True)
            return self._memory.resolve(voice, True)
        why = f"the label “{words}” names somebody whom no record has"
        return Said(None, label.who, "possible", why, "person")


def _examined(text: str, blocks: Sequence[Block], names: Sequence[Mention]) -> Said | None:
    """Return who answers: the one person in a title or heading that says whose
    examination or interview it is."""
    for block in blocks:
        if block.kind in _SPEECH or not _EXAMINED.search(text, *_limits(block)):
            continue
        low = bisect_left(names, block.span.start, key=lambda m: m.span.start)
        high = bisect_left(names, block.span.end, key=lambda m: m.span.start)
        people = {m.entities for m in names[low:high] if m.type == "person"}
        if len(people) == 1 and len(ids := people.pop()) == 1:
            why = "the heading says whose answers these are"
            return Said(ids[0], None, "probable", why, "person")
    return None
