"""``regesta suggest``: what a curator could take up next."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import publish
from regesta.commands.console import close, directory_option, guarded, print_problems, root_of
from regesta.commands.models import load
from regesta.problems import printable
from regesta.seeds.ids import id_fault
from regesta.seeds.reading import REFUSED, read
from regesta.suggesting import Suggestion, suggest

HEAD = "# Proposals that were refused, an id a line; suggest and build pass them over.\n"


@click.command("suggest")
@directory_option
@click.option(
    "-n", "--most", type=click.IntRange(1), default=20, show_default=True,
    help="How many suggestions to show, or to write.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Add the suggestions to seeds/ as machine proposals.")
@click.option(
    "--refuse", metavar="ID", multiple=True, help="Never propose ID again (may be repeated)."
)
@click.option(
    "--ner",
    is_flag=True,
    help="Add what spaCy's small English model finds (the extra regesta[ner]).",
)
@click.option("--model", metavar="NAME", help="With --ner: another spaCy model, or its folder.")
@click.pass_context
def suggest_(
    context: click.Context,
    directory: Path | None,
    most: int,
    write: bool,
    refuse: tuple[str, ...],
    ner: bool,
    model: str | None,
) -> None:
    """Propose records and descriptions, ready to review.

    Reads the texts and proposes authority records for names that have none
    (with passages that speak for each, and records whose names are near),
    and descriptions for documents without one; first what settles most of the
    collection. Without --write nothing is written. A file that is there is
    never overwritten. What was added says on its pages that a machine
    proposed it, until a person changes its status.
    """
    root = root_of(context, directory)
    if refuse:
        _refuse(root, refuse)
    seeds, problems = read(root)
    print_problems([p for p in problems if p.severity == "error"], "text")
    found = suggest(seeds, load(model) if ner or model else None)
    shown = found[:most]
    if not shown:
        close("There is nothing to suggest: every name found has a record.", 0)
    if write:
        written = guarded(lambda: sum(_write(root, one) for one in shown))
        close(f"{written} of {len(found)} suggestions were added below seeds/; review them.", 0)
    for one in shown:
        click.echo(f"--- {one.path}\n{printable_yaml(one.text)}")
    left = f"; {len(found) - len(shown)} more with -n {len(found)}" if len(found) > most else ""
    close(f"{len(shown)} suggestions{left}. Add them with --write, or refuse one by its id.", 0)


def printable_yaml(text: str) -> str:
    """Return *text* so that a terminal shows it and obeys none of it."""
    return "\n".join(printable(line) for line in text.splitlines())


def _write(root: Path, one: Suggestion) -> bool:
    path = root / one.path
    if path.exists() or path.is_symlink():
        return False
    publish.write_file(path, one.text.encode("utf-8"))
    return True


def _refuse(root: Path, ids: tuple[str, ...]) -> None:
    for id in ids:
        if fault := id_fault(id):
            raise click.BadParameter(fault, param_hint="--refuse")
    path = root / REFUSED
    held = path.read_text("utf-8") if path.is_file() and not path.is_symlink() else HEAD
    lines = held.splitlines()
    lines += [id for id in dict.fromkeys(ids) if id not in lines]
    publish.write_file(path, ("\n".join(lines) + "\n").encode("utf-8"))
