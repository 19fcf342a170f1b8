"""When documents were published and written, worked out over the collection.

Where a document states its day, that is it.  Elsewhere its words are held
against the events that they tell: "on Tuesday", said of an event of 30
January, was written within the week; "last month", of one in January, was
written in February.  A document that quotes another is not the earlier one.
What does not follow from a passage is not proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from msgspec import structs

from regesta import edtf
from regesta.annotate.dates import expressions as dates
from regesta.annotate.dates import lines as date_lines
from regesta.annotate.dates import links as date_links
from regesta.annotate.dates import tense as date_tense
from regesta.annotate.dates import wire_years as date_wire_years
from regesta.annotate.dates.anchor import between
from regesta.annotate.dates.reading import Reading
from regesta.model import UNKNOWN_DATE, Basis, Block, Evidence, Passage, Span, When
from regesta.wording import _

_WIDEST = 366
_Days = dict[tuple[int, int], list[tuple[str, When, frozenset[str]]]]
_NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})
_LAG = 3
"""Days by which a page may be dated after the text that it holds."""


@dataclass(frozen=True, slots=True)
class DatedText:
    """A document whose dates are sought: its text, blocks, and the spans
    that point to events, with the event's id; *named* are those of people,
    bodies and places, in order, with theirs."""

    document_id: str
    text: str
    blocks: Sequence[Block] = ()
    events: Sequence[tuple[Span, str]] = ()
    named: Sequence[tuple[Span, str]] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """When a document was published, and when its text was written where
    that is another day; both with their evidence."""

    published: When = UNKNOWN_DATE
    written: When = UNKNOWN_DATE


@dataclass(slots=True)
class _Case:
    """What is known so far of one document's day."""

    document: DatedText
    readings: list[tuple[Span, Reading]]
    earliest: date | None = None
    latest: date | None = None
    day: date | None = None
    stated: bool = False
    conflict: str | None = None
    written: When = UNKNOWN_DATE
    evidence: list[Evidence] = field(default_factory=list)

    def note(self, reason: str, span: Span | None = None) -> None:
        """Add to the evidence, once."""
        passage = Passage(self.document.document_id, span) if span else None
        evidence = Evidence(reason, passage)
        if evidence not in self.evidence:
            self.evidence.append(evidence)


def work_out(
    documents: Sequence[DatedText],
    events: Mapping[str, When],
    quotes: Sequence[tuple[str, str]] = (),
    parts: Mapping[str, frozenset[str]] = _NOBODY,
) -> dict[str, Proposal]:
    """Return a proposal for each document, by id.

    *events* gives known dates of events by id; *quotes* holds pairs (document,
    other) where the document quotes the other; *parts* gives the ids of those
    who took part in an event and of its place.  The basis is ``stated`` where
    a line of the document gives its day, ``inferred`` where it follows from
    passages, else ``unknown`` with the reason why.
    """
    days = _by_day(events, parts)
    cases = {document.document_id: _open(document, events, days) for document in documents}
    for _round in range(len(cases)):
        if not sum(_order(cases, later, earlier) for later, earlier in sorted(quotes)):
            break
    return {id: _proposal(case) for id, case in cases.items()}


def _by_day(events: Mapping[str, When], parts: Mapping[str, frozenset[str]]) -> _Days:
    """Return month and day to the events of just that day."""
    found: _Days = {}
    for id, when in sorted(events.items()):
        day = when.earliest
        if day is not None and day == when.latest and len(parts.get(id, ())) > 1:
            found.setdefault((day.month, day.day), []).append((id, when, parts[id]))
    return found


def _open(document: DatedText, events: Mapping[str, When], days: _Days) -> _Case:
    case = _Case(document, dates.readings(document.text, document.blocks))
    _not_before(case)
    _take_stated(case)
    if case.stated:
        _take_written(case, events)
    elif not case.day:
        _take_links(case, events, days)
        if not case.latest:
            _take_wire(case)
        if not case.latest and not case.day:
            _take_changed(case)
    return case


def _take_wire(case: _Case) -> None:
    found = date_wire_years.find(case.document.text, case.readings)
    if found and (not case.earliest or found[0] >= case.earliest):
        case.day, evidence = found
        case.evidence.clear()
        for reason, span in evidence:
            case.note(reason, span)


