"""What was read of files that have not changed since: for a program that reads
an archive again and again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from regesta.kept.stamps import GRAIN
from regesta.seeds.files import Found

T = TypeVar("T")
_States = tuple[tuple[str, tuple[int, ...]], ...]


class ReadBefore:
    """Values read from files, by a name, with the state of each file.

    A file that changed so shortly before it was read that it may have changed
    again without a trace is read anew the next time.  What one reading did not
    ask for is forgotten at the next but one.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[_States, Any]] = {}
        self._now: dict[str, tuple[_States, Any]] = {}
        self._began = 0

    def begin(self) -> None:
        """Begin to read all of an archive."""
        self._known, self._now = self._now, {}
        self._began = time.time_ns()

    def value(self, name: str, files: Sequence[Found], read: Callable[[], T]) -> T:
        """Return what *read* gave of *files*, under this *name*, when they were
        as they are now; otherwise what it gives."""
        states = tuple((found.path, found.state) for found in files)
        known = self._known.get(name)
        if known is not None and known[0] == states:
            self._now[name] = known
            value: T = known[1]
            return value
        fresh = read()
        if all(state and max(state[1:3]) < self._began - GRAIN for _path, state in states):
            self._now[name] = (states, fresh)
        return fresh
