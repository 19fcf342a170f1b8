"""One build at a time: a lock that the system lets go when a build dies."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Locked(Exception):
    """Another build holds the lock."""


@contextmanager
def hold(root: Path) -> Iterator[None]:
    """Hold the archive at *root* for the time of the block.

    The lock is an open file (``.cache/regesta/lock``) with an advisory lock,
    so a killed build leaves nothing behind that must be cleaned up.  A build
    that wrote nothing takes its lock away with it.
    Raises :class:`Locked` where another process has it, and :class:`OSError`
    where a link leads out of the archive: a build writes and sweeps in there.
    """
    folder = root / ".cache" / "regesta"
    for one in (folder.parent, folder):
        if one.is_symlink():
            raise OSError(errno.ELOOP, "this is a symbolic link", str(one))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "lock"
    no_link = getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | no_link, 0o644)
    except FileNotFoundError:  # another took the folder away just now
        raise Locked from None
    try:
        take(handle)
        if not _is(path, handle):  # another took it away in between, and is done
            raise Locked
        yield
        _remove_alone(path)
    finally:
        os.close(handle)


def _is(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except OSError:
        return False


def _remove_alone(path: Path) -> None:
    """Remove the lock where it is all that its folders hold."""
    with suppress(OSError):
        if [p.name for p in path.parent.iterdir()] == [path.name]:
            path.unlink()
            path.parent.rmdir()
            path.parent.parent.rmdir()


def take(handle: int) -> None:
    """Lock the open file *handle*, for as long as it is open.  Raises
    :class:`Locked` where another process has it."""
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


def is_held(path: Path) -> bool:
    """Tell whether a process that lives has locked the file at *path*."""
    handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        take(handle)
    except Locked:
        return True
    finally:
        os.close(handle)
    return False
