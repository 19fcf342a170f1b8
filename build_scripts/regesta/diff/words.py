"""A comparison in words: as text, as Markdown for a forge, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from regesta.diff.changes import SECTIONS, Change
from regesta.diff.summary import summary
from regesta.model import Problem
from regesta.pages.wording import Table, _, counted, noted
from regesta.problems import printable

MOST = 20
"""Changes of one section that a report spells out; JSON holds all."""

HEADINGS = Table(
    {
        "problems": noted("Problems"),
        "documents": noted("Documents"),
        "records": noted("People, organisations, places and topics"),
        "events": noted("Events"),
        "mentions": noted("Links from names"),
        "readings": noted("Dates, quotations and notes"),
        "accounts": noted("What is said of events"),
        "relations": noted("Ties between documents"),
        "pages": noted("Pages that change"),
    }
)

SENTENCES = Table(
    {
        "problem-added": noted("new: {subject}: {after}"),
        "problem-removed": noted("mended: {subject}: {before}"),
        "collection-changed": noted("archive.yml, {subject}: {before} → {after}"),
        "document-added": noted("added: {subject} ({after})"),
        "document-removed": noted("gone: {subject} ({before})"),
        "document-renamed": noted("has another address: {subject}: {before} → {after}"),
        "document-withdrawn": noted("withdrawn: {subject}: {after}"),
        "document-restored": noted("back in view: {subject}"),
        "text-changed": noted("THE TEXT ITSELF is another: {subject}: {before}… → {after}…"),
        "title-changed": noted("title: {before} → {after}"),
        "date-changed": noted("date of {subject}: {before} → {after}"),
        "type-changed": noted("kind of {subject}: {before} → {after}"),
        "language-changed": noted("language of {subject}: {before} → {after}"),
        "publisher-changed": noted("publisher of {subject}: {before} → {after}"),
        "rights-changed": noted("rights in {subject}: {before} → {after}"),
        "rights-reason-changed": noted("why these rights in {subject}: {before} → {after}"),
        "access-changed": noted("access to {subject}: {before} → {after}"),
        "document-status-changed": noted("status of {subject}: {before} → {after}"),
        "received-changed": noted("how {subject} was received: {before} → {after}"),
        "record-added": noted("new: {subject} ({after})"),
        "record-removed": noted("gone: {subject}"),
        "record-renamed": noted("has another address: {subject}: {before} → {after}"),
        "record-merged": noted("merged: {subject}: {before} is now {after}"),
        "record-split": noted("split: {subject} into {after}"),
        "name-changed": noted("name: {before} → {after}"),
        "about-changed": noted("line on {subject}: {before} → {after}"),
        "note-changed": noted("note on {subject}: {before} → {after}"),
        "location-changed": noted("location of {subject}: {before} → {after}"),
        "record-status-changed": noted("status of {subject}: {before} → {after}"),
        "event-date-changed": noted("date of {subject}: {before} → {after}"),
        "event-place-changed": noted("place of {subject}: {before} → {after}"),
        "event-planned-changed": noted("{subject}: {before} → {after}"),
        "variant-added": noted("{subject}: also called {after}"),
        "variant-removed": noted("{subject}: no longer also called {before}"),
        "short-form-added": noted("{subject}: short form {after} added"),
        "short-form-removed": noted("{subject}: short form {before} removed"),
        "worded-as-added": noted("{subject}: worded as {after}"),
        "worded-as-removed": noted("{subject}: no longer worded as {before}"),
        "role-added": noted("{subject}: office added: {after}"),
        "role-removed": noted("{subject}: office removed: {before}"),
        "identifier-added": noted("{subject}: identifier added: {after}"),
        "identifier-removed": noted("{subject}: identifier removed: {before}"),
        "part-of-added": noted("{subject}: part of {after}"),
        "part-of-removed": noted("{subject}: no longer part of {before}"),
        "not-same-as-added": noted("{subject}: not to be taken for {after}"),
        "not-same-as-removed": noted("{subject}: no longer marked as not {before}"),
        "participant-added": noted("{subject}: took part: {after}"),
        "participant-removed": noted("{subject}: no longer taking part: {before}"),
        "mention-added": noted("linked: {subject} → {after}"),
        "mention-removed": noted("link lost: {subject} (led to {before})"),
        "mention-changed": noted("leads elsewhere: {subject}: {before} → {after}"),
        "mention-other-words": noted(
            "link on other words: {subject}, before on {before} (→ {after})"
        ),
        "date-added": noted("date read: {subject} = {after}"),
        "date-removed": noted("date no longer read: {subject} (= {before})"),
        "date-changed-reading": noted("date read otherwise: {subject}: {before} → {after}"),
        "quotation-added": noted("quotation: {subject}, said by {after}"),
        "quotation-removed": noted("quotation gone: {subject}, said by {before}"),
        "quotation-changed": noted("speaker: {subject}: {before} → {after}"),
        "note-added": noted("note: {subject}: {after}"),
        "note-removed": noted("note gone: {subject}: {before}"),
        "note-changed-reading": noted("note: {subject}: {before} → {after}"),
        "account-added": noted("told: {subject} → {after}"),
        "account-removed": noted("no longer told: {subject} → {before}"),
        "account-changed": noted("told otherwise: {subject}: {before} → {after}"),
        "relation-added": noted("{subject}: {after}"),
        "relation-removed": noted("gone: {subject}: {after}"),
        "page-added": noted("new: {subject}"),
        "page-removed": noted("gone: {subject}"),
        "page-changed": noted("changed: {subject}"),
    }
)
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
