"""What the archive says about a document: in its head for programs, under its
text for readers, each with the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regesta import edtf
from regesta.archive.lookups import Lookups
from regesta.exports import citations
from regesta.model import Document, Evidence
from regesta.pages import cite, correcting, markdown, source_text, vocabulary
from regesta.pages.layout import facts, folded, listing
from regesta.pages.links import Links, document_path
from regesta.pages.wording import _, counted, noted
from regesta.whitespace import fold

SCRIPTS = ("assets/js/cards.js", "assets/js/copy.js", "assets/js/wanted.js")

VERIFY = noted(
    "Recomputes the digest of the text as this page shows it and compares it with the source’s."
)
MACHINE = noted("Worked out by a rule; nobody has checked it.")


def head(document: Document, lookups: Lookups) -> dict[str, Any]:
    """Return what the theme writes into the page's head: a description,
    Dublin Core terms, Highwire tags, JSON-LD and the search's facets."""
    title = fold(document.title.text)
    publisher = document.publisher.name if document.publisher.basis != "unknown" else ""
    day = citations.whole_value(document.date)
    citation: dict[str, Any] = {"title": title}
    terms: dict[str, Any] = {"title": title, "identifier": document.id}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": title,
    }
    if publisher:
        terms["publisher"] = citation["publisher"] = publisher
        data["publisher"] = {"@type": "Organization", "name": publisher}
    if day:
        terms["date"] = data["datePublished"] = day
        citation["publication_date"] = day.replace("-", "/")
    if document.language:
        terms["language"] = citation["language"] = data["inLanguage"] = document.language
    if document.type:
        terms["type"] = document.type
    if document.rights.statement:
        terms["rights"] = data["license"] = document.rights.statement
    return {
        "description": _description(document, lookups),
        "robots": "noindex" if document.withdrawn else "",
        "dcterms": terms,
        "citation": citation,
        "jsonld": data,
        "facets": facets(document, lookups),
        "cite": citations.chicago(document, lookups.archive.collection, lookups.label(document)),
        "scripts": list(SCRIPTS),
        "sort": {
            "date": edtf.iso_day(document.date.earliest) if document.date.earliest else "9999"
        },
        "result": {
            "title": title if document.title.span else f"[{title}]",
            "document": document.id,
            "date": vocabulary.date_words(document.date),
            "from": edtf.iso_day(document.date.earliest) if document.date.earliest else "",
            "to": edtf.iso_day(document.date.latest) if document.date.latest else "",
            "kind": vocabulary.document_type(document.type),
            "publisher": vocabulary.publisher(document),
        },
    }


def _description(document: Document, lookups: Lookups) -> str:
    parts = [
        vocabulary.document_type(document.type),
        vocabulary.publisher(document),
        vocabulary.date_words(document.date),
    ]
    return f"{'; '.join(fold(p) for p in parts)}. {fold(lookups.archive.collection.title)}"


def facets(document: Document, lookups: Lookups) -> dict[str, list[str]]:
    """Return facet to values (ids) of *document*, for the search page."""
    out: dict[str, list[str]] = {
        "kind": [document.type or "unknown"],
        "publisher": [document.publisher.id or "unknown"],
        "year": _years(document),
        "status": [document.status],
    }
    shown = bool(source_text.visible_blocks(document))
    for kind in ("person", "organisation", "place", "topic"):
        entities = lookups.archive.entities
        ids = {
            m.entities[0]
            for m in document.mentions
            if shown and len(m.entities) == 1 and m.entities[0] in entities
        }
        out[kind] = sorted(id for id in ids if entities[id].kind == kind)
    return out


def _years(document: Document) -> list[str]:
    first, last = document.date.earliest, document.date.latest
    if first is None or last is None:
        return ["unknown"]
    return [f"{year:04d}" for year in range(first.year, min(last.year, first.year + 9) + 1)]


