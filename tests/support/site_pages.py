"""Built pages as trees, read as a browser reads them (html5lib)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

BLOCKS = frozenset(
    "p div li td th tr dt dd h1 h2 h3 h4 h5 h6 pre blockquote details summary aside br".split()
)


@dataclass(frozen=True, eq=False)
class Page:
    """A page of a built site; *name* is its path from the site's root."""

    site: Path
    name: str

    @cached_property
    def tree(self) -> Element:
        text = (self.site / self.name).read_text("utf-8")
        return html5lib.parse(text, namespaceHTMLElements=False)

    @cached_property
    def ids(self) -> frozenset[str]:
        """What a fragment may name."""
        named = {element.get("id") for element in self.tree.iter()}
        named |= {element.get("name") for element in self.tree.iter("a")}
        return frozenset(id for id in named if id)

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {id: element for element in self.tree.iter() if (id := element.get("id"))}

    def having(self, *attributes: str) -> Iterator[Element]:
        """Yield the elements that have all of *attributes*, in order."""
        for element in self.tree.iter():
            if all(name in element.attrib for name in attributes):
                yield element

    def target(self, address: str) -> tuple[str, str]:
        """Return (page from the site's root, fragment) of a relative *address*."""
        parts = urlsplit(address)
        if parts.path.startswith("/"):
            path = parts.path.lstrip("/")
        elif parts.path:
            path = str(Path(self.name).parent / unquote(parts.path))
        else:
            path = self.name
        resolved = Path("/", path).parts[1:]
        out: list[str] = []
        for part in resolved:
            if part == "..":
                out.pop()
            elif part != ".":
                out.append(part)
        return "/".join(out), unquote(parts.fragment)


@cache
def pages(site: Path) -> dict[str, Page]:
    """Return every page of *site*, by its path; each is parsed once."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {name: Page(site, name) for name in names}


def words(element: Element) -> str:
    """Return the text of *element* without what is ours in it
    (``data-gloss``), white space folded."""
    return re.sub(r"\s+", " ", "".join(_texts(element))).strip()


def _texts(element: Element) -> Iterator[str]:
    if "data-gloss" in element.attrib:
        return
    if "data-cp" in element.attrib:
        yield "".join(chr(int(code, 16)) for code in element.attrib["data-cp"].split())
        return
    block = element.tag in BLOCKS
    yield " " if block else ""
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield " " if block else ""


def of_class(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements in *element* that have the class *name*."""
    for inner in element.iter():
        if name in (inner.get("class") or "").split():
            yield inner
