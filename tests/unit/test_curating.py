"""A person's word over what the rules found, in a document of one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta import building
from regesta.model import Mention

TEXT = "The Harbour Office of Lewin met Ada Brook, and the Office was heard.\n"
RECORDS = {
    "organisations/harbour-office.yml": "name: Harbour Office of Lewin\n",
    "places/lewin.yml": "name: Lewin\n",
    "people/ada-brook.yml": "name: Ada Brook\n",
}
CASES = [
    pytest.param("", ["Harbour Office of Lewin", "Lewin", "Ada Brook"], id="rules alone"),
    pytest.param(
        "- {passage: Harbour Office, mention: harbour-office}",
        ["Harbour Office", "Lewin", "Ada Brook"],
        id="fewer words that mean the same",
    ),
    pytest.param(
        "- {passage: The Harbour Office of Lewin, mention: harbour-office}",
        ["The Harbour Office of Lewin", "Lewin", "Ada Brook"],
        id="more words that mean the same",
    ),
    pytest.param(
        "- {passage: Office of Lewin met, mention: harbour-office}",
        ["Office of Lewin met", "Lewin", "Ada Brook"],
        id="words that cross",
    ),
    pytest.param(
        "- {passage: Harbour, mention: ada-brook}",
        ["Harbour Office of Lewin", "Harbour", "Lewin", "Ada Brook"],
        id="a part that means another",
    ),
    pytest.param(
        "- {passage: the Office, mention: harbour-office}",
        ["Harbour Office of Lewin", "Lewin", "Ada Brook", "the Office"],
        id="words no rule finds",
    ),
    pytest.param(
        "- {passage: Ada Brook, refuse: mention}",
        ["Harbour Office of Lewin", "Lewin"],
        id="refused",
    ),
]


def mentions(root: Path, annotations: str) -> list[Mention]:
    files = {f"entities/{path}": text for path, text in RECORDS.items()}
    files["documents/one.txt"] = TEXT
    files["documents/one.yml"] = (
        f"annotations:\n{annotations}\n" if annotations else "type: letter\n"
    )
    for path, text in files.items():
        (root / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / path).write_text(text, "utf-8")
    prepared = building.prepare(root)
    assert prepared.problems == ()
    (document,) = prepared.lookups.archive.documents
    return sorted(document.mentions, key=lambda m: (m.span.start, -m.span.end))


@pytest.mark.parametrize(("annotations", "expected"), CASES)
def test_whose_word_stands(tmp_path: Path, annotations: str, expected: list[str]) -> None:
    found = mentions(tmp_path, annotations)
    assert [one.span.of(TEXT) for one in found] == expected


def test_where_both_say_the_same_the_machine_s_stays_and_takes_the_person_s_status(
    tmp_path: Path,
) -> None:
    line = "- {passage: Ada Brook, mention: ada-brook, certainty: probable, why: By the day.}"
    *_others, ada = mentions(tmp_path, line)
    assert (ada.origin, ada.status, ada.certainty) == ("machine", "proposed", "probable")
