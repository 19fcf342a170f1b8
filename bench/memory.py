"""Peak memory of a stage: this process and those that it starts.

Counted is the proportional set size (pages that several processes share are
counted once) where the system gives it, otherwise the resident set.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

INTERVAL = 0.1
"""Seconds between two looks."""


class Peak:
    """Samples while it is entered; ``megabytes`` is the most that was seen."""

    def __init__(self) -> None:
        self.megabytes = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._look()
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._done.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._done.wait(INTERVAL):
            self._look()

    def _look(self) -> None:
        total = sum(megabytes(process) for process in tree(os.getpid()))
        self.megabytes = max(self.megabytes, total)


def tree(root: int) -> list[int]:
    """Return *root* and the processes below it."""
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                waiting += [int(word) for word in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def megabytes(process: int) -> float:
    """Return what *process* holds now; 0 where the system does not say."""
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{process}/{name}").read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(key):
                return int(line.split()[1]) / 1024
    return 0.0