def about(document: Document, links: Links) -> list[str]:
    """Return the parts under "About this document"."""
    parts = [f"## {_('About this document')} {{: #about }}"]
    parts.append(_dates(document, links))
    parts.append(_description_with_evidence(document, links))
    parts.append(_rights(document, links))
    if document.sha256:
        parts.append(_file(document))
    parts.append(_relations(document, links))
    parts.append(_history(document))
    parts.append(cite.section(document, links))
    parts.append(correcting.of_document(document, links))
    parts.append(_concern(document, links))
    return parts


def about_part(document: Document, number: int, links: Links) -> list[str]:
    """Return what stands under a further part of a long text; the rest is on
    the document's first page."""
    first = links.to(document_path(document), "about")
    return [
        f"## {_('About this document')} {{: #about }}",
        f"{markdown.link(_('Publisher, date, rights and history'), first)}",
        _dates(document, links),
        _file(document) if document.sha256 else "",
        cite.section(document, links, number),
    ]


def evidence(items: Iterable[Evidence], links: Links) -> str:
    """Return evidence as one line of Markdown, each with its passage."""
    shown = []
    for item in items:
        reference = links.passage(item.passage)
        reason = markdown.plain(item.reason)
        shown.append(f"{reason} {reference}".strip() if reference else reason)
    return "<br>".join(part for part in shown if part)


def _dates(document: Document, links: Links) -> str:
    if not document.dates or not source_text.visible_blocks(document):
        return ""
    rows = []
    for n, date in enumerate(document.dates):
        words = markdown.plain(date.span.of(document.text))
        value = (
            markdown.plain(edtf.speak(date.when.edtf)) if date.when.edtf else _("not worked out")
        )
        reason = markdown.plain(date.reason)
        quoted = vocabulary.quoted(document, words)
        rows.append(
            f"{quoted}&#160;{links.reference(document, date.span.start)} = "
            f'<span id="date-{n}">**{value}** <small>{reason}</small></span>'
        )
    number = counted("{n} in the text", "{n} in the text", len(rows))
    return folded(_("Dates in the text"), number, listing(rows), "dates")


def _description_with_evidence(document: Document, links: Links) -> str:
    title = _("In the text") if document.title.span else _("Supplied: the text has none")
    rows = [(_("Title"), _joined(title, evidence(document.title.evidence, links)))]
    publisher = markdown.plain(vocabulary.publisher(document))
    basis = {
        "stated": _("stated in the text"),
        "supplied": _("supplied by an editor"),
        "unknown": "",
    }[document.publisher.basis]
    shown = f"{publisher}, {basis}" if basis else publisher
    rows.append((_("Publisher"), _joined(shown, evidence(document.publisher.evidence, links))))
    if document.publisher.taken_from:
        rows.append((_("Taken from"), links.by_id(document.publisher.taken_from)))
    spoken = markdown.plain(vocabulary.date_words(document.date))
    date = f"{spoken}, {vocabulary.how_known(document.date)}"
    if document.date.conflict:
        date += f"<br>{_('In conflict')}: {markdown.plain(document.date.conflict)}"
    rows.append(
        (
            f'<span id="about-date">{_("Date")}</span>',
            _joined(date, evidence(document.date.evidence, links)),
        )
    )
    rows.append((_("Type"), markdown.plain(vocabulary.document_type(document.type))))
    rows.append((_("Language"), markdown.plain(vocabulary.language(document.language))))
    if document.status == "machine":
        rows.append((_("Who says so"), _(MACHINE)))
    else:
        rows.append((_("Who says so"), vocabulary.origin_of(document.status)))
    return folded(
        _("Title, publisher and date"), _("with the evidence"), facts(rows), "description"
    )


def _joined(first: str, rest: str) -> str:
    return f"{first}<br><small>{rest}</small>" if rest else first


