"""A document's history: from its description and ``seeds/history.tsv``."""

from __future__ import annotations

import time
from pathlib import Path

from regesta import building
from regesta.model import HistoryEntry
from regesta.seeds.history import parse
from regesta.seeds.reading import read

DESCRIPTION = """\
received: {date: '2024-01-02', from: A reader}
history:
  - {date: '2024-02-03', what: Corrected the title, by: Ada Brook}
withdrawn: {reason: A relative asked for it., date: '2024-04-05'}
"""
TOLD = """\
# document\tdate\twhat\tby
seeds/documents/letter.txt\t2024-02-03\tcorrected the title\tadab
letter\t2024-03-04\tDescribed <script>\t
seeds/documents/gone.txt\t2024-03-04\tTaken in\tAda Brook
letter\t2024-02-30\tNo such day\tAda Brook
letter\t2024-02-03
"""


def archive(root: Path) -> Path:
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "letter.txt").write_text("A letter.\n")
    (documents / "letter.yml").write_text(DESCRIPTION)
    (root / "seeds" / "history.tsv").write_text(TOLD)
    return root


def test_lines() -> None:
    told, problems = parse(TOLD.encode())
    assert told["letter"] == (HistoryEntry("2024-03-04", "Described <script>", ""),)
    assert [(p.code, p.line) for p in problems] == [("history-line", 5), ("history-line", 6)]
    assert parse(b"\xff\xfe\t\n\0")[0] == {}


def test_a_page_tells_it_in_order(tmp_path: Path) -> None:
    prepared = building.prepare(archive(tmp_path))
    document = prepared.lookups.archive.document("letter")
    assert document is not None
    assert [(e.on, e.what, e.by) for e in document.history] == [
        ("2024-01-02", "Taken in", ""),
        ("2024-02-03", "Corrected the title", "Ada Brook"),
        ("2024-03-04", "Described <script>", ""),
        ("2024-04-05", "Withdrawn", ""),
    ]
    page = prepared.pages["documents/letter.md"]
    told = page.partition("<summary>History")[2]
    words = ["2 January 2024", "3 February 2024", "4 March 2024", "5 April 2024"]
    assert [told.index(word) for word in words] == sorted(told.index(word) for word in words)
    assert "&#60;script&#62;" in told
    assert building.epoch(prepared.lookups.archive) == 1712275200, "the last day that is told"


def test_bytes_changed_after_accession(tmp_path: Path) -> None:
    root = archive(tmp_path)
    (root / "seeds/documents/letter.yml").write_text(f"sha256: {'0' * 64}\n")
    _seeds, problems = read(root)
    found = next(p for p in problems if p.code == "digest-differs")
    assert (found.severity, found.path) == ("error", "seeds/documents/letter.yml")
    assert "0" * 64 in found.message
    assert sum(len(word.strip(",")) == 64 for word in found.message.split()) == 2


def test_many_lines_of_one_document() -> None:
    before = time.process_time()
    told, _problems = parse(b"letter\t2024-03-04\tSeen\t\n" * 50_000)
    assert len(told["letter"]) == 50_000
    assert time.process_time() - before < 2
