"""What is read while a page is made, so that it is known when to make it anew.

What can be read has a number of 64 bits: a document or an authority record, of
which each field is a bit, or what questions are about, of which each kind is a
bit.  Nothing is noted outside :func:`noting`.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import msgspec

FIELDS = 32
"""How many fields a document or a record may have."""
KINDS = (
    "everything", "documents", "document", "entity", "entities", "kind", "all-relations",
    "in-time", "position", "neighbours", "naming", "naming-number", "mentions-number",
    "mentions-all", "telling", "relations", "utterances", "not-held", "events", "dated-events",
    "events-with", "events-near", "events-of", "parting", "numbered", "days",
)  # fmt: skip
"""What can be asked."""
BITS = {kind: 1 << number for number, kind in enumerate(KINDS)}
assert len(KINDS) <= FIELDS

_encode = msgspec.msgpack.Encoder().encode


def digest(data: bytes) -> int:
    """Return 64 bits of the BLAKE2b of *data*."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def digest_of(value: Any) -> int:
    """Return the digest of a value of the model: equal values, equal digests."""
    return digest(_encode(value))


def document_number(id: str) -> int:
    """Return the number of the document *id*."""
    return digest(b"document\0" + id.encode())


def record_number(id: str) -> int:
    """Return the number of the authority record *id*."""
    return digest(b"record\0" + id.encode())


Question = tuple[str, str]
"""A kind, such as ``naming``, and an id (or "")."""


@lru_cache(100_000)
def question_number(about: str) -> int:
    """Return the number of all questions about the same."""
    return digest(b"question\0" + about.encode())


class Readings:
    """What was read: the fields of documents and records (number to bits),
    questions, and what stands ready to be read again unnoted."""

    def __init__(self) -> None:
        self.fields: dict[int, int] = {}
        self.questions: set[Question] = set()
        self.ready: list[dict[str, Any]] = []

    def packed(self) -> bytes:
        """Return all readings in order of their numbers, for :func:`unpacked`."""
        read = self.fields.copy()
        for kind, about in self.questions:
            number = question_number(about)
            read[number] = read.get(number, 0) | BITS[kind]
        numbers = array("Q", sorted(read))
        return numbers.tobytes() + array("I", map(read.__getitem__, numbers)).tobytes()


def unpacked(readings: bytes) -> tuple[array[int], array[int]]:
    """Return the numbers of what was read, and the bits of each."""
    count = len(readings) // 12
    return array("Q", readings[: 8 * count]), array("I", readings[8 * count :])


_now: Readings | None = None


@contextmanager
def noting() -> Iterator[Readings]:
    """Collect all that is read inside; what is noted around it does not learn
    of that."""
    global _now
    before, _now = _now, Readings()
    _unready(before)  # else what was read before would be read here without a word
    try:
        yield _now
    finally:
        _unready(_now)
        _now = before


def _unready(readings: Readings | None) -> None:
    if readings:
        for values in readings.ready:
            values.clear()
        readings.ready.clear()


@contextmanager
def unnoted() -> Iterator[None]:
    """Note nothing of what is read inside."""
    global _now
    before, _now = _now, None
    try:
        yield
    finally:
        _now = before


def note(number: int, bits: int) -> None:
    """Note that the fields *bits* of a document or a record are read."""
    if _now is not None:
        _now.fields[number] = _now.fields.get(number, 0) | bits


def ask(kind: str, about: str = "") -> None:
    """Note that the answer to a question is read."""
    if _now is not None:
        _now.questions.add((kind, about))


def ready(values: dict[str, Any], name: str, value: Any) -> None:
    """Put what has been noted into an object's own *values* (its ``__dict__``),
    where it is found without a word until the noting ends."""
    if _now is not None:
        if not values:
            _now.ready.append(values)
        values[name] = value
