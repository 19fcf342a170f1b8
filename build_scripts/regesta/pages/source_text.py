"""The source text on its page: verbatim, annotated, one paragraph a line.

Containers carry ``data-verbatim`` (SHA-256 of the file), ``data-span`` (code
points) and ``data-text-sha256`` (SHA-256 of the folded slice).  What is ours
inside them is marked ``data-gloss``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from regesta.archive.parting import visible_blocks
from regesta.model import Block, Document, Span
from regesta.pages import markdown
from regesta.pages.inline import Mark, letters_apart, render, render_each
from regesta.pages.wording import _, direction
from regesta.pages.wording import language as spoken
from regesta.whitespace import folded_digest, is_blank

HEAVY_FROM = 10_000
HEAVIEST = 100_000_000
"""Code points of a block times references and marks in it: about half a second."""

LINES = re.compile("[^\n\x0b\x0c\r\x85\u2028\u2029]*(?:\r\n|[\n\x0b\x0c\r\x85\u2028\u2029])?")
"""Lines with their ends.  ``str.splitlines`` also breaks at U+001C to U+001E,
which are no white space here and must not become any."""

Marks = Callable[[Block], Sequence[Mark]]

__all__ = ["body", "is_visible", "residue", "verbatim_attributes", "visible_blocks"]


def verbatim_attributes(
    document: Document, span: Span, part: str = "", *, searchable: bool = True
) -> str:
    """Return the attributes that say of which bytes an element is a copy;
    *part* is the page's among those of the document (``2/5``)."""
    attributes = [
        f'data-verbatim="{document.sha256}"',
        f'data-span="{span.start}-{span.end}"',
        f'data-text-sha256="{folded_digest(span.of(document.text))}"',
    ]
    if part:
        attributes.append(f'data-part="{part}"')
    if searchable:
        attributes.append('data-pagefind-body=""')
    if document.language:
        attributes.append(f'lang="{markdown.attribute(document.language)}"')
        if (own := direction(document.language)) != direction(spoken()):
            attributes.append(f'dir="{own}"')
    return " ".join(attributes)


def is_visible(document: Document, span: Span) -> bool:
    """Tell whether readers may see *span* of *document*."""
    if document.access == "full":
        return document.source is not None and not document.withdrawn
    return any(block.span.contains(span) for block in visible_blocks(document))


def body(
    document: Document,
    blocks: Sequence[Block],
    marks: Marks,
    notes: Mapping[str, str],
    retired: Mapping[str, Sequence[str]],
    part: str = "",
) -> str:
    """Return the text of *document*: runs of neighbouring blocks, each in its
    container.  *notes* maps an anchor to the aside that follows its block,
    *retired* to the anchors that once stood there."""
    out = []
    for run in _runs(document, blocks):
        out.append(_container(document, run, marks, notes, retired, "text", part))
    return "\n\n".join(out)


def residue(
    document: Document,
    blocks: Sequence[Block],
    marks: Marks,
    notes: Mapping[str, str],
    retired: Mapping[str, Sequence[str]],
    part: str = "",
) -> str:
    """Return the website furniture, folded at the end of the text; *notes* and
    *retired* as for :func:`body`."""
    kept = [b for b in blocks if b.kind == "residue"]
    if not kept:
        return ""
    name = "text furniture"
    parts = [_container(document, [b], marks, notes, retired, name, part) for b in kept]
    summary = _("Website furniture that came with the text")
    inner = "\n\n".join(parts)
    return (
        f'<details class="residue" markdown="1">\n'
        f"<summary>{summary} <small>{len(kept)}</small></summary>\n\n{inner}\n\n</details>"
    )


def _runs(document: Document, blocks: Sequence[Block]) -> Iterable[list[Block]]:
    """Group *blocks* that have nothing but white space between them; title and
    residue are shown elsewhere."""
    run: list[Block] = []
    for block in blocks:
        if block.kind in ("title", "residue"):
            continue
        if run and (document.access == "excerpt" or not _touch(document.text, run[-1], block)):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _touch(text: str, before: Block, after: Block) -> bool:
    return is_blank(text[before.span.end : after.span.start])


