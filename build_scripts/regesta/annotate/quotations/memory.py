"""Who a voice is: a name's entity, somebody described before, or someone unnamed.

The memory goes through a document once, in order.  It knows how the document
describes those whom it names ("China's public security minister"), whom it has
heard last, and which unnamed speakers it has met.  An unnamed speaker is never
identified with a name; two descriptions are one speaker only where the later
one is definite and says nothing that the earlier one did not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from regesta.annotate.names.titles import sex_of
from regesta.annotate.quotations.speakers import Voice, head_of
from regesta.annotate.quotations.unnamed import Unnamed
from regesta.annotate.quotations.words import OFFICIAL_HEADS
from regesta.model import Certainty, Mention, Span, Speaker

_WORD = re.compile(r"[^\W\d_][\w.-]*")
_BEFORE_NAME = 60
_RECENT = 40
_LONGEST_TITLE = 16
_AFTER_NAME = re.compile(r",\s+([^,.;:“”\"()]{3,90}),|\s+\(([^()]{3,90})\)")


class Said(msgspec.Struct, frozen=True):
    """Who speaks: *id* of an entity or unnamed speaker (None: not known), the
    words that say so, how sure that is, and why."""

    id: str | None
    source: Span | None
    certainty: Certainty
    why: str
    kind: str = ""
    unnamed: bool = False


class Memory:
    """What a reader of one document remembers of its speakers."""

    def __init__(self, text: str, names: Sequence[Mention]) -> None:
        self._text = text
        self._names = names
        self._described: dict[tuple[str, str], list[_Described]] | None = None
        self._unnamed = Unnamed(text)
        self._last: dict[str, Said] = {}

    def resolve(self, voice: Voice, attached: bool) -> Said:
        """Return who *voice* is; *attached* tells that it stands at its verb."""
        said = self._resolve(voice, attached)
        if said.id is not None or voice.kind == "stranger":
            self._last[said.kind] = said
            self._last["any"] = said
        return said

    def speakers(self, quoted: set[str]) -> list[Speaker]:
        """Return the unnamed speakers whose ids are in *quoted*, in the order
        in which the text brings them in."""
        return self._unnamed.speakers(quoted)

    def last(self, kind: str) -> Said | None:
        """Return who of *kind* was heard last."""
        return self._last.get(kind)

    def _resolve(self, voice: Voice, attached: bool) -> Said:
        if voice.kind == "name":
            return self._name(voice.mention, attached)
        if voice.kind == "stranger":
            why = f"“{voice.span.of(self._text)}” is a name that no record has"
            return Said(None, voice.span, "possible", why, "person")
        if voice.author is not None:
            return self._name(voice.author, attached, voice.span)
        if voice.kind == "pronoun":
            return self._pronoun(voice)
        if voice.definite and not voice.plural:
            described = self._somebody_named(voice)
            if described is not None:
                return described
        return self._somebody_unnamed(voice)

    def _name(self, mention: Mention | None, attached: bool, span: Span | None = None) -> Said:
        assert mention is not None
        kind = "person" if mention.type == "person" else "organisation"
        words = mention.span.of(self._text)
        if len(mention.entities) != 1:
            reason = "may be one of several" if mention.entities else "is not identified"
            return Said(None, mention.span, "possible", f"“{words}” {reason}", kind)
        sure = attached and mention.type != "place" and mention.certainty == "certain"
        why = (
            f"“{words}” stands at the words of saying" if attached else f"“{words}” is the subject"
        )
        return Said(mention.entities[0], mention.span, "certain" if sure else "probable", why, kind)

    def _pronoun(self, voice: Voice) -> Said:
        if voice.head == "first":
            return Said(None, voice.span, "possible", "the writer or speaker of the text", "first")
        antecedent = self._antecedent(voice)
        if antecedent is None or antecedent.id is None or self._is_other(antecedent.id, voice):
            return Said(None, voice.span, "possible", "nobody before fits the pronoun", voice.head)
        word = voice.span.of(self._text)
        why = f"“{word}” takes up the last one before"
        if antecedent.unnamed:
            self._unnamed.touch(antecedent.id)
        return Said(antecedent.id, voice.span, "probable", why, voice.head, antecedent.unnamed)

    def _is_other(self, id: str, voice: Voice) -> bool:
        """Tell whether the text calls *id* "Lady" or "Mr." where *voice* is "he"
        or "she"."""
        sex = {"he": "m", "she": "f"}.get(voice.span.of(self._text).lower())
        called = self._sexes.get(id)
        return sex is not None and called is not None and sex not in called

    @cached_property
    def _sexes(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for mention in self._names:
            if len(mention.entities) == 1 and mention.type == "person":
                start = mention.span.start
                before = self._text[max(0, start - _LONGEST_TITLE) : start].split(" ")[-2:-1]
                if before and (sex := sex_of(before[0])):
                    found.setdefault(mention.entities[0], set()).add(sex)
        return found

    def _antecedent(self, voice: Voice) -> Said | None:
        if voice.head == "group":
            return self._last.get("group") or self._last.get("organisation")
        return self._last.get(voice.head)

    def note(self, voice: Voice) -> None:
        """Take in that a sentence is about *voice*: "he" may mean them, and
        nobody before."""
        mention = voice.mention
        id = mention.entities[0] if mention is not None and len(mention.entities) == 1 else None
        last = self._last.get("person")
        if mention is None and last is not None and last.unnamed:
            return
        self._last["person"] = Said(id, voice.span, "probable", "told of before", "person")

    def _somebody_named(self, voice: Voice) -> Said | None:
        """Return the one named before whom the document describes like this."""
        kind = "person" if voice.kind == "person" else "organisation"
        if self._described is None:  # few texts ask
            self._described = _descriptions(self._text, self._names)
        described = self._described.get((kind, voice.head), [])
        before = bisect_left(described, voice.span.start, key=lambda d: d.start)
        recent = described[max(0, before - _RECENT) : before]
        fitting = dict.fromkeys(d.entity for d in recent)
        if voice.described and len(fitting) > 1:
            closer = dict.fromkeys(d.entity for d in recent if voice.described <= d.words)
            fitting = closer or fitting
        if not fitting:
            return None
        unnamed = self._unnamed.fitting(voice)
        if unnamed is not None and unnamed.head not in OFFICIAL_HEADS:
            return None
        words = voice.span.of(self._text)
        last = self._last.get(kind)
        if len(fitting) == 1 or (last is not None and last.id in fitting):
            found = next(iter(fitting)) if len(fitting) == 1 else (last.id if last else None)
            why = f"“{words}” takes up how the text describes the one named before"
            return Said(found, voice.span, "probable", why, kind)
        why = f"“{words}” fits several who are named before"
        return Said(None, voice.span, "possible", why, kind)

    def _somebody_unnamed(self, voice: Voice) -> Said:
        words = voice.span.of(self._text)
        speaker, taken_up = self._unnamed.meet(voice)
        if taken_up:
            why = f"“{words}” takes up “{speaker.label}”"
        else:
            why = f"“{words}” is how the text words its speaker"
        certainty: Certainty = "probable" if taken_up else "certain"
        return Said(speaker.id, voice.span, certainty, why, speaker.kind, unnamed=True)


_PARTING = re.compile(r"[,.;:“”\"()\n]\s")


@dataclass(frozen=True, slots=True)
class _Described:
    start: int
    entity: str
    words: frozenset[str]


def _descriptions(text: str, names: Sequence[Mention]) -> dict[tuple[str, str], list[_Described]]:
    """Return, by kind and noun, who is described by that noun, and where."""
    found: dict[tuple[str, str], list[_Described]] = {}
    for mention in names:
        if mention.type == "place" or len(mention.entities) != 1:
            continue
        words = _described_by(text, mention)
        described = _Described(mention.span.start, mention.entities[0], words)
        for word in sorted(words):
            if head_of(word) is not None:
                found.setdefault((mention.type, word), []).append(described)
    return found


def _described_by(text: str, mention: Mention) -> frozenset[str]:
    start, end = mention.span.start, mention.span.end
    if mention.extended is not None:
        before = text[mention.extended.start : start]
    else:
        before = _PARTING.split(text[max(0, start - _BEFORE_NAME) : start])[-1]
        before = " ".join(before.split()[-4:])
    words = [w.lower() for w in _WORD.findall(before)]
    after = _AFTER_NAME.match(text, end)
    if after is not None:
        words += [w.lower() for w in _WORD.findall(after.group(1) or after.group(2))]
    if mention.type == "organisation":
        words += [w.lower() for w in _WORD.findall(mention.span.of(text))]
    heads = {known[0] for word in words if (known := head_of(word)) is not None}
    return frozenset(heads | set(words))
