"""A megabyte of nothing but dates."""

from __future__ import annotations

import time

import pytest

from regesta import edtf
from regesta.annotate.dates import expressions as dates
from regesta.model import When

pytestmark = pytest.mark.load

PUBLISHED = When("2024-02-20", "stated", *edtf.bounds("2024-02-20"))


@pytest.mark.parametrize("unit", ["1 ", "Monday "])
def test_a_dense_megabyte(unit: str) -> None:
    start = time.process_time()
    dates.find(unit * (10**6 // len(unit)), [], published=PUBLISHED)
    assert time.process_time() - start < 90
