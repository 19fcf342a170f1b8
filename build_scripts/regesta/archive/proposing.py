"""Records proposed for names without one, out of what each text shows.

What a text shows, and which of the candidates it names, is worked out for each
document by itself and kept, so that an edit costs what it touches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec

from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.proposals import proposing
from regesta.archive.annotating import Annotating, ids_of
from regesta.archive.recall import Recall, digest, key
from regesta.archive.withholding import cut, masked, merged
from regesta.model import Block, Entity
from regesta.progress import Tell

_seen = msgspec.msgpack.Decoder(proposing.Seen).decode
_ids = msgspec.msgpack.Decoder(tuple[str, ...]).decode


def proposed(
    work: Annotating, recall: Recall, known: Mapping[str, Entity], told: Tell
) -> list[Entity]:
    """Return what rules propose for names that no record of *known* has."""
    readable = [_identity(work, n) for n in range(len(work.seeds))]

    def see(number: int) -> proposing.Seen:
        return proposing.seen(*_readable(work, number))

    keys = [key("seen", one) for one in readable]
    seen = recall.each(keys, see, told("Looking for new names", len(keys)))
    ids = [seed.id for seed in work.seeds]

    def gather() -> list[Entity]:
        return proposing.candidates(zip(ids, map(_seen, seen), strict=True))

    about = [(id, digest(one)) for id, one in zip(ids, seen, strict=True)]
    gathered = key("candidates", about)
    recall.keep(gathered)

    def unknown() -> list[Entity]:
        return proposing.unknown(recall.one(gathered, list[Entity], gather), known)

    fresh = recall.one(key("fresh", about, list(known.values())), list[Entity], unknown)
    named = _named(work, recall, [*known.values(), *fresh], readable, told)
    return sorted((e for e in fresh if e.id in named), key=lambda e: (e.kind, e.id))


def _named(
    work: Annotating, recall: Recall, records: Sequence[Entity], readable: Sequence[bytes],
    told: Tell,
) -> set[str]:  # fmt: skip
    """Return the ids of those of *records* that some text names."""

    def text(number: int) -> str:
        return _readable(work, number)[0] if work.is_closed(number) else work.text(number)

    texts = {seed.id: partial(text, n) for n, seed in enumerate(work.seeds)}
    names = recall.candidates = recall.candidates.renewed(records, texts)

    def find(number: int) -> tuple[tuple[str, ...], tuple[object, ...]]:
        text, blocks = _readable(work, number)
        found, until, met = gazetteer.sight(text, blocks, work.seeds[number].id)
        named = ids_of(found)
        return named, ((named, found, until), sorted(met))

    keys = [
        key("names", one, names.states[seed.id])
        for one, seed in zip(readable, work.seeds, strict=True)
    ]
    idle = recall.knows(keys)
    gazetteer = Gazetteer(() if idle else records)
    aside = recall.aside()
    results = recall.each(keys, find, told("Looking who is named", len(keys)), aside)
    for number in [n for n in aside if work.is_closed(n)]:
        del aside[number]
    work.take(aside, (one.id for one in records), None if idle else gazetteer)
    return {id for result in results for id in _ids(result)}


def _identity(work: Annotating, number: int) -> bytes:
    """Return the digest of what :func:`_readable` gives."""
    seed = work.seeds[number]
    closed: object = False
    if work.is_closed(number) and (record := seed.description):
        closed = (work.layout(number).excerpts, record.withdrawn is not None)
    return key("readable", seed.id, work.text_key(number), work.layout_digests[number], closed)


def _readable(work: Annotating, number: int) -> tuple[str, Sequence[Block]]:
    """Return the text and blocks of a document that are not withheld."""
    text, laid = work.text(number), work.layout(number)
    record = work.seeds[number].description if work.is_closed(number) else None
    if record is None:
        return text, laid.layout.blocks
    shown = () if record.withdrawn else merged(laid.excerpts)
    text = masked(text, shown)
    return text, cut(laid.layout.blocks, shown, text)
