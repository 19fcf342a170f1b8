"""The header of an e-mail or a memorandum at the top of a text.

It says from whom, to whom and when, so it is evidence read in place (kind
``credit``); what follows "Subject:" is the text's own title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.model import Span
from regesta.segment.evidence import header_field, is_header
from regesta.segment.headings import SALUTATION
from regesta.segment.pieces import Piece
from regesta.segment.verdicts import near_an_end
from regesta.segment.vocabulary import SUBJECT_FIELDS
from regesta.whitespace import trimmed

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ADDRESSEES = re.compile(r"(?:MEMORANDUM|Memorandum|To|TO|From|FROM)(?::| (?:FOR|TO|for|to)\b)")
_LABEL = re.compile(r"(?:(?:inter-?)?office )?memo(?:randum)?", re.IGNORECASE)
_SUBJECT = re.compile(r"(?<!\S)(?:SUBJECT|Subject|RE|Re):\s+(?=\S)")
_LONGEST_HEADER = 20_000
_LONGEST_LETTERHEAD = 80


def header_end(text: str, start: int) -> int:
    """Return where the header that begins at *start* ends, or *start*."""
    end, names, _ = _read(text, start)
    return end if is_header(names) else start


def split_header(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with the header at the top, if there is one, set apart:
    credit, the subject as title, credit."""
    if not pieces:
        return []
    first = 1 if len(pieces) > 1 and _LABEL.fullmatch(pieces[0].words(text)) else 0
    end, names, subject = _read(text, pieces[first].start)
    if first and is_header(names):
        pieces[0].become("credit", "it calls the text a memorandum", "header")
    if not is_header(names):
        first, subject = _memorandum(text, pieces)
        if subject is None:
            return list(pieces)
        end = subject.end
    found = [*pieces[:first], *_parts(text, pieces[first].start, end, subject)]
    for piece in pieces[first:]:
        if piece.end > end:
            piece.start, _ = trimmed(text, max(piece.start, end), piece.end)
            found.append(piece)
    return found


def find_letterhead(text: str, pieces: Sequence[Piece]) -> None:
    """Mark the short lines above a letter's salutation, where one of them is
    its date: they say who wrote, from where and when, and are no title.

    A line that stands apart at the top ("Letter to the Mayor") may be one,
    unless it begins with the number of a house.
    """
    salutation = next(
        (n for n, p in enumerate(pieces[:10]) if SALUTATION.match(p.words(text))), None
    )
    head = pieces[:salutation] if salutation else []
    if not any(piece.kind == "dateline" for piece in head):
        return
    lines = [piece for piece in head if piece.kind != "dateline"]
    if any(p.kind or p.length > _LONGEST_LETTERHEAD or p.lines > 6 for p in lines):
        return
    together = all(piece.gap == 0 for piece in head[1:])
    if lines and (together or text[lines[0].start].isdigit()):
        for piece in lines:
            piece.become("credit", "a line above a letter's salutation", "letterhead")


def _parts(text: str, start: int, end: int, subject: Span | None) -> list[Piece]:
    """Return the header's pieces: a field each, the subject as the title."""
    middle = subject or Span(end, end)
    found = _fields(text, start, middle.start)
    low, high = trimmed(text, middle.start, middle.end)
    if low < high:
        piece = Piece(low, high, 0)
        piece.become("title", "the subject in the header")
        found.append(piece)
    return found + _fields(text, middle.end, end)


def _fields(text: str, start: int, end: int) -> list[Piece]:
    """Return a piece for each field, its folded lines included."""
    found: list[Piece] = []
    for match in _LINE.finditer(text, start, end):
        low, high = trimmed(text, *match.span())
        if low == high:
            continue
        if found and header_field(text[low:high][:1000]) is None:
            found[-1].end = high
            continue
        piece = Piece(low, high, 0)
        piece.become("credit", "the header of an e-mail or memorandum", "header")
        found.append(piece)
    return found


def _memorandum(text: str, pieces: Sequence[Piece]) -> tuple[int, Span | None]:
    """Return the number of the piece with which a memorandum's header begins
    and the span of its subject: the addressees in capitals or after "To:",
    then a line "Subject: …", all within the first short pieces."""
    first = next((n for n, p in enumerate(pieces[:3]) if _ADDRESSEES.match(text, p.start)), None)
    if first is None or not all(near_an_end(piece.words(text)) for piece in pieces[:first]):
        return 0, None  # only a date may stand above; a title there is the title
    for piece in pieces[first : first + 5]:
        if piece.length > 600:
            break
        match = _SUBJECT.search(text, piece.start, piece.end)
        if match:
            return first, Span(*trimmed(text, match.end(), piece.end))
    return 0, None


def _read(text: str, start: int) -> tuple[int, list[str], Span | None]:
    """Read header fields from *start* on; return where the header ends, the
    names of its fields and the span of the subject."""
    end = start
    names: list[str] = []
    subject: Span | None = None
    for match in _LINE.finditer(text, start, min(len(text), start + _LONGEST_HEADER)):
        low, high = trimmed(text, *match.span())
        if low == high:
            continue
        field = header_field(text[low:high][:1000])
        if field is None:
            if not names or match.start() == low or _blank_above(text, match.start()):
                break
            end = high  # folded field (RFC 5322, section 2.2.3)
            continue
        name, offset = field
        names.append(name)
        end = high
        if name in SUBJECT_FIELDS and low + offset < high and subject is None:
            subject = Span(*trimmed(text, low + offset, high))
    return end, names, subject


def _blank_above(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].replace("\r\n", "\n")
    return len(before) >= 2 and before[-1] in "\n\r" and before[-2] in "\n\r"
