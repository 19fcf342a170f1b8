"""Pages of the last build that need not be rendered again.

A page's HTML depends on its Markdown, on what all pages have in common, and on
the pages that it links to: that they are there, and have the anchors.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from regesta.progress import Tell, silent


@dataclass(frozen=True, slots=True)
class KeptHtml:
    """A page that was rendered without a warning: the digest of its Markdown,
    its anchors, each on a line of its own, and the pages that it links to as
    :func:`packed` sums."""

    source: bytes
    anchors: str
    targets: bytes

    def leads_to(self, pages: Collection[str]) -> bool:
        """Tell whether the page links to one of *pages*, or might: two pages may
        have one sum, and then this one is rendered for nothing."""
        return leads_to(self.targets, pages)


def packed(pages: Iterable[str]) -> bytes:
    """Return the CRC-32 of each of *pages* in turn, four bytes each."""
    return array("I", (zlib.crc32(page.encode("utf-8")) for page in sorted(pages))).tobytes()


def leads_to(targets: bytes, pages: Collection[str]) -> bool:
    """Tell whether a sum of one of *pages* is in the :func:`packed` *targets*."""
    sums = array("I", targets)
    return any(zlib.crc32(page.encode("utf-8")) in sums for page in pages)


@dataclass(slots=True)
class Keeping:
    """What was kept, and how to take it over.

    *known* maps a page's Markdown file to what was kept of it, *sources* to
    the digest that it has now; *stands* tells whether the HTML at an address
    is as it was left, *take* puts it into the new site.  *tell* is told how many
    are rendered.  *now* is what may be kept of this build.
    """

    known: Mapping[str, KeptHtml]
    sources: Mapping[str, bytes]
    stands: Callable[[str], bool]
    take: Callable[[str], None]
    tell: Tell = silent
    now: dict[str, KeptHtml] = field(default_factory=dict)

    def stale(self, addresses: Mapping[str, str]) -> list[str]:
        """Return which pages of *addresses* (Markdown file to its page's
        address) must be rendered."""
        gone = self.known.keys() - addresses.keys()
        out = []
        for uri, address in addresses.items():
            known = self.known.get(uri)
            if (
                known is None
                or known.source != self.sources.get(uri)
                or (gone and known.leads_to(gone))
                or not self.stands(address)
            ):
                out.append(uri)
        return out

    def stale_too(self, anchors: Mapping[str, str], rest: Collection[str]) -> list[str]:
        """Return which of the *rest* must be rendered as well, because pages
        that were rendered (with these *anchors*) have lost some."""
        lost = [
            uri
            for uri, now in anchors.items()
            if (known := self.known.get(uri))
            and not set(known.anchors.split("\n")) <= set(now.split("\n"))
        ]
        return [uri for uri in rest if lost and self.known[uri].leads_to(lost)]

    def remember(self, uri: str, anchors: str, targets: bytes | None) -> None:
        """Keep a page that was rendered; *targets* (:func:`packed`) are None
        where it is not known, or not certain, what it depends on."""
        if targets is not None and uri in self.sources:
            self.now[uri] = KeptHtml(self.sources[uri], anchors, targets)
