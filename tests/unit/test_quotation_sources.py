"""Who speaks, in the words of the text: the examples in tests/data/quotations/sources.

An example is a paragraph of news with no name on record, and below it ``=>``
with the source of each quotation, parted by ``|`` (``-`` where nobody is said
to speak).  ``REGESTA_UPDATE=1`` writes what is found into the files.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from quotation_examples import DATA

from regesta.annotate.quotations import finding as quotations
from regesta.model import Block, Span

FILES = sorted((DATA / "quotations" / "sources").glob("*.txt"))


def sources(paragraph: str) -> str:
    """The source of each quotation of *paragraph*, as the files write it."""
    block = Block("paragraph", Span(0, len(paragraph)), "p-0")
    found, _unnamed = quotations.find(paragraph, [block], [], "d")
    return " | ".join(q.source.of(paragraph) if q.source else "-" for q in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sources(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    paragraphs = [example.split("\n=> ")[0] for example in written.strip().split("\n\n")]
    found = "\n".join(f"{p}\n=> {sources(p)}\n" for p in paragraphs)
    if os.environ.get("REGESTA_UPDATE"):
        path.write_text(found, encoding="utf-8")
    assert found == written
