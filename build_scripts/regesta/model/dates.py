"""What is known of a date, and from where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from regesta.model.terms import Basis
from regesta.model.text import Passage


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why something is held to be so: a reason in words and, where there is
    one, the passage that it rests on."""

    reason: str
    passage: Passage | None = None


class When(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date with how it is known.

    *edtf* is EDTF level 0-1 or a one-of set, or None where nothing is known;
    *earliest* and *latest* bound the day (None: open).  ``[A..B]`` is one day
    between A and B, ``A/B`` what lasted from A to B.  Local to the place.
    """

    edtf: str | None
    basis: Basis
    earliest: date | None = None
    latest: date | None = None
    conflict: str | None = None
    evidence: tuple[Evidence, ...] = ()


UNKNOWN_DATE = When(None, "unknown")


@dataclass(frozen=True, slots=True)
class Written:
    """Where a record is written: *path* of its file (empty: nowhere yet), the
    digest of what a reviewer sees of it (*seen*), the *line* (from 1) at which
    it begins, those of its keys and of the items of their lists, and how many
    spaces these are moved in."""

    path: str = ""
    seen: str = ""
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    items: Mapping[str, Sequence[int]] = field(default_factory=dict)
    indents: Mapping[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        """Return the line of *key*, or of the record where it has none."""
        return self.lines.get(key, self.line)


NOT_WRITTEN = Written()
