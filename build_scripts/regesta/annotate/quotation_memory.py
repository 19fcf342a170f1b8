"""Who a voice is: a name's entity, somebody described before, or someone unnamed.

The memory goes through a document once, in order.  It knows how the document
describes those whom it names ("China's public security minister"), whom it has
heard last, and which unnamed speakers it has met.  An unnamed speaker is never
identified with a name; two descriptions are one speaker only where the later
one is definite and says nothing that the earlier one did not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from regesta.annotate.quotation_words import INDEFINITE, OFFICIAL_HEADS, ORDINALS
from regesta.annotate.speakers import Voice, head_of
from regesta.model import Certainty, Mention, Span, Speaker

_WORD = re.compile(r"[^\W\d_][\w.-]*")
_BEFORE_NAME = 60
_AFTER_NAME = re.compile(r",\s+([^,.;:“”\"()]{3,90}),|\s+\(([^()]{3,90})\)")
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks: *id* of an entity or unnamed speaker (None: not known), the
    words that say so, how sure that is, and why."""

    id: str | None
    source: Span | None
    certainty: Certainty
    why: str
    kind: str = ""
    unnamed: bool = False


@dataclass(slots=True)
class _Unnamed:
    id: str
    label: str
    kind: str
    head: str
    plural: bool
    described: frozenset[str]
    passages: list[Span] = field(default_factory=list)
    last: int = 0


