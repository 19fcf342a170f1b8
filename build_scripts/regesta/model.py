"""The data of an archive: one frozen definition each.

Nothing here imports anything of ours, opens a file or copies text.  The text
stands in :class:`Source` alone; everything else holds a :class:`Span` of it,
in code points of the decoded source.  Names follow the field: a *mention* is a
span of text, an *entity* is who is meant, an *account* is what one voice says
of an event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

EntityKind = Literal["person", "organisation", "place", "topic", "event"]
FOLDERS: dict[EntityKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "topic": "topics",
    "event": "events",
}
"""Kind of entity to the folder that holds its records and its pages."""

Severity = Literal["error", "warning", "notice"]
Certainty = Literal["certain", "probable", "possible"]
Status = Literal["machine", "proposed", "reviewed", "disputed"]
Origin = Literal["machine", "curated"]
Basis = Literal["stated", "relative", "inferred", "unknown"]
PublisherBasis = Literal["stated", "supplied", "unknown"]
Access = Literal["full", "excerpt", "metadata"]
Modality = Literal["reported", "planned", "hedged", "denied"]
Aspect = Literal[
    "name", "date", "place", "participant", "topic", "outcome", "quotation", "duration", "other"
]
RelationKind = Literal["quotes", "republishes", "translates", "same-utterance", "version"]
BlockKind = Literal[
    "title",
    "standfirst",
    "heading",
    "paragraph",
    "list",
    "verse",
    "table",
    "dateline",
    "source-line",
    "credit",
    "residue",
]
"""Residue is what came with the text but is not of it: site furniture, adverts,
separators, end marks, a web page's own date line."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of a decoded source."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of *text* that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: Span) -> bool:
        """Tell whether the two overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint.  *line* and *column* count from 1 (0: not known);
    columns count code points.  How it prints is not decided here."""

    code: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    column: int = 0
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source text: the only owner of its characters.

    *path* is relative to the archive's root, with ``/``; *text* is decoded
    strictly in *encoding*, without a leading U+FEFF, newlines untouched.
    """

    path: str
    data: bytes
    sha256: str
    encoding: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the source's layout.  Blocks do not overlap and every
    character but white space belongs to exactly one.

    *number* counts body paragraphs from 1 (paragraph, list, verse and table
    blocks; title, standfirst, headings, evidence and residue have None).
    *level* is 2 or 3 for a heading.  *reason* says by which rule the kind was
    given; *note* is a word for the page (``furniture``, ``advert``,
    ``separator``, ``end-mark``, ``date-line`` for residue).
    """

    kind: BlockKind
    span: Span
    anchor: str
    number: int | None = None
    level: int = 0
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document that is held: its id and a span of its text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something is held to be so: a reason in words and, where there is
    one, the passage that it rests on."""

    reason: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date with how it is known.

    *edtf* is EDTF level 0-1 or a one-of set, or None where nothing is known;
    *earliest* and *latest* bound the day (None: open).  ``[A..B]`` is one day
    between A and B, ``A/B`` what lasted from A to B.  Local to the place.
    """

    edtf: str | None
    basis: Basis
    earliest: date | None = None
    latest: date | None = None
    conflict: str | None = None
    evidence: tuple[Evidence, ...] = ()


UNKNOWN_DATE = When(None, "unknown")


