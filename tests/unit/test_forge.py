"""Files for GitHub and GitLab: well formed, safe with strangers, and their
shell steps run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from regesta import building, starting

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATES = ROOT / "build_scripts" / "regesta" / "templates" / "forge"


def load(path: Path) -> Any:
    # "on" is a truth value in YAML 1.1, as the forge does not read it.
    text = re.sub(r"(?m)^on:", '"on":', path.read_text("utf-8"))
    return yaml.safe_load(text)


def steps(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(job, s) for job, body in load(path)["jobs"].items() for s in body["steps"]]


def test_this_repository_uses_what_it_gives_to_others() -> None:
    given = starting._below(TEMPLATES)
    for path, data in given.items():
        assert (ROOT / path).read_bytes() == data, f"{path} differs from its template"
    own = {p.relative_to(ROOT).as_posix() for p in (ROOT / ".github").rglob("*") if p.is_file()}
    assert own - set(given) == {".github/workflows/tests.yml"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    flow = load(path)
    assert flow["permissions"] == {"contents": "read"}
    assert set(flow["on"]) <= {"pull_request", "push", "workflow_dispatch"}
    assert "{ secrets." not in path.read_text("utf-8")
    for name, job in flow["jobs"].items():
        assert job["timeout-minutes"] <= 60
        if "pull_request" in flow["on"]:
            assert "permissions" not in job, f"{path.name}: {name} may write"
    for _job, step in steps(path):
        assert "${{" not in step.get("run", ""), "an expression in a shell step can be injected"
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
            if "checkout" in step["uses"]:
                assert step["with"]["persist-credentials"] is False


def test_only_one_job_may_write_to_the_repository() -> None:
    writers = [
        (path.stem, name)
        for path in WORKFLOWS
        for name, job in load(path)["jobs"].items()
        if job.get("permissions", {}).get("contents") == "write"
    ]
    assert writers == [("publish", "build")]


def test_every_action_names_its_version() -> None:
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_issue_forms_are_well_formed() -> None:
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")):
        form = yaml.safe_load(path.read_text("utf-8"))
        if path.name == "config.yml":
            continue
        assert set(form) == {"name", "description", "title", "labels", "body"}
        ids = [part["id"] for part in form["body"]]
        assert len(ids) == len(set(ids))
        for part in form["body"]:
            assert part["type"] in ("input", "textarea", "dropdown")
            assert part["attributes"]["label"]
            assert (part["type"] == "dropdown") == ("options" in part["attributes"])


def test_gitlab_is_well_formed() -> None:
    flow = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    for job in ("merge-request", "pages"):
        assert flow[job]["stage"] in flow["stages"]
        assert flow[job]["script"]
    assert flow["pages"]["artifacts"]["paths"] == ["public"]


SCRIPTS = [
    pytest.param(step["run"], id=f"{path.stem}-{at}")
    for path in WORKFLOWS
    for at, (_job, step) in enumerate(steps(path))
    if "run" in step
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_shell_step_is_well_formed(script: str) -> None:
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


# ---- the steps of a pull request, run as the forge runs them


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
    for name in ("archive.yml",):
        text = (TEMPLATES.parent / "archive" / "seeds" / name).read_text("utf-8")
        (root / "seeds" / name).write_text(re.sub("@[a-z_]+@", "words", text).replace(
            "site_url: words", "site_url:").replace("forge_url: words", "forge_url:").replace(
            "language: words", "language: en"), "utf-8")  # fmt: skip
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
    runs = [s["run"] for _j, s in steps(ROOT / ".github" / "workflows" / "pull-request.yml")
            if "run" in s and "build.py" not in s["run"]]  # fmt: skip
    for script in runs:
        done = shell(clone, script, GITHUB_STEP_SUMMARY=str(summary))
        assert done.returncode == 0, script + done.stdout + done.stderr
    told = summary.read_text("utf-8")
    assert "checking of Ana Lind&#58; machine proposal → proposed by an editor" in told
    assert "review them as code" in told
    assert "    extra.sh" in told
    assert (clone / "site" / "index.html").is_file()


def test_the_commit_of_the_pages_runs_and_is_quiet_the_second_time(
    clone: Path, tmp_path: Path
) -> None:
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(origin))
    git(clone, "remote", "add", "origin", str(origin))
    git(clone, "push", "-q", "origin", "main")
    runs = {s["name"]: s["run"] for _j, s in steps(ROOT / ".github" / "workflows" / "publish.yml")
            if "run" in s}  # fmt: skip
    for expected in ("", "The pages are as they were.\n"):
        assert shell(clone, runs["Build"]).returncode == 0
        done = shell(clone, runs["Commit the pages"], TOKEN="t")
        assert (done.returncode, done.stdout) == (0, expected), done.stderr
    changed = git(origin, "show", "--name-only", "--format=", "main").split()
    assert "docs/documents/one.md" in changed
    assert all(p.startswith("docs/") or p == "seeds/published.tsv" for p in changed)


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
