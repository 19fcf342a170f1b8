"""The steps that GitHub runs, run as it runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from regesta import building, starting

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
ARCHIVE_YML = ROOT / "build_scripts" / "regesta" / "templates" / "archive" / "seeds" / "archive.yml"


def steps(workflow: str) -> dict[str, str]:
    """Return the shell steps of a workflow: name to script, in order."""
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text("utf-8"))
    found = [step for job in flow["jobs"].values() for step in job["steps"] if "run" in step]
    return {step["name"]: step["run"] for step in found}



def shell(root: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=root, text=True, capture_output=True, env={**os.environ, **environment},
    )  # fmt: skip


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(root), *who, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository whose last commit merges a contribution into what was there."""
    root = tmp_path / "clone"
    (root / "seeds" / "documents").mkdir(parents=True)
    (root / "seeds" / "documents" / "one.txt").write_text("Ana Lind spoke in Bergen.", "utf-8")
    shutil.copy(ROOT / ".gitignore", root)
    text = re.sub("@[a-z_]+@", "words", ARCHIVE_YML.read_text("utf-8"))
    for key, value in (("site_url", ""), ("forge_url", ""), ("language", "en")):
        text = text.replace(f"{key}: words", f"{key}: {value}")
    (root / "seeds" / "archive.yml").write_text(text, "utf-8")
    tools = root / ".venv" / "bin"
    tools.mkdir(parents=True)
    command = f'PYTHONPATH="{ROOT}/build_scripts" exec "{sys.executable}" -m regesta "$@"'
    (tools / "regesta").write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    (tools / "regesta").chmod(0o755)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "Begin")
    return root


def test_the_steps_of_a_pull_request_run(clone: Path, tmp_path: Path) -> None:
    people = clone / "seeds" / "entities" / "people"
    people.mkdir(parents=True)
    (people / "ana-lind.yml").write_text("name: Ana Lind\n", "utf-8")
    (clone / "extra.sh").write_text("echo\n", "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Name Ana Lind")
    summary = tmp_path / "summary.md"
    for name, script in steps("pull-request").items():
        if name == "Install":
            continue
        done = shell(clone, script, GITHUB_STEP_SUMMARY=str(summary))
        assert done.returncode == 0, script + done.stdout + done.stderr
    told = summary.read_text("utf-8")
    assert "status of Ana Lind&#58; machine proposal → proposed by an editor" in told
    assert "review them as code" in told
    assert "    extra.sh" in told
    assert (clone / "site" / "index.html").is_file()


