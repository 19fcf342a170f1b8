"""Two people add the same in branches of their own; git merges without a word,
`check` names both places and what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta.cli import main

RECORD = "name: Wang Xiaohong\n"
TABLE = "kind,id,name\nperson,wang-xiaohong,Wang Xiaohong\n"
PAIRS = {
    "the same id for two documents": (
        {"seeds/documents/talks.txt": "The talks.", "seeds/documents/talks.yml": "id: vienna\n"},
        {"seeds/documents/2.txt": "The meeting.", "seeds/documents/2.yml": "id: vienna\n"},
        "id-twice",
        ("seeds/documents/2.yml:1:5", "seeds/documents/talks.yml:1:5"),
        "another id",
    ),
    "the same id for records of two kinds": (
        {"seeds/entities/people/wang.yml": RECORD},
        {"seeds/entities/places/wang.yml": "name: Wang\n"},
        "id-twice",
        ("seeds/entities/people/wang.yml", "seeds/entities/places/wang.yml"),
        "join them in one file",
    ),
    "the same record with another ending": (
        {"seeds/entities/people/wang-xiaohong.yml": RECORD},
        {"seeds/entities/people/wang-xiaohong.yaml": RECORD},
        "id-twice",
        ("people/wang-xiaohong.yaml", "people/wang-xiaohong.yml"),
        "join them in one file",
    ),
    "the same record in a table": (
        {"seeds/entities/people/wang-xiaohong.yml": "name: Wang Xiao Hong\n"},
        {"seeds/entities.csv": TABLE},
        "table-conflict",
        ("seeds/entities.csv:2", "seeds/entities/people/wang-xiaohong.yml:1"),
        "",
    ),
    "the same person under two ids": (
        {"seeds/entities/people/wang.yml": RECORD},
        {"seeds/entities/people/xiaohong.yml": RECORD},
        "name-twice",
        ("people/wang.yml", "people/xiaohong.yml:1:7"),
        "join them in one file",
    ),
    "the same text under two names": (
        {"seeds/documents/talks.txt": "The talks."},
        {"seeds/documents/vienna/t.txt": "The talks."},
        "text-same-bytes",
        ("seeds/documents/talks.txt", "seeds/documents/vienna/t.txt"),
        "keep one",
    ),
}  # fmt: skip


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def contribute(root: Path, branch: str, files: dict[str, str]) -> None:
    git(root, "checkout", "-q", "-b", branch, "main")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", branch)


@pytest.mark.parametrize("case", PAIRS)
def test_what_git_merges_in_silence_is_named(case: str, tmp_path: Path) -> None:
    one, other, code, places, remedy = PAIRS[case]
    (tmp_path / "seeds" / "documents").mkdir(parents=True)
    (tmp_path / "seeds" / "documents" / "begun.txt").write_text("Begun.", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "-q", "-m", "begin")
    contribute(tmp_path, "ada", one)
    contribute(tmp_path, "bo", other)
    git(tmp_path, "merge", "-q", "--no-edit", "ada")  # raises where git sees a conflict
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "check"])
    assert done.exit_code == 1
    told = done.output.partition(f" {code} ")
    assert told[1], done.output
    said = told[0].rpartition("\n")[2] + told[2].partition("\nseeds/")[0]
    assert all(place in said for place in places), said
    assert remedy in said
