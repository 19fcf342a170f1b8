"""Regesta builds a static, annotated, verifiable archive out of plain text."""

__version__ = "0.1.0"
