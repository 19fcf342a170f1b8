"""What is read while a page is made, so that it is known when to make it anew.

A reading is a number of 64 bits: of a field of a document, or of the answer
to a question.  Nothing is noted outside :func:`noting`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import msgspec

FIELDS = 32
"""How many numbers a document has: one a field."""
QUESTION = FIELDS - 1
"""The last of them marks a number as a question's."""

_encode = msgspec.msgpack.Encoder().encode


def digest(data: bytes) -> int:
    """Return 64 bits of the BLAKE2b of *data*."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def digest_of(value: Any) -> int:
    """Return the digest of a value of the model: equal values, equal digests."""
    return digest(_encode(value))


def document_number(id: str) -> int:
    """Return the number of the document *id*; its fields' numbers follow it."""
    return digest(b"document\0" + id.encode()) & -FIELDS


Question = tuple[str, str]
"""A kind, such as ``naming``, and an id (or "")."""


@lru_cache(100_000)
def question_number(kind: str, about: str) -> int:
    """Return the number of a question."""
    return digest(f"{kind}\0{about}".encode()) | QUESTION


class Readings:
    """What was read: numbers of fields, questions, and what stands ready to be
    read again unnoted."""

    def __init__(self) -> None:
        self.fields: set[int] = set()
        self.questions: set[Question] = set()
        self.ready: list[dict[str, Any]] = []

    def numbers(self) -> list[int]:
        """Return the numbers of all readings, in order."""
        return sorted({*self.fields, *(question_number(*one) for one in self.questions)})


_now: Readings | None = None


@contextmanager
def noting() -> Iterator[Readings]:
    """Collect all that is read inside."""
    global _now
    before, _now = _now, Readings()
    try:
        yield _now
    finally:
        for values in _now.ready:
            values.clear()
        _now = before


@contextmanager
def unnoted() -> Iterator[None]:
    """Note nothing of what is read inside."""
    global _now
    before, _now = _now, None
    try:
        yield
    finally:
        _now = before


def note(number: int) -> None:
    """Note that a field is read."""
    if _now is not None:
        _now.fields.add(number)


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
