"""What of a search index can be taken over from the last build: pages that
need not be read again, and parts of the index that hold the same pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from sys import intern

from regesta.search.part import IndexedPart
from regesta.search.reading import Page


@dataclass(frozen=True, slots=True)
class Fed:
    """A page of the site as it was handed to Pagefind: without its text, of
    which size (characters) and digest are known; None where it is none that
    is searched."""

    page: Page | None
    size: int = 0
    digest: bytes = b""

    @classmethod
    def of(cls, page: Page, text: str) -> Fed:
        """Return what is kept of *page*, for which *text* was handed over."""
        digest = hashlib.blake2b(text.encode("utf-8"), digest_size=16).digest()
        return cls(replace(page, blocks=()), len(text), digest)

    def sharing_ids(self) -> Fed:
        """Return the same with the very ids that other pages have, not with copies:
        a page may have a hundred of them."""
        if self.page is None:
            return self
        facets = {intern(f): tuple(map(intern, ids)) for f, ids in self.page.facets.items()}
        return replace(self, page=replace(self.page, facets=facets))


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of the index: the digest of what it holds, what the whole needs
    to know of it, and the names of its files and of the program's."""

    holds: bytes
    part: IndexedPart
    files: tuple[str, ...]
    program: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """Address of a page to what was handed over; name of a part to the part."""

    pages: dict[str, Fed] = field(default_factory=dict)
    parts: dict[str, KeptPart] = field(default_factory=dict)


@dataclass(slots=True)
class Keeping:
    """*is_same* tells whether the page at an address is that of the last build,
    *stands* whether a file of the old site is as it was left, and *take* puts
    such a file at a place in the new one.  *now* is what may be kept."""

    known: Memory = field(default_factory=Memory)
    is_same: Callable[[str], bool] = lambda _url: False
    stands: Callable[[str], bool] = lambda _path: False
    take: Callable[[str, Path], None] = lambda _path, _target: None
    now: Memory = field(default_factory=Memory)

    def page(self, url: str) -> Fed | None:
        """Return what is known of the page at *url*."""
        return self.known.pages.get(url) if self.is_same(url) else None

    def part(self, name: str, holds: bytes, bundle: str) -> KeptPart | None:
        """Return the part *name*, if it holds the same and its files stand in
        the folder *bundle* of the old site."""
        kept = self.known.parts.get(name)
        if kept is None or kept.holds != holds:
            return None
        files = (*kept.files, *kept.program)
        return kept if all(self.stands(f"{bundle}/{file}") for file in files) else None

    def remember(self, holds: bytes, part: IndexedPart) -> None:
        """Keep a part that was indexed."""
        bare = replace(part, files={}, program={})
        self.now.parts[part.name] = KeptPart(holds, bare, tuple(part.files), tuple(part.program))


def holding(fed: Sequence[tuple[str, Fed]]) -> bytes:
    """Return the digest of what a part of these pages holds."""
    digest = hashlib.blake2b(digest_size=16)
    for url, one in fed:
        digest.update(url.encode("utf-8") + b"\0" + one.digest)
    return digest.digest()
