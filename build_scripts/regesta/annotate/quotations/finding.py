"""Quotations, and who is speaking.

:func:`find` pairs the marks, reads the narrative around them and says for each
quotation who speaks, by which words, and how sure that is.  Where nothing
tells, the speaker is None: a guess is never passed off as more than a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs

from regesta.annotate import density
from regesta.annotate.quotations import attribution as quotation_attribution
from regesta.annotate.quotations import cues as quotation_cues
from regesta.annotate.quotations import hearing as quotation_hearing
from regesta.annotate.quotations import marks as quotation_marks
from regesta.annotate.quotations import other_tongues as quotation_tongues
from regesta.annotate.quotations import speakers
from regesta.annotate.quotations import strangers as quotation_strangers
from regesta.annotate.quotations import told as quotation_told
from regesta.annotate.quotations import turns as quotation_turns
from regesta.annotate.quotations.attribution import NOBODY, Heard
from regesta.annotate.quotations.hearing import SILENCE, Sayings
from regesta.annotate.quotations.marks import Quoted
from regesta.annotate.quotations.memory import Memory, Said
from regesta.annotate.quotations.reading import Reading, read
from regesta.annotate.quotations.told import Told
from regesta.annotate.quotations.words import NEWS_WORDS, word_set
from regesta.annotate.tongues import tongue
from regesta.model import Block, Mention, Quotation, Span, Speaker

_BODY = ("paragraph", "list", "verse", "table")
_WORD = re.compile(r"\w{3,}")
_SMALL = word_set("the and for with that this from are was were has have had not but all")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said in a text: quotations in order, unnamed speakers, the
    clauses that somebody is said to have said; *reported* are the ids of
    unnamed people and groups who are said to have spoken, quoted or not.
    *until* is the code point from which on quotations were not looked for
    (:mod:`regesta.annotate.density`), None where they were to the end."""

    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    told: tuple[Told, ...]
    reported: frozenset[str]
    until: int | None = None


def find(
    text: str, blocks: Sequence[Block], mentions: Sequence[Mention], document_id: str
) -> tuple[list[Quotation], list[Speaker]]:
    """Return the quotations of *text* in order, and its unnamed speakers."""
    speech = listen(text, blocks, mentions, document_id)
    heard = {q.speaker for q in speech.quotations} | {q.according_to for q in speech.quotations}
    wanted = heard | speech.reported
    return list(speech.quotations), [s for s in speech.speakers if s.id in wanted]


def listen(
    text: str, blocks: Sequence[Block], mentions: Sequence[Mention], document_id: str
) -> Speech:
    """Return the quotations of *text*, its unnamed speakers, and what is told.

    Spans are code points and include the marks; quotations never overlap,
    except that those in the turns of a transcript nest in them.
    *mentions* are those found before (people, organisations and places may
    speak).  *document_id* is not needed to find them and is taken so that all
    annotators are called alike.  Never raises for any text.
    """
    most = density.most("quotation", text)
    quoted = quotation_marks.find(text, blocks, most + 1)
    behind = [item.span.start for item in quoted[most:]]
    quoted = quoted[:most]
    if behind:
        blocks = _up_to(behind[0], blocks)
    names = speakers.named(mentions)
    memory = Memory(text, names)
    listener = _Listener(text, blocks, quoted, names, memory)
    heard = listener.listen()
    if quoted and (tag := tongue(text)) != "en":
        heard = quotation_tongues.attribute(text, blocks, tag, quoted, names, heard)
    heard = _headlines(text, blocks, quoted, heard)
    found = [_quotation(item, attributed) for item, attributed in zip(quoted, heard, strict=True)]
    if turns := quotation_turns.find(text, blocks, names, memory):
        first = frozenset(q.span for q, h in zip(quoted, heard, strict=True) if _of_oneself(h))
        found = quotation_turns.nested(text, turns, found, first)
        behind += [quotation.span.start for quotation in found[most:]]
        found = [q for q in found[:most] if not behind or q.span.start < min(behind)]
    said = {q.speaker for q in found} | {q.according_to for q in found} | listener.reported
    said |= {told.who for told in listener.told}
    unnamed = memory.speakers({id for id in said if id is not None})
    return Speech(
        tuple(found), tuple(unnamed), tuple(listener.told), frozenset(listener.reported),
        min(behind, default=None),
    )  # fmt: skip


