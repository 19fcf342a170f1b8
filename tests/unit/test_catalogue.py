"""The catalogue of interface strings holds all that the program hands to it."""

from __future__ import annotations

from support import catalogue


def test_the_template_is_up_to_date() -> None:
    """``python tests/support/catalogue.py`` writes it."""
    assert catalogue.TEMPLATE.read_text("utf-8") == catalogue.template()
