"""The examples in tests/data/names: records, a text, and the mentions marked in it.

``[Wang](wang-yi)`` is a mention, ``[Wang](wang-yi|wang-xiaohong)`` an ambiguous
one, ``‹Mr. ›`` before it the title of office; marks nest.  Each line of the
text is a block; a line that starts with ``# `` is a heading (the mark is not
part of the text).  ``REGESTA_UPDATE=1`` writes what is found into the files.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from regesta.annotate.names.finding import Gazetteer
from regesta.model import Block, Entity, Event, Mention, Span, WordedAs

EXAMPLES = sorted((Path(__file__).parents[1] / "data" / "names").glob("*.yaml"))
MARKS = re.compile(r"[\[‹›]|\]\([^)]*\)")


def record(fields: dict[str, Any]) -> Entity:
    """An authority record from the example's short writing."""
    cls = Event if fields["kind"] == "event" else Entity
    return cls(
        id=fields["id"],
        kind=fields["kind"],
        name=fields["name"],
        variants=tuple(fields.get("variants", ())),
        short_forms=tuple(fields.get("short_forms", ())),
        worded_as=tuple(WordedAs(**words) for words in fields.get("worded_as", ())),
        family_name_first=fields.get("family_name_first", False),
    )


def lay_out(text: str) -> tuple[str, list[Block]]:
    """The text without heading marks, and its lines as blocks."""
    blocks, plain = [], ""
    for line in text.splitlines():
        heading = line.startswith("# ")
        line = line.removeprefix("# ")
        if line:
            span = Span(len(plain), len(plain) + len(line))
            blocks.append(Block("heading" if heading else "paragraph", span, "p-0"))
        plain += line + "\n"
    return plain, blocks


def marked(text: str, blocks: list[Block], mentions: list[Mention]) -> str:
    """*text* with the marks of *mentions* and headings."""
    marks: list[tuple[int, int, int, str]] = []
    for m in mentions:
        size = m.span.end - m.span.start
        if m.extended:
            marks.append((m.extended.start, 1, -size - 1, "‹"))
            marks.append((m.span.start, 1, -size - 1, "›"))
        marks.append((m.span.start, 2, -size, "["))
        marks.append((m.span.end, 0, size, f"]({'|'.join(m.entities)})"))
    marks += [(b.span.start, -1, 0, "# ") for b in blocks if b.kind == "heading"]
    for at, _, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    written = path.read_text("utf-8")
    example = yaml.safe_load(written)
    text, blocks = lay_out(MARKS.sub("", example["text"]))
    gazetteer = Gazetteer(record(fields) for fields in example["records"])
    found = marked(text, blocks, gazetteer.find(text, blocks, example.get("document", "a")))
    if os.environ.get("REGESTA_UPDATE"):
        head = written[: written.index("\ntext: |\n")] + "\ntext: |\n"
        lines = ("  " + line if line else "" for line in found.rstrip("\n").split("\n"))
        path.write_text(head + "\n".join(lines) + "\n", "utf-8")
    else:
        assert found.rstrip("\n") == example["text"].rstrip("\n")


RECORDS = [
    record(f) for path in EXAMPLES for f in yaml.safe_load(path.read_text("utf-8"))["records"]
]
GAZETTEER = Gazetteer({r.id: r for r in RECORDS}.values())
PIECES = sorted(
    {name for r in RECORDS for name in (r.name, *r.variants, *r.short_forms)}
    | {
        " ",
        "\n",
        "\n\n",
        ", ",
        ". ",
        " and ",
        "’s ",
        " (",
        ")",
        "President ",
        "Mr. ",
        "of ",
        "the ",
    }
    | {
        "Departments of ",
        "U.S",
        "-",
        "—",
        "İ",
        "ß",
        "e\u0301",
        "\u00a0",
        "\u2028",
        "www.",
        "@",
        "（",
    }
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40), st.booleans())
def test_mentions_are_in_range_sorted_and_never_cross(pieces: list[str], with_blocks: bool) -> None:
    text = "".join(pieces)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip() and with_blocks:
            blocks.append(Block("paragraph", Span(at, at + len(line)), "p-0"))
        at += len(line) + 1
    mentions = GAZETTEER.find(text, blocks, "a")
    assert mentions == sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    for index, one in enumerate(mentions):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text).strip() == one.span.of(text)
        assert one.entities and one.why
        if one.extended:
            assert one.extended.start < one.span.start and one.extended.end == one.span.end
        for other in mentions[index + 1 : index + 20]:
            assert not one.span.crosses(other.span)
            assert one.span != other.span


def test_the_order_of_records_does_not_matter() -> None:
    text = "Jane Doe met Wang Yi. Wang and Doe left for Georgia."
    unique = list({r.id: r for r in RECORDS}.values())
    assert Gazetteer(unique).find(text, [], "a") == Gazetteer(unique[::-1]).find(text, [], "a")


def test_no_records_and_no_text() -> None:
    assert Gazetteer([]).find("Some text.", [], "a") == []
    assert GAZETTEER.find("", [], "a") == []
