"""What a line is, wherever it stands: all rules on single lines in one place.

Lines repeat (separators, buttons, empty cells of machine output), so verdicts
are kept by their words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from regesta.model import BlockKind
from regesta.segment import evidence, furniture


class Verdict(NamedTuple):
    """The kind of a line, the rule that says so, and a note for residue."""

    kind: BlockKind
    reason: str
    note: str = ""


@lru_cache(maxsize=4096)
def anywhere(words: str) -> Verdict | None:
    """Judge the folded *words* of a whole line by the rules that hold at any
    place of a text."""
    residue = furniture.mark(words) or furniture.furniture(words)
    if residue:
        return Verdict("residue", residue.reason, residue.note)
    if reason := evidence.source_line(words):
        return Verdict("source-line", reason)
    if reason := evidence.credit(words):
        return Verdict("credit", reason)
    return None


@lru_cache(maxsize=4096)
def near_an_end(words: str) -> Verdict | None:
    """Judge the folded *words* of a whole line by the rules that hold near
    the beginning or the end of a text."""
    if reason := evidence.byline(words):
        return Verdict("credit", reason)
    if reason := evidence.dateline_alone(words):
        return Verdict("dateline", reason)
    return None


@lru_cache(maxsize=4096)
def stands_alone(words: str) -> bool:
    """Tell whether the line is no line of verse: one of the rules knows it,
    or it is marked as a heading."""
    return words[:1] == "#" or bool(anywhere(words) or near_an_end(words))
