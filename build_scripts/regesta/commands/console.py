"""What all commands share: options, the closing sentence, problems in print."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click
from mkdocs.exceptions import MkDocsException

from regesta import locking
from regesta.model import Problem
from regesta.problems import format_github, format_json, format_text, printable
from regesta.search.pagefind_files import SearchError

EX_PROBLEMS = 1
EX_LOCKED = 75
FORMATTERS: dict[str, Callable[[Problem], str]] = {
    "text": format_text,
    "json": format_json,
    "github": format_github,
}


def directory_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the option ``-C DIR``."""
    option = click.option(
        "-C", "directory", metavar="DIR", type=click.Path(path_type=Path), default=None,
        help="Work on the archive in DIR instead of the current folder.",
    )  # fmt: skip
    return option(command)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give *command* the option ``--format`` for problems."""
    option = click.option(
        "--format", "form", type=click.Choice(sorted(FORMATTERS)), default="text",
        show_default=True, help="How problems are printed.",
    )  # fmt: skip
    return option(command)


def root_of(context: click.Context, directory: Path | None) -> Path:
    """Return the archive's root that was named; wrong usage where it is none."""
    root = (directory or context.obj or Path()).resolve()
    if not root.is_dir():
        raise click.UsageError(f"{root} is not a folder.")
    if not (root / "seeds" / "documents").is_dir():
        raise click.UsageError(
            f"{root} is not an archive: it has no folder seeds/documents/. "
            "Put your texts there as .txt files, or name another folder with -C."
        )
    return root


def guarded(work: Callable[[], Any]) -> Any:
    """Run *work*; turn what a user can meet into a sentence."""
    try:
        return work()
    except locking.Locked:
        close(
            "Another build of this archive is at work. Wait until it is done, then try again.",
            EX_LOCKED,
        )
    except (MkDocsException, SearchError) as error:
        close(f"The site could not be made: {printable(' '.join(str(error).split()))}", EX_PROBLEMS)
    except OSError as error:
        place = f"{printable(str(error.filename))}: " if error.filename else ""
        said = error.strerror or printable(str(error))
        if error.errno in (errno.ENOTDIR, errno.EEXIST):
            said += ", and a folder belongs there: move it away"
        close(f"The disk refused: {place}{said}. Nothing was left half-written.", EX_PROBLEMS)


def tell(words: str) -> None:
    """Say on a terminal what is being done; nothing in a pipe."""
    if sys.stderr.isatty():
        click.echo(f"{words} …", err=True)


def print_problems(problems: Iterable[Problem], form: str) -> None:
    """Print *problems* as the user asked."""
    for problem in problems:
        click.echo(FORMATTERS[form](problem), err=form == "text")


def count(problems: Iterable[Problem]) -> str:
    """Return how many errors there are, in words."""
    number = sum(1 for p in problems if p.severity == "error")
    return "1 problem" if number == 1 else f"{number} problems"


def documents(number: int) -> str:
    """Return how many documents there are, in words."""
    return "1 document" if number == 1 else f"{number} documents"


def shown(path: Path) -> str:
    """Return *path* as the user would write it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def close(sentence: str, status: int) -> NoReturn:
    """Say the last sentence and end with *status*."""
    click.echo(sentence, err=status != 0)
    raise SystemExit(status)
