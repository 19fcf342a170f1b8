"""Write generated pages into ``docs/``: what changed, and nothing else.

A page is ours when its front matter has ``generated_from:``; that key, not the
folder, says what may be overwritten and removed.  A file without it is in the
way: it stays, and the page that wanted its place is reported.  Each file is
written beside and renamed, so that no reader ever sees half of one; a build
that was killed is finished by the next.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from regesta import exchange
from regesta.model import Problem
from regesta.problems import problem
from regesta.seeds import files
from regesta.seeds.files import Found

BESIDE = ".regesta-new-"
"""How the name of a file begins that is being written beside its place."""

FRONT_MATTER_HEAD = 4096
"""Bytes of a file in which ``generated_from:`` is looked for."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths below ``docs/`` that a publication wrote and removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def publish(docs: Path, pages: Mapping[str, str]) -> tuple[Changes, list[Problem]]:
    """Make *docs* hold exactly *pages* (path below it to text) besides what is
    not ours.  Raises :class:`OSError` where the disk refuses."""
    problems = in_the_way(docs, pages)
    taken = {p.path for p in problems}
    if "docs" in taken:
        return Changes((), ()), problems
    existing = _regular_files(docs)
    to_write: dict[str, bytes] = {}
    for path, text in sorted(pages.items()):
        data = text.encode("utf-8")
        if f"docs/{path}" not in taken and _content(docs / path, existing.get(path)) != data:
            to_write[path] = data
    stale = _stale(docs, existing, pages)
    for path, data in to_write.items():
        write_file(docs / path, data)
    for path in stale:
        (docs / path).unlink()
        _remove_empty(docs, (docs / path).parent)
    return Changes(tuple(to_write), tuple(stale)), problems


def put(
    docs: Path, new: Mapping[str, Path], paths: Collection[str]
) -> tuple[Changes, list[Problem]]:
    """Make *docs* hold exactly the pages *paths* besides what is not ours:
    those of *new* are moved there from the files that hold them, the others
    stand already.  Raises :class:`OSError` where the disk refuses."""
    one_a_folder = {path.rpartition("/")[0]: path for path in paths}
    problems = in_the_way(docs, {*new, *one_a_folder.values()})
    taken = {p.path for p in problems}
    if "docs" in taken:
        return Changes((), ()), problems
    stale = _stale(docs, _regular_files(docs), paths)
    written = [path for path in sorted(new) if f"docs/{path}" not in taken]
    for path in written:
        _move(new[path], docs / path)
    for path in stale:
        (docs / path).unlink()
        _remove_empty(docs, (docs / path).parent)
    return Changes(tuple(written), tuple(stale)), problems


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_file(target, source.read_bytes())  # .cache/ is on another device


def in_the_way(docs: Path, pages: Iterable[str]) -> list[Problem]:
    """Return a problem for each file that is not ours and stands where a page
    of *pages* belongs, or where its folder does.  No link is followed."""
    if _is_no_folder(docs):
        message = "the pages belong in a folder of this name"
        return [problem("file-in-the-way", message, "docs")]
    problems = []
    blocked: dict[str, bool] = {}
    for path in sorted(pages):
        folder = path.rpartition("/")[0]
        if folder and folder not in blocked:
            above = [
                docs.joinpath(*folder.split("/")[: n + 1]) for n in range(folder.count("/") + 1)
            ]
            blocked[folder] = any(_is_no_folder(one) for one in above)
        target = docs / path
        if blocked.get(folder):
            message = "a page belongs here, and its folder is a link or a file"
        elif os.path.lexists(target) and not _is_our_page(target):
            message = "a page belongs here, and this file was not written by a build"
        else:
            continue
        problems.append(problem("file-in-the-way", message, f"docs/{path}"))
    return [*problems, *_passed_over(docs, {p.path for p in problems})]


def _passed_over(docs: Path, told: Collection[str]) -> list[Problem]:
    """Return a problem for each link, pipe or device below *docs*, besides
    those that are *told* of already: nothing of it is in the site."""
    if not docs.is_dir():
        return []
    return [
        fault
        for found in files.walk(docs.parent, docs.name)
        if isinstance(found, Found) and found.kind != "folder" and not _under(found.path, told)
        if (fault := files.fault_of_kind(found))
    ]


def _under(path: str, told: Collection[str]) -> bool:
    return any(one == path or one.startswith(f"{path}/") for one in told)


def _is_no_folder(path: Path) -> bool:
    return os.path.lexists(path) and not stat.S_ISDIR(path.lstat().st_mode)


def _is_our_page(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode) and is_ours(_head(path))


def staged(docs: Path, stage: Path, new: Mapping[str, Path], paths: Collection[str] = ()) -> Path:
    """Make *stage* anew: the regular files of *docs* as they would stand there
    after :func:`put` of *new* and *paths* (all of them where there are no
    *paths*).  No link is followed or copied.  Return *stage*, which is for
    reading alone: its files may be those of *docs* themselves."""
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    existing = _regular_files(docs)
    stale = set(_stale(docs, existing, paths)) if paths else set()
    sources = {path: docs / path for path in sorted(existing) if path not in stale}
    sources.update(new)
    folders: set[Path] = set()
    for path, source in sources.items():
        target = stage / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        with suppress(FileNotFoundError):  # a hand-written page, gone meanwhile
            exchange.share(source, target)
    return stage


def _stale(docs: Path, existing: Mapping[str, int], pages: Collection[str]) -> list[str]:
    """Return what is ours of *existing* (path below *docs* to size) and not
    one of *pages*."""
    return [
        path
        for path in sorted(set(existing).difference(pages))
        if path.endswith(".md") and is_ours(_head(docs / path))
    ]


def write_file(path: Path, data: bytes) -> None:
    """Write *data* beside *path*, then rename it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=BESIDE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def is_ours(data: bytes) -> bool:
    """Tell whether the page *data* (or its head) says that it is generated."""
    if not data.startswith(b"---\n"):
        return False
    front, _separator, _rest = data.partition(b"\n---\n")
    return any(line.startswith(b"generated_from:") for line in front.split(b"\n"))


def regular_files(docs: Path) -> Iterator[tuple[str, Path]]:
    """Yield path below *docs* and place of its regular files, in order."""
    for path in sorted(_regular_files(docs)):
        yield path, docs / path


def _regular_files(docs: Path) -> dict[str, int]:
    """Return path below *docs* to size, for regular files; no link followed.
    What an interrupted build left beside its target is swept away."""
    found: dict[str, int] = {}
    waiting = [] if _is_no_folder(docs) else [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(docs / folder))
        except OSError:  # gone since it was listed, or closed to us
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}{entry.name}/")
                continue
            with suppress(FileNotFoundError):  # gone since it was listed
                info = entry.stat(follow_symlinks=False)
                if not stat.S_ISREG(info.st_mode):
                    continue
                if entry.name.startswith(BESIDE):
                    Path(entry.path).unlink()
                    continue
                found[f"{folder}{entry.name}"] = info.st_size
    return found


def _content(path: Path, size: int | None) -> bytes | None:
    return None if size is None else path.read_bytes()


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(FRONT_MATTER_HEAD)
    except FileNotFoundError:  # gone since it was listed
        return b""


def _remove_empty(docs: Path, folder: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
