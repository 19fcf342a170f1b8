"""``regesta history``: write down what git knows of each document."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import commit_history, publish
from regesta.commands.console import EX_PROBLEMS, close, directory_option, guarded, root_of
from regesta.diff.revisions import NoRevision, Revision
from regesta.model import Problem
from regesta.problems import format_text
from regesta.seeds import files, history
from regesta.seeds.tables import DOCUMENTS_PATH, MAX_TABLE


@click.command("history")
@directory_option
@click.pass_context
def history_(context: click.Context, directory: Path | None) -> None:
    """Write what git tells of each document down.

    When it was taken in, described and changed, and by whom. The job that
    publishes runs this before it builds; the build itself never asks git, so
    that the same seeds give the same bytes. Lines that stand in the file
    already stay as they are.
    """
    root = root_of(context, directory)
    old = _old(root)
    try:
        revision = Revision(root, "HEAD")
        told = commit_history.lines(revision.log("seeds/documents"), revision.prefix)
        told += commit_history.lines_of_rows(revision.versions(DOCUMENTS_PATH))
    except NoRevision as trouble:
        close(str(trouble), EX_PROBLEMS)
    text = commit_history.joined(old, told)
    if text != old:
        guarded(lambda: publish.write_file(root / history.PATH, text.encode("utf-8")))
    number = text.count("\n") - old.count("\n")
    close(f"{number} lines were added to {history.PATH}.", 0)


def _old(root: Path) -> str:
    found = files.entry(root, history.PATH)
    data = files.read(found, MAX_TABLE) if found else b""
    if isinstance(data, Problem):
        close(format_text(data), EX_PROBLEMS)
    return data.decode("utf-8", "surrogateescape")
