"""``regesta bundle``: the archive in one zip."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import bundle
from regesta.commands.console import (
    EX_PROBLEMS,
    close,
    count,
    directory_option,
    format_option,
    guarded,
    print_problems,
    root_of,
    shown,
)


@click.command("bundle")
@directory_option
@format_option
@click.option(
    "-o", "out", metavar="FILE.zip", type=click.Path(path_type=Path), default=None,
    help="The file to write; archive.zip beside seeds/ if none is named.",
)  # fmt: skip
@click.pass_context
def bundle_(context: click.Context, directory: Path | None, form: str, out: Path | None) -> None:
    """Put the archive into one zip file.

    For a USB stick, an e-mail, a deposit. Whoever gets it needs a web browser
    and nothing else; its first file says what to open. Inside is a bag (BagIt,
    RFC 8493) with the site and all that it was built from, so that it can be
    kept, checked and made anew. What readers are not shown is not in it. The
    same archive gives the same bytes.
    """
    root = root_of(context, directory)
    out = (out or root / "archive.zip").absolute()
    if out.is_dir() or not out.parent.is_dir():
        raise click.UsageError(f"{out} cannot be the bundle: name a file in a folder that exists.")
    if out.is_relative_to(root / "site"):
        raise click.UsageError("A bundle cannot stand in the site that it holds.")
    try:
        made = guarded(lambda: bundle.make(root, out))
    except bundle.NoSite as trouble:
        close(str(trouble), EX_PROBLEMS)
    print_problems(made.problems, form)
    sentence = f"{made.files} files of the site are in {shown(out)} ({made.size:,} bytes)."
    if made.problems:
        close(f"{sentence} {count(made.problems)}, named above, left something out.", EX_PROBLEMS)
    close(sentence, 0)
