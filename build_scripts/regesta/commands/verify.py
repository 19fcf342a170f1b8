"""``regesta verify``: is everything still what it says it is?"""

from __future__ import annotations

from pathlib import Path

import click

from regesta import verifying
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
    tell,
)
from regesta.model import Problem


@click.command("verify")
@directory_option
@format_option
@click.option("--site", "site_alone", is_flag=True, help="Look at site/ alone.")
@click.option(
    "--bundle", "bundle", metavar="FILE.zip", default=None,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look at this bundle alone.",
)  # fmt: skip
@click.pass_context
def verify_(
    context: click.Context,
    directory: Path | None,
    form: str,
    site_alone: bool,
    bundle: Path | None,
) -> None:
    """Say whether anything was changed, lost, added or renamed.

    Reads everything anew: the texts against the digests that were recorded of
    them, the pages below docs/ against what the seeds make, site/ against its
    manifest, and every document's page, word for word, against its text.
    Writes nothing. For the files alone, in site/:
    sha256sum -c manifest-sha256.txt
    """
    root = root_of(context, directory)
    problems: list[Problem] = guarded(lambda: _found(root, site_alone, bundle))
    print_problems(problems, form)
    what = _named(site_alone, bundle)
    if any(p.severity == "error" for p in problems):
        close(f"{count(problems)} in {what}.", EX_PROBLEMS)
    close(f"Nothing was changed, lost, added or renamed in {what}.", 0)


def _named(site_alone: bool, bundle: Path | None) -> str:
    names = (["site/"] if site_alone else []) + ([shown(bundle.absolute())] if bundle else [])
    return " and ".join(names) or "seeds/, docs/ and site/"


def _found(root: Path, site_alone: bool, bundle: Path | None) -> list[Problem]:
    out: list[Problem] = []
    if not site_alone and bundle is None:
        tell("Reading seeds/ and docs/")
        out += verifying.verify_both(root)
    if site_alone or bundle is None:
        tell("Reading site/")
        out += verifying.verify_site(root)
    if bundle is not None:
        tell("Reading the bundle")
        out += verifying.verify_bundle(root, bundle)
    return out
