"""Pages about the collection as a whole: finding aid, rights, data."""

from __future__ import annotations

from collections import Counter

from regesta.archive.lookups import Lookups
from regesta.pages import markdown, vocabulary
from regesta.pages.front_matter import page
from regesta.pages.layout import facts, listing, span_words
from regesta.pages.links import Links
from regesta.pages.wording import _, counted, noted


def paragraphs(text: str) -> str:
    """Return free text of archive.yml as paragraphs; a blank line parts them."""
    pieces = [piece for piece in text.replace("\r\n", "\n").split("\n\n") if piece.strip()]
    return "\n\n".join(f'<p class="col" markdown="span">{markdown.plain(p)}</p>' for p in pieces)


def time_span(lookups: Lookups) -> str:
    """Return the first and last day of the documents, in words."""
    return span_words(d.date for d in lookups.archive.documents) or _("dates not known")


def finding_aid(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of the finding aid (ISAD(G) 3.3-3.4: scope,
    arrangement, conditions of access and use; 3.2.4: how it was received)."""
    collection = lookups.archive.collection
    path = "finding-aid.md"
    links = Links(lookups, path)
    parts = [f"# {_('Finding aid')} {{: #title }}"]
    documents = counted("{n} document", "{n} documents", len(lookups.archive.documents))
    size = sum(len(d.source.data) for d in lookups.archive.documents if d.source)
    extent = f"{documents}, {_size(size)}"
    languages = sorted({vocabulary.language(d.language) for d in lookups.archive.documents})
    parts.append(
        facts(
            [
                (_("Title"), markdown.plain(collection.title)),
                (_("Dates"), markdown.plain(time_span(lookups))),
                (_("Extent"), extent),
                (_("Languages"), markdown.plain(", ".join(languages)) or _("not told")),
                (
                    _("Kept by"),
                    markdown.plain(collection.publisher or collection.contact) or _("not stated"),
                ),
            ]
        )
    )
    for title, text in (
        (_("Scope and content"), collection.scope or collection.description),
        (_("Arrangement"), collection.arrangement or _(_ARRANGEMENT)),
        (_("Provenance"), collection.provenance or _("Not recorded.")),
        (_("Conditions of access and use"), collection.access_and_use or _("See each document.")),
    ):
        parts.append(f"## {title}\n\n{paragraphs(text) or _('Not described.')}")
    parts.append(f"## {_('Types of documents')}")
    types = Counter(vocabulary.document_type(d.type) for d in lookups.archive.documents)
    parts.append(facts((markdown.plain(name), str(n)) for name, n in sorted(types.items())))
    parts.append(markdown.link(_("All documents"), links.to("documents/index.md")))
    return path, page(_front(_("Finding aid")), "\n\n".join(parts))


def _size(size: int) -> str:
    """Return a number of bytes as people say it (SI: a kB is a thousand)."""
    if size < 1_000:
        return counted("{n} byte", "{n} bytes", size)
    for words, least in ((_("{n} GB"), 1_000_000_000), (_("{n} MB"), 1_000_000)):
        if size >= least:
            return words.format(n=f"{size / least:.1f}")
    return _("{n} kB").format(n=f"{size / 1_000:.1f}")


_ARRANGEMENT = noted("By file name; the lists on these pages are in order of time.")


def _front(title: str) -> dict[str, object]:
    return {"title": title, "generated_from": "seeds/", "head": {"description": title}}


def rights(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of rights, takedown policy and contact."""
    collection = lookups.archive.collection
    path = "rights.md"
    links = Links(lookups, path)
    parts = [f"# {_('Rights and takedown')} {{: #title }}"]
    parts.append(f"## {_('The documents')} {{: #documents }}")
    for n, uri in enumerate(sorted({d.rights.statement for d in lookups.archive.documents}), 1):
        parts.append(f"### {markdown.plain(vocabulary.rights(uri))} {{: #statement-{n} }}")
        parts.append(_documents_with(uri, lookups, links))
    if collection.records_licence:
        name = markdown.plain(collection.records_licence_name or collection.records_licence)
        address = markdown.attribute(collection.records_licence)
        parts.append(
            f"## {_('Descriptions and annotations')}\n\n"
            f'<p class="col" markdown="span"><a href="{address}" rel="license">{name}</a></p>'
        )
    parts.append(f"## {_('Takedown')} {{: #takedown }}")
    parts.append(paragraphs(collection.takedown) or _("No policy is given."))
    parts.append(f"## {_('Report a concern')} {{: #report }}")
    contact = (
        markdown.plain(collection.contact) if collection.contact else _("No contact is given.")
    )
    ask = _("Name the page and what concerns you: an error, a right, a person’s privacy.")
    parts.append(f'<p class="col" markdown="span">{_("Contact")}: {contact}<br>{ask}</p>')
    return path, page(_front(_("Rights and takedown")), "\n\n".join(parts))


def _documents_with(uri: str, lookups: Lookups, links: Links) -> str:
    documents = [d for d in lookups.in_time if d.rights.statement == uri]
    if len(documents) > 25:
        number = counted("{n} document", "{n} documents", len(documents))
        return f'<p class="col">{number}</p>'
    return listing(links.document(d) for d in documents)


def data(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of what programs may take."""
    path = "data.md"
    rows = [
        (
            '<a href="data/annotations.jsonl">annotations.jsonl</a>',
            _("every document with all its annotations, one a line; offsets count code points"),
        ),
        (
            '<a href="manifest-sha256.txt">manifest-sha256.txt</a>',
            _("digest of every file of this site; check with sha256sum -c"),
        ),
        ('<a href="feed.xml">feed.xml</a>', _("Atom feed of the documents, the newest first")),
    ]
    words = _("Each document’s page offers its text, BibTeX and RIS.")
    body = [f"# {_('Data')} {{: #title }}", facts(rows), f'<p class="col">{words}</p>']
    return path, page(_front(_("Data")), "\n\n".join(body))
