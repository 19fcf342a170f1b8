"""One row of the catalogue of problems."""

from __future__ import annotations

from regesta.model import Severity

Row = tuple[str, str, str, str] | tuple[str, str, str, str, Severity]
"""(code, title, meaning, remedy[, severity]); severity is error unless given."""
