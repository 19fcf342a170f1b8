"""The whole way: seeds to pages, pages to a searchable site.

Everything is gathered before anything is written.  The site is made beside
the old one and exchanged with it.  What has not changed since the last build
is kept; the outcome is that of a build from nothing, byte for byte.
"""

from __future__ import annotations

import calendar
import hashlib
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import msgspec

from regesta import annotations_kept, exchange, locking, outputs, pool, publish, site_of_pages
from regesta.apart import apart
from regesta.archive import handing_over, permanence, waiting_texts
from regesta.archive.assemble import assemble, assembled
from regesta.archive.describing import latest_day
from regesta.archive.encoded import shelved
from regesta.archive.lookups import Lookups
from regesta.archive.recall import Recall
from regesta.checking import published, settings_faults
from regesta.kept.spool import Place, Spool
from regesta.kept.stamps import Stamp
from regesta.making.making import Making
from regesta.model import Archive, Problem
from regesta.pages import everything
from regesta.pages.units import Unit
from regesta.problems import in_order, limited
from regesta.progress import Tell, silent
from regesta.search import page as search_page
from regesta.seeds import interface
from regesta.seeds.holdings import Seeds
from regesta.seeds.read_before import ReadBefore
from regesta.seeds.reading import read
from regesta.site_making import Material, Site, in_the_way, waiting
from regesta.strictness import strict_problems
from regesta.unchanged import Glance

