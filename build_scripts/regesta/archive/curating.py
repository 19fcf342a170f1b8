"""A person's word wins: curated annotations over what the rules found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from regesta import edtf
from regesta.annotate.quotations.told import Told
from regesta.archive.resolving import Resolver
from regesta.model import (
    Bound,
    DateExpression,
    Entity,
    Mention,
    Note,
    Quotation,
    Span,
    Speaker,
    When,
)
from regesta.seeds.records import AnnotationRecord, DescriptionRecord


@dataclass(frozen=True, slots=True)
class Found:
    """The annotations of one document; *told* are the clauses that somebody
    is said to have said, *reported* the unnamed who are said to have spoken;
    *bounds* tell what was not looked for to the end."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notes: tuple[Note, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    told: tuple[Told, ...] = ()
    reported: frozenset[str] = frozenset()
    bounds: tuple[Bound, ...] = ()


def curate(
    found: Found,
    id: str,
    record: DescriptionRecord,
    resolver: Resolver,
    entities: Mapping[str, Entity],
) -> Found:
    """Return *found* with the annotations of *record* put over it.

    Where a rule gives the same span and value, the machine's annotation stays
    (``origin: machine``) and takes the person's status.
    """
    described = _described_speakers(id, record, resolver)
    same = _same_speakers(described, found.speakers)
    mentions, dates = list(found.mentions), list(found.dates)
    quotations, notes = _with_ids(found.quotations, same), list(found.notes)
    for index, line in enumerate(record.annotations):
        way = ("annotations", index)
        span = resolver.span(id, line.passage, record, (*way, "passage"))
        if span is None:
            continue
        at = record.where.line_of_item(*way)
        match line.kind:
            case "mention":
                mentions = _with_mention(mentions, _mention(line, at, span, entities))
            case "date":
                dates = _with_date(dates, _date(line, at, span))
            case "quotation":
                source = resolver.span(id, line.source, record, (*way, "source"))
                quotations = _with_quotation(quotations, _quotation(line, at, span, source))
            case "note":
                notes.append(_note(line, at, span))
            case "refuse":
                mentions = _without(mentions, line, span)
                if line.refuse == "date":
                    dates = [d for d in dates if d.span != span]
                if line.refuse == "quotation":
                    quotations = [q for q in quotations if q.span != span]
    known = {speaker.id for speaker in described}
    rest = [s for s in found.speakers if s.id not in known and s.id not in same]
    told = tuple(replace(one, who=same.get(one.who, one.who)) for one in found.told)
    return Found(
        tuple(mentions), tuple(dates), tuple(quotations), tuple(notes), (*described, *rest), told,
        bounds=found.bounds,
    )  # fmt: skip


def _mention(
    line: AnnotationRecord, at: int, span: Span, entities: Mapping[str, Entity]
) -> Mention:
    ids = tuple(id for id in line.mention or () if id in entities)
    kind = entities[ids[0]].kind if ids else (line.type or "topic")
    return Mention(
        span=span, rule="curated", certainty=line.certainty, status=line.status,
        origin="curated", why=line.why, line=at, type=kind, entities=ids,
    )  # fmt: skip


def _with_mention(mentions: list[Mention], new: Mention) -> list[Mention]:
    out = []
    same = False
    for old in mentions:
        if old.span == new.span and old.type == new.type and old.entities == new.entities:
            out.append(
                structs.replace(
                    old, status=new.status, certainty=new.certainty, why=new.why, line=new.line
                )
            )
            same = True
        elif old.span != new.span and not _instead(old, new):
            out.append(old)
    return out if same else [*out, new]


def _instead(old: Mention, new: Mention) -> bool:
    """Tell whether *new* takes the place of *old*: it crosses it, or says of
    more or of fewer of the same words that they mean the same."""
    same = old.entities == new.entities and old.span.overlaps(new.span)
    return same or old.span.crosses(new.span)


def _without(mentions: list[Mention], line: AnnotationRecord, span: Span) -> list[Mention]:
    if line.refuse not in ("mention", "event"):
        return mentions
    events = line.refuse == "event"
    return [m for m in mentions if m.span != span or (events and m.type != "event")]


def _date(line: AnnotationRecord, at: int, span: Span) -> DateExpression:
    earliest, latest = edtf.bounds(line.date) if line.date else (None, None)
    basis = line.basis or ("inferred" if line.date else "unknown")
    return DateExpression(
        span=span, rule="curated", certainty=line.certainty, status=line.status, origin="curated",
        why=line.why, line=at, when=When(line.date, basis, earliest, latest),
        anchor=line.anchor, reason=line.reason or line.why,
    )  # fmt: skip


def _with_date(dates: list[DateExpression], new: DateExpression) -> list[DateExpression]:
    for index, old in enumerate(dates):
        if old.span == new.span and old.when.edtf == new.when.edtf:
            reason = new.reason or old.reason
            dates[index] = structs.replace(
                old, status=new.status, why=new.why, reason=reason, line=new.line
            )
            return dates
    return [*(d for d in dates if not d.span.overlaps(new.span)), new]


def _quotation(line: AnnotationRecord, at: int, span: Span, source: Span | None) -> Quotation:
    return Quotation(
        span=span, rule="curated", certainty=line.certainty, status=line.status, origin="curated",
        why=line.why, line=at, speaker=line.quotation, source=source,
        according_to=line.according_to,
    )  # fmt: skip


def _with_quotation(quotations: list[Quotation], new: Quotation) -> list[Quotation]:
    for index, old in enumerate(quotations):
        if old.span != new.span:
            continue
        if old.speaker == new.speaker:
            told = new.according_to or old.according_to
            quotations[index] = structs.replace(
                old, status=new.status, why=new.why, according_to=told, line=new.line
            )
        else:
            quotations[index] = structs.replace(new, source=new.source or old.source, cue=old.cue)
        return quotations
    return [*(q for q in quotations if q.is_turn or not q.span.overlaps(new.span)), new]


def _note(line: AnnotationRecord, at: int, span: Span) -> Note:
    return Note(
        span=span, rule="curated", certainty=line.certainty, status=line.status, origin="curated",
        why=line.why, line=at, body=line.note or "", by=line.by, sic=line.sic,
    )  # fmt: skip


def _described_speakers(
    id: str, record: DescriptionRecord, resolver: Resolver
) -> tuple[Speaker, ...]:
    described = []
    for index, line in enumerate(record.speakers):
        spans = [
            span
            for n, passage in enumerate(line.passages)
            if (span := resolver.span(id, passage, record, ("speakers", index, "passages", n)))
        ]
        described.append(Speaker(line.id, line.label, tuple(sorted(spans))))
    return tuple(described)


def _same_speakers(described: Sequence[Speaker], found: Sequence[Speaker]) -> dict[str, str]:
    """Return id of an unnamed speaker whom rules saw to the id of the one
    described in the same words: a person's description takes its place."""
    return {
        seen.id: known.id
        for seen in found
        for known in described
        if any(a.overlaps(b) for a in seen.passages for b in known.passages)
    }


def _with_ids(quotations: Sequence[Quotation], same: Mapping[str, str]) -> list[Quotation]:
    return [
        structs.replace(
            quotation,
            speaker=same.get(quotation.speaker or "", quotation.speaker),
            according_to=same.get(quotation.according_to or "", quotation.according_to),
        )
        for quotation in quotations
    ]