def _take_changed(case: _Case) -> None:
    """A page that gives no day but that of its last change came out then or
    shortly before."""
    found = date_lines.last_changed(case.document.text, case.document.blocks, case.readings)
    if found and (not case.earliest or found[0] >= case.earliest):
        case.day = found[0]
        case.evidence.clear()
        case.note(_("The page says that it was last changed on this day."), found[1])


def _not_before(case: _Case) -> None:
    """The last full date that the text tells as past is a lower bound."""
    text = case.document.text
    for span, reading in case.readings:
        if reading.basis != "stated" or not reading.value or len(reading.value) != 10:
            continue
        day = edtf.bounds(reading.value)[0]
        if day is None or (case.earliest and day <= case.earliest):
            continue
        if date_tense.told_as_past(text, span.start, span.end) and not date_lines.in_force(
            text, span
        ):
            case.earliest = day
            case.evidence = [e for e in case.evidence if e.passage is None]
            told = _("The text tells {day} as past.").format(day=edtf.speak(reading.value))
            case.note(told, span)


def _take_stated(case: _Case) -> None:
    stated = date_lines.find(case.document.text, case.document.blocks, case.readings)
    fitting = [s for s in stated if not case.earliest or s.day >= case.earliest]
    labelled = [s for s in fitting if s.labelled] or fitting
    days = {s.day for s in labelled}
    if len(days) != 1:
        if len(days) > 1:
            case.note(_("Several lines of the document give different days."), labelled[0].span)
        return
    first = labelled[0]
    case.day, case.stated = first.day, first.labelled or first.kind == "dateline"
    case.evidence.clear()
    case.note(_("The document’s {line} gives the day.").format(line=_(first.kind)), first.span)
    if not case.stated:
        # The day of a signature is the text's own: it may come out days later.
        value = edtf.iso_day(first.day)
        evidence = tuple(case.evidence)
        case.written = When(value, "stated", first.day, first.day, None, evidence)


def _take_written(case: _Case, events: Mapping[str, When]) -> None:
    """A page's day may be after the text's: "Today's meeting" on a page of
    11 January about a meeting "on January 10" was written on the 10th."""
    assert case.day is not None
    text = case.document.text
    todays = [
        span
        for span, reading in case.readings
        if reading.rule == "date-near-day" and span.of(text).lower().startswith(("today", "this"))
    ]
    if not todays:
        return
    named = _day_of_today(case, todays, events) or _last_named_day(case)
    if named and named[0] < case.day and (case.day - named[0]).days <= _LAG:
        day, span = named
        evidence = (
            Evidence(
                _("The text speaks of this day as today."),
                Passage(case.document.document_id, todays[0]),
            ),
            Evidence(_("The day it names."), Passage(case.document.document_id, span)),
        )
        case.written = When(edtf.iso_day(day), "inferred", day, day, None, evidence)


def _day_of_today(
    case: _Case, todays: Sequence[Span], events: Mapping[str, When]
) -> tuple[date, Span] | None:
    """Return the known day of an event that is called today's."""
    for today in todays:
        for span, id in case.document.events:
            when = events.get(id)
            if span.overlaps(today) and when and when.earliest and when.earliest == when.latest:
                return when.earliest, span
    return None


def _last_named_day(case: _Case) -> tuple[date, Span] | None:
    """Return the last day up to the page's that the text names with its month."""
    assert case.day is not None
    found: list[tuple[date, Span]] = []
    for span, reading in case.readings:
        if reading.rule != "date-day" or reading.value_on is None:
            continue
        first, last = edtf.bounds(reading.value_on(case.day) or "PT0S")
        if first and first == last and first <= case.day:
            found.append((first, span))
    return max(found, key=lambda pair: (pair[0], -pair[1].start)) if found else None


