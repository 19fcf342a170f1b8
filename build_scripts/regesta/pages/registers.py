"""Lists in order of time or of the alphabet, on one page or, where that would
grow too long, on further pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta.archive.lookups import Lookups
from regesta.pages import markdown, parts
from regesta.pages.front_matter import page
from regesta.pages.further_pages import FurtherPages
from regesta.pages.links import Links
from regesta.pages.parts import Part

T = TypeVar("T")
Front = Callable[[str], dict[str, object]]
Keys = Callable[[T], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """Items of the list *title*, whose first page is at *path*.

    *body* writes items as they stand on one page: (key of the part, items,
    links); *least* is what one takes at least, in bytes.  *front* makes the
    front matter out of a title.
    """

    title: str
    path: str
    folder: str
    items: Sequence[T]
    keys: Keys[T]
    body: Callable[[str, Sequence[T], Links], str]
    front: Front
    least: int = 60
    name: Callable[[str], str] = parts.period_name
    note: Callable[[Part[T]], str] = lambda part: str(len(part.items))
    anchor: Callable[[str], str] = lambda key: ""

    def divided(self, lookups: Lookups) -> Part[T]:
        """Share the items out to pages."""

        def body(key: str, own: Sequence[T]) -> str:
            return self.body(key, own, Links(lookups, self._path(key)))

        return parts.divide(self.items, self.keys, body, least=self.least)

    def _path(self, key: str) -> str:
        return f"{self.folder}/{key}.md" if key else self.path

    def _further(self, whole: Part[T]) -> FurtherPages[T]:
        return FurtherPages(whole, self.folder, self.name, self.note, self.anchor)

    def first(self, whole: Part[T], lookups: Lookups) -> str:
        """Return what stands on the first page: all items, or the list of the
        further pages."""
        if not whole.inner:
            return whole.body
        return self._further(whole).contents(whole, Links(lookups, self.path))

    def further(self, whole: Part[T], lookups: Lookups) -> list[tuple[str, str]]:
        """Return (path, text) of every further page."""
        further = self._further(whole)
        pages = []
        for part in whole.below():
            links = Links(lookups, further.path(part))
            crumb = markdown.link(self.title, links.to(self.path))
            body = further.body(part, links, crumb, self.title)
            title = f"{self.title}, {further.name(part.key)}"
            pages.append((links.path, page(self.front(title), body)))
        return pages
