"""How right the annotations are: precision, recall and F against a gold set.

The gold format is that of tests/data/gold (its README says what counts).
Names: mentions marked explicit, span (with or without the title of office) and
type exact.  Dates: classes point and relative.  What is optional in the gold
neither helps nor harms.  Accounts
have no gold: what rules find is held against what people wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from regesta.archive.assemble import assemble
from regesta.evaluation import accounts, measures
from regesta.evaluation.scores import Score, table
from regesta.leaving_out import without
from regesta.model import Archive, Event
from regesta.seeds.reading import Seeds

MEASURES = (
    "names", "name links", "date spans", "date values", "quotation spans",
    "quotation speakers", "event mentions", "residue", "titles", "publishers",
    "publication dates", "accounts",
)  # fmt: skip


def evaluate(archive: Archive, gold: Sequence[Mapping[str, Any]], origin: str) -> dict[str, Score]:
    """Return measure to score over the documents that *gold* describes.

    *origin* is ``machine`` (what rules give, whatever the description repeats)
    or ``all``.
    """
    scores = {name: Score() for name in MEASURES}
    for one in gold:
        document = next((d for d in archive.documents if d.path.endswith("/" + one["file"])), None)
        if document is None:
            raise LookupError(f"the archive has no document {one['file']}")
        measures.names(scores, archive, document, one, origin)
        measures.dates(scores, document, one, origin)
        measures.quotations(scores, document, one, origin)
        measures.events(scores, document, one, origin)
        measures.residue(scores, document, one)
        measures.description(scores, document, one)
    return scores


def leaving_one_out(
    seeds: Seeds, gold: Sequence[Mapping[str, Any]], origin: str
) -> dict[str, Score]:
    """Return the scores of each gold document, read with what the records of
    the other documents know, and with proposals for the rest."""
    scores = {name: Score() for name in MEASURES}
    for one in gold:
        id = next(d.id for d in seeds.documents if d.path.endswith("/" + one["file"]))
        archive, _problems = assemble(without(seeds, id), propose=True)
        for name, score in evaluate(archive, [one], origin).items():
            scores[name].add(score)
        scores["accounts"].add(_accounts(seeds, archive, [one]))
    return scores


def with_records(seeds: Seeds, gold: Sequence[Mapping[str, Any]], origin: str) -> dict[str, Score]:
    """Return the scores of the archive of *seeds*; accounts are read as if no
    person had written one."""
    scores = evaluate(assemble(seeds)[0], gold, origin)
    ruled, _problems = assemble(accounts.without_curation(seeds))
    scores["accounts"] = _accounts(seeds, ruled, gold)
    return scores


def _accounts(seeds: Seeds, ruled: Archive, gold: Sequence[Mapping[str, Any]]) -> Score:
    curated, _problems = assemble(seeds)
    events = frozenset(e.id for e in ruled.entities.values() if isinstance(e, Event))
    pairs = zip(curated.documents, ruled.documents, strict=True)
    wanted = {one["file"] for one in gold}
    return accounts.total(
        [
            accounts.score(mine, theirs, events)
            for mine, theirs in pairs
            if mine.path.rpartition("/")[2] in wanted
        ]
    )


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """Return the gold files of *folder*, by name; those that start with ``_``
    (authority, events) are not documents."""
    files = sorted(p for p in folder.glob("*.yaml") if not p.name.startswith("_"))
    return [yaml.safe_load(path.read_text("utf-8")) for path in files]


__all__ = ["Score", "evaluate", "leaving_one_out", "read_gold", "table", "with_records"]
