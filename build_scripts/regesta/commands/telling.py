"""How far a long piece of work is, drawn on a terminal."""

from __future__ import annotations

import sys
import time

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from regesta.progress import Done

DRAWN_EVERY = 0.1


class Telling:
    """Says on a terminal what is being done, how much of it is done and how
    long the rest may take; nothing in a pipe.

    It draws when it is told something, in no thread of its own: processes are
    forked meanwhile.
    """

    def __init__(self) -> None:
        self._shown: Progress | None = None

    def __call__(self, stage: str, pieces: int) -> Done:
        """Begin *stage*."""
        self.end()
        if not sys.stderr.isatty():
            return lambda _done: None
        counted = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) if pieces else ()
        shown = self._shown = Progress(
            TextColumn("{task.description}"), *counted,
            console=Console(stderr=True), auto_refresh=False, transient=True,
        )  # fmt: skip
        task = shown.add_task(f"{stage} …", total=pieces or None)
        shown.start()
        drawn = 0.0

        def done(number: int) -> None:
            nonlocal drawn
            now = time.monotonic()
            if now - drawn > DRAWN_EVERY or number == pieces:
                drawn = now
                shown.update(task, completed=number, refresh=True)

        return done

    def end(self) -> None:
        """Take away what was drawn."""
        if self._shown:
            self._shown.stop()
            self._shown = None
