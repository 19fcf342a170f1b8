"""One build at a time: a lock that the system lets go when a build dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(Exception):
    """Another build holds the lock."""


@contextmanager
def hold(root: Path) -> Iterator[None]:
    """Hold the archive at *root* for the time of the block.

    The lock is an open file (``.cache/regesta/lock``) with an advisory lock,
    so a killed build leaves nothing behind that must be cleaned up.
    Raises :class:`Locked` where another process has it.
    """
    folder = root / ".cache" / "regesta"
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError as error:
            raise Locked from error
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Locked from error
