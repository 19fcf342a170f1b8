"""Texts that wait in a spool while their documents are annotated.

Each step asks for one text after another; all of them in memory, as bytes and
as characters, and again in every process that has asked, would be the larger
part of what is held.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from regesta.archive.waiting_descriptions import WaitingDocument
from regesta.kept.spool import Place, Spool
from regesta.model import Source
from regesta.seeds.decoding import decode
from regesta.seeds.holdings import SeedDocument, Seeds

KEPT = 8
"""Texts that stay in memory when they have been asked for."""


class WaitingSource:
    """Stands for a :class:`~regesta.model.Source` whose bytes are in *spool*."""

    __slots__ = ("_place", "_spool", "encoding", "path", "sha256")

    def __init__(self, source: Source, spool: Spool) -> None:
        self.path = source.path
        self.sha256 = source.sha256
        self.encoding = source.encoding
        self._spool = spool
        self._place: Place = spool.put([source.data])

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """What goes to another process: all but the spool, which that has, too."""
        return None, {name: getattr(self, name) for name in self.__slots__ if name != "_spool"}

    def bind(self, spool: Spool) -> None:
        """Say where it waits, when it has come from another process."""
        self._spool = spool

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self._spool.get(self._place)

    @property
    def text(self) -> str:
        """The decoded text."""
        return _text(self)

    def without_text(self) -> Source:
        """Return the source with its bytes, but no text."""
        return Source(self.path, self.data, self.sha256, self.encoding, "")


@lru_cache(KEPT)
def _text(source: WaitingSource) -> str:
    text = decode(source.data, source.encoding, description="")
    assert isinstance(text, str)  # it was text when it was read
    return text


def waiting(seeds: Seeds, spool: Spool) -> Seeds:
    """Return *seeds* with their texts and descriptions in *spool*."""
    return replace(seeds, documents=tuple(_waiting(one, spool) for one in seeds.documents))


def _waiting(one: SeedDocument, spool: Spool) -> SeedDocument:
    source = cast(Source, WaitingSource(one.source, spool)) if one.source else None
    return cast(SeedDocument, WaitingDocument(one, source, spool))


def bound(seeds: Seeds, spool: Spool) -> Seeds:
    """Return *seeds*, which came from a process that has let them wait in *spool*."""
    for one in seeds.documents:
        cast(WaitingDocument, one).bind(spool)
        if one.source:
            cast(WaitingSource, one.source).bind(spool)
    return seeds
