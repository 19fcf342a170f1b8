"""``regesta add``: take texts in."""

from __future__ import annotations

import datetime
import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import click

from regesta import adding, locking, publish
from regesta.alike import Alikeness, Sketched, sketched
from regesta.commands.console import (
    EX_PROBLEMS,
    close,
    directory_option,
    guarded,
    root_of,
)
from regesta.model import Problem
from regesta.problems import printable, problem
from regesta.seeds import files
from regesta.seeds.decoding import NotText, decode, likely
from regesta.seeds.documents import DOCUMENTS, MAX_TEXT
from regesta.seeds.files import Found

T = TypeVar("T")


@dataclass(slots=True)
class Tally:
    """What became of the files that were named."""

    added: int = 0
    held: int = 0
    alike: int = 0
    refused: int = 0
    lines: list[str] = field(default_factory=list)


@click.command("add", short_help="Take texts in, each with a proposed description.")
@directory_option
@click.argument(
    "paths", metavar="FILE|FOLDER…", nargs=-1, required=True,
    type=click.Path(exists=True, path_type=Path),
)  # fmt: skip
@click.option(
    "--date", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]), default=None,
    help="The day of accession; today if none is named.",
)  # fmt: skip
@click.option("--from", "origin", metavar="WORDS", default="", help="From whom or where they came.")
@click.option("--into", metavar="FOLDER", default="", help="Folder below seeds/documents/.")
@click.option("--skip-alike", is_flag=True, help="Leave out what is nearly the same as one held.")
@click.pass_context
def add_(
    context: click.Context,
    directory: Path | None,
    paths: tuple[Path, ...],
    day: datetime.datetime | None,
    origin: str,
    into: str,
    skip_alike: bool,
) -> None:
    """Take texts in, each with a description that proposes what can be read.

    Copies the bytes of each text into seeds/documents/ under a name that every
    system can hold, and writes a description beside it: digest, day of
    accession, and a proposed title, type, language and date. What is held
    already (the same bytes) is left alone and named; what is nearly the same
    is taken in and named, or left out with --skip-alike.

    Of a folder every .txt, .text and .md file is taken, with its folders. Run
    it again after an interruption: what is in is recognised.
    """
    root = root_of(context, directory)
    received = (day or datetime.datetime.now()).date().isoformat()
    tally = Tally()
    shelf = _Shelf(root, received, origin, skip_alike)

    def work() -> None:
        with locking.hold(root):
            shelf.take(paths, into, tally)

    guarded(work)
    for line in tally.lines:
        click.echo(line, err=True)
    sentence = f"{_texts(tally.added)} taken in on {received}; {tally.held} held already"
    sentence += f"; {tally.alike} nearly the same as one held" if tally.alike else ""
    sentence += f"; {tally.refused} not taken, named above" if tally.refused else ""
    close(f"{sentence}.", EX_PROBLEMS if tally.refused else 0)


