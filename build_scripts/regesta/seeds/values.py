"""Kinds of values in records, each with its check and what is right.

A value that is not right raises pydantic's custom error whose type is a code
of the catalogue of problems; ``remedy`` in its context is what is right here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from regesta import edtf
from regesta.seeds import decoding, rights
from regesta.seeds.ids import RESERVED, id_fault
from regesta.seeds.positions import NOWHERE, Positions
from regesta.whitespace import fold, is_blank, strip

MOST_FORMER = 200
"""Former ids of one record: each makes a page of its own."""
Complaint = tuple[tuple[str | int, ...], str, str]
"""Way to a value, code, message: what the record itself finds wrong in it."""


def _fail(code: str, message: str, remedy: str = "") -> PydanticCustomError:
    # The message goes through str.format of pydantic: braces must not act.
    context = {"said": message, **({"remedy": remedy} if remedy else {})}
    return PydanticCustomError(code, "{said}", context)


class Part(BaseModel):
    """A mapping in a record.  A key with nothing after it counts as not given,
    unless it is named in *empty_counts*."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)
    empty_counts: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def written_keys(cls) -> dict[str, str]:
        """Return each key as it is written, with the name of its field."""
        return {info.alias or name: name for name, info in cls.model_fields.items()}

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict) or None not in data.values():
            return data
        known = cls.written_keys()
        return {
            key: value
            for key, value in data.items()
            if value is not None or key not in known or key in cls.empty_counts
        }


class Record(Part):
    """A file's worth of keys, with their places in the file."""

    elsewhere: ClassVar[dict[str, str]] = {}
    """Keys that records of another kind have, with a word on which."""

    _where: Positions = PrivateAttr(default_factory=lambda: NOWHERE)

    @property
    def where(self) -> Positions:
        """The places of this record's values in its file."""
        return self._where

    def placed(self, where: Positions) -> None:
        """Say where the record stands (once, when it is made)."""
        self._where = where

    def complaints(self) -> list[Complaint]:
        """Return what is wrong between values that are right by themselves."""
        return []


def _named(text: str) -> str:
    if is_blank(text):
        raise _fail("value-combination", "this is empty", "write the words, or remove the key")
    return fold(text)


def _checked(check: Callable[[str], str | None], code: str, remedy: str = "") -> AfterValidator:
    def validate(text: str) -> str:
        fault = check(text)
        if fault:
            raise _fail(code, fault, remedy)
        return text

    return AfterValidator(validate)


def _day_fault(text: str) -> str | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return f"found “{text}”, which is not year-month-day"
    try:
        date.fromisoformat(text)
    except ValueError:
        return f"there is no day {text} in the calendar"
    return None


def _edtf_fault(text: str) -> str | None:
    fault = edtf.validate(text)
    return f"found “{text}”: {fault}" if fault else None


def _expression_fault(text: str) -> str | None:
    fault = edtf.validate_expression(text)
    return f"found “{text}”: {fault}" if fault else None


def _uri_fault(text: str) -> str | None:
    # Printable ASCII but what would end or break an attribute or a line.
    if re.fullmatch(r"https?://[a-zA-Z0-9][^\x00-\x20\x7f-\U0010ffff\"<>\\^`{|}]*", text):
        return None
    return f"found “{text}”"


def _known_rights(uri: str) -> str:
    if fault := rights.fault(uri):
        raise _fail("rights-unknown", *fault)
    return uri


def _digest_fault(text: str) -> str | None:
    return None if re.fullmatch("[0-9a-f]{64}", text) else f"found “{text}”"


def _encoding_fault(text: str) -> str | None:
    return None if decoding.codec(text) else f"no encoding is called “{text}”"


def _language_fault(text: str) -> str | None:
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}", text):
        return None
    return f"found “{text}”, which is not a language tag (en, fr, zh-Hant, …)"


def _document_id_fault(text: str) -> str | None:
    if re.fullmatch("[a-z0-9-]{1,80}", text):
        return None
    return f"found “{text}”, which cannot be a document's id"


def _former_id_fault(text: str) -> str | None:
    if text in RESERVED:
        return f"“{text}” is a name that the archive keeps for itself"
    return _document_id_fault(text)


def _number(value: object) -> object:
    return int(value) if isinstance(value, str) and value in ("2", "3") else value


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str):
        raise _fail("value-not-allowed", f"found “{value}”; allowed: true, false", "true")
    return value


