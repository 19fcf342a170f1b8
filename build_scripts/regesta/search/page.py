"""The search page as Markdown: a form that the script fills with results."""

from __future__ import annotations

import json
from html import escape

from regesta.pages.front_matter import inert_title, page
from regesta.pages.wording import _
from regesta.search.pagefind_files import ENGINE

SCRIPT = "assets/search/search.js"
INDEX = ("pagefind/entry.js", f"pagefind/{ENGINE}")
"""What the script would ask for first: named here, it is loaded at the same time."""
HIGHLIGHT_SCRIPT = "assets/search/highlight.js"
"""For the ``head.scripts`` of documents' pages: marks the words searched for."""
FACETS = ("kind", "publisher", "year", "person", "organisation", "place", "topic", "status")


def render(*, generated_from: str = "seeds/archive.yml") -> str:
    """Return ``search.md``.  The words that the script says stand on the page,
    so that they go through the same catalogue as all others."""
    front = {
        "title": inert_title(_("Search")),
        "generated_from": generated_from,
        "section": "search",
        "head": {
            "scripts": [SCRIPT, *INDEX],
            "description": _("Search the documents of this archive."),
        },
    }
    # The heading would otherwise take the id "search", which the form has.
    heading = f"# {_('Search')} {{: #search-title }}"
    return page(front, "\n\n".join([heading, _form(), _without_script(), _how()]))


def words() -> dict[str, object]:
    """Return what the script says, and the facets in their order."""
    names = {
        "kind": _("Type"),
        "publisher": _("Publisher"),
        "year": _("Year"),
        "person": _("People"),
        "organisation": _("Organisations"),
        "place": _("Places"),
        "topic": _("Topics"),
        "status": _("Review"),
    }
    return {
        "facets": [[facet, names[facet]] for facet in FACETS],
        "documents_one": _("{n} document."),
        "documents_many": _("{n} documents."),
        "more_one": _("{n} more"),
        "more_many": _("{n} more"),
        "passages_one": _("and {n} more paragraph of this document"),
        "passages_many": _("and {n} more paragraphs of this document"),
        "undated_one": _("{n} document without a known date is left out by the range of dates."),
        "undated_many": _("{n} documents without a known date are left out by the range of dates."),
        "furniture": _("Website furniture:"),
        "alone": _("Found by itself:"),
        "meant": _("Did you mean"),
        "ways": _("These lead to every document:"),
        "nothing": _("No document answers this search."),
        "hint_phrase": _("Words in quotation marks must stand together exactly so."),
        "hint_fewer": _("All words must stand in the document. Try fewer words."),
        "hint_spelling": _("Try another spelling, or only the beginning of the word."),
        "clear": _("Take away all limits"),
        "failed": _("The search could not be loaded."),
    }


def _form() -> str:
    said = escape(json.dumps(words(), ensure_ascii=True, separators=(",", ":")), quote=True)
    rows = [
        # Hidden until the script shows it: without it the form could do nothing.
        f'<div id="search" hidden data-words="{_inert(said)}">',
        '<form class="search-form" action="search.html" method="get" role="search"'
        f' aria-label="{escape(_("Search the documents"))}">',
        f'<div class="words"><label for="search-q">{_("Words, or a “phrase”")}</label>'
        '<input type="search" id="search-q" name="q" autocomplete="off" spellcheck="false"></div>',
        f'<div><label for="search-from">{_("From")}</label>'
        '<input type="date" id="search-from" name="from"></div>',
        f'<div><label for="search-to">{_("To")}</label>'
        '<input type="date" id="search-to" name="to"></div>',
        f'<div><label for="search-sort">{_("In order of")}</label>'
        '<select id="search-sort" name="sort">'
        f'<option value="relevance">{_("relevance")}</option>'
        f'<option value="date">{_("date, earliest first")}</option>'
        f'<option value="date-desc">{_("date, latest first")}</option></select></div>',
        f'<button type="submit">{_("Search")}</button>',
        "</form>",
        '<p class="search-status" id="search-status" role="status" aria-live="polite"></p>',
        '<div class="search-body">',
        '<ol class="hits" id="results" data-state="idle"></ol>',
        '<div id="search-after"></div>',
        # Whoever hears or tabs through the page comes to what was found first.
        '<details class="facets" id="facets" hidden>'
        f"<summary>{_('Narrow down')}</summary></details>",
        "</div>",
        "</div>",
    ]
    return "\n".join(rows)


def _inert(attribute: str) -> str:
    """Braces as references: no template or attribute list may act on them."""
    return attribute.replace("{", "&#123;").replace("}", "&#125;")


def _without_script() -> str:
    words = _("Searching needs JavaScript. Without it, the indexes lead to every document:")
    links = " · ".join(
        f'<a href="{target}">{label}</a>'
        for target, label in (
            ("documents/index.html", _("Documents")),
            ("people/index.html", _("People")),
            ("organisations/index.html", _("Organisations")),
            ("places/index.html", _("Places")),
            ("topics/index.html", _("Topics")),
            ("chronology/index.html", _("Chronology")),
        )
    )
    # Where a script runs, it shows these ways when nothing is found.
    return f'<p id="ways">{words} {links}</p>'


def _how() -> str:
    lines = [
        _(
            "All words that you type must stand in a document, in any order; the beginning of a "
            "word is enough, from three letters on."
        ),
        _("Words in quotation marks are found only where they stand together exactly so."),
        _("Website furniture that came with a text is searched too; it counts for little."),
        _("Capitals, accents and the style of quotation marks make no difference."),
        _(
            "Two people, organisations, places or topics chosen together must both be named; of "
            "two types, publishers, years or states of review either will do."
        ),
        _(
            "A document whose date is uncertain is found if any day that it may be of falls into "
            "the range."
        ),
    ]
    items = "\n".join(f"<li>{line}</li>" for line in lines)
    return f"<details>\n<summary>{_('How to search')}</summary>\n<ul>\n{items}\n</ul>\n</details>"
