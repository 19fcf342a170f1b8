"""``regesta evaluate``: how right the annotations are."""

from __future__ import annotations

from pathlib import Path

import click

from regesta import evaluation
from regesta.commands.console import close, directory_option, documents, root_of
from regesta.problems import printable
from regesta.seeds.reading import read


@click.command("evaluate")
@directory_option
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--origin",
    type=click.Choice(["machine", "all"]),
    default="machine",
    show_default=True,
    help="Count what rules give, or with it what people put over it.",
)
@click.option(
    "--leave-one-out",
    is_flag=True,
    help="Read each document as if it had just come in: without what was curated for it alone.",
)
@click.option("--wrong", is_flag=True, help="Print each miss with its place.")
@click.pass_context
def evaluate_(
    context: click.Context,
    directory: Path | None,
    gold: Path,
    origin: str,
    leave_one_out: bool,
    wrong: bool,
) -> None:
    """Say how right the annotations are, against the files in GOLD.

    GOLD holds a YAML file for each document (the form is that of
    tests/data/gold). Prints precision, recall and F for names and their links,
    dates, quotations and speakers, event mentions, residue, descriptions, and
    accounts of events (these against what people wrote in descriptions).
    """
    root = root_of(context, directory)
    seeds, _problems = read(root)
    wanted = evaluation.read_gold(gold)
    try:
        if leave_one_out:
            scores = evaluation.leaving_one_out(seeds, wanted, origin)
        else:
            scores = evaluation.with_records(seeds, wanted, origin)
    except (LookupError, TypeError) as trouble:
        raise click.UsageError(f"The gold files do not fit this archive: {trouble}.") from None
    click.echo(evaluation.table(scores))
    if wrong:
        for name, score in scores.items():
            for line in score.wrong:
                click.echo(f"{name}: {printable(line)}")
    close(f"Compared: {documents(len(wanted))}.", 0)
