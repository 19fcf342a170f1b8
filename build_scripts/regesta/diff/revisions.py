"""Files of another revision, read from git without checking anything out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from regesta import commit_history
from regesta.commit_history import Version

_COMMIT = 'git add --all, then git commit -m "Begin"'
_FILE_MODES = ("100644", "100755")


class NoRevision(Exception):
    """The revision cannot be read; the message says why and what to do."""


class Revision:
    """A commit of the repository that holds the archive in *root*.

    Raises :class:`NoRevision` where there is no git, no repository, no commit
    yet, or no such revision in it.
    """

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        self.commit = self._resolve(name)
        self.prefix = self._ask("rev-parse", "--show-prefix").rstrip("\n")

    def files(self, below: str) -> dict[str, bytes]:
        """Return path from the archive's root to bytes, exactly as committed,
        of the ordinary files below the folder *below*."""
        listed = list(self._listed(below))
        return dict(
            zip((path for path, _ in listed), self._blobs(b for _, b in listed), strict=True)
        )

    def write(self, below: str, target: Path) -> None:
        """Write the files below the folder *below* into the folder *target*."""
        (target / below).mkdir(parents=True, exist_ok=True)
        for path, data in self.files(below).items():
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)

    def log(self, below: str) -> bytes:
        """Return what git tells of the files below the folder *below*, up to
        this revision (:mod:`regesta.commit_history` reads it).  Raises
        :class:`NoRevision` where the clone does not hold the whole past: the
        first commit that it holds would seem to have brought everything."""
        return self._log(commit_history.LOG, below)

    def versions(self, path: str) -> list[Version]:
        """Return what each commit up to this revision did to the file *path*,
        the oldest first, with its contents.  Raises as :meth:`log` does."""
        found = list(commit_history.versions(self._log(commit_history.LOG_OF_ONE, path)))
        names = dict.fromkeys(name for one in found for name in (one.before, one.after))
        held = [name for name in names if name.strip(b"0")]
        data = dict(zip(held, self._blobs(name.decode() for name in held), strict=True))
        return [
            replace(one, before=data.get(one.before, b""), after=data.get(one.after, b""))
            for one in found
        ]

    def _log(self, words: tuple[str, ...], below: str) -> bytes:
        if self._ask("rev-parse", "--is-shallow-repository").strip() == "true":
            raise NoRevision(
                "This clone is shallow, so git does not know what was done before. "
                "Fetch the rest with: git fetch --unshallow"
            )
        place = f":(top,literal){self.prefix}{below}"
        return self._git(*words[:-1], self.commit, "--", place)

    def _resolve(self, name: str) -> str:
        try:
            self._git("rev-parse", "--git-dir")
        except FileNotFoundError:
            raise NoRevision("git is not installed, or cannot be found.") from None
        except subprocess.CalledProcessError:
            message = (
                "This folder is in no git repository, so no earlier state of it is known. "
                f"Begin one: git init, then {_COMMIT}"
            )
            raise NoRevision(message) from None
        if name.startswith("-") or not name:
            raise NoRevision(f"“{name}” cannot be the name of a revision.")
        try:
            return self._ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()
        except subprocess.CalledProcessError:
            raise NoRevision(self._why_not(name)) from None

    def _why_not(self, name: str) -> str:
        if not self._ask("for-each-ref", "--count=1").strip() and not self._has_head():
            return (
                "The repository has no commit yet, so no earlier state of it is known. "
                f"Make one: {_COMMIT}"
            )
        if self._ask("rev-parse", "--is-shallow-repository").strip() == "true":
            return (
                f"This clone is shallow and does not hold “{name}”. "
                "Fetch the rest with: git fetch --unshallow"
            )
        return f"There is no revision “{name}”. A branch, a tag or a commit is meant: main, HEAD~1"

    def _has_head(self) -> bool:
        try:
            self._git("rev-parse", "--verify", "--quiet", "HEAD")
        except subprocess.CalledProcessError:
            return False
        return True

    def _listed(self, below: str) -> Iterator[tuple[str, str]]:
        """Give path and blob of ordinary files; links and submodules are none."""
        place = f"{self.prefix}{below}"
        found = self._git("ls-tree", "-r", "-z", "--full-tree", self.commit, "--", place)
        for entry in found.split(b"\0"):
            head, _tab, path = entry.partition(b"\t")
            if head:
                mode, kind, blob = head.decode("ascii").split()[:3]
                name = path.decode("utf-8", "surrogateescape")
                if kind == "blob" and mode in _FILE_MODES:
                    yield name.removeprefix(self.prefix), blob

    def _blobs(self, blobs: Iterable[str]) -> Iterator[bytes]:
        asked = "".join(f"{blob}\n" for blob in blobs)
        answer = self._git("cat-file", "--batch", given=asked.encode("ascii"))
        at = 0
        while at < len(answer):
            head_end = answer.index(b"\n", at)
            size = int(answer[at:head_end].split()[2])
            yield answer[head_end + 1 : head_end + 1 + size]
            at = head_end + 1 + size + 1

    def _ask(self, *words: str) -> str:
        return self._git(*words).decode("utf-8", "surrogateescape")

    def _git(self, *words: str, given: bytes = b"") -> bytes:
        done = subprocess.run(
            ["git", "-C", str(self._root), *words], input=given, capture_output=True, check=True
        )
        return done.stdout
