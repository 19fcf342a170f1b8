"""MkDocs' build with its two loops over pages replaced.

MkDocs reads and renders every page, keeps all of them, then writes them.  Here
a page is read, rendered, framed and written in one go, by several processes,
and only its anchors and its links to anchors are kept, to be checked as MkDocs
checks them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import mkdocs.commands.build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from regesta.accelerator import page_rendering, pool
from regesta.accelerator.frames import Frames

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
def accelerated(config: MkDocsConfig) -> Iterator[None]:
    """While entered, MkDocs builds *config* the short way, if it :func:`fits`."""
    if not (is_on() and fits(config)):
        yield
        return
    stock = mkdocs.commands.build
    short = _Short(stock._populate_page, stock._build_page)
    with (
        _replaced(Page, "render", page_rendering.renderer(Page.render)),
        _replaced(stock, "_populate_page", short.populate),
        _replaced(stock, "_build_page", short.build),
    ):
        yield


@contextmanager
def _replaced(holder: Any, name: str, by: object) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, by)
    try:
        yield
    finally:
        setattr(holder, name, before)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a page that is written: its anchors, a line each; its
    links to anchors as (page, anchor, link as written); what was warned of."""

    anchors: str
    links: tuple[tuple[str, str, str], ...]
    records: tuple[tuple[str, int, str], ...]


class _Short:
    def __init__(self, populate: Any, build: Any) -> None:
        self._populate = populate
        self._build = build
        self._done = False

    def populate(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Stand in for reading a page: that is done when it is written.

        A page that the nav shows under the page's own title is read at once.
        """
        self._files = files
        if dirty or page.file.src_uri in _untitled(config.nav):
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
            self._write_all(config, doc_files, nav, env)

    def _write_all(
        self, config: MkDocsConfig, doc_files: Sequence[File], nav: Navigation,
        env: jinja2.Environment,
    ) -> None:  # fmt: skip
        frames = Frames(config, doc_files, nav, env)

        def work(index: int) -> Outcome:
            with _collected() as records:
                page = doc_files[index].page
                assert page is not None
                self._populate(page, config, self._files)
                if not frames.write(page):
                    self._build(page, config, doc_files, nav, env)
                return _packed(page, records)

        # The largest first, so that no process is left alone with one at the end.
        sizes = [Path(file.abs_src_path or "").stat().st_size for file in doc_files]
        order = sorted(range(len(doc_files)), key=lambda index: -sizes[index])
        outcomes = dict(pool.each(work, order))
        for index in range(len(doc_files)):
            for name, level, message in outcomes[index].records:
                logging.getLogger(name).log(level, "%s", message)
        _keep_broken_links(self._files, doc_files, outcomes)


def _untitled(nav: Any) -> set[str]:
    """Return the pages to which mkdocs.yml gives a place in the nav, no title."""
    found: set[str] = set()
    for item in nav if isinstance(nav, list) else []:
        if isinstance(item, str):
            found.add(item)
        elif isinstance(item, dict):
            found = found.union(*map(_untitled, item.values()))
    return found


def _packed(page: Page, records: list[tuple[str, int, str]]) -> Outcome:
    anchors = "\n".join(["", *sorted(page.present_anchor_ids or ()), ""])
    links = tuple(
        (file.src_uri, anchor, link)
        for file, found in (page.links_to_anchors or {}).items()
        for anchor, link in found.items()
    )
    # Nothing asks for these again; with them every page would stay in memory.
    page.markdown = page.content = None
    page.meta = {}
    page.present_anchor_ids = page.links_to_anchors = None
    return Outcome(anchors, links, tuple(records))


def _keep_broken_links(
    files: Files, doc_files: Sequence[File], outcomes: dict[int, Outcome]
) -> None:
    """Leave to each page the links whose anchor is missing: MkDocs, which
    checks links when all pages are written, then says the same as ever."""
    anchors = {doc_files[index].src_uri: found.anchors for index, found in outcomes.items()}
    for index, outcome in outcomes.items():
        broken: dict[File, dict[str, str]] = {}
        for uri, anchor, link in outcome.links:
            if uri in anchors and f"\n{anchor}\n" not in anchors[uri]:
                file = files.get_file_from_path(uri)
                assert file is not None
                broken.setdefault(file, {})[anchor] = link
        page = doc_files[index].page
        assert page is not None
        page.links_to_anchors = broken
        page.present_anchor_ids = set()


@contextmanager
def _collected() -> Iterator[list[tuple[str, int, str]]]:
    """Collect what MkDocs logs from INFO up, instead of saying it."""
    records: list[tuple[str, int, str]] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append((record.name, record.levelno, record.getMessage()))

    logger = logging.getLogger("mkdocs")
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [Collector(logging.INFO)], False
    try:
        yield records
    finally:
        logger.handlers, logger.propagate = handlers, propagate
