"""``regesta check``: all that is wrong, and nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import checking
from regesta.commands.console import (
    EX_PROBLEMS,
    close,
    count,
    directory_option,
    documents,
    format_option,
    guarded,
    print_problems,
    root_of,
)


@click.command("check")
@directory_option
@format_option
@click.option("--strict", is_flag=True, help="Ask for all that a publication needs.")
@click.pass_context
def check_(context: click.Context, directory: Path | None, form: str, strict: bool) -> None:
    """Say everything that is wrong in seeds/; write nothing.

    Reads all that a build reads and prints every problem, as
    path:line:column: code, what was found, and what is right. The guide lists
    the codes. With --strict it also asks for what a publication needs, such as
    a contact.
    """
    root = root_of(context, directory)
    number, problems = guarded(lambda: checking.check(root, strict=strict))
    print_problems(problems, form)
    held = f"{documents(number)} and all records"
    if any(p.severity == "error" for p in problems):
        close(f"{count(problems)} in {held}.", EX_PROBLEMS)
    close(f"In order: {held}.", 0)
