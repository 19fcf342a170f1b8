"""A unit made anew, as far as what stands of it is not what would be made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from regesta.archive import noting
from regesta.archive.lookups import Lookups
from regesta.kept.stamps import Stamp, stamp
from regesta.making.memory import KeptPage, KeptPiece, KeptUnit, digest
from regesta.pages.units import Piece, Unit


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a unit as it would be made now: *frame*, all but its pieces;
    *pieces* that stand, and *known*, all that there were."""

    frame: KeptUnit | None = None
    pieces: dict[Piece, KeptPiece] = field(default_factory=dict)
    known: tuple[KeptPiece, ...] = ()


@dataclass(frozen=True, slots=True)
class Fresh:
    """A unit as it was made: what is kept of it, the pages that wait (path below
    ``docs/`` to the name of a file), what was asked, and what was read."""

    unit: KeptUnit
    waiting: dict[str, str]
    questions: set[noting.Question]
    readings: dict[bytes, bytes]


class Maker:
    """Makes units out of *lookups*, which note; pages that differ from those that
    stand in *docs* are put into files in the folder *waiting*."""

    def __init__(self, lookups: Lookups, docs: Path, waiting: Path) -> None:
        self._lookups = lookups
        self._docs = docs
        self._waiting = waiting

    def make(self, name: str, unit: Unit, standing: Standing) -> Fresh:
        """Return *unit* as it is made now; *name* tells its files from others'."""
        return _Making(name, unit, standing, self._lookups, self._docs, self._waiting).fresh()


class _Making:
    def __init__(
        self, name: str, unit: Unit, standing: Standing, lookups: Lookups, docs: Path,
        waiting: Path,
    ) -> None:  # fmt: skip
        self._name, self._unit, self._standing = name, unit, standing
        self._lookups = lookups
        self._docs, self._waiting = docs, waiting
        self._files: dict[KeptPage, str] = {}
        self._questions: set[noting.Question] = set()
        self._readings: dict[bytes, bytes] = {}
        self._pieces = dict(standing.pieces)
        self._asked: dict[Piece, None] = {}

    def fresh(self) -> Fresh:
        frame = self._standing.frame
        if frame is None or not self._are_as_before():
            frame = self._frame()
        pieces = tuple(self._pieces[one] for one in self._asked)
        unit = KeptUnit(frame.given, frame.readings, frame.pages, pieces)
        files = ((page.path, self._files.get(page)) for page in unit.every_page())
        waiting = {path: file for path, file in files if file}
        return Fresh(unit, waiting, self._questions, self._readings)

    def _are_as_before(self) -> bool:
        """Tell whether no piece has become too long, or is no longer: then all
        else of the unit stands, too."""
        return all(
            self._is_too_long(one.piece) == (one.page is None) for one in self._standing.known
        )

    def _frame(self) -> KeptUnit:
        self._asked.clear()
        with noting.noting() as readings:
            made = self._unit.made(self._lookups, self._is_too_long)
        stand = {one for one in made if isinstance(one, Piece)}
        self._asked = {
            one: None for one in self._asked if one in stand or self._pieces[one].page is None
        }
        pages = tuple(self._page(*one) for one in made if not isinstance(one, Piece))
        given = noting.digest_of(self._unit.given)
        return KeptUnit(given, self._key(readings), pages)

    def _is_too_long(self, piece: Piece) -> bool:
        self._asked[piece] = None
        if piece not in self._pieces:
            with noting.noting() as readings:
                text = self._unit.write(self._lookups, piece)
            page = None if text is None else self._page(piece.path, text)
            self._pieces[piece] = KeptPiece(piece, self._key(readings), page)
        return self._pieces[piece].page is None

    def _key(self, readings: noting.Readings) -> bytes:
        self._questions |= readings.questions
        packed = readings.packed()
        key = digest(packed)
        self._readings[key] = packed
        return key

    def _page(self, path: str, text: str) -> KeptPage:
        """Return a page as it stands or, where it differs, put it into a file."""
        data = text.encode("utf-8")
        target = self._docs / path
        now = stamp(target)
        if now and now.size == len(data) and target.read_bytes() == data:
            return KeptPage(path, digest(data), now)
        name = f"{self._name}-{len(self._files)}"
        (self._waiting / name).write_bytes(data)
        page = KeptPage(path, digest(data), Stamp(len(data), 0))
        self._files[page] = name
        return page
