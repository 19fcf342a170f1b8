"""Expressions of time in texts.  Examples: data/dates/*.yaml, where ⟦ ⟧ mark
what is to be found and ``found`` says what it means.  With REGESTA_UPDATE=1 the
values (never the marks) are written anew; read the difference before you keep it."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta import edtf
from regesta.annotate.dates import expressions as dates
from regesta.model import UNKNOWN_DATE, Block, DateExpression, Span, When

DATA = Path(__file__).parents[1] / "data"
FILES = sorted((DATA / "dates").glob("*.yaml"))
UPDATE = os.environ.get("REGESTA_UPDATE") == "1"


def when(value: str | None) -> When:
    return When(value, "stated", *edtf.bounds(value)) if value else UNKNOWN_DATE


def marked(text: str, found: list[DateExpression]) -> str:
    for one in reversed(found):
        text = f"{text[: one.span.start]}⟦{one.span.of(text)}⟧{text[one.span.end :]}"
    return text


def values(found: list[DateExpression]) -> list[str]:
    return [f"{one.when.edtf or 'unknown'} {one.when.basis} {one.certainty}" for one in found]


def read(example: dict[str, Any]) -> list[DateExpression]:
    text = re.sub("[⟦⟧]", "", example["text"])
    anchors = {key: when(example.get(key)) for key in ("published", "written")}
    return dates.find(text, lines(text) if example.get("blocks") == "lines" else [], **anchors)


def lines(text: str) -> list[Block]:
    found = re.finditer("[^\n]+", text)
    return [Block("paragraph", Span(*line.span()), "") for line in found]


if UPDATE:

    def test_update() -> None:
        for path in FILES:
            source = path.read_text("utf-8")
            head = "".join(line for line in source.splitlines(True) if line.startswith("#"))
            examples = yaml.safe_load(source)
            for example in examples:
                example["found"] = values(read(example))
            body = yaml.safe_dump(examples, allow_unicode=True, sort_keys=False, width=10_000)
            path.write_text(head + body, "utf-8")


EXAMPLES = [
    pytest.param(example, id=f"{path.stem}-{number}")
    for path in FILES
    for number, example in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)
]


@pytest.mark.skipif(UPDATE, reason="updating")
@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: dict[str, Any]) -> None:
    found = read(example)
    assert marked(re.sub("[⟦⟧]", "", example["text"]), found) == example["text"]
    assert values(found) == example["found"]


GOLD = sorted((DATA / "gold").glob("0*.yaml"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold(path: Path) -> None:
    gold = yaml.safe_load(path.read_text("utf-8"))
    source = DATA.parents[1] / "seeds" / "documents" / Path(gold["file"]).name
    text = source.read_bytes().decode("utf-8")
    found = {
        (one.span.start, one.span.end): one
        for one in dates.find(text, [], published=when(gold["date"]["edtf"]))
    }
    for date in gold["dates"]:
        one = found.pop((date["start"], date["end"]), None)
        assert one is not None, date["text"]
        assert one.when.edtf in [date["edtf"], *date.get("accept", [])], date["text"]
    assert not found


def test_no_expression_crosses_a_block() -> None:
    text = "They met in May\n2024 was dull."
    blocks = [Block("paragraph", Span(0, 15), ""), Block("paragraph", Span(16, 30), "")]
    found = dates.find(text, blocks)
    assert [one.span.of(text) for one in found] == ["May", "2024"]
    assert [one.span.of(text) for one in dates.find(text, [])] == ["May\n2024"]


def test_a_reason_names_its_anchor_in_words() -> None:
    [one] = dates.find("They met on Sunday.", [], published=when("2024-02-20"))
    assert one.reason == "The Sunday on or before the day of publication, 20 February 2024."
    assert one.anchor == "publication"


def test_a_weekday_that_disagrees_is_a_conflict() -> None:
    [one] = dates.find("On Monday, February 18, 2024, they met.", [])
    assert one.when.conflict == "18 February 2024 was a Sunday; the text says Monday."


WORDS = st.sampled_from(
    "May March 30 30th 2024 1/2/2024 last next Monday Sunday’s two days after week later in the "
    "of , – - from to between and year month ago Q1 FY24 1990s 19th century mid- early summer . "
    "\n each every today February 29 31 0001-01-01 9999-12-31 years".split(" ")
)
ANCHORS = st.sampled_from(
    [None, "2024-02-29", "0001-01-01", "9999-12-31", "[2023-12-30..2024-01-03]", "2024", "20XX"]
)


@given(st.lists(WORDS).map(" ".join) | st.text(), ANCHORS, ANCHORS)
def test_any_text(text: str, published: str | None, written: str | None) -> None:
    found = dates.find(text, [], published=when(published), written=when(written))
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.reason
        assert "{" not in one.reason
        if one.when.edtf is not None:
            assert edtf.validate_expression(one.when.edtf) is None
            assert (one.when.earliest, one.when.latest) == edtf.bounds(one.when.edtf)
        else:
            assert one.when.basis == "unknown"


DENSE = ["1", "1 ", "1,", "Monday ", "in ", "2024-", "last ", "A. ", "first   ", "May 1, "]


@pytest.mark.parametrize("unit", DENSE)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        dates.find(unit * (size // len(unit)), [], published=when("2024-02-20"))
        return time.process_time() - start

    # Ten times the text may take thirty times as long on a busy machine, not a hundred.
    assert seconds(200_000) < 30 * seconds(20_000) + 1


@pytest.mark.parametrize("text", ["1" * 10**6, "1," * 500_000, "Mon" * 333_333, " " * 10**6])
def test_a_megabyte_without_dates(text: str) -> None:
    start = time.process_time()
    assert dates.find(text, []) == []
    assert time.process_time() - start < 10