def test_docs_that_lag_behind_are_a_notice_and_a_hand_edit_an_error(
    clone: Path, tmp_path: Path
) -> None:
    assert shell(clone, ".venv/bin/regesta build").returncode == 0
    git(clone, "add", "--all", "docs")
    git(clone, "commit", "-q", "-m", "Build the pages")
    (clone / "seeds" / "documents" / "two.txt").write_text("Bo Berg was there.", "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Add a text")
    summary = tmp_path / "summary.md"
    step = steps("pull-request")["Say what the change does to the archive"]
    done = shell(clone, step, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0
    assert done.stderr.startswith("::notice title=docs/::docs/ is behind seeds/ in ")
    assert "is behind seeds" in summary.read_text("utf-8")
    page = clone / "docs" / "documents" / "one.md"
    page.write_text(page.read_text("utf-8").replace("spoke", "sang"), "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "--amend", "-m", "Edit a page")
    done = shell(clone, step, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert "::error file=docs/documents/one.md" in done.stderr
    told = summary.read_text("utf-8")
    assert "only a build writes, edited by hand (1)" in told
    assert re.search("undo the edit here, and change seeds.{1,6}documents.{1,6}one.txt", told)


@pytest.mark.parametrize("name", ["seeds/published.tsv", "seeds/history.tsv"])
def test_a_contribution_leaves_alone_what_only_publishing_writes(
    clone: Path, tmp_path: Path, name: str
) -> None:
    assert shell(clone, ".venv/bin/regesta build --strict").returncode == 0
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Build the pages")
    line = {"published": "documents/two\t\t\n", "history": "one\t1998-05-03\tTaken in\tA\n"}
    with (clone / name).open("a", encoding="utf-8") as file:
        file.write(line[Path(name).stem])
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Tell a past that never was")
    summary = tmp_path / "summary.md"
    step = steps("pull-request")["Say what the change does to the archive"]
    done = shell(clone, step, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert f"::error file={name}" in done.stderr
    assert "only a build writes, edited by hand (1)" in summary.read_text("utf-8")
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["merge-request"]["script"]
    base = git(clone, "rev-parse", "HEAD~1").strip()
    assert shell(clone, gitlab[1], CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 1


def test_where_the_files_can_be_edited_is_written_down_once(clone: Path) -> None:
    address = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "someone/letters"}
    step = steps("publish")["Write down where these files can be edited, where nobody has"]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["pages"]["script"]
    file = clone / "seeds" / "archive.yml"
    empty = file.read_text("utf-8")
    assert shell(clone, step, **address).returncode == 0
    assert "\nforge_url: https://github.com/someone/letters\n" in file.read_text("utf-8")
    address["GITHUB_REPOSITORY"] = "else/where"
    assert shell(clone, step, **address).returncode == 0
    assert "else/where" not in file.read_text("utf-8")
    assert ".venv/bin/regesta check --strict" in steps("pull-request")["Check"]
    assert shell(clone, ".venv/bin/regesta check --strict").returncode == 0
    file.write_text(empty, "utf-8")
    written = next(line for line in gitlab if isinstance(line, str) and "forge_url" in line)
    assert shell(clone, written, CI_PROJECT_URL="https://gitlab.com/a/b").returncode == 0
    assert "\nforge_url: https://gitlab.com/a/b\n" in file.read_text("utf-8")
    file.unlink()
    assert shell(clone, step, **address).returncode == 0
    assert not file.exists()


def test_gitlab_does_the_same(clone: Path) -> None:
    flow = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    base = git(clone, "rev-parse", "HEAD").strip()
    (clone / "seeds" / "documents" / "two.txt").write_text("Bo Berg was there.", "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Add a text")

    def script(job: str) -> str:
        return "\n".join(line for line in flow[job]["script"] if isinstance(line, str))

    done = shell(clone, script("merge-request"), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 0, done.stderr
    assert "Bo Berg was there" in (clone / "diff.md").read_text("utf-8")
    done = shell(clone, script("pages"), CI_COMMIT_BRANCH="main", ARCHIVE_TOKEN="")
    assert done.returncode == 0, done.stderr
    assert (clone / "public" / "documents" / "two.html").is_file()


def test_texts_that_were_uploaded_in_a_browser_are_published(clone: Path) -> None:
    """A repository made from the template: nothing described, nothing installed."""
    shutil.rmtree(clone / "seeds")
    for name, data in starting.files(starting.Answers(title="Letters")).items():
        if not name.startswith(("build_scripts/", "requirements/")):
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes(data)
    shutil.rmtree(clone / "seeds" / "entities")
    for example in (clone / "seeds" / "documents").iterdir():
        example.unlink()
    texts = sorted((ROOT / "tests" / "data" / "corpus").glob("*.txt"))
    for at, text in enumerate(texts, 1):
        shutil.copy(text, clone / "seeds" / "documents" / f"Letter {at} (copy).txt")
    git(clone, "add", "--all")
    git(clone, "commit", "-q", "-m", "Add files via upload")
    done = shell(clone, steps("publish")["Build"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((clone / "site" / "documents").glob("letter-*.html"))) >= len(texts) >= 10
    assert "Letters" in (clone / "site" / "index.html").read_text("utf-8")


def test_the_commit_of_the_pages_runs_and_is_quiet_the_second_time(
    clone: Path, tmp_path: Path
) -> None:
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(origin))
    git(clone, "remote", "add", "origin", str(origin))
    git(clone, "push", "-q", "origin", "main")
    runs = steps("publish")
    for expected in ("", "The pages are as they were.\n"):
        for name in list(runs)[list(runs).index("Install") + 1 : list(runs).index("Build") + 1]:
            where = {"GITHUB_SERVER_URL": "https://h.example", "GITHUB_REPOSITORY": "a/b"}
            assert shell(clone, runs[name], **where).returncode == 0
        done = shell(clone, runs["Commit the pages"], TOKEN="t")
        assert (done.returncode, done.stdout) == (0, expected), done.stderr
    changed = git(origin, "show", "--name-only", "--format=", "main").split()
    assert "docs/documents/one.md" in changed
    lists = ("seeds/published.tsv", "seeds/history.tsv", "seeds/archive.yml")
    assert all(p.startswith("docs/") or p in lists for p in changed)
    assert "\tTaken in\tA\n" in git(origin, "show", "main:seeds/history.tsv")
    page = git(origin, "show", "main:docs/documents/one.md")
    assert "Taken in" in page
    assert "https://h.example/a/b/" in page


def test_a_change_of_seeds_alone_changes_no_code_theme_or_settings(tmp_path: Path) -> None:
    """What a stranger puts below seeds/ is read as words or not at all."""
    # One name, which an archive without archive.yml is called after.
    plain, hostile = tmp_path / "plain" / "archive", tmp_path / "hostile" / "archive"
    for root in (plain, hostile):
        (root / "seeds" / "documents").mkdir(parents=True)
        (root / "seeds" / "documents" / "one.txt").write_text("Ana Lind spoke.", "utf-8")
    (tmp_path / "marker.py").write_text("raise SystemExit('this ran')\n", "utf-8")
    odd = {
        "seeds/mkdocs.yml": "hooks: [../marker.py]\nplugins: [search]\n",
        "seeds/documents/mkdocs.yml": "sha256: 0\nhooks: [../../../marker.py]\n",
        "seeds/theme/main.html": "<script>alert(1)</script>",
        "seeds/documents/overrides/main.html": "{{ 1/0 }}",
        "seeds/conftest.py": "raise SystemExit('this ran')\n",
        "seeds/sitecustomize.py": "raise SystemExit('this ran')\n",
        "seeds/.github/workflows/x.yml": "on: push\n",
        "seeds/documents/.pages": "nav: []\n",
        "seeds/documents/index.md": "# Instead of the list\n",
    }
    for path, text in odd.items():
        (hostile / path).parent.mkdir(parents=True, exist_ok=True)
        (hostile / path).write_text(text, "utf-8")
    (hostile / "seeds" / "documents" / "docs").symlink_to(tmp_path)
    before = {p for p in tmp_path.rglob("*") if "seeds" not in p.parts}
    made = []
    for root in (plain, hostile):
        building.build(root)
        made.append(
            {
                path.relative_to(root).as_posix(): path.read_bytes()
                for folder in ("docs", "site")
                for path in (root / folder).rglob("*")
                if path.is_file()
            }
        )
    assert made[0] == made[1]
    new = {p for p in tmp_path.rglob("*") if "seeds" not in p.parts} - before
    tops = {"/".join(p.relative_to(tmp_path).parts[1:3]) for p in new}
    assert tops == {"archive/docs", "archive/site", "archive/.cache"}
