"""Small pieces of pages, by readable examples in tests/data/pages/."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from regesta import edtf
from regesta.exports import citations
from regesta.model import Collection, Document, Publisher, Title, When
from regesta.pages import axis, layout, timeline, utterances
from regesta.pages.wording import spelled

DATA = Path(__file__).parents[1] / "data" / "pages"


def cases(name: str) -> list[dict[str, str]]:
    loaded: list[dict[str, str]] = yaml.safe_load((DATA / name).read_text("utf-8"))
    return loaded


def when(value: str) -> When:
    earliest, latest = edtf.bounds(value)
    return When(value, "inferred", earliest, latest)


@pytest.mark.parametrize("case", cases("wordings.yml"), ids=lambda c: c["one"][:20])
def test_differences_of_two_wordings(case: dict[str, str]) -> None:
    shown = utterances.compared(case["one"], case["other"])
    marked = [re.sub(r'<mark class="d">(.*?)</mark>', r"<\1>", text) for text in shown]
    assert marked == list(case["marked"])


def test_long_utterances_are_not_compared() -> None:
    long = "word " * (utterances.LONGEST + 1)
    assert "<mark" not in "".join(utterances.compared(long, long + "more"))


@pytest.mark.parametrize("case", cases("short-dates.yml"), ids=lambda c: c["edtf"])
def test_short_dates(case: dict[str, str]) -> None:
    assert axis.short(when(case["edtf"])) == case["short"]


def test_an_axis_keeps_to_its_place() -> None:
    days = axis.Axis(date(2024, 1, 1), date(2024, 1, 31), 10, 110)
    assert [days.x(date(2024, 1, d)) for d in (1, 16, 31)] == [10, 60, 110]
    assert days.ends(When(None, "unknown")) == (10, 110)
    assert axis.span([When(None, "unknown")]) is None
    assert axis.span([When("0001", "stated", date.min, date.max)]) == (date.min, date.max)


@pytest.mark.parametrize("years", [1, 40, 900])
def test_an_axis_has_room_for_its_names(years: int) -> None:
    days = axis.Axis(date(1000, 1, 1), date(999 + years, 12, 31), 0, 340)
    assert 1 <= "".join(days.grid(20, 100)).count("<text") <= 340 // axis.LABEL_WIDTH + 1


def item(value: str, *, is_document: bool = False, planned: bool = False) -> timeline.Item:
    return timeline.Item(when(value), "A label", "../a.html", is_document, planned)


def test_shapes_tell_how_a_date_is_known() -> None:
    assert 'class="ring"' in timeline.shape(item("2024-01-10"), 50, 50, 20)
    assert 'class="doc ring"' in timeline.shape(item("2024-01-10", is_document=True), 50, 50, 20)
    assert 'class="range plan"' in timeline.shape(item("2024-01", planned=True), 50, 90, 20)
    wide = re.findall(r"H(\d+)", timeline.shape(item("[2024-01-10..2024-01-11]"), 50, 51, 20))
    assert wide == ["54"], "a bar can always be seen"


def test_many_items_are_counted_not_cut() -> None:
    items = [item(f"20{y:02d}-03") for y in range(timeline.MOST + 1)]
    drawn = timeline.draw(items)
    assert drawn.count("<rect") == len(items)
    assert 'href="#t-2060"' in drawn
    assert timeline.draw(items[:2]).count('<a href="../a.html"') == 4, "wide and narrow"
    assert timeline.draw([]) == ""


def document(**changed: object) -> Document:
    given: dict[str, object] = {
        "id": "a-letter",
        "path": "seeds/documents/a-letter.txt",
        "sha256": "ab",
        "source": None,
        "title": Title("A Letter", None),
        "publisher": Publisher(None, "", "unknown"),
        "date": When(None, "unknown"),
    }
    return Document(**{**given, **changed})  # type: ignore[arg-type]


def test_citations_leave_out_what_is_not_known() -> None:
    collection = Collection("Letters", site_url="https://example.org/letters/")
    shown = citations.chicago(document(), collection, "A Letter")
    address = "https://example.org/letters/documents/a-letter.html"
    assert shown == f"[A Letter.] Letters. {address}. SHA-256 ab."
    assert "year" not in citations.bibtex(document(), collection)
    assert "author" not in citations.bibtex(document(), collection)
    assert "PY" not in citations.ris(document(), collection)
    assert f"UR  - {address}\r\n" in citations.ris(document(), collection)


def test_a_paragraph_is_cited_with_its_place() -> None:
    known = document(date=When("1924-03-02", "stated", date(1924, 3, 2), date(1924, 3, 2)))
    collection = Collection("Letters", site_url="https://example.org")
    shown = citations.chicago(known, collection, "007", place="¶3", anchor="p-1")
    assert shown.startswith("[A Letter.] 2 March 1924. Letters, document 007, ¶3. ")
    assert "a-letter.html#p-1." in shown


def test_small_numbers_are_words() -> None:
    assert [spelled(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_one_date_makes_no_drawing() -> None:
    assert timeline.draw([item("2024-01-10")]) == ""


def test_a_span_of_time_says_what_is_not_known() -> None:
    dates = [when("2024-01-10"), when("[2024-01-12..2024-01-14]"), When(None, "unknown")]
    assert layout.span_words(dates) == "10 January 2024 – 14 January 2024"
    assert layout.undated(dates) == " <small>1 document has no known date</small>"
    assert layout.span_words(dates[2:]) == "" == layout.undated(dates[:2])
    bound = When(None, "unknown", date(2024, 1, 10), None)
    assert layout.span_words([bound]) == "not before 10 January 2024"
