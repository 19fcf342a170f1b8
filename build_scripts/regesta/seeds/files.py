"""Finding and opening the files below seeds/, following no links.

The only module of this package that touches the disk.  A symbolic link, a
pipe or a device is named and passed over; nothing here waits for a file that
never ends, and no error of the system leaves as an exception.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from regesta.model import Problem
from regesta.problems import problem

# Missing on Windows, where opening a link is refused by the check of its kind.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_ENDINGS = (".txt", ".yml", ".yaml", ".csv", ".tsv")
"""Those of the files that are read."""

_QUIET = re.compile(
    r"(?i)\.(ds_store|gitkeep|gitignore|gitattributes|editorconfig|directory)"
    r"|thumbs\.db|desktop\.ini|(readme|license|licence)(\..*)?"
    r"|\._.*|\.#.*|\.~.*|~\$.*|#.*#|.*~|.*\.(bak|swp|swo|swx|orig|rej|tmp|part|crdownload)"
)
"""What systems, editors and git leave behind; it is passed over without a word."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry below seeds/: its *path* from the archive's root, with ``/``.
    *kind* is what the system says it is; *state* its size, the times of its last
    change and of the last change to its entry (nanoseconds), and its number."""

    path: str
    kind: str
    place: str
    state: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def ending(self) -> str:
        """The ending, lower-cased, with its dot."""
        _, dot, ending = self.name.rpartition(".")
        return f"{dot}{ending}".lower() if dot else ""


def walk(root: Path, below: str) -> Iterator[Found | Problem]:
    """Give every entry below *root*/*below* but folders, sorted by path.

    Folders with an ending that a file would have (``x.txt``) are given as
    entries of the kind ``folder`` and not entered.  What is left behind by
    editors and systems is passed over.
    """
    yield from sorted(_entries(root, below), key=lambda entry: entry.path)


def _entries(root: Path, below: str) -> Iterator[Found | Problem]:
    waiting = [below]
    while waiting:
        folder = waiting.pop()
        try:
            listing = list(os.scandir(root / folder))
        except OSError as error:
            yield problem("file-unreadable", _said(error), folder)
            continue
        for entry in listing:
            path = f"{folder}/{entry.name}"
            if _QUIET.fullmatch(entry.name):
                continue
            if not _is_text(entry.name):
                yield problem("file-name", "this name is not UTF-8, or not printable", path)
                continue
            state = _state(partial(entry.stat, follow_symlinks=False))
            found = Found(path, _kind(state), entry.path, _told(state))
            if found.kind == "folder" and found.ending not in _ENDINGS:
                waiting.append(path)
            else:
                yield found


def _is_text(name: str) -> bool:
    return not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", name)


def entry(root: Path, path: str) -> Found | None:
    """Return what stands at *path* below *root*, None where nothing does."""
    place = root / path
    return Found(path, _kind(_state(place.lstat)), str(place)) if os.path.lexists(place) else None


def _state(look: Callable[[], os.stat_result]) -> os.stat_result | None:
    try:
        return look()
    except OSError:
        return None


def _told(state: os.stat_result | None) -> tuple[int, ...]:
    return (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino) if state else ()


def _kind(state: os.stat_result | None) -> str:
    if state is None:
        return "unknown"
    mode = state.st_mode
    for test, kind in (
        (stat.S_ISREG, "file"),
        (stat.S_ISDIR, "folder"),
        (stat.S_ISLNK, "link"),
        (stat.S_ISFIFO, "pipe"),
        (stat.S_ISSOCK, "socket"),
    ):
        if test(mode):
            return kind
    return "device"


def fault_of_kind(found: Found) -> Problem | None:
    """Return the problem of an entry that is not an ordinary file."""
    if found.kind == "link":
        return problem("file-link", "this is a symbolic link", found.path)
    if found.kind not in ("file", "unknown"):
        return problem("file-special", f"this is a {found.kind}, not a file", found.path)
    return None


def read(found: Found, limit: int) -> bytes | Problem:
    """Return the bytes of an ordinary file of at most *limit* bytes."""
    fault = fault_of_kind(found)
    if fault:
        return fault
    try:
        descriptor = os.open(found.place, _FLAGS)
    except FileNotFoundError:
        return _not_still("it is gone, and was there a moment ago", found)
    except OSError as error:
        return problem("file-unreadable", _said(error), found.path)
    try:
        with os.fdopen(descriptor, "rb") as stream:
            state = os.fstat(stream.fileno())
            # Looked at again, now that it is open: it may have been exchanged.
            if not stat.S_ISREG(state.st_mode):
                return problem("file-special", "this is not an ordinary file", found.path)
            data = stream.read(limit + 1) if state.st_size <= limit else b""
            after = os.fstat(stream.fileno())
    except OSError as error:
        return problem("file-unreadable", _said(error), found.path)
    if state.st_size > limit or len(data) > limit:
        message = f"{max(state.st_size, len(data)):,} bytes; {limit:,} are allowed"
        return problem("file-too-large", message, found.path)
    if len(data) != state.st_size or _times(state) != _times(after):
        return _not_still("it was written to while it was read", found)
    return data


def _times(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_mtime_ns


def _not_still(message: str, found: Found) -> Problem:
    remedy = "let the program that writes there finish, then run this again"
    return problem("file-unreadable", message, found.path, remedy=remedy)


def is_folder(root: Path, below: str) -> bool:
    """Tell whether *below* is a folder of *root*, reached through no link."""
    place = root
    for part in below.split("/"):
        place = place / part
        try:
            if not stat.S_ISDIR(place.lstat().st_mode):
                return False
        except (OSError, ValueError):
            return False
    return True


def is_link(root: Path, below: str) -> bool:
    """Tell whether *below* itself is a symbolic link."""
    try:
        return stat.S_ISLNK((root / below).lstat().st_mode)
    except (OSError, ValueError):
        return False


def _said(error: OSError) -> str:
    """Say what the system said, without paths of this machine."""
    return f"cannot be read: {error.strerror or type(error).__name__}"
