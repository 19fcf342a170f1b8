"""What archive.yml and a document's description may say.

One model a mapping; the JSON Schemas that editors use are made from the same
models.  Every value is a string in the file.  Authority records are in
:mod:`regesta.seeds.entity_records`.
"""

from __future__ import annotations

from typing import ClassVar, Literal, Self, TypeAlias, TypeGuard

from pydantic import Field, field_validator, model_validator

from regesta.model import (
    Access,
    Aspect,
    Basis,
    BlockKind,
    Certainty,
    EntityKind,
    Modality,
    PublisherBasis,
    RelationKind,
    Status,
)
from regesta.seeds.values import (
    MOST_FORMER,
    Complaint,
    DateValue,
    Day,
    Digest,
    DocumentId,
    Edtf,
    Encoding,
    Flag,
    FormerId,
    Id,
    Language,
    Level,
    Line,
    Located,
    Name,
    Part,
    Passage,
    Prose,
    Record,
    RightsUri,
    Uri,
    as_list,
    combination,
    exactly_one,
    needs_review,
)

AnnotationKind: TypeAlias = Literal["mention", "date", "quotation", "note", "refuse"]


class LicenceRecord(Part):
    """The licence of the archive's own records (not of the texts)."""

    uri: RightsUri = Field(description="The licence's address.")
    name: Name = Field(description="The licence's name.")


class ArchiveRecord(Record):
    """archive.yml: what the collection is and who keeps it."""

    title: Name | None = Field(None, description="What the archive is called.")
    description: Line = Field("", description="One sentence on what is in it.")
    introduction: Prose = Field("", description="The home page's words; blank line between.")
    publisher: Line = Field("", description="Who publishes the archive.")
    contact: Line = Field("", description="How to reach those who keep it.")
    takedown: Prose = Field("", description="What happens when someone asks for removal.")
    scope: Prose = Field("", description="What was taken in, and what was not.")
    arrangement: Prose = Field("", description="How the documents are ordered.")
    provenance: Prose = Field("", description="Where the documents come from.")
    access_and_use: Prose = Field("", description="Conditions of access and of use.")
    site_url: Uri | None = Field(None, description="The published site's address.")
    forge_url: Uri | None = Field(None, description="Where the repository can be edited.")
    forge_branch: Line = Field("main", description="The branch that is published.")
    language: Language = Field("en", description="Language of the archive's pages.")
    records_licence: LicenceRecord | None = Field(None, description="Licence of the records.")
    proposals: Literal["show", "hide"] = Field(
        "show", description="hide: names without a record get no page made by rules."
    )


class TitleRecord(Part):
    """What the document is called: words of the text, or words supplied."""

    passage: Passage | None = Field(None, description="The title's words in the text.")
    supplied: Name | None = Field(None, description="A title that is not in the text.")
    status: Status = Field("proposed", description="How far a person stands behind it.")

    @model_validator(mode="after")
    def _one(self) -> Self:
        exactly_one(
            {"passage": self.passage, "supplied": self.supplied},
            'title: {passage: "words of the text"}\n'
            'title: {supplied: "words that are not in the text"}',
        )
        return self


