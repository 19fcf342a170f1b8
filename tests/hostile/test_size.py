"""No text takes long, whatever it holds: time grows with its length and no
faster, and a megabyte is through in two seconds, or in what is published of its
kind.  ``python -m bench.one_text`` says which stage takes what."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench import hard_texts, one_text
from bench.one_text import in_memory

from regesta.archive import parting

SMALL, LARGE = 25_000, 100_000
PART = 12_000
"""Weight of a part of a text here, a tenth of what it is: two parts and more
of the small text, ten and more of the large, as of a megabyte otherwise."""
MEGABYTE = 1_000_000
SECONDS, MEGABYTES = 2.0, 600
"""What a megabyte of any kind takes at most of a processor and of memory, …"""
PUBLISHED: dict[str, dict[str, float]] = json.loads(
    (Path(one_text.__file__).parent / "megabyte.json").read_text("utf-8")
)
"""… but for those kinds of which more was published: it takes no more than that."""
BUSY = 1.5
"""How much longer it may take on a machine that does other things too."""
README = Path(one_text.__file__).parent / "README.md"


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
def test_a_megabyte_is_through_soon(kind: str) -> None:
    figures = one_text.measured(kind, MEGABYTE)
    assert figures["megabytes"] < MEGABYTES
    most = max(SECONDS, PUBLISHED[kind]["seconds"])
    assert sum(figures["seconds"].values()) < BUSY * most, figures


def test_what_takes_longer_is_published() -> None:
    """Each kind that takes more than two seconds stands in the README with what
    it takes, and no other; none takes more memory than is promised."""
    assert PUBLISHED.keys() == hard_texts.KINDS.keys()
    longer = {k: one["seconds"] for k, one in PUBLISHED.items() if one["seconds"] > SECONDS}
    rows = re.findall(r"(?m)^\| ([^|]+) \| ([0-9.]+) s \|$", README.read_text("utf-8"))
    assert dict(rows) == {kind: f"{spent:.1f}" for kind, spent in longer.items()}
    assert max(one["megabytes"] for one in PUBLISHED.values()) < MEGABYTES
