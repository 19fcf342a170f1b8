"""Every command that the guide says to type is typed here, page by page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
MADE = {"commands.md", "problems.md", "fields.md"}
BLOCK = re.compile(r"(?ms)^ *```(\w*)\n(.*?)^ *```$")
PAGES = [
    pytest.param(path, id=path.stem)
    for path in sorted(GUIDE.glob("*.md"))
    if path.name not in MADE and re.search("(?m)^ *```sh$", path.read_text("utf-8"))
]
LETTER = "Letter to the Salt Board\n\nPort Lewin, 17 February 1924\n\nYours, Tom Hale\n"

# All of make but the installation: the environment is the one that runs the tests.
MAKE = r"""#!/bin/sh
if [ -f build_scripts/build.py ] && [ ! -e .venv ]; then "{python}" "$(dirname "$0")/installed.py" "$PWD"; fi
exec "{make}" "$@"
"""
INSTALLED = """import importlib.util, json, pathlib, sys
root = pathlib.Path(sys.argv[1])
spec = importlib.util.spec_from_file_location("build", root / "build_scripts" / "build.py")
build = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build)
build.BIN.mkdir(parents=True)
line = f'PYTHONPATH="{root}/build_scripts" exec "{sys.executable}" -m regesta "$@"'
build.REGESTA.write_text("#!/bin/sh\\n" + line + "\\n")
build.REGESTA.chmod(0o755)
(build.BIN / "activate").write_text(f'PATH="{build.BIN}:$PATH"\\n')
build.STAMP.write_text(json.dumps({"site": build.wanted("site")}))
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with its program, as whoever follows the guide has it: with a
    past in git, and with the files that its pages speak of."""
    tmp_path = tmp_path_factory.mktemp("guide")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "installed.py").write_text(INSTALLED, "utf-8")
    make = shutil.which("make")
    assert make
    script = MAKE.replace("{python}", sys.executable).replace("{make}", make)
    (tools / "make").write_text(script, "utf-8")
    (tools / "make").chmod(0o755)
    run(tmp_path, f'"{sys.executable}" -m regesta new regesta --title Letters --no-git')
    root = tmp_path / "regesta"
    for name in ("letter.txt", "letters/one.txt", "my-archive/seeds/documents/letter.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(LETTER + name, "utf-8")
    commits = "git add --all; for n in 1 2 3 4 5 6; do git commit -q --allow-empty -m $n; done"
    run(root, f"git init -q -b main; {commits}")
    return tmp_path


@pytest.fixture
def program(begun: Path, tmp_path: Path) -> Path:
    """A copy of it, installed."""
    shutil.copytree(begun, tmp_path, dirs_exist_ok=True)
    root = tmp_path / "regesta"
    run(root, f'"{sys.executable}" "{tmp_path}/tools/installed.py" "$PWD"')
    return root


def run(root: Path, script: str) -> None:
    tools = root.parent / "tools"
    path = f"{tools}:{root}/.venv/bin:{Path(sys.executable).parent}:{os.environ['PATH']}"
    who = {f"GIT_{one}_{what}": "a@example.org" for one in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-u", "-o", "pipefail", "-c", script],
        cwd=root, text=True, capture_output=True, check=False,
        env={**os.environ, **who, "PATH": path, "PYTHONPATH": str(ROOT / "build_scripts")},
    )  # fmt: skip
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_to_type_works(page: Path, program: Path) -> None:
    blocks = [code for kind, code in BLOCK.findall(page.read_text("utf-8")) if kind == "sh"]
    run(program, "\n".join(blocks))


COMMAND = re.compile(r"(?:sudo |\$ )?(?:\S*/)?(?:regesta|make|git|python3|cd|sha256sum|\.) \S")


def test_no_command_stands_where_it_is_not_run() -> None:
    """Lines to type are in blocks that say ``sh``, or they are no such lines."""
    found = []
    for path in sorted(GUIDE.glob("*.md")):
        if path.name in MADE:
            continue
        rest = BLOCK.sub(lambda m: "" if m[1] == "sh" else m[0], path.read_text("utf-8"))
        code = [code for _kind, code in BLOCK.findall(rest)]
        code += re.findall(r"(?m)^(?: {4}|\t)+(.*)$", BLOCK.sub("", rest))
        lines = [line.strip() for block in code for line in block.splitlines()]
        found += [f"{path.name}: {line}" for line in lines if COMMAND.match(line)]
    allowed = {
        # It goes on until it is ended; test_preview.py runs it.
        "getting-started.md: .venv/bin/regesta -C my-archive preview",
    }
    assert [one for one in found if one not in allowed] == []


def test_every_page_is_reached_from_the_first() -> None:
    first = (GUIDE / "index.md").read_text("utf-8")
    assert {path.name for path in GUIDE.glob("*.md")} - {"index.md"} <= set(
        re.findall(r"\]\(([a-z-]+\.md)[#)]", first)
    )
