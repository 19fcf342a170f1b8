"""Where a clause begins and ends, and the statement that it makes."""

from __future__ import annotations

import re

import msgspec

from regesta.annotate.accounts.vocabulary import CLAUSE_END
from regesta.model import Aspect, Certainty, Span

_OPENS_CLAUSE = re.compile(r"[;:]\s|,\s(?:but|while)\s")
_HANGING = re.compile(
    r"(?:\s(?:on|in|at|of|with|to|for|and|or|but|that|by|from|as|the|an?|is|are|was|were|now|which|"
    r"who|its|their|into|about))+[\s,.;]*$"
)
"""Small words that nothing follows."""
_OPENS_NAME = re.compile(r"[;:,]\s|\b(?:said|says|and|but|while|that)\s")


class Told(msgspec.Struct, frozen=True):
    """One statement found: which aspect, its words, its value, how sure, why."""

    aspect: Aspect
    span: Span
    value: str = ""
    certainty: Certainty = "certain"
    why: str = ""


def clause_start(text: str, floor: int, position: int) -> int:
    """Return where the clause of the verb at *position* begins."""
    relative = text.rfind(", who ", floor, position)
    if relative >= 0 and position - relative < 12:
        position = relative
        stops = [m.end() for m in _OPENS_NAME.finditer(text, floor, position)]
        return stops[-1] if stops else floor
    stops = [m.end() for m in _OPENS_CLAUSE.finditer(text, floor, position)]
    return stops[-1] if stops else floor


def clause_end(text: str, start: int, limit: int) -> int:
    """Return where the clause goes no further, at the latest at *limit*."""
    stop = CLAUSE_END.search(text, start, limit)
    return stop.start() if stop else limit


def trimmed(text: str, span: Span) -> Span:
    """Return *span* without white space and marks at its ends."""
    words = span.of(text)
    hanging = _HANGING.search(words)
    if hanging is not None:
        span = Span(span.start, span.start + hanging.start())
        words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n\t\r\u00a0,"))
    marks = " \n\t\r\u00a0.,;" + ("”" if "“" not in words else "")
    end = span.end - (len(words) - len(words.rstrip(marks)))
    if words.count('"') == 1 and text[end : end + 2] in (',"', '."'):
        end += 2  # the quotation that the words end with
    return Span(start, max(start, end))
