"""A whole site made the short way is the site that MkDocs alone makes."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.collection import Collection

from regesta import building, engine, pool, publish
from regesta.accelerator.building import SWITCH
from support import archives


def plain(number: int, root: Path) -> None:
    Collection(number).write(root)


def lean(number: int, root: Path) -> None:
    """Short texts, few records; real texts of many forms, and withheld ones."""
    Collection(number, 40, short=True).write(root)
    documents = root / "seeds" / "documents"
    for text in sorted(archives.CORPUS.glob("*.txt")):
        shutil.copyfile(text, documents / text.name)
    described = sorted(documents.rglob("*.yml"))
    withdrawn = "withdrawn:\n  reason: Asked for.\n  date: '2026-01-02'\n"
    for path, kept in ((described[5], "metadata"), (described[7], "full")):
        more = withdrawn if kept == "full" else ""
        said = path.read_text("utf-8").replace("access: full\n", f"access: {kept}\n{more}")
        path.write_text(said, "utf-8")


@pytest.mark.parametrize(
    ("number", "write"),
    [
        pytest.param(100, plain, marks=pytest.mark.site),
        pytest.param(1000, lean, marks=pytest.mark.site),
        pytest.param(1000, plain, marks=pytest.mark.long),
    ],
)
def test_sites_are_the_same_bytes(
    number: int, write: Callable[[int, Path], None], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write(number, tmp_path)
    prepared = building.prepare(tmp_path)
    assert [p for p in prepared.problems if p.severity == "error"] == []
    publish.publish(tmp_path / "docs", prepared.pages)
    collection = prepared.lookups.archive.collection
    warned = {}
    for switch in ("on", "off"):
        monkeypatch.setenv(SWITCH, switch)
        warned[switch] = engine.run(tmp_path, tmp_path / "docs", tmp_path / switch, collection, 0)
    assert warned["on"] == warned["off"] == []
    one, other = tmp_path / "on", tmp_path / "off"
    names = [sorted(p.relative_to(root) for p in root.rglob("*")) for root in (one, other)]
    assert names[0] == names[1]
    files = [str(name) for name in names[0] if (one / name).is_file()]
    same, different, failed = filecmp.cmpfiles(one, other, files, shallow=False)
    assert (different, failed) == ([], [])
    assert len(same) > number


def test_most_pages_take_the_short_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the sites above would be the same for a poor reason."""
    from mkdocs.structure.pages import Page

    Collection(12).write(tmp_path)
    prepared = building.prepare(tmp_path)
    publish.publish(tmp_path / "docs", prepared.pages)
    left: list[str] = []
    stock = Page.render

    def counted(self: Page, *rest: object) -> None:
        left.append(self.file.src_uri)
        stock(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", counted)
    monkeypatch.setattr(pool, "FEWEST", 10_000)  # in other processes nothing could be counted
    monkeypatch.delenv(SWITCH, raising=False)
    collection = prepared.lookups.archive.collection
    engine.run(tmp_path, tmp_path / "docs", tmp_path / "site", collection, 0)
    assert [name for name in left if name != "search.md"] == []
