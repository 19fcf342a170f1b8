"""What a change does to the archive: examples as files, and what git refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from regesta import building
from regesta.cli import main
from regesta.diff import words
from regesta.diff.changes import Side
from regesta.diff.comparing import compare
from regesta.diff.words import SENTENCES

EXAMPLES = sorted((Path(__file__).parents[1] / "data" / "diff").glob("*.yaml"))
UPDATE = "UPDATE_EXAMPLES" in os.environ


def lay(root: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")


def side(root: Path) -> Side:
    prepared = building.prepare(root)
    return Side(prepared.lookups, prepared.pages, prepared.problems)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_example(example: Path, tmp_path: Path) -> None:
    """``before`` and ``after`` (files laid over it), and the report expected."""
    source = example.read_text("utf-8")
    case = yaml.safe_load(source)
    root = tmp_path / "archive"
    lay(root, case["before"])
    old = side(root)
    lay(root, case["after"])
    everything = compare(old, side(root))
    assert bool(everything) == any(change.section == "pages" for change in everything)
    # Which pages mention a thing is the pages' own affair, and tested there.
    changes = [change for change in everything if change.section != "pages"]
    found = {"text": words.text(changes)}
    if "markdown" in case or example.stem == "hostile":
        found["markdown"] = words.markdown(changes, "https://example.org/a/")
    if UPDATE:
        kept = re.split("(?m)^(?=text: )", source)[0]
        kept += "".join(
            f"{key}: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
            for key, text in found.items()
        )
        example.write_text(kept, "utf-8")
    else:
        assert found == {key: case[key] for key in found}
    told = json.loads(words.as_json(changes))
    assert len(told["changes"]) == len(changes) == sum(told["counts"].values())


def test_every_code_is_shown_by_a_sentence() -> None:
    for code, sentence in SENTENCES.items():
        assert set(re.findall(r"\{(\w+)\}", sentence)) <= {"subject", "before", "after"}, code


# ---- git


def git(root: Path, *words: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", "-C", str(root), *who, *words], check=True, capture_output=True, text=True
    )
    return done.stdout


def diff(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["-C", str(root), "diff", *words])
    return done.exit_code, done.output


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "ar chive"
    lay(root, {"documents/one.txt": "Ana Lind spoke.\r\n", "entities/people/x.yml": "name: X Y\n"})
    git(root, "init", "-q")
    return root


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


def test_no_repository(tmp_path: Path) -> None:
    lay(tmp_path, {"documents/one.txt": "One"})
    status, said = diff(tmp_path)
    assert status == 1
    assert said == (
        "This folder is in no git repository, so no earlier state of it is known. "
        'Begin one: git init, then git add --all, then git commit -m "Begin"\n'
    )


def test_no_commit(repository: Path) -> None:
    status, said = diff(repository)
    assert status == 1
    assert said == (
        "The repository has no commit yet, so no earlier state of it is known. "
        'Make one: git add --all, then git commit -m "Begin"\n'
    )


def test_unknown_and_odd_revisions(repository: Path) -> None:
    commit(repository)
    assert "There is no revision “nowhere”" in diff(repository, "nowhere")[1]
    assert diff(repository, "--", "--output=x")[0] == 1


def test_detached_head_and_a_link_in_the_old_state(repository: Path) -> None:
    (repository / "seeds" / "documents" / "link.txt").symlink_to("/etc/hostname")
    commit(repository)
    (repository / "seeds" / "documents" / "link.txt").unlink()
    git(repository, "checkout", "-q", "--detach")
    lay(repository, {"entities/people/ana.yml": "name: Ana Lind\n"})
    status, said = diff(repository)
    assert status == 0
    assert "Ana Lind spoke: “Ana Lind”" in said


def test_shallow_clone(repository: Path, tmp_path: Path) -> None:
    commit(repository)
    lay(repository, {"documents/two.txt": "Two"})
    commit(repository)
    first = git(repository, "rev-parse", "HEAD~1").strip()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), str(clone))
    status, said = diff(clone, first)
    assert status == 1
    assert "git fetch --unshallow" in said
    assert diff(clone)[0] == 0


def test_archive_in_a_folder_of_the_repository_and_two_revisions(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "archive"
    lay(root, {"documents/one.txt": "One\r\n"})
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    lay(root, {"documents/two.txt": "Two"})
    commit(tmp_path)
    status, said = diff(root, "HEAD~1", "--to", "HEAD", "--format", "json")
    assert status == 0
    assert json.loads(said)["counts"]["document-added"] == 1
    assert diff(root)[1] == "Nothing changes in the archive.\n"


def test_a_page_edited_by_hand_is_an_error(repository: Path) -> None:
    pages = building.prepare(repository).pages
    for path, text in pages.items():
        (repository / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / "docs" / path).write_text(text, "utf-8")
    commit(repository)
    page = repository / "docs" / "documents" / "one.md"
    lay(repository, {"documents/two.txt": "Two"})
    status, said = diff(repository)
    assert status == 0
    assert "docs/ is behind seeds/" in said
    page.write_text(page.read_text("utf-8").replace("spoke", "sang"), "utf-8")
    status, said = diff(repository)
    assert status == 1
    assert "docs/documents/one.md: page-edited edited by hand" in said
    assert "seeds/documents/one.txt" in said


def test_a_page_that_an_earlier_build_left_is_no_hand_edit(repository: Path) -> None:
    """Built, then edited, then built no more: the page is old, nobody's work."""
    commit(repository)
    lay(repository, {"documents/two.txt": "Two spoke."})
    building.build(repository)
    described = "title: {supplied: Another}\n"
    lay(repository, {"documents/two.yml": described, "archive.yml": "title: B"})
    status, said = diff(repository)
    assert (status, "docs/ is behind seeds/" in said) == (0, True), said
    page = repository / "docs" / "documents" / "two.md"
    page.write_text(page.read_text("utf-8").replace("spoke", "sang"), "utf-8")
    assert diff(repository)[0] == 1
