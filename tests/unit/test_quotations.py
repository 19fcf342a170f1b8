"""The examples in tests/data/quotations, the collection's gold, and any text.

An example has names (id: kind and names), a text (a line is a block, ``# `` a
heading) and the quotations found in it.  ``REGESTA_UPDATE=1`` writes what is
found into the files.
"""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from quotation_examples import DATA, lay_out, mentions, write

from regesta.annotate.quotations import finding as quotations
from regesta.model import Block, Mention, Quotation, Span, Speaker

EXAMPLES = sorted((DATA / "quotations").glob("*.yaml"))
SEEDS = Path(__file__).parents[2] / "seeds" / "documents"
GOLD = sorted((DATA / "gold").glob("[0-9]*.yaml"))


def plainly(text: str, found: list[Quotation], unnamed: list[Speaker]) -> dict[str, Any]:
    """What was found, in the short writing of the examples."""
    lines = []
    for q in found:
        line = {"words": q.span.of(text), "speaker": q.speaker}
        if q.source:
            line["source"] = q.source.of(text)
        if q.according_to:
            line["according_to"] = q.according_to
        lines.append(line | {"certainty": q.certainty, "rule": q.rule})
    speakers = {s.id: [span.of(text) for span in s.passages] for s in unnamed}
    return {"quotations": lines, "unnamed": speakers}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    text, blocks = lay_out(example["text"])
    names = mentions(text, example.get("names", {}))
    found = plainly(text, *quotations.find(text, blocks, names, "d"))
    if os.environ.get("REGESTA_UPDATE"):
        write(path, example | found)
    assert found == {key: example.get(key) for key in found}


def gold_blocks(text: str, gold: dict[str, Any]) -> list[Block]:
    headings = {heading["start"] for heading in gold["headings"]}
    residue = {piece["start"] for piece in gold["boilerplate"]}
    blocks, position = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        start = position + line.find(body)
        kind = "title" if start in headings else "residue" if start in residue else "paragraph"
        if body:
            blocks.append(Block(kind, Span(start, start + len(body)), "p-0"))  # type: ignore[arg-type]
        position += len(line)
    return blocks


def gold_mentions(gold: dict[str, Any]) -> list[Mention]:
    kinds = ("person", "organisation", "place", "topic")
    return sorted(
        (
            Mention(
                span=Span(m["start"], m["end"]), rule="gold", type=m["type"], entities=(m["id"],)
            )
            for m in gold["mentions"]
            if m["type"] in kinds and m["kind"] not in ("nominal", "pronoun", "role") and m["id"]
        ),
        key=lambda m: m.span,
    )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold(path: Path) -> None:
    """Every quotation's span; every named speaker; unnamed ones told apart.

    One speaker is left to a person: that "a U.S. readout" is a department's
    the text itself does not say.
    """
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    with (SEEDS / gold["file"]).open(encoding="utf-8", newline="") as file:
        text = file.read()
    found, unnamed = quotations.find(text, gold_blocks(text, gold), gold_mentions(gold), "d")
    assert [(q.span.start, q.span.end) for q in found] == [
        (q["start"], q["end"]) for q in gold["quotations"]
    ]
    authority = yaml.safe_load((DATA / "gold" / "_authority.yaml").read_text(encoding="utf-8"))
    nobody = {e["id"] for e in authority["entities"] if e.get("page") is False}
    same: dict[str, set[str | None]] = {}
    for q, expected in zip(found, gold["quotations"], strict=True):
        if "readout" in (q.speaker or ""):
            continue
        if expected["speaker"] not in nobody:
            assert q.speaker == expected["speaker"]
        elif q.rule != "quotation-headline":
            same.setdefault(expected["speaker"], set()).add(q.speaker)
    assert all(len(ids) == 1 for ids in same.values())
    assert len({id for ids in same.values() for id in ids}) == len(same)
    assert {id for ids in same.values() for id in ids} <= {speaker.id for speaker in unnamed}


PIECES = st.sampled_from(
    [
        *"\"'“”‘’„«»「」`,.:;!?—-\n ",
        "said ",
        "he ",
        "Ann Li ",
        "the official ",
        "according to ",
        "and ",
        "told ",
        "’s ",
        "6'2\" ",
        "“We ",
        "the report ",
        "“a b,” ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join), st.integers(1, 4))
def test_any_text(text: str, parts: int) -> None:
    edges = [len(text) * i // parts for i in range(parts + 1)]
    blocks = [Block("paragraph", Span(a, b), "p-0") for a, b in itertools.pairwise(edges)]
    names = mentions(text, {"ann-li": ["person", "Ann Li"]})
    found, unnamed = quotations.find(text, blocks, names, "d")
    known = {speaker.id for speaker in unnamed} | {"ann-li", None}
    end = 0
    for q in found:
        assert end <= q.span.start < q.span.end <= len(text)
        end = q.span.end
        assert q.speaker in known
        assert q.according_to in known
        assert q.speaker is not None or q.certainty == "possible"
        for span in (q.source, q.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
    assert (found, unnamed) == quotations.find(text, blocks, names, "d")


@pytest.mark.parametrize("mark", ['"', "'", "“", "‘", "``", "\"'", "» «"])
def test_a_megabyte_of_marks(mark: str) -> None:
    text = mark * (1_000_000 // len(mark))
    started = time.process_time()
    quotations.find(text, [Block("paragraph", Span(0, len(text)), "p-0")], [], "d")
    assert time.process_time() - started < 6  # two seconds on an idle machine
