"""What the pages of a long document have beside its text: which part this is,
the way to the others, and what once stood here."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.archive.parting import Part
from regesta.archive.permanence import Moved
from regesta.model import Document
from regesta.pages import markdown
from regesta.pages.front_matter import inert_title, page
from regesta.pages.layout import folded, listing
from regesta.pages.links import Links, document_path
from regesta.pages.wording import _


def part_words(number: int, total: int) -> str:
    """Return how a part is called: "part 2 of 5"."""
    return _("part {n} of {total}").format(n=number, total=total)


def title_tail(part: Part) -> str:
    """Return what stands behind the title in the head of a further page."""
    return "" if part.number == 1 else f" ({part_words(part.number, part.total)})"


def crumb(document: Document, links: Links) -> str:
    """Return the way from a further page up to the first."""
    documents = markdown.link(_("Documents"), links.to("documents/index.md"))
    return f'<p class="crumb" markdown="span">{documents} › {links.document(document)}</p>'


def heading(document: Document, part: Part, links: Links) -> str:
    """Return the heading of a further page; the title's own words stand on the
    first page alone."""
    words = part_words(part.number, part.total)
    return f"# {links.title(document)} <small>{words}</small> {{: #title }}"


def contents(document: Document, part: Part, links: Links) -> str:
    """Return the list of all parts, on the first page."""
    if part.total == 1 or part.number > 1:
        return ""
    parts = links.lookups.parting(document).parts
    rows = [f"{_link(document, one, links)} <small>{paragraphs(one)}</small>" for one in parts]
    note = _("a long text, on {total} pages").format(total=part.total)
    return folded(_("Parts"), note, listing(rows), "parts")


def paragraphs(part: Part) -> str:
    """Return which paragraphs a part holds: ``¶12–¶40``, or nothing."""
    numbers = [block.number for block in part.blocks if block.number is not None]
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return f"¶{first}" if first == last else f"¶{first}–¶{last}"


def way(document: Document, part: Part, links: Links, *, after: bool = False) -> str:
    """Return the links to the parts before and after; *after*: as they stand
    once more below the text."""
    if part.total == 1:
        return ""
    parts = links.lookups.parting(document).parts
    ways = [f"{part_words(part.number, part.total).capitalize()} <small>{paragraphs(part)}</small>"]
    if part.number > 1:
        ways.append(_link(document, parts[part.number - 2], links, "← {}"))
        ways.append(markdown.link(_("All parts"), links.to(document_path(document), "parts")))
    if part.number < part.total:
        ways.append(_link(document, parts[part.number], links, "{} →"))
    label = _("Parts of this text, again") if after else _("Parts of this text")
    inner = f'<p class="crumb" markdown="span">{" · ".join(ways)}</p>'
    return f'<nav class="parts" aria-label="{label}" markdown="1">\n{inner}\n</nav>'


def _link(document: Document, part: Part, links: Links, around: str = "{}") -> str:
    label = around.format(_("Part {n}").format(n=part.number))
    return markdown.link(label, links.to(document_path(document, part.number)))


def moved_passages(moved: Sequence[Moved], document: Document, links: Links) -> str:
    """Return a link for each passage that once stood on this page, at its old
    anchor, to where it is now."""
    if not moved:
        return ""
    shown = []
    for anchor, number in moved:
        label = _("now in part {n}").format(n=number)
        target = links.to(document_path(document, number), anchor)
        shown.append(markdown.link(label, target, f"#{anchor}"))
    words = _("Passages that once stood on this page")
    return f'<p class="moved" markdown="span">{words}: {" · ".join(shown)}</p>'


def gone(document: Document, number: int, moved: Sequence[Moved], links: Links) -> tuple[str, str]:
    """Return (path below ``docs/``, text) of a page where a part once stood."""
    front = {
        "title": inert_title(document.title.text),
        "generated_from": "seeds/published.tsv",
        "head": {"robots": "noindex", "description": _("Moved")},
    }
    sections = [
        f"# {links.title(document)} {{: #title }}",
        f"{_('This is now')} {links.document(document)}.",
        moved_passages(moved, document, links),
    ]
    body = "\n\n".join(section for section in sections if section)
    return document_path(document, number), page(front, body)
