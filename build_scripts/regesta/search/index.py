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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from regesta import pool
from regesta.search import catalogue, feed, pagefind_files
from regesta.search.catalogue import Labels
from regesta.search.keeping import Fed, Keeping, KeptPart, holding
from regesta.search.pagefind_files import ENGINE, SearchError
from regesta.search.part import IndexedPart, index_part
from regesta.search.reading import Page, read_page

BUNDLE = "pagefind"
ASSETS = "assets/search"
SCRIPTS = {
    "search.js": (
        "loader.js", "catalogue.js", "query.js", "matching.js", "passages.js", "form.js",
        "facets.js", "spelling.js",
        "results.js",
    ),
    "highlight.js": ("query.js", "highlight.js"),
}  # fmt: skip
"""Script of the site to the files of ``assets/`` that make it up, in order."""
FORMAT = 4
SMALL = 8_000
"""Bytes up to which a file rides in ``entry.js``: one request less to wait for."""

__all__ = ["IndexReport", "Labels", "SearchError", "index_site"]


Told = Callable[[int], Callable[[int], None]]
"""From how many parts there are to what is told how many are done."""


def _silent(_parts: int) -> Callable[[int], None]:
    return lambda _done: None


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was made: counts, and every file (relative to the site, sorted)."""

    documents: int
    pages: int
    parts: int
    files: tuple[str, ...]


def index_site(
    site: Path, *, labels: Labels | None = None, part_limit: int = feed.PART_PAGES,
    keeping: Keeping | None = None, told: Told = _silent,
) -> IndexReport:  # fmt: skip
    """Index the documents' pages below *site* and write search into it.

    *labels* maps a facet to id to the words shown for it; an id without words
    is shown as it is.  *part_limit* is the number of pages indexed at once.
    What *keeping* has of the last build is taken over; *told* is asked, with
    the number of parts, whom to tell how many are done.
    The texts wait on the disk for their turn, so that memory does not grow
    with the site.

    Raises :class:`SearchError` if the index cannot be made; the old one stands
    then.
    """
    keeping = keeping or Keeping()
    with tempfile.TemporaryDirectory(prefix="regesta-search-") as waiting:
        texts = _Texts(site, Path(waiting), keeping)
        fed = texts.feed()
        members = [feed.Member(p.url, p.start, one.size) for p, one in fed]
        parts = feed.by_period(members, part_limit)
        pages = [page for page, _one in fed]
        made = _Bundle(site / BUNDLE)
        done = told(len(parts))
        try:
            for number, (name, urls) in enumerate(parts.items(), 1):
                holds = holding([(url, keeping.now.pages[url]) for url in urls])
                if kept := keeping.part(name, holds, BUNDLE):
                    made.take(kept, keeping)
                else:
                    part = index_part(name, {url: texts.of(url) for url in urls})
                    keeping.remember(holds, part)
                    made.add(part)
                done(number)
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


class _Texts:
    """What Pagefind is to read of each page of *site*; it waits in *folder*."""

    def __init__(self, site: Path, folder: Path, keeping: Keeping) -> None:
        self._site, self._folder, self._keeping = site, folder, keeping

    def feed(self) -> list[tuple[Page, Fed]]:
        """Return the pages that are searched, without their text."""
        found = {url: self._keeping.page(url) for url in self._urls()}
        anew = [url for url, known in found.items() if known is None]
        for index, one in pool.each(lambda index: self._read(anew[index]), range(len(anew))):
            found[anew[index]] = one.sharing_ids()
        self._keeping.now.pages.update((url, one) for url, one in found.items() if one)
        return [(one.page, one) for one in found.values() if one and one.page]

    def of(self, url: str) -> str:
        """Return what is read of the page at *url*."""
        if not (self._folder / url).exists():
            self._read(url)
        return (self._folder / url).read_text("utf-8")

    def _urls(self) -> Iterator[str]:
        own = self._site / BUNDLE
        for path in sorted(self._site.rglob("*.html")):
            if own not in path.parents and path.is_file():
                yield path.relative_to(self._site).as_posix()

    def _read(self, url: str) -> Fed:
        page = read_page((self._site / url).read_text("utf-8"), url)
        if page is None:
            return Fed(None)
        text = feed.html_for_index(page)
        (self._folder / url).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / url).write_text(text, "utf-8")
        return Fed.of(page, text)


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
        self._take_meta(part)
        for path, data in part.program.items():
            if path not in self.names:
                self._put(path, data)

    def take(self, kept: KeptPart, keeping: Keeping) -> None:
        """Take over a part of the last build."""
        keeping.now.parts[kept.part.name] = kept
        program = [path for path in kept.program if path not in self.names]
        for path in (*kept.files, *program):
            target = self.new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            keeping.take(f"{BUNDLE}/{path}", target)
            self.names.append(path)
        self._take_meta(kept.part)

    def _take_meta(self, part: IndexedPart) -> None:
        script = pagefind_files.chunk_script(part.meta_name, part.meta)
        if len(script) <= SMALL:
            self.riding.append(script)
        else:
            self._put(part.meta_name, part.meta)
            self._put(f"{part.meta_name}.js", script)
        self.parts.append(replace(part, files={}, program={}))

    def finish(self, pages: list[Page], labels: Labels) -> None:
        """Write the catalogue and ``entry.js``."""
        main, apart = catalogue.make(pages, {p.name: p.urls for p in self.parts}, labels)
        main["apart"] = [[name, self._table(name, facet)] for name, facet in apart.items()]
        if not self.parts:
            self._put(ENGINE, "")  # the page asks for it all the same
        entry: dict[str, Any] = {
            "format": FORMAT,
            "parts": [
                {"name": p.folder, "entry": p.entry, "meta": p.meta_name, "heavy": p.heavy}
                for p in self.parts
            ],
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
