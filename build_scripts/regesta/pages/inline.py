"""One block of source text as Markdown, with its annotations in place.

Marks may overlap in any way; links are never split (a link cannot hold a
link), dates and quotations are closed and opened again around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from regesta.model import Span
from regesta.pages import markdown


class Mark(NamedTuple):
    """Something around a span: *before* and *after* are Markdown.  *after_all*
    is written behind the mark's end, outside any link (a note's letter)."""

    span: Span
    before: str = ""
    after: str = ""
    is_link: bool = False
    after_all: str = ""


def render(
    text: str, span: Span, marks: Iterable[Mark], write: Callable[[str], str] = markdown.text
) -> str:
    """Return ``span`` of *text* with *marks* (clipped to it) around their words.

    Of two links that overlap the first (then the longer) stands.
    """
    clipped = sorted(_clip(span, marks), key=_order)
    if not clipped:
        return write(text[span.start : span.end])
    out: list[str] = []
    stack: list[Mark] = []
    waiting: list[str] = []
    position = span.start

    def advance(to: int) -> None:
        nonlocal position
        if to > position:
            out.append(write(text[position:to]))
            position = to

    def close_until(limit: int) -> None:
        while stack and (end := min(mark.span.end for mark in stack)) <= limit:
            advance(end)
            reopen = _close(stack, end, out, waiting)
            for mark in reopen:
                out.append(mark.before)
                stack.append(mark)
            if not any(mark.is_link for mark in stack):
                out.extend(waiting)
                waiting.clear()

    for start, group in groupby(_without_nested_links(clipped), key=lambda m: m.span.start):
        close_until(start)
        advance(start)
        _open(list(group), stack, out)
    close_until(span.end)
    advance(span.end)
    return "".join(out)


def letters_apart(span: Span, marks: Iterable[Mark]) -> tuple[list[Mark], str]:
    """Return *marks* without the letters of notes that stand in *span*, and
    these by themselves: a heading is called by its words alone."""
    clipped = sorted(_clip(span, marks), key=lambda mark: mark.span.end)
    return [mark._replace(after_all="") for mark in clipped], " ".join(
        mark.after_all for mark in clipped if mark.after_all
    )


def render_each(
    text: str,
    spans: Iterable[Span],
    marks: Iterable[Mark],
    write: Callable[[str], str] = markdown.text,
) -> Iterator[str]:
    """Yield each of *spans* of *text*, as :func:`render` does; they stand in
    order and do not overlap."""
    spans = list(spans)
    for span, own in zip(spans, touching(spans, marks), strict=True):
        yield render(text, span, own, write)


def touching(spans: Iterable[Span], marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Yield for each of *spans*, in order and apart, the marks that touch it."""
    coming = sorted(marks, key=lambda mark: mark.span.start)
    reaching: list[Mark] = []
    index = 0
    for span in spans:
        if reaching:
            reaching = [mark for mark in reaching if mark.span.end > span.start]
        while index < len(coming) and coming[index].span.start < span.end:
            if coming[index].span.end > span.start:
                reaching.append(coming[index])
            index += 1
        yield reaching


def _order(mark: Mark) -> tuple[int, int, bool]:
    return (mark.span.start, -mark.span.end, not mark.is_link)


def _clip(span: Span, marks: Iterable[Mark]) -> Iterable[Mark]:
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        if span.start <= start < end <= span.end:
            yield mark
            continue
        start, end = max(start, span.start), min(end, span.end)
        if start < end:
            behind = mark.after_all if mark.span.end <= span.end else ""
            yield Mark(Span(start, end), mark.before, mark.after, mark.is_link, behind)


def _without_nested_links(marks: Sequence[Mark]) -> Iterable[Mark]:
    end = -1
    for mark in marks:
        if mark.is_link:
            if mark.span.start < end:
                continue
            end = mark.span.end
        yield mark


def _open(group: list[Mark], stack: list[Mark], out: list[str]) -> None:
    """Open the marks that start here, the longest outermost; what would end
    inside a new link is closed before it and opened again within."""
    link = next((mark for mark in group if mark.is_link), None)
    inside: list[Mark] = []
    if link:
        crossing = [m for m in stack if m.span.end < link.span.end]
        if crossing:
            while crossing and stack:
                mark = stack.pop()
                out.append(mark.after)
                inside.append(mark)
                if mark in crossing:
                    crossing.remove(mark)
            inside.reverse()
    both = sorted([*inside, *group], key=lambda m: (-m.span.end, not m.is_link))
    for mark in both:
        out.append(mark.before)
        stack.append(mark)


def _close(stack: list[Mark], end: int, out: list[str], waiting: list[str]) -> list[Mark]:
    """Close the marks that end at *end*; return those to be opened again."""
    reopen: list[Mark] = []
    behind: list[str] = []
    while any(mark.span.end == end for mark in stack):
        mark = stack.pop()
        out.append(mark.after)
        if mark.span.end == end:
            if mark.after_all:
                behind.append(mark.after_all)
        else:
            reopen.insert(0, mark)
    waiting.extend(reversed(behind))  # the outermost's note comes first
    return reopen
