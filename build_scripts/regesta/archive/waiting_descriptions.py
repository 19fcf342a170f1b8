"""Descriptions that wait in a spool while their documents are annotated.

One is some ten thousand bytes of objects, of which most are the same in all of
them; each step asks for one after another.
"""

from __future__ import annotations

import io
import pickle
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from regesta.kept.spool import Place, Spool
from regesta.model import HistoryEntry, Source
from regesta.seeds.holdings import SeedDocument
from regesta.seeds.records import DescriptionRecord

KEPT = 8
"""Descriptions that stay in memory when they have been asked for."""


class WaitingDocument:
    """Stands for a :class:`~regesta.seeds.holdings.SeedDocument` whose description
    is in *spool*."""

    __slots__ = (
        "_place", "_spool", "description_path", "formerly", "history", "id", "path", "sha256",
        "source",
    )  # fmt: skip

    def __init__(self, one: SeedDocument, source: Source | None, spool: Spool) -> None:
        self.id: str = one.id
        self.path: str = one.path
        self.sha256: str = one.sha256
        self.source = source
        self.description_path: str = one.description_path
        self.formerly: tuple[str, ...] = one.formerly
        self.history: tuple[HistoryEntry, ...] = one.history
        self._spool = spool
        described = one.description
        self._place: Place | None = spool.put([_packed(described)]) if described else None

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """What goes to another process: all but the spool, which that has, too."""
        return None, {name: getattr(self, name) for name in self.__slots__ if name != "_spool"}

    def bind(self, spool: Spool) -> None:
        """Say where it waits, when it has come from another process."""
        self._spool = spool

    @property
    def description(self) -> DescriptionRecord | None:
        """What a person wrote of the document."""
        return _description(self) if self._place else None

    def packed(self) -> bytes:
        """Return the description as it waits."""
        assert self._place
        return self._spool.get(self._place)


@lru_cache(KEPT)
def _description(one: WaitingDocument) -> DescriptionRecord:
    # The file has no name: nobody but this program can have written to it.
    found = pickle.loads(one.packed())
    assert isinstance(found, DescriptionRecord)
    return found


class _Packer(pickle.Pickler):
    """Packs records so that they are put together again without a check: four
    times as fast as records are unpacked otherwise."""

    def reducer_override(self, one: Any) -> Any:
        if isinstance(one, BaseModel):
            state = (one.__dict__, one.__pydantic_fields_set__, one.__pydantic_private__)
            return _put_together, (type(one), *state)
        return NotImplemented


def _packed(record: DescriptionRecord) -> bytes:
    out = io.BytesIO()
    _Packer(out, pickle.HIGHEST_PROTOCOL).dump(record)
    return out.getvalue()


def _put_together(
    kind: type[BaseModel], values: dict[str, Any], given: set[str], private: dict[str, Any] | None
) -> BaseModel:
    one = kind.__new__(kind)
    put = object.__setattr__  # the records are frozen
    put(one, "__dict__", values)
    put(one, "__pydantic_fields_set__", given)
    put(one, "__pydantic_extra__", None)
    put(one, "__pydantic_private__", private)
    return one
