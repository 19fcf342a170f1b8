"""All pages of a site, each read, rendered and written in one go, by several
processes.

What comes back of a page is little; the page is then emptied.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from regesta import pool
from regesta.accelerator.kept_pages import Keeping
from regesta.accelerator.outcomes import Link, Outcome, Outcomes, links, outcome
from regesta.accelerator.page_rendering import Last
from regesta.progress import Tell, silent

LARGE = 60_000
"""Bytes of Markdown from which a page is begun early, so that no process is left
alone with it at the end."""
_NO_ANCHORS: set[str] = set()


@dataclass(frozen=True, slots=True)
class Steps:
    """How a page is read and rendered; how it is written the short way, if that
    is known, and how by MkDocs; and what it links to, once it is rendered.

    *anew* gives a page of its own for a path below ``docs/``, or None where that
    of MkDocs must be taken: to use one is to copy it for the process."""

    populate: Callable[[Page], None]
    write: Callable[[Page], bool]
    build: Callable[[Page], None]
    last: Last
    anew: Callable[[str], Page | None]


def write_all(doc_files: Sequence[File], steps: Steps, keeping: Keeping | None) -> None:
    """Write the pages of *doc_files*; those that *keeping* has are taken over.

    What MkDocs logs of a page is logged in the order of the pages.  Left to each
    page are its broken links to anchors, for MkDocs to warn of.
    """
    writing = _Writing(doc_files, steps)
    if keeping:
        writing.make_or_keep(keeping)
    else:
        writing.make(range(len(doc_files)))
    writing.end()


class _Writing:
    def __init__(self, doc_files: Sequence[File], steps: Steps) -> None:
        self._files, self._steps = doc_files, steps
        self._number = {file.src_uri: index for index, file in enumerate(doc_files)}
        self._uris = list(self._number)
        self._outcomes = Outcomes(self._uris)

    def make(self, which: Iterable[int], tell: Tell = silent) -> None:
        """Make pages, those of a folder one after another, for what they link
        to is looked up once for each folder."""
        sizes = {i: Path(self._files[i].abs_src_path or "").stat().st_size for i in which}
        order = sorted(sizes, key=lambda i: (-sizes[i] if sizes[i] > LARGE else 0, i))
        done = tell("Making the site", len(sizes))
        life = 2 * pool.LIFE  # each process renders the frames of pages anew
        for count, (index, made) in enumerate(pool.each(self._made, order, life), 1):
            self._outcomes.add(index, made)
            done(count)

    def make_or_keep(self, keeping: Keeping) -> None:
        """Make the pages that are stale; take over the others, which must come
        last: nothing may be written where one stands."""
        stale = set(keeping.stale({file.src_uri: file.dest_uri for file in self._files}))
        self.make([self._number[uri] for uri in stale], keeping.tell)
        anchors = {uri: self._outcomes[self._number[uri]].anchors for uri in stale}
        more = keeping.stale_too(anchors, self._number.keys() - stale)
        self.make([self._number[uri] for uri in more])
        for index, file in enumerate(self._files):
            if index in self._outcomes:
                made = self._outcomes[index]
                certain = None if made.records else made.targets
                keeping.remember(file.src_uri, made.anchors, certain)
                continue
            known = keeping.known[file.src_uri]
            keeping.now[file.src_uri] = known
            keeping.take(file.dest_uri)
            # Its links are whole, else it would have been made.
            self._outcomes.add(index, Outcome(known.anchors, targets=b""))
            _emptied(_page(file))

    def end(self) -> None:
        """Log what there was to say; leave to each page its broken links."""
        for index in range(len(self._files)):
            for name, level, message in self._outcomes[index].records:
                logging.getLogger(name).log(level, "%s", message)
        broken = dict(pool.each(self._broken, self._outcomes.suspects()))
        for index, file in enumerate(self._files):
            page = _page(file)
            page.present_anchor_ids = _NO_ANCHORS
            page.links_to_anchors = self._by_file(broken[index]) if index in broken else None

    def _page(self, index: int) -> Page:
        return self._steps.anew(self._uris[index]) or _page(self._files[index])

    def _made(self, index: int) -> Outcome:
        page = self._page(index)
        with _collected() as records:
            self._steps.populate(page)
            if not self._steps.write(page):
                self._steps.build(page)
        made = outcome(page, self._number, records, self._steps.last.links)
        _emptied(page)
        return made

    def _broken(self, index: int) -> list[Link]:
        page = self._page(index)
        with _collected():
            self._steps.populate(page)
        found = [
            (uri, anchor, link)
            for uri, anchor, link in links(page, self._steps.last.links)
            if uri in self._number and self._outcomes.lacks(self._number[uri], anchor)
        ]
        _emptied(page)
        return found

    def _by_file(self, found: Iterable[Link]) -> dict[File, dict[str, str]]:
        out: dict[File, dict[str, str]] = {}
        for uri, anchor, link in found:
            out.setdefault(self._files[self._number[uri]], {})[anchor] = link
        return out


def _page(file: File) -> Page:
    assert file.page is not None
    return file.page


def _emptied(page: Page) -> None:
    """Drop what nothing asks for again: with it every page would stay in memory."""
    page.markdown = page.content = None
    page.meta = {}
    page.present_anchor_ids = page.links_to_anchors = None


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