def _take_links(case: _Case, events: Mapping[str, When], on_day: _Days) -> None:
    document = case.document
    found = date_links.links(document.text, case.readings, document.events, events)
    if on_day and document.named:
        linked = {link.span for link in found}
        by_day = date_links.by_day(case.readings, document.named, on_day)
        found += [link for link in by_day if link.span not in linked]
    days, used = date_links.fitting_days(found)
    told = date_links.told_as_past(document.text, case.readings)
    done = {span for span, _reading in told}
    past = [link for link in used if link.span in done or date_links.is_past(link, days[-1])]
    floors = [day for day in (case.earliest, *(link.when.earliest for link in past)) if day]
    days = [day for day in days if not floors or day >= max(floors)]
    days = [day for day in days if all(_said(reading, day) <= day for _, reading in told)]
    if not days:
        return
    if len(used) < len(found):
        case.conflict = _("Not all of the text’s words for days fit one day of publication.")
    case.evidence.clear()
    for link in used:
        case.note(_what(link.when), link.span)
    for span, reading in told:
        if _said(reading, days[0]) == days[0]:
            case.note(_("Told as past."), span)
    case.earliest, case.latest = days[0], days[-1]
    _take_saying(case, days, past)


def _what(when: When) -> str:
    if not when.edtf:
        return _("Said of an event.")
    return _("Said of an event of {day}.").format(day=edtf.speak(when.edtf))


def _take_saying(case: _Case, days: list[date], past: Sequence[date_links.Link]) -> None:
    """News that tells what was said "Tuesday" about an event is of that
    Tuesday, after the event, or hardly later."""
    if not past:
        return
    lead = past[0].when.earliest
    newest = max(link.when.earliest for link in past if link.when.earliest)
    sayings = date_links.days_of_saying(case.document.text, case.readings)
    if not sayings or lead != newest:
        return
    left = [day for day in days if all(_said(r, day) >= newest for _, r in sayings)]
    last = {max(_said(r, day) for _, r in sayings) for day in left}
    if not left:
        return
    case.earliest, case.latest = left[0], left[-1]
    if len(last) == 1:
        case.day = case.latest = case.earliest = last.pop()
        span = max(sayings, key=lambda pair: _said(pair[1], left[0]))[0]
        case.note(_("The last day on which somebody is reported to have spoken."), span)


def _said(reading: Reading, day: date) -> date:
    value = reading.value_on(day) if reading.value_on else None
    first, last = edtf.bounds(value) if value else (None, None)
    return first if first and first == last else date.min


def _order(cases: Mapping[str, _Case], later: str, earlier: str) -> bool:
    """Narrow two documents by "who quotes comes after"; tell whether it did."""
    one, other = cases.get(later), cases.get(earlier)
    if one is None or other is None:
        return False
    changed = False
    floor = other.day or other.earliest
    if floor and not one.stated and one.earliest and one.earliest < floor <= (one.latest or floor):
        one.earliest, changed = floor, True
        day = edtf.speak(edtf.iso_day(floor))
        one.note(_("It quotes a document that is not earlier than {day}.").format(day=day))
    ceiling = one.day or one.latest
    if not ceiling or other.stated or other.earliest is None or other.earliest > ceiling:
        return changed
    if other.latest is None or other.latest > ceiling:
        other.latest, changed = ceiling, True
        day = edtf.speak(edtf.iso_day(ceiling))
        other.note(_("A document of {day} at the latest already quotes it.").format(day=day))
    return changed


def _proposal(case: _Case) -> Proposal:
    if case.stated and case.day:
        day = case.day
        return Proposal(_when(case, edtf.iso_day(day), day, day), case.written)
    if case.day:
        about = edtf.iso_day(case.day) + "~"
        return Proposal(_when(case, about, case.day, case.day), case.written)
    first, last = case.earliest, case.latest
    if first and last and last - first <= timedelta(_WIDEST):
        return Proposal(_when(case, between(first, last), first, last))
    return Proposal(_unknown(case))


def _when(case: _Case, value: str, first: date, last: date) -> When:
    basis: Basis = "stated" if case.stated else "inferred"
    return When(value, basis, first, last, case.conflict, tuple(case.evidence))


def _unknown(case: _Case) -> When:
    why = _("The document does not state its day, and no passage settles it.")
    if case.earliest:
        why = _(
            "The document does not state its day; it is not earlier than the last that it tells."
        )
    when = When(None, "unknown", case.earliest, None, None, (Evidence(why), *case.evidence))
    return structs.replace(when, latest=case.latest)
