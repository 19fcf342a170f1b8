"""A review names the digest of what it saw, and lapses when that changes.

What was seen is all that a description or record says, but for the marks of the
review itself, and of a document its text.  The page shows the digest, so that
nobody has to compute one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, TypeVar

from regesta.model import Problem
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.records import DescriptionRecord
from regesta.seeds.values import Record

R = TypeVar("R", bound=Record)
_MARKS = ("status", "review")


def seen(record: Record, text_sha256: str = "") -> str:
    """Return the SHA-256 (hex) of what a reviewer of *record* has to look at:
    its keys in the order of the alphabet, as JSON, and the digest of the text.
    Who wrote what in which order, and a comment, change nothing of it."""
    said = _unmarked(record.model_dump(mode="json", by_alias=True, exclude_unset=True))
    shown = json.dumps([said, text_sha256], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(shown.encode("ascii")).hexdigest()


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unmarked(item) for key, item in value.items() if key not in _MARKS}
    return [_unmarked(item) for item in value] if isinstance(value, list) else value


def checked(seeds: Seeds) -> tuple[Seeds, list[Problem]]:
    """Return *seeds* with every review that has lapsed set back to a proposal,
    and a notice of each."""
    problems: list[Problem] = []
    documents = tuple(_document(held, problems) for held in seeds.documents)
    entities = tuple(_current(record, "", problems) for record in seeds.entities)
    return replace(seeds, documents=documents, entities=entities), problems


def _document(held: SeedDocument, problems: list[Problem]) -> SeedDocument:
    record = held.description
    if record is None:
        return held
    current = _current(record, held.sha256, problems)
    return held if current is record else replace(held, description=current)


def _current(record: R, text_sha256: str, problems: list[Problem]) -> R:
    review = getattr(record, "review", None)
    if review is None or review.sha256 is None:
        return record
    now = seen(record, text_sha256)
    if review.sha256 == now:
        return record
    message = f"reviewed by {review.by}, {review.on}; what was seen then has changed"
    remedy = f"look at it again, then: review: {{by: …, on: …, sha256: {now}}}"
    problems.append(record.where.problem("review-lapsed", message, "review", remedy=remedy))
    changes: dict[str, Any] = {"status": "proposed"} if _is_reviewed(record) else {}
    if isinstance(record, DescriptionRecord):
        for key in ("annotations", "accounts"):
            changes[key] = tuple(_proposed(item) for item in getattr(record, key))
        if record.title:
            changes["title"] = _proposed(record.title)
    return record.model_copy(update=changes)


def _is_reviewed(part: Any) -> bool:
    return bool(part.status == "reviewed")


def _proposed(part: Any) -> Any:
    return part.model_copy(update={"status": "proposed"}) if _is_reviewed(part) else part
