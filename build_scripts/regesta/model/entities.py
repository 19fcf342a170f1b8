"""Who and what is meant: authority records, as the archive holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.dates import NOT_WRITTEN, UNKNOWN_DATE, When, Written
from regesta.model.terms import EntityKind, Status
from regesta.model.text import Passage, Span


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
