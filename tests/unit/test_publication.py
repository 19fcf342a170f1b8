"""Days of publication worked out over a collection."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from regesta import edtf
from regesta.annotate.dates.publication import DatedText, Proposal, work_out
from regesta.model import Span, When
from regesta.segment import segment

TESTS = Path(__file__).parents[1]
GOLD = TESTS / "data" / "gold"


def when(value: str) -> When:
    return When(value, "stated", *edtf.bounds(value))


def one(text: str, events: dict[str, str] | None = None, *pairs: tuple[str, str]) -> Proposal:
    spans = [(Span(text.index(words), text.index(words) + len(words)), id) for words, id in pairs]
    known = {id: when(value) for id, value in (events or {}).items()}
    return work_out([DatedText("a", text, (), spans)], known)["a"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" date 2024-01-11 Submit Release\nThey met and talked.", "2024-01-11"),
        ("WASHINGTON, Jan. 5, 2024 — They met and talked.", "2024-01-05"),
        ("A Title\nPublished: 5 January 2024\nThey met and talked.", "2024-01-05"),
        ("Today, July 14, 2022, she met them. They had met on July 1, 2022.", "2022-07-14"),
        ("FOR IMMEDIATE RELEASE March 3, 2021\nThey met and talked.", "2021-03-03"),
    ],
)
def test_stated(text: str, value: str) -> None:
    published = one(text).published
    assert (published.edtf, published.basis) == (value, "stated")
    assert published.evidence[0].passage is not None


@pytest.mark.parametrize(
    ("lines", "value", "basis"),
    [
        ("Updated 4:15 PM EDT, Fri August 5, 2022", "2022-08-05~", "inferred"),
        ("Posted on February 3, 2020 by Kofi Mensah-Lund", "2020-02-03", "stated"),
        ("Updated August 5, 2022\n\nPublished August 3, 2022", "2022-08-03", "stated"),
        (
            "Signed at Port Ard on 17 June 1954\nEntered into force on 1 January 1955",
            "1954-06-17",
            "stated",
        ),
    ],
)
def test_days_of_a_change_and_of_coming_into_force(lines: str, value: str, basis: str) -> None:
    text = f"A title of the text\n\n{lines}\n\nThey met in the town and talked for hours."
    published = work_out([DatedText("a", text, segment(text).blocks)], {})["a"].published
    assert (published.edtf, published.basis) == (value, basis)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A Title\nMinutes of June 3, 2014", "2014-06-03~"),
        ("COUNCIL MINUTES – 17 SEPTEMBER 2008", "2008-09-17~"),
        ("At a meeting held on the 5th day of October, 1898, it was voted so.", "1898-10-05~"),
        ("He had talked for thirty minutes on 4 May 2019.", None),
    ],
)
def test_a_line_that_says_when_it_was_held(line: str, value: str | None) -> None:
    assert one(f"{line}\n\nMembers present: Roe, Smith.").published.edtf == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("e-mail-answering", "2024-02-12"),
        ("letter", "1921-05-04"),
        ("questions-and-answers", "2021-05-04"),
        ("web-page-links-at-the-end", "2021-05-04"),
        ("minutes", "1921-05-04~"),  # its last date is that of the next meeting
        ("page-numbers", None),
    ],
)
def test_stated_in_the_lines_of_a_text(name: str, value: str | None) -> None:
    example = (TESTS / "data" / "segment" / f"{name}.txt").read_text("utf-8")
    text = example.partition("\n====")[0]
    published = work_out([DatedText("a", text, segment(text).blocks)], {})["a"].published
    assert published.edtf == value
    basis = "inferred" if value and "~" in value else "stated"
    assert published.basis == (basis if value else "unknown")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met.\n\nJANE DOE\nTHE WHITE HOUSE, December 13, 2023.\n", "2023-12-13"),
        ("They met and talked.\n3 May 1950\n", "1950-05-03"),
    ],
)
def test_signed_is_written_and_published_about_then(text: str, value: str) -> None:
    found = one(text)
    assert (found.published.edtf, found.published.basis) == (value + "~", "inferred")
    assert (found.written.edtf, found.written.basis) == (value, "stated")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "LISBON, March 14 (Wire) - The bank said on Thursday that prices fell.\n"
            "Analysts expect it to end 2024 at 9%.",
            "2024-03-14~",
        ),
        (
            "LISBON, March 14 (Wire) - The bank said on Thursday that prices fell.\n"
            "They had last fallen in 2018 and 2019.",
            None,
        ),
        ("LISBON, March 14 (Wire) - The bank said on Thursday that prices fell.", None),
        ("LISBON, March 14 (Wire) - The bank said on Friday that prices fell in 2020.", None),
        ("Lisboa, 14 de março de 2024. O banco disse que os preços não subiram em março.", "="),
        ("MINUTES OF A COUNCIL\nHeld in the hall on Monday 11th February 2013\n\nAll came.", "~"),
        ("A COUNCIL\nIt was held in the hall on Monday 11th February 2013\n\nAll came.", None),
    ],
)
def test_a_wire_story_s_year_and_the_day_of_what_was_held(text: str, value: str | None) -> None:
    found = one(text).published
    expected = {"=": "2024-03-14", "~": "2013-02-11~"}.get(value or "", value)
    assert found.edtf == expected, found
    assert all(e.passage for e in found.evidence) or not expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on Sunday, and today they rest.",
        "They met on January 5, 2024, in the town of the treaty that they know.",
        "September 11, 2001\nOn May 2, 2011, the search was ended.",
        "Last updated on April 28, 2025\nThey met.",
        "Published 3 May 2024\nPublished 9 May 2024\nThey met.",
        "",
    ],
)
def test_unknown_says_why(text: str) -> None:
    published = one(text).published
    assert (published.edtf, published.basis) == (None, "unknown")
    assert published.evidence[0].reason


def test_the_day_of_the_next_meeting_is_not_the_text_s_own() -> None:
    text = (
        "MINUTES\n\nThe wall was discussed.\n\nDate of next meeting\n\nTuesday 12th November 1974."
    )
    assert work_out([DatedText("d", text)], {})["d"].published.edtf is None


def test_a_page_may_be_younger_than_its_text() -> None:
    text = "Date: 2024-01-11\nOn January 10, they met. Today’s meeting was short."
    assert one(text).written.edtf == "2024-01-10"


def test_a_bare_weekday_is_of_the_week_after() -> None:
    found = one("They met on Tuesday.", {"e": "2024-01-30"}, ("met", "e")).published
    assert found.edtf == "[2024-01-30..2024-02-05]"
    assert found.basis == "inferred"


def test_last_month_and_a_month() -> None:
    found = one("The meeting last month was good.", {"e": "2024-01-10"}, ("meeting", "e"))
    assert found.published.edtf == "[2024-02-01..2024-02-29]"


def test_words_told_on_a_day() -> None:
    text = "They met on Sunday. Officials told reporters Tuesday that it was good."
    found = one(text, {"e": "2024-02-18"}, ("met", "e")).published
    assert found.edtf == "2024-02-20~"


def test_links_that_do_not_fit_are_a_conflict() -> None:
    text = "The talks on Tuesday. The dinner on Sunday."
    found = one(text, {"t": "2024-01-30", "d": "2023-05-02"}, ("talks", "t"), ("dinner", "d"))
    assert found.published.conflict


def test_the_five_texts() -> None:
    events = yaml.safe_load((GOLD / "_events.yaml").read_text("utf-8"))["events"]
    known = {event["id"]: when(event["edtf"]) for event in events}
    documents = {}
    for source in sorted((TESTS.parent / "seeds" / "documents").glob("*.txt")):
        text = source.read_bytes().decode("utf-8")
        documents[source.stem[:3]] = DatedText(source.stem[:3], text, (), links(source.stem, text))
    found = work_out(list(documents.values()), known, [("002", "000")])
    assert {id: proposal.published.edtf for id, proposal in found.items()} == {
        "000": "[2024-02-18..2024-02-20]",
        "001": "2024-01-11",
        "002": "2024-02-20~",
        "003": "2024-01-30~",
        "004": "[2024-01-30..2024-02-05]",
    }
    assert found["001"].written.edtf == "2024-01-10"
    for proposal in found.values():
        for evidence in proposal.published.evidence:
            if evidence.passage:
                text = documents[evidence.passage.document].text
                assert evidence.passage.span.of(text).strip()


BY_HAND = {
    "001": [
        ("November meeting", "woodside-summit-2023"),
        ("virtual meeting", "mayorkas-wang-xiaohong-virtual-2024-01-10"),
        ("Today’s meeting", "mayorkas-wang-xiaohong-virtual-2024-01-10"),
    ],
    "003": [
        (
            "announcement of the launch",
            "counternarcotics-working-group-launch-announcement-2024-01",
        ),
        ("summit", "woodside-summit-2023"),
        ("exchanged views", "xie-feng-rahul-gupta-2024-01-22"),
    ],
}


def links(stem: str, text: str) -> list[tuple[Span, str]]:
    path = GOLD / f"{stem}.yaml"
    if path.exists():
        mentions = yaml.safe_load(path.read_text("utf-8"))["mentions"]
        return [(Span(m["start"], m["end"]), m["id"]) for m in mentions if m["type"] == "event"]
    return [
        (Span(text.index(words), text.index(words) + len(words)), id)
        for words, id in BY_HAND[stem[:3]]
    ]


def test_the_order_of_input_does_not_matter() -> None:
    texts = [
        DatedText("a", "They met on Tuesday.", (), [(Span(5, 8), "e")]),
        DatedText("b", "Published: 1 February 2024\nThey met.", (), []),
    ]
    known = {"e": when("2024-01-30")}
    forward = work_out(texts, known, [("b", "a")])
    assert forward == work_out(texts[::-1], known, [("b", "a")])
    assert forward["a"].published.edtf == "[2024-01-30..2024-02-01]"


def test_a_day_without_year_is_that_of_the_event_of_which_two_are_named() -> None:
    text = "On February 18, Minister Byrne met with Minister Ohm in Lindau. They talked."
    named = [(Span(text.index(w), text.index(w) + len(w)), w.lower()) for w in ("Byrne", "Ohm")]
    parts = {"met": frozenset({"byrne", "ohm", "lindau"}), "else": frozenset({"roe", "lindau"})}
    events = {"met": when("2031-02-18"), "else": when("2030-02-18")}
    document = DatedText("a", text, named=named)
    published = work_out([document], events, parts=parts)["a"].published
    assert (str(published.earliest), published.basis) == ("2031-02-18", "inferred")
    assert str(published.latest) < "2032-02-18"
    alone = DatedText("a", text, named=named[:1])
    assert work_out([alone], events, parts=parts)["a"].published.edtf is None
