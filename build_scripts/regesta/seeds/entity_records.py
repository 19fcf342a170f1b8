"""What authority records may say: people, organisations, places, topics, and
events.  The file's folder is the kind, its name the id."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr

from regesta.model import EntityKind, Status
from regesta.seeds.records import ReviewRecord, WhenRecord
from regesta.seeds.values import (
    MOST_FORMER,
    Complaint,
    DocumentId,
    Flag,
    Id,
    Line,
    Located,
    Name,
    Part,
    Record,
    ReferenceRecord,
    Uri,
    needs_review,
)


class WordedAsRecord(Part):
    """Words that mean this in one document alone."""

    document: DocumentId = Field(description="The document's id.")
    words: Name = Field(description="The words there.")


class AboutRecord(Part):
    """One line of description, resting on passages."""

    text: Name = Field(description="The line.")
    passages: tuple[ReferenceRecord, ...] = Field((), description="What it rests on.")


class RoleRecord(Located):
    """An office held, as documents word it."""

    office: Name = Field(description="The office in the document's words.")
    body: Id | None = Field(None, description="The organisation's id.")
    start: Line = Field("", alias="from", description="Since when, as far as it is known.")
    end: Line = Field("", alias="to", description="Until when, as far as it is known.")


class SameAsRecord(Part):
    """The same elsewhere, and where that was read."""

    uri: Uri = Field(description="The identifier's address.")
    read_in: Name = Field(description="The page or data set that was read and gives it.")


class LocationRecord(Part):
    """Where a place is (WGS 84 degrees)."""

    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] = Field(
        description="Degrees north; south is negative."
    )
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] = Field(
        description="Degrees east; west is negative."
    )
    source: Name = Field(description="Who says so.")


class EntityRecord(Record):
    """entities/KIND/ID.yml: a person, organisation, place or topic."""

    elsewhere: ClassVar[dict[str, str]] = dict.fromkeys(
        ("date", "place", "place_evidence", "participants", "planned"),
        "only events have it: seeds/entities/events/ID.yml",
    )

    _id: str = PrivateAttr(default="")
    _kind: EntityKind = PrivateAttr(default="topic")

    name: Name = Field(description="The preferred name.")
    variants: tuple[Name, ...] = Field((), description="Other names, valid anywhere.")
    short_forms: tuple[Name, ...] = Field(
        (), description="Short names; they count only after the full name in a document."
    )
    worded_as: tuple[WordedAsRecord, ...] = Field((), description="One document's words for it.")
    family_name_first: Flag = Field(False, description="true: Mao Zedong is Mr Mao.")
    about: AboutRecord | None = Field(None, description="One line on it, with passages.")
    roles: tuple[RoleRecord, ...] = Field((), description="Offices held.")
    not_same_as: tuple[Id, ...] = Field((), description="Ids easily taken for this one.")
    part_of: tuple[Id, ...] = Field((), description="Ids of what it belongs to.")
    same_as: tuple[SameAsRecord, ...] = Field((), description="Identifiers elsewhere.")
    location: LocationRecord | None = Field(None, description="Where a place is.")
    formerly: tuple[Id, ...] = Field((), max_length=MOST_FORMER, description="Ids it had before.")
    split_into: tuple[Id, ...] = Field((), description="Ids that took its place.")
    note: Line = Field("", description="An editor's note.")
    review: ReviewRecord | None = Field(None, description="Who reviewed it.")
    status: Status = Field("proposed", description="proposed, reviewed (with review) …")

    @property
    def id(self) -> str:
        """The id: the file's name without ending."""
        return self._id

    @property
    def kind(self) -> EntityKind:
        """The kind, which the folder says."""
        return self._kind

    @property
    def path(self) -> str:
        """The file, relative to the archive's root."""
        return self.where.path

    def named(self, id: str, kind: EntityKind) -> None:
        """Say what the file's place says (once, when the record is made)."""
        self._id, self._kind = id, kind

    def complaints(self) -> list[Complaint]:
        found = needs_review(self.status, self.review)
        if self.location and self.kind != "place":
            found.append((("location",), "value-combination", "only a place has a location"))
        return found


class ParticipantRecord(Located):
    """Who took part, according to which passage."""

    entity: Id = Field(description="The id of who took part.")
    part: Line = Field("", description="attended, spoke, chaired …")


class EventRecord(EntityRecord):
    """entities/events/ID.yml: something that happened or was announced."""

    elsewhere: ClassVar[dict[str, str]] = {}

    date: WhenRecord | None = Field(None, description="When it happened.")
    place: Id | None = Field(None, description="The id of the place.")
    place_evidence: ReferenceRecord | None = Field(None, description="The words that say so.")
    participants: tuple[ParticipantRecord, ...] = Field((), description="Who took part.")
    planned: Flag = Field(False, description="true: announced, not yet told as having happened.")

    def complaints(self) -> list[Complaint]:
        found = super().complaints()
        for index, item in enumerate(self.date.evidence if self.date else ()):
            if item.passage:
                message = "an event has no text of its own: name the document"
                found.append((("date", "evidence", index, "passage"), "value-combination", message))
        return found
