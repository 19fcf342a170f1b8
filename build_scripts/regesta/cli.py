"""The command line: ``regesta`` and its commands.

Each command stands in a module of its name in ``commands``.  They are thin:
they read options, call one function, print problems and one closing sentence.
Exit status: 0 done, 1 problems in the input, 2 wrong usage, 75 another build
holds the lock.
"""

from __future__ import annotations

import gc
from pathlib import Path

from regesta import __version__, dependencies

dependencies.require()  # What is missing is said before its import fails.

import click  # noqa: E402 - see above

from regesta.commands.console import directory_option  # noqa: E402
from regesta.commands.manual import Manual  # noqa: E402

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 88}


def collect_seldom() -> None:
    """Let Python look for unused objects that hold each other a hundredth as
    often: there are hardly any, and each time it looks through the annotations
    of all texts that are held (a fifth of the time of a text of short lines)."""
    gc.set_threshold(50_000, 20, 50)


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
    collect_seldom()
