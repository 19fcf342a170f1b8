"""Reading a text past its typography: one kind of quote, dash and space.

Names are compared in this form.  It keeps case and, but for runs of white
space, length; :class:`Folded` leads from its positions back to the source's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from regesta.whitespace import WHITE_SPACE

BREAK = "\x1e"
"""Stands for an empty line, which no name reaches across."""

_NEWLINES = "\n\x0b\x0c\x85\u2028\u2029"
_TABLE = {
    **{ord(c): "\n" if c in _NEWLINES else " " for c in WHITE_SPACE},
    **dict.fromkeys(map(ord, "’‘ʼ′‛`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–−"), "-"),
    **dict.fromkeys(map(ord, "—―"), "—"),  # parts phrases, not the words of a name
}
_PLAIN = [(chr(odd), plain) for odd, plain in _TABLE.items() if chr(odd) != plain]
_RUNS = re.compile(r"[ \n]{2,}")
_RUNS_FROM_NEWLINE = re.compile(r"\n[ \n]*")
"""The same from the first newline on, in a text without two spaces in a row: the
engine need not stop at each space."""
_LOWER_ODD = {0x130: "i"}  # the one letter whose small form is longer than itself


class Folded:
    """A text in folded form.

    *text* is the folded string; *key* the same in small letters with hyphens
    as spaces, of the same length.  Positions are code points.
    """

    __slots__ = ("_at", "_delta", "_origin", "key", "text")

    def __init__(self, source: str) -> None:
        self._at: list[int] = []
        self._delta: list[int] = []
        self._origin: list[int] = []
        text = _plain(source)
        if "  " in text or "\n" in text:
            text = self._collapse(text)
        self.text = text
        self.key = key_of(text)

    def _collapse(self, text: str) -> str:
        pieces: list[str] = []
        done = shift = 0
        runs = _RUNS if "  " in text else _RUNS_FROM_NEWLINE
        for run in runs.finditer(text):
            start, end = run.span()
            if start and text[start - 1] == " ":
                start -= 1
            if end - start < 2:
                continue
            pieces.append(text[done:start])
            pieces.append(BREAK if text.count("\n", start, end) > 1 else " ")
            shift += end - start - 1
            self._at.append(end - shift)
            self._delta.append(shift)
            self._origin.append(end)
            done = end
        pieces.append(text[done:])
        return "".join(pieces).replace("\n", " ")

    def original(self, position: int) -> int:
        """Return the source position of the folded character at *position*."""
        if not self._at:
            return position
        index = bisect_right(self._at, position)
        return position + (self._delta[index - 1] if index else 0)

    def original_end(self, end: int) -> int:
        """Return the source position just after the folded character ``end - 1``."""
        return self.original(end - 1) + 1

    def folded(self, position: int) -> int:
        """Return the folded position of the source's *position*."""
        if not self._at:
            return position
        index = bisect_right(self._origin, position)
        return position - (self._delta[index - 1] if index else 0)


def _plain(text: str) -> str:
    """Return *text* by the table: twenty times as fast as ``str.translate``,
    which looks up every character, for most of the table is in no text."""
    for odd, plain in _PLAIN:
        if odd in text:
            text = text.replace(odd, plain)
    return text


def fold_name(name: str) -> str:
    """Return *name* in folded form, runs of white space as one space."""
    return " ".join(name.translate(_TABLE).replace("—", "-").split())


def key_of(folded: str) -> str:
    """Return the look-up key of a folded text, character by character."""
    key = folded.lower()
    if len(key) != len(folded):
        key = folded.translate(_LOWER_ODD).lower()
    return key.replace("-", " ").replace("—", " ")
