"""The catalogue of interface strings, as pages use it (:mod:`regesta.wording`)."""

from regesta.wording import LANGUAGE, _, counted, spelled

__all__ = ["LANGUAGE", "_", "counted", "spelled"]