@dataclass(frozen=True, slots=True)
class Written:
    """Where a record is written: *path* of its file (empty: nowhere yet), the
    digest of what a reviewer sees of it (*seen*), the *line* (from 1) at which
    it begins, those of its keys and of the items of their lists, and how many
    spaces these are moved in."""

    path: str = ""
    seen: str = ""
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    items: Mapping[str, Sequence[int]] = field(default_factory=dict)
    indents: Mapping[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        """Return the line of *key*, or of the record where it has none."""
        return self.lines.get(key, self.line)


NOT_WRITTEN = Written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
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
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Annotation):
    """Words that point to an entity, without article, title of office or
    possessive.  *entities* holds no id (not identified), one, or several
    (ambiguous).  *extended* is the span with the title of office before it."""

    type: EntityKind
    entities: tuple[str, ...] = ()
    extended: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Annotation):
    """Words that tell a time.  *anchor* says what a relative one hangs on
    (``publication``, ``text``, ``expression at START``), *reason* how the
    value was worked out, in a plain sentence for the page."""

    when: When
    anchor: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Annotation):
    """Quoted words with their marks.  *speaker* is an entity's id, the id of
    an unnamed :class:`Speaker` of this document, or None; *source* covers the
    words that name the speaker; *cue* the words of saying."""

    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    according_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Annotation):
    """An editorial note on a passage; *sic* marks a reading as the source's."""

    body: str
    by: str = ""
    sic: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whom a document quotes but does not name.  Never a person of the
    archive, never identified, never merged with another document's."""

    id: str
    label: str
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of a description with the passage that it rests on."""

    text: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """An office as a document words it, with the span of time that is known."""

    office: str
    body: str | None = None
    start: str = ""
    end: str = ""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """The same entity elsewhere, and the page or data set that says so."""

    uri: str
    read_in: str


@dataclass(frozen=True, slots=True)
class WordedAs:
    """Words that mean the entity in one document alone."""

    document: str
    words: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is, WGS 84 degrees, and who says so."""

    latitude: float
    longitude: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An authority record.  *path* is its file, *written* the places in it
    (empty for a machine's proposal)."""

    id: str
    kind: EntityKind
    name: str
    variants: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    worded_as: tuple[WordedAs, ...] = ()
    family_name_first: bool = False
    about: Statement | None = None
    roles: tuple[Role, ...] = ()
    not_same_as: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    same_as: tuple[Identifier, ...] = ()
    location: Location | None = None
    formerly: tuple[str, ...] = ()
    split_into: tuple[str, ...] = ()
    note: str = ""
    status: Status = "proposed"
    reviewed_by: str = ""
    reviewed_on: str = ""
    path: str = ""
    written: Written = field(default=NOT_WRITTEN, compare=False)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event, according to which passage."""

    entity: str
    passage: Passage | None = None
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entity):
    """An entity that happened, or was announced (*planned*)."""

    when: When = UNKNOWN_DATE
    place: str | None = None
    place_evidence: Passage | None = None
    participants: tuple[Participant, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Annotation):
    """One statement about an event by one voice.  *according_to* is None for
    the document's own voice, otherwise an entity's or unnamed speaker's id."""

    event: str
    aspect: Aspect
    value: str = ""
    according_to: str | None = None
    modality: Modality = "reported"


@dataclass(frozen=True, slots=True)
class Relation:
    """How one document stands to another.  *other* is a document's id, or
    words for one that is not held (*held* False)."""

    document: str
    other: str
    kind: RelationKind
    held: bool
    certainty: Certainty
    passage: Passage | None = None
    other_passage: Passage | None = None
    evidence: str = ""
    origin: Origin = "machine"


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

    @property
    def text(self) -> str:
        """The decoded text, empty where none is held."""
        return self.source.text if self.source else ""


@dataclass(frozen=True, slots=True)
class Collection:
    """What archive.yml says of the whole."""

    title: str
    description: str = ""
    introduction: str = ""
    publisher: str = ""
    contact: str = ""
    takedown: str = ""
    scope: str = ""
    arrangement: str = ""
    provenance: str = ""
    access_and_use: str = ""
    site_url: str = ""
    forge_url: str = ""
    forge_branch: str = "main"
    language: str = "en"
    records_licence: str = ""
    records_licence_name: str = ""
    shows_proposals: bool = True


@dataclass(frozen=True, slots=True)
class Archive:
    """All of it, with the look-ups.  Documents are sorted by path, entities
    by kind and id.  *withheld* holds the ids of entities that only text kept
    from readers tells of: they have no page."""

    collection: Collection
    documents: tuple[Document, ...]
    entities: Mapping[str, Entity]
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    withheld: frozenset[str] = frozenset()

    def document(self, id: str) -> Document | None:
        """Return the document with *id*, or None."""
        for document in self.documents:
            if document.id == id:
                return document
        return None
