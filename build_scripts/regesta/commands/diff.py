"""``regesta diff``: what a change does to the archive."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from regesta import building
from regesta.archive import permanence
from regesta.commands.console import (
    EX_PROBLEMS,
    FORMATTERS,
    close,
    directory_option,
    guarded,
    root_of,
    tell,
)
from regesta.diff import words
from regesta.diff.changes import Side
from regesta.diff.comparing import compare, edited_by_hand, written_by_publishing
from regesta.diff.revisions import NoRevision, Revision
from regesta.making.memory import left_by_build
from regesta.model import Problem
from regesta.seeds import history


@click.command("diff")
@directory_option
@click.argument("revision", metavar="REV", default="HEAD")
@click.option(
    "--to", "other", metavar="REV", default=None,
    help="Compare with this revision instead of the files as they stand.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text",
    show_default=True, help="How the report is written.",
)  # fmt: skip
@click.option(
    "--annotate", is_flag=True,
    help="Say what is wrong with docs/ in the form that GitHub shows beside the file.",
)  # fmt: skip
@click.option(
    "--contribution", is_flag=True,
    help="Refuse a change of the lists that only publishing writes, too.",
)  # fmt: skip
@click.option("--site", metavar="URL", default="", help="Link pages of the site there (markdown).")
@click.pass_context
def diff_(
    context: click.Context,
    directory: Path | None,
    revision: str,
    other: str | None,
    form: str,
    annotate: bool,
    contribution: bool,
    site: str,
) -> None:
    """Say what a change does to the archive, in an editor's words.

    Compares the files as they stand with the git revision REV (HEAD if none is
    named): documents that came and went, titles, dates and rights, links from
    names, records merged and split, events, the pages that change. The same
    rules read both, so that what differs comes from seeds/ alone.

    A page below docs/ that was edited by hand instead of in seeds/ is an error.
    With --contribution, so is a change of seeds/published.tsv or
    seeds/history.tsv, which only the job that publishes writes.
    """
    root = root_of(context, directory)
    try:
        before = Revision(root, revision)
        after = Revision(root, other) if other else None
        tell(f"Reading {revision}")
        old = guarded(lambda: _at(before, root))
        tell("Reading the files as they stand" if after is None else f"Reading {other}")
        new = guarded(lambda: _at(after, root) if after else _side(root))
    except NoRevision as trouble:
        close(str(trouble), EX_PROBLEMS)
    changes = compare(old, new)
    report = words.as_json if form == "json" else words.text
    edited, lagging = _docs(root, before, after, new)
    if contribution:
        here = after.files("seeds") if after else _lists(root)
        edited += written_by_publishing(here, before.files("seeds"))
    if form == "markdown":
        click.echo(words.markdown(changes, site) + words.about_docs(edited, lagging), nl=False)
    else:
        click.echo(report(changes), nl=False)
    if lagging and not edited:
        notice = "::notice title=docs/::" if annotate else ""
        click.echo(notice + words.behind(lagging), err=True)
    if edited:
        for one in edited:
            click.echo(FORMATTERS["github" if annotate else "text"](one), err=True)
        number = "1 file was" if len(edited) == 1 else f"{len(edited)} files were"
        close(
            f"{number} edited by hand, named above, that only a build writes. "
            "Contributions change texts, descriptions and records in seeds/ alone.",
            EX_PROBLEMS,
        )


def _at(revision: Revision, root: Path) -> Side:
    """Read the archive as *revision* holds it."""
    with tempfile.TemporaryDirectory(prefix="regesta-") as folder:
        # The same name: without a title an archive is called after its folder.
        place = Path(folder) / (root.name or "archive")
        revision.write("seeds", place)
        (place / "seeds" / "documents").mkdir(parents=True, exist_ok=True)
        return _side(place)


def _side(root: Path) -> Side:
    prepared = building.prepare(root)
    return Side(prepared.lookups, prepared.pages, prepared.problems)


def _lists(root: Path) -> dict[str, bytes]:
    """Return path to bytes of the lists that publishing writes."""
    places = {path: root / path for path in (permanence.PATH, history.PATH)}
    return {path: place.read_bytes() for path, place in places.items() if place.is_file()}


def _docs(
    root: Path, before: Revision, after: Revision | None, new: Side
) -> tuple[list[Problem], int]:
    """Return the pages that were edited by hand, and how many are merely older
    than the seeds; none is where no pages are kept."""
    if after:
        here = after.files("docs")
    else:
        places = {path: root / "docs" / path for path in new.pages}
        here = {
            f"docs/{path}": place.read_bytes()
            for path, place in places.items()
            if place.is_file() and not place.is_symlink()
        }
    differs = any(here.get(f"docs/{p}") != t.encode() for p, t in new.pages.items())
    there = before.files("docs") if differs else {}
    built = left_by_build(root) if after is None else (lambda _path, _data: False)
    problems, lagging = edited_by_hand(new.pages, _below(here), _below(there), built)
    return problems, len(lagging) if here else 0


def _below(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path.removeprefix("docs/"): data for path, data in files.items()}