def _up_to(end: int, blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* as far as *end*; a text without blocks is one."""
    read = [block for block in blocks if block.span.start < end]
    last = read.pop() if read else Block("paragraph", Span(0, end), "")
    return [*read, structs.replace(last, span=Span(last.span.start, min(last.span.end, end)))]


def _quotation(quoted: Quoted, heard: Heard) -> Quotation:
    said = heard.said
    why = heard.why if quoted.closed else f"{heard.why}; the closing mark is missing"
    return Quotation(
        span=quoted.span,
        rule=heard.rule,
        certainty=heard.certainty if said is not None and said.id is not None else "possible",
        why=why,
        speaker=said.id if said is not None else None,
        source=said.source if said is not None else None,
        cue=heard.cue,
        according_to=heard.according_to,
    )


def _of_oneself(heard: Heard) -> bool:
    return heard.said is not None and heard.said.kind == "first"


@dataclass(slots=True)
class _Frame:
    """A passage that somebody passes on ("According to the agency, …")."""

    id: str
    block: int


class _Listener:
    """Goes through the blocks in order and remembers who spoke."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        quoted: Sequence[Quoted],
        names: Sequence[Mention],
        memory: Memory,
    ) -> None:
        self._text = text
        self._blocks = blocks
        self._quoted = quoted
        self._names = names
        self._memory = memory
        self._carried: Heard | None = None
        self._frame: _Frame | None = None
        self.reported: set[str] = set()
        self.told: list[Told] = []

    def listen(self) -> list[Heard]:
        """Return who speaks each quotation."""
        heard: dict[int, Heard] = {}
        by_block = self._by_block()
        for number, (index, span, kind) in enumerate(self._pieces()):
            here = by_block.get(index, [])
            reading = read(self._text, span, [_clipped(self._quoted[i], span) for i in here])
            voices = speakers.find(reading, self._names)
            voices = quotation_strangers.find(reading, voices)
            if not voices and not here:
                self._remember(reading, SILENCE, [], number, kind)
                continue
            cues = quotation_cues.find(reading, voices)
            sayings = quotation_hearing.hear(reading, voices, cues, self._memory)
            self.told += quotation_told.clauses(reading, sayings)
            carried = self._carried if kind in _BODY else None
            attributed = quotation_attribution.attribute(reading, sayings, carried)
            for i, found in zip(here, attributed, strict=True):
                if i not in heard or (found.said is not None and heard[i].certainty == "possible"):
                    heard[i] = self._framed(found, reading, sayings, number)
            self._remember(reading, sayings, [heard[i] for i in here], number, kind)
        return [heard.get(i, NOBODY) for i in range(len(self._quoted))]

    def _pieces(self) -> list[tuple[int, Span, str]]:
        if not self._blocks:
            return [(0, Span(0, len(self._text)), "paragraph")]
        return [
            (index, block.span, block.kind)
            for index, block in enumerate(self._blocks)
            if block.kind != "residue"
        ]

    def _by_block(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for i, quoted in enumerate(self._quoted):
            for block in range(quoted.block, quoted.last + 1):
                found.setdefault(block, []).append(i)
        return found

    def _framed(self, heard: Heard, reading: Reading, sayings: Sayings, number: int) -> Heard:
        """Take over the agency that the paragraph before reports from."""
        frame = self._frame
        said = heard.said
        if frame is None or said is None or heard.according_to is not None:
            return heard
        if frame.block != number - 1 or said.id == frame.id or said.unnamed:
            return heard
        if any(cue.form == "according" for cue in sayings.cues) or _own_source(reading):
            return heard
        why = f"{heard.why}; reported on from the paragraph before"
        return structs.replace(heard, according_to=frame.id, why=why)

    def _introduced(self, reading: Reading, kind: str) -> Heard | None:
        """Return whom a heading or a line that ends in a colon names, where it
        names one person, or the organisation that the heading is: the words
        quoted below it are likely theirs."""
        text = reading.span.of(self._text).rstrip()
        if kind not in ("heading", "standfirst") and not text.endswith(":"):
            return None
        low = bisect_left(self._names, reading.span.start, key=lambda m: m.span.start)
        high = bisect_left(self._names, reading.span.end, key=lambda m: m.span.start)
        here = self._names[low:high]
        people = [m for m in here if m.type == "person"]
        if not people and kind == "heading":  # "Harbour Board" above what it says
            people = [m for m in here if m.type == "organisation" and m.span.of(self._text) == text]
        ids = {m.entities for m in people}
        if len(ids) != 1 or len(people[0].entities) != 1:
            return None
        why = "the line above names the speaker of what is quoted below"
        said = Said(people[0].entities[0], people[0].span, "possible", why, people[0].type)
        return Heard(said, None, "possible", why, "quotation-list")

    def _remember(
        self,
        reading: Reading,
        sayings: Sayings,
        heard: Sequence[Heard],
        number: int,
        kind: str,
    ) -> None:
        self._frame = _frame(self._text, sayings, reading, number) if kind in _BODY else None
        last = heard[-1] if heard else self._introduced(reading, kind)
        self._carried = last if last is not None and last.said is not None else None
        for cue, said in zip(sayings.cues, sayings.said, strict=True):
            if said is None or said.id is None or not said.unnamed or cue.weak:
                continue
            if said.kind in ("person", "group"):
                self.reported.add(said.id)


def _clipped(quoted: Quoted, span: Span) -> Span:
    return Span(max(quoted.span.start, span.start), min(quoted.span.end, span.end))


def _own_source(reading: Reading) -> bool:
    """Tell whether a paragraph says that its words were heard at first hand."""
    return any(word.lower in ("reporters", "interview", "statement") for word in reading.words)


def _frame(text: str, sayings: Sayings, reading: Reading, number: int) -> _Frame | None:
    """Return the agency on whose report a paragraph rests, if it begins so and
    somebody else speaks in it."""
    if not sayings.cues or sayings.cues[0].form != "according":
        return None
    cue, said = sayings.cues[0], sayings.said[0]
    if said is None or said.id is None or said.source is None or cue.index > 1:
        return None
    around = text[cue.span.end : min(said.source.end + 20, reading.span.end)].lower()
    if not NEWS_WORDS & set(_WORD.findall(around)):
        return None
    others = any(other is not None and other.id != said.id for other in sayings.said[1:])
    return _Frame(said.id, number) if others else None


def _headlines(
    text: str, blocks: Sequence[Block], quoted: Sequence[Quoted], heard: list[Heard]
) -> list[Heard]:
    """Give the words quoted in a headline to whoever says them in the body."""
    if not blocks:
        return heard
    spoken: list[tuple[set[str], Said]] = []
    for item, who in zip(quoted, heard, strict=True):
        if blocks[item.block].kind in _BODY and who.said is not None and who.said.id is not None:
            spoken.append((_content(item.span.of(text)), who.said))
    found = list(heard)
    for i, item in enumerate(quoted):
        if blocks[item.block].kind not in ("title", "standfirst", "heading"):
            continue
        words = _content(item.span.of(text))
        fitting = {said.id: said for content, said in spoken if words and words <= content}
        if heard[i].said is None and len(fitting) == 1:
            said = next(iter(fitting.values()))
            why = "the words stand in a quotation of this speaker below"
            found[i] = Heard(said, None, "possible", why, "quotation-headline")
    return found


def _content(words: str) -> set[str]:
    return {w.rstrip("s") for w in _WORD.findall(words.lower()) if w not in _SMALL}
