"""Files for GitHub and GitLab: well formed, and safe with strangers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from regesta import starting

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
        own = (ROOT / path).read_bytes()
        if path == ".gitlab-ci.yml":  # the program's own tests stand below
            own = own.partition(b"\n# ---- Of this repository alone")[0]
        assert own == data, f"{path} differs from its template"
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


def test_gitlab_does_for_the_program_what_github_does() -> None:
    flow = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    jobs = load(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]
    assert set(jobs) == {"tests", "audit"} <= set(flow)
    for name, job in jobs.items():
        runs = "\n".join(step["run"] for step in job["steps"] if "run" in step)
        there = "\n".join(flow[name]["script"]).replace("CI_BUILDS_DIR", "RUNNER_TEMP")
        assert there.replace("'", "").split() == runs.split()
        assert flow[name]["stage"] in flow["stages"]


SCRIPTS = [
    pytest.param(step["run"], id=f"{path.stem}-{at}")
    for path in WORKFLOWS
    for at, (_job, step) in enumerate(steps(path))
    if "run" in step
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_shell_step_is_well_formed(script: str) -> None:
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
