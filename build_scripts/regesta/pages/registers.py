"""Lists in order of time or of the alphabet, on one page or, where that would
grow too long, on further pages, each of which leads to the one before and after
it.  All are complete without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from regesta.archive.lookups import Lookups
from regesta.pages import markdown, parts
from regesta.pages.front_matter import page
from regesta.pages.layout import listing
from regesta.pages.links import Links
from regesta.pages.parts import Part
from regesta.pages.units import Made, Piece, TooLong

T = TypeVar("T")
Front = Callable[[str], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Own(Generic[T]):
    """What one page shows: *key* is that of its part, "" for the whole; *more*
    is what the page must know besides."""

    key: str
    items: Sequence[T]
    more: str = ""


def _count(items: Sequence[T]) -> str:
    return str(len(items))


def _nothing(_given: object) -> str:
    return ""


def _nothing_above(_items: Sequence[T], _links: Links, _part: Part[T] | None) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """The list *title*, whose first page is at *path* (below ``docs/``) and whose
    further pages are in *folder*.

    *keys* and *weigh* share items out to pages (:func:`regesta.pages.parts.divide`);
    *id* and *item* turn an item into a word and back.  *body* writes what stands
    on one page; *front* makes the front matter out of a title, *above* what
    stands above the items or, of a part that is parted in turn, above the list
    of its parts.  *heading* and *crumb*, the way back, are Markdown.  *name* says
    a part's key in words, *note* (Markdown) what items there are, *more* what
    the page must know that begins with an item; *anchor* gives the place in a
    list of parts that a link to a key goes to.
    """

    title: str
    path: str
    folder: str
    keys: Callable[[T], Sequence[str]]
    id: Callable[[T], str]
    item: Callable[[str], T]
    body: Callable[[Own[T], Links], str]
    front: Front
    weigh: Callable[[T], int] = lambda _item: 60
    name: Callable[[str], str] = parts.period_name
    note: Callable[[Sequence[T]], str] = _count
    anchor: Callable[[str], str] = _nothing
    more: Callable[[T], str] = _nothing
    above: Callable[[Sequence[T], Links, Part[T] | None], str] = _nothing_above
    heading: str = ""
    crumb: Callable[[Links], str] | None = None

    def divided(
        self, items: Sequence[T], lookups: Lookups, too_long: TooLong
    ) -> tuple[Part[T], str]:
        """Share *items* out to pages; return the whole, and what stands on the
        first page where that holds all of it, "" elsewhere."""
        whole = self._parted(items, too_long.__contains__)
        if whole.inner:
            return whole, ""
        more = self.more(items[0]) if items else ""
        body = self.body(Own("", items, more), Links(lookups, self.path))
        if not parts.is_too_long(body, items, parts.LIMIT):
            return whole, body
        return self._parted(items, {self.path, *too_long}.__contains__), ""

    def _parted(self, items: Sequence[T], too_long: Callable[[str], bool]) -> Part[T]:
        def is_too_long(key: str) -> bool:
            return too_long(self._path(key))

        return parts.divide(items, self.keys, self.weigh, is_too_long, limit=parts.LIMIT)

    def _path(self, key: str) -> str:
        return f"{self.folder}/{key}.md" if key else self.path

    def further(self, whole: Part[T], lookups: Lookups) -> Iterator[Made]:
        """Yield every further page: what lists parts, and what holds items as
        pieces."""
        leaves = [part.key for part in whole.leaves()]
        at = {key: number for number, key in enumerate(leaves)}
        for part in whole.below():
            if part.inner:
                yield self._path(part.key), self._contents_page(part, lookups)
                continue
            here = at[part.key]
            yield Piece(
                self._path(part.key), part.key, tuple(map(self.id, part.items)),
                leaves[here - 1] if here else "", "".join(leaves[here + 1 : here + 2]),
                self.more(part.items[0]),
            )  # fmt: skip

    def write(self, piece: Piece, lookups: Lookups) -> str | None:
        """Return the page of *piece*, None where that is too long."""
        items = [self.item(id) for id in piece.items]
        links = Links(lookups, piece.path)
        body = self.body(Own(piece.key, items, piece.more), links)
        if parts.is_too_long(body, items, parts.LIMIT):
            return None
        return self._page(piece.key, items, links, body, None, self._way(piece, links))

    def _contents_page(self, part: Part[T], lookups: Lookups) -> str:
        links = Links(lookups, self._path(part.key))
        return self._page(part.key, part.items, links, self.contents(part, links), part)

    def _page(
        self, key: str, items: Sequence[T], links: Links, body: str, part: Part[T] | None,
        way: str = "",
    ) -> str:  # fmt: skip
        """Return the page of a key: the way back, the title with the part's
        name, *way* to other pages, what stands above, then *body*."""
        crumb = self.crumb(links) if self.crumb else markdown.link(self.title, links.to(self.path))
        sections = [
            f'<p class="crumb" markdown="span">{crumb}</p>',
            f"# {self.heading or self.title}, {markdown.plain(self.name(key))} {{: #title }}",
            f'<p class="lede">{self.note(items)}</p>',
            way,
            self.above(items, links, part),
            body,
            way,
        ]
        front = self.front(f"{self.title}, {self.name(key)}")
        return page(front, "\n\n".join(section for section in sections if section))

    def contents(self, part: Part[T], links: Links) -> str:
        """Return the list of the parts of *part*."""
        return listing((self._row(one, links) for one in part.inner), "index")

    def _row(self, part: Part[T], links: Links) -> str:
        anchor = self.anchor(part.key)
        link = self._link(part.key, links, "{}", f"#{anchor}" if anchor else "")
        row = f"{link} <small>{self.note(part.items)}</small>"
        if not part.inner:
            return row
        # A part that is parted in turn: its pages are one step away from here too.
        inner = " · ".join(self._link(one.key, links) for one in part.inner)
        return f"{row}<br><small>{inner}</small>"

    def _link(self, key: str, links: Links, around: str = "{}", attributes: str = "") -> str:
        label = around.format(markdown.plain(self.name(key)))
        return markdown.link(label, links.to(self._path(key)), attributes)

    def _way(self, piece: Piece, links: Links) -> str:
        """Return the links to the pages before and after one with items."""
        both = [self._link(piece.before, links, "← {}")] if piece.before else []
        both += [self._link(piece.after, links, "{} →")] if piece.after else []
        return f'<p class="crumb" markdown="span">{" · ".join(both)}</p>' if both else ""
