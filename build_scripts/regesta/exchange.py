"""Put a finished folder in the place of another, all at once."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE, renameat2(2)
_AT_FDCWD = -100


def exchange(new: Path, target: Path) -> None:
    """Make *new* stand at *target*; what stood there is removed.

    On Linux the two are exchanged in one step.  Elsewhere the old folder is
    moved aside first; :func:`recover` puts it back if that was as far as a
    build came.
    """
    old = _aside(target)
    if not os.path.lexists(target):
        new.rename(target)
    elif _exchanged(new, target):
        _remove(new)
    else:
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def share(source: Path, target: Path) -> None:
    """Make a file at *target* (where none is) with the bytes of *source*: the
    same file under another name where the disk can do that, a copy otherwise.
    Neither may be written to after that, only replaced."""
    try:
        target.hardlink_to(source)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def is_foreign(target: Path, mark: str) -> bool:
    """Tell whether something stands at *target* that no build put there: not
    a folder, or a folder that holds something but not the file *mark*."""
    if not os.path.lexists(target):
        return False
    if target.is_symlink() or not target.is_dir():
        return True
    return any(target.iterdir()) and not (target / mark).is_file()


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    else:
        shutil.rmtree(path)


def recover(target: Path) -> None:
    """Repair what a killed build left: an old folder without its successor,
    and unfinished folders beside it."""
    old = _aside(target)
    if old.exists() and not os.path.lexists(target):
        old.rename(target)
    for left in sorted(target.parent.glob(f".{target.name}-new-*")):
        shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def beside(target: Path) -> Path:
    """Return the name under which the next *target* is made."""
    return target.parent / f".{target.name}-new-{os.getpid()}"


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name}-old"


def _exchanged(new: Path, target: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(
        _AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), ctypes.c_uint(_EXCHANGE)
    )
    return bool(done == 0)
