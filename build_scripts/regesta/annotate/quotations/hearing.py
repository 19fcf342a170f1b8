"""Who says what in a block, in the order in which a reader comes by it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.annotate.quotations import labels as quotation_labels
from regesta.annotate.quotations.cue import Cue
from regesta.annotate.quotations.memory import Memory, Said
from regesta.annotate.quotations.reading import Reading
from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.words import word_set


@dataclass(frozen=True, slots=True)
class Sayings:
    """The cues of a block with who says them (None: nobody to be found), and
    for each quotation whom a label before or a signature after it names."""

    cues: tuple[Cue, ...]
    said: tuple[Said | None, ...]
    indexes: tuple[int, ...]
    labels: tuple[Said | None, ...]
    announced: tuple[Said | None, ...] = ()


SILENCE = Sayings((), (), (), ())
"""What is said in a block that quotes and names nobody."""


def hear(reading: Reading, voices: Sequence[Voice], cues: Sequence[Cue], memory: Memory) -> Sayings:
    """Go through a block's words of saying in order and find whose they are."""
    said: list[Said | None] = []
    noted = _subjects(reading, voices)
    pending = next(noted, None)
    for cue in cues:
        while pending is not None and pending.span.start < cue.span.start:
            memory.note(pending)
            pending = next(noted, None)
        if cue.form == "same":
            said.append(said[-1] if said else None)
        elif cue.voice is None or (cue.weak and not _quotes(reading, cue)):
            said.append(None)
        else:
            said.append(memory.resolve(cue.voice, cue.attached))
    while pending is not None:
        memory.note(pending)
        pending = next(noted, None)
    labels = quotation_labels.find(reading, voices)
    announced = [
        quotation_labels.announced(reading, voices, at) if label is None else None
        for at, label in enumerate(labels)
    ]
    return Sayings(
        tuple(cues),
        tuple(said),
        tuple(cue.index for cue in cues),
        tuple(memory.resolve(voice, True) if voice else None for voice in labels),
        tuple(memory.resolve(voice, False) if voice else None for voice in announced),
    )


_SUBORDINATING = word_set(
    "when after before as while although though because since if once until whenever that"
)
"""What begins a clause whose "he" is named after it: "When he left, Roe …"."""


def _subjects(reading: Reading, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the first person of each sentence: whom "he" takes up.  One whom a
    sentence names after "she" ("In 1958 she married John Roe") is not."""
    seen = -1
    for voice in voices:
        if voice.kind == "pronoun" and voice.head == "person":
            sentence = reading.sentence(voice.span.start)
            if reading.words[reading.index(sentence.start)].lower not in _SUBORDINATING:
                seen = max(seen, sentence.start)
            continue
        named = voice.mention is not None and voice.mention.type == "person"
        if not named and (voice.kind != "person" or voice.possessive):
            continue
        start = reading.sentence(voice.span.start).start
        if start > seen:
            seen = start
            yield voice


def _quotes(reading: Reading, cue: Cue) -> bool:
    sentence = reading.sentence(cue.span.start)
    at = bisect_left(reading.quoted, sentence.start, key=lambda span: span.end)
    return at < len(reading.quoted) and reading.quoted[at].start < sentence.end
