"""Read what is searched out of a built page: pure, from HTML to data.

A page is a document's if its head says which one
(``<meta data-pagefind-meta="document[content]" content="ID">``).  Searched is
the text of the elements that carry ``data-verbatim``, without ``data-gloss``,
one block per paragraph anchor; where they lack ``data-pagefind-body`` it is
website furniture, which counts for little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

DOCUMENT_MARK = 'data-pagefind-meta="document[content]"'
_VERBATIM = " data-verbatim="
_ANCHOR = re.compile(r"p-[0-9a-f]{8}(-[0-9]+)?")
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*(?:="[^"]*")?)*)>')
_LEAF = (
    r'<(p|li|h[1-6])(?: class="[a-z -]*")?(?: id="(p-[0-9a-f]{8}(?:-[0-9]+)?)")?>'
    r'(?:<a(?: (?!data-)[a-z-]+="[^"]*")* data-gloss=""(?: (?!data-)[a-z-]+="[^"]*")*>[^<]*</a>)?'
    r"([^<]*)</\1>"
)
"""A paragraph, item or heading of words alone, its number before them: most are."""
_LEAF_OR_TAG = re.compile(f"{_LEAF}|{_TAG.pattern}")
_ATTRIBUTE = re.compile(r' ([a-z0-9-]+)(?:="([^"]*)")?')
_UNREAD = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "template"})
"""Elements that an HTML parser reads in a way of their own."""
_INLINE_TARGETS = frozenset({"a", "span"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
    | {"wbr"}
)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph as shown: its anchor (empty where it has none), its text;
    whether it is the title, or website furniture that came with the text."""

    anchor: str
    text: str
    is_title: bool = False
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document.  *url* is relative to the site's root; *facets*
    maps a facet to ids; *start* and *end* are ISO days that bound the date
    (empty: open); *shown_date* is the date in words."""

    url: str
    document: str
    title: str
    start: str = ""
    end: str = ""
    shown_date: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blocks: tuple[TextBlock, ...] = ()


def read_page(html: str, url: str) -> Page | None:
    """Return what is searched of a page, or None if it is no document's or
    asks not to be indexed (a withdrawn document)."""
    if DOCUMENT_MARK not in html:
        return None
    reader = _Reader(html.count(_VERBATIM))
    reader.feed(html[: html.find("</head>")])
    start = html.find(_VERBATIM)
    if start >= 0 and not reader.withheld:
        reader.read_text(html[html.rfind("<", 0, start) :])
    meta = {name: values[0] for name, values in reader.meta.items()}
    if not meta.get("document") or reader.withheld:
        return None
    return Page(
        url=url,
        document=meta["document"],
        title=meta.get("title", ""),
        start=meta.get("from", ""),
        end=meta.get("to", ""),
        shown_date=meta.get("date", ""),
        facets={name: tuple(dict.fromkeys(v)) for name, v in sorted(reader.facets.items())},
        blocks=tuple(
            TextBlock(anchor, text, is_title, is_furniture)
            for anchor, parts, is_title, is_furniture in reader.blocks
            if (text := "".join(parts)).strip()
        ),
    )


class _ReadAll(Exception):
    """The last text container has been read; the rest of the page is ours."""


class _Odd(Exception):
    """HTML that is not written as our pages are."""


class _Reader(HTMLParser):
    """Collects the head's facets and the blocks of the verbatim text.

    Open elements stand on a stack, each with what it switched on: nothing,
    the text, a gloss, or a block.
    """

    def __init__(self, containers: int) -> None:
        super().__init__(convert_charrefs=True)
        self._to_come = containers
        self.meta: dict[str, list[str]] = {}
        self.facets: dict[str, list[str]] = {}
        self.blocks: list[tuple[str, list[str], bool, bool]] = []
        self._in_furniture = False
        self.withheld = False
        self._open: list[tuple[str, str]] = []
        self._texts = 0
        self._glosses = 0
        self._in_block = 0

    def read_text(self, html: str) -> None:
        """Read the text that starts with *html*: tags as our pages hold them at
        once, whatever else there is as HTML parsers do."""
        before = (self._to_come, len(self.blocks))
        try:
            self._read_tags(html)
        except _ReadAll:
            return
        except _Odd:
            self._to_come, self._texts, self._glosses, self._in_block = before[0], 0, 0, 0
            del self.blocks[before[1] :], self._open[:]
        try:
            self.feed(html)
            self.close()
        except _ReadAll:
            pass

    def _read_tags(self, html: str) -> None:
        pieces = iter(_LEAF_OR_TAG.split(html))
        for data, leaf, id, words, end, tag, listed in zip(*[pieces] * 7, strict=False):
            if "<" in data or tag in _UNREAD:
                raise _Odd
            if data:
                self._add(unescape(data) if "&" in data else data)
            if leaf:
                self._read_leaf(leaf, id, unescape(words) if "&" in words else words)
            elif end:
                self.handle_endtag(tag)
            else:
                given = _ATTRIBUTE.findall(listed) if listed else ()
                self.handle_starttag(tag, [(k, unescape(v) if "&" in v else v) for k, v in given])
        raise _Odd

    def _read_leaf(self, tag: str, name: str | None, words: str) -> None:
        """Read an element of words alone, as its tags would be."""
        if not self._texts or self._glosses:
            return
        self._add(" ")
        if name:
            self.blocks.append((name, [words, " "], tag == "h1", self._in_furniture))
            self._start_block("", "")
        else:
            self.blocks[-1][1].extend((words, " "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta":
            self._read_meta(given)
        if tag not in _INLINE:
            self._add(" ")
        if tag in _VOID:
            return
        self._to_come -= "data-verbatim" in given
        if "data-gloss" in given or tag in ("script", "style", "template"):
            self._glosses += 1
            self._open.append((tag, "gloss"))
        elif "data-verbatim" in given:
            self._texts += 1
            self._in_furniture = "data-pagefind-body" not in given
            self._start_block(given.get("id") or "", tag)
            self._open.append((tag, "text"))
        elif self._starts_block(tag, given.get("id") or ""):
            self._start_block(given["id"] or "", tag)
            self._in_block += 1
            self._open.append((tag, "block"))
        else:
            self._open.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._add(" ")
        if not self._open or (
            self._open[-1][0] != tag and all(name != tag for name, _what in self._open)
        ):
            return
        name = ""
        while name != tag:
            name, what = self._open.pop()
            self._glosses -= what == "gloss"
            self._texts -= what == "text"
            self._in_block -= what == "block"
            if what == "block":
                self._start_block("", "")
            if what == "text" and self._to_come <= 0 and not self._texts:
                raise _ReadAll

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, data: str) -> None:
        if self._texts and not self._glosses and self.blocks:
            self.blocks[-1][1].append(data)

    def _starts_block(self, tag: str, name: str) -> bool:
        """An anchor within a line is an old address, not a paragraph."""
        return (
            bool(self._texts)
            and not self._glosses
            and tag not in _INLINE_TARGETS
            and _ANCHOR.fullmatch(name) is not None
        )

    def _start_block(self, name: str, tag: str) -> None:
        anchor = name if _ANCHOR.fullmatch(name) else ""
        self.blocks.append((anchor, [], tag == "h1", self._in_furniture))

    def _read_meta(self, given: Mapping[str, str | None]) -> None:
        if (given.get("name") or "").lower() == "robots":
            self.withheld = "noindex" in (given.get("content") or "").lower()
        for attribute, into in (
            ("data-pagefind-meta", self.meta),
            ("data-pagefind-filter", self.facets),
        ):
            name = (given.get(attribute) or "").removesuffix("[content]")
            value = (given.get("content") or "").strip()
            if name and value:
                into.setdefault(name, []).append(value)
