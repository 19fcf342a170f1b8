"""What is said of spans of a document."""

from __future__ import annotations

import msgspec

from regesta.model.dates import When
from regesta.model.terms import Aspect, BoundKind, Certainty, EntityKind, Modality, Origin, Status
from regesta.model.text import Span

TURN = "turn"
"""The rule of what is said in the turns of a transcript."""


class Annotation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What all annotations share.  *rule* names the rule or ``curated``;
    *origin* is ``machine`` where a rule gives the same span and value even if
    the description repeats it.  *line* is the line of the description where a
    person's word stands (0: nowhere)."""

    span: Span
    rule: str
    certainty: Certainty = "certain"
    status: Status = "machine"
    origin: Origin = "machine"
    id: str = ""
    why: str = ""
    line: int = 0


class Bound(msgspec.Struct, frozen=True):
    """Up to where annotations of *kind* were looked for: a text that holds more
    of them than *most* is read for them to code point *start* and no further."""

    kind: BoundKind
    start: int
    most: int


class Mention(Annotation, frozen=True, kw_only=True, omit_defaults=True):
    """Words that point to an entity, without article, title of office or
    possessive.  *entities* holds no id (not identified), one, or several
    (ambiguous).  *extended* is the span with the title of office before it."""

    type: EntityKind
    entities: tuple[str, ...] = ()
    extended: Span | None = None


class DateExpression(Annotation, frozen=True, kw_only=True, omit_defaults=True):
    """Words that tell a time.  *anchor* says what a relative one hangs on
    (``publication``, ``text``, ``expression at START``), *reason* how the
    value was worked out, in a plain sentence for the page."""

    when: When
    anchor: str = ""
    reason: str = ""


class Quotation(Annotation, frozen=True, kw_only=True, omit_defaults=True):
    """Quoted words with their marks, or words of a transcript below their
    speaker's label.  *speaker* is an entity's id, the id of an unnamed
    :class:`Speaker` of this document, or None; *source* covers the words that
    name the speaker; *cue* the words of saying."""

    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    according_to: str | None = None

    @property
    def is_turn(self) -> bool:
        """Tell whether the words stand in a transcript, without marks."""
        return self.rule == TURN


class Note(Annotation, frozen=True, kw_only=True, omit_defaults=True):
    """An editorial note on a passage; *sic* marks a reading as the source's."""

    body: str
    by: str = ""
    sic: bool = False


class Account(Annotation, frozen=True, kw_only=True, omit_defaults=True):
    """One statement about an event by one voice.  *according_to* is None for
    the document's own voice, otherwise an entity's or unnamed speaker's id."""

    event: str
    aspect: Aspect
    value: str = ""
    according_to: str | None = None
    modality: Modality = "reported"
