"""What ``regesta --help`` prints: the commands by what they are for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

import click

SECTIONS = {
    "Begin and collect": ("new", "add", "suggest"),
    "Build and publish": ("check", "build", "preview", "bundle"),
    "Keep and review": ("diff", "history", "verify", "evaluate"),
}
NAMES = tuple(name for names in SECTIONS.values() for name in names)
"""All commands, in the order in which an archive needs them."""
EXIT_STATUS = [
    ("0", "done"),
    ("1", "something in the input is wrong, and was named"),
    ("2", "wrong usage"),
    ("75", "another build of this archive is at work"),
]


@cache
def command(name: str) -> click.Command:
    """Load the command *name*, ``name_`` in the module of its name: whoever
    checks five texts need not wait for all that a build needs."""
    found: click.Command = getattr(import_module(f"regesta.commands.{name}"), f"{name}_")
    return found


class Manual(click.Group):
    """A group whose help lists the commands in the order in which an archive
    needs them, and what the exit status means."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command(cmd_name) if cmd_name in NAMES else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, NAMES))
        for title, names in SECTIONS.items():
            rows = [(name.ljust(width), command(name).get_short_help_str(70)) for name in names]
            with formatter.section(title):
                formatter.write_dl(rows)
        with formatter.section("Exit status"):
            formatter.write_dl([(status.ljust(width), words) for status, words in EXIT_STATUS])
        formatter.write_paragraph()
        formatter.write_text("The help of a command: regesta COMMAND --help")
