"""The site on its way: made beside the one that stands, then exchanged.

What has not changed since the last build is taken over from the site that
stands: the same file under its new name where the disk can do that.  Whether
it has changed is told by digests of what it is made from, and by size and
time of the file itself.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec

from regesta import engine, exchange, manifest, pool
from regesta.accelerator.kept_pages import Keeping, KeptHtml
from regesta.apart import apart
from regesta.kept import chest, made_with
from regesta.kept.spool import Place, Spool
from regesta.kept.stamps import Stamp, is_as, stamp
from regesta.model import Collection, Problem
from regesta.problems import problem
from regesta.progress import Tell, silent
from regesta.search import keeping as search_keeping
from regesta.search.index import index_site

SITE = "site"
STATE = ".cache/regesta/site"
SEARCH = ".cache/regesta/search"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the site: its stamp and its SHA-256 (hex digits)."""

    stamp: Stamp
    sha256: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build leaves to the next: the digest of all that the site
    was made from, its files, what all pages had in common, the pages, and what
    MkDocs warned of."""

    inputs: bytes = b""
    files: dict[str, KeptFile] = field(default_factory=dict)
    in_common: bytes = b""
    pages: dict[str, KeptHtml] = field(default_factory=dict)
    warned: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """What MkDocs came to: what it warned of, what all pages had in common, the
    pages, and the SHA-256 of files that were taken over."""

    warned: tuple[Problem, ...] = ()
    in_common: bytes = b""
    pages: dict[str, KeptHtml] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)


def in_the_way(root: Path) -> list[Problem]:
    """Return a problem where ``site/`` is not what a build made."""
    target = root / SITE
    if not exchange.is_foreign(target, manifest.NAME):
        return []
    message = "the site belongs here, and what stands here was not made by a build"
    return [problem("file-in-the-way", message, target.name)]


@dataclass(frozen=True, slots=True)
class Material:
    """What a site is made from besides its pages: the collection, the moment
    that stands for the clock, facet to id to the words that the search page
    shows for it, and other files."""

    collection: Collection
    epoch: int
    labels: dict[str, dict[str, str]]
    files: WaitingFiles


@dataclass(frozen=True, slots=True)
class WaitingFiles:
    """Files that wait in a spool: where the list of them is (path below the site
    to their places and their SHA-256 in hex digits), and the digest of all paths
    and files."""

    listed: Place
    digest: bytes


_Listed = dict[str, tuple[Place, str]]


def waiting(files: Iterable[tuple[str, Iterable[bytes]]], spool: Spool) -> WaitingFiles:
    """Put *files* (path below the site, bytes in pieces) into *spool*."""
    found: _Listed = {}
    for path, chunks in files:
        digest = hashlib.sha256()
        place = spool.put(_summed(chunks, digest.update))
        found[path] = place, digest.hexdigest()
    every = made_with.together(
        *(part for path, (_place, sha256) in sorted(found.items()) for part in (path, sha256))
    )
    return WaitingFiles(spool.put([msgspec.msgpack.encode(found)]), every)


def _summed(chunks: Iterable[bytes], add: Callable[[bytes], None]) -> Iterator[bytes]:
    for chunk in chunks:
        add(chunk)
        yield chunk


class Site:
    """The site of the archive in *root*, made from *material*, whose files wait
    in *spool*.  *sources* maps each file below ``docs/`` to its digest; *new* is
    the folder in which it is made, unless told one that no other process has."""

    def __init__(
        self, root: Path, material: Material, spool: Spool, sources: Mapping[str, bytes],
        new: Path | None = None,
    ) -> None:  # fmt: skip
        self._root = root
        self._target = root / SITE
        self._new = new or exchange.beside(self._target)
        self._sources = sources
        self._epoch = material.epoch
        self._collection = material.collection
        self._labels = material.labels
        self._extra, self._spool = material.files, spool
        self._old = chest.load(root / STATE, made_with.program(), Memory) or Memory()
        self._inputs = self._digest()
        self._folders: set[Path] = set()  # of the new site, that stand
        self._digests: dict[str, str] = {}  # of files of the new site that are known already
        self._rendered = Rendered()
        self.warned = self._old.warned
        """What MkDocs warned of when the site was made, the last time or now."""
        # What was searched is known of that one site alone: a build may be killed
        # between writing down the one and the other.
        site = made_with.together(self._old.inputs)
        known = chest.load(root / SEARCH, site, search_keeping.Memory)
        self._searching = search_keeping.Keeping(
            known or search_keeping.Memory(), self._digests.__contains__, self._stands, self._share
        )

    def _digest(self) -> bytes:
        own = self._root / "mkdocs.yml"
        return made_with.together(
            repr(self._collection),
            repr(self._epoch),
            repr(sorted(self._labels.items())),
            own.read_bytes() if own.is_file() else b"",
            *(part for item in sorted(self._sources.items()) for part in item),
            self._extra.digest,
        )

    def is_current(self) -> bool:
        """Tell whether the site stands as the last build left it, and would be
        made the same."""
        if self._old.inputs != self._inputs:
            return False
        there = set(_files(self._target))
        return there == self._old.files.keys() and all(map(self._stands, self._old.files))

    def _stands(self, path: str) -> bool:
        known = self._old.files.get(path)
        return known is not None and is_as(f"{self._target}/{path}", known.stamp)

    def make(self, docs: Path, tell: Tell = silent) -> None:
        """Make the new site out of the staged *docs* (removed afterwards)."""
        # What MkDocs holds of many pages would be in the way of the search.
        rendered = partial(self.rendered, docs)
        many = len(self._sources) >= pool.FEWEST
        self.complete(apart(rendered, tell) if many else rendered(tell), tell)

    def rendered(self, docs: Path, tell: Tell) -> Rendered:
        """Begin the new site: let MkDocs make its pages out of the staged *docs*
        (removed afterwards)."""
        self.discard()
        tell("Making the site", 0)
        try:
            return self._render(docs, tell)
        except BaseException:
            self.discard()
            raise
        finally:
            shutil.rmtree(docs, ignore_errors=True)

    def complete(self, rendered: Rendered, tell: Tell = silent) -> None:
        """Add to the pages of the new site all the rest."""
        self._rendered = rendered
        self.warned = rendered.warned
        self._digests |= rendered.digests
        try:
            listed = self._spool.get(self._extra.listed)
            for path, one in msgspec.msgpack.decode(listed, type=_Listed).items():
                self._put(path, *one)
            index_site(
                self._new, labels=self._labels, keeping=self._searching,
                told=partial(tell, "Indexing for the search"),
            )  # fmt: skip
            tell("Taking digests", 0)
            manifested = manifest.make(self._new, self._digests)
            (self._new / manifest.NAME).write_text(manifested, "utf-8")
        except BaseException:
            self.discard()
            raise

    def _render(self, docs: Path, tell: Tell) -> Rendered:
        in_common, keeping = b"", None

        def keep(settings: str) -> Keeping:
            nonlocal in_common, keeping
            in_common = made_with.together(settings)
            known = self._old.pages if in_common == self._old.in_common else {}
            keeping = Keeping(known, self._sources, self._stands, self._take, tell)
            return keeping

        warned = engine.run(self._root, docs, self._new, self._collection, self._epoch, keep)
        pages = keeping.now if keeping else {}
        return Rendered(tuple(warned), in_common, pages, self._digests)

    def _take(self, path: str) -> None:
        """Take the file at *path* over from the site that stands."""
        target = self._in_its_folder(path)
        target.unlink(missing_ok=True)
        self._share(path, target)

    def _in_its_folder(self, path: str) -> Path:
        """Return the place of *path* in the new site, where its folder stands now."""
        target = self._new / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target

    def _share(self, path: str, target: Path) -> None:
        exchange.share(self._target / path, target)
        self._digests[path] = self._old.files[path].sha256

    def _put(self, path: str, place: Place, sha256: str) -> None:
        if self._stands(path) and self._old.files[path].sha256 == sha256:
            self._take(path)
            return
        target = self._in_its_folder(path)
        with target.open("wb") as file:
            file.writelines(self._spool.chunks(place))
        self._digests[path] = sha256

    @property
    def stamps(self) -> dict[str, Stamp]:
        """The stamps of the site's files, as they were when it was put in place."""
        return {path: file.stamp for path, file in self._old.files.items()}

    def discard(self) -> None:
        """Remove the unfinished site."""
        self._folders.clear()
        shutil.rmtree(self._new, ignore_errors=True)

    def exchange(self) -> None:
        """Put the new site in the place of the old one, and remember it."""
        listed, _none = manifest.parse((self._new / manifest.NAME).read_text("utf-8"), "")
        exchange.exchange(self._new, self._target)
        listed[manifest.NAME] = ""
        files = {
            path: KeptFile(now, sha256)
            for path, sha256 in listed.items()
            if (now := stamp(self._target / path))
        }
        made = self._rendered
        memory = self._old = Memory(self._inputs, files, made.in_common, made.pages, self.warned)
        chest.save(self._root / STATE, made_with.program(), memory)
        site = made_with.together(self._inputs)
        chest.save(self._root / SEARCH, site, self._searching.now)


def _files(folder: Path) -> Iterator[str]:
    """Yield the path below *folder* of everything in it but folders."""
    for place, folders, names in os.walk(folder):
        below = Path(place).relative_to(folder).as_posix()
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in (*names, *links):
            yield name if below == "." else f"{below}/{name}"
