"""How documents stand to one another: described, or seen by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sys import intern

from regesta.archive.resolving import Resolver
from regesta.model import Passage, Relation
from regesta.seeds.reading import Seeds


def relations(
    machine: Sequence[Relation], seeds: Seeds, resolver: Resolver
) -> tuple[Relation, ...]:
    """Return all relations: a person's, and of the *machine*'s those of whose
    kind none is described for the same two documents."""
    described = _described(seeds, resolver)
    taken = {frozenset((r.document, r.other)) | {r.kind} for r in described if r.held}
    rest = [r for r in machine if frozenset((r.document, r.other)) | {r.kind} not in taken]
    return tuple(
        sorted(
            [*described, *rest],
            key=lambda r: (r.document, r.passage.span.start if r.passage else -1, r.kind, r.other),
        )
    )


def _described(seeds: Seeds, resolver: Resolver) -> list[Relation]:
    ids = {seed.id for seed in seeds.documents}
    out = []
    for seed in seeds.documents:
        record = seed.description
        if record is None:
            continue
        for index, line in enumerate(record.relations):
            way = ("relations", index)
            held = line.other is not None and line.other in ids
            if line.other is not None and not held:
                continue
            here = resolver.passage(seed.id, line.passage, record, (*way, "passage"))
            there = None
            if line.other:
                there = resolver.passage(
                    line.other, line.other_passage, record, (*way, "other_passage")
                )
            why = line.why
            if (line.passage and not resolver.holds(seed.id)) or (
                line.other_passage and not resolver.holds(line.other or "")
            ):
                if not held:
                    continue
                why = ""  # it speaks of words that are not shown
            out.append(
                Relation(
                    seed.id, line.other or line.not_held or "", line.kind, held,
                    line.certainty, here, there, why, "curated",
                )
            )  # fmt: skip
    return out


def sharing_ids(one: Relation) -> Relation:
    """Return *one* with the very ids and words that others have: there may be
    ten of them a document."""
    return replace(
        one,
        document=intern(one.document),
        other=intern(one.other),
        passage=_sharing_id(one.passage),
        other_passage=_sharing_id(one.other_passage),
        evidence=intern(one.evidence),
    )


def _sharing_id(one: Passage | None) -> Passage | None:
    return one and Passage(intern(one.document), one.span)
