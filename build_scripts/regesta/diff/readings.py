"""Mentions, dates, quotations, notes and accounts that came, went or changed.

Where the text is the same two annotations are the same if they stand on the
same words; where it is another, if their ids (made from their words) agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from regesta.archive.lookups import Lookups
from regesta.diff.changes import (
    Change,
    Renamed,
    Side,
    entity_name,
    entity_page,
    narrowed,
)
from regesta.diff.documents import page
from regesta.model import (
    Account,
    Annotation,
    Archive,
    DateExpression,
    Document,
    Mention,
    Note,
    Quotation,
    Relation,
    Span,
)
from regesta.pages import vocabulary
from regesta.pages.wording import _
from regesta.whitespace import fold

A = TypeVar("A", bound=Annotation)
Key = Span | str
Moved = tuple[A | None, A | None]
WORDS = 90
"""Code points of a quoted passage in a report."""


def changes(old: Side, new: Side, names: Renamed) -> Iterator[Change]:
    """Give what has changed in documents that both states hold."""
    before = {names.document(d.id): d for d in old.archive.documents}
    less = narrowed(old.archive, new.archive, names)
    for document in new.archive.documents:
        earlier = before.get(document.id)
        if document.id in less:
            continue
        if earlier is not None and earlier.source and document.source:
            pair = _Pair(earlier, document, old.lookups, new.lookups, names)
            yield from pair.mentions()
            yield from pair.readings()
            yield from pair.accounts()


class _Pair:
    """One document in its two states."""

    def __init__(
        self, old: Document, new: Document, was: Lookups, now: Lookups, names: Renamed
    ) -> None:
        self._old, self._new = old, new
        self._was, self._now = was, now
        self._names = names
        self._same_text = old.text == new.text

    def mentions(self) -> Iterator[Change]:
        """Links that are new, lost, or lead elsewhere; alike ones together."""
        grouped: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
        moved = self._moved(self._old.mentions, self._new.mentions, self._meaning)
        if self._same_text:
            moved = sorted(_same_target(moved, self._meaning), key=_start)
        for was, now in moved:
            before = self._target(was, self._was.archive) if was else ""
            after = self._target(now, self._now.archive) if now else ""
            words = _quoted(self._words(was, now))
            what = _what("mention", was, now)
            if what == "mention-changed" and before == after:
                what, before = "mention-other-words", _quoted(self._words(was, None))
            place = entity_page(self._now.archive, now.entities[0]) if now and now.entities else ""
            grouped[(what, words, before, after, place)].append(self._place(was, now))
        for (what, words, before, after, _place), where in grouped.items():
            yield self._change("mentions", what, words, before, after, where)

    def readings(self) -> Iterator[Change]:
        """Dates, quotations and notes."""
        yield from self._read("date", self._old.dates, self._new.dates, self._date)
        yield from self._read("quotation", self._old.quotations, self._new.quotations, self._speech)
        yield from self._read("note", self._old.notes, self._new.notes, _note)

    def accounts(self) -> Iterator[Change]:
        """What the document is held to say of events."""
        keyed = (
            {self._account_key(a, self._names.entity): a for a in self._old.accounts},
            {self._account_key(a, str): a for a in self._new.accounts},
        )
        for key in {**keyed[0], **keyed[1]}:
            was, now = keyed[0].get(key), keyed[1].get(key)
            if was and now and self._account(was) == self._account(now):
                continue
            yield self._reading("accounts", "account", was, now, self._account)

    def _account_key(self, account: Account, name: Callable[[str], str]) -> tuple[object, ...]:
        place = account.span if self._same_text else account.id
        return (name(account.event), account.aspect, place)

    def _read(
        self, what: str, old: Sequence[A], new: Sequence[A], meaning: Callable[[A], str]
    ) -> Iterator[Change]:
        for was, now in self._moved(old, new, meaning):
            yield self._reading("readings", what, was, now, meaning)

    def _reading(
        self, section: str, what: str, was: A | None, now: A | None, meaning: Callable[[A], str]
    ) -> Change:
        words = _quoted(self._words(was, now))
        before, after = meaning(was) if was else "", meaning(now) if now else ""
        where = [self._place(was, now)]
        return self._change(section, _what(what, was, now), words, before, after, where)

    def _change(
        self, section: str, what: str, words: str, before: str, after: str, where: list[str]
    ) -> Change:
        subject = f"{self._now.label(self._new)}: {words}"
        return Change(section, what, subject, page(self._new), before, after, tuple(where))

    def _moved(
        self, old: Sequence[A], new: Sequence[A], meaning: Callable[[A], object]
    ) -> list[Moved[A]]:
        """Return the pairs that differ, in the order of the text."""
        before = {self._key(a): a for a in old}
        after = {self._key(a): a for a in new}
        pairs = [(before.get(k), after.get(k)) for k in {**before, **after}]
        pairs = [(w, n) for w, n in pairs if not (w and n) or meaning(w) != meaning(n)]
        return sorted(pairs, key=_start)

    def _key(self, annotation: Annotation) -> Key:
        return annotation.span if self._same_text else annotation.id

    def _meaning(self, mention: Mention) -> tuple[str, ...]:
        return tuple(self._names.entity(id) for id in mention.entities)

    def _target(self, mention: Mention, archive: Archive) -> str:
        if not mention.entities:
            return _("nobody yet") if mention.type == "person" else _("nothing yet")
        return _(" or ").join(entity_name(archive, id) for id in mention.entities)

    def _speech(self, quotation: Quotation) -> str:
        id = quotation.speaker
        if id is None:
            return _("speaker not known")
        labels = {s.id: s.label for d in (self._old, self._new) for s in d.speakers}
        id = self._names.entity(id)
        return labels.get(id) or entity_name(self._now.archive, id)

    def _date(self, expression: DateExpression) -> str:
        return vocabulary.date_words(expression.when)

    def _account(self, account: Account) -> str:
        event = entity_name(self._now.archive, self._names.entity(account.event))
        voice = account.according_to
        said = account.value or vocabulary.ASPECTS[account.aspect]
        through = f", {_('according to')} {entity_name(self._now.archive, voice)}" if voice else ""
        return f"{event}: {said}{through} ({account.modality})"

    def _words(self, was: Annotation | None, now: Annotation | None) -> str:
        if now:
            return now.span.of(self._new.text)
        return was.span.of(self._old.text) if was else ""

    def _place(self, was: Annotation | None, now: Annotation | None) -> str:
        if now:
            return place(self._now, self._new, now.span)
        return place(self._was, self._old, was.span) if was else ""


def place(lookups: Lookups, document: Document, span: Span) -> str:
    """Return where a span stands: ``¶3``, or the kind of its block."""
    block = lookups.block_at(document, span.start)
    if block is None:
        return ""
    return f"¶{block.number}" if block.number else block.kind


def relations(old: Side, new: Side, names: Renamed) -> Iterator[Change]:
    """Give ties between documents that are new or gone."""
    before = {_tie(r, names): r for r in old.archive.relations}
    after = {_tie(r, Renamed()): r for r in new.archive.relations}
    less = narrowed(old.archive, new.archive, names)
    for what, side, mine, others in (
        ("relation-added", new, after, before),
        ("relation-removed", old, before, after),
    ):
        for key in sorted(mine.keys() - others.keys()):
            if what == "relation-removed" and not less.isdisjoint(key[:2]):
                continue
            yield _relation_change(what, mine[key], side.lookups)


def _tie(relation: Relation, names: Renamed) -> tuple[str, str, str, str]:
    other = names.document(relation.other) if relation.held else relation.other
    return (names.document(relation.document), other, relation.kind, relation.certainty)


def _relation_change(what: str, relation: Relation, lookups: Lookups) -> Change:
    documents = lookups.by_id
    subject = documents.get(relation.document)
    other = documents.get(relation.other) if relation.held else None
    words = f"{vocabulary.RELATIONS[relation.kind]} "
    words += lookups.label(other) if other else relation.other
    words += f" ({relation.certainty})"
    label = lookups.label(subject) if subject else relation.document
    return Change("relations", what, label, f"documents/{relation.document}.html", after=words)


def _same_target(moved: Iterable[Moved[A]], meaning: Callable[[A], object]) -> Iterator[Moved[A]]:
    """Join a loss and a gain that overlap and mean the same: other words."""
    waiting: list[A] = []
    for was, now in sorted(moved, key=lambda pair: pair[1] is not None):
        if now is None and was is not None:
            waiting.append(was)
            continue
        if was is None and now is not None:
            for lost in waiting:
                if lost.span.overlaps(now.span) and meaning(lost) == meaning(now):
                    waiting.remove(lost)
                    was = lost
                    break
        yield (was, now)
    for lost in waiting:
        yield (lost, None)


def _start(pair: tuple[Annotation | None, Annotation | None]) -> tuple[int, int]:
    one = pair[1] or pair[0]
    return (one.span.start, one.span.end) if one else (0, 0)


def _what(kind: str, was: Annotation | None, now: Annotation | None) -> str:
    if was is None:
        return f"{kind}-added"
    return f"{kind}-changed" if now else f"{kind}-removed"


def _note(note: Note) -> str:
    return note.body


def _quoted(words: str) -> str:
    words = fold(words)
    return f"“{words if len(words) <= WORDS else words[:WORDS].rstrip() + '…'}”"
