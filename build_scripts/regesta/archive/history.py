"""What was done to a document, in order of time: what its description says,
and what ``seeds/history.tsv`` tells."""

from __future__ import annotations

from regesta.model import HistoryEntry
from regesta.seeds.holdings import SeedDocument
from regesta.wording import noted

TAKEN_IN = noted("Taken in")
CHECKED = noted("Checked")
WITHDRAWN = noted("Withdrawn")


def history(seed: SeedDocument) -> tuple[HistoryEntry, ...]:
    """Return the entries for *seed* by day: taken in, described, corrected,
    checked, withdrawn.  What is told twice stands once; of entries of one day
    those of the description come first."""
    record = seed.description
    found: list[HistoryEntry] = []
    if record and record.received and record.received.date:
        found.append(HistoryEntry(record.received.date, TAKEN_IN))
    if record:
        found += [HistoryEntry(h.date, h.what, h.by) for h in record.history]
    if record and record.review:
        found.append(HistoryEntry(record.review.on, CHECKED, record.review.by))
    if record and record.withdrawn:
        found.append(HistoryEntry(record.withdrawn.date, WITHDRAWN))
    dated = any(entry.what == TAKEN_IN for entry in found)
    # Git knows when the file came here; the description, when the archive got it.
    found += [told for told in seed.history if not (dated and told.what == TAKEN_IN)]
    once: dict[tuple[str, str], HistoryEntry] = {}
    for entry in found:
        once.setdefault((entry.on, entry.what.casefold()), entry)
    return tuple(sorted(once.values(), key=lambda entry: entry.on))
