"""Told at a glance: that nothing has changed since the last build.

Every file that a build reads or leaves is known by size and time of change.
One that was changed so shortly before the build read it that it may have been
changed again without a trace is not trusted: there is no glance then.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from regesta.kept import chest, made_with
from regesta.kept.stamps import FINE_GRAIN, Stamp, grain
from regesta.model import Problem

STATE = ".cache/regesta/unchanged"
READ = ("seeds", "docs", "mkdocs.yml")
LEFT = "site"
UNSEEN = (-2, 0)
"""Stands for a folder that may not be looked into."""
Files = dict[str, tuple[int, int]]
"""Path from the archive's root to size and time (nanoseconds); what is no
ordinary file has -1 and its mode."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build left: all files, and what it came to."""

    files: Files
    documents: int
    paths: tuple[str, ...]
    problems: tuple[Problem, ...]


class Glance:
    """The files of the archive in *root* as they stand before a build."""

    def __init__(self, root: Path) -> None:
        self._root = root
        began = time.time_ns()
        self._before: Files = dict(pair for name in READ for pair in _files(root, name))
        # What was changed this moment is read a moment later: then it can be trusted.
        youngest = max((one for _size, one in self._before.values() if one <= began), default=0)
        if grain(youngest) == FINE_GRAIN and (left := youngest + FINE_GRAIN + 1 - began) > 0:
            time.sleep(left / 10**9)
            began += left
        self._began = began

    @property
    def files(self) -> int:
        """How many files a build reads, or has left in ``docs/``."""
        return len(self._before)

    def outcome(self) -> Outcome | None:
        """Return what the last build came to, if nothing has changed since."""
        known = chest.load(self._root / STATE, made_with.program(), Outcome)
        if known is None or known.files != {**self._before, **dict(_files(self._root, LEFT))}:
            return None
        return known

    def keep(
        self, pages: Mapping[str, Stamp], site: Mapping[str, Stamp], documents: int,
        problems: tuple[Problem, ...],
    ) -> None:  # fmt: skip
        """Keep what this build came to: the *pages* that it made (path below
        ``docs/``) and the files of the *site*, as they were when it wrote them."""
        made = {f"docs/{path}": (one.size, one.time) for path, one in pages.items()}
        read = {p: s for p, s in self._before.items() if p not in made and self._stands(p)}
        if any(
            size >= 0 and changed > self._began - grain(changed) for size, changed in read.values()
        ):
            (self._root / STATE).unlink(missing_ok=True)
            return
        left = {f"{LEFT}/{path}": (one.size, one.time) for path, one in site.items()}
        outcome = Outcome({**read, **made, **left}, documents, tuple(sorted(pages)), problems)
        chest.save(self._root / STATE, made_with.program(), outcome)

    def _stands(self, path: str) -> bool:
        """Pages that are no longer made are gone."""
        return not path.startswith("docs/") or os.path.lexists(self._root / path)


def _files(root: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield everything below *name* but folders; no link is followed."""
    try:
        state = os.lstat(root / name)
    except OSError:
        return
    if not stat.S_ISDIR(state.st_mode):
        yield name, _seen(state)
        return
    waiting = [name]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError:  # whoever reads it says what is wrong
            yield folder, UNSEEN
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
                continue
            with suppress(FileNotFoundError):  # gone meanwhile
                yield path, _seen(entry.stat(follow_symlinks=False))


def _seen(state: os.stat_result) -> tuple[int, int]:
    if stat.S_ISREG(state.st_mode):
        return state.st_size, state.st_mtime_ns
    return -1, state.st_mode
