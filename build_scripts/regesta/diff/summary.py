"""The first sentences of a report: what a change comes to, as one editor would
tell another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from regesta.diff.changes import Change
from regesta.pages.wording import _, counted

Phrase = Callable[[int], str]

_GAINED: dict[str, Phrase] = {
    "document-added": lambda n: counted("{n} document is new", "{n} documents are new", n),
    "document-removed": lambda n: counted("{n} document goes", "{n} documents go", n),
    "document-withdrawn": lambda n: counted(
        "{n} document is withdrawn", "{n} documents are withdrawn", n
    ),
    "document-restored": lambda n: counted(
        "{n} document is back in view", "{n} documents are back in view", n
    ),
    "document-renamed": lambda n: counted(
        "{n} document has another address", "{n} documents have other addresses", n
    ),
    "text-changed": lambda n: (
        counted("THE TEXT of {n} document", "THE TEXTS of {n} documents", n) + _(" changes")
    ),
    "record-added": lambda n: counted("{n} record is new", "{n} records are new", n),
    "record-removed": lambda n: counted("{n} record goes", "{n} records go", n),
    "record-merged": lambda n: counted(
        "{n} record is merged into another", "{n} records are merged into others", n
    ),
    "record-split": lambda n: counted("{n} record is split", "{n} records are split", n),
    "record-renamed": lambda n: counted(
        "{n} record has another address", "{n} records have other addresses", n
    ),
    "mention-added": lambda n: counted("{n} name is linked", "{n} names are linked", n),
    "mention-removed": lambda n: counted("{n} link is lost", "{n} links are lost", n),
    "mention-changed": lambda n: counted("{n} link leads", "{n} links lead", n) + _(" elsewhere"),
    "mention-other-words": lambda n: counted(
        "{n} link stands on other words", "{n} links stand on other words", n
    ),
    "account-added": lambda n: counted(
        "{n} statement about an event is gained", "{n} statements about events are gained", n
    ),
    "account-removed": lambda n: counted(
        "{n} statement about an event is lost", "{n} statements about events are lost", n
    ),
    "account-changed": lambda n: counted(
        "{n} statement about an event is read otherwise",
        "{n} statements about events are read otherwise",
        n,
    ),
    "relation-added": lambda n: counted(
        "{n} tie between documents is gained", "{n} ties between documents are gained", n
    ),
    "relation-removed": lambda n: counted(
        "{n} tie between documents is lost", "{n} ties between documents are lost", n
    ),
}
"""What is told by its own code; a link that is found several times counts so often."""

_EVENTS: dict[str, Phrase] = {
    **_GAINED,
    "record-added": lambda n: counted("{n} event is new", "{n} events are new", n),
    "record-removed": lambda n: counted("{n} event goes", "{n} events go", n),
}
_EDITED: dict[str, Phrase] = {
    "documents": lambda n: counted(
        "{n} document is described otherwise", "{n} documents are described otherwise", n
    ),
    "records": lambda n: counted("{n} record is edited", "{n} records are edited", n),
    "events": lambda n: counted("{n} event is edited", "{n} events are edited", n),
}
"""Section to what is said of all else in it: of each thing once."""

_READINGS: dict[str, Phrase] = {
    "date": lambda n: counted("{n} date in a text", "{n} dates in texts", n),
    "quotation": lambda n: counted("{n} quotation", "{n} quotations", n),
    "note": lambda n: counted("{n} note", "{n} notes", n),
}


def summary(changes: Sequence[Change]) -> str:
    """Return what *changes* come to: the archive's contents in one sentence,
    then problems, then how many pages differ."""
    if not changes:
        return _("Nothing changes in the archive.")
    sentences = [_listed(_contents(changes)), _listed(_problems(changes))]
    pages = sum(1 for change in changes if change.section == "pages")
    if pages:
        sentences.append(counted("{n} page differs", "{n} pages differ", pages))
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _contents(changes: Sequence[Change]) -> list[str]:
    out = [_of_section(section, [c for c in changes if c.section == section]) for section in _ORDER]
    phrases = [phrase for own in out for phrase in own]
    if any(c.what == "collection-changed" for c in changes):
        phrases.append(_("what archive.yml says of the whole changes"))
    return phrases


_ORDER = ("documents", "records", "events", "mentions", "readings", "accounts", "relations")


def _of_section(section: str, changes: Sequence[Change]) -> list[str]:
    table = _EVENTS if section == "events" else _GAINED
    counts: dict[str, int] = {}
    told: set[str] = set()
    for change in changes:
        if change.what in table:
            counts[change.what] = counts.get(change.what, 0) + max(1, len(change.where))
            told.add(_thing(change))
    out = [phrase(counts[what]) for what, phrase in table.items() if what in counts]
    others = [c for c in changes if c.what not in table and c.what != "collection-changed"]
    if section == "readings":
        return out + _readings(others)
    edited = {_thing(change) for change in others} - told
    return [*out, _EDITED[section](len(edited))] if edited else out


def _readings(changes: Sequence[Change]) -> list[str]:
    out = []
    for kind, phrase in _READINGS.items():
        number = sum(max(1, len(c.where)) for c in changes if c.what.startswith(kind))
        if number:
            out.append(phrase(number) + counted(" changes", " change", number))
    return out


def _thing(change: Change) -> str:
    return change.page or change.subject


def _problems(changes: Iterable[Change]) -> list[str]:
    codes = [change.what for change in changes if change.section == "problems"]
    new, mended = codes.count("problem-added"), codes.count("problem-removed")
    return [
        *([counted("{n} problem is new", "{n} problems are new", new)] if new else ()),
        *([counted("{n} problem is mended", "{n} problems are mended", mended)] if mended else ()),
    ]


def _listed(phrases: Sequence[str]) -> str:
    """Return *phrases* as one sentence without its full stop."""
    if len(phrases) < 2:
        return "".join(phrases)
    return _("{some} and {last}").format(some=", ".join(phrases[:-1]), last=phrases[-1])
