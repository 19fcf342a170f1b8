"""Pages made anew where anything that they show has changed, kept otherwise.

While a page is made, what it reads is noted; the next build makes those pages
anew of whose readings one is no longer the same, or whose file is not as it
was left.  A build without a memory, or with one that is damaged or of another
program, makes all of them.  New pages wait in ``.cache/`` until all are made.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from regesta import pool, publish
from regesta.archive import noting
from regesta.archive.encoded import Held
from regesta.archive.lookups import Lookups
from regesta.archive.noted_lookups import answer, noted, record_digests
from regesta.kept import chest, made_with
from regesta.kept.stamps import Stamp, is_as, stamp
from regesta.model import Problem
from regesta.pages.everything import Unit

STATE = ".cache/regesta/pages"
WAITING = ".cache/regesta/new-pages"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page below ``docs/``: its path, the digest of its bytes, its stamp."""

    path: str
    digest: bytes
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """What was made of a unit: the digest of what it was given, all that it
    read (:meth:`regesta.archive.noting.Readings.packed`), and its pages."""

    given: int
    readings: bytes
    pages: tuple[KeptPage, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build leaves to the next: the digests of the fields of
    each document and record, the digest of the answer to every question that was
    asked (by kind, then what it is about), and what was made of each unit."""

    documents: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, dict[str, int]] = field(default_factory=dict)
    units: dict[str, KeptUnit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Made:
    """Of a :class:`Memory`, what was made."""

    units: dict[str, KeptUnit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A unit as a process made it."""

    pages: tuple[tuple[str, bytes], ...]
    readings: bytes
    questions: set[noting.Question]


class Making:
    """The pages of one build.  *lookups* answer for documents that are held;
    *alike* is what the pages depend on besides them, as text."""

    def __init__(self, root: Path, lookups: Lookups, units: Sequence[Unit], alike: str) -> None:
        self._root = root
        self._docs = root / "docs"
        self._lookups = lookups
        self._units = units
        self._made_with = made_with.together(alike)
        self._old = chest.load(root / STATE, self._made_with, Memory) or Memory()
        archive = lookups.archive
        self._new = Memory(
            {d.id: cast(Held, d).encoded.digests for d in archive.documents},
            {id: record_digests(entity) for id, entity in archive.entities.items()},
        )
        self.waiting: dict[str, Path] = {}
        """Path below ``docs/`` to the file that is to stand there."""
        self._blocked: set[str] = set()

    @property
    def paths(self) -> set[str]:
        """The paths below ``docs/`` of all pages, those that are kept too."""
        return {page.path for unit in self._new.units.values() for page in unit.pages}

    @property
    def digests(self) -> dict[str, bytes]:
        """Path below ``docs/`` to the BLAKE2b (16 bytes) of each page that is
        made; where a file of others is in its way, that is not what stands."""
        return {
            page.path: page.digest
            for unit in self._new.units.values()
            for page in unit.pages
            if page.path not in self._blocked
        }

    @property
    def stamps(self) -> dict[str, Stamp]:
        """Path below ``docs/`` to the stamp of each page, once they are published."""
        return {page.path: page.stamp for unit in self._new.units.values() for page in unit.pages}

    def run(self) -> Iterator[int]:
        """Make what must be made; yield first how many units these are, then
        a number for each that is done."""
        shutil.rmtree(self._root / WAITING, ignore_errors=True)
        self._answer((kind, about) for kind, one in self._old.answers.items() for about in one)
        changed = self._changed()
        stale = [n for n, unit in enumerate(self._units) if not self._keep(unit, changed)]
        yield len(stale)
        lookups = noted(self._lookups)

        def make(number: int) -> _Fresh:
            with noting.noting() as readings:
                pages = tuple(
                    (path, text.encode("utf-8"))
                    for path, text in self._units[number].pages(lookups)
                )
            return _Fresh(pages, readings.packed(), readings.questions)

        for done, (number, fresh) in enumerate(pool.each(make, stale), 1):
            self._take(self._units[number], fresh)
            yield done
        self._forget(changed)

    def _forget(self, changed: Mapping[int, int]) -> None:
        """Forget questions that no page asks any more: they may name what
        readers are not shown any longer."""
        gone = self._old.units.keys() - self._new.units.keys()
        unasked = dict(changed)
        for name in gone:
            for number, bits in _readings(self._old.units[name]):
                unasked[number] = unasked.get(number, 0) | bits
        if not unasked:
            return
        for unit in self._new.units.values():
            for number, bits in _readings(unit):
                if number in unasked:
                    unasked[number] &= ~bits
        for kind, answers in self._new.answers.items():
            bit = noting.BITS[kind]
            for about in [a for a in answers if unasked.get(noting.question_number(a), 0) & bit]:
                del answers[about]

    def _answer(self, questions: Iterable[noting.Question]) -> None:
        for kind, about in questions:
            answers = self._new.answers.setdefault(kind, {})
            if about not in answers:
                answers[sys.intern(about)] = answer((kind, about), self._lookups)

    def _changed(self) -> dict[int, int]:
        """Return all that is not as it was: number to bits."""
        old, new = self._old, self._new
        changed: dict[int, int] = {}
        for kind, answers in old.answers.items():
            for about, known in answers.items():
                if new.answers[kind][about] != known:
                    number = noting.question_number(about)
                    changed[number] = changed.get(number, 0) | noting.BITS[kind]
        changed |= _differing(old.documents, new.documents, noting.document_number)
        changed |= _differing(old.records, new.records, noting.record_number)
        return changed

    def _keep(self, unit: Unit, changed: Mapping[int, int]) -> bool:
        """Keep what was made of *unit*, if nothing that it read has changed
        and its pages stand as they were left."""
        known = self._old.units.get(unit.name)
        if known is None or known.given != noting.digest_of(unit.given):
            return False
        if changed and _has_read(known, changed):
            return False
        pages = []
        for page in known.pages:
            now = self._standing(page)
            if now is None:
                return False
            pages.append(now)
        self._new.units[unit.name] = KeptUnit(known.given, known.readings, tuple(pages))
        return True

    def _standing(self, page: KeptPage) -> KeptPage | None:
        """Return *page* with its present stamp, None where it is not as it was."""
        path = self._docs / page.path
        if is_as(path, page.stamp):
            return page
        now = stamp(path)
        if now is None or now.size != page.stamp.size or _digest(path.read_bytes()) != page.digest:
            return None
        return KeptPage(page.path, page.digest, now)

    def _take(self, unit: Unit, fresh: _Fresh) -> None:
        """Put the pages that differ from those that stand among the waiting."""
        self._answer(fresh.questions)
        taken = []
        for path, data in fresh.pages:
            target = self._docs / path
            now = stamp(target)
            if now is None or now.size != len(data) or target.read_bytes() != data:
                waits = self._root / WAITING / str(len(self.waiting))
                waits.parent.mkdir(parents=True, exist_ok=True)
                waits.write_bytes(data)
                self.waiting[path] = waits
                now = Stamp(len(data), 0)
            taken.append(KeptPage(path, _digest(data), now))
        given = noting.digest_of(unit.given)
        self._new.units[unit.name] = KeptUnit(given, fresh.readings, tuple(taken))

    def publish(self) -> tuple[publish.Changes, list[Problem]]:
        """Put the new pages in their places and remove those that are no
        longer made; remember what was made."""
        changes, problems = publish.put(self._docs, self.waiting, self.paths)
        self._blocked = {p.path.removeprefix("docs/") for p in problems}
        units = {
            name: KeptUnit(unit.given, unit.readings, tuple(map(self._written, unit.pages)))
            for name, unit in self._new.units.items()
        }
        self._new.units.update(units)
        memory = self._new
        chest.save(self._root / STATE, self._made_with, memory)
        shutil.rmtree(self._root / WAITING, ignore_errors=True)
        return changes, problems

    def _written(self, page: KeptPage) -> KeptPage:
        if page.path not in self.waiting:
            return page
        return KeptPage(page.path, page.digest, stamp(self._docs / page.path) or page.stamp)

    def staged(self, stage: Path) -> Path:
        """Make *stage* anew: all of ``docs/`` as this build leaves it."""
        return publish.staged(self._docs, stage, self.waiting, self.paths)


def left_by_build(root: Path) -> Callable[[str, bytes], bool]:
    """Return a function that tells whether bytes are what the last build of the
    archive in *root* made of a page (path below ``docs/``)."""
    memory = chest.load(root / STATE, None, Memory) or Memory()
    digests = {page.path: page.digest for unit in memory.units.values() for page in unit.pages}
    return lambda path, data: digests.get(path) == _digest(data)


def units_of_pages(root: Path) -> dict[str, str]:
    """Return path below ``docs/`` to the name of the unit of each page that the
    last build of the archive in *root* made."""
    memory = chest.load(root / STATE, None, _Made) or _Made()
    return {page.path: name for name, unit in memory.units.items() for page in unit.pages}


def _readings(unit: KeptUnit) -> Iterator[tuple[int, int]]:
    return zip(*noting.unpacked(unit.readings), strict=True)


def _has_read(unit: KeptUnit, changed: Mapping[int, int]) -> bool:
    numbers, bits = noting.unpacked(unit.readings)
    if changed.keys().isdisjoint(numbers):
        return False
    return any(changed.get(n, 0) & read for n, read in zip(numbers, bits, strict=True))


def _differing(
    old: Mapping[str, bytes], new: Mapping[str, bytes], number: Callable[[str], int]
) -> dict[int, int]:
    """Return of which *number*, by id, which fields have other digests (8 bytes
    each) than they had."""
    found: dict[int, int] = {}
    for id in old.keys() | new.keys():
        before, now = old.get(id, b""), new.get(id, b"")
        if before != now:
            places = range(0, max(len(before), len(now)), 8)
            found[number(id)] = sum(
                1 << place // 8 for place in places if before[place:][:8] != now[place:][:8]
            )
    return found


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
