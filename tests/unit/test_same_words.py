"""Words that two documents have in common."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from regesta.annotate.same_words import finding as same_words
from regesta.model import Block, Quotation, Relation, Span


def document(
    id: str, text: str, quoted: dict[str, str | None] | None = None
) -> tuple[str, str, list[Block], list[Quotation]]:
    """A document of one paragraph a line; *quoted* gives words and speakers."""
    blocks, position = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            span = Span(position, position + len(line.rstrip()))
            blocks.append(Block("paragraph", span, "p-0"))
        position += len(line)
    quotations = [
        Quotation(span=Span(text.index(q), text.index(q) + len(q)), rule="test", speaker=who)
        for q, who in (quoted or {}).items()
    ]
    return id, text, blocks, sorted(quotations, key=lambda q: q.span)


def told(relations: list[Relation]) -> list[tuple[str, str, str, str]]:
    return [(r.document, r.other, r.kind, r.certainty) for r in relations]


def test_quoted_words_of_the_other() -> None:
    readout = document("a", "The sides had a Frank and\nUseful exchange on herring.")
    report = document(
        "b", 'A readout called it "frank and useful," and so on.', {'"frank and useful,"': "x"}
    )
    (relation,) = same_words.find([report, readout])
    assert told([relation]) == [("b", "a", "quotes", "probable")]
    assert relation.passage is not None
    assert relation.other_passage is not None
    assert relation.other_passage.span.of(readout[1]) == "Frank and\nUseful"
    assert relation.evidence == "The words quoted here stand in the other document as its own."


def test_set_phrases_tell_nothing() -> None:
    report = document("b", "He said “the end of it” and “as well.”", {"“the end of it”": "x"})
    assert same_words.find([report, document("a", "It was the end of it.")]) == []
    scare = document("c", "The “big red bus” came.", {"“big red bus”": None})
    assert same_words.find([scare, document("a", "A big red bus went.")]) == []


def test_one_utterance_in_two_translations() -> None:
    one = "“We had a long conversation. We reached a common view of the plan of the board,”"
    two = "“We had a long conversation and were open. We reached a common view on the plan,”"
    relations = same_words.find(
        [document("b", f"{one} Ohm said.", {one: "ohm"}), document("a", two, {two: "ohm"})]
    )
    assert told(relations) == [("a", "b", "same-utterance", "probable")]
    others = [document("b", one, {one: "ohm"}), document("a", two, {two: "byrne"})]
    assert same_words.find(others) == []
    unnamed = [document("b", one, {one: "unnamed-man"}), document("a", two, {two: "unnamed-man"})]
    assert same_words.find(unnamed) == []


LONG = "one bright cold morning in April the clocks of the harbour town struck thirteen at once"


def test_long_runs() -> None:
    first = document(
        "a",
        f"Nobody knows why {LONG}, but many have asked about it ever since then, "
        "in letters and papers and songs that nobody sings any longer here.",
    )
    second = document(
        "b",
        f"It is told that {LONG}. That is not so, says whoever was there, for the "
        "tower had been silent since the storm of the year before, and longer.",
    )
    assert told(same_words.find([first, second])) == [("a", "b", "quotes", "possible")]
    copy = document("c", first[1].replace("songs", "poems"))
    assert ("a", "c", "version", "possible") in told(same_words.find([first, copy]))


@given(
    st.lists(st.lists(st.sampled_from("a b c d e “a b” \n".split(" ")), max_size=60), max_size=4)
)
def test_any_documents(texts: list[list[str]]) -> None:
    documents = [document(str(i), " ".join(words)) for i, words in enumerate(texts)]
    found = same_words.find(documents)
    assert found == same_words.find(documents)
    for relation in found:
        assert relation.document != relation.other


def test_many_documents_take_linear_time() -> None:
    numbers = random.Random(1)
    words = [f"w{i}" for i in range(5000)]
    documents = [document(f"d{i:04}", " ".join(numbers.choices(words, k=300))) for i in range(1000)]
    documents.append(document("same", "same " * 50_000))
    documents.append(document("same-2", "same " * 50_000))
    started = time.process_time()
    same_words.find(documents)
    assert time.process_time() - started < 20
