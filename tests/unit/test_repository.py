"""What the repository says of itself is so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packaging.version import Version

from regesta.cli import main
from regesta.commands.manual import NAMES
from regesta.commands.manual import command as command_of
from support import reference

ROOT = Path(__file__).parents[2]
NOT_OURS = {
    ".git", ".venv", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    "__pycache__", "node_modules", "test-artifacts",
}  # fmt: skip
# Put together here, so that this file does not hold them.
HOSTS = [f"pypi{'.'}org", f"pythonhosted{'.'}org", f"registry.npmjs{'.'}org", f"deb.debian{'.'}org"]
PLACES = [f"/{'work'}/", f"/{'root'}/", f"/{'home'}/", f"/{'opt'}/", f"C:{chr(92)}"]


def files() -> Iterator[Path]:
    """Yield the repository's text files."""
    for folder, folders, names in os.walk(ROOT):
        at_top = Path(folder) == ROOT
        folders[:] = sorted(
            f
            for f in folders
            if f not in NOT_OURS and not f.endswith(".egg-info") and not (at_top and f == "site")
        )
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in (".woff2", ".png", ".zip") or name.startswith(".new-"):
                continue
            if name != ".git":  # a file, in a second working tree
                yield path


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    pattern = re.compile("|".join(map(re.escape, HOSTS + PLACES)).encode())
    data = ROOT / "tests" / "data"
    seeds = ROOT / "seeds" / "documents"
    found = [
        f"{path.relative_to(ROOT)}: {match[0].decode()}"
        for path in files()
        if data not in path.parents and seeds not in path.parents
        for match in pattern.finditer(path.read_bytes())
    ]
    assert found == []


@pytest.mark.parametrize("name", ["site.txt", "test.txt", "ner.txt"])
def test_every_dependency_is_pinned_with_its_digest(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 20
    assert [
        line for line in lines if not re.match(r"[a-z0-9._-]+==\S+ .*--hash=sha256:", line)
    ] == []


def test_no_dependency_is_one_with_a_known_fault() -> None:
    """The floors are in requirements/floors.txt, with the advisory beside each."""
    text = (ROOT / "requirements" / "floors.txt").read_text("utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    floors = dict(re.fullmatch(r"(\S+)>=(\S+) +# (?:CVE|GHSA)-.+", row).groups() for row in rows)
    pinned = [
        found
        for name in ("site.txt", "test.txt")
        for found in re.findall(
            r"(?m)^([a-z0-9._-]+)==([0-9.]+)", (ROOT / "requirements" / name).read_text("utf-8")
        )
    ]
    assert floors.keys() <= {name for name, _version in pinned}, "a floor of what is not used"
    assert [
        f"{name} {version} < {floors[name]}"
        for name, version in pinned
        if name in floors and Version(version) < Version(floors[name])
    ] == []


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    wanted = re.findall(
        r'"([A-Za-z0-9._-]+==[\w.]+)"', (ROOT / "pyproject.toml").read_text("utf-8")
    )
    assert len(wanted) > 10
    locks = ("test.txt", "ner.txt")
    locked = "".join((ROOT / "requirements" / name).read_text("utf-8").lower() for name in locks)
    assert [one for one in wanted if f"{one.lower()} " not in locked] == []


def code_lines(name: str) -> list[str]:
    """Return the lines of a page that can be typed."""
    text = (ROOT / name).read_text("utf-8")
    fenced = "\n".join(re.findall(r"(?ms)^```\w*\n(.*?)^```", text))
    return [
        *fenced.splitlines(),
        *re.findall(r"(?m)^ {4}(\S.*)$", text),
        *re.findall("`([^`]+)`", text),
    ]


PAGES = [
    "README.md", "CONTRIBUTING.md", "docs/guide/getting-started.md", "docs/guide/index.md",
    "docs/guide/describing.md", "docs/guide/authority-records.md",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_to_type_exists(page: str) -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    for line in code_lines(page):
        if made := re.match(r"(?:sudo )?make ([a-z]+)", line):
            assert made[1] in targets, line
        if asked := re.match(r"(?:\.venv/bin/)?regesta (?:-C \S+ )?([a-z]+)", line):
            assert asked[1] in NAMES, line
        if ran := re.match(r"(?:python3|\.venv/bin/python) (\S+\.py)", line):
            assert (ROOT / ran[1]).is_file(), line


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for address in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert ((ROOT / page).parent / address).exists(), address


def test_the_reference_is_up_to_date() -> None:
    """Where this fails: .venv/bin/python tests/support/reference.py"""
    assert [path.name for path, text in reference.pages() if path.read_text("utf-8") != text] == []


@pytest.mark.parametrize("name", ["", *sorted(NAMES)])
def test_every_command_has_help(name: str) -> None:
    command: click.Command = command_of(name) if name else main
    assert command.help and command.get_short_help_str(80).endswith(".")
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help, option.name
    done = CliRunner().invoke(main, [*([name] if name else []), "--help"])
    assert done.exit_code == 0


def test_the_help_lists_every_command_once_and_whole() -> None:
    shown = CliRunner().invoke(main, ["--help"], terminal_width=88).output
    for name in NAMES:
        assert len(re.findall(rf"(?m)^  {name} +[A-Z]", shown)) == 1, name
    assert "..." not in shown.partition("\n")[2]


def test_the_guide_s_example_is_right(tmp_path: Path) -> None:
    """The files shown in the guide make an archive with nothing wrong in it."""
    for page in sorted((ROOT / "docs" / "guide").glob("*.md")):
        shown = re.findall(r"(?ms)^`(seeds/[^`]+)`:\n\n```\w+\n(.*?)^```", page.read_text("utf-8"))
        for name, content in shown:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, "utf-8")
    assert len(list(tmp_path.rglob("*.*"))) >= 5
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "check"])
    assert done.exit_code == 0, done.output


def test_building_needs_nothing_but_python() -> None:
    """build.py is read by a Python without a single package, and says what
    it can do."""
    script = ROOT / "build_scripts" / "build.py"
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(script), "--help"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"))
    assert [t for t in targets if t != "help" and t not in done.stdout] == []


def test_the_licence_says_what_it_does_not_cover() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "does not cover the documents" in text
    assert "records_licence:" in text
