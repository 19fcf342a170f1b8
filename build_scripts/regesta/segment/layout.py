"""From lines to pieces: paragraphs, lists, verse, tables, machine output.

The lines between two blank lines are one *run*.  A run is carved from its
first line on: what announces itself (a fence, a row of cells, a list item)
takes its lines; the plain lines left over are paragraphs, or verse where the
breaks between them were made on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from regesta.segment.furniture import MARKS, mark
from regesta.segment.lines import QUOTED, WIDEST_MEASURE, Line, next_word_fits
from regesta.segment.pieces import Piece
from regesta.segment.shapes import ends_in_stop, hangs, letters_share
from regesta.segment.tables import table_rows
from regesta.segment.verdicts import stands_alone
from regesta.whitespace import WHITE_SPACE, fold

LONGEST_VERSE_LINE = 75
LONGEST_MERGED_ITEM = 200
_SPACE = f"[{WHITE_SPACE}]"
_BULLET = re.compile(rf"(?:[-*+–]{_SPACE}+|[•‣◦▪▫●○■□➢➤►▶✓✔⁃]{_SPACE}*)[^{WHITE_SPACE}]")
_ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ORDERED = re.compile(
    rf"(?:\d{{1,3}}[.)]|\[\d{{1,3}}\]|\((?:\d{{1,3}}|[a-zA-Z]|{_ROMAN}|{_ROMAN.upper()})\)"
    rf"|[a-z][.)]|{_ROMAN}[.)]|[A-Z]\)){_SPACE}+[^{WHITE_SPACE}]"
)
_HAN_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HAN_ORDERED = re.compile(
    rf"(?:(?:{_HAN_NUMERAL}|\d{{1,2}})、|[（(]{_HAN_NUMERAL}[)）]){_SPACE}*[^{WHITE_SPACE}]"
)
_SECOND = re.compile(rf"{_SPACE}2[.)]{_SPACE}")
_FENCE = re.compile(r"(?:```+|~~~+)[^`~]{0,40}")
_UNDERLINE = re.compile(r"(?:=+|-+|~+|\^+|\*+|_+)")
_CODE_MARKS = frozenset("{}[]<>=;|\\/_$#@%^&*+`~:")


def pieces_of(text: str, lines: Sequence[Line], measure: int) -> list[Piece]:
    """Carve *lines* of *text* into pieces; *measure* is the width to which
    the text is hard-wrapped, 0 if it is not."""
    found: list[Piece] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or lines[number].gap:
            found += _carve(text, lines[first:number], measure, opening=first == 0)
            first = number
    return _merge_items(text, found)


def _piece(lines: Sequence[Line]) -> Piece:
    first, last = lines[0], lines[-1]
    return Piece(first.start, last.end, first.gap, len(lines), any(x.new_page for x in lines))


def _carve(text: str, run: Sequence[Line], measure: int, opening: bool) -> list[Piece]:
    if len(run) == 1:
        return [_special(text, run, 0, measure)[0] or _piece(run)]
    found: list[Piece] = []
    plain: list[Line] = []
    number = 0

    def flush() -> None:
        if plain:
            found.extend(_plain(text, plain, measure, opening and not found))
            plain.clear()

    while number < len(run):
        piece, taken = _special(text, run, number, measure)
        if piece:
            flush()
            found.append(piece)
        else:
            taken = 1
            plain.append(run[number])
        number += taken
    flush()
    return found


def _special(text: str, run: Sequence[Line], number: int, measure: int) -> tuple[Piece | None, int]:
    """Return the piece that announces itself at line *number* of *run*, and
    how many lines it takes."""
    line = run[number]
    first = text[line.start]
    if first in "`~" and (taken := _fenced(text, run, number)):
        piece = _piece(run[number : number + taken])
        piece.become("verse", "lines between two fences, kept as they stand", "preformatted")
        return piece, taken
    if taken := _listed(text, run, number, measure):
        piece = _piece(run[number : number + taken])
        piece.become("list", "lines that begin with the same kind of mark")
        return piece, taken
    if taken := _quoted(text, run, number):
        piece = _piece(run[number : number + taken])
        piece.become("verse", "lines quoted from another message", "preformatted")
        return piece, taken
    if taken := table_rows(text, run, number):
        piece = _piece(run[number : number + taken])
        piece.become("table", "rows of cells")
        return piece, taken
    if number + 1 < len(run) and _underlines(text, line, run[number + 1]):
        return _piece(run[number : number + 2]), 2
    if taken := _marks(text, run, number):
        return _piece(run[number : number + taken]), taken
    return None, 0


def _fenced(text: str, run: Sequence[Line], number: int) -> int:
    opening = run[number]
    if not _FENCE.fullmatch(text, opening.start, opening.end):
        return 0
    fence = text[opening.start] * 3
    for last in range(number + 1, len(run)):
        if text.startswith(fence, run[last].start):
            return last - number + 1
    return 0


def _quoted(text: str, run: Sequence[Line], number: int) -> int:
    """Count the lines from *number* on that quote a message; one alone, or
    longer than a line of mail, is a paragraph like any other."""
    taken = 0
    while number + taken < len(run):
        line = run[number + taken]
        if text[line.start] != QUOTED or line.width > WIDEST_MEASURE:
            break
        taken += 1
    return taken if taken > 1 else 0


def _marks(text: str, run: Sequence[Line], number: int) -> int:
    """Count the lines of nothing but marks from *number* on."""
    taken = 0
    for here in range(number, len(run)):
        line = run[here]
        if text[line.start].isalnum() or text[line.start : line.end].strip(MARKS):
            break
        taken += 1
    return taken


def _underlines(text: str, line: Line, below: Line) -> bool:
    """Tell whether *below* is a rule drawn under the words of *line*."""
    drawn, width = below.end - below.start, line.end - line.start
    return (
        3 <= drawn <= 120
        and width <= 120
        and abs(drawn - width) <= max(3, width // 2)
        and _UNDERLINE.fullmatch(text, below.start, below.end) is not None
        and any(c.isalnum() for c in text[line.start : line.end])
    )


def marker(text: str, start: int, end: int) -> str:
    """Return the family of the list mark at *start*, or nothing."""
    first = text[start]
    if _HAN_ORDERED.match(text, start, end):
        return "一"
    if first.isalpha() and not text.startswith((".", ")"), start + 1) and first not in "ivxlc":
        return ""
    if _BULLET.match(text, start, end):
        return first
    if _ORDERED.match(text, start, end):
        return first if first in "([" else "1" if first.isdigit() else "a"
    return ""


def _listed(text: str, run: Sequence[Line], number: int, measure: int) -> int:
    """Return how many lines from *number* on are items of one list."""
    family = marker(text, run[number].start, run[number].end)
    words = text[run[number].start : min(run[number].end, run[number].start + 25)]
    if family == "-" and mark(fold(words)):
        return 0
    if not family or not text[run[number].start : run[number].end].strip("-*+– "):
        return 0
    if measure and number and _in_a_sentence(text, run[number - 1], run[number], measure):
        return 0
    items, last, indent = 1, number, run[number].indent
    for here in range(number + 1, len(run)):
        line = run[here]
        found = marker(text, line.start, line.end)
        if found == family or (found and line.indent > indent):
            items += 1
        elif not (line.indent > indent or _runs_on(text, run[here - 1], line, measure)):
            break
        last = here
    if family in "–" and items < 2:
        return 0
    return last - number + 1


def _in_a_sentence(text: str, line: Line, below: Line, measure: int) -> bool:
    """Tell whether *below*, whatever it begins with, goes on with a sentence
    of a hard-wrapped text."""
    words = text[line.start : line.end]
    margin = below.indent <= line.indent and not marker(text, line.start, line.end)
    return (
        margin
        and not (ends_in_stop(words) or hangs(words))
        and _runs_on(text, line, below, measure)
    )


def _runs_on(text: str, line: Line, below: Line, measure: int) -> bool:
    return bool(measure) and not next_word_fits(text, line, below, measure - 2)


def _merge_items(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Join the items of one list that blank lines keep apart, if they are
    short.  Long ones stay blocks of their own, so that each can be cited."""
    found: list[Piece] = []
    for _, group in groupby(pieces, key=lambda piece: _family_of(text, piece)):
        items = list(group)
        length = sum(item.length for item in items) // sum(item.lines for item in items)
        if items[0].kind == "list" and len(items) > 1 and length <= LONGEST_MERGED_ITEM:
            whole = items[0]
            whole.end = items[-1].end
            whole.lines = sum(item.lines for item in items)
            items = [whole]
        found += items
    return found


