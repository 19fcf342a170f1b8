"""Make the search of a built site: ``site/pagefind/`` and ``site/assets/search/``.

Everything is gathered before anything is written.  The same site gives the same
bytes; files are named after their content or the program's version, but for
``entry.js``.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from regesta.search import catalogue, feed, pagefind_files
from regesta.search.catalogue import Labels
from regesta.search.pagefind_files import ENGINE, SearchError
from regesta.search.part import IndexedPart, index_part
from regesta.search.reading import Page, read_page

BUNDLE = "pagefind"
ASSETS = "assets/search"
SCRIPTS = {
    "search.js": (
        "loader.js", "catalogue.js", "query.js", "matching.js", "passages.js", "form.js",
        "facets.js", "results.js",
    ),
    "highlight.js": ("query.js", "highlight.js"),
}  # fmt: skip
"""Script of the site to the files of ``assets/`` that make it up, in order."""
FORMAT = 2
SMALL = 8_000
"""Bytes up to which a file rides in ``entry.js``: one request less to wait for."""

__all__ = ["IndexReport", "Labels", "SearchError", "index_site"]


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was made: counts, and every file (relative to the site, sorted)."""

    documents: int
    pages: int
    parts: int
    files: tuple[str, ...]


def index_site(
    site: Path, *, labels: Labels | None = None, part_limit: int = feed.PART_PAGES
) -> IndexReport:
    """Index the documents' pages below *site* and write search into it.

    *labels* maps a facet to id to the words shown for it; an id without words
    is shown as it is.  *part_limit* is the number of pages indexed at once.
    The texts wait on the disk for their turn, so that memory does not grow
    with the site.

    Raises :class:`SearchError` if the index cannot be made; the old one stands
    then.
    """
    with tempfile.TemporaryDirectory(prefix="regesta-search-") as waiting:
        folder = Path(waiting)
        pages, members = _fed(site, folder)
        parts = feed.by_period(members, part_limit)
        made = _Bundle(site / BUNDLE)
        try:
            for name, urls in parts.items():
                texts = {url: (folder / url).read_text("utf-8") for url in urls}
                made.add(index_part(name, texts))
            made.finish(pages, labels or {})
        except BaseException:
            made.discard()
            raise
    written = [*made.exchange(), *_write(site / ASSETS, _scripts())]
    return IndexReport(
        documents=len({page.document for page in pages}),
        pages=len(pages),
        parts=len(parts),
        files=tuple(sorted(path.relative_to(site).as_posix() for path in written)),
    )


def _fed(site: Path, folder: Path) -> tuple[list[Page], list[feed.Member]]:
    """Write what Pagefind is to read of each page into *folder*; return the
    pages without their text."""
    pages, members = [], []
    for page in _read_pages(site):
        text = feed.html_for_index(page)
        (folder / page.url).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.url).write_text(text, "utf-8")
        pages.append(replace(page, blocks=()))
        members.append(feed.Member(page.url, page.start, len(text)))
    return pages, members


def _read_pages(site: Path) -> Iterator[Page]:
    own = site / BUNDLE
    for path in sorted(site.rglob("*.html")):
        if own in path.parents or not path.is_file():
            continue
        page = read_page(path.read_text("utf-8"), path.relative_to(site).as_posix())
        if page is not None:
            yield page


class _Bundle:
    """The folder of the index on its way: written beside the one that stands,
    part by part, then exchanged with it."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.new = target.with_name(f"{target.name}.new")
        self.discard()
        self.parts: list[IndexedPart] = []
        self.riding: list[str] = []
        self.names: list[str] = []

    def add(self, part: IndexedPart) -> None:
        """Take in *part*: its files are written, what is small waits."""
        for path, data in part.files.items():
            self._put(path, data)
        script = pagefind_files.chunk_script(part.meta_name, part.meta)
        if len(script) <= SMALL:
            self.riding.append(script)
        else:
            self._put(part.meta_name, part.meta)
            self._put(f"{part.meta_name}.js", script)
        self.parts.append(replace(part, files={}, program={}))
        for path, data in part.program.items():
            if path not in self.names:
                self._put(path, data)

    def finish(self, pages: list[Page], labels: Labels) -> None:
        """Write the catalogue and ``entry.js``."""
        main, apart = catalogue.make(pages, {p.name: p.urls for p in self.parts}, labels)
        main["apart"] = [[name, self._table(name, facet)] for name, facet in apart.items()]
        if not self.parts:
            self._put(ENGINE, "")  # the page asks for it all the same
        entry: dict[str, Any] = {
            "format": FORMAT,
            "parts": [{"name": p.name, "entry": p.entry, "meta": p.meta_name} for p in self.parts],
        }
        script = feed.script("table", "catalogue", main)
        if len(script) <= SMALL:
            self.riding.append(script)
        else:
            entry["catalogue"] = self._table("catalogue", main)
        self._put("entry.js", "".join([*self.riding, feed.script("entry", entry)]))

    def _table(self, name: str, data: dict[str, Any]) -> str:
        """Write *data* packed: on the web as it is, from a folder as a script."""
        content = catalogue.packed(data)
        path = f"{name}.{hashlib.sha256(content).hexdigest()[:10]}"
        self._put(path, content)
        self._put(f"{path}.js", pagefind_files.chunk_script(path, content))
        return path

    def _put(self, path: str, content: str | bytes) -> None:
        _write_file(self.new / path, content)
        self.names.append(path)

    def exchange(self) -> list[Path]:
        """Put the new folder in the place of the old; return its files."""
        if self.target.exists():
            shutil.rmtree(self.target)
        self.new.rename(self.target)
        return [self.target / name for name in self.names]

    def discard(self) -> None:
        """Remove the unfinished folder."""
        if self.new.exists():
            shutil.rmtree(self.new)


def _scripts() -> dict[str, str]:
    folder = resources.files("regesta.search") / "assets"
    return {
        name: "\n".join(_lean((folder / part).read_text("utf-8")) for part in parts)
        for name, parts in SCRIPTS.items()
    }


def _lean(code: str) -> str:
    """Return *code* without indentation and comments that stand alone: a
    quarter less to load.  (No text of several lines stands in our scripts.)"""
    bare = re.sub(r"^[ ]*/\*.*?\*/[ ]*$", "", code, flags=re.MULTILINE | re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def _write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Replace *folder*, which is ours alone, by *files*."""
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        _write_file(folder / name, content)
    return [folder / name for name in files]


def _write_file(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