def _rights(document: Document, links: Links) -> str:
    rights = document.rights
    name = markdown.plain(vocabulary.rights(rights.statement))
    if rights.statement.startswith(("http://", "https://")):
        name = f'<a href="{markdown.attribute(rights.statement)}" rel="license">{name}</a>'
    rows = [(_("Statement"), name)]
    if rights.why:
        rows.append((_("Why"), markdown.plain(rights.why)))
    if rights.judged_by:
        day = f", {markdown.plain(edtf.speak(rights.judged_on))}" if rights.judged_on else ""
        rows.append((_("Judged by"), markdown.plain(rights.judged_by) + day))
    rows.append((_("Concerns"), markdown.link(_("Rights and takedown"), links.to("rights.md"))))
    return folded(_("Rights"), name if "<a" not in name else "", facts(rows), "rights")


def _file(document: Document) -> str:
    rows = [(_("File"), f"{markdown.plain(document.path)}")]
    if document.source and document.access == "full":
        size = counted("{n} byte", "{n} bytes", len(document.source.data))
        rows[0] = (
            _("File"),
            f"{markdown.plain(document.path)}, {size}, {document.source.encoding}",
        )
    rows.append((_("SHA-256, file"), f"<code>{document.sha256}</code>"))
    if document.received_on or document.received_from:
        day = markdown.plain(edtf.speak(document.received_on)) if document.received_on else ""
        how = markdown.plain(document.received_from)
        rows.append((_("Taken in"), ". ".join(part for part in (day, how) if part)))
    body = facts(rows)
    if source_text.visible_blocks(document):
        body += (
            f'\n\n<p class="verify"><button type="button" class="verify"{_verdicts()}>'
            f"{_('Verify')}</button> "
            f'<span class="verify-result" role="status">'
            f"{_(VERIFY)}"
            "</span></p>"
        )
    return folded(_("File and digest"), "", body, "verify")


def _verdicts() -> str:
    """Return what the script says of the digest, as attributes of its button."""
    words = {
        "agrees": _("The text shown here has the published digest."),
        "differs": _("The text shown here does NOT have the published digest."),
        "none": _("This page publishes no digest of its text."),
        "impossible": _(
            "This browser computes digests only on https, on localhost and from a folder. "
            "Download the text and compare its SHA-256 instead."
        ),
    }
    return "".join(f' data-{name}="{said}"' for name, said in words.items())


def _relations(document: Document, links: Links) -> str:
    rows = []
    for relation in links.lookups.relations.get(document.id, ()):
        words = vocabulary.RELATIONS[relation.kind]
        if relation.document == document.id:
            other = links.lookups.by_id.get(relation.other) if relation.held else None
            named = links.document(other) if other else markdown.plain(relation.other)
            line = f"{words} {named}"
        else:
            other = links.lookups.by_id[relation.document]
            line = f"{links.document(other)} {words[0].lower()}{words[1:]} {_('this document')}"
        held = "" if relation.held else f" <small>{_('not held here')}</small>"
        sure = "" if relation.certainty == "certain" else f" ({_(relation.certainty)})"
        refs = " · ".join(
            r for r in (links.passage(relation.passage), links.passage(relation.other_passage)) if r
        )
        why = f"<br><small>{markdown.plain(relation.evidence)}</small>" if relation.evidence else ""
        rows.append(f"{line}{sure}{held} {refs}{why}")
    if not rows:
        return ""
    return folded(_("How it stands to other texts"), str(len(rows)), listing(rows), "relations")


def _history(document: Document) -> str:
    if not document.history:
        return ""
    rows = []
    for entry in document.history:
        by = f" <small>{markdown.plain(entry.by)}</small>" if entry.by else ""
        day = markdown.plain(edtf.speak(entry.on)) if entry.on else ""
        rows.append(f"{day}: {markdown.plain(_(entry.what))}{by}")
    return folded(_("History"), "", listing(rows), "history")


def _concern(document: Document, links: Links) -> str:
    collection = links.lookups.archive.collection
    report = markdown.link(_("Report a concern"), links.to("rights.md", "report"))
    contact = f"{_('Contact')}: {markdown.plain(collection.contact)}." if collection.contact else ""
    correct = correcting.way_in()
    return f'<p class="concern" markdown="span">{correct} · {report}. {contact}</p>'
