"""From a decoded text to its blocks (design, sections 3 and 12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.model import Block, BlockKind, Span
from regesta.segment import evidence, furniture, verdicts
from regesta.segment.anchors import anchors
from regesta.segment.headings import (
    find_headings,
    find_standfirst,
    find_title,
    is_numbered,
)
from regesta.segment.hints import Hints, apply_overrides
from regesta.segment.layout import demote_lone_numbers, pieces_of
from regesta.segment.lines import measure_of, split_lines
from regesta.segment.mail import find_letterhead, header_end, split_header
from regesta.segment.pieces import Piece

NUMBERED: frozenset[BlockKind] = frozenset(("paragraph", "list", "verse", "table"))
"""Kinds of block that count as body paragraphs."""

_EDGE = 6
_EVIDENCE = frozenset(("credit", "source-line"))


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The layout of a text.

    *blocks* cover every character that is not white space exactly once, in
    order.  *title* is the title block's span or None.  *wrapped* tells whether
    the text is hard-wrapped (a newline inside a paragraph means nothing).
    *dateline* is the span of the dateline at the head of a paragraph ("PARIS
    –"), which is no block of its own; one that stands alone on its line is a
    block of kind ``dateline`` instead.
    """

    blocks: tuple[Block, ...]
    title: Span | None
    wrapped: bool
    dateline: Span | None


def segment(text: str, *, hints: Hints | None = None) -> Segmentation:
    """Split the decoded *text* into blocks by general rules; *hints* win.

    Spans are in code points of *text*.  Never raises on any string; takes time
    linear in its length.
    """
    hints = hints or Hints()
    lines = split_lines(text)
    below = header_end(text, lines[0].start) if lines else 0
    measure = measure_of(text, [line for line in lines if line.start >= below])
    pieces = split_header(text, pieces_of(text, lines, measure))
    pieces = apply_overrides(text, pieces, hints)
    demote_lone_numbers(text, pieces)
    _judge_lines(text, pieces)
    _judge_edges(text, pieces)
    title = next((piece for piece in pieces if piece.kind == "title"), None)
    find_letterhead(text, pieces)
    if title is None and not hints.no_title:
        title = find_title(text, pieces)
    find_standfirst(text, pieces, title)
    find_headings(text, pieces)
    return Segmentation(
        _blocks(text, pieces),
        Span(title.start, title.end) if title else None,
        bool(measure),
        _dateline(text, pieces),
    )


def _judge_lines(text: str, pieces: Sequence[Piece]) -> None:
    """Apply the rules that hold for a line wherever it stands."""
    for piece in pieces:
        if piece.kind is not None:
            continue
        if piece.lines > 3:
            if not text[piece.start : piece.end].strip(furniture.MARKS):
                piece.become("residue", "lines of nothing but marks", "separator")
            continue
        words = piece.words(text)
        if not words:
            continue
        if verdict := verdicts.anywhere(words):
            piece.become(*verdict)
        elif piece.new_page and words.isdigit() and len(words) <= 4:
            piece.become("residue", "a page number alone on its line", "furniture")


def _judge_edges(text: str, pieces: Sequence[Piece]) -> None:
    """Apply the rules that hold near the beginning or the end of a text."""
    count = len(pieces)
    near = sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)})
    for number in near:
        piece = pieces[number]
        if piece.kind is not None:
            continue
        words = piece.words(text)
        if not words:
            continue
        verdict = verdicts.near_an_end(words)
        if verdict and not (number >= _EDGE and is_numbered(pieces[number - 1].words(text))):
            piece.become(*verdict)
        elif piece.lines == 1 and _at_the_very_edge(pieces, number):
            residue = furniture.edge_furniture(words)
            if residue:
                piece.become("residue", residue.reason, residue.note)
    _judge_end(text, pieces)


def _at_the_very_edge(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether nothing but residue and evidence stands between the piece
    and the nearer end of the text."""
    outside = [p.kind for p in pieces[:number]], [p.kind for p in pieces[number + 1 :][:_EDGE]]
    return (
        any(
            all(kind == "residue" or kind in _EVIDENCE for kind in kinds)
            for kinds in outside
            if len(kinds) < _EDGE
        )
        and len(pieces) > 1
    )


def _judge_end(text: str, pieces: Sequence[Piece]) -> None:
    """Find what a website puts after the end of a text: adverts, and links to
    other texts under a heading that says so."""
    for number in range(len(pieces) - 1, 0, -1):
        piece, before = pieces[number], pieces[number - 1]
        if piece.kind == "residue":
            continue
        if piece.kind is not None or before.kind not in (*_EVIDENCE, "residue"):
            break
        residue = furniture.advert(piece.words(text)) if piece.lines == 1 else None
        if residue is None:
            break
        piece.become("residue", residue.reason, residue.note)
    links: list[Piece] = []
    for piece in reversed(pieces[1:]):
        words = piece.words(text)
        if piece.kind == "residue" and furniture.heads_links(words):
            for link in links:
                link.become("residue", "a link to another text", "furniture")
            links.clear()
        elif _could_be_links(piece, words):
            links.append(piece)
        elif piece.kind not in ("residue", "credit"):
            return


def _could_be_links(piece: Piece, words: str) -> bool:
    """Tell whether *piece* could be a link to another text, or a list of some."""
    if piece.kind in ("list", "verse"):
        return furniture.are_short_items(piece.length, piece.lines)
    return piece.kind is None and furniture.could_be_link(words)


def _dateline(text: str, pieces: Sequence[Piece]) -> Span | None:
    """Find the dateline at the head of one of the first body paragraphs."""
    seen = 0
    for piece in pieces:
        if piece.kind not in (None, "paragraph"):
            continue
        if found := evidence.dateline_at_head(text, piece.start, piece.end):
            return found
        seen += 1
        if seen == 3:
            return None
    return None


def _blocks(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    spans = [Span(piece.start, piece.end) for piece in pieces]
    number = 0
    found: list[Block] = []
    for piece, span, anchor in zip(pieces, spans, anchors(text, spans), strict=True):
        kind: BlockKind = piece.kind or "paragraph"
        counts = kind in NUMBERED
        number += counts
        found.append(
            Block(
                kind,
                span,
                anchor,
                number if counts else None,
                piece.level,
                piece.reason or "no other rule applies",
                piece.note,
            )
        )
    return tuple(found)
