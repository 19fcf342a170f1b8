"""No text takes long, whatever it holds: time grows with its length and no
faster, and a megabyte is through in seconds.  ``python -m bench.one_text`` says
which stage takes what."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench import hard_texts
from bench.one_text import in_memory, whole

from regesta.archive import parting

SMALL, LARGE = 25_000, 100_000
PART = 12_000
"""Weight of a part of a text here, a tenth of what it is: two parts and more
of the small text, ten and more of the large, as of a megabyte otherwise."""
MEGABYTE = 1_000_000
SECONDS = 3.0
"""What a megabyte takes at most: two on a machine that does nothing else."""
DENSE = (
    "guillemets", "speech", "speech in paragraphs", "quotations never closed, in paragraphs",
    "days", "dates without end", "years", "ranges of dates", "days without a year",
    "days in slashes", "vague times", "alternating marks", "control characters in words",
    "short lines", "marks by chance",
)  # fmt: skip
"""Every few characters begin a date, a quotation or a paragraph: tens of
thousands of annotations, which take their time, and no more than that."""
DENSE_SECONDS = 20.0


def seconds(kind: str, length: int) -> float:
    """Return the processor seconds from text to HTML, without Python's search
    for unused objects: whether it falls inside is chance, and it looks through
    all that is held each time."""
    text = hard_texts.KINDS[kind](length)
    gc.collect()
    gc.disable()
    try:
        return sum(in_memory(text).values())
    finally:
        gc.enable()


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    """Load what is loaded once, and leave what other tests hold in memory to
    itself: Python would look through all of it again while a text is timed."""
    in_memory("A word.")
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("kind", hard_texts.KINDS)
def test_time_grows_with_the_text(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text takes at most about four times as long, in four times
    as many parts."""
    monkeypatch.setattr(parting, "LARGEST", PART)
    small = large = float("inf")
    # A machine that is busy with other things can spoil one run, hardly five.
    for _run in range(5):
        small, large = min(small, seconds(kind, SMALL)), min(large, seconds(kind, LARGE))
        if large < 5 * small + 0.1:
            return
    pytest.fail(f"{small:.2f} s, four times the text {large:.2f} s")


@pytest.mark.long
@pytest.mark.parametrize("kind", hard_texts.KINDS)
def test_a_megabyte_is_through_soon(kind: str, tmp_path: Path) -> None:
    spent = whole(hard_texts.KINDS[kind](MEGABYTE), tmp_path)
    assert sum(spent.values()) < (DENSE_SECONDS if kind in DENSE else SECONDS), spent
