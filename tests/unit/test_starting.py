"""An archive of one's own: begun, built strictly, and brought to a later version."""

from __future__ import annotations

import subprocess
from pathlib import Path

import yaml
from click.testing import CliRunner

from regesta import building, starting
from regesta.cli import main
from regesta.seeds.reading import read

HOSTILE = 'A "first": archive <b> @publisher@ — 档案'


def new(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["new", *map(str, words)])
    return done.exit_code, done.output


def test_begun_built_and_upgraded(tmp_path: Path) -> None:
    root = tmp_path / "my letters"
    status, said = new(root, "--title", HOSTILE, "--site-url", "https://example.org/a/")
    assert status == 0, said
    assert "type there: make site" in said
    for name in (
        "README.md", "CONTRIBUTING.md", "Makefile", "mkdocs.yml", "seeds/archive.yml",
        "seeds/documents/example-letter.txt", ".gitattributes", ".gitignore", ".gitlab-ci.yml",
        ".github/workflows/pull-request.yml", ".github/workflows/publish.yml",
        "build_scripts/build.py", "build_scripts/LICENSE", "requirements/site.txt",
        "tests/checker/check_verbatim.py",
    ):  # fmt: skip
        assert (root / name).is_file(), name
    assert subprocess.run(["git", "-C", root, "status", "--short"], check=True).returncode == 0
    seeds, problems = read(root)
    assert problems == []
    assert seeds.collection.title == HOSTILE
    assert seeds.collection.publisher == "The maintainers of this repository"
    assert seeds.collection.contact == starting.CONTACT
    assert seeds.collection.site_url == "https://example.org/a/"
    assert yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["site_name"] == HOSTILE

    built = building.build(root, strict=True)
    assert built.problems == ()
    page = (root / "site" / "documents" / "example-letter.html").read_text("utf-8")
    assert "data-verbatim" in page
    # The program's own theme, though mkdocs.yml names no folder for one.
    assert (root / "site" / "assets" / "css" / "frame.css").is_file()

    (root / "mkdocs.yml").write_text("# mine\n" + (root / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (root / "build_scripts" / "regesta" / "cli.py").write_text("# an older version\n", "utf-8")
    (root / "build_scripts" / "regesta" / "gone.py").write_text("# of an older version\n", "utf-8")
    before = {p: p.read_bytes() for p in (root / "seeds").rglob("*") if p.is_file()}
    status, said = new(root, "--upgrade")
    assert status == 0, said
    assert (root / "mkdocs.yml").read_text("utf-8").startswith("# mine\n")
    assert "def main" in (root / "build_scripts" / "regesta" / "cli.py").read_text("utf-8")
    assert not (root / "build_scripts" / "regesta" / "gone.py").exists()
    assert before == {p: p.read_bytes() for p in (root / "seeds").rglob("*") if p.is_file()}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    status, said = new(tmp_path)
    assert status == 2
    assert "is not an empty folder" in said
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
    assert new(tmp_path, "--upgrade")[0] == 2


def test_without_git_and_without_the_program(tmp_path: Path, monkeypatch: object) -> None:
    files = starting.files(starting.Answers("Letters"))
    assert all("__pycache__" not in path for path in files)
    assert not any(path.startswith(("docs/documents", "site/", ".git/")) for path in files)
    assert new(tmp_path / "plain", "--no-git")[0] == 0
    assert not (tmp_path / "plain" / ".git").exists()
