"""MkDocs' build with its two loops over pages replaced.

MkDocs reads and renders every page, keeps all of them, then writes them.  Here
a page is read, rendered, framed and written in one go, by several processes,
and only what it takes to check its links is kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from regesta.accelerator import page_rendering
from regesta.accelerator.frames import Frames
from regesta.accelerator.kept_pages import Keeping
from regesta.accelerator.writing import Steps, write_all

SWITCH = "REGESTA_ACCELERATOR"
THEME = Path(__file__).parent.parent / "theme"

_PAGE_EVENTS = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
    "env",
)  # fmt: skip


def is_on() -> bool:
    """Tell whether the switch leaves the accelerator on."""
    return os.environ.get(SWITCH, "").lower() not in ("off", "0", "no", "false")


def fits(config: MkDocsConfig) -> bool:
    """Tell whether *config* is of the kind that is known: the theme of this
    program, unchanged; the five extensions; no plugin that touches pages."""
    if Path(config.theme.dirs[0]).resolve() != THEME.resolve():
        return False
    touched = any(config.plugins.events.get(event) for event in _PAGE_EVENTS)
    return page_rendering.knows(config) and not touched


@contextmanager
def accelerated(config: MkDocsConfig, keeping: Keeping | None = None) -> Iterator[None]:
    """While entered, MkDocs builds *config* the short way, if it :func:`fits`;
    pages that *keeping* has need not be rendered."""
    # Within `regesta build` the plugin of mkdocs.yml has nothing left to do.
    if not (is_on() and fits(config)) or _is_replaced():
        yield
        return
    stock = mkdocs.commands.build
    short = _Short(stock._populate_page, stock._build_page, keeping)
    with (
        _replaced(Page, "render", page_rendering.renderer(Page.render, short.last, short.plain)),
        _replaced(stock, "_populate_page", short.populate),
        _replaced(stock, "_build_page", short.build),
    ):
        yield


def _is_replaced() -> bool:
    return isinstance(getattr(mkdocs.commands.build._build_page, "__self__", None), _Short)


@contextmanager
def _replaced(holder: Any, name: str, by: object) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, by)
    try:
        yield
    finally:
        setattr(holder, name, before)


class _Short:
    def __init__(self, populate: Any, build: Any, keeping: Keeping | None) -> None:
        self._populate = populate
        self._build = build
        self._keeping = keeping
        self._done = False
        self._unread: tuple[Any, Any, str] | None = None
        self.last = page_rendering.Last()
        self.plain: set[str] = set()  # pages of which all is known that MkDocs knows

    def populate(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Stand in for reading a page: that is done when it is written.

        A page that the nav shows under the page's own title is read at once.
        """
        self._files = files
        # Until it is read a page has what all have.
        self._unread = self._unread or (page.toc, page.meta, page.update_date)
        page.toc, page.meta, page.update_date = self._unread
        if dirty or page.file.src_uri in pages_without_title(config.nav):
            self._populate(page, config, files, dirty)

    def build(
        self, page: Page, config: MkDocsConfig, doc_files: Sequence[File], nav: Navigation,
        env: jinja2.Environment, dirty: bool = False, excluded: bool = False,
    ) -> None:  # fmt: skip
        """Stand in for writing a page: the first call writes all of them."""
        if dirty or excluded:
            self._populate(page, config, self._files, dirty)
            self._build(page, config, doc_files, nav, env, dirty, excluded)
        elif not self._done:
            self._done = True
            populate = partial(self._populate, config=config, files=self._files)
            build = partial(self._build, config=config, doc_files=doc_files, nav=nav, env=env)
            if _are_plain(config):
                named = {page.file.src_uri for page in nav.pages}
                self.plain |= {file.src_uri for file in doc_files} - named
            frames = Frames(config, doc_files, nav, env)
            anew = partial(self._anew, config)
            steps = Steps(populate, frames.write, build, self.last, anew)
            self.last.in_page = False
            write_all(doc_files, steps, self._keeping)
            self.last.in_page = True

    def _anew(self, config: MkDocsConfig, uri: str) -> Page | None:
        """Return a page such as MkDocs has for *uri* itself."""
        if uri not in self.plain:
            return None
        file = File(uri, config.docs_dir, config.site_dir, use_directory_urls=False)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return Page(None, file, config)


def _are_plain(config: MkDocsConfig) -> bool:
    """Tell whether files and pages outside the nav are what their path says."""
    events = config.plugins.events
    touched = any(events.get(event) for event in ("files", "nav"))
    edited = config.edit_uri or config.edit_uri_template
    return not (touched or edited or config.use_directory_urls)


def pages_without_title(nav: Any) -> set[str]:
    """Return the pages to which mkdocs.yml gives a place in the nav, no title."""
    found: set[str] = set()
    for item in nav if isinstance(nav, list) else []:
        if isinstance(item, str):
            found.add(item)
        elif isinstance(item, dict):
            found = found.union(*map(pages_without_title, item.values()))
    return found
