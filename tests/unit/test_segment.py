"""Segmentation: readable examples, the gold of the first collection, invariants."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model import Block, Span
from regesta.segment import Hints, Override, Segmentation, segment
from regesta.segment.anchors import anchor
from regesta.whitespace import WHITE_SPACE, fold

DATA = Path(__file__).parents[1] / "data"
ROOT = Path(__file__).parents[2]
RULE = "\n" + "=" * 40 + "\n"
STAND_INS = str.maketrans({"␍": "\r", "␌": "\f", "␤": "\u2028"})


def line_for(text: str, block: Block) -> str:
    """Write a block as one line."""
    words = fold(block.span.of(text))
    if len(words) > 70:
        words = f"{words[:40].rstrip()} … {words[-24:].lstrip()}"
    level = f" {block.level}" if block.level else ""
    note = f" ({block.note})" if block.note else ""
    return f"{block.kind}{level}{note} {block.number or '-'}: {words}"


def written(text: str, found: Segmentation) -> str:
    """Write a segmentation as readable lines."""
    head = [f"hard-wrapped: {'yes' if found.wrapped else 'no'}"]
    if found.dateline:
        head.append(f"dateline: {found.dateline.of(text)}")
    return "\n".join(head + [line_for(text, block) for block in found.blocks]) + "\n"


def check_coverage(text: str, found: Segmentation) -> None:
    """Every character but white space in exactly one block, in order."""
    at = 0
    for block in found.blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip(WHITE_SPACE)
        words = block.span.of(text)
        assert words == words.strip(WHITE_SPACE)
        at = block.span.end
    assert not text[at:].strip(WHITE_SPACE)
    anchors = [block.anchor for block in found.blocks]
    assert len(set(anchors)) == len(anchors)
    numbers = [block.number for block in found.blocks if block.number]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", sorted((DATA / "segment").glob("*.txt")), ids=lambda p: p.stem)
def test_examples(path: Path) -> None:
    source, _, expected = path.read_text(encoding="utf-8").partition(RULE)
    text = source.translate(STAND_INS)
    found = segment(text)
    check_coverage(text, found)
    actual = written(text, found)
    if os.environ.get("REGESTA_UPDATE"):
        path.write_text(source + RULE + actual, encoding="utf-8")
    else:
        assert actual == expected


@pytest.mark.parametrize("path", sorted((DATA / "gold").glob("[0-9]*.yaml")), ids=lambda p: p.stem)
def test_gold(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    source = ROOT / "seeds" / "documents" / gold["file"]
    text = source.read_bytes().decode("utf-8")
    found = segment(text)
    check_coverage(text, found)
    start = gold["title"].get("start")
    assert found.title == (None if start is None else Span(start, gold["title"]["end"]))
    line = gold["dateline"]
    assert found.dateline == (Span(line["start"], line["end"]) if line else None)
    furniture = {
        (b.span.start, b.span.end, b.note if b.kind == "residue" else b.kind)
        for b in found.blocks
        if b.kind in ("residue", "source-line", "credit", "dateline")
    }
    assert furniture == {(b["start"], b["end"], b["kind"]) for b in gold["boilerplate"]}
    names = {"heading": "section"}
    headings = {
        (b.span.start, b.span.end, names.get(b.kind, b.kind))
        for b in found.blocks
        if b.kind in ("title", "standfirst", "heading")
    }
    assert headings == {(h["start"], h["end"], h["level"]) for h in gold["headings"]}


def test_false_titles_are_rare() -> None:
    """The texts of the sample come without their titles: hardly any first
    line may be taken for one (those that are, are headlines of their own)."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((DATA / "untitled").glob("*.txt"))]
    assert len(texts) >= 30
    titled = sum(segment(text).title is not None for text in texts)
    assert titled <= len(texts) // 10


@pytest.mark.parametrize("path", sorted((DATA / "corpus").glob("*.txt")), ids=lambda p: p.stem)
def test_titles_are_found(path: Path) -> None:
    """These texts begin with their title, an empty line below it."""
    text = path.read_text(encoding="utf-8")
    title = segment(text).title
    assert title is not None
    assert title.of(text) == text.partition("\n\n")[0]


LINES = st.sampled_from(
    ["A Title of Sorts", "A sentence that ends.", "- item", "1. item", "(a) item", "###", "|", "",
     " ", "a\tb", "| a | b |", "---", "By Jane Doe", "Source: Somebody", "From: a@b", "# Mark",
     "Subject: Talks", "PARIS, May 3 (AP) -- It rained.", "  indented line", "```", "CHAPTER I.",
     "Read more: x", "date 2024-01-11 Submit Release", "word " * 30, "short line,", "©", "\u3000",
     "\x1c", "é" * 80]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "\x85", " \n"])
TEXTS = st.one_of(
    st.text(), st.lists(st.tuples(LINES, BREAKS)).map(lambda rows: "".join(a + b for a, b in rows))
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_covered(text: str) -> None:
    found = segment(text)
    check_coverage(text, found)
    assert segment(text) == found
    for block in found.blocks:
        stem = anchor(block.span.of(text))
        assert block.anchor == stem or block.anchor.startswith(f"{stem}-")
    if found.dateline:
        assert any(b.span.contains(found.dateline) for b in found.blocks)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.data())
def test_hints_never_break_coverage(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=3))
    overrides = tuple(Override(Span(a, b), "residue", note="furniture") for a, b in spans)
    title = data.draw(st.none() | st.tuples(place, place).map(sorted))
    hints = Hints(title=Span(*title) if title else None, overrides=overrides)
    check_coverage(text, segment(text, hints=hints))


def test_hints_win() -> None:
    text = (
        "Not a title but a shout\nThe first paragraph is longer than that shout. Buy now. The end."
    )
    plain = segment(text)
    assert plain.blocks[0].kind == "title"
    assert segment(text, hints=Hints(no_title=True)).title is None
    at = text.index("Buy now.")
    hints = Hints(
        overrides=(Override(Span(at, at + 8), "residue", note="advert", reason="said so"),)
    )
    kinds = [(b.kind, b.span.of(text)) for b in segment(text, hints=hints).blocks]
    assert kinds[1:] == [
        ("paragraph", "The first paragraph is longer than that shout."),
        ("residue", "Buy now."),
        ("paragraph", "The end."),
    ]
    titled = segment(text, hints=Hints(title=Span(at, at + 8)))
    assert titled.title == Span(at, at + 8)
    assert titled.blocks[0].kind != "title"


def test_anchor_of_the_second_alike() -> None:
    found = segment("The same words again.\n\nThe  same words again.\n")
    first, second = (block.anchor for block in found.blocks)
    assert first == anchor("The same words again.")
    assert second == f"{first}-2"


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "\n" * 1_000_000, "- " * 500_000, "a" * 1_000_000, " " * 1_000_000,
     "[" * 1_000_000, "A.A." * 250_000, "A-" * 500_000, "a|b" * 300_000, "- x\n" * 10_000,
     "a\n\n" * 10_000, "# a\n" * 10_000, "From: a\n" * 10_000, "a   b\n" * 10_000],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    found = segment(text)
    assert time.process_time() - start < 2
    check_coverage(text, found)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("From our own correspondent", "credit"),
        ("By our correspondent in Vienna.", "credit"),
        ("From our correspondent the news came late.", "paragraph"),
    ],
)
def test_a_byline_without_a_name(line: str, kind: str) -> None:
    text = f"The news of the day\n\n{line}\n\nThey met in the town and talked for hours."
    (block,) = [block for block in segment(text).blocks if block.span.of(text) == line]
    assert block.kind == kind
