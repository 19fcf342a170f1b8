"""Where quoted words begin and end.

One walk over each block of the text.  Paired marks of many traditions are
known; the straight marks and the raised comma, which are also apostrophes,
feet and inches, count as quotation marks only where their surroundings say so.
Marks inside a quotation open nothing: only the outermost quotation is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from regesta.model import Block, Span
from regesta.whitespace import WHITE_SPACE, trimmed

_CLOSERS: dict[str, str] = {
    "“": '”"“',
    "”": "”",
    "„": '“”‟"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
    '"': '"”',
}
"""Opening mark to the marks that close it, for marks that are nothing else.
Title marks of Chinese and Japanese (《 》) are left out: they quote nobody."""

_SINGLE_CLOSERS = {"‘": "’'", "‚": "‘’", "'": "'’"}
_SINGLE_MARKS = "“”„‟«»‹›「」『』〝〞〟＂\"‘‚'"
# The first character is looked for in one sweep; what may follow depends on it.
_MARK = re.compile(
    f"[{_SINGLE_MARKS}’`](?:(?<=\")\"{{2,}}|(?<=')'{{2,}}|(?<=[“”\"'‘’])[“”\"'‘’]{{4,}}|"
    f"(?<=[{_SINGLE_MARKS}])|(?<=`)`)"
)
_BEFORE_OPENING = frozenset(WHITE_SPACE + "([{<—–-/=:…¿¡“‘\"'«„：，、。！？；（")
_WHITE = frozenset(WHITE_SPACE)
_AFTER_CLOSING = frozenset(".,;:?!)]}—–-…")
_ELISION = re.compile(r"\d0s?\b|(?:tis|twas|em|til|n|cause|bout|round)\b", re.IGNORECASE)
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}\Z")
_LETTER = re.compile(r"\w")

_SINGLE_REACH = 1000
"""How far a single mark may stand from its partner, in code points: beyond
that, an apostrophe is likelier than a quotation."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: *span* covers the marks; *block* is the index of the block
    in which they open and *last* of the one in which they end; *closed* is
    False where the closing mark is missing."""

    span: Span
    block: int
    last: int
    mark: str
    closed: bool = True


def find(text: str, blocks: Sequence[Block], most: int | None = None) -> list[Quoted]:
    """Return the outermost quotations of *text* in order, *most* at most; they
    never overlap.

    A quotation whose mark is not closed ends with its block, unless the next
    block opens with the same mark again (a quotation over paragraphs) or
    closes it.  Residue is not searched.  Without blocks, the whole text is one.
    """
    found: list[Quoted] = []
    for index, piece in _pieces(text, blocks):
        inside = list(islice(_in_piece(text, index, piece), most))
        open_before = found[-1] if found and not found[-1].closed else None
        if open_before is not None and open_before.last == _previous(blocks, index):
            joined = _joined(text, piece, open_before, inside)
            if joined is not None:
                found[-1] = joined
                inside = [quoted for quoted in inside if quoted.span.start >= joined.span.end]
        found.extend(inside)
        if most is not None and len(found) >= most:
            return found[:most]
    return found


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Span]]:
    if not blocks:
        yield 0, Span(*trimmed(text, 0, len(text)))
    for index, block in enumerate(blocks):
        if block.kind != "residue":
            yield index, Span(*trimmed(text, block.span.start, block.span.end))


def _previous(blocks: Sequence[Block], index: int) -> int:
    index -= 1
    while index >= 0 and blocks[index].kind == "residue":
        index -= 1
    return index


def _joined(text: str, piece: Span, before: Quoted, inside: list[Quoted]) -> Quoted | None:
    """Return the quotation that *before*, left open, makes with this block."""
    index = before.last + 1
    if inside:
        index = inside[0].block
        first = inside[0]
        if first.span.start == piece.start and first.mark == before.mark:
            return replace(
                before,
                span=Span(before.span.start, first.span.end),
                last=first.last,
                closed=first.closed,
            )
    if before.mark in "\"'＂":
        return None
    limit = inside[0].span.start if inside else piece.end
    for match in _CLOSING_ONLY.finditer(text, piece.start, limit):
        if match.group() in _CLOSERS.get(before.mark, ""):
            span = Span(before.span.start, match.end())
            return replace(before, span=span, last=index, closed=True)
        return None
    return None


_CLOSING_ONLY = re.compile("[”»›」』〞〟«‹“]")


def _in_piece(text: str, block: int, piece: Span) -> Iterator[Quoted]:
    """Yield the quotations of one block; only the last may be left open."""
    opened, mark, latex = -1, "", 0
    position = piece.start
    while (match := _MARK.search(text, position, piece.end)) is not None:
        at, position = match.start(), match.end()
        here = match.group()
        if len(here) > 2:
            continue  # an ornament or a fence
        if mark:
            if here in _CLOSERS[mark] and _closes(text, at, piece, mark):
                if _LETTER.search(text, opened + 1, at):
                    yield Quoted(Span(opened, position), block, block, mark)
                mark = ""
            elif here == mark and _opens_anew(text, at, piece):
                opened = at
        elif here in _SINGLE_CLOSERS or here == "``":
            if here == "``":
                # One search finds the end for all marks before it, however many.
                if 0 <= latex < position:
                    latex = text.find("''", position, piece.end)
                near = position < latex <= at + _SINGLE_REACH - 2
                end = latex + 2 if near else 0
            else:
                end = _single_end(text, at, piece)
            if end:
                yield Quoted(Span(at, end), block, block, here)
                position = end
        elif here in _CLOSERS and _opens(text, at, piece):
            opened, mark = at, here
    if mark and _LETTER.search(text, opened + 1, piece.end):
        yield Quoted(Span(opened, piece.end), block, block, mark, closed=False)


def _before(text: str, at: int, piece: Span) -> str:
    return text[at - 1] if at > piece.start else "\n"


def _after(text: str, at: int, piece: Span) -> str:
    return text[at + 1] if at + 1 < piece.end else "\n"


def _opens(text: str, at: int, piece: Span) -> bool:
    """Tell whether the mark at *at* may open a quotation where none is open."""
    mark, before, after = text[at], _before(text, at, piece), _after(text, at, piece)
    if mark in "«「『〝„":
        return True
    if mark == "“":
        return after not in _WHITE or before in _WHITE
    return before in _BEFORE_OPENING and after not in _WHITE


def _closes(text: str, at: int, piece: Span, mark: str) -> bool:
    """Tell whether the mark at *at* may close what *mark* opened."""
    if text[at] in '"“' and mark != "„":
        before, after = _before(text, at, piece), _after(text, at, piece)
        if before in _WHITE and after not in _WHITE and after not in _AFTER_CLOSING:
            return False
        if text[at] == "“" and not (before not in _WHITE and after in _WHITE | _AFTER_CLOSING):
            return False
        return not _FEET_AND_INCHES.search(text, max(piece.start, at - 6), at)
    return True


def _opens_anew(text: str, at: int, piece: Span) -> bool:
    """Tell whether the same mark again means that the first was never closed;
    at the head of a line it is the mark repeated for a new paragraph."""
    before = _before(text, at, piece)
    return before in " \t\u00a0" and _after(text, at, piece) not in _WHITE


def _single_end(text: str, at: int, piece: Span) -> int:
    """Return the end of the quotation in single marks that opens at *at*, or 0
    where the mark is an apostrophe, a foot or stands alone.

    A mark after an *s* may be a possessive: it closes only where no surer one
    follows before the next mark that opens.
    """
    before, after = _before(text, at, piece), _after(text, at, piece)
    if before not in _BEFORE_OPENING or not (after.isalnum() or after in '“"«…[$£€'):
        return 0
    if _ELISION.match(text, at + 1):
        return 0
    closers = _SINGLE_CLOSERS[text[at]]
    unsure = 0
    for match in _RAISED.finditer(text, at + 1, min(piece.end, at + _SINGLE_REACH)):
        here = match.start()
        left, right = text[here - 1], _after(text, here, piece)
        if left in _BEFORE_OPENING and right.isalnum():
            break
        if match.group() not in closers or left in _WHITE or right.isalnum():
            continue
        possessive = left in "sS" and right in _WHITE
        if not possessive:
            return match.end() if here - at > 1 else 0
        unsure = unsure or match.end()
    return unsure


_RAISED = re.compile("['’‘]")
