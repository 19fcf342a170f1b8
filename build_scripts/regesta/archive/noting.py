"""What is read while a page is made, so that it is known when to make it anew.

A reading is a number of 64 bits: of a field of a document, or of the answer
to a question.  Nothing is noted outside :func:`noting`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import msgspec

FIELDS = 32
"""How many numbers a document has: one a field."""
QUESTION = FIELDS - 1
"""The last of them marks a number as a question's."""

_encode = msgspec.msgpack.Encoder().encode
_noted: set[int] | None = None


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

_asked: dict[int, Question] = {}


@lru_cache(100_000)
def question_number(kind: str, about: str) -> int:
    """Return the number of a question."""
    number = digest(f"{kind}\0{about}".encode()) | QUESTION
    _asked[number] = (kind, about)
    return number


def questions(numbers: Iterable[int]) -> list[Question]:
    """Return the questions among *numbers* that this process noted."""
    return [_asked[number] for number in numbers if number & QUESTION == QUESTION]


def ask(kind: str, about: str = "") -> None:
    """Note that the answer to a question is read."""
    if _noted is not None:
        _noted.add(question_number(kind, about))


@contextmanager
def noting() -> Iterator[set[int]]:
    """Collect the numbers of all that is read inside."""
    global _noted
    before, _noted = _noted, set()
    try:
        yield _noted
    finally:
        _noted = before


@contextmanager
def unnoted() -> Iterator[None]:
    """Note nothing of what is read inside."""
    global _noted
    before, _noted = _noted, None
    try:
        yield
    finally:
        _noted = before


def note(number: int) -> None:
    """Note that something is read."""
    if _noted is not None:
        _noted.add(number)
