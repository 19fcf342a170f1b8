"""The guide's reference pages, made from the program itself.

    .venv/bin/python tests/support/reference.py

writes them; a test fails where they are not up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from regesta.cli import main
from regesta.problems import CODES, Code

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def commands_page() -> str:
    """Return the page of commands, from the help that each prints."""
    head = [
        "---\ntitle: Commands\n---\n\n# Commands\n",
        "This is what `regesta --help` and the help of each command print.\n",
        "The command stands in `.venv/bin/`, where `make site` puts it.\n",
        _help(),
        "## Exit status\n",
        "| status | means |\n|---|---|",
        "| 0 | done |\n| 1 | something in the input is wrong |\n| 2 | wrong usage |",
        "| 75 | another build of this archive is at work |\n",
    ]
    return "\n".join([*head, *(_command(name) for name in sorted(main.commands))])


def _command(name: str) -> str:
    return f"## regesta {name} {{: #{name} }}\n\n{_help(name)}"


def _help(*words: str) -> str:
    """Return what ``regesta WORDS --help`` prints."""
    done = CliRunner().invoke(
        main, [*words, "--help"], prog_name="regesta", terminal_width=88, catch_exceptions=False
    )
    return f"```text\n{done.output.rstrip()}\n```\n"


def problems_page() -> str:
    """Return the page of problems, from the catalogue."""
    head = (
        "---\ntitle: What can be wrong\n---\n\n# What can be wrong\n\n"
        "Every message begins with the place, `path:line:column`, and one of these codes.\n"
        "What is right is built all the same, unless `--strict` is given.\n"
    )
    return "\n".join([head, *(_problem(code) for code in CODES.values())])


def _problem(code: Code) -> str:
    tail = "" if code.severity == "error" else f"\n\nThis is a {code.severity}, not an error."
    remedy = "\n".join(f"    {line}".rstrip() for line in code.remedy.split("\n"))
    head = f"## {code.title} {{: #{code.code} }}\n\n`{code.code}`"
    return f"{head}\n\n{code.meaning}{tail}\n\n{remedy}\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page's path and text."""
    yield GUIDE / "commands.md", commands_page()
    yield GUIDE / "problems.md", problems_page()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from support import catalogue  # the list of interface strings is made along with them

    catalogue.TEMPLATE.write_text(catalogue.template(), "utf-8")
    for path, text in pages():
        path.write_text(text, "utf-8")
