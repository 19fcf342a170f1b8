"""The benchmark makes the same collection every time, and says what it saw."""

from __future__ import annotations

import json
import random
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bench import edits, names, one_text, plot, published, report, words
from bench.collection import Collection

from regesta.seeds.reading import read

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


def test_edits_can_be_made_again_and_again(tmp_path: Path) -> None:
    Collection(20).write(tmp_path)
    clean = read(tmp_path)[1]
    seen = set()
    for edit in (edits.describe, edits.vary):
        for _ in range(3):
            before = written(tmp_path)
            address, mark = edit(tmp_path)
            changed = [name for name, data in written(tmp_path).items() if before[name] != data]
            assert len(changed) == 1
            assert mark.encode() in written(tmp_path)[changed[0]]
            assert mark.encode() not in before[changed[0]]
            seen.add((address, mark))
    assert len(seen) == 6
    assert read(tmp_path)[1] == clean


def test_runs_of_several_times_come_into_one_table(tmp_path: Path) -> None:
    for run in reversed(RUNS):
        (tmp_path / f"n{run['documents']}.json").write_text(json.dumps(run), "utf-8")
    seen = {"documents": 1000, "description": [0.4, 0.2, 0.9]}
    (tmp_path / "preview-1000.json").write_text(json.dumps(seen), "utf-8")
    runs = published.runs(tmp_path)
    assert [run["documents"] for run in runs] == [100, 1000]
    readme = tmp_path / "README.md"
    marks = published.BEGIN + published.END
    readme.write_text(f"# Before\n{marks}After.\n", "utf-8")
    for _ in range(2):
        published.show(runs, readme)
        text = readme.read_text("utf-8")
        assert text.startswith("# Before\n")
        assert text.endswith(f"{published.END}After.\n")
        rows = [line for line in text.splitlines() if line.startswith("| 1")]
        assert [row.count("|") for row in rows] == [len(published.COLUMNS) + 1] * 2
        assert rows[1].endswith("0.4 s |")
        assert "1.0 times as fast" in rows[1]


def test_readme_shows_what_was_measured() -> None:
    runs = published.runs(published.FOLDER)
    assert runs
    readme = published.README.read_text("utf-8")
    assert published.table(runs) in readme
    assert published.searches(published.FOLDER) in readme
    assert (published.FOLDER / "cost.svg").read_text("utf-8") == plot.draw(runs)


def test_a_kind_of_text_that_there_is_not_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench.one_text", "prose in one line", "prose"])
    with pytest.raises(SystemExit) as ended:
        one_text.main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "no kind of text is called 'prose'" in said and "  prose in one line\n" in said


def test_what_a_search_costs_comes_into_a_table(tmp_path: Path) -> None:
    assert published.searches(tmp_path) == ""
    figures = {"documents": "1200", "median": 640, "kilobytes": 410, "renderer": 120}
    ways = [{"query": "a word: `?q=a`", "way": way, **figures} for way in ("http", "file")]
    ways[1]["renderer"] = 130
    measured = {"documents": 10_000, "rows": ways}
    (tmp_path / "search.json").write_text(json.dumps(measured), "utf-8")
    table = published.searches(tmp_path)
    assert "10,000 documents" in table
    assert "| a word: `?q=a` | 1,200 | 0.6 s | 410 kB | 0.6 s | 130 MB |" in table
