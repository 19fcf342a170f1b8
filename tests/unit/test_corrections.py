"""From a page to the file behind it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta import corrections
from regesta.seeds.records import DescriptionRecord
from regesta.seeds.validation import check

HUB = "https://github.com/someone/archive"
LAB = "https://gitlab.example.org/group/sub/archive/"
PATH = "seeds/documents/a b#1.yml"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            corrections.edit_url(HUB, "main", PATH, 12),
            f"{HUB}/edit/main/seeds/documents/a%20b%231.yml#L12",
        ),
        (
            corrections.edit_url(LAB, "trunk/x", PATH),
            "https://gitlab.example.org/group/sub/archive/-/edit/trunk/x/"
            "seeds/documents/a%20b%231.yml",
        ),
        (corrections.edit_url("", "main", PATH, 1), ""),
        (corrections.view_url(HUB, "", "seeds/x.yml", 3), f"{HUB}/blob/main/seeds/x.yml#L3"),
        (
            corrections.new_url(HUB, "main", "seeds/entities/people/a.yml", "name: A & B\n"),
            f"{HUB}/new/main?filename=seeds%2Fentities%2Fpeople%2Fa.yml"
            "&value=name%3A%20A%20%26%20B%0A",
        ),
        (
            corrections.new_url(LAB, "main", "seeds/a.yml"),
            "https://gitlab.example.org/group/sub/archive/-/new/main/seeds?file_name=a.yml",
        ),
        (corrections.issue_url("", "t", "b"), ""),
        (corrections.mail_url("write to us", "t", "b"), ""),
        (
            corrections.mail_url("Jo <jo+a@example.org>, the house", "A & B", "x.yml"),
            "mailto:jo%2Ba@example.org?subject=A%20%26%20B&body=x.yml%0D%0A%0D%0A",
        ),
    ],
)
def test_addresses(found: str, expected: str) -> None:
    assert found == expected


def test_a_host_is_told_by_its_name_not_by_its_path() -> None:
    assert corrections.forge("https://github.com/gitlab/gitlab") == "github"
    assert corrections.forge("https://gitlab.com/a/b") == "gitlab"
    assert corrections.forge("https://code.example.org/a/b") == "github"


@given(st.text(), st.text(), st.sampled_from([HUB, LAB]))
def test_no_words_leave_their_place_in_an_address(title: str, body: str, root: str) -> None:
    title, body = (words.encode("utf-8", "replace").decode() for words in (title, body))
    parts = urlsplit(corrections.issue_url(root, title, body))
    values = parse_qs(parts.query, keep_blank_values=True)
    found = [value for (value,) in values.values()]
    expected = ["correction.yml", title, body, ""] if root == HUB else [title, f"{body}\n\n"]
    assert found == expected
    address = corrections.edit_url(root, "main", f"seeds/{title}.yml", 1)
    assert unquote(urlsplit(address).path).endswith(f"seeds/{title}.yml")
    assert urlsplit(address).fragment == "L1"


@given(st.text(min_size=1, max_size=80), st.text(max_size=20))
def test_a_snippet_is_read_as_it_was_meant(exact: str, before: str) -> None:
    exact, before = (words.encode("utf-8", "replace").decode() for words in (exact, before))
    made = corrections.snippet(exact, prefix=before, mention="ana-lind")
    record = check(DescriptionRecord, made.encode(), "x.yml").record
    assert record is not None
    if record.annotations:  # words that are white space alone are none
        (annotation,) = record.annotations
        assert annotation.mention == ("ana-lind",)
        assert annotation.passage.exact == " ".join(annotation.passage.exact.split(" "))


def test_a_snippet_to_paste() -> None:
    assert corrections.snippet("Ana Lind", mention="ana-lind") == (
        "annotations:\n  - passage: Ana Lind\n    mention: ana-lind\n"
    )
    assert corrections.snippet("no", prefix="said", refuse="mention") == (
        "annotations:\n  - passage:\n      exact: 'no'\n      prefix: said\n    refuse: mention\n"
    )
