"""Files told apart by size and time, as far as these can be trusted."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path

GRAIN = 2_000_000_000
"""Nanoseconds within which a file may change and keep its time: two seconds on
the coarsest file system."""
FINE_GRAIN = 50_000_000
"""The same where times are kept in less than milliseconds: more than a tick of
the clock that they are taken from."""


def grain(time: int) -> int:
    """Return the nanoseconds within which a file that was changed at *time* may
    have changed again and kept it, as far as *time* itself tells."""
    return FINE_GRAIN if time % 1_000_000 else GRAIN


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size in bytes, time of change in nanoseconds; *fresh*: it was so young
    when it was looked at that it may have changed since without a trace."""

    size: int
    time: int
    fresh: bool = False


def stamp(path: Path | str) -> Stamp | None:
    """Return the stamp of the regular file at *path*, None where none is."""
    try:
        state = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    return Stamp(state.st_size, state.st_mtime_ns, _is_fresh(state.st_mtime_ns))


def _is_fresh(changed: int) -> bool:
    return time.time_ns() - changed < grain(changed)


def is_as(path: Path | str, known: Stamp) -> bool:
    """Tell whether the file at *path*, which a build of ours wrote, stands as
    it did; nobody else writes there within the grain of time."""
    now = stamp(path)
    return now is not None and (now.size, now.time) == (known.size, known.time)
