"""What ``regesta --help`` prints: the commands by what they are for."""

from __future__ import annotations

import click

SECTIONS = {
    "Begin and collect": ("new", "add", "suggest"),
    "Build and publish": ("check", "build", "preview", "bundle"),
    "Keep and review": ("diff", "history", "verify", "evaluate"),
}
EXIT_STATUS = [
    ("0", "done"),
    ("1", "something in the input is wrong, and was named"),
    ("2", "wrong usage"),
    ("75", "another build of this archive is at work"),
]


class Manual(click.Group):
    """A group whose help lists the commands in the order in which an archive
    needs them, and what the exit status means."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        placed = [name for names in SECTIONS.values() for name in names if name in self.commands]
        return placed + sorted(set(self.commands) - set(placed))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        left = dict.fromkeys(self.list_commands(ctx))
        width = max(map(len, left))
        for title, names in (*SECTIONS.items(), ("Other", tuple(left))):
            rows = []
            for name in names:
                if name in left:
                    left.pop(name)
                    rows.append((name.ljust(width), self.commands[name].get_short_help_str(70)))
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
        with formatter.section("Exit status"):
            formatter.write_dl([(status.ljust(width), words) for status, words in EXIT_STATUS])
        formatter.write_paragraph()
        formatter.write_text("The help of a command: regesta COMMAND --help")
