"""The command line: ``regesta`` and its commands.

Thin: it reads options, calls one function, prints problems and one closing
sentence.  Exit status: 0 done, 1 problems in the input, 2 wrong usage, 75
another build holds the lock.
"""

from __future__ import annotations

from pathlib import Path

import click

from regesta import __version__, building, bundle, evaluation
from regesta.commands.add import add_
from regesta.commands.console import (
    EX_PROBLEMS,
    Telling,
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
from regesta.commands.diff import diff_
from regesta.commands.history import history_
from regesta.commands.manual import Manual
from regesta.commands.new import new_
from regesta.commands.preview import preview_
from regesta.commands.suggest import suggest_
from regesta.commands.verify import verify_
from regesta.problems import printable
from regesta.seeds.reading import read

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 88}


@click.group(cls=Manual, context_settings=CONTEXT)
@directory_option
@click.version_option(__version__, "-V", "--version", prog_name="regesta")
@click.pass_context
def main(context: click.Context, directory: Path | None) -> None:
    """Build a static archive out of plain text.

    An archive is a folder with seeds/documents/ in it. Every text there becomes
    a page that holds it word for word, annotated and linked; people,
    organisations, places, topics and events get pages of their own; one
    chronology joins them; the search works from a folder.

    \b
    regesta new letters           begin an archive in the folder letters
    regesta -C letters add *.txt  take texts in
    regesta -C letters build      make its pages and its site
    regesta -C letters check      say what is wrong, write nothing

    Where -C is not given, the archive is the current folder. Nothing in it is
    changed but what the command says; no command asks anything of the network.
    """
    context.obj = directory


@main.command()
@directory_option
@format_option
@click.option("--strict", is_flag=True, help="Write nothing where anything is wrong.")
@click.pass_context
def build(context: click.Context, directory: Path | None, form: str, strict: bool) -> None:
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


@main.command()
@directory_option
@format_option
@click.option("--strict", is_flag=True, help="Ask for all that a publication needs.")
@click.pass_context
def check(context: click.Context, directory: Path | None, form: str, strict: bool) -> None:
    """Say everything that is wrong in seeds/; write nothing.

    Reads all that a build reads and prints every problem, as
    path:line:column: code, what was found, and what is right. The guide lists
    the codes. With --strict it also asks for what a publication needs, such as
    a contact.
    """
    root = root_of(context, directory)
    number, problems = guarded(lambda: building.check(root, strict=strict))
    print_problems(problems, form)
    held = f"{documents(number)} and all records"
    if any(p.severity == "error" for p in problems):
        close(f"{count(problems)} in {held}.", EX_PROBLEMS)
    close(f"In order: {held}.", 0)


@main.command("bundle")
@directory_option
@click.option(
    "-o", "out", metavar="FILE.zip", type=click.Path(path_type=Path), default=None,
    help="The file to write; archive.zip beside seeds/ if none is named.",
)  # fmt: skip
@click.pass_context
def bundle_(context: click.Context, directory: Path | None, out: Path | None) -> None:
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
    close(f"{made.files} files of the site are in {shown(out)} ({made.size:,} bytes).", 0)


@main.command("evaluate")
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


for _command in (add_, diff_, history_, new_, preview_, suggest_, verify_):
    main.add_command(_command)
