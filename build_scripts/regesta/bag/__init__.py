"""A bag (RFC 8493, BagIt 1.0): payload, tag files and manifests.

:func:`payload` says what of an archive goes into one: what a build reads, and
the site.  What ``access`` or a withdrawal keeps from readers stays out (the
text itself, and every passage of it in a description or record), and so does
what a build leaves out: nobody knows what it would restrict.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from regesta import publish
from regesta.bag.leaving_out import LeavingOut, is_withheld
from regesta.bag.naming import names
from regesta.bag.tags import DECLARATION, MANIFEST, TAG_MANIFEST, decoded, digest, info, manifest
from regesta.model import Problem
from regesta.seeds import files
from regesta.seeds.documents import MAX_TEXT
from regesta.seeds.files import Found
from regesta.seeds.holdings import Seeds

__all__ = [
    "DECLARATION", "MANIFEST", "TAG_MANIFEST", "Changed", "Read", "decoded", "digest", "info",
    "is_withheld", "manifest", "names", "payload",
]  # fmt: skip

Read = Callable[[], bytes]


class Changed(Exception):
    """A file was changed after it was decided that it may leave the house; its
    path is the argument."""


def payload(
    root: Path, seeds: Seeds, site: Iterable[str], shown: Collection[str]
) -> dict[str, Read]:
    """Return path in the bag (``data/…``) to what gives its bytes, sorted.

    *site* holds the paths of the site's files below ``site/``, *shown* the ids
    of the records that readers are shown: one that rests on withheld words
    alone is none of them, and stays out."""
    found: dict[str, Read] = {
        f"data/site/{name}": (root / "site" / name).read_bytes for name in site
    }
    called = names(seeds)
    for path, data, entry in _seeds(root, seeds, shown):
        inside = called.within(path, data)
        again = partial(_again, entry, digest(data)) if entry and inside == data else None
        found[f"data/{called.of(path)}"] = again or _giving(inside)
    for path, place in _hand_written(root):
        found[f"data/{path}"] = place.read_bytes
    return dict(sorted(found.items()))


def _giving(data: bytes) -> Read:
    return lambda: data


def _again(entry: Found, known: str) -> bytes:
    """Read a file a second time: those of a large archive would fill the memory."""
    data = files.read(entry, MAX_TEXT)
    if isinstance(data, Problem) or digest(data) != known:
        raise Changed(entry.path)
    return data


def _seeds(
    root: Path, seeds: Seeds, shown: Collection[str]
) -> Iterator[tuple[str, bytes, Found | None]]:
    """Give path and bytes of what may leave the house of seeds/, with the file
    where these are its own."""
    leaving = LeavingOut(seeds, shown)
    given = set()
    for entry in files.walk(root, "seeds"):
        if not isinstance(entry, Found) or entry.kind != "file" or not leaving.reads(entry.path):
            continue
        data = files.read(entry, MAX_TEXT)
        kept = None if isinstance(data, Problem) else leaving.kept(entry.path, data)
        if kept is not None:
            given.add(entry.path)
            yield entry.path, kept, entry if kept == data else None
    for path, data in leaving.descriptions():
        if path not in given:
            yield path, data, None


def _hand_written(root: Path) -> Iterable[tuple[str, Path]]:
    """Give what people wrote outside of seeds/ and a build reads: the pages
    that no build makes, mkdocs.yml, and a theme of the archive's own."""
    places = [root / "mkdocs.yml", *(root / "docs").rglob("*"), *_own_theme(root)]
    for place in places:
        if place.is_file() and not place.is_symlink() and not _through_link(root, place):
            if place.suffix == ".md" and publish.is_ours(place.read_bytes()):
                continue
            yield place.relative_to(root).as_posix(), place


def _own_theme(root: Path) -> Iterable[Path]:
    """Give the files of a theme folder that mkdocs.yml names, but not those of
    the program: it brings them itself."""
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        return
    for line in settings.read_text("utf-8", errors="replace").splitlines():
        key, _, value = line.strip().partition(":")
        folder = value.strip().strip("'\"")
        if key == "custom_dir" and folder and not folder.startswith(("/", "..", "build_scripts")):
            yield from (root / folder).rglob("*")


def _through_link(root: Path, place: Path) -> bool:
    return any(parent.is_symlink() for parent in place.parents if parent.is_relative_to(root))