class _Shelf:
    """seeds/documents/ as it fills."""

    def __init__(self, root: Path, received: str, origin: str, skip_alike: bool) -> None:
        self._root = root
        self._received = received
        self._origin = origin
        self._skip_alike = skip_alike
        self._digests: dict[str, str] = {}
        self._taken: set[str] = set()
        self._alike = Alikeness(self._text_of)

    def take(self, paths: Iterable[Path], into: str, tally: Tally) -> None:
        """Take in what is at *paths*; what became of it goes to *tally*."""
        self._look_around()
        prefix = f"{into.strip('/')}/" if into.strip("/") else ""
        wanted = [pair for path in paths for pair in _texts_at(path)]
        with _progress(wanted, "Taking in") as steps:
            for name, path in steps:
                self._take(f"{prefix}{name}", path, tally)

    def _look_around(self) -> None:
        """Read what is held, to recognise it."""
        entries = [e for e in files.walk(self._root, "seeds/documents") if isinstance(e, Found)]
        texts = [entry for entry in entries if entry.ending == ".txt"]
        self._taken = {_stem(entry.path).casefold() for entry in entries}
        with _progress(texts, "Reading what is held") as steps:
            for entry in steps:
                data = files.read(entry, MAX_TEXT)
                if not isinstance(data, Problem):
                    self._know(entry.path, data, sketched(_decoded(data)[0]))

    def _know(self, path: str, data: bytes, text: Sketched) -> None:
        self._digests.setdefault(hashlib.sha256(data).hexdigest(), path)
        self._alike.add(path, text)

    def _text_of(self, path: str) -> str:
        return _decoded((self._root / path).read_bytes())[0]

    def _take(self, name: str, place: Path, tally: Tally) -> None:
        data = files.read(Found(str(place), "file", str(place)), MAX_TEXT)
        if isinstance(data, Problem):
            _refuse(tally, place, data)
            return
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self._digests:
            self._held(self._digests[sha256], place, data, sha256, tally)
            return
        text, encoding = _decoded(data)
        if not text:
            _refuse(tally, place, _not_text(data, place))
            return
        compared = sketched(text)
        near = self._alike.nearest(compared)
        if near:
            tally.alike += 1
            left = ", left out" if self._skip_alike else ""
            tally.lines.append(f"{_shown(place)}: {near[1]:.0%} the same as {near[0]}{left}")
            if self._skip_alike:
                return
        stem = adding.free_stem(adding.safe_stem(name), sha256, self._taken)
        self._taken.add(stem)
        target = f"{DOCUMENTS}{stem}.txt"
        publish.write_file(self._root / target, data)
        self._describe(target, text, sha256, encoding)
        self._know(target, data, compared)
        tally.added += 1
        if encoding:
            tally.lines.append(f"{_shown(place)}: read as {encoding}, which is a guess; look at it")

    def _held(self, held: str, place: Path, data: bytes, sha256: str, tally: Tally) -> None:
        """Tell that a text is held; give it the description that it lacks
        where an earlier run was interrupted between the two."""
        tally.held += 1
        described = self._root / held
        if described.with_suffix(".yml").exists() or described.with_suffix(".yaml").exists():
            tally.lines.append(f"{_shown(place)}: held already as {held}")
            return
        text, encoding = _decoded(data)
        if text:
            self._describe(held, text, sha256, encoding)
            tally.lines.append(f"{_shown(place)}: held already as {held}; it is described now")

    def _describe(self, target: str, text: str, sha256: str, encoding: str) -> None:
        words = adding.description(
            text, sha256, received=self._received, origin=self._origin, encoding=encoding
        )
        path = self._root / f"{target.removesuffix('.txt')}.yml"
        publish.write_file(path, words.encode("utf-8"))


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text, "" where it is none, and its encoding where it is not
    UTF-8 and had to be guessed."""
    text = decode(data)
    if isinstance(text, str):
        return text, ""
    encoding = likely(data) or ""
    text = decode(data, encoding) if encoding else text
    return (text, encoding) if isinstance(text, str) else ("", "")


def _not_text(data: bytes, place: Path) -> Problem:
    fault = decode(data)
    assert isinstance(fault, NotText)
    return problem(fault.code, fault.message, str(place), fault.line, fault.column, remedy="")


def _refuse(tally: Tally, place: Path, fault: Problem) -> None:
    tally.refused += 1
    tally.lines.append(f"{_shown(place)}: {fault.code} {printable(fault.message)}")


def _texts_at(path: Path) -> Iterator[tuple[str, Path]]:
    """Give name and place of the texts at *path*: the file itself, or those
    below the folder, in the order of their names; no link is followed."""
    if not path.is_dir():
        yield path.name, path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            place = Path(folder) / name
            ordinary = stat.S_ISREG(place.lstat().st_mode)
            if ordinary and name.lower().endswith(adding.TEXT_ENDINGS) and name[0] != ".":
                yield place.relative_to(path).as_posix(), place


def _progress(items: list[T], label: str) -> AbstractContextManager[Iterable[T]]:
    return click.progressbar(items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty())


def _stem(path: str) -> str:
    return path.removeprefix(DOCUMENTS).rpartition(".")[0]


def _shown(path: Path) -> str:
    return printable(os.fsencode(path).decode("utf-8", "surrogateescape"))


def _texts(number: int) -> str:
    return "1 text" if number == 1 else f"{number} texts"