def _container(
    document: Document,
    run: Sequence[Block],
    marks: Marks,
    notes: Mapping[str, str],
    retired: Mapping[str, Sequence[str]],
    name: str,
    part: str,
) -> str:
    span = Span(run[0].span.start, run[-1].span.end)
    parts = []
    for block in run:
        parts.append(_block(document.text, block, marks(block), retired.get(block.anchor, ())))
        if block.anchor in notes:
            parts.append(notes[block.anchor])
    inner = "\n\n".join(parts)
    attributes = verbatim_attributes(document, span, part, searchable=name == "text")
    return f'<div class="{name}" {attributes} markdown="1">\n\n{inner}\n\n</div>'


def empty_targets(anchors: Iterable[str]) -> str:
    """Return targets for *anchors* that once stood at this place."""
    return "".join(f'<span id="{anchor}" data-gloss=""></span>' for anchor in anchors)


def on_heading(letters: str) -> str:
    """Return the line below a heading that leads to the notes on it, "" where
    there are none."""
    if not letters:
        return ""
    return f'\n\n<p class="letters" data-gloss="">{_("On this heading:")} {letters}</p>'


def _block(text: str, block: Block, marks: Sequence[Mark], retired: Sequence[str]) -> str:
    old = empty_targets(retired)
    match block.kind:
        case "verse" | "table":
            write = markdown.raw if _is_heavy(text, block.span, ()) else markdown.preformatted
            return old + _as_it_is(text, block, block.kind, write)
        case _ if _is_heavy(text, block.span, marks):
            return old + _as_it_is(text, block, "verse", markdown.raw)
        case "list":
            return old + _list(text, block, marks)
        case "heading":
            level = "#" * max(2, min(block.level or 2, 4))
            bare, letters = letters_apart(block.span, marks)
            heading = f"{level} {old}{render(text, block.span, bare)} {{: #{block.anchor} }}"
            return f"{heading}{on_heading(letters)}"
    inner = render(text, block.span, marks)
    if block.number is not None:
        number = markdown.link(
            str(block.number),
            f"#{block.anchor}",
            f'.n data-gloss="" aria-label="{_("paragraph")} {block.number}"',
        )
        return f"{number}{old}{inner}\n{{: #{block.anchor} }}"
    return f"{old}{markdown.line(inner)}\n{{: #{block.anchor} .{block.kind} }}"


def _as_it_is(text: str, block: Block, name: str, write: Callable[[str], str]) -> str:
    inner = write(block.span.of(text))
    number = _number(block)
    if name != "table":
        return f'<pre class="{name}" id="{block.anchor}" tabindex="0">\n{number}{inner}\n</pre>'
    # What scrolls sideways would take its number along.
    pre = f'<pre class="{name}" id="{block.anchor}" tabindex="0">\n{inner}\n</pre>'
    beside = f'<p data-gloss="" markdown="span">{number}</p>\n' if number else ""
    return f'<div class="tabular" markdown="1">\n{beside}{pre}\n</div>'


def _number(block: Block) -> str:
    """Return the number of *block* as HTML, a link to it; "" where it has none."""
    if block.number is None:
        return ""
    return (
        f'<a class="n" data-gloss="" href="#{block.anchor}" '
        f'aria-label="{_("paragraph")} {block.number}">{block.number}</a>'
    )


def _is_heavy(text: str, span: Span, marks: Sequence[Mark]) -> bool:
    """Tell whether Markdown would take long over a block: it copies the whole
    line for each reference and mark in it.  Such a block, which no person
    wrote, is shown line for line and without links."""
    length = span.end - span.start
    if length < HEAVY_FROM:
        return False
    acting = sum(text.count(c, span.start, span.end) for c in markdown.ACTIVE) + len(marks)
    return acting * length > HEAVIEST


def _list(text: str, block: Block, marks: Sequence[Mark]) -> str:
    """One item a line; the source's own list marks are part of the text."""
    lines = LINES.findall(block.span.of(text))
    ends = [*accumulate(map(len, lines), initial=block.span.start)]
    spans = [Span(start, end) for start, end in pairwise(ends)]
    items = [
        f'<li markdown="span">{markdown.line(inner)}</li>'
        for line in render_each(text, spans, marks)
        if (inner := line.strip())
    ]
    items[0] = items[0].replace('markdown="span">', f'markdown="span">{_number(block)}', 1)
    inner = "\n".join(items)
    return f'<ul class="list" id="{block.anchor}" markdown="1">\n{inner}\n</ul>'