Line = Annotated[str, StringConstraints(max_length=5_000), AfterValidator(fold)]
"""Words on one line; white space is folded."""
Name = Annotated[str, StringConstraints(max_length=500), AfterValidator(_named)]
"""Words on one line, not empty."""
Prose = Annotated[str, AfterValidator(strip)]
"""Paragraphs with blank lines between."""
Id = Annotated[str, _checked(id_fault, "id-not-valid")]
DocumentId = Annotated[str, _checked(_document_id_fault, "id-not-valid")]
FormerId = Annotated[str, _checked(_former_id_fault, "id-not-valid")]
Day = Annotated[str, _checked(_day_fault, "date-not-valid")]
Edtf = Annotated[str, StringConstraints(max_length=500), _checked(_edtf_fault, "edtf-not-valid")]
DateValue = Annotated[
    str, StringConstraints(max_length=500), _checked(_expression_fault, "edtf-not-valid")
]
"""What words of a text tell: EDTF, or an ISO 8601 duration (``PT4H``)."""
Uri = Annotated[str, StringConstraints(max_length=2_000), _checked(_uri_fault, "uri-not-valid")]
RightsUri = Annotated[Uri, AfterValidator(_known_rights)]
Digest = Annotated[str, AfterValidator(str.lower), _checked(_digest_fault, "digest-not-valid")]
Encoding = Annotated[str, _checked(_encoding_fault, "encoding-unknown")]
Language = Annotated[str, _checked(_language_fault, "value-not-allowed", "language: en")]
Level = Annotated[Literal[2, 3], BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Exact = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_named)]
Context = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(fold)]


def _as_passage(value: object) -> object:
    return {"exact": value} if isinstance(value, str) else value


class PassageRecord(Part):
    """Words of the document that is described, with what stands directly
    before and after them where the words alone stand there more than once."""

    exact: Exact = Field(description="The words, letter by letter; only white space may differ.")
    prefix: Context = Field("", description="The words directly before, where needed.")
    suffix: Context = Field("", description="The words directly after, where needed.")


Passage = Annotated[PassageRecord, BeforeValidator(_as_passage)]


class ReferenceRecord(PassageRecord):
    """Words of a named document."""

    document: DocumentId = Field(description="The document's id.")


class Located(Part):
    """Something that may name the passage of a document it rests on."""

    document: DocumentId | None = Field(None, description="The id of the document.")
    exact: Exact | None = Field(None, description="The words there, letter by letter.")
    prefix: Context = Field("", description="The words directly before, where needed.")
    suffix: Context = Field("", description="The words directly after, where needed.")

    @model_validator(mode="after")
    def _whole(self) -> Located:
        if (self.document is None) != (self.exact is None):
            message = "`document` and `exact` are given together or not at all"
            raise _fail("value-combination", message, "document: ID\nexact: the words there")
        return self

    @property
    def reference(self) -> ReferenceRecord | None:
        """The passage, where one is named."""
        if self.document is None or self.exact is None:
            return None
        return ReferenceRecord.model_construct(
            document=self.document, exact=self.exact, prefix=self.prefix, suffix=self.suffix
        )


def combination(message: str, remedy: str = "") -> PydanticCustomError:
    """Return the error for values that do not go together."""
    return _fail("value-combination", message, remedy)


def exactly_one(values: Mapping[str, object], remedy: str) -> None:
    """Raise unless exactly one of the keys was given."""
    given = [key for key, present in values.items() if present]
    if len(given) != 1:
        found = " and ".join(f"`{key}`" for key in given) or "none of them"
        wanted = ", ".join(f"`{key}`" for key in values)
        raise combination(f"exactly one of {wanted} is needed; found {found}", remedy)


def as_list(value: object) -> object:
    """One text where a list is expected is a list of one; nothing is empty."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


class _Review(Protocol):
    @property
    def sha256(self) -> str | None: ...


def needs_review(status: str, review: _Review | None) -> list[Complaint]:
    """Complain of a status `reviewed` that no review stands behind."""
    if status != "reviewed":
        return []
    if review is None:
        return [(("status",), "review-missing", "`status: reviewed` needs `review`")]
    if review.sha256 is None:
        return [
            (("status",), "review-missing", "`review` does not say the sha256 of what was seen")
        ]
    return []
