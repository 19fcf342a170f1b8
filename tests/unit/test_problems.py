"""How problems are printed, and the catalogue of their codes."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import Problem
from regesta.problems import (
    CODES,
    format_github,
    format_json,
    format_text,
    in_order,
    limited,
    printable,
    problem,
)


def test_text() -> None:
    found = problem("text-empty", "there is nothing", "seeds/documents/a.txt", 3, 7)
    assert format_text(found) == (
        "seeds/documents/a.txt:3:7: text-empty there is nothing\n"
        "    put the text in, or remove the file"
    )
    whole = problem("file-not-used", "not read", "a.pdf", remedy="")
    assert format_text(whole) == "a.pdf: notice: file-not-used not read"


def test_github_escapes_what_has_a_meaning_there() -> None:
    found = problem("text-empty", "100 %\nof: it,", "a,b:c%.txt", 3, 7, remedy="two\nlines")
    assert format_github(found) == (
        "::error file=a%2Cb%3Ac%25.txt,line=3,col=7,title=text-empty"
        "::100 %25%0Aof: it,%0Atwo%0Alines"
    )


def test_nothing_acts_on_a_terminal() -> None:
    found = problem("text-empty", "\x1b[31mred\u202e", "a\nb\udcff.txt")
    assert format_text(found).startswith(r"a\x0ab\xff.txt: text-empty \x1b[31mred\u202e")


@given(
    st.builds(
        Problem, st.just("text-empty"), st.just("error"), st.text(), st.text(), remedy=st.text()
    )
)
def test_every_format_is_safe_for_any_problem(found: Problem) -> None:
    for text in (format_text(found), format_github(found), format_json(found)):
        text.encode("utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "\n" not in format_github(found)
    assert "\n" not in format_json(found)
    assert json.loads(format_json(found))["message"] == found.message


@given(st.text())
def test_printable_leaves_words_alone(text: str) -> None:
    if text.isprintable() and text.isascii():
        assert printable(text) == text


def test_unknown_codes_are_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        problem("no-such-code", "", "")


def test_order() -> None:
    first = problem("text-empty", "", "a", 2)
    second = problem("text-empty", "", "a", 10)
    third = problem("text-empty", "", "b", 1)
    assert in_order([third, second, first]) == [first, second, third]


def test_a_file_that_is_wrong_in_every_line_hides_nothing_else() -> None:
    many = [problem("table-row", "empty", "a.csv", line) for line in range(1, 251)]
    others = [problem("text-empty", "", "b.txt"), problem("table-quote", "", "a.csv")]
    told = limited([*many, *others])
    assert told[:99] == many[:99]
    assert told[100:] == others
    assert (told[99].line, told[99].message) == (100, "empty (and 150 more like this in this file)")
    assert limited(many[:100]) == many[:100]


@pytest.mark.parametrize("code", CODES.values(), ids=str)
def test_every_code_explains_itself(code) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code.code)
    assert code.title and code.meaning.endswith(".") and code.remedy
