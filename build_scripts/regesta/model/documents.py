"""A document: its source, its description, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.annotations import (
    Account,
    Annotation,
    Bound,
    DateExpression,
    Mention,
    Note,
    Quotation,
)
from regesta.model.dates import NOT_WRITTEN, Evidence, When, Written
from regesta.model.entities import Speaker
from regesta.model.terms import Access, Origin, PublisherBasis, Status
from regesta.model.text import Block, BlockKind, Source, Span


@dataclass(frozen=True, slots=True)
class Rights:
    """A rights statement: its rightsstatements.org (or licence) URI, why it
    was given, and who judged.  An empty *statement* means nobody has."""

    statement: str = ""
    why: str = ""
    judged_by: str = ""
    judged_on: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a document was taken out of view: the reason and the day."""

    reason: str
    on: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something done to a document: when, what, by whom."""

    on: str
    what: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """What a document is called: *span* in the text, or None where the title
    was supplied (shown in square brackets) by *origin*."""

    text: str
    span: Span | None
    origin: Origin = "machine"
    status: Status = "machine"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who issued the document: an entity's id where *basis* is not unknown."""

    id: str | None
    name: str
    basis: PublisherBasis
    evidence: tuple[Evidence, ...] = ()
    taken_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the archive with its apparatus.

    *source* is None where only a description is held (``access: metadata``
    with the digest, or withdrawn).  *excerpts* are the spans that may be shown
    under ``access: excerpt``.  Annotations are sorted by span;
    *evidence_annotations* are residue, source lines, credits and datelines.
    *bounds* are the kinds that were not looked for up to the end of the text.
    """

    id: str
    path: str
    sha256: str
    source: Source | None
    title: Title
    publisher: Publisher
    date: When
    type: str = ""
    language: str = ""
    access: Access = "full"
    excerpts: tuple[Span, ...] = ()
    withdrawn: Withdrawal | None = None
    rights: Rights = field(default_factory=Rights)
    received_on: str = ""
    received_from: str = ""
    history: tuple[HistoryEntry, ...] = ()
    status: Status = "machine"
    reviewed_by: str = ""
    reviewed_on: str = ""
    description_path: str = ""
    written: Written = field(default=NOT_WRITTEN, compare=False)
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notes: tuple[Note, ...] = ()
    accounts: tuple[Account, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    evidence_annotations: tuple[tuple[BlockKind, Annotation], ...] = ()
    formerly: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()

    @property
    def text(self) -> str:
        """The decoded text, empty where none is held."""
        return self.source.text if self.source else ""
