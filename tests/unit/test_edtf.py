"""EDTF: what is right, what it means, how it is said.  Examples: data/edtf/."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta import edtf

DATA = Path(__file__).parents[1] / "data" / "edtf"


def examples(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((DATA / name).read_text("utf-8"))


@pytest.mark.parametrize("example", examples("spoken.yaml"), ids=lambda e: e["edtf"])
def test_says_bounds_and_marks_up(example: dict[str, Any]) -> None:
    value = example["edtf"]
    assert edtf.validate_expression(value) is None
    assert edtf.speak(value) == example["spoken"]
    bounds = " ".join(day.isoformat() if day else "open" for day in edtf.bounds(value))
    assert bounds == example["bounds"]
    assert edtf.html_datetime(value) == example.get("html")


@pytest.mark.parametrize("example", examples("refused.yaml"), ids=lambda e: e["edtf"] or "empty")
def test_refuses_and_says_why(example: dict[str, Any]) -> None:
    assert example["says"] in (edtf.validate(example["edtf"]) or "accepted")
    assert edtf.html_datetime(example["edtf"]) is None
    with pytest.raises(ValueError):
        edtf.speak(example["edtf"])


def test_durations_are_expressions_not_dates() -> None:
    assert edtf.validate("PT4H") is not None
    assert edtf.validate_expression("PT4H") is None
    for wrong in ("P", "PT", "4H", "P1", "P1YT"):
        assert edtf.validate_expression(wrong) is not None


def test_order_of_time() -> None:
    in_order = [
        "-0043", "195X", "1950~", "../2023-12-01", "2024", "2024-01", "2024-01-01",
        "[2024-01-30..2024-02-05]", "2024-01-30", "2024-02", "2024-21", "2024-22", "2024-24",
        "PT4H", "XXXX-02-18",
    ]  # fmt: skip
    shuffled = in_order[::-1]
    assert sorted(shuffled, key=edtf.sort_key) == in_order
    assert edtf.sort_key(None) > edtf.sort_key("9999-12-31")
    assert edtf.sort_key("nonsense") > edtf.sort_key("9999-12-31")


@given(st.dates())
def test_every_day(day: date) -> None:
    value = edtf.iso_day(day)
    assert edtf.validate(value) is None
    assert edtf.bounds(value) == (day, day)
    assert edtf.html_datetime(value) == value
    assert edtf.speak(value) == f"{day.day} {day:%B} {day.year}"


@given(st.text("0123456789XYPTHMSDW-/.[],~?%:Z+", max_size=30) | st.text(max_size=12))
def test_never_raises_on_any_text(text: str) -> None:
    edtf.sort_key(text)
    edtf.html_datetime(text)
    if edtf.validate_expression(text) is None:
        assert edtf.speak(text)
        earliest, latest = edtf.bounds(text)
        assert earliest is None or latest is None or earliest <= latest
