"""Finding a curated passage in its text: exactly once, or saying why not.

A passage is named the W3C Web Annotation way (Text Quote Selector): exact
words, with what stands directly before and after where the words alone stand
there more than once.  White space matches folded; nothing else may differ.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz

from regesta.model import Problem, Span
from regesta.problems import printable
from regesta.seeds.positions import Positions
from regesta.seeds.text_index import TextIndex
from regesta.whitespace import WHITE_SPACE, fold

_SHOWN = 3
_MANY = 100
_ASKED, _LONG = 200, 50_000
"""After so many searches in a text of so many code points an index is made."""


class Selector(Protocol):
    """What names a passage; :class:`~regesta.seeds.values.PassageRecord` does."""

    @property
    def exact(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def suffix(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Miss:
    """Why no passage was found: a *code* of the catalogue, the *message*, and
    what is right (*remedy*, empty for the catalogue's)."""

    code: str
    message: str
    remedy: str = ""

    def problem(self, where: Positions, *way: str | int) -> Problem:
        """Make the problem about the passage at *way* of a record."""
        return where.problem(self.code, self.message, *way, remedy=self.remedy or None)


# Runs of white space that are more, or other, than one plain space.
_ODD = f"[{WHITE_SPACE.replace(' ', '')}][{WHITE_SPACE}]*"
_UNEVEN = re.compile(f"{_ODD}| [{WHITE_SPACE}]+")
_UNEVEN_OF_SINGLE_SPACES = re.compile(_ODD)
"""The same but for the space before it, in a text without two spaces in a row:
the engine need not stop at each space."""


class FoldedText:
    """A text with its white space folded, and the way back to its offsets.

    Made once for a document, in linear time; each :meth:`find` is linear too, and
    the hundreds after the first few hardly depend on the text's length.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        pieces: list[str] = []
        # Where in the folded text, and in the text, each even stretch begins.
        self._folded_at, self._text_at = [0], [0]
        length = start = 0
        uneven = _UNEVEN if "  " in text else _UNEVEN_OF_SINGLE_SPACES
        for run in uneven.finditer(text):
            piece = text[start : run.start()]
            piece = piece if piece.endswith(" ") else f"{piece} "
            pieces.append(piece)
            length, start = length + len(piece), run.end()
            self._folded_at.append(length)
            self._text_at.append(start)
        pieces.append(text[start:])
        self.folded = "".join(pieces)
        self._plain: str | None = None
        self._asked = 0
        self._index: TextIndex | None = None

    def offset(self, at: int) -> int:
        """Return the text's offset of the character at *at* of the folded."""
        stretch = bisect_right(self._folded_at, at) - 1
        return self._text_at[stretch] + at - self._folded_at[stretch]

    def span(self, start: int, end: int) -> Span:
        """Return the text's span of a stretch of the folded text that neither
        begins nor ends with white space."""
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def find(self, passage: Selector, *, explained: bool = True) -> Span | Miss:
        """Return the span (code points of the text) of *passage*, or why it is
        not there exactly once; unless *explained*, without what would be right,
        which takes ten times as long to find."""
        exact = fold(passage.exact)
        if not exact:
            return Miss("passage-not-found", "the passage is empty")
        found = self._places(exact, fold(passage.prefix), fold(passage.suffix), 2)
        if len(found) == 1:
            return self.span(found[0], found[0] + len(exact))
        if not explained:
            code = "passage-not-unique" if found else "passage-not-found"
            return Miss(code, f"“{_short(exact)}” is not in the text exactly once")
        if found:
            return self._too_often(exact, passage)
        return self._not_found(exact, passage)

    def _places(self, exact: str, prefix: str, suffix: str, limit: int) -> list[int]:
        """Return where in the folded text *exact* begins between *prefix* and
        *suffix*, at most *limit* places of each spelling.  Between the parts
        may be a space: people leave it out, or end words in between."""
        places: set[int] = set()
        for before in (prefix, f"{prefix} ") if prefix else ("",):
            for after in (suffix, f" {suffix}") if suffix else ("",):
                found = self._begins(before + exact + after, limit)
                places.update(at + len(before) for at in found)
        return sorted(places)

    def _begins(self, words: str, limit: int) -> list[int]:
        """Return the first *limit* places of the folded text where *words* begin."""
        self._asked += 1
        if self._index is None and self._asked > _ASKED and len(self.folded) > _LONG:
            self._index = TextIndex(self.folded)
        if self._index and (known := self._index.places(words)) is not None:
            return known[:limit]
        found: list[int] = []
        at = self.folded.find(words)
        while at >= 0 and len(found) < limit:
            found.append(at)
            at = self.folded.find(words, at + 1)
        return found

    def holds(self, words: str) -> bool:
        """Tell whether *words* stand in the text at all."""
        return fold(words) in self.folded

    def selector(self, span: Span) -> dict[str, str]:
        """Return what names *span* of the text exactly once: ``exact``, with
        ``prefix`` and ``suffix`` where the words alone stand there more often.

        The reverse of :meth:`find`.  Where no context within reach makes the
        words unique, the longest that was tried is returned.
        """
        exact = fold(span.of(self.text))
        stretch = bisect_right(self._text_at, span.start) - 1
        at = self._folded_at[stretch] + span.start - self._text_at[stretch]
        context = {"prefix": "", "suffix": ""}
        for size in (0, 12, 30, 60, 120):
            if size:
                end = at + len(exact)
                context["prefix"] = fold(self.folded[max(0, at - size) : at])
                context["suffix"] = fold(self.folded[end : end + size])
            if len(self._places(exact, context["prefix"], context["suffix"], 2)) == 1:
                break
        return {"exact": exact, **{key: value for key, value in context.items() if value}}

    # ---- why not

    def _place(self, at: int) -> str:
        before = self.text[: self.offset(at)]
        lines = re.split("\r\n|\r|\n", before)
        return f"line {len(lines)}, column {len(lines[-1]) + 1}"

    def _too_often(self, exact: str, passage: Selector) -> Miss:
        places = self._places(exact, fold(passage.prefix), fold(passage.suffix), _MANY)
        often = f"{len(places)} times" if len(places) < _MANY else f"{_MANY} times or more"
        shown = "; ".join(self._place(at) for at in places[:_SHOWN])
        more = "; …" if len(places) > _SHOWN else ""
        message = f"“{_short(exact)}” stands in the text {often}: {shown}{more}"
        choices = [self._made_unique(exact, at) for at in places[:_SHOWN]]
        return Miss("passage-not-unique", message, "\n".join(filter(None, choices)))

    def _made_unique(self, exact: str, at: int) -> str:
        """Show prefix and suffix with which the place *at* is the only one."""
        end = at + len(exact)
        for words in (1, 2, 3, 5, 8):
            before = _last_words(self.folded[max(0, at - 30 * words) : at], words)
            after = _first_words(self.folded[end : end + 30 * words], words)
            for prefix, suffix in ((before, ""), ("", after), (before, after)):
                if len(self._places(exact, prefix, suffix, 2)) == 1:
                    parts = [f'prefix: "{_quoted(prefix)}"'] if prefix else []
                    parts += [f'suffix: "{_quoted(suffix)}"'] if suffix else []
                    return f"{self._place(at)}: {', '.join(parts)}"
        return ""

    def _not_found(self, exact: str, passage: Selector) -> Miss:
        alone = self._places(exact, "", "", _MANY)
        if alone:
            return self._context_wrong(exact, passage, alone)
        near = self._nearest(exact)
        message = f"“{_short(exact)}” is not in the text"
        if near is None:
            return Miss("passage-not-found", message)
        at, words = near
        return Miss("passage-not-found", message, f"{self._place(at)} has: {_short(words, 300)}")

    def _context_wrong(self, exact: str, passage: Selector, alone: list[int]) -> Miss:
        wanted = [f"after “{_short(fold(passage.prefix))}”"] if passage.prefix else []
        wanted += [f"before “{_short(fold(passage.suffix))}”"] if passage.suffix else []
        message = f"“{_short(exact)}” does not stand {' and '.join(wanted)}"
        if len(alone) == 1:
            remedy = "leave prefix and suffix out: the words stand in the text once, in "
            return Miss("passage-not-found", message, remedy + self._place(alone[0]))
        choices = [self._made_unique(exact, at) for at in alone[:_SHOWN]]
        return Miss("passage-not-found", message, "\n".join(filter(None, choices)))

    def _nearest(self, exact: str) -> tuple[int, str] | None:
        """Return where words very like *exact* stand, and these words.

        First the same but for capitals and the form of quotation marks and
        dashes; then by parts: of words with one fault some part is right."""
        if self._plain is None:
            self._plain = _plainly(self.folded)
        wanted, plain = _plainly(exact), self._plain
        at = plain.find(wanted)
        if at >= 0:
            return at, self.folded[at : at + len(exact)]
        best = (75.0, -1, -1)
        for start, part in _parts(wanted):
            for hit in _hits(plain, part):
                low = max(0, hit - start - 5)
                window = plain[low : hit - start + len(wanted) + 5]
                likeness = fuzz.partial_ratio_alignment(wanted, window)
                if likeness and likeness.score > best[0]:
                    best = (likeness.score, low + likeness.dest_start, low + likeness.dest_end)
        _, begin, end = best
        return (begin, self.folded[begin:end]) if begin >= 0 else None


def find(text: str | FoldedText, passage: Selector) -> Span | Miss:
    """Return the span of *passage* in *text* (code points), or why it is not
    there exactly once.  For many passages of one text make a FoldedText."""
    return (text if isinstance(text, FoldedText) else FoldedText(text)).find(passage)


_ALIKE = str.maketrans("“”„‟«»‘’‚‛`´‐‑‒–—−", '""""""' + "''''''" + "------")


def _plainly(text: str) -> str:
    """Return *text* with one form of each mark and without capitals, each
    character still in its place."""
    text = text.translate(_ALIKE)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _parts(words: str) -> list[tuple[int, str]]:
    """Cut *words* into four, each with where it begins; short ones are taken
    as they are."""
    size = max(4, -(-len(words) // 4))
    parts = [(at, words[at : at + size]) for at in range(0, len(words), size)]
    return [(at, part) for at, part in parts if len(part) >= 3]


def _hits(text: str, part: str) -> list[int]:
    hits: list[int] = []
    at = text.find(part)
    while at >= 0 and len(hits) < 10:
        hits.append(at)
        at = text.find(part, at + 1)
    return hits


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split(" ")[-count - 1 :]).strip()[-120:] if text.strip() else ""


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split(" ")[: count + 1]).strip()[:120] if text.strip() else ""


def _short(words: str, length: int = 80) -> str:
    return printable(words if len(words) <= length else words[: length - 1] + "…")


def _quoted(words: str) -> str:
    """Write *words* for between double quotation marks in YAML."""
    return printable(words.replace("\\", "\\\\").replace('"', '\\"'))
