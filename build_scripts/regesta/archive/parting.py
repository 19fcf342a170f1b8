"""Long texts in parts, each on a page of its own that a browser lays out at once.

Where a text is cut depends on its words and layout alone, never on what is
found in it: addresses outlive every change of records and rules.  A cut falls
between blocks.  A block that is longer than a part is cut at the end of a line,
a sentence or a word, and anywhere where none is near.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TypeVar

from msgspec import structs

from regesta.model import Annotation, Block, Document, Span
from regesta.whitespace import WHITE_SPACE, trimmed

LARGEST = 120_000
"""Weight of a part at most, about: a page of HTML of 300 to 500 kB."""
BLOCK_WEIGHT, LINE_WEIGHT = 100, 10
"""What the markup of a block, and of a line of a list, adds to its bytes."""
MOST_HEADINGS = 8
"""How many headings in a row, of what depth ever, stand above one text."""

_ORDER = {"title": 0, "residue": 2}

_LINE_END = re.compile("[\n\x0b\x0c\r\x85\u2028\u2029](?!\n)")
_SENTENCE_END = re.compile(f"[.!?…][)\\]”’»\"']*[{WHITE_SPACE}]+|[。！？]")
_SPACE = re.compile(f"[{WHITE_SPACE}]")

A = TypeVar("A", bound=Annotation)


@dataclass(frozen=True, slots=True)
class Part:
    """Part *number* (from 1) of *total*, with its *blocks* in the order in which
    they are shown: residue last."""

    number: int
    total: int
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """Number and total as ``2/5``, or nothing where there is one part."""
        return f"{self.number}/{self.total}" if self.total > 1 else ""


class Parting:
    """A document's parts, and which of them holds a place of its text.

    Pages ask for that of every document that they lead to: the blocks of one
    that has a single part, as nearly all have, are not held."""

    __slots__ = ("_document", "_numbers", "_parts", "_starts", "total")

    def __init__(self, document: Document) -> None:
        found = parts(document)
        self.total = len(found)
        """How many parts there are: at least one."""
        self._document = document
        self._parts = found if self.total > 1 else ()
        places = sorted((b.span.start, part.number) for part in self._parts for b in part.blocks)
        self._starts = [start for start, _number in places]
        self._numbers = [number for _start, number in places]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts, in order."""
        return self._parts or parts(self._document)

    def at(self, offset: int) -> int:
        """Return the number of the part that holds code point *offset*."""
        if self.total == 1:
            return 1
        return self._numbers[max(bisect_right(self._starts, offset) - 1, 0)]

    def views(self, document: Document) -> list[Document]:
        """Return *document* as each part shows it: its blocks, and what is
        annotated there; a cut through an annotation leaves it to both sides."""
        if self.total == 1:
            return [document]
        mentions = self._shared_out(document.mentions)
        dates = self._shared_out(document.dates)
        quotations = self._shared_out(document.quotations)
        notes = self._shared_out(document.notes)
        return [
            replace(
                document, blocks=part.blocks, mentions=mentions[n], dates=dates[n],
                quotations=quotations[n], notes=notes[n],
            )
            for n, part in enumerate(self.parts)
        ]  # fmt: skip

    def _shared_out(self, annotations: Iterable[A]) -> list[tuple[A, ...]]:
        out: list[list[A]] = [[] for _ in self.parts]
        for one in annotations:
            first, last = self.at(one.span.start), self.at(one.span.end - 1)
            for number in sorted({first, last}):
                out[number - 1].append(one)
        return [tuple(some) for some in out]