Accept = Callable[[Sequence[Problem]], bool]
CACHE = ".cache/regesta"
STAGE = f"{CACHE}/docs"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to; *paths* are those of all pages below ``docs/``."""

    documents: int
    problems: tuple[Problem, ...]
    paths: frozenset[str]
    written: int
    removed: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.paths)

    @property
    def failed(self) -> bool:
        """Tell whether something in the input is wrong."""
        return any(p.severity == "error" for p in self.problems)


@dataclass(frozen=True)
class Prepared:
    """An archive read and checked; nothing written."""

    lookups: Lookups
    problems: tuple[Problem, ...]
    old: permanence.Published

    @cached_property
    def units(self) -> list[Unit]:
        """All pages that are to be made."""
        return [
            everything.single("search", lambda _lookups: ("search.md", search_page.render())),
            *everything.units(self.lookups, self.old),
        ]

    @cached_property
    def pages(self) -> dict[str, str]:
        """Path below ``docs/`` to text of every page."""
        return everything.rendered(self.units, self.lookups)


def prepare(root: Path, *, strict: bool = False) -> Prepared:
    """Read *root* and check it."""
    unspoken = interface.choose(root)
    archive, problems = _read(root)
    problems += unspoken
    return _prepared(root, archive, problems, strict=strict)


def _read(root: Path) -> tuple[Archive, list[Problem]]:
    seeds, problems = read(root)
    archive, more = assemble(seeds)
    return archive, [*problems, *more]


def prepare_again(
    root: Path, recall: Recall, before: ReadBefore | None = None, tell: Tell = silent,
    *, strict: bool = False, many: bool = False,
) -> Prepared:  # fmt: skip
    """As :func:`prepare`, with the documents held as bytes; what *recall* knows
    is not worked out again, what *before* has read is not read again.  *many*
    documents are read in a process of their own."""
    unspoken = interface.choose(root)
    spool = recall.known.spool
    recall.once = before is None
    if before is not None or spool is None:
        seeds, problems = read(root, before)
    elif many:
        seeds, problems = apart(lambda _tell: _read_waiting(root, spool), silent)
        seeds = waiting_texts.bound(seeds, spool)
    else:
        seeds, problems = _read_waiting(root, spool)
    problems += unspoken
    archive, more = assembled(seeds, recall, tell)
    return _prepared(root, shelved(archive), [*problems, *more], strict=strict)


def _read_waiting(root: Path, spool: Spool) -> tuple[Seeds, list[Problem]]:
    """Read *root*; texts and descriptions then wait in *spool*.  Where they have
    been, memory stays with the process, in pieces."""
    seeds, problems = read(root)
    return waiting_texts.waiting(seeds, spool), problems


def _read_again(
    root: Path, spool: Spool, tell: Tell, *, strict: bool, many: bool
) -> Prepared:  # fmt: skip
    """As :func:`prepare_again`; what was worked out is kept for the next build,
    unless *strict* finds that nothing may be written."""
    recall = annotations_kept.load(root, spool)
    prepared = prepare_again(root, recall, tell=tell, strict=strict, many=many)
    if not (strict and _has_errors(prepared.problems)):
        annotations_kept.save(root, recall)
    return prepared


def _prepared(root: Path, archive: Archive, problems: list[Problem], *, strict: bool) -> Prepared:
    if strict:
        problems = [*problems, *strict_problems(archive.collection)]
    old, faults = permanence.parse(published(root))
    gone = permanence.vanished(old, archive)
    problems = [*problems, *faults, *gone, *settings_faults(root)]
    return Prepared(Lookups(archive), tuple(limited(in_order(problems))), old)


def build(
    root: Path,
    *,
    strict: bool = False,
    tell: Tell = silent,
    accept: Accept = lambda _problems: True,
) -> Built:
    """Build ``docs/`` and ``site/`` of the archive in *root*.

    With *strict* nothing is written where anything is wrong, nor where *accept*
    does not accept what is wrong in seeds/.  Raises
    :class:`regesta.locking.Locked` where another build is at work, and
    :class:`OSError` where the disk refuses.
    """
    with locking.hold(root):
        exchange.recover(root / "site")
        interface.choose(root)
        glance = Glance(root)
        known = None if strict else glance.outcome()
        if known:
            return Built(known.documents, known.problems, frozenset(known.paths), 0, 0)
        with Spool(root / CACHE) as spool:
            return _built(root, glance, spool, tell, strict=strict, accept=accept)


def _built(
    root: Path, glance: Glance, spool: Spool, tell: Tell, *, strict: bool, accept: Accept
) -> Built:
    def read(tell: Tell) -> Prepared:
        tell("Reading seeds", 0)
        return _read_again(root, spool, tell, strict=strict, many=not few)

    def read_apart(tell: Tell) -> Place:
        prepared = read(tell)
        return handing_over.put(prepared.lookups.archive, prepared.problems, spool)

    def pages(tell: Tell) -> _Pages | Built:
        prepared = _handed_over(root, spool, place) if place else read(tell)
        work = _Build(root, prepared, tell, spool)
        return work.run(strict=strict) if accept(prepared.problems) else work.nothing()

    few = glance.files < pool.FEWEST  # whose memory is little
    place = None if few else apart(read_apart, tell)
    # Strictly the pages wait for the site.
    made = pages(tell) if strict or few else apart(pages, tell)
    if isinstance(made, Built):
        return made
    return _with_site(root, made, spool, glance, tell, many=not few)


def _handed_over(root: Path, spool: Spool, place: Place) -> Prepared:
    archive, problems = handing_over.take(spool, place)
    return Prepared(Lookups(archive), problems, permanence.parse(published(root))[0])


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages as they stand in ``docs/``: what the build came to but for their
    paths; where in a spool the stamp of each waits, and what the site is made from."""

    built: Built
    stamps: Place
    left: Place


def _with_site(
    root: Path, made: _Pages, spool: Spool, glance: Glance, tell: Tell, *, many: bool
) -> Built:
    """Make the site of *made*."""
    site = site_of_pages.make(root, made.left, spool, root / STAGE, tell, many=many)
    stamps = msgspec.msgpack.decode(spool.get(made.stamps), type=dict[str, Stamp])
    problems = tuple(in_order([*made.built.problems, *site.warned]))
    built = replace(made.built, problems=problems, paths=frozenset(stamps))
    glance.keep(stamps, site.stamps, built.documents, built.problems)
    return built


def is_current(root: Path) -> bool:
    """Tell whether ``docs/`` and ``site/`` stand as a build of the archive in
    *root* would leave them now.  Raises as :func:`build` does."""
    with locking.hold(root):
        glance = Glance(root)
        if glance.outcome():
            return True
        prepared = prepare_again(root, annotations_kept.load(root))
        with Spool(root / CACHE) as spool:
            return _Build(root, prepared, silent, spool).is_current()


