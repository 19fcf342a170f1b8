"""Anchors of blocks (design, section 5.7).

An anchor is ``p-`` and the first 8 hex digits of the SHA-256 of the folded
block in UTF-8; the second block with the same words takes ``-2`` and so on.
It depends on words alone, so it outlives edits elsewhere in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from regesta.model import Span
from regesta.whitespace import folded_digest


def anchor(words: str, occurrence: int = 1) -> str:
    """Return the anchor for *words*, the *occurrence*-th block (from 1) with
    that digest in its document."""
    stem = f"p-{folded_digest(words)[:8]}"
    return stem if occurrence < 2 else f"{stem}-{occurrence}"


def anchors(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the anchor of each of *spans* (in order of the text)."""
    seen: Counter[str] = Counter()
    for span in spans:
        stem = anchor(span.of(text))
        seen[stem] += 1
        yield stem if seen[stem] < 2 else f"{stem}-{seen[stem]}"
