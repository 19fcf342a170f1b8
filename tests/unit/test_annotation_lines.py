"""What annotations.jsonl says of times: EDTF, or a length of time beside it."""

from __future__ import annotations

from pathlib import Path

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
    rows = annotation_lines.record(archive.documents[0])["annotations"]
    dates = [row for row in rows if row["kind"] == "date"]
    assert [(row["edtf"], row["duration"]) for row in dates] == [
        ("2020-05", None),
        (None, "PT4H"),
        (None, "P1Y"),
    ]
    assert all(row["edtf"] is None or edtf.validate(row["edtf"]) is None for row in dates)