class _Build:
    def __init__(self, root: Path, prepared: Prepared, tell: Tell, spool: Spool) -> None:
        self.root = root
        self.spool = spool
        self.prepared = prepared
        self.tell = tell
        archive = prepared.lookups.archive
        # The collection's own words stand on many pages, and everywhere alike.
        self.making = Making(
            root, prepared.lookups, prepared.units, repr(archive.collection), spool
        )

    def run(self, *, strict: bool) -> _Pages | Built:
        """Make the pages and put them in their places, if nothing else is there;
        with *strict* make everything, the site too, beside what stands, and
        exchange it only if all is well."""
        foreign = in_the_way(self.root)
        if strict and (foreign or _has_errors(self.prepared.problems)):
            return self._built(foreign, publish.Changes((), ()))
        steps = self.making.run()
        done = self.tell("Making pages", next(steps))
        for number in steps:
            done(number)
        return self._strictly() if strict else self._leniently(foreign)

    def _leniently(self, foreign: list[Problem]) -> _Pages | Built:
        self.tell("Writing pages", len(self.making.waiting))
        changes, problems = self.making.publish()
        built = self._built([*problems, *foreign], changes)
        if foreign or any(p.path == "docs" for p in problems):
            return built
        stamps = self.spool.put([msgspec.msgpack.encode(self.making.stamps)])
        sources, material = self._sources(self.root / "docs"), self._material()
        left = site_of_pages.put(sources, material, self.spool)
        return _Pages(replace(built, paths=frozenset()), stamps, left)

    def is_current(self) -> bool:
        """Tell whether nothing would be written, but where others are in the way."""
        for _number in self.making.run():
            pass
        waiting = self.making.waiting
        blocked = publish.in_the_way(self.root / "docs", waiting)
        return len(blocked) >= len(waiting) and self._site(self.root / "docs").is_current()

    def nothing(self) -> Built:
        """Return what a build came to that wrote nothing."""
        return self._built([], publish.Changes((), ()))

    def _strictly(self) -> Built:
        nothing = publish.Changes((), ())
        problems = publish.in_the_way(self.root / "docs", self.making.paths)
        docs = self.making.staged(self.root / STAGE)
        site = self._site(docs)
        if not _has_errors(problems):
            if not site.is_current():
                site.make(docs, self.tell)
            problems += site.warned
        shutil.rmtree(docs, ignore_errors=True)
        if _has_errors(problems):
            site.discard()
            return self._built(problems, nothing)
        self.tell("Writing pages", len(self.making.waiting))
        _publish_addresses(self.root, self.prepared)
        changes, _none = self.making.publish()
        if not site.is_current():
            site.exchange()
        return self._built(problems, changes)

    def _site(self, docs: Path) -> Site:
        """Return the site of the pages in *docs*."""
        return Site(self.root, self._material(), self.spool, self._sources(docs))

    def _sources(self, docs: Path) -> dict[str, bytes]:
        known = self.making.digests
        return {
            path: known.get(path) or _digest(file) for path, file in publish.regular_files(docs)
        }

    def _material(self) -> Material:
        lookups = self.prepared.lookups
        return Material(
            lookups.archive.collection, epoch(lookups.archive), outputs.labels(lookups),
            waiting(outputs.files(lookups), self.spool),
        )  # fmt: skip

    def _built(self, problems: list[Problem], changes: publish.Changes) -> Built:
        prepared = self.prepared
        return Built(
            len(prepared.lookups.archive.documents),
            tuple(in_order([*prepared.problems, *problems])),
            frozenset(self.making.paths),
            len(changes.written),
            len(changes.removed),
        )


def _digest(file: Path) -> bytes:
    try:
        return hashlib.blake2b(file.read_bytes(), digest_size=16).digest()
    except FileNotFoundError:  # gone since it was listed: the next build sees that
        return b""


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(p.severity == "error" for p in problems)


def _publish_addresses(root: Path, prepared: Prepared) -> None:
    """Write down every id and anchor that this publication makes."""
    new = permanence.current(prepared.lookups.archive)
    text = permanence.joined(prepared.old, new)
    if text != published(root):
        publish.write_file(root / permanence.PATH, text.encode("utf-8"))


def epoch(archive: Archive) -> int:
    """Return the seconds since 1970 that stand for the clock in all outputs."""
    day = latest_day(archive.documents, archive.entities)
    return calendar.timegm(time.strptime(day, "%Y-%m-%d"))
