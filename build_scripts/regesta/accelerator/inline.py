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

_TOKEN = re.compile(
    # Each begins with one known character: the search for these is the fast one.
    r"\[(?P<label>[^\[\]\n]+)\]\((?P<target>[^()\s<>\"'\\*_`{}&]*)\)"
    r"(?:\{(?:: (?P<attributes>[^{}&\n]*) \})?)?"
    # A tag in which Python-Markdown would find code, an escape or a link is none.
    r'|</?[a-z][a-z0-9]*(?: [a-z][a-z0-9-]*(?:="[^"<>\n`\\\[\]]*")?)*>'
    r"|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);"
    r"|\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*"
    r"|&|>|\[|\]|<|\*|_|`|\\|\{|\}|\n|!(?=\[)"
)
_REFERENCE = re.compile(r"&(?:#[0-9]+|[a-z]+);")
_FOLDS = frozenset({"<details>", "</details>", "<summary>", "</summary>"})
_FIELD = re.compile(r"</?(?:option|output)[ >]")
_TAG = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(
    r'\.([A-Za-z][\w-]*)|#([A-Za-z][\w-]*)|([a-z][a-z0-9-]*)="([^"<>&\\*_`\[\]]*)"'
)
_ATTRIBUTES = re.compile(f" *(?:(?>{_ATTRIBUTE.pattern}) *)*+")
_ONLY_ID = re.compile(r"#([A-Za-z][\w-]*)")
_ID = re.compile(r' (?:id|name)="([^"]*)"')
_SIGNS = {"&": "&amp;", ">": "&gt;"}


class Inline:
    """Renders inline Markdown of one page; *ids* collects the anchors seen."""

    def __init__(self, resolve: Resolve) -> None:
        self.resolve = resolve
        self.ids: set[str] = set()
        self.folds = False  # whether a plain <details> counts as inline here
        self.fields = False  # whether <option> and <output> do
        self._known = known = dict(_SIGNS)  # what stands in the page so far, and its HTML
        look, first = known.get, self._first

        def token(match: re.Match[str]) -> str:
            token = match[0]
            return look(token) or first(match, token)

        self._token = token

    def render(self, text: str) -> str:
        """Return *text* as HTML; raises :class:`Unknown`."""
        return _TOKEN.sub(self._token, text)

    def _first(self, match: re.Match[str], token: str) -> str:
        """Return the HTML of what the page has not had before."""
        if len(token) == 1:
            raise Unknown(token)
        if token[0] == "<":
            if self._is_inline_here(token):
                return token
            self.ids.update(_ids_of_inline(token))
            html = token
        elif token[0] == "[":
            html = self._link(match, token)
        elif token[0] == "&":
            if not _REFERENCE.fullmatch(token):
                raise Unknown(token)
            html = token
        else:
            html = f"<strong>{self.render(match['strong'])}</strong>"
        if not (self.folds or self.fields):
            self._known[token] = html
        return html

    def _is_inline_here(self, tag: str) -> bool:
        """Tell whether *tag*, else of a block, is as good as inline here."""
        if self.fields and _FIELD.match(tag):
            self.ids.update(_ID.findall(tag))
            return True
        return self.folds and tag in _FOLDS

    def _link(self, match: re.Match[str], token: str) -> str:
        label, target, given = match.group("label", "target", "attributes")
        if given is None and token[-1] == "{":
            raise Unknown(token)
        before, after = "", ""
        if given:
            id, before, after = _around_href(given)
            if id:
                self.ids.add(id)
        address = self.resolve(target)
        return f'<a{before} href="{address}"{after}>{self.render(label)}</a>'


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
    shown = [(name, f' {name}="{given[name]}"') for name in sorted(given)]
    return (
        given.get("id", ""),
        "".join([one for name, one in shown if name < "href"]),
        "".join([one for name, one in shown if name > "href"]),
    )


def attributes(source: str) -> dict[str, str]:
    """Return the attributes of an attribute list without its braces."""
    if only := _ONLY_ID.fullmatch(source):
        return {"id": only[1]}
    out: dict[str, str] = {}
    if not _ATTRIBUTES.fullmatch(source):
        raise Unknown(source)
    for name, id, key, value in _ATTRIBUTE.findall(source):
        if name:
            out["class"] = f"{out['class']} {name}" if out.get("class") else name
        else:
            out["id" if id else key] = id or value
    return out


def written(given: dict[str, str]) -> str:
    """Return attributes as Python-Markdown writes those of an element."""
    ordered = sorted(given.items()) if len(given) > 1 else given.items()
    return "".join([f' {name}="{value}"' for name, value in ordered])
