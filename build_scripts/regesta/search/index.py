"""Make the search of a built site: ``site/pagefind/`` and ``site/assets/search/``.

Everything is gathered before anything is written.  The same site gives the same
bytes; files are named after their content, but for ``entry.js``.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from regesta.search import feed, pagefind_files
from regesta.search.pagefind_files import SearchError
from regesta.search.reading import Page, read_page

BUNDLE = "pagefind"
ASSETS = "assets/search"
SCRIPTS = {
    "search.js": ("loader.js", "query.js", "matching.js", "passages.js", "form.js", "results.js"),
    "highlight.js": ("query.js", "highlight.js"),
}
"""Script of the site to the files of ``assets/`` that make it up, in order."""
FORMAT = 1

Labels = Mapping[str, Mapping[str, str]]

__all__ = ["IndexReport", "Labels", "SearchError", "index_site"]


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was made: counts, and every file (relative to the site, sorted)."""

    documents: int
    pages: int
    parts: int
    files: tuple[str, ...]


def index_site(
    site: Path, *, labels: Labels | None = None, part_limit: int = feed.PART_LIMIT
) -> IndexReport:
    """Index the documents' pages below *site* and write search into it.

    *labels* maps a facet to id to the words shown for it; an id without words
    is shown as it is.  *part_limit* is the number of pages indexed at once.

    Raises :class:`SearchError` if the index cannot be made; nothing is written
    then.
    """
    pages = _read_pages(site)
    parts = feed.by_period(pages, part_limit)
    files: dict[str, str | bytes] = {}
    listed = []
    names: dict[str, str] = {}
    for name, members in parts.items():
        made, entry, engine = _index_part(name, members)
        files.update(made)
        listed.append(entry)
        names.update(engine)
    if labels:
        names["labels"] = _put(files, "labels", feed.script("labels", _plain(labels)))
    files["entry.js"] = feed.script("entry", {"format": FORMAT, **names, "parts": listed})
    written = _write(site / BUNDLE, files) + _write(site / ASSETS, _scripts())
    return IndexReport(
        documents=len({page.document for page in pages}),
        pages=len(pages),
        parts=len(parts),
        files=tuple(sorted(path.relative_to(site).as_posix() for path in written)),
    )


def _read_pages(site: Path) -> list[Page]:
    own = site / BUNDLE
    out = []
    for path in sorted(site.rglob("*.html")):
        if own in path.parents or not path.is_file():
            continue
        page = read_page(path.read_text("utf-8"), path.relative_to(site).as_posix())
        if page is not None:
            out.append(page)
    return out


def _index_part(
    name: str, pages: Sequence[Page]
) -> tuple[dict[str, str | bytes], dict[str, object], dict[str, str]]:
    """Return path below the bundle → content, the part's entry, and the names
    of the program's files, which are the same for every part."""
    with tempfile.TemporaryDirectory(prefix="regesta-search-") as folder:
        source, output = Path(folder, "pages"), Path(folder, "index")
        _feed(pages, source)
        pagefind_files.run(source, output)
        found = pagefind_files.chunks(output)
        entry = pagefind_files.entry(output)
        engine = pagefind_files.engine_script((output / "pagefind.js").read_text("utf-8"))
        wasm = (output / f"wasm.{pagefind_files.LANGUAGE}.pagefind").read_bytes()
    fragments = pagefind_files.fragment_urls(found)
    missing = [page.url for page in pages if page.url not in fragments]
    if missing:
        raise SearchError(f"Pagefind left out {len(missing)} pages, the first: {missing[0]}")
    files: dict[str, str | bytes] = {
        f"{name}/{path}.js": pagefind_files.chunk_script(f"{name}/{path}", data)
        for path, data in found
    }
    table = _put(files, f"{name}/table", feed.script("table", name, feed.table(pages, fragments)))
    listed: dict[str, object] = {"name": name, "table": table, "entry": entry}
    names = {"engine": _put(files, "engine", engine), "wasm": f"wasm.{_digest(wasm)}"}
    # The program twice: on the web as it is, from a folder as a script.
    files[names["wasm"]] = wasm
    files[names["wasm"] + ".js"] = pagefind_files.chunk_script("wasm", wasm)
    return files, listed, names


def _feed(pages: Sequence[Page], folder: Path) -> None:
    folder.mkdir(parents=True)
    for page in pages:
        path = folder / page.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(feed.html_for_index(page), "utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _put(files: dict[str, str | bytes], stem: str, content: str) -> str:
    """Add *content* under a name that holds its digest; return the name."""
    name = f"{stem}.{_digest(content.encode('utf-8'))}.js"
    files[name] = content
    return name


def _plain(labels: Labels) -> list[list[object]]:
    """Pairs, not an object: no id can then be ``__proto__``."""
    return [
        [facet, [[id, words] for id, words in sorted(values.items())]]
        for facet, values in sorted(labels.items())
    ]


def _scripts() -> dict[str, str | bytes]:
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


def _write(folder: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Replace *folder*, which is ours alone, by *files*."""
    if folder.exists():
        shutil.rmtree(folder)
    out = []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        out.append(path)
    return out
