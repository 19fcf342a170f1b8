"""Every complaint is a value; printing is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.terms import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint.  *line* and *column* count from 1 (0: not known);
    columns count code points.  How it prints is not decided here."""

    code: str
    severity: Severity
    message: str
    path: str
    line: int = 0
    column: int = 0
    remedy: str = ""
