"""What each step of the annotation gives for a document, and how it is read
back from what is kept of it (MessagePack): whole, or only the part asked for."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from regesta.annotate.proposals.occasions import Occasion
from regesta.archive import curating
from regesta.archive.encoded import Encoded
from regesta.model import Mention, Problem, Publisher, Quotation, Span, When
from regesta.segment import Segmentation


@dataclass(frozen=True, slots=True)
class Laid:
    """A document before annotation: its layout, the spans that may be shown
    where not all may, the dates that a person gave, and what was wrong."""

    layout: Segmentation
    excerpts: tuple[Span, ...]
    published: When | None
    written: When | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What other documents need to know of one: who quotes, who issued it, the
    title supplied where it has none, and the *opening* that this is taken from."""

    quotations: tuple[Quotation, ...]
    publisher: Publisher
    supplied: str
    opening: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A document with its apparatus, and what was wrong in the last step."""

    document: Encoded
    problems: tuple[Problem, ...]


class _DocumentParts(msgspec.Struct):
    parts: tuple[bytes, ...]


class _Parts(msgspec.Struct):
    document: _DocumentParts


class _Problems(msgspec.Struct):
    problems: tuple[Problem, ...]


class _Issued(msgspec.Struct):
    publisher: Publisher
    supplied: str
    opening: str


class _Quotations(msgspec.Struct):
    quotations: msgspec.Raw


Named = tuple[tuple[str, ...], tuple[Mention, ...], int | None]
"""The ids that mentions name, the mentions, and up to where names were looked
for (None: to the end)."""

Sighted = tuple[msgspec.Raw, frozenset[str]]
"""What was found in a document (its :data:`Named`) when more records were
looked for than are kept, and the ids of all that had a part in it."""


class _Layout(msgspec.Struct):
    layout: msgspec.Raw


class _Given(msgspec.Struct):
    published: When | None
    written: When | None


read_layout = msgspec.msgpack.Decoder(_Layout).decode
read_given = msgspec.msgpack.Decoder(_Given).decode
read_laid = msgspec.msgpack.Decoder(Laid).decode
read_sighted = msgspec.msgpack.Decoder(Sighted).decode
read_named = msgspec.msgpack.Decoder(Named).decode
_read_named = msgspec.msgpack.Decoder(tuple[tuple[str, ...], msgspec.Raw, int | None]).decode
read_heard = msgspec.msgpack.Decoder(Heard).decode
read_issued = msgspec.msgpack.Decoder(_Issued).decode
read_quotations = msgspec.msgpack.Decoder(_Quotations).decode
read_finished = msgspec.msgpack.Decoder(Finished).decode
read_parts = msgspec.msgpack.Decoder(_Parts).decode
read_problems = msgspec.msgpack.Decoder(_Problems).decode
read_occasions = msgspec.msgpack.Decoder(list[Occasion]).decode
read_found = msgspec.msgpack.Decoder(curating.Found).decode


def read_ids(named: bytes) -> tuple[str, ...]:
    """Return the ids that the mentions of a :data:`Named` name."""
    ids: tuple[str, ...] = _read_named(named)[0]
    return ids


def read_names_until(named: bytes) -> int | None:
    """Return up to where names were looked for (None: to the end)."""
    until: int | None = _read_named(named)[2]
    return until
