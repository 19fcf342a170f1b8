"""Every expression of time in a text, with what it means and how that is known.

:func:`find` reads each block into classes of words (:mod:`.date_tokens`),
finds the forms of dates in them (:mod:`.date_grammar`), reads each form
(:mod:`.date_absolute`, :mod:`.date_relative`, :mod:`.date_ranges`,
:mod:`.date_lengths`, :mod:`.date_chained`) and hangs it on the day of the text.
What the text and that day do not tell stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from regesta import edtf
from regesta.annotate import density
from regesta.annotate.dates import absolute as date_absolute
from regesta.annotate.dates import ago as date_ago
from regesta.annotate.dates import chained as date_chained
from regesta.annotate.dates import clocks as date_clocks
from regesta.annotate.dates import entries as date_entries
from regesta.annotate.dates import feasts as date_feasts
from regesta.annotate.dates import figures as date_figures
from regesta.annotate.dates import han as date_han
from regesta.annotate.dates import lengths as date_lengths
from regesta.annotate.dates import quarters_told as date_quarters_told
from regesta.annotate.dates import ranges as date_ranges
from regesta.annotate.dates import recent as date_recent
from regesta.annotate.dates import relative as date_relative
from regesta.annotate.dates import spelled as date_spelled
from regesta.annotate.dates import then as date_then
from regesta.annotate.dates import tokens as date_tokens
from regesta.annotate.dates import vague as date_vague
from regesta.annotate.dates import weekdays as date_weekdays
from regesta.annotate.dates import years_told as date_years_told
from regesta.annotate.dates.anchor import Anchor, choose, possible_days, resolve
from regesta.annotate.dates.grammar import Form, forms
from regesta.annotate.dates.lexicons import lexicon
from regesta.annotate.dates.reading import LATER, LooksBack, Reading, Setting, Untold
from regesta.annotate.dates.recent import DatesRead
from regesta.annotate.tongues import tongue
from regesta.model import UNKNOWN_DATE, Basis, Block, Certainty, DateExpression, Span, When
from regesta.wording import _

_HANDLERS = {
    **date_absolute.HANDLERS,
    **date_relative.HANDLERS,
    **date_ago.HANDLERS,
    **date_ranges.HANDLERS,
    **date_lengths.HANDLERS,
    **date_chained.HANDLERS,
    **date_feasts.HANDLERS,
    **date_clocks.HANDLERS,
    **date_weekdays.HANDLERS,
    **date_vague.HANDLERS,
    **date_then.HANDLERS,
    **date_quarters_told.HANDLERS,
}

_FULL = frozenset(("full-day", "iso-day"))


def find(
    text: str,
    blocks: Sequence[Block],
    *,
    published: When = UNKNOWN_DATE,
    written: When = UNKNOWN_DATE,
) -> list[DateExpression]:
    """Return the expressions of time in *text*, by span (code points).

    No expression crosses a block's edge; without *blocks* the text counts as
    one.  Relative ones hang on the day the text was *written*, where that is
    known, else on the day it was *published*; where the anchor is one of
    several days, the value says so.  Values are EDTF, or ISO 8601 durations.
    Takes time linear in the text.  Of a text that holds more of them than
    :mod:`regesta.annotate.density` allows, those behind are left out.
    """
    return look(text, blocks, published, written)[0]


def look(
    text: str, blocks: Sequence[Block], published: When, written: When
) -> tuple[list[DateExpression], int | None]:
    """Return what :func:`find` does, and the code point from which on the text
    was not read (None: it was read to its end)."""
    parts = _parts(text, blocks)
    dates = date_recent.dates(text, parts, _read, again=False)
    told = dates.told.get((published, written))
    if told is None:
        dates.told.clear()
        told = dates.told[published, written] = tuple(
            _told(text, parts, dates, choose(published, written))
        )
    return [*told], dates.until


def _told(
    text: str, parts: Sequence[Span], dates: DatesRead, anchor: Anchor | None
) -> list[DateExpression]:
    """Return what the *dates* read mean where they hang on *anchor*."""
    setting = Setting(text)
    entries = date_entries.Entries(text, parts, dates.groups)
    years = date_years_told.YearsTold(anchor)
    for form, reading in _in_order(dates, setting):
        own = entries.read(form, reading)
        found = own or _expression(form, reading, entries.anchor or anchor)
        setting.found.append(found if entries.anchor else years.weigh(found))
    ordered = sorted(setting.found, key=lambda found: (found.span.start, found.span.end))
    return date_clocks.joined(text, ordered)


def readings(text: str, blocks: Sequence[Block]) -> list[tuple[Span, Reading]]:
    """Return the expressions of time with what they would mean on any day:
    for working out which day that was."""
    dates = date_recent.dates(text, _parts(text, blocks), _read, again=True)
    return [(_span(form, reading), reading) for form, reading in _in_order(dates, Setting(text))]


def _parts(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    return tuple([block.span for block in blocks]) or (Span(0, len(text)),)


def _read(text: str, parts: Sequence[Span]) -> DatesRead:
    """Return the forms of dates in each of *parts*, and what each is read as
    where that does not rest on what was found before it."""
    groups, behind = density.first(_forms_in(text, parts), density.most("date", text))
    groups += [[] for _part in parts[len(groups) :]]
    figures = (form for group in groups for form in group if form.name == "numeric-day")
    setting = Setting(text, Untold(), date_figures.order_of(figures))
    full = {
        form.start: _HANDLERS[form.name](form, setting)
        for group in groups
        for form in group
        if form.name in _FULL
    }
    stated = [
        _expression(form, reading, None)
        for group in groups
        for form in group
        if form.name in _FULL and (reading := full[form.start])
    ]
    setting.years = date_chained.stated_years(stated)
    readings = [
        [full[f.start] if f.name in _FULL else _read_alone(f, setting) for f in group]
        for group in groups
    ]
    until = behind.start if behind else None
    return DatesRead(groups, readings, setting.order, setting.years, until)


def _read_alone(form: Form, setting: Setting) -> Reading | None:
    try:
        return _HANDLERS[form.name](form, setting)
    except LooksBack:
        return LATER


def _in_order(dates: DatesRead, setting: Setting) -> Iterator[tuple[Form, Reading]]:
    """Yield what the forms are read as; *setting* learns, as they are, what was
    found before."""
    setting.order, setting.years = dates.order, dates.years
    for group, readings in zip(dates.groups, dates.readings, strict=True):
        for form, reading in zip(group, readings, strict=True):
            if reading is LATER:
                reading = _HANDLERS[form.name](form, setting)
            if reading:
                yield form, reading


def _forms_in(text: str, parts: Sequence[Span]) -> Iterable[Iterable[Form]]:
    """Return the forms of dates in each of *parts*, as they are asked for."""
    tag = tongue(text)
    if tag == "han":
        return date_han.forms(text, parts)
    words = date_spelled.LEXICON if date_spelled.may_spell(text) else lexicon(tag)
    read = (date_tokens.read(text, part.start, part.end, words) for part in parts)
    return (forms(classes) if classes.letters else () for classes in read)


def _span(form: Form, reading: Reading) -> Span:
    start = form.start if reading.start is None else reading.start
    return Span(start, form.end if reading.end is None else reading.end)


def _expression(form: Form, reading: Reading, anchor: Anchor | None) -> DateExpression:
    value, name, reason, certainty = _hang(reading, anchor)
    return DateExpression(
        span=_span(form, reading),
        rule=reading.rule,
        certainty=certainty,
        when=_when(value, reading.basis, reading.bare, reading.conflict),
        anchor=name,
        reason=reason,
    )


@lru_cache(1024)
def _when(value: str | None, basis: Basis, bare: str | None, conflict: str | None) -> When:
    """Return what *value* says; a text that repeats its dates shares them."""
    if value is None:
        return UNKNOWN_DATE
    earliest, latest = edtf.bounds(value)
    known: Basis = "unknown" if value == bare and "XXXX" in value else basis
    return When(value, known, earliest, latest, conflict)


def _hang(reading: Reading, anchor: Anchor | None) -> tuple[str | None, str, str, Certainty]:
    """Return value, name of the anchor, reason and certainty."""
    if reading.value_on is None:
        return reading.value, "", reading.told(), reading.certainty
    if reading.rule in ("date-chained", "date-anaphoric", "date-clock"):
        anchor = _near_anchor(reading)
    if anchor is None:
        sure: Certainty = "certain" if reading.bare and "[" not in reading.bare else "possible"
        return reading.bare, "", _(reading.missing), sure
    value, same = resolve(anchor.days, reading.value_on)
    if value is None:
        untold = _("Not to be told from {anchor}.").format(anchor=anchor.words)
        return reading.bare, "", untold, "possible"
    reason = reading.told(anchor.words)
    certainty = reading.certainty
    if "[" in value and "," in value:
        reason, certainty = f"{reason} {_('More than one day fits.')}", "possible"
    elif not same and certainty == "certain":
        certainty = "probable"
    return value, anchor.name, reason, certainty


def _near_anchor(reading: Reading) -> Anchor | None:
    near = reading.near
    days = possible_days(near.when) if near else ()
    if near is None or not near.when.edtf or not days:
        return None
    return Anchor(f"expression at {near.span.start}", days, edtf.speak(near.when.edtf))
