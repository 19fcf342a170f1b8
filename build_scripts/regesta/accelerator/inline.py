"""Inline Markdown as pages of an archive hold it, to HTML.

Links, attribute lists behind them, raw inline tags, character references,
``**strong**`` and words; anything else raises :class:`Unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markdown.util import BLOCK_LEVEL_ELEMENTS

Resolve = Callable[[str], str]
"""From the target of a link as written to the address that HTML holds."""


class Unknown(Exception):
    """Markdown that Python-Markdown itself has to render."""


BLOCK_TAGS = frozenset(BLOCK_LEVEL_ELEMENTS)
"""Tags that are not inline to Python-Markdown."""

RAW = r'</?[a-z][a-z0-9]*(?: [a-z][a-z0-9-]*(?:="[^"<>\n]*")?)*>'
_TOKEN = re.compile(
    # Looking at one class of characters first makes the search three times as fast.
    r"(?=[\[<&*>\]_`\\{}\n!])(?:"
    r"\[(?P<label>[^\[\]\n]+)\]\((?P<target>[^()\s<>\"'\\*_`{}&]*)\)"
    r"(?:\{: (?P<attributes>[^{}&\n]*) \})?"
    rf"|(?P<raw>{RAW})"
    r"|(?P<reference>&(?:#[0-9]+|[a-z]+);)"
    r"|\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*"
    r"|(?P<sign>[&>])"
    r"|(?P<other>[\[\]<*_`\\{}\n])"
    r"|!(?=\[))"
)
_FOLDS = frozenset({"<details>", "</details>", "<summary>", "</summary>"})
_FIELD = re.compile(r"</?(?:option|output)[ >]")
_TAG = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(
    r'\.([A-Za-z][\w-]*)|#([A-Za-z][\w-]*)|([a-z][a-z0-9-]*)="([^"<>&\\*_`\[\]]*)"'
)
_ID = re.compile(r' (?:id|name)="([^"]*)"')
_SIGNS = {"&": "&amp;", ">": "&gt;"}
_ENTITY_LIKE = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)


class Inline:
    """Renders inline Markdown of one page; *ids* collects the anchors seen."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self.ids: set[str] = set()
        self.folds = False  # whether a plain <details> counts as inline here
        self.fields = False  # whether <option> and <output> do

    def render(self, text: str) -> str:
        """Return *text* as HTML; raises :class:`Unknown`."""
        out = []
        position = 0
        for match in _TOKEN.finditer(text):
            out.append(text[position : match.start()])
            position = match.end()
            out.append(self._token(match, text))
        if not position:
            return text
        out.append(text[position:])
        return "".join(out)

    def _token(self, match: re.Match[str], text: str) -> str:
        kind = match.lastgroup
        if kind == "raw":
            return self.raw(match.group())
        if kind == "target" or kind == "attributes":
            return self._link(match, text)
        if kind == "reference":
            return match.group()
        if kind == "strong":
            return f"<strong>{self.render(match['strong'])}</strong>"
        if kind == "sign":
            return self._sign(match, text)
        raise Unknown(match.group())

    def _sign(self, match: re.Match[str], text: str) -> str:
        if _ENTITY_LIKE.match(text, match.start()):
            raise Unknown(text[match.start() : match.start() + 20])
        return _SIGNS[match.group()]

    def raw(self, tag: str) -> str:
        """Return an inline tag as it is written; raises for any other."""
        if self.folds and tag in _FOLDS:
            return tag
        if self.fields and _FIELD.match(tag):
            self.ids.update(_ID.findall(tag))
            return tag
        ids = _ids_of_inline(tag)
        if ids:
            self.ids.update(ids)
        return tag

    def _link(self, match: re.Match[str], text: str) -> str:
        if match["attributes"] is None and text.startswith("{", match.end()):
            raise Unknown(text[match.start() : match.end() + 9])
        before, after = "", ""
        if match["attributes"]:
            id, before, after = _around_href(match["attributes"])
            if id:
                self.ids.add(id)
        address = self._resolve(match["target"])
        return f'<a{before} href="{address}"{after}>{self.render(match["label"])}</a>'


@lru_cache(4096)
def _ids_of_inline(tag: str) -> tuple[str, ...]:
    name = _TAG.match(tag)
    if name is None or name[1] in BLOCK_TAGS or " markdown=" in tag:
        raise Unknown(tag)
    return tuple(_ID.findall(tag))


@lru_cache(4096)
def _around_href(source: str) -> tuple[str, str, str]:
    """Return the id in an attribute list, and what is written of it before
    and after ``href``: attributes stand in the order of their names."""
    given = attributes(source)
    if "href" in given:
        raise Unknown(source)
    before = {name: value for name, value in given.items() if name < "href"}
    after = {name: value for name, value in given.items() if name > "href"}
    return given.get("id", ""), written(before), written(after)


def attributes(source: str) -> dict[str, str]:
    """Return the attributes of an attribute list without its braces."""
    out: dict[str, str] = {}
    position = 0
    for match in _ATTRIBUTE.finditer(source):
        if source[position : match.start()].strip(" "):
            raise Unknown(source)
        position = match.end()
        name, id, key, value = match.groups()
        if name:
            out["class"] = f"{out['class']} {name}" if out.get("class") else name
        else:
            out["id" if id else key] = id or value
    if source[position:].strip(" "):
        raise Unknown(source)
    return out


def written(given: dict[str, str]) -> str:
    """Return attributes as Python-Markdown writes those of an element."""
    return "".join(f' {name}="{value}"' for name, value in sorted(given.items()))
