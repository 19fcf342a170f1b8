"""The catalogue of interface strings, as pages use it (:mod:`regesta.wording`)."""

from regesta.wording import (
    Table,
    Words,
    _,
    counted,
    direction,
    language,
    noted,
    spelled,
)

__all__ = [
    "Table",
    "Words",
    "_",
    "counted",
    "direction",
    "language",
    "noted",
    "spelled",
]
