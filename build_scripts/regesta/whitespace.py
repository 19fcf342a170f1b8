"""White space and folding, as the archive's contracts define them.

One definition for the whole program: text is compared, digested and anchored
in its *folded* form, where each run of white space is one U+0020 and the ends
are stripped.  The set is fixed (26 code points) and deliberately narrower than
``str.isspace``: U+001C-001F are control characters, not white space.
"""

from __future__ import annotations

import hashlib
import re

WHITE_SPACE = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u2028\u2029\u202f\u205f\u3000"
)
"""The 26 code points that count as white space, and nothing else."""

_RUN = re.compile(f"[{WHITE_SPACE}]+")


def fold(text: str) -> str:
    """Return *text* with each run of white space as one space, ends stripped."""
    # What ``str.split`` takes for white space besides.
    if "\x1c" in text or "\x1d" in text or "\x1e" in text or "\x1f" in text:
        return _RUN.sub(" ", text).strip(" ")
    return " ".join(text.split())


def strip(text: str) -> str:
    """Return *text* without white space at its ends."""
    return text.strip(WHITE_SPACE)


def is_blank(text: str) -> bool:
    """Tell whether *text* has no character but white space."""
    return not text.strip(WHITE_SPACE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range ``[start, end)`` of *text* (code points) without white
    space at its ends; ``(start, start)`` where nothing else is in it."""
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        # Control characters that Python takes for white space take the longer way.
        return start, end
    piece = text[start:end]
    body = piece.lstrip(WHITE_SPACE)
    if not body:
        return start, start
    start = end - len(body)
    return start, start + len(body.rstrip(WHITE_SPACE))


def folded_digest(text: str) -> str:
    """Return the SHA-256 (hex) of the UTF-8 of the folded *text*."""
    return hashlib.sha256(fold(text).encode("utf-8")).hexdigest()