def parts(document: Document) -> tuple[Part, ...]:
    """Return the parts of what readers see of *document*, one at least."""
    text, blocks = document.text, _in_order(document)
    if _light(text, blocks):
        return (Part(1, 1, blocks),)
    pieces = [piece for block in blocks for piece in _cut(text, block)]
    total = sum(heavy for heavy, _piece in pieces)
    if total <= LARGEST:
        return (Part(1, 1, blocks),)
    target = total / -(-total // LARGEST)
    groups = _without_loose_headings(_grouped(pieces, target))
    return tuple(Part(n, len(groups), tuple(group)) for n, group in enumerate(groups, 1))


def visible_blocks(document: Document) -> list[Block]:
    """Return the blocks that ``access`` lets readers see, cut to the excerpts
    where only those may be shown."""
    if document.source is None or document.withdrawn or document.access == "metadata":
        return []
    if document.access == "full":
        return list(document.blocks)
    shown: list[Block] = []
    for block in document.blocks:
        for excerpt in document.excerpts:
            start = max(block.span.start, excerpt.start)
            end = min(block.span.end, excerpt.end)
            if start < end:
                shown.append(structs.replace(block, span=Span(start, end)))
    return shown


def weight(text: str, block: Block) -> int:
    """Return about how many bytes a block is on its page, links apart."""
    words = text[block.span.start : block.span.end]
    heavy = len(words if words.isascii() else words.encode("utf-8")) + BLOCK_WEIGHT
    if block.kind == "list":
        heavy += LINE_WEIGHT * words.count("\n")
    return heavy


def addresses(document: Document) -> list[str]:
    """Return the addresses of *document*, from the site's root, without ending."""
    return [address(document, part.number) for part in parts(document)]


def address(document: Document, number: int = 1) -> str:
    """Return the address of a part.  A document's id never holds a ``/``, so
    that no other document's page can stand there."""
    stem = f"documents/{document.id}"
    return stem if number == 1 else f"{stem}/{number}"


def _in_order(document: Document) -> tuple[Block, ...]:
    return tuple(sorted(visible_blocks(document), key=lambda block: _ORDER.get(block.kind, 1)))


def _light(text: str, blocks: Sequence[Block]) -> bool:
    """Tell at once of most texts that they are short."""
    return len(text) * 4 + len(blocks) * BLOCK_WEIGHT + text.count("\n") * LINE_WEIGHT <= LARGEST


def _grouped(pieces: Sequence[tuple[int, Block]], target: float) -> list[list[Block]]:
    """Share *pieces* out to groups of about the weight *target*: each belongs
    where its middle falls."""
    at = 0

    def number(piece: tuple[int, Block]) -> int:
        nonlocal at
        middle = at + piece[0] / 2
        at += piece[0]
        return int(middle // target)

    return [_rejoined(b for _weight, b in group) for _n, group in groupby(pieces, key=number)]


def _rejoined(pieces: Iterable[Block]) -> list[Block]:
    """Pieces of one block that came to stand on one page are one piece again."""
    out: list[Block] = []
    for piece in pieces:
        if out and out[-1].anchor == piece.anchor:
            piece = structs.replace(piece, span=Span(out.pop().span.start, piece.span.end))
        out.append(piece)
    return out


def _without_loose_headings(groups: list[list[Block]]) -> list[list[Block]]:
    """Headings at the end of a part go to what they head.  A long row of them
    heads nothing: were it to go on too, the next part would have no end."""
    for before, after in pairwise(groups):
        last = before[-MOST_HEADINGS - 1 :]
        text = next((n for n, block in enumerate(reversed(last)) if block.kind != "heading"), 0)
        if text:
            after[:0] = before[-text:]
            del before[-text:]
    return groups


def _cut(text: str, block: Block) -> list[tuple[int, Block]]:
    """Return *block* in pieces that are no heavier than a part, each with its
    weight before it."""
    heavy = weight(text, block)
    if heavy <= LARGEST or block.kind == "title":
        return [(heavy, block)]
    return [(weight(text, piece), piece) for piece in _pieces(text, block, -(-heavy // LARGEST))]


def _pieces(text: str, block: Block, number: int) -> Iterator[Block]:
    """Yield *block* in *number* pieces, about."""
    length = -(-(block.span.end - block.span.start) // number)
    start = block.span.start
    while block.span.end - start > length:
        end = _place(text, start + length * 3 // 4, start + length)
        first, last = trimmed(text, start, end)
        if first < last:
            yield structs.replace(block, span=Span(first, last))
        start = trimmed(text, end, block.span.end)[0]
    if start < block.span.end:
        yield structs.replace(block, span=Span(start, block.span.end))


def _place(text: str, low: int, high: int) -> int:
    """Return the best place for a cut in ``(low, high]``."""
    for pattern in (_LINE_END, _SENTENCE_END, _SPACE):
        ends = [found.end() for found in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    while high > low + 1 and (unicodedata.combining(text[high]) or text[high] in "\u200d\ufe0f\n"):
        high -= 1
    return high
