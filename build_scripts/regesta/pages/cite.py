"""How to cite a document: Chicago, BibTeX, RIS, and a citation of the paragraph
that the address names, each to be copied."""

from __future__ import annotations

from regesta.exports import citations
from regesta.model import Document
from regesta.pages import markdown
from regesta.pages.layout import folded
from regesta.pages.links import Links
from regesta.pages.wording import _


def section(document: Document, links: Links, part: int = 1) -> str:
    """Return the section "Cite" of a document's page, or of a part's."""
    lookups = links.lookups
    collection, label = lookups.archive.collection, lookups.label(document)
    chicago = citations.chicago(document, collection, label)
    paragraph = citations.chicago(
        document, collection, label, place="¶{n}", anchor="{anchor}", part=part
    )
    up = "" if part == 1 else "../"
    parts = [
        f'<p class="col citation" id="citation" markdown="span">{markdown.plain(chicago)}</p>',
        f"<p>{_copy('citation')}</p>",
        f'<div id="citation-part" hidden markdown="1">\n<p class="col">'
        f"<strong>{_('This paragraph')}</strong></p>\n"
        f'<p class="col citation" id="citation-paragraph" '
        f'data-template="{markdown.attribute(paragraph)}"></p>\n'
        f"<p>{_copy('citation-paragraph')}</p>\n</div>",
    ]
    for name, ending, text in (
        ("BibTeX", "bib", citations.bibtex(document, collection)),
        ("RIS", "ris", citations.ris(document, collection).replace("\r\n", "\n")),
    ):
        parts.append(f'<p class="col"><strong>{name}</strong></p>')
        parts.append(
            f'<pre class="citation" id="citation-{ending}">\n{markdown.preformatted(text)}</pre>'
        )
        file = f'<a href="{up}{document.id}.{ending}" download>{_("Download")}</a>'
        parts.append(f"<p>{_copy('citation-' + ending)} {file}</p>")
    return folded(_("Cite"), "Chicago, BibTeX, RIS", "\n\n".join(parts), "cite")


def _copy(id: str) -> str:
    return (
        f'<button type="button" data-copy="{id}" data-done="{_("Copied")}" '
        f'data-selected="{_("Selected: copy it with the keyboard")}">{_("Copy")}</button>'
    )
