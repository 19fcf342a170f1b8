"""An archive handed from the process that annotates to the one that makes pages.

Whatever a process held for annotating it would hold while pages are made, and
so would all that it forks.  On the way an archive waits in a spool, and of each
document only the head is read again before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

import msgspec

from regesta.archive.encoded import NAMES, Encoded, Held, held
from regesta.archive.relating import sharing_ids
from regesta.archive.step_results import read_parts
from regesta.kept.spool import Place, Spool
from regesta.model import Archive, Collection, Entity, Event, Problem, Relation


@dataclass(frozen=True, slots=True)
class _Rest:
    """An archive but for the parts of its documents, which wait at *places*, and
    its *relations*, which wait too; and what is wrong in its seeds."""

    collection: Collection
    documents: tuple[Encoded, ...]
    places: tuple[Place, ...]
    records: tuple[Entity, ...]
    events: tuple[Event, ...]
    relations: Place
    withheld: frozenset[str]
    problems: tuple[Problem, ...]


_encode = msgspec.msgpack.Encoder().encode
_relation = msgspec.msgpack.Decoder(Relation).decode


def put(archive: Archive, problems: Sequence[Problem], spool: Spool) -> Place:
    """Write *archive*, whose documents are held as bytes, and *problems* to
    *spool*; return their place."""
    documents = [cast(Held, document) for document in archive.documents]
    places = tuple(_place(one, spool) for one in documents)
    entities = archive.entities.values()
    rest = _Rest(
        archive.collection,
        tuple(replace(one.encoded, parts=()) for one in documents),
        places,
        tuple(e for e in entities if not isinstance(e, Event)),
        tuple(e for e in entities if isinstance(e, Event)),
        spool.put([_encode(archive.relations)]),
        archive.withheld,
        tuple(problems),
    )
    return spool.put([_encode(rest)])


def _place(one: Held, spool: Spool) -> Place:
    """Return where in *spool* what was finished of a document is; put it there
    if it is not."""
    if one.place and one.place[0] is spool:
        return one.place[1]
    parts = [one.part(number) for number in range(len(NAMES))]
    return spool.put([_encode({"document": {"parts": parts}})])


def take(spool: Spool, place: Place) -> tuple[Archive, tuple[Problem, ...]]:
    """Return what was put at *place*."""
    rest = msgspec.msgpack.decode(spool.get(place), type=_Rest)
    relations = msgspec.msgpack.decode(spool.get(rest.relations), type=list[msgspec.Raw])
    entities = sorted((*rest.records, *rest.events), key=lambda e: (e.kind, e.id))
    archive = Archive(
        collection=rest.collection,
        documents=tuple(
            held(document, _reader(spool, where))
            for document, where in zip(rest.documents, rest.places, strict=True)
        ),
        entities={entity.id: entity for entity in entities},
        relations=tuple(sharing_ids(_relation(one)) for one in relations),
        withheld=rest.withheld,
    )
    return archive, rest.problems


def _reader(spool: Spool, place: Place) -> Callable[[], tuple[bytes, ...]]:
    return lambda: read_parts(spool.get(place)).document.parts
