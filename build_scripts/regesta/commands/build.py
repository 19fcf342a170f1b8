"""``regesta build``: pages, site and search index."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import building
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
    shown,
)
from regesta.commands.telling import Telling


@click.command("build")
@directory_option
@format_option
@click.option("--strict", is_flag=True, help="Write nothing where anything is wrong.")
@click.pass_context
def build_(context: click.Context, directory: Path | None, form: str, strict: bool) -> None:
    """Build pages, site and search index.

    Reads seeds/, writes docs/ (Markdown pages, kept in git) and site/ (what is
    published, or opened from a folder). What is right is built; what is wrong
    is named and left out, and the exit status is 1.
    """
    root = root_of(context, directory)
    telling = Telling()
    try:
        built = guarded(lambda: building.build(root, strict=strict, tell=telling))
    finally:
        telling.end()
    print_problems(built.problems, form)
    if strict and built.failed:
        close(f"Nothing was written: {count(built.problems)} in the way.", EX_PROBLEMS)
    changed = (
        f"{built.written} pages written, {built.removed} removed"
        if built.written or built.removed
        else "no page changed"
    )
    where = root / "site" / "index.html"
    sentence = f"{documents(built.documents)} on {built.pages} pages ({changed})."
    sentence += f" Open {shown(where)} in a browser."
    if built.failed:
        close(f"{sentence} {count(built.problems)}, named above, left something out.", EX_PROBLEMS)
    close(sentence, 0)
