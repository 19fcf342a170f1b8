"""Supplied titles of texts that begin alike."""

from __future__ import annotations

from regesta.segment.distinct_titles import distinct

OPENINGS = [
    "Today the master of the town of Port Lewin spoke with the mayor about dredging. More.",
    "Today the master of the town of Port Lewin spoke with the mayor of Northgate. Others.",
    "Today the master of the town of Port Lewin spoke with the council about the tide. End.",
    "The tide was high.",
]
TITLE = "Today the master of the town of Port Lewin spoke with the…"


def test_titles_go_on_where_the_texts_differ() -> None:
    titles = dict(enumerate([TITLE, TITLE, TITLE, "The tide was high"]))
    assert distinct(titles, dict(enumerate(OPENINGS))) == {
        0: "Today the master of the town of Port Lewin spoke with the… about dredging. More",
        1: "Today the master of the town of Port Lewin spoke with the… of Northgate. Others",
        2: "Today the master of the town of Port Lewin spoke with the council about the tide. End",
    }


def test_what_does_not_differ_stays() -> None:
    titles, same = {0: TITLE, 1: TITLE}, {0: OPENINGS[0], 1: OPENINGS[0]}
    assert distinct(titles, same) == {}
    assert distinct(titles, {0: OPENINGS[0], 1: ""}) == {}
