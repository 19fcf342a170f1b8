"""Texts that hold more of something than is looked for: where it ends, and the
notice that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from regesta.annotate import density
from regesta.model import Bound, BoundKind, Document, Problem
from regesta.problems import problem

_LINE_END = re.compile("\r\n|[\r\n]")
_WHAT: Mapping[BoundKind, str] = {"mention": "names", "date": "dates", "quotation": "quotations"}


def bounds(text: str, untils: Mapping[BoundKind, int | None]) -> tuple[Bound, ...]:
    """Return what was not looked for up to the end of *text*; *untils* maps
    each kind of annotation to the code point up to which it was, or None."""
    return tuple(
        Bound(kind, until, density.most(kind, text))
        for kind, until in untils.items()
        if until is not None
    )


def notices(document: Document) -> list[Problem]:
    """Return a notice for each bound of *document*, at its place in the text."""
    return [_notice(document, bound) for bound in document.bounds]


def _notice(document: Document, bound: Bound) -> Problem:
    ends = [end.end() for end in _LINE_END.finditer(document.text, 0, bound.start)]
    column = bound.start - (ends[-1] if ends else 0) + 1
    what = _WHAT[bound.kind]
    message = (
        f"more than {bound.most:,} {what} in one text: from here on, {what} are not looked for"
    )
    return problem("annotations-many", message, document.path, len(ends) + 1, column)
