"""Texts whose names Windows or macOS cannot hold, or tell apart: addresses and
bundles are had everywhere."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from regesta import bag, building, bundle, verifying
from regesta.seeds import portable
from regesta.seeds.reading import read

pytestmark = pytest.mark.site

TEXTS = ("CON.txt", "q?x#y.txt", "Case.txt", "case.txt", "caf\u00e9.txt", "cafe\u0301.txt",
         "NUL/deep.txt", "plain.txt", "tab.TXT", "taken.txt", "a:b.txt")  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    documents = tmp_path / "archive" / "seeds" / "documents"
    for number, name in enumerate(TEXTS):
        place = documents / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"Text {number} of Ada Brook.\n")
    (documents / "CON.yml").write_text("title: {supplied: Conned}\n")
    (documents / "a:b.yml").write_text("id: taken\n")
    (documents / "taken.yml").write_text("id: given\n")
    rows = "file,language\nq?x#y.txt,de\nplain.txt,fr\n"
    (documents.parent / "documents.csv").write_text(rows)
    lines = "seeds/documents/CON.txt\t2024-01-02\tTaken in\tAda Brook\n"
    (documents.parent / "history.tsv").write_text(lines)
    return tmp_path / "archive"


def test_each_has_a_notice_and_an_address(root: Path) -> None:
    built = building.build(root)
    assert {p.code for p in built.problems} == {"file-name-elsewhere"}
    assert {p.severity for p in built.problems} == {"notice"}
    told = {p.path.removeprefix("seeds/documents/").rpartition(".")[0] for p in built.problems}
    assert told == {name[:-4] for name in TEXTS} - {"plain", "tab", "taken"}
    made = [
        p.relative_to(root).as_posix() for top in ("docs", "site") for p in (root / top).rglob("*")
    ]
    assert portable.faults(made) == {}, "pages and files of the site"
    assert built.documents == len(TEXTS)


def test_a_bundle_can_be_unpacked_everywhere(root: Path, tmp_path: Path) -> None:
    building.build(root)
    out = bundle.make(root, tmp_path / "archive.zip").path
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "out")
    assert portable.faults(names) == {}
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert verifying.verify_bundle(root, out) == []
    (folder,) = (tmp_path / "out").iterdir()
    told = (folder / "START-HERE.txt").read_text("utf-8")
    assert "con-a3dbc4b6.txt: CON.txt" in told
    before, after = read(root)[0], read(folder / "data")[0]
    digests = {d.id: d.sha256 for d in before.documents}
    assert {d.id: d.sha256 for d in after.documents} == digests, "nothing lost, the same addresses"
    described = {d.id: (d.description and d.description.language) for d in after.documents}
    assert described == {d.id: (d.description and d.description.language) for d in before.documents}
    assert [d.history for d in after.documents if d.id.startswith("con")] == [
        d.history for d in before.documents if d.id.startswith("con")
    ]
    assert bag.names(after).stems == {}
