"""The columns of documents.csv and entities.csv, each with the key of a record
that its cells stand for.  The guide's table of columns is made from this."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.seeds.strict_yaml import Way


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its *name*, the *way* to the value in a record (empty for one
    that says which record it is), what it *means*.

    *many*: a cell may hold several values, parted by ``;`` or by line breaks.
    *each*: every value becomes a mapping with this one key.
    """

    name: str
    way: Way
    means: str
    many: bool = False
    each: str = ""


def _when(key: str, what: str, *, place: bool = False) -> tuple[Column, ...]:
    evidence: Way = (key, "evidence", 0)
    passage = (
        (
            Column(f"{key}_document", (*evidence, "document"), "the document that says so"),
            Column(f"{key}_passage", (*evidence, "exact"), "the words there"),
        )
        if place
        else (Column(f"{key}_passage", (*evidence, "passage"), "words of the text that say so"),)
    )
    return (
        Column(key, (key, "edtf"), f"{what}: 1998-05-03, 1998-05, or another EDTF"),
        Column(
            f"{key}_basis",
            (key, "basis"),
            "stated, relative, inferred, unknown; left empty: stated where there is a passage, "
            "inferred where there is a reason",
        ),
        Column(f"{key}_reason", (*evidence, "reason"), "why, in words"),
        *passage,
        Column(f"{key}_conflict", (key, "conflict"), "what speaks against it"),
    )


_REVIEW = (
    Column("status", ("status",), "proposed, reviewed, disputed"),
    Column("review_by", ("review", "by"), "who reviewed it"),
    Column("review_on", ("review", "on"), "the day"),
    Column("review_sha256", ("review", "sha256"), "digest of what was seen; the page shows it"),
)

DOCUMENTS = (
    Column("file", (), "the text's path below seeds/documents/; needed"),
    Column("id", ("id",), "the document's id, where it is not to come from the path"),
    Column("formerly", ("formerly",), "ids it had before", many=True),
    Column("encoding", ("encoding",), "the text's encoding, where it is not UTF-8"),
    Column("language", ("language",), "en, fr, zh …"),
    Column("type", ("type",), "official-readout, news-article, letter …"),
    Column("title", ("title", "passage"), "the title's words, as they stand in the text"),
    Column("supplied_title", ("title", "supplied"), "a title that does not stand in the text"),
    Column("publisher", ("publisher", "id"), "the id of who issued it"),
    Column("publisher_basis", ("publisher", "basis"), "stated, supplied or unknown"),
    Column("publisher_reason", ("publisher", "evidence", 0, "reason"), "how that is known"),
    Column("publisher_passage", ("publisher", "evidence", 0, "passage"), "words that say so"),
    Column("taken_from", ("publisher", "taken_from"), "the id of who had published it before"),
    *_when("date", "when it was published"),
    *_when("written", "the day the text speaks from"),
    Column("access", ("access",), "full, excerpt, metadata"),
    Column("excerpts", ("excerpts",), "passages that may be shown", many=True),
    Column("sha256", ("sha256",), "the digest of the text"),
    Column("withdrawn_reason", ("withdrawn", "reason"), "why it was taken out of view"),
    Column("withdrawn_date", ("withdrawn", "date"), "the day"),
    Column("rights", ("rights", "statement"), "address of the rights statement or licence"),
    Column("rights_why", ("rights", "why"), "why this one"),
    Column("rights_judged_by", ("rights", "judged_by"), "who judged"),
    Column("rights_judged_on", ("rights", "judged_on"), "the day"),
    Column("received_date", ("received", "date"), "the day it was taken in"),
    Column("received_from", ("received", "from"), "from whom or where"),
    *_REVIEW,
)

ENTITIES = (
    Column("kind", (), "person, organisation, place, topic or event; needed"),
    Column("id", (), "the record's id, which is also its address; needed"),
    Column("name", ("name",), "the preferred name; needed"),
    Column("variants", ("variants",), "other names, valid anywhere", many=True),
    Column("short_forms", ("short_forms",), "short names, after the full one", many=True),
    Column("family_name_first", ("family_name_first",), "true or false"),
    Column("about", ("about", "text"), "one line on it"),
    Column("about_document", ("about", "passages", 0, "document"), "what that line rests on"),
    Column("about_passage", ("about", "passages", 0, "exact"), "the words there"),
    Column("role", ("roles", 0, "office"), "an office, as a document words it"),
    Column("role_body", ("roles", 0, "body"), "the organisation's id"),
    Column("role_from", ("roles", 0, "from"), "since when"),
    Column("role_to", ("roles", 0, "to"), "until when"),
    Column("role_document", ("roles", 0, "document"), "the document that says so"),
    Column("role_passage", ("roles", 0, "exact"), "the words there"),
    Column("part_of", ("part_of",), "ids of what it belongs to", many=True),
    Column("not_same_as", ("not_same_as",), "ids easily taken for this one", many=True),
    Column("same_as", ("same_as", 0, "uri"), "an identifier's address elsewhere"),
    Column("same_as_read_in", ("same_as", 0, "read_in"), "the page that gives it"),
    Column("latitude", ("location", "latitude"), "of a place, in degrees"),
    Column("longitude", ("location", "longitude"), "of a place, in degrees"),
    Column("location_source", ("location", "source"), "who says so"),
    *_when("date", "of an event", place=True),
    Column("place", ("place",), "of an event: the place's id"),
    Column("participants", ("participants",), "of an event: ids", many=True, each="entity"),
    Column("planned", ("planned",), "of an event: true where it was announced"),
    Column("formerly", ("formerly",), "ids it had before", many=True),
    Column("split_into", ("split_into",), "ids that took its place", many=True),
    Column("note", ("note",), "an editor's note"),
    *_REVIEW,
)
