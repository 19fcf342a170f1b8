"""The page around the content, rendered once for all pages of a kind.

What differs from page to page is the title, what its head says to programs,
how it is cited, and the content.  The rest depends on the folder, the section
and a few words of the front matter: it is rendered once with marks in the
places of those four, cut at the marks, and joined.  The first page of each kind is rendered
whole as well; where the two are not the same, that kind stays with MkDocs.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_TITLE, _HEAD, _CITE = "regesta-mark-title", "regesta-mark-head", "regesta-mark-cite"
_CONTENT = "<h1 regesta-mark-content>"
_HEAD_LINE = f'\n<meta name="description" content="{_HEAD}">'
_HEAD_TEMPLATE = "partials/head.html"

Frame = tuple[str, str, str, str, str]
"""What stands before the head, between head and title, title and citation,
citation and content, and after it."""


class Frames:
    """Writes pages of one build by joining frame, head, title and content."""

    def __init__(
        self, config: MkDocsConfig, doc_files: Sequence[File], nav: Navigation,
        env: jinja2.Environment,
    ) -> None:  # fmt: skip
        self._config = config
        self._doc_files = doc_files
        self._nav = nav
        self._template = env.get_template("main.html")
        self._head = env.get_template(_HEAD_TEMPLATE)
        self._in_nav = {page.url for page in nav.pages if page.parent or page.is_top_level}
        self._frames: dict[Hashable, Frame | None] = {}

    def write(self, page: Page) -> bool:
        """Write *page*; False where that is left to MkDocs."""
        html = self.joined(page)
        if html is None:
            return False
        target = Path(page.file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))
        return True

    def joined(self, page: Page) -> str | None:
        """Return the whole HTML of *page*, or None where it is not known."""
        key = self._key(page)
        if key is None or page.content is None:
            return None
        if key not in self._frames:
            self._frames[key] = self._made(page)
            if self._joined(page, key) != self.whole(page):
                self._frames[key] = None
        return self._joined(page, key)

    def _key(self, page: Page) -> Hashable | None:
        """Return all that a page's frame depends on, or None for a page that
        is one of its kind: the nav marks it, or its front matter is unusual."""
        meta, head = page.meta, page.meta.get("head")
        if page.url in self._in_nav or page.is_homepage or not isinstance(head, dict):
            return None
        if not isinstance(meta.get("title"), str) or not meta["title"].strip():
            return None
        if meta.get("template") or not head.get("description"):
            return None
        cite = head.get("cite")
        if cite is not None and not (isinstance(cite, str) and cite):
            return None
        folder = page.url.rpartition("/")[0]
        has_heading = "<h1" in (page.content or "")
        return (
            folder, str(meta.get("section")), str(meta.get("lang")), has_heading,
            str(head.get("scripts")), str(head.get("index")), bool(cite),
        )  # fmt: skip

    def _context(self, page: Page) -> Any:
        return get_context(self._nav, self._doc_files, self._config, page)

    def whole(self, page: Page) -> str:
        """Return the HTML of *page* as MkDocs itself gives it."""
        return self._template.render(self._context(page))

    def _made(self, page: Page) -> Frame | None:
        meta, content, canonical = page.meta, page.content, page.canonical_url
        kept = {name: value for name, value in meta["head"].items() if name in ("scripts", "index")}
        cite = {"cite": _CITE} if "cite" in meta["head"] else {}
        try:
            page.meta = {**meta, "title": _TITLE, "head": {**kept, **cite, "description": _HEAD}}
            page.content = _CONTENT if "<h1" in (content or "") else _CONTENT.replace("<h1", "<h0")
            page.canonical_url = None
            whole = self.whole(page)
        finally:
            page.meta, page.content, page.canonical_url = meta, content, canonical
        pieces = []
        for mark in (_HEAD_LINE, _TITLE, *cite.values(), "regesta-mark-content>"):
            piece, found, whole = whole.partition(mark)
            if not found:
                return None
            pieces.append(piece)
        if _TITLE in whole or _TITLE in pieces[-1] or len(pieces[-1]) < 4:
            return None
        before, between, *upto, last = pieces
        return before, between, (upto or [""])[0], last[:-4], whole

    def _joined(self, page: Page, key: Hashable) -> str | None:
        frame = self._frames[key]
        if frame is None:
            return None
        before, between, upto, behind, after = frame
        head = self._head.render(
            head=page.meta["head"], page=page, config=self._config, meta=page.meta
        )
        title = escape(Markup(page.meta["title"]).striptags())
        cite = escape(page.meta["head"].get("cite", ""))
        content = page.content or ""
        return "".join((before, head, between, title, upto, cite, behind, content, after))