class Memory:
    """What a reader of one document remembers of its speakers."""

    def __init__(self, text: str, names: Sequence[Mention]) -> None:
        self._text = text
        self._names = names
        self._described = _descriptions(text, names)
        self._unnamed: list[_Unnamed] = []
        self._ids: set[str] = set()
        self._last: dict[str, Said] = {}
        self._clock = 0

    def resolve(self, voice: Voice, attached: bool) -> Said:
        """Return who *voice* is; *attached* tells that it stands at its verb."""
        self._clock += 1
        said = self._resolve(voice, attached)
        if said.id is not None:
            self._last[said.kind] = said
            self._last["any"] = said
        return said

    def speakers(self, quoted: set[str]) -> list[Speaker]:
        """Return the unnamed speakers whose ids are in *quoted*, in the order
        in which the text brings them in."""
        return [
            Speaker(unnamed.id, unnamed.label, tuple(sorted(set(unnamed.passages))))
            for unnamed in sorted(self._unnamed, key=lambda u: min(u.passages))
            if unnamed.id in quoted
        ]

    def last(self, kind: str) -> Said | None:
        """Return who of *kind* was heard last."""
        return self._last.get(kind)

    def _resolve(self, voice: Voice, attached: bool) -> Said:
        if voice.kind == "name":
            return self._name(voice.mention, attached)
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
        if antecedent is None or antecedent.id is None:
            return Said(None, voice.span, "possible", "nobody before fits the pronoun", voice.head)
        word = voice.span.of(self._text)
        why = f"“{word}” takes up the last one before"
        unnamed = self._find(antecedent.id)
        if unnamed is not None:
            unnamed.last = self._clock
        return Said(antecedent.id, voice.span, "probable", why, voice.head, antecedent.unnamed)

    def _antecedent(self, voice: Voice) -> Said | None:
        if voice.head == "group":
            return self._last.get("group") or self._last.get("organisation")
        return self._last.get(voice.head)

    def note(self, mention: Mention) -> None:
        """Take in that a sentence is about *mention*: "he" may mean them."""
        if mention.type == "person" and len(mention.entities) == 1:
            self._last["person"] = Said(
                mention.entities[0], mention.span, "probable", "named before", "person"
            )

    def _somebody_named(self, voice: Voice) -> Said | None:
        """Return the one named before whom the document describes like this."""
        kinds = ("person",) if voice.kind == "person" else ("organisation",)
        fitting: dict[str, Mention] = {}
        for mention, words in self._described:
            if mention.span.start >= voice.span.start:
                break
            if mention.type in kinds and voice.head in words and len(mention.entities) == 1:
                fitting[mention.entities[0]] = mention
        if voice.described and len(fitting) > 1:
            fitting = {i: m for i, m in fitting.items() if self._fits(i, voice)} or fitting
        unnamed = self._fitting_unnamed(voice)
        if not fitting or (unnamed is not None and unnamed.head not in OFFICIAL_HEADS):
            return None
        words = voice.span.of(self._text)
        last = self._last.get(kinds[0])
        if len(fitting) == 1 or (last is not None and last.id in fitting):
            found = next(iter(fitting)) if len(fitting) == 1 else (last.id if last else None)
            why = f"“{words}” takes up how the text describes the one named before"
            return Said(found, voice.span, "probable", why, kinds[0])
        why = f"“{words}” fits several who are named before"
        return Said(None, voice.span, "possible", why, kinds[0])

    def _fits(self, entity: str, voice: Voice) -> bool:
        return any(
            m.entities[:1] == (entity,) and voice.described <= words
            for m, words in self._described
            if m.span.start < voice.span.start
        )

    def _somebody_unnamed(self, voice: Voice) -> Said:
        unnamed = self._fitting_unnamed(voice)
        words = voice.span.of(self._text)
        why = f"“{words}” is how the text words its speaker"
        certainty: Certainty = "certain"
        if unnamed is None:
            unnamed = self._introduce(voice)
        elif voice.span not in unnamed.passages:
            why = f"“{words}” takes up “{unnamed.label}”"
            certainty = "probable"
        unnamed.last = self._clock
        if voice.span not in unnamed.passages:
            unnamed.passages.append(voice.span)
        return Said(unnamed.id, voice.span, certainty, why, unnamed.kind, unnamed=True)

    def _fitting_unnamed(self, voice: Voice) -> _Unnamed | None:
        if voice.indefinite or (voice.described & ORDINALS and not voice.definite):
            return None
        fitting = [
            unnamed
            for unnamed in self._unnamed
            if unnamed.head == voice.head
            and unnamed.plural == voice.plural
            and (
                voice.described <= unnamed.described
                if voice.definite
                else voice.described == unnamed.described
            )
        ]
        return max(fitting, key=lambda unnamed: unnamed.last, default=None)

    def _introduce(self, voice: Voice) -> _Unnamed:
        words = " ".join(voice.span.of(self._text).split())
        slug = self._slug(words)
        kind = "organisation" if voice.kind == "document" else voice.kind
        unnamed = _Unnamed(slug, words, kind, voice.head, voice.plural, voice.described)
        self._unnamed.append(unnamed)
        return unnamed

    def _slug(self, words: str) -> str:
        parts = _SLUG.sub("-", words.lower()).strip("-").split("-")
        if len(parts) > 1 and parts[0] in INDEFINITE | {"the", "this", "that"} - {"another"}:
            parts = parts[1:]
        base = "unnamed-" + ("-".join(parts)[:60].strip("-") or "speaker")
        slug, count = base, 1
        while slug in self._ids:
            count += 1
            slug = f"{base}-{count}"
        self._ids.add(slug)
        return slug

    def _find(self, id: str) -> _Unnamed | None:
        return next((unnamed for unnamed in self._unnamed if unnamed.id == id), None)


def _descriptions(text: str, names: Sequence[Mention]) -> list[tuple[Mention, frozenset[str]]]:
    """Return each name with the nouns by which the text describes it there."""
    return [(mention, _described_by(text, mention)) for mention in names]


def _described_by(text: str, mention: Mention) -> frozenset[str]:
    start, end = mention.span.start, mention.span.end
    if mention.extended is not None:
        before = text[mention.extended.start : start]
    else:
        before = re.split(r"[,.;:“”\"()\n]\s", text[max(0, start - _BEFORE_NAME) : start])[-1]
        before = " ".join(before.split()[-4:])
    words = [w.lower() for w in _WORD.findall(before)]
    after = _AFTER_NAME.match(text, end)
    if after is not None:
        words += [w.lower() for w in _WORD.findall(after.group(1) or after.group(2))]
    if mention.type == "organisation":
        words += [w.lower() for w in _WORD.findall(mention.span.of(text))]
    heads = {known[0] for word in words if (known := head_of(word)) is not None}
    return frozenset(heads | set(words))
