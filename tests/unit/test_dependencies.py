"""An environment that lacks a dependency is told of in a sentence."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from regesta import dependencies

ROOT = Path(__file__).parents[2]


def test_the_table_is_that_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = [re.split("[=<>~]", wanted)[0] for wanted in project["dependencies"]]
    assert sorted(dependencies.MODULES) == sorted(pinned)
    assert dependencies.missing() == []


def test_what_is_missing_is_said_in_a_sentence() -> None:
    # A module that is None stands for one that is not installed.
    code = "import sys; sys.modules['regex'] = None; import regesta.cli"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Error: this environment lacks regex, which Regesta needs since it was brought up to date: "
        "type `make site` (`python3 build_scripts/build.py site`), which installs what is missing, "
        "then the command again.\n"
    )


def test_a_fault_of_our_own_is_not_hidden() -> None:
    code = "import sys; sys.modules['regesta.commands.manual'] = None; import regesta.cli"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "ModuleNotFoundError" in done.stderr
