"""The history that git tells, on the pages; git is asked by one command alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta import building, commit_history
from regesta.cli import main
from regesta.seeds.history import parse

LETTER = "A letter\n\nOn 4 May 1921 Ada Brook opened the library in Port Lewin.\n"
DAYS = ("2024-01-02", "2024-02-03", "2024-03-04", "2024-04-05")


def commit(root: Path, day: str, who: str, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if text is None else path.write_text(text, "utf-8")
    moment = f"{day}T23:30:00+14:00"
    when = {"GIT_AUTHOR_DATE": "1990-01-01T00:00:00Z", "GIT_COMMITTER_DATE": moment}
    for words in (["add", "--all"], ["commit", "-q", "-m", "x"]):
        git = ["git", "-c", f"user.name={who}", "-c", "user.email=a@example.org"]
        subprocess.run([*git, *words], cwd=root, check=True, env={**os.environ, **when})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive below the top of a repository, with four commits."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    archive = "archive/seeds/documents"
    commit(tmp_path, DAYS[0], "Ada Brook", {f"{archive}/letter.txt": LETTER, "other.txt": "x"})
    commit(tmp_path, DAYS[1], "T\thale\x1bx", {f"{archive}/letter.yml": "language: en\n"})
    commit(tmp_path, DAYS[2], "Ada Brook", {f"{archive}/letter.yml": "language: de\n"})
    moved = {
        f"{archive}/letter.txt": None, f"{archive}/letter.yml": None,
        f"{archive}/letters/é 1.txt": LETTER, f"{archive}/letters/é 1.yml": "language: de\n",
    }  # fmt: skip
    commit(tmp_path, DAYS[3], "Ada Brook", moved)
    return tmp_path / "archive"


def run(root: Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["-C", str(root), "history"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_what_git_tells_stands_on_the_page(root: Path) -> None:
    assert run(root) == (0, "8 lines were added to seeds/history.tsv.\n")
    told, problems = parse((root / "seeds/history.tsv").read_bytes())
    assert not problems
    assert [(e.on, e.what, e.by) for e in told["seeds/documents/letters/é 1.txt"]] == [
        (DAYS[0], "Taken in", "Ada Brook"),
        (DAYS[1], "Described", "T hale\\x1bx"),
        (DAYS[2], "Description changed", "Ada Brook"),
        (DAYS[3], "Moved from letter.txt", "Ada Brook"),
    ]
    prepared = building.prepare(root)
    page = prepared.pages[f"documents/{prepared.lookups.archive.documents[0].id}.md"]
    history = page.partition("<summary>History")[2]
    assert "2 January 2024" in history and "Description changed" in history
    assert run(root) == (0, "0 lines were added to seeds/history.tsv.\n")


def test_a_day_that_the_description_gives_stands_alone(root: Path) -> None:
    run(root)
    description = root / "seeds/documents/letters/é 1.yml"
    description.write_text("received: {date: '2019-01-01', from: A reader}\n", "utf-8")
    document = building.prepare(root).lookups.archive.documents[0]
    taken = [entry.on for entry in document.history if entry.what == "Taken in"]
    assert taken == ["2019-01-01"]


def test_what_stands_in_the_file_stays(root: Path) -> None:
    path = root / "seeds/history.tsv"
    path.write_text("letter\t1999-01-01\tFound in the attic\tTom Hale", "utf-8")
    run(root)
    lines = path.read_text("utf-8").split("\n")
    assert lines[0].endswith("Found in the attic\tTom Hale")
    assert len(lines) == 9


def test_a_clone_that_does_not_know_the_past_says_so(root: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    source = root.parent.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(shallow)], check=True)
    status, said = run(shallow / "archive")
    assert status == 1
    assert "git fetch --unshallow" in said
    assert not (shallow / "archive/seeds/history.tsv").exists()


def test_no_repository_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "seeds/documents").mkdir(parents=True)
    assert run(tmp_path)[0] == 1
    (tmp_path / "seeds/history.tsv").symlink_to("/etc/hostname")
    status, said = run(tmp_path)
    assert status == 1 and "file-link" in said


def test_the_build_never_asks_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert not building.prepare(root).problems


def rows(*words: str) -> str:
    return "\n".join(("file,language,supplied_title", *words)) + "\n"


def test_rows_of_a_table_are_descriptions_too(tmp_path: Path) -> None:
    """A row that comes, changes, is lost and comes again; a commit that only
    sorts the rows; a table that cannot be read in between; a link in its place."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    table = "seeds/documents.csv"
    texts = {f"seeds/documents/{name}.txt": f"{name}.\n" for name in ("a", "b/c")}
    two = rows("a.txt,en,", "b/c.txt,,Letters")
    states = [
        {**texts, table: rows("a.txt,en,")},
        {table: two},
        {table: rows("b/c.txt,,Letters", "seeds/documents/a.txt,en,")},
        {table: rows('"a.txt,en,', "b/c.txt,,Papers")},
        {table: rows("a.txt,en,", "b/c.txt,,Papers")},
        {table: rows("a.txt,en,")},
    ]
    for number, files in enumerate(states, 1):
        commit(tmp_path, f"2024-0{number}-02", f"Who {number}", files)
    assert run(tmp_path)[0] == 0
    told, _problems = parse((tmp_path / "seeds/history.tsv").read_bytes())
    said = {
        name: [(e.on[5:7], e.what, e.by) for e in told[f"seeds/documents/{name}.txt"]]
        for name in ("a", "b/c")
    }
    assert said == {
        "a": [("01", "Taken in", "Who 1"), ("01", "Described", "Who 1")],
        "b/c": [
            ("01", "Taken in", "Who 1"),
            ("02", "Described", "Who 2"),
            ("05", "Description changed", "Who 5"),
            ("06", "Description removed", "Who 6"),
        ],
    }
    page = building.prepare(tmp_path).pages["documents/b-c.md"].partition("<summary>History")[2]
    assert "2 May 2024" in page and "Description changed" in page


def test_odd_paths_and_statuses() -> None:
    log = (
        b"\x012024-01-02\tA\0\nA\0seeds/documents/a\nb.txt\0T\0seeds/documents/c.txt\0"
        b"A\0seeds/documents/\xff.txt\0A\0seeds/entities/x.yml\0D\0seeds/documents/d.yaml\0"
    )
    assert commit_history.lines(log) == [
        "seeds/documents/d.txt\t2024-01-02\tDescription removed\tA"
    ]
