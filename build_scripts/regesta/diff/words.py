"""A comparison in words: as text, as Markdown for a forge, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from regesta.diff.changes import SECTIONS, Change
from regesta.diff.summary import summary
from regesta.model import Problem
from regesta.pages.wording import _, counted
from regesta.problems import printable

MOST = 20
"""Changes of one section that a report spells out; JSON holds all."""

HEADINGS = {
    "problems": _("Problems"),
    "documents": _("Documents"),
    "records": _("People, organisations, places and topics"),
    "events": _("Events"),
    "mentions": _("Links from names"),
    "readings": _("Dates, quotations and notes"),
    "accounts": _("What is said of events"),
    "relations": _("Ties between documents"),
    "pages": _("Pages that change"),
}

SENTENCES = {
    "problem-added": _("new: {subject}: {after}"),
    "problem-removed": _("mended: {subject}: {before}"),
    "collection-changed": _("archive.yml, {subject}: {before} → {after}"),
    "document-added": _("added: {subject} ({after})"),
    "document-removed": _("gone: {subject} ({before})"),
    "document-renamed": _("has another address: {subject}: {before} → {after}"),
    "document-withdrawn": _("withdrawn: {subject}: {after}"),
    "document-restored": _("back in view: {subject}"),
    "text-changed": _("THE TEXT ITSELF is another: {subject}: {before}… → {after}…"),
    "title-changed": _("title: {before} → {after}"),
    "date-changed": _("date of {subject}: {before} → {after}"),
    "type-changed": _("kind of {subject}: {before} → {after}"),
    "language-changed": _("language of {subject}: {before} → {after}"),
    "publisher-changed": _("publisher of {subject}: {before} → {after}"),
    "rights-changed": _("rights in {subject}: {before} → {after}"),
    "rights-reason-changed": _("why these rights in {subject}: {before} → {after}"),
    "access-changed": _("access to {subject}: {before} → {after}"),
    "document-status-changed": _("status of {subject}: {before} → {after}"),
    "received-changed": _("how {subject} was received: {before} → {after}"),
    "record-added": _("new: {subject} ({after})"),
    "record-removed": _("gone: {subject}"),
    "record-renamed": _("has another address: {subject}: {before} → {after}"),
    "record-merged": _("merged: {subject}: {before} is now {after}"),
    "record-split": _("split: {subject} into {after}"),
    "name-changed": _("name: {before} → {after}"),
    "about-changed": _("line on {subject}: {before} → {after}"),
    "note-changed": _("note on {subject}: {before} → {after}"),
    "location-changed": _("location of {subject}: {before} → {after}"),
    "record-status-changed": _("status of {subject}: {before} → {after}"),
    "event-date-changed": _("date of {subject}: {before} → {after}"),
    "event-place-changed": _("place of {subject}: {before} → {after}"),
    "event-planned-changed": _("{subject}: {before} → {after}"),
    "variant-added": _("{subject}: also called {after}"),
    "variant-removed": _("{subject}: no longer also called {before}"),
    "short-form-added": _("{subject}: short form {after} added"),
    "short-form-removed": _("{subject}: short form {before} removed"),
    "worded-as-added": _("{subject}: worded as {after}"),
    "worded-as-removed": _("{subject}: no longer worded as {before}"),
    "role-added": _("{subject}: office added: {after}"),
    "role-removed": _("{subject}: office removed: {before}"),
    "identifier-added": _("{subject}: identifier added: {after}"),
    "identifier-removed": _("{subject}: identifier removed: {before}"),
    "part-of-added": _("{subject}: part of {after}"),
    "part-of-removed": _("{subject}: no longer part of {before}"),
    "not-same-as-added": _("{subject}: not to be taken for {after}"),
    "not-same-as-removed": _("{subject}: no longer marked as not {before}"),
    "participant-added": _("{subject}: took part: {after}"),
    "participant-removed": _("{subject}: no longer taking part: {before}"),
    "mention-added": _("linked: {subject} → {after}"),
    "mention-removed": _("link lost: {subject} (led to {before})"),
    "mention-changed": _("leads elsewhere: {subject}: {before} → {after}"),
    "mention-other-words": _("link on other words: {subject}, before on {before} (→ {after})"),
    "date-added": _("date read: {subject} = {after}"),
    "date-removed": _("date no longer read: {subject} (= {before})"),
    "date-changed-reading": _("date read otherwise: {subject}: {before} → {after}"),
    "quotation-added": _("quotation: {subject}, said by {after}"),
    "quotation-removed": _("quotation gone: {subject}, said by {before}"),
    "quotation-changed": _("speaker: {subject}: {before} → {after}"),
    "note-added": _("note: {subject}: {after}"),
    "note-removed": _("note gone: {subject}: {before}"),
    "note-changed-reading": _("note: {subject}: {before} → {after}"),
    "account-added": _("told: {subject} → {after}"),
    "account-removed": _("no longer told: {subject} → {before}"),
    "account-changed": _("told otherwise: {subject}: {before} → {after}"),
    "relation-added": _("{subject}: {after}"),
    "relation-removed": _("gone: {subject}: {after}"),
    "page-added": _("new: {subject}"),
    "page-removed": _("gone: {subject}"),
    "page-changed": _("changed: {subject}"),
}
"""Code of a change to the sentence that tells it."""


def text(changes: Sequence[Change]) -> str:
    """Return the report for a terminal."""
    if not changes:
        return summary(changes) + "\n"
    parts = [summary(changes)]
    for section, own in _sections(changes):
        lines = [f"{HEADINGS[section]} ({len(own)})"]
        lines += [f"  {printable(sentence(change))}" for change in own[:MOST]]
        lines += [f"  {_more(own)}"] if len(own) > MOST else []
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def markdown(changes: Sequence[Change], site: str = "") -> str:
    """Return the report for a forge: nothing of the archive's words acts as
    Markdown or HTML.  *site* is the address that pages are linked to."""
    parts = [f"### {_('What this does to the archive')}", escaped(summary(changes))]
    for section, own in _sections(changes):
        lines = [f"- {_linked(change, site)}" for change in own[:MOST]]
        if len(own) > MOST:
            lines.append(f"- {escaped(_more(own))}")
        body = "\n".join(lines)
        head = f"{HEADINGS[section]} ({len(own)})"
        if section == "pages":
            body = f"<details><summary>{head}</summary>\n\n{body}\n\n</details>"
        else:
            body = f"#### {head}\n\n{body}"
        parts.append(body)
    return "\n\n".join(parts) + "\n"


def behind(pages: int) -> str:
    """Say that *pages* of docs/ are older than the seeds, which is no fault."""
    return counted(
        "docs/ is behind seeds/ in {n} page; publishing builds it anew.",
        "docs/ is behind seeds/ in {n} pages; publishing builds it anew.",
        pages,
    )


def about_docs(edited: Sequence[Problem], lagging: int) -> str:
    """Return what a report for a forge says of the files that only a build may
    write; "" where all is well."""
    if not edited:
        return f"\n{escaped(behind(lagging))}\n" if lagging else ""
    lines = [f"- {escaped(one.path)}: {escaped(one.remedy)}" for one in edited[:MOST]]
    if len(edited) > MOST:
        lines.append(f"- {escaped(_('and {n} more').format(n=len(edited) - MOST))}")
    return (
        f"\n#### {_('Files that only a build writes, edited by hand')} ({len(edited)})\n\n"
        + "\n".join(lines)
        + "\n"
    )


def as_json(changes: Sequence[Change]) -> str:
    """Return all changes as JSON: ``summary``, ``counts`` by code, ``changes``."""
    counts: dict[str, int] = {}
    for change in changes:
        counts[change.what] = counts.get(change.what, 0) + 1
    told = {
        "summary": summary(changes),
        "counts": counts,
        "changes": [{**asdict(c), "sentence": sentence(c)} for c in changes],
    }
    return json.dumps(told, ensure_ascii=True, indent=1) + "\n"


def sentence(change: Change) -> str:
    """Return one change in words, on one line."""
    template = SENTENCES.get(f"{change.what}-reading") if change.section == "readings" else None
    words = (template or SENTENCES[change.what]).format(
        subject=change.subject,
        before=_value(change.before),
        after=_value(change.after),
    )
    where = ", ".join(dict.fromkeys(w for w in change.where if w))
    return " ".join(f"{words} [{where}]".split() if where else words.split())


def _sections(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    found = [(s, [c for c in changes if c.section == s]) for s in SECTIONS]
    return [(section, own) for section, own in found if own]


def _more(own: Sequence[Change]) -> str:
    return _("… and {n} more (all of them: --format json)").format(n=len(own) - MOST)


def _value(words: str) -> str:
    if not words:
        return _("nothing")
    return words if len(words) <= 160 else words[:160].rstrip() + "…"


def _linked(change: Change, site: str) -> str:
    words = escaped(sentence(change))
    if site and change.page:
        return f"{words} [{_('page')}]({site.rstrip('/')}/{change.page})"
    return words


def escaped(words: str) -> str:
    """Return *words* with each character that could act as Markdown, HTML, a
    link or a call to a person written as a decimal reference."""
    return re.sub(r"[^\w\s.,;'\"“”‘’()…–—→¶=?/%-]|_", _reference, printable(words))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
