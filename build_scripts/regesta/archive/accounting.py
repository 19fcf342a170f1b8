"""Accounts of events: what rules find, and what a person wrote over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from regesta.annotate.accounts import finding
from regesta.annotate.quotations.finding import Speech
from regesta.archive.curating import Found
from regesta.archive.resolving import Resolver
from regesta.model import Account, Block, Entity, Event, Speaker
from regesta.seeds.records import DescriptionRecord


def found_by_rules(
    text: str, blocks: Sequence[Block], found: Found, events: Sequence[Event], names: dict[str, str]
) -> list[Account]:
    """Return what rules find that *text* tells of *events*; *names* maps an
    entity's id to its name.

    They read the annotations as curated: a link that a person refused tells
    nothing."""
    speech = Speech(found.quotations, found.speakers, found.told, frozenset())
    return finding.find(text, blocks, found.mentions, found.dates, speech, events, names)


def merged(machine: Sequence[Account], curated: Sequence[Account]) -> list[Account]:
    """Return the accounts of both.  Where they tell the same aspect of one
    event in the same words a person's stands alone; one that a rule gives
    just so has a machine's origin and the person's status."""
    out = [_same(account, machine) for account in curated]
    for account in machine:
        if not any(_is_of(account, other) for other in curated):
            out.append(account)
    return out


def _same(curated: Account, machine: Sequence[Account]) -> Account:
    for one in machine:
        if (
            _is_of(one, curated)
            and one.span == curated.span
            and one.according_to == curated.according_to
            and one.modality == curated.modality
            and (one.value == curated.value or not curated.value)
        ):
            return structs.replace(curated, origin="machine", rule=one.rule)
    return curated


def _is_of(one: Account, other: Account) -> bool:
    alike = one.event == other.event and one.aspect == other.aspect
    return alike and one.span.overlaps(other.span)


def heard(found: Found, accounts: Sequence[Account], described: bool) -> tuple[Speaker, ...]:
    """Return the unnamed speakers who are quoted, or whose account is told."""
    wanted = {q.speaker for q in found.quotations} | {q.according_to for q in found.quotations}
    wanted |= {a.according_to for a in accounts}
    if not described:
        wanted |= found.reported
    return tuple(s for s in found.speakers if s.id in wanted)


def curated(
    id: str, record: DescriptionRecord, resolver: Resolver, entities: Mapping[str, Entity]
) -> list[Account]:
    """Return what *record* says that its document tells of events."""
    out = []
    for index, line in enumerate(record.accounts):
        span = resolver.span(id, line.passage, record, ("accounts", index, "passage"))
        at = record.where.line_of_item("accounts", index)
        if span and line.event in entities:
            out.append(
                Account(
                    span=span, rule="curated", certainty=line.certainty, status=line.status,
                    origin="curated", why=line.why, line=at, event=line.event, aspect=line.aspect,
                    value=line.value, according_to=line.according_to, modality=line.modality,
                )
            )  # fmt: skip
    return out