def _family_of(text: str, piece: Piece) -> str:
    return marker(text, piece.start, piece.end) if piece.kind == "list" else ""


def demote_lone_numbers(text: str, pieces: Sequence[Piece]) -> None:
    """Take the kind off a "list" of one numbered line: that is a paragraph
    with a number, or a numbered heading."""
    for piece in pieces:
        if piece.kind == "list" and piece.lines == 1:
            family = marker(text, piece.start, piece.end)
            runs_on = family == "1" and _SECOND.search(text, piece.start, piece.end)
            if family in ("(", "[", "1", "a", "一", "–") and not runs_on:
                piece.kind, piece.reason = None, ""


def _plain(text: str, lines: Sequence[Line], measure: int, opening: bool) -> list[Piece]:
    if measure:
        return _wrapped(text, lines, measure, opening)
    found: list[Piece] = []
    short: list[Line] = []

    def flush() -> None:
        if _is_verse(text, short, 4 if opening and not found else 3):
            found.append(_verse(text, short))
        else:
            found.extend(_piece([line]) for line in short)
        short.clear()

    for line in lines:
        brief = line.width <= LONGEST_VERSE_LINE
        if brief and not stands_alone(fold(text[line.start : line.end])):
            short.append(line)
        else:
            flush()
            found.append(_piece([line]))
    flush()
    return found


