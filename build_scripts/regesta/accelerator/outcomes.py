"""What is kept of pages that are written, for their links to be checked.

MkDocs looks for the anchor of each link when all pages are rendered.  Until then
millions of links would be in memory: of each only a number is kept, and pages
whose links are broken are rendered once more to say which.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs.structure.pages import Page

from regesta.accelerator.kept_pages import leads_to, packed
from regesta.accelerator.page_rendering import Links

Link = tuple[str, str, str]
"""The page that is linked to (its path below ``docs/``), the anchor, and the
link as it is written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a page that is written: its anchors, a line each; its
    links to anchors as numbers (:class:`Outcomes` reads them); what was warned
    of; all pages that it links to, packed, where these are known."""

    anchors: str
    wanted: bytes = b""
    records: tuple[tuple[str, int, str], ...] = ()
    targets: bytes | None = None


def outcome(
    page: Page, number: Mapping[str, int], records: Iterable[tuple[str, int, str]],
    known: Links | None,
) -> Outcome:  # fmt: skip
    """Return what is kept of *page*, of which *known* are the links; *number* maps
    the path of each page to its place among all."""
    wanted = array("I")
    for uri, found in _anchors(page, known):
        if uri in number:
            wanted.extend((number[uri], len(found), *map(_number, found)))
    return Outcome(
        "\n".join(["", *sorted(page.present_anchor_ids or ()), ""]),
        wanted.tobytes(),
        tuple(records),
        packed(known.targets) if known and known.all_known else None,
    )


def _number(anchor: str) -> int:
    """Return 32 bits of an anchor's hash: one broken link in a hundred million
    may so be taken for one of the some thirty anchors that a page has."""
    return hash(anchor) & 0xFFFFFFFF


def links(page: Page, known: Links | None) -> Iterable[Link]:
    """Yield the links of *page* to anchors, each once."""
    for uri, found in _anchors(page, known):
        for anchor, link in found.items():
            yield uri, anchor, link


def _anchors(page: Page, known: Links | None) -> Iterable[tuple[str, dict[str, str]]]:
    for file, found in (page.links_to_anchors or {}).items():
        yield file.src_uri, found
    if known:
        yield from known.anchors.items()


class Outcomes:
    """The outcomes of all pages of a site, by their place among *uris*."""

    def __init__(self, uris: list[str]) -> None:
        self._uris = uris
        self._of: dict[int, Outcome] = {}
        self._wanted: dict[int, array[int]] = {}

    def add(self, index: int, outcome: Outcome) -> None:
        """Take the outcome of a page.  The same string hashes alike in all
        processes of a build, for they are forked."""
        numbers = array("I", outcome.wanted)
        at = 0
        while at < len(numbers):
            end = at + 2 + numbers[at + 1]
            self._wanted.setdefault(numbers[at], array("I")).extend(numbers[at + 2 : end])
            at = end
        self._of[index] = Outcome(outcome.anchors, b"", outcome.records, outcome.targets)

    def __contains__(self, index: int) -> bool:
        return index in self._of

    def __getitem__(self, index: int) -> Outcome:
        return self._of[index]

    def suspects(self) -> list[int]:
        """Return the pages that may link to an anchor that is not there."""
        lacking = {self._uris[index] for index in self._wanted if self._lacks_any(index)}
        if not lacking:
            return []
        return [
            index
            for index, known in sorted(self._of.items())
            if known.targets is None or leads_to(known.targets, lacking)
        ]

    def _lacks_any(self, index: int) -> bool:
        """Tell whether an anchor is wanted that the page *index* does not have."""
        there = set(map(_number, self._of[index].anchors.split("\n")))
        return not there.issuperset(self._wanted[index])

    def lacks(self, index: int, anchor: str) -> bool:
        """Tell whether the page *index* has no such *anchor*."""
        return f"\n{anchor}\n" not in self._of[index].anchors
