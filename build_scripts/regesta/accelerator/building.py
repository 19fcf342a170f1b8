"""MkDocs' build with its two loops over pages replaced.

MkDocs reads and renders every page, keeps all of them, then writes them.  Here
a page is read, rendered, framed and written in one go, by several processes,
and only its anchors and its links to anchors are kept, to be checked as MkDocs
checks them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
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

from regesta import pool
from regesta.accelerator import page_rendering
from regesta.accelerator.frames import Frames
from regesta.accelerator.kept_pages import Keeping
from regesta.progress import Tell, silent

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
        _replaced(Page, "render", page_rendering.renderer(Page.render, short.targets)),
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a page that is written: its anchors, a line each; its
    links to anchors as (page, anchor, link as written); what was warned of;
    all pages that it links to, where these are known."""

    anchors: str
    links: tuple[tuple[str, str, str], ...] = ()
    records: tuple[tuple[str, int, str], ...] = ()
    targets: frozenset[str] | None = None


class _Short:
    def __init__(self, populate: Any, build: Any, keeping: Keeping | None) -> None:
        self._populate = populate
        self._build = build
        self._keeping = keeping
        self._done = False
        self.targets: page_rendering.Targets = {}

    def populate(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """Stand in for reading a page: that is done when it is written.

        A page that the nav shows under the page's own title is read at once.
        """
        self._files = files
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
                return _packed(page, records, self.targets.get(page.file.src_uri))

        if self._keeping:
            outcomes = _kept_or_made(doc_files, work, self._keeping)
        else:
            outcomes = _made(doc_files, work, range(len(doc_files)))
        for index in range(len(doc_files)):
            for name, level, message in outcomes[index].records:
                logging.getLogger(name).log(level, "%s", message)
        _keep_broken_links(self._files, doc_files, outcomes)


Outcomes = dict[int, Outcome]
Work = Callable[[int], Outcome]


def _made(
    doc_files: Sequence[File], work: Work, which: Iterable[int], tell: Tell = silent
) -> Outcomes:
    # The largest first, so that no process is left alone with one at the end.
    sizes = {index: Path(doc_files[index].abs_src_path or "").stat().st_size for index in which}
    done = tell("Making the site", len(sizes))
    outcomes: Outcomes = {}
    for index, outcome in pool.each(work, sorted(sizes, key=lambda index: -sizes[index])):
        outcomes[index] = outcome
        done(len(outcomes))
    return outcomes


def _kept_or_made(doc_files: Sequence[File], work: Work, keeping: Keeping) -> Outcomes:
    """Make the pages that are stale; take over the others, which must come
    last: nothing may be written where one stands."""
    number = {file.src_uri: index for index, file in enumerate(doc_files)}
    stale = set(keeping.stale({file.src_uri: file.dest_uri for file in doc_files}))
    outcomes = _made(doc_files, work, [number[uri] for uri in stale], keeping.tell)
    anchors = {doc_files[index].src_uri: outcome.anchors for index, outcome in outcomes.items()}
    more = keeping.stale_too(anchors, number.keys() - stale)
    outcomes |= _made(doc_files, work, [number[uri] for uri in more])
    for index, file in enumerate(doc_files):
        if index in outcomes:
            made = outcomes[index]
            certain = None if made.records else made.targets
            keeping.remember(file.src_uri, made.anchors, certain)
            continue
        known = keeping.known[file.src_uri]
        keeping.now[file.src_uri] = known
        keeping.take(file.dest_uri)
        outcomes[index] = Outcome(known.anchors)
        if file.page:
            _emptied(file.page)
    return outcomes


def pages_without_title(nav: Any) -> set[str]:
    """Return the pages to which mkdocs.yml gives a place in the nav, no title."""
    found: set[str] = set()
    for item in nav if isinstance(nav, list) else []:
        if isinstance(item, str):
            found.add(item)
        elif isinstance(item, dict):
            found = found.union(*map(pages_without_title, item.values()))
    return found


def _packed(
    page: Page, records: list[tuple[str, int, str]], targets: frozenset[str] | None
) -> Outcome:
    anchors = "\n".join(["", *sorted(page.present_anchor_ids or ()), ""])
    links = tuple(
        (file.src_uri, anchor, link)
        for file, found in (page.links_to_anchors or {}).items()
        for anchor, link in found.items()
    )
    _emptied(page)
    return Outcome(anchors, links, tuple(records), targets)


def _emptied(page: Page) -> None:
    """Drop what nothing asks for again: with it every page would stay in memory."""
    page.markdown = page.content = None
    page.meta = {}
    page.present_anchor_ids = page.links_to_anchors = None


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
