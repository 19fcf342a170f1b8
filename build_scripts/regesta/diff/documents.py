"""Documents that came, went, or are described otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.diff.changes import Change, Renamed, Side, checking, narrowed
from regesta.model import Document
from regesta.pages import vocabulary
from regesta.pages.wording import Table, counted, noted
from regesta.whitespace import fold


def changes(old: Side, new: Side, names: Renamed) -> Iterator[Change]:
    """Give what has changed about documents, in the order of their paths."""
    before = {names.document(d.id): d for d in old.archive.documents}
    after = {d.id: d for d in new.archive.documents}
    for id in sorted(before.keys() - after.keys()):
        yield _change("document-removed", before[id], before=before[id].path)
    less = narrowed(old.archive, new.archive, names)
    for id, document in after.items():
        if id in less:
            yield _less_shown(before[id], document)
        elif id in before:
            yield from _described(before[id], document)
        else:
            yield _change("document-added", document, after=_summary(document))


def page(document: Document) -> str:
    """Return the address of the document's page."""
    return f"documents/{document.id}.html"


def title(document: Document) -> str:
    """Return the title on one line; in square brackets where it was supplied."""
    words = fold(document.title.text)
    return words if document.title.span else f"[{words}]"


def _change(what: str, document: Document, *, before: str = "", after: str = "") -> Change:
    return Change("documents", what, title(document), page(document), before, after)


def _summary(document: Document) -> str:
    linked = [m for m in document.mentions if m.entities]
    records = {id for m in linked for id in m.entities}
    return ", ".join(
        (
            vocabulary.document_type(document.type),
            vocabulary.date_words(document.date),
            counted("{n} link", "{n} links", len(linked))
            + counted(" to {n} record", " to {n} records", len(records)),
        )
    )


def _less_shown(old: Document, new: Document) -> Change:
    """Return the one change that all else which differs follows from."""
    if new.withdrawn:
        return _change("document-withdrawn", new, after=new.withdrawn.reason)
    before, after = _ACCESS[old.access], _ACCESS[new.access]
    return _change("access-changed", new, before=before, after=after)


def _described(old: Document, new: Document) -> Iterator[Change]:
    if old.id != new.id:
        yield _change("document-renamed", new, before=old.id, after=new.id)
    if old.withdrawn and not new.withdrawn:
        yield _change("document-restored", new)
    if old.sha256 != new.sha256:
        yield _change("text-changed", new, before=old.sha256[:12], after=new.sha256[:12])
    facts_before, facts_after = _facts(old), _facts(new)
    for what, before in facts_before.items():
        if before != facts_after[what]:
            yield _change(what, new, before=before, after=facts_after[what])


def _facts(document: Document) -> dict[str, str]:
    """Return what is compared, in words: code of the change to value."""
    rights = document.rights
    return {
        "title-changed": title(document),
        "date-changed": _date(document),
        "type-changed": vocabulary.document_type(document.type),
        "language-changed": vocabulary.language(document.language),
        "publisher-changed": vocabulary.publisher(document),
        "rights-changed": vocabulary.rights(rights.statement),
        "rights-reason-changed": rights.why,
        "access-changed": _ACCESS[document.access],
        "document-status-changed": checking(document),
        "received-changed": ", ".join(filter(None, (document.received_on, document.received_from))),
    }


def _date(document: Document) -> str:
    words = vocabulary.date_words(document.date)
    conflict = document.date.conflict
    basis = vocabulary.how_known(document.date)
    return f"{words} ({basis}{'; ' + conflict if conflict else ''})"


_ACCESS = Table(
    {
        "full": noted("shown in full"),
        "excerpt": noted("shown in excerpts"),
        "metadata": noted("described, the text not shown"),
    }
)
