"""One part of the index: pages in, files out, and nothing else, so that a part
whose pages have not changed need not be made again."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regesta.search import chunks, following, pagefind_files
from regesta.search.pagefind_files import Fragment, SearchError


@dataclass(frozen=True, slots=True)
class IndexedPart:
    """A part as it is published.

    *folder*, below the bundle, is named after the content of all that is in it;
    *files* maps a path below the bundle to its content; *meta* (in no file
    yet) is Pagefind's list of the part's pages and words; *urls* are the pages
    in the order of that list; *entry* what Pagefind says of the part; *heavy*
    are the words that :mod:`~regesta.search.following` has by what follows.
    *program* holds the files that are the same for every part.
    """

    name: str
    folder: str
    urls: tuple[str, ...]
    entry: dict[str, Any]
    meta_name: str
    meta: bytes
    files: Mapping[str, bytes]
    program: Mapping[str, bytes]
    heavy: tuple[str, ...] = ()


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
    fragments = pagefind_files.fragments(found)
    missing = sorted(set(texts) - {one.url for one in fragments.values()})
    if missing:
        raise SearchError(f"Pagefind left out {len(missing)} pages, the first: {missing[0]}")
    meta, pages, heavy, files = _light(meta_name, meta, found, fragments)
    folder = f"{name}-{_digest([meta, *(data for _path, data in files)])}"
    return IndexedPart(
        name=name,
        folder=folder,
        urls=tuple(fragments[page].url for page in pages),
        entry=entry,
        meta_name=f"{folder}/{meta_name}",
        meta=meta,
        files=dict(_published(folder, files)),
        program=program,
        heavy=tuple(heavy),
    )


Files = list[tuple[str, bytes]]
"""Path in the folder of a part to content, sorted."""


def _light(
    meta_name: str, meta: bytes, found: Sequence[tuple[str, bytes]],
    fragments: Mapping[str, Fragment],
) -> tuple[bytes, list[str], list[str], Files]:  # fmt: skip
    """Return ``pf_meta``, the names that Pagefind gave its pages, the words that
    stand on nearly all of them, and the other files: those of words cut smaller,
    and numbers for names."""
    plain = {
        PurePosixPath(path).stem: pagefind_files.unpacked(path, data)
        for path, data in found
        if path.startswith("index/")
    }
    new_meta, words = chunks.smaller(pagefind_files.unpacked(meta_name, meta), plain, chunks.SIZE)
    new_meta, pages = chunks.numbered(new_meta)
    if set(pages) != set(fragments):
        raise SearchError("Pagefind's list of pages is not of the known form.")
    new_meta, words, heavy = following.with_following(
        new_meta, words, [fragments[page].words for page in pages], following.LEAST
    )
    number = {name: str(n) for n, name in enumerate(pages)}
    files = [(f"index/{n}.pf_index", pagefind_files.packed(data)) for n, data in words.items()]
    files += [
        (f"fragment/{number.get(stem, stem)}.pf_fragment", data)
        for path, data in found
        if path.startswith("fragment/") and (stem := PurePosixPath(path).stem)
    ]
    return pagefind_files.packed(new_meta), pages, heavy, sorted(files)


def _published(folder: str, files: Files) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file as it is for the web, and as a script
    for a folder; a page that was found is a script for both."""
    for path, data in files:
        if path.startswith("index/"):
            yield f"{folder}/{path}", data
        script = pagefind_files.chunk_script(f"{folder}/{path}", data)
        yield f"{folder}/{path}.js", script.encode("ascii")


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for data in contents:
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()[:10]
