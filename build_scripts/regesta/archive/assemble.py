"""From seeds to an archive: segment, annotate, curate, relate.

The order matters where one thing needs another: names before quotations (who
speaks), publication dates before relative dates, dates before events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from regesta.annotate.proposals import occasions
from regesta.annotate.same_words import finding as same_words
from regesta.archive.annotating import Annotating
from regesta.archive.dating import Dated, anchors
from regesta.archive.encoded import decoded
from regesta.archive.proposing import proposed
from regesta.archive.recall import Recall, key
from regesta.archive.relating import relations, sharing_ids
from regesta.archive.resolving import Resolver
from regesta.archive.withheld_entities import left_out
from regesta.archive.withholding import without_withheld
from regesta.model import (
    UNKNOWN_DATE,
    Archive,
    Entity,
    Event,
    Problem,
    Relation,
    When,
)
from regesta.progress import Tell, silent
from regesta.seeds.authorities import entities as read_entities
from regesta.seeds.holdings import Seeds

_MANY = 1_000
"""Documents whose words take so much memory that they are compared in a process of
their own, which takes longer."""


def assemble(seeds: Seeds, *, propose: bool | None = None) -> tuple[Archive, list[Problem]]:
    """Return the archive of *seeds* and what is wrong in them.

    *propose* says whether rules propose records for names without one; unless
    told, they do unless archive.yml hides proposals.
    Pure: the same seeds give the same archive.  What a passage that is not
    found would have annotated is left out; the rest stands.
    """
    archive, problems = assembled(seeds, Recall(), propose=propose)
    return replace(archive, documents=tuple(map(decoded, archive.documents))), problems


def assembled(
    seeds: Seeds, recall: Recall, told: Tell = silent, *, propose: bool | None = None
) -> tuple[Archive, list[Problem]]:
    """As :func:`assemble`, with documents that are held as bytes; what *recall*
    knows is not worked out again."""
    resolver = Resolver(seeds.documents)
    entities, problems = read_entities(seeds)
    work = Annotating(seeds, resolver, recall, told)
    work.lay_out()
    known = dict(entities)
    proposing = seeds.collection.shows_proposals if propose is None else propose
    refused = set(seeds.refused)
    if proposing:
        known |= {e.id: e for e in proposed(work, recall, known, told) if e.id not in refused}
    work.find_names(known)
    dated = _dated(work, recall, known)
    if proposing:
        events = occasions.propose(work.occasions(dated), known)
        known |= {e.id: e for e in events if e.id not in refused}
    work.read(known, dated)
    same = _same_words(work, recall)
    finished = work.finish(same)
    archive = Archive(
        collection=seeds.collection,
        documents=tuple(
            sorted((document for document, _problems in finished), key=lambda d: d.path)
        ),
        entities={e.id: e for e in sorted(known.values(), key=lambda e: (e.kind, e.id))},
        relations=relations(same, seeds, resolver),
    )
    readable = without_withheld(archive, _described(seeds))
    last = (one for _document, problems in finished for one in problems)
    found = [*work.problems(), *last, *resolver.problems]
    return readable, [*problems, *found, *left_out(archive, readable)]


_relation = msgspec.msgpack.Decoder(Relation).decode


def _described(seeds: Seeds) -> dict[str, frozenset[str]]:
    """Return document id to what a person gave of title, publisher and date."""
    keys = ("title", "publisher", "date")
    return {
        seed.id: frozenset(key for key in keys if getattr(seed.description, key, None))
        for seed in seeds.documents
    }


def _dated(work: Annotating, recall: Recall, known: dict[str, Entity]) -> list[tuple[When, When]]:
    """Return when each document was published and when it was written: what
    a person described stands; the rest is worked out over the collection."""
    given = [work.given(n) for n in range(len(work.seeds))]
    open_ = [n for n, (published, _w) in enumerate(given) if published is None and work.text(n)]

    def date() -> list[tuple[When | None, When | None]]:
        documents = [
            Dated(
                work.seeds[n].id, work.text(n), work.layout(n).layout.blocks, work.mentions(n),
                *given[n],
            )
            for n in open_
        ]  # fmt: skip
        found = anchors(documents, known)
        return [(found[d.id].published, found[d.id].written) for d in documents]

    texts = [
        (work.seeds[n].id, work.text_key(n), work.laid_digests[n], work.named_digests[n])
        for n in open_
    ]
    events = [e for e in known.values() if isinstance(e, Event)]
    kind = list[tuple[When | None, When | None]]
    withheld = not set(open_).isdisjoint(work.closed)
    dated = recall.one(key("dated", texts, events), kind, date, withheld=withheld)
    for n, found in zip(open_, dated, strict=True):
        given[n] = found
    return [(published or UNKNOWN_DATE, written or UNKNOWN_DATE) for published, written in given]


class _Worded(Sequence[same_words.DocumentText]):
    """The documents *held* (their numbers), each read when it is asked for."""

    def __init__(self, work: Annotating, held: Sequence[int]) -> None:
        self._work, self._held = work, held

    def __len__(self) -> int:
        return len(self._held)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        work, n = self._work, self._held[index]
        return work.seeds[n].id, work.text(n), work.layout(n).layout.blocks, work.quotations(n)


def _same_words(work: Annotating, recall: Recall) -> list[Relation]:
    """Return how documents share words."""
    held = [n for n in range(len(work.seeds)) if work.text(n)]

    def find() -> Any:
        return same_words.find(_Worded(work, held))

    texts = [
        (work.seeds[n].id, work.text_key(n), work.layout_digests[n], work.quotations_digest(n))
        for n in held
    ]
    of_many = len(held) >= _MANY
    found = recall.one(
        key("same words", texts), list[msgspec.Raw], find, of_many=of_many,
        withheld=bool(work.closed),
    )  # fmt: skip
    return [sharing_ids(_relation(one)) for one in found]
