"""Ids of annotations, made from their content."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import structs

from regesta.model import Annotation
from regesta.whitespace import fold

A = TypeVar("A", bound=Annotation)


def identified(document: str, text: str, kind: str, annotations: Iterable[A]) -> tuple[A, ...]:
    """Return *annotations* sorted by place, each with an id: ``a-`` and 10 hex
    digits of the SHA-256 of document, kind, words and how many alike stand
    before it.  A text that is corrected elsewhere leaves the id as it was."""
    ordered = sorted(annotations, key=lambda a: (a.span.start, -a.span.end, a.rule))
    seen: Counter[str] = Counter()
    out = []
    for annotation in ordered:
        words = fold(annotation.span.of(text))
        seen[words] += 1
        content = "\0".join((document, kind, words, str(seen[words])))
        digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
        out.append(structs.replace(annotation, id=f"a-{digest[:10]}"))
    return tuple(out)
