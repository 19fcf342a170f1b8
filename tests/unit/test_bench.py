"""The benchmark makes the same collection every time, and says what it saw."""

from __future__ import annotations

import random
from pathlib import Path
from xml.etree import ElementTree

from bench import names, plot, report, words
from bench.collection import Collection

FIGURES = {
    stage: {"seconds": 1.5, "processor": 1.0, "megabytes": 50.0}
    for stage in (*report.STAGES, "stock", "bytes")
}
RUNS = [
    {"documents": n, "pages": n + 20, "site_bytes": 10**6, "stages": FIGURES} for n in (100, 1000)
]


def written(folder: Path) -> dict[str, bytes]:
    """Return path to bytes of all files below *folder*."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_collections_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        Collection(20).write(tmp_path / name)
    assert written(tmp_path / "one") == written(tmp_path / "other")
    texts = [name for name in written(tmp_path / "one") if name.endswith(".txt")]
    assert len(texts) == 20


def test_names_differ() -> None:
    people = [names.person(index) for index in range(900)]
    assert len(set(people)) == len(people)


def test_sentences_end() -> None:
    chain, chance = words.read(), random.Random(1)
    assert all(words.sentence(chain, chance).endswith(".") for _ in range(200))


def test_table_names_every_stage() -> None:
    table = report.table(RUNS)
    assert all(stage in table for stage in report.STAGES)
    assert "stock" in table


def test_plot_is_a_drawing() -> None:
    assert ElementTree.fromstring(plot.draw(RUNS)).tag.endswith("svg")
