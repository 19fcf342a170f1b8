"""Many pieces of bytes by key: on the disk where there is one, otherwise in memory."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from typing import TypeVar

from regesta.kept.spool import Place, Spool

K = TypeVar("K")


class Shelf(MutableMapping[K, bytes]):
    """What is put here waits in *spool*, and only its place is held."""

    def __init__(self, spool: Spool | None = None) -> None:
        self.spool = spool
        self._places: dict[K, bytes | Place] = {}

    def __getitem__(self, key: K) -> bytes:
        place = self._places[key]
        if isinstance(place, bytes):
            return place
        assert self.spool is not None
        return self.spool.get(place)

    def __setitem__(self, key: K, value: bytes) -> None:
        self._places[key] = self.spool.put([value]) if self.spool else value

    def __delitem__(self, key: K) -> None:
        del self._places[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def place(self, key: K) -> Place | None:
        """Return where in the spool the piece for *key* is, if there is one."""
        place = self._places[key]
        return None if isinstance(place, bytes) else place

    def share(self, other: Shelf[K], key: K) -> None:
        """Take over what *other*, a shelf of the same spool, has for *key*."""
        self._places[key] = other._places[key]


class Row(Sequence[bytes]):
    """What *shelf* has for each of *keys*, read when it is asked for."""

    def __init__(self, shelf: Shelf[bytes], keys: Sequence[bytes]) -> None:
        self._shelf, self._keys = shelf, keys

    def __len__(self) -> int:
        return len(self._keys)

    def place(self, number: int) -> tuple[Spool, Place] | None:
        """Return the spool in which a piece waits, and where."""
        place, spool = self._shelf.place(self._keys[number]), self._shelf.spool
        return (spool, place) if spool and place else None

    def __getitem__(self, number):  # type: ignore[no-untyped-def]
        if isinstance(number, slice):
            return Row(self._shelf, self._keys[number])
        return self._shelf[self._keys[number]]
