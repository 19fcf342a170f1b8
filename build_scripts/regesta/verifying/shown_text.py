"""The words on a document's page against the words of its source.

Reads HTML with the standard library's parser and shares nothing with what
writes the pages; the stand-alone checker of the tests is a third way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from regesta.model import Problem
from regesta.problems import problem
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.whitespace import fold, is_blank

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_PAGE = re.compile(r"(documents/[^/]+?)(?:/[0-9]+)?\.html")
"""A document's page, or that of a part of it."""
_BLOCKS = frozenset(
    "p div li td th tr dt dd h1 h2 h3 h4 h5 h6 pre ul ol table blockquote details br".split()
)


@dataclass(slots=True)
class Piece:
    """An element that says it is a copy of *span* of the file *sha256*."""

    sha256: str
    span: str
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, bool, Piece | None]] = []
        self._silent = 0
        self._piece: Piece | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._break(tag)
        if tag in _VOID:
            return
        silent = "data-gloss" in given or "data-cp" in given
        if "data-cp" in given and not self._silent:
            self._add("".join(_characters(given["data-cp"] or "")))
        self._silent += silent
        before = self._piece
        if "data-verbatim" in given:
            self._piece = Piece(given["data-verbatim"] or "", given.get("data-span") or "")
            self.pieces.append(self._piece)
        self._open.append((tag, silent, before))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _silent, _before in self._open):
            return
        name = ""
        while name != tag:
            name, silent, self._piece = self._open.pop()
            self._silent -= silent
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, words: str) -> None:
        if self._piece is not None and not self._silent:
            self._piece.words.append(words)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._add(" ")


def _characters(codes: str) -> Iterator[str]:
    for code in codes.split():
        try:
            yield chr(int(code, 16))
        except (ValueError, OverflowError):
            yield "\N{REPLACEMENT CHARACTER}"


def pieces(html: str) -> list[Piece]:
    """Return the pieces of source text on a page, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces


def differences(seeds: Seeds, pages: Mapping[str, str], base: str) -> list[Problem]:
    """Return a problem for each place where a page (path below *base* to
    HTML) does not hold its document's words, and for a page without them."""
    out: list[Problem] = []
    known = {f"documents/{d.id}": d for d in seeds.documents}
    shown: dict[str, list[tuple[str, Piece]]] = {}
    for path, html in sorted(pages.items()):
        found = [(path, piece) for piece in pieces(html)]
        part = _PAGE.fullmatch(path)
        if part is not None and part[1] in known:
            shown.setdefault(part[1], []).extend(found)
        elif found:
            message = "this page shows text, and it is no document's own page"
            out.append(problem("verbatim-differs", message, base + path))
    for stem, found in shown.items():
        for path, message in _faults(known[stem], found, f"{stem}.html"):
            out.append(problem("verbatim-differs", message, base + path))
    return out


def _faults(
    document: SeedDocument, shown: list[tuple[str, Piece]], page: str
) -> Iterator[tuple[str, str]]:
    """Yield (path of a page, what is wrong there); *page* is the first."""
    record = document.description
    if document.source is None:
        if shown:
            yield page, "this page shows text that is withheld"
        return
    text = document.source.text
    spans: list[tuple[int, int]] = []
    for path, piece in shown:
        start, _dash, end = piece.span.partition("-")
        if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text)):
            yield path, f"“{piece.span}” is no place in the text"
            continue
        if piece.sha256 != document.sha256:
            yield path, f"the words at {piece.span} name the file {piece.sha256}"
        spans.append((int(start), int(end)))
        if fold("".join(piece.words)) != fold(text[int(start) : int(end)]):
            yield path, f"the words at {piece.span} are not those of {document.path}"
    if record is not None and record.access != "full":
        return
    yield from ((page, message) for message in _gaps(text, spans))


def _gaps(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in sorted(spans):
        if start < at:
            yield f"the words from {start} stand there twice"
        if not is_blank(text[at:start]):
            yield f"the words from {at} to {start} are left out"
        at = max(at, end)
    if not is_blank(text[at:]):
        yield f"the words from {at} on are left out"
