"""One part of the index: pages in, files out, and nothing else, so that a part
whose pages have not changed need not be made again."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regesta.search import chunks, pagefind_files
from regesta.search.pagefind_files import SearchError


@dataclass(frozen=True, slots=True)
class IndexedPart:
    """A part as it is published.

    *files* maps a path below the bundle to its content; *meta* (in no file
    yet) is Pagefind's list of the part's pages and words; *urls* are the pages
    in the order of that list; *entry* what Pagefind says of the part.
    *program* holds the files that are the same for every part.
    """

    name: str
    urls: tuple[str, ...]
    entry: dict[str, Any]
    meta_name: str
    meta: bytes
    files: Mapping[str, bytes]
    program: Mapping[str, bytes]


def index_part(name: str, texts: Mapping[str, str]) -> IndexedPart:
    """Index *texts* (url to what Pagefind is to read): the same texts under the
    same *name* give the same part.

    Raises :class:`SearchError` if Pagefind fails or leaves a page out.
    """
    with tempfile.TemporaryDirectory(prefix="regesta-search-") as folder:
        source, output = Path(folder, "pages"), Path(folder, "index")
        for url, text in texts.items():
            path = source / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        pagefind_files.run(source, output)
        found = pagefind_files.chunks(output)
        entry = pagefind_files.entry(output)
        program = pagefind_files.program(output)
    [(meta_name, meta)] = [(n, data) for n, data in found if n.endswith(".pf_meta")]
    addresses = pagefind_files.fragment_urls(found)
    missing = sorted(set(texts) - set(addresses.values()))
    if missing:
        raise SearchError(f"Pagefind left out {len(missing)} pages, the first: {missing[0]}")
    meta, words = _smaller(meta_name, meta, found)
    files = {f"{name}/{path}": data for path, data in words}  # on the web
    for chunk, data in [*words, *((n, d) for n, d in found if n.startswith("fragment/"))]:
        script = pagefind_files.chunk_script(f"{name}/{chunk}", data)
        files[f"{name}/{chunk}.js"] = script.encode("ascii")
    order = pagefind_files.fragments_in_order(meta, set(addresses))
    return IndexedPart(
        name=name,
        urls=tuple(addresses[fragment] for fragment in order),
        entry=entry,
        meta_name=f"{name}/{meta_name}",
        meta=meta,
        files=files,
        program=program,
    )


def _smaller(
    meta_name: str, meta: bytes, found: Sequence[tuple[str, bytes]]
) -> tuple[bytes, list[tuple[str, bytes]]]:
    """Return ``pf_meta`` and the files of words (path, content), cut smaller."""
    plain = {
        PurePosixPath(path).stem: pagefind_files.unpacked(path, data)
        for path, data in found
        if path.startswith("index/")
    }
    new_meta, new = chunks.smaller(pagefind_files.unpacked(meta_name, meta), plain)
    words = [(f"index/{n}.pf_index", pagefind_files.packed(data)) for n, data in new.items()]
    return pagefind_files.packed(new_meta), sorted(words)
