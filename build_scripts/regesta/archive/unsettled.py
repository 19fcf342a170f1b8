"""What a person has still to settle in a document, so far as it can be counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model import Annotation, Document, Status

FIELDS = (
    "mentions", "dates", "quotations", "notes", "accounts", "publisher", "date", "rights", "type",
    "language",
)  # fmt: skip
"""The fields of a document that :func:`unsettled` reads."""

_NOT_JUDGED = ("", "http://rightsstatements.org/vocab/CNE/1.0/")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """*statuses* counts the annotations of each status, *unsure* those that are
    less than certain.  *meant* lists the mentions that may mean several: the
    ids, how many mentions, and where the first begins (code points).  *missing*
    names what nothing is known of: publisher, date, rights, type, language."""

    statuses: dict[Status, int]
    unsure: int
    meant: tuple[tuple[tuple[str, ...], int, int], ...]
    missing: tuple[str, ...]


def unsettled(document: Document) -> Unsettled:
    """Return what is still to settle in *document*."""
    every = list(_annotations(document))
    several: dict[tuple[str, ...], list[int]] = {}
    for mention in document.mentions:
        if len(mention.entities) > 1:
            several.setdefault(tuple(sorted(mention.entities)), []).append(mention.span.start)
    return Unsettled(
        statuses=dict(sorted(Counter(a.status for a in every).items())),
        unsure=sum(1 for a in every if a.certainty != "certain"),
        meant=tuple((ids, len(at), min(at)) for ids, at in sorted(several.items())),
        missing=tuple(_missing(document)),
    )


def _annotations(document: Document) -> Iterator[Annotation]:
    yield from document.mentions
    yield from document.dates
    yield from document.quotations
    yield from document.notes
    yield from document.accounts


def _missing(document: Document) -> Iterator[str]:
    if document.publisher.basis == "unknown":
        yield "publisher"
    if not document.date.edtf:
        yield "date"
    if document.rights.statement in _NOT_JUDGED:
        yield "rights"
    if not document.type:
        yield "type"
    if not document.language:
        yield "language"
