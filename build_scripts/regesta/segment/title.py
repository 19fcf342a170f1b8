"""A title for a text that has none: its own opening words.

Cataloguers call this a *supplied title* (ISAD(G) 3.1.2); pages show it in
square brackets and say that it was supplied.
"""

from __future__ import annotations

import re

from regesta.model import Span
from regesta.segment import evidence
from regesta.segment.segmentation import NUMBERED, Segmentation
from regesta.segment.shapes import OPENERS
from regesta.whitespace import fold

LONGEST = 90
"""Code points of a supplied title, the ellipsis included."""

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][A-Za-z])[.!?…](?=[\"'”’»)]{0,2}(?: |$))|[。！？]"
)
_CLAUSE_END = re.compile(r"[,;:](?= )|[，；：、]| [–—-] ")
_LIST_MARK = re.compile(r"(?:[-*+•‣–]|\d{1,3}[.)]|\([a-z\d]{1,4}\)|#{1,6}|>)\s*")
_SALUTATION = re.compile(r"(?:dear|sehr geehrte|estimad[oa]s?|chère?s?)\b", re.IGNORECASE)
_CLOSER = {"“": "”", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]", "「": "」"}
_WINDOW = 1000


def supplied_title(text: str, segmentation: Segmentation) -> str:
    """Return a title of at most :data:`LONGEST` code points, made of the
    opening words of *text*: the standfirst's if it has one, else those of the
    first paragraph, its dateline left out.  Empty where there are no words.

    A short first sentence is taken whole, without its full stop; a longer one
    is cut after a clause or a word, with an ellipsis.
    """
    words, _start = _opening(text, segmentation)
    sentence, whole = _first_sentence(words)
    short = sentence if whole and len(sentence) <= LONGEST else _cut(sentence)
    closer = _CLOSER.get(short[:1])
    return short[1:] if closer and closer not in short[1:] else short


def opening_at(text: str, segmentation: Segmentation) -> int:
    """Return where the words begin that a supplied title is made of."""
    return _opening(text, segmentation)[1]


def _opening(text: str, segmentation: Segmentation) -> tuple[str, int]:
    """Return the folded words with which the text begins, and where they do."""
    blocks = segmentation.blocks
    first = [block for block in blocks if block.kind == "standfirst"]
    body = [block for block in blocks if block.kind == "paragraph"]
    text_blocks = [block for block in blocks if block.kind in NUMBERED]
    for block in (*first, *body[:20], *text_blocks[:20], *blocks[:20]):
        start = _after_dateline(text, block.span, segmentation.dateline)
        words = fold(text[start : min(block.span.end, start + _WINDOW)])
        if mark := _LIST_MARK.match(words):
            words = words[mark.end() :]
        if not _SALUTATION.match(words) and any(c.isalnum() for c in words):
            return words, start
    return fold(text[:_WINDOW]), 0


def _after_dateline(text: str, span: Span, dateline: Span | None) -> int:
    found = dateline if dateline and span.contains(dateline) else None
    found = found or evidence.dateline_at_head(text, span.start, span.end)
    return found.end if found else span.start


def _first_sentence(words: str) -> tuple[str, bool]:
    """Return the first sentence without its stop, and whether it is whole."""
    match = _SENTENCE_END.search(words)
    if not match:
        return words, len(words) < _WINDOW
    if words[match.start()] in "?!！？":
        return words[: match.end()], True
    return words[: match.start()], True


def _cut(words: str) -> str:
    head = words[: LONGEST - 1]
    clauses = [m.start() for m in _CLAUSE_END.finditer(head)]
    if clauses and clauses[-1] >= LONGEST // 2:
        return _closed(head[: clauses[-1]]) + "…"
    if len(words) > len(head) and " " in head:
        head = head[: head.rindex(" ")]
    return _closed(head) + "…"


def _closed(words: str) -> str:
    """Leave out an opening mark or a hanging one at the end."""
    return words.rstrip(" ,;:–—-" + OPENERS.replace("'", "")) or words
