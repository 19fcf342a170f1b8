"""The text and its places: nothing else holds a character of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

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


class Span(msgspec.Struct, frozen=True, order=True):
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


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
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


class Passage(msgspec.Struct, frozen=True):
    """A place in a document that is held: its id and a span of its text."""

    document: str
    span: Span
