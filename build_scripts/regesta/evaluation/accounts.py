"""How right the accounts are that rules find, against those that people wrote.

An account is right where it tells the same aspect of the same event in words
that overlap; whose voice it is is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.evaluation.scores import Score
from regesta.model import Account, Document
from regesta.seeds.reading import Seeds


def without_curation(seeds: Seeds) -> Seeds:
    """Return *seeds* with no annotation and no account that a person wrote."""
    documents = tuple(
        replace(
            d,
            description=d.description.model_copy(
                update={"annotations": (), "accounts": (), "speakers": ()}
            ),
        )
        if d.description
        else d
        for d in seeds.documents
    )
    return replace(seeds, documents=documents)


def score(curated: Document, ruled: Document, events: frozenset[str]) -> Score:
    """Count the accounts of *ruled* against those of *curated*; accounts of
    events that are none of *events* are left out."""
    wanted = [a for a in curated.accounts if a.status != "machine" and a.event in events]
    found = [a for a in ruled.accounts if a.origin == "machine"]
    counted = Score()
    for account in wanted:
        if any(_same(account, other) for other in found):
            counted.right += 1
        else:
            counted.missed += 1
            counted.wrong.append(_say(curated, "missed", account))
    for account in found:
        if not any(_same(account, other) for other in wanted):
            counted.extra += 1
            counted.wrong.append(_say(curated, "extra", account))
    return counted


def _same(one: Account, other: Account) -> bool:
    alike = one.event == other.event and one.aspect == other.aspect
    return alike and one.span.overlaps(other.span)


def _say(document: Document, what: str, account: Account) -> str:
    words = account.span.of(document.text)
    return f"{document.id} {what} {account.aspect} of {account.event}: {words!r}"


def total(scores: Sequence[Score]) -> Score:
    """Return the sum of *scores*."""
    whole = Score()
    for one in scores:
        whole.add(one)
    return whole
