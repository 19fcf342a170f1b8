"""The further pages of one that would grow too long: the list of them, and how
each leads to the one before and after it.  All are complete without a script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta.pages import markdown
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.parts import Part, period_name

T = TypeVar("T")


def _count(part: Part[T]) -> str:
    return str(len(part.items))


def _nowhere(_key: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FurtherPages(Generic[T]):
    """The parts of *whole* as pages in *folder* (below ``docs/``).

    *name* says a part's key in words, *note* (Markdown) what it holds;
    *anchor* gives the place in a list of parts that a link to a key goes to.
    """

    whole: Part[T]
    folder: str
    name: Callable[[str], str] = period_name
    note: Callable[[Part[T]], str] = _count
    anchor: Callable[[str], str] = _nowhere

    def path(self, part: Part[T]) -> str:
        """Return the path of the page of *part*, below ``docs/``."""
        return f"{self.folder}/{part.key}.md"

    def contents(self, part: Part[T], links: Links) -> str:
        """Return the list of the parts of *part*."""
        return listing((self._row(one, links) for one in part.inner), "index")

    def _row(self, part: Part[T], links: Links) -> str:
        anchor = self.anchor(part.key)
        link = self._link(part, links, "{}", f"#{anchor}" if anchor else "")
        row = f"{link} <small>{self.note(part)}</small>"
        if not part.inner:
            return row
        # A part that is parted in turn: its pages are one step away from here too.
        return (
            row + f"<br><small>{' · '.join(self._link(one, links) for one in part.inner)}</small>"
        )

    def _link(self, part: Part[T], links: Links, around: str = "{}", attributes: str = "") -> str:
        label = around.format(markdown.plain(self.name(part.key)))
        return markdown.link(label, links.to(self.path(part)), attributes)

    def body(self, part: Part[T], links: Links, crumb: str, title: str, before: str = "") -> str:
        """Return what stands on the page of *part*: the way back (*crumb*), the
        *title* with the part's name, *before*, then the items or the list of
        the part's own parts; all are Markdown."""
        to_others = self._way(part, links)
        sections = [
            f'<p class="crumb" markdown="span">{crumb}</p>',
            f"# {title}, {markdown.plain(self.name(part.key))} {{: #title }}",
            f'<p class="lede">{self.note(part)}</p>',
            to_others,
            before,
            part.body or self.contents(part, links),
            to_others,
        ]
        return "\n\n".join(section for section in sections if section)

    def _way(self, part: Part[T], links: Links) -> str:
        """Return the links to the pages before and after one with items."""
        if part.inner:
            return ""
        pages = list(self.whole.leaves())
        at = pages.index(part)
        both = [self._link(pages[at - 1], links, "← {}")] if at else []
        both += [self._link(one, links, "{} →") for one in pages[at + 1 : at + 2]]
        return f'<p class="crumb" markdown="span">{" · ".join(both)}</p>' if both else ""
