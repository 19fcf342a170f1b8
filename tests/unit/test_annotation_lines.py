"""What annotations.jsonl says of times: EDTF, or a length of time beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regesta import edtf
from regesta.archive.assemble import assemble
from regesta.exports import annotation_lines
from regesta.seeds.reading import read


def test_a_length_of_time_is_no_edtf(tmp_path: Path) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    text = "In May 2020 they sat for about four hours; they meet every year.\n"
    (documents / "a.txt").write_text(text, "utf-8")
    seeds, problems = read(tmp_path)
    assert not problems
    archive, _problems = assemble(seeds)
    rows = list(annotation_lines.rows(archive.documents[0]))
    dates = [row for row in rows if row["kind"] == "date"]
    assert [(row["edtf"], row["duration"]) for row in dates] == [
        ("2020-05", None),
        (None, "PT4H"),
        (None, "P1Y"),
    ]
    assert all(row["edtf"] is None or edtf.validate(row["edtf"]) is None for row in dates)


def test_a_line_is_written_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "a.txt").write_text("In May 2020, in June 2021 and in July 2022.\n", "utf-8")
    (documents / "b.txt").write_text("Nothing.\n", "utf-8")
    archive, _problems = assemble(read(tmp_path)[0])
    whole = b"".join(annotation_lines.lines(archive))
    for at_once in (1, 2, 3):
        monkeypatch.setattr(annotation_lines, "AT_ONCE", at_once)
        assert b"".join(annotation_lines.lines(archive)) == whole
    first, second = map(json.loads, whole.splitlines())
    assert first["annotations"] == list(annotation_lines.rows(archive.documents[0]))
    assert len(first["annotations"]) == 3 and second["annotations"] == []
