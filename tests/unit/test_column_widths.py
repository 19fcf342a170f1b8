"""Who says more gets a wider column; nobody's is too narrow to read."""

from __future__ import annotations

import pytest

from regesta.pages.column_widths import colgroup, shares


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([100, 100], [50, 50]),
        ([400, 100], [57, 43]),
        ([400, 1, 1, 1, 1], [45, 14, 14, 14, 14]),
    ],
)
def test_widths_follow_what_is_said(lengths: list[int], expected: list[int]) -> None:
    assert shares(lengths) == expected


def test_the_longest_cell_counts() -> None:
    assert colgroup([[10, 90], [100, 0], []]) == (
        '<colgroup><col><col style="width:39%"><col style="width:40%">'
        '<col style="width:22%"></colgroup>'
    )
