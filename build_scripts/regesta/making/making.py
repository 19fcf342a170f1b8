"""All units of pages, made or kept, and put into their places."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import cast

from regesta import pool, publish
from regesta.archive import noting
from regesta.archive.encoded import Held
from regesta.archive.lookups import Lookups
from regesta.archive.noted_lookups import answer, noted, record_digests
from regesta.kept import made_with
from regesta.kept.shelf import Shelf
from regesta.kept.spool import Spool
from regesta.kept.stamps import Stamp, is_as, stamp
from regesta.making.fresh import Fresh, Maker, Standing
from regesta.making.memory import (
    KeptPage,
    KeptPiece,
    KeptUnit,
    Memory,
    digest,
    load,
    save,
)
from regesta.model import Problem
from regesta.pages.units import Unit

WAITING = ".cache/regesta/new-pages"


class Making:
    """The pages of one build.  *lookups* answer for documents that are held;
    *alike* is what the pages depend on besides them, as text.  What pages read
    waits in *spool*."""

    def __init__(
        self, root: Path, lookups: Lookups, units: Sequence[Unit], alike: str, spool: Spool
    ) -> None:  # fmt: skip
        self._root = root
        self._docs = root / "docs"
        self._lookups = lookups
        self._units = units
        self._made_with = made_with.together(alike)
        self._readings = Shelf[bytes](spool)
        self._old = load(root, self._made_with, self._readings)
        self._known = frozenset(self._readings)
        archive = lookups.archive
        self._new = Memory(
            {d.id: cast(Held, d).encoded.digests for d in archive.documents},
            {id: record_digests(entity) for id, entity in archive.entities.items()},
        )
        self.waiting: dict[str, Path] = {}
        """Path below ``docs/`` to the file that is to stand there."""
        self._blocked: set[str] = set()

    def _pages(self) -> Iterator[KeptPage]:
        return chain.from_iterable(unit.every_page() for unit in self._new.units.values())

    @property
    def paths(self) -> set[str]:
        """The paths below ``docs/`` of all pages, those that are kept too."""
        return {page.path for page in self._pages()}

    @property
    def digests(self) -> dict[str, bytes]:
        """Path below ``docs/`` to the BLAKE2b (16 bytes) of each page that is
        made; where a file of others is in its way, that is not what stands."""
        return {p.path: p.digest for p in self._pages() if p.path not in self._blocked}

    @property
    def stamps(self) -> dict[str, Stamp]:
        """Path below ``docs/`` to the stamp of each page, once they are published."""
        return {page.path: page.stamp for page in self._pages()}

    def run(self) -> Iterator[int]:
        """Make what must be made; yield first how many units these are, then
        a number for each that is done."""
        folder = self._root / WAITING
        shutil.rmtree(folder, ignore_errors=True)
        self._answer((kind, about) for kind, one in self._old.answers.items() for about in one)
        changed = self._changed()
        standing = {
            number: left
            for number, unit in enumerate(self._units)
            if (left := self._standing(unit, changed))
        }
        yield len(standing)
        if standing:
            folder.mkdir(parents=True)
        maker = Maker(noted(self._lookups), self._docs, folder)

        def make(number: int) -> Fresh:
            return maker.make(str(number), self._units[number], standing[number])

        for done, (number, fresh) in enumerate(pool.each(make, list(standing), pool.LIFE), 1):
            self._answer(fresh.questions)
            self.waiting.update((path, folder / name) for path, name in fresh.waiting.items())
            for key in fresh.readings.keys() - self._readings.keys():
                self._readings[key] = fresh.readings[key]
            self._new.units[self._units[number].name] = fresh.unit.sharing_ids()
            yield done
        self._forget(changed)

    def _forget(self, changed: Mapping[int, int]) -> None:
        """Forget questions that no page asks any more: they may name what
        readers are not shown any longer."""
        unasked = dict(changed)
        for name, unit in self._old.units.items():
            for number, bits in self._read(unit.keys_without(self._new.units.get(name))):
                unasked[number] = unasked.get(number, 0) | bits
        if not unasked:
            return
        for unit in self._new.units.values():
            for number, bits in self._read(unit.keys()):
                if number in unasked:
                    unasked[number] &= ~bits
        for kind, answers in self._new.answers.items():
            bit = noting.BITS[kind]
            for about in [a for a in answers if unasked.get(noting.question_number(a), 0) & bit]:
                del answers[about]

    def _read(self, keys: Iterable[bytes]) -> Iterator[tuple[int, int]]:
        """Yield number and bits of all that was read."""
        for key in keys:
            yield from zip(*noting.unpacked(self._readings[key]), strict=True)

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

    def _standing(self, unit: Unit, changed: Mapping[int, int]) -> Standing | None:
        """Keep what was made of *unit*, if nothing that it read has changed and
        its pages stand as they were left; otherwise return what of it stands."""
        known = self._old.units.get(unit.name)
        if known is None or known.given != noting.digest_of(unit.given):
            return Standing()
        frame = self._frame(known, changed)
        pieces = {}
        for one in known.pieces:
            page = self._now(one.page) if one.page else None
            if self._is_untouched(one.readings, changed) and (page is None) == (one.page is None):
                pieces[one.piece] = KeptPiece(one.piece, one.readings, page)
        if frame and len(pieces) == len(known.pieces):
            whole = KeptUnit(frame.given, frame.readings, frame.pages, tuple(pieces.values()))
            self._new.units[unit.name] = whole
            return None
        return Standing(frame, pieces, known.pieces)

    def _frame(self, known: KeptUnit, changed: Mapping[int, int]) -> KeptUnit | None:
        """Return what stands of a unit but its pieces."""
        if not self._is_untouched(known.readings, changed):
            return None
        pages = []
        for page in known.pages:
            now = self._now(page)
            if now is None:
                return None
            pages.append(now)
        return KeptUnit(known.given, known.readings, tuple(pages))

    def _now(self, page: KeptPage) -> KeptPage | None:
        """Return *page* with its present stamp, None where it is not as it was."""
        place = f"{self._docs}/{page.path}"
        if is_as(place, page.stamp):
            return page
        now = stamp(place)
        if (
            now is None
            or now.size != page.stamp.size
            or digest(Path(place).read_bytes()) != page.digest
        ):
            return None
        return KeptPage(page.path, page.digest, now)

    def _is_untouched(self, key: bytes, changed: Mapping[int, int]) -> bool:
        if not changed:
            return True
        numbers, bits = noting.unpacked(self._readings[key])
        if changed.keys().isdisjoint(numbers):
            return True
        return not any(changed.get(n, 0) & read for n, read in zip(numbers, bits, strict=True))

    def publish(self) -> tuple[publish.Changes, list[Problem]]:
        """Put the new pages in their places and remove those that are no
        longer made; remember what was made."""
        changes, problems = publish.put(self._docs, self.waiting, self.paths)
        self._blocked = {p.path.removeprefix("docs/") for p in problems}
        self._new.units.update(
            (name, self._put(unit)) for name, unit in list(self._new.units.items())
        )
        save(self._root, self._made_with, self._new, self._readings, self._known)
        shutil.rmtree(self._root / WAITING, ignore_errors=True)
        return changes, problems

    def _put(self, unit: KeptUnit) -> KeptUnit:
        """Return *unit* with the stamps of its pages that were put in place."""
        if not any(page.path in self.waiting for page in unit.every_page()):
            return unit
        pieces = tuple(
            KeptPiece(one.piece, one.readings, self._written(one.page) if one.page else None)
            for one in unit.pieces
        )
        pages = tuple(map(self._written, unit.pages))
        return KeptUnit(unit.given, unit.readings, pages, pieces)

    def _written(self, page: KeptPage) -> KeptPage:
        if page.path not in self.waiting:
            return page
        return KeptPage(page.path, page.digest, stamp(self._docs / page.path) or page.stamp)

    def staged(self, stage: Path) -> Path:
        """Make *stage* anew: all of ``docs/`` as this build leaves it."""
        return publish.staged(self._docs, stage, self.waiting, self.paths)


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