class EvidenceRecord(Located):
    """Why something is held to be so: a reason in words, a passage, or both.
    `passage` is of the document described, `document` and `exact` of another."""

    reason: Line = Field("", description="Why, in words.")
    passage: Passage | None = Field(None, description="Words of this document.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.passage and self.document:
            raise combination("give `passage` (this document) or `document` and `exact`, not both")
        if not (self.reason or self.passage or self.document):
            raise combination("neither a reason nor a passage", 'evidence: [{reason: "why"}]')
        return self


class PublisherRecord(Part):
    """Who issued the document."""

    id: Id | None = Field(None, description="An organisation's or person's id.")
    basis: PublisherBasis = Field(description="stated (in the text), supplied, or unknown.")
    evidence: tuple[EvidenceRecord, ...] = Field((), description="How it is known.")
    taken_from: Id | None = Field(None, description="Who had published it before.")

    @model_validator(mode="after")
    def _id_where_known(self) -> Self:
        if (self.id is None) != (self.basis == "unknown"):
            raise combination(
                "basis unknown goes with no id, every other basis with one",
                "publisher: {basis: unknown, evidence: [{reason: not named in the text}]}",
            )
        return self


class WhenRecord(Part):
    """A date with how it is known."""

    edtf: Edtf | None = Field(None, description="The date in EDTF; left out where unknown.")
    basis: Basis = Field(description="stated, relative, inferred or unknown.")
    conflict: Line | None = Field(None, description="What speaks against it.")
    evidence: tuple[EvidenceRecord, ...] = Field((), description="How it is known.")

    @model_validator(mode="after")
    def _edtf_where_known(self) -> Self:
        if (self.edtf is None) != (self.basis == "unknown"):
            raise combination(
                "basis unknown goes with no edtf, every other basis with one",
                'date: {edtf: "1998-05-03", basis: stated, evidence: [{passage: "words"}]}',
            )
        return self


class WithdrawnRecord(Part):
    """That the document was taken out of view."""

    reason: Name = Field(description="Why, in words for readers.")
    date: Day = Field(description="The day it was withdrawn.")


class RightsRecord(Part):
    """The rights statement of the text, and who judged."""

    statement: RightsUri = Field(description="Address at rightsstatements.org, or of a licence.")
    why: Line = Field("", description="Why this statement.")
    judged_by: Line = Field("", description="Who judged.")
    judged_on: Day | None = Field(None, description="The day.")


class ReceivedRecord(Part):
    """How the text came in."""

    date: Day | None = Field(None, description="The day it was taken in.")
    origin: Line = Field("", alias="from", description="From whom or where.")


class ReviewRecord(Part):
    """That a person looked: who, when, and at what."""

    by: Name = Field(description="The person's name.")
    on: Day = Field(description="The day.")
    sha256: Digest | None = Field(None, description="Digest of what was seen; the page shows it.")


class HistoryRecord(Part):
    """Something done to the document."""

    date: Day = Field(description="The day.")
    what: Name = Field(description="What was done.")
    by: Line = Field("", description="By whom.")


class LayoutRecord(Part):
    """What a whole block of the text is, where the machine sees it wrongly."""

    passage: Passage = Field(description="The block's words, or enough of them.")
    kind: BlockKind = Field(description="What the block is.")
    level: Level | None = Field(None, description="Level of a heading.")
    note: Line = Field("", description="For residue: furniture, advert, separator, end-mark.")
    why: Line = Field("", description="Why.")


class SpeakerRecord(Part):
    """Someone whom the document quotes but does not name."""

    id: Id = Field(description="An id of this document alone.")
    label: Name = Field(description="The document's words for the speaker.")
    passages: tuple[Passage, ...] = Field((), description="Where these words stand.")


class AnnotationRecord(Part):
    """A person's word on a passage: a mention, date, quotation, note, or a
    refusal of what the machine found there.  Exactly one of these keys."""

    empty_counts: ClassVar[frozenset[str]] = frozenset({"mention", "quotation"})

    passage: Passage = Field(description="The words that are annotated.")
    mention: tuple[Id, ...] | None = Field(
        None, description="Who or what is meant: an id, a list where unclear, null if unknown."
    )
    type: EntityKind | None = Field(None, description="Kind of what is meant, where no id says.")
    date: DateValue | None = Field(None, description="The date the words tell, in EDTF.")
    basis: Basis | None = Field(None, description="How the date is known.")
    anchor: Line = Field("", description="What a relative date hangs on.")
    reason: Line = Field("", description="How the date was worked out.")
    quotation: Id | None = Field(None, description="Who speaks: an id, or null if not known.")
    source: Passage | None = Field(None, description="The words that name the speaker.")
    note: Name | None = Field(None, description="An editor's note on the words.")
    by: Line = Field("", description="Whose note.")
    sic: Flag = Field(False, description="true: so in the source.")
    refuse: Literal["mention", "date", "quotation", "event"] | None = Field(
        None, description="Drop what the machine found on exactly these words."
    )
    according_to: Id | None = Field(None, description="Through whom the quotation is told.")
    certainty: Certainty = Field("certain", description="certain, probable or possible.")
    status: Status = Field("proposed", description="How far a person stands behind it.")
    why: Line = Field("", description="Why.")

    _list = field_validator("mention", mode="before")(as_list)

    @property
    def kind(self) -> AnnotationKind:
        """Which of the five it is."""
        for kind in _KEYS_OF:
            if kind in self.model_fields_set:
                return kind
        return "note"

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set
        exactly_one(
            {kind: kind in given for kind in _KEYS_OF},
            '{passage: "words", mention: ID}\n{passage: "words", note: "what an editor says"}',
        )
        own = _KEYS_OF[self.kind] | {"passage", "certainty", "status", "why", self.kind}
        strange = sorted(given - own)
        if strange:
            names = ", ".join(f"`{key}`" for key in strange)
            raise combination(f"{names} does not go with `{self.kind}`")
        return self


_KEYS_OF: dict[AnnotationKind, frozenset[str]] = {
    "mention": frozenset({"type"}),
    "date": frozenset({"basis", "anchor", "reason"}),
    "quotation": frozenset({"source", "according_to"}),
    "note": frozenset({"by", "sic"}),
    "refuse": frozenset(),
}


class AccountRecord(Part):
    """One statement about an event by one voice of the document."""

    event: Id = Field(description="The event's id.")
    aspect: Aspect = Field(description="What of the event it tells.")
    passage: Passage = Field(description="The words.")
    value: Line = Field("", description="The statement in short, where it helps.")
    according_to: Id | None = Field(None, description="Whose voice; left out: the document's.")
    modality: Modality = Field("reported", description="reported, planned, hedged or denied.")
    certainty: Certainty = Field("certain", description="certain, probable or possible.")
    status: Status = Field("proposed", description="How far a person stands behind it.")
    why: Line = Field("", description="Why.")


class RelationRecord(Part):
    """How the document stands to another, held or not."""

    kind: RelationKind = Field(description="quotes, republishes, translates, …")
    other: DocumentId | None = Field(None, description="The other document's id.")
    not_held: Name | None = Field(None, description="Words for one that is not held.")
    certainty: Certainty = Field("certain", description="certain, probable or possible.")
    passage: Passage | None = Field(None, description="The words here.")
    other_passage: Passage | None = Field(None, description="The words there.")
    why: Line = Field("", description="Why.")

    @model_validator(mode="after")
    def _one_other(self) -> Self:
        exactly_one(
            {"other": self.other, "not_held": self.not_held},
            '{kind: quotes, other: DOCUMENT-ID}\n{kind: quotes, not_held: "words for it"}',
        )
        if self.other_passage and self.not_held:
            raise combination("there are no words of a document that is not held")
        return self


class DescriptionRecord(Record):
    """documents/NAME.yml: what is known of the text documents/NAME.txt."""

    id: Id | None = Field(None, description="Id and address; left out: from the file's name.")
    formerly: tuple[FormerId, ...] = Field(
        (), max_length=MOST_FORMER, description="Ids it had before."
    )
    encoding: Encoding = Field("utf-8", description="The text's encoding, if not UTF-8.")
    language: Language | None = Field(None, description="Language of the text: en, fr, zh …")
    type: Id | None = Field(None, description="official-readout, news-article, letter, …")
    title: TitleRecord | None = Field(None, description="What the document is called.")
    publisher: PublisherRecord | None = Field(None, description="Who issued it.")
    date: WhenRecord | None = Field(None, description="When it was published.")
    written: WhenRecord | None = Field(
        None, description="The day the text speaks from, where it is not that of publication."
    )
    access: Access = Field("full", description="full, excerpt, or metadata (no text shown).")
    excerpts: tuple[Passage, ...] = Field((), description="What may be shown: access excerpt.")
    sha256: Digest | None = Field(None, description="Digest of the text; checked if it is held.")
    withdrawn: WithdrawnRecord | None = Field(None, description="Taken out of view.")
    rights: RightsRecord | None = Field(None, description="The text's rights statement.")
    received: ReceivedRecord | None = Field(None, description="How the text came in.")
    review: ReviewRecord | None = Field(None, description="Who reviewed it.")
    status: Status = Field("proposed", description="proposed, reviewed (with review) …")
    history: tuple[HistoryRecord, ...] = Field((), description="What was done to it, when.")
    layout: tuple[LayoutRecord, ...] = Field((), description="What blocks of the text are.")
    speakers: tuple[SpeakerRecord, ...] = Field((), description="Unnamed speakers.")
    annotations: tuple[AnnotationRecord, ...] = Field((), description="A person's word.")
    accounts: tuple[AccountRecord, ...] = Field((), description="What it tells of events.")
    relations: tuple[RelationRecord, ...] = Field((), description="Ties to other documents.")

    @property
    def withheld(self) -> bool:
        """Tell whether no text may be shown."""
        return self.access == "metadata" or self.withdrawn is not None

    def complaints(self) -> list[Complaint]:
        found = needs_review(self.status, self.review)
        reviewed = self.review is not None
        statuses = [
            ("annotations", index, item.status) for index, item in enumerate(self.annotations)
        ]
        statuses += [("accounts", index, item.status) for index, item in enumerate(self.accounts)]
        for key, index, status in statuses:
            if status == "reviewed" and not reviewed:
                message = "reviewed, but the description has no `review`"
                found.append(((key, index, "status"), "review-missing", message))
        if self.title and self.title.status == "reviewed" and not reviewed:
            message = "reviewed, but the description has no `review`"
            found.append((("title", "status"), "review-missing", message))
        if self.access == "excerpt" and not self.excerpts:
            found.append((("access",), "value-combination", "access excerpt needs `excerpts`"))
        seen: set[str] = set()
        for index, speaker in enumerate(self.speakers):
            if speaker.id in seen:
                message = f"the speaker `{speaker.id}` stands here twice"
                found.append((("speakers", index, "id"), "id-twice", message))
            seen.add(speaker.id)
        return found


def is_closed(record: DescriptionRecord | None) -> TypeGuard[DescriptionRecord]:
    """Tell whether a description keeps something of the text from readers."""
    return record is not None and (record.access != "full" or record.withdrawn is not None)


CRITICAL = frozenset({"access", "excerpts", "encoding", "sha256", "withdrawn"})
"""Keys of a description that restrict the text or say how to read it.  Where
one of them is wrong the text is left out: it must not come into view by a slip."""