def _is_verse(text: str, lines: Sequence[Line], least: int) -> bool:
    """Tell whether *lines* were broken on purpose: short, and mostly not at
    the end of a sentence."""
    if len(lines) < least:
        return False
    stops = sum(ends_in_stop(text[line.start : line.end]) for line in lines)
    return stops * 10 < 6 * len(lines)


def _verse(text: str, lines: Sequence[Line]) -> Piece:
    piece = _piece(lines)
    sample = text[piece.start : piece.end][:4000]
    marks = sum(c in _CODE_MARKS for c in sample)
    if marks * 25 > len(sample) or letters_share(sample) < 0.6:
        piece.become("verse", "machine output, lines kept as they stand", "preformatted")
    else:
        piece.become("verse", "short lines broken on purpose, kept as they stand")
    return piece


def _wrapped(text: str, lines: Sequence[Line], measure: int, opening: bool) -> list[Piece]:
    """Split the lines of a hard-wrapped run: at an indent after a full stop,
    after a short line that ends in one, after a first line that is a title."""
    if len(lines) > 1 and _broken_on_purpose(text, lines, measure):
        return [_verse(text, lines)]
    margin = min(line.indent for line in lines)
    found: list[Piece] = []
    first = 0
    for number, (line, below) in enumerate(pairwise(lines), 1):
        fits = next_word_fits(text, line, below, measure - measure // 5)
        stops = fits and ends_in_stop(text[line.start : line.end])
        indented = below.indent >= margin + 2 and line.indent < below.indent
        titled = opening and number == 1 and fits and text[below.start].isupper()
        if stops or titled or (indented and ends_in_stop(text[line.start : line.end])):
            found.append(_piece(lines[first:number]))
            first = number
    found.append(_piece(lines[first:]))
    return found


def _broken_on_purpose(text: str, lines: Sequence[Line], measure: int) -> bool:
    free = sum(next_word_fits(text, a, b, measure - 2) for a, b in pairwise(lines))
    least = 1 if len(lines) == 2 else (len(lines) - 1) * 0.7
    if free < least:
        return False
    stops = sum(ends_in_stop(text[line.start : line.end]) for line in lines[:-1])
    return stops * 10 < 6 * len(lines)
