"""Every id and anchor ever published stays alive (design, section 5.7).

``seeds/published.tsv`` holds a line for each: address of the page without
ending, anchor ("" for the page itself), and the code point where the anchor's
block began.  A publication adds to it; nothing is ever taken out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from regesta.model import FOLDERS, Archive, Document, Problem
from regesta.problems import problem

PATH = "seeds/published.tsv"
HEAD = "# address\tanchor\toffset in code points; written by publishing, never by hand\n"

Anchors = dict[str, int]
_LINE = re.compile(r"([^\t]*)\t([^\t]*)\t([0-9]{0,12})")


@dataclass(frozen=True, slots=True)
class Published:
    """Address of a page (``documents/ID``, ``people/ID``) to its anchors."""

    pages: Mapping[str, Anchors] = field(default_factory=dict)


def parse(text: str) -> tuple[Published, list[Problem]]:
    """Read published.tsv; a line that is not of its form is a problem."""
    pages: dict[str, Anchors] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.rstrip("\r"))
        if not found:
            problems.append(problem("published-line", "this line is not of its form", PATH, number))
            continue
        address, anchor, offset = found.groups()
        page = pages.setdefault(address, {})
        if anchor:
            page[anchor] = int(offset or 0)
    return Published(pages), problems


def current(archive: Archive) -> Published:
    """Return what *archive* publishes."""
    pages: dict[str, Anchors] = {}
    for document in archive.documents:
        anchors = {b.anchor: b.span.start for b in document.blocks}
        pages[f"documents/{document.id}"] = anchors
    for entity in archive.entities.values():
        # A machine's proposal promises nothing until a person takes it up.
        if entity.status != "machine":
            pages[f"{FOLDERS[entity.kind]}/{entity.id}"] = {}
    return Published(pages)


def joined(old: Published, new: Published) -> str:
    """Return published.tsv with all of *old* and *new*, sorted."""
    lines = []
    for address in sorted({*old.pages, *new.pages}):
        lines.append(f"{address}\t\t\n")
        anchors = {**old.pages.get(address, {}), **new.pages.get(address, {})}
        lines += [f"{address}\t{a}\t{offset}\n" for a, offset in sorted(anchors.items())]
    return HEAD + "".join(lines)


def successors(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Return old address to the addresses that took it up."""
    out: dict[str, tuple[str, ...]] = {}
    for document in archive.documents:
        for id in document.formerly:
            out[f"documents/{id}"] = (f"documents/{document.id}",)
    for entity in archive.entities.values():
        folder = FOLDERS[entity.kind]
        for id in entity.formerly:
            out[f"{folder}/{id}"] = (f"{folder}/{entity.id}",)
    return out


def vanished(old: Published, archive: Archive) -> list[Problem]:
    """Return a problem for each published page that no longer has one and
    that nothing takes up."""
    kept = {*current(archive).pages, *successors(archive)}
    kept |= {f"{FOLDERS[e.kind]}/{e.id}" for e in archive.entities.values()}
    kept |= withheld(old, archive)
    return [
        problem("id-vanished", f"{address} was published and is gone", PATH)
        for address in sorted(set(old.pages) - kept)
    ]


def withheld(old: Published, archive: Archive) -> set[str]:
    """Return the published addresses of entities that only text kept from
    readers tells of."""
    folders = set(FOLDERS.values())
    parted = ((address, *address.partition("/")) for address in old.pages)
    return {a for a, folder, _, id in parted if folder in folders and id in archive.withheld}


def retired(old: Published, archive: Archive) -> dict[str, dict[str, list[str]]]:
    """Return document id to: anchor of a block to the older anchors that are
    kept there, because the block holds the place where they once stood."""
    out: dict[str, dict[str, list[str]]] = {}
    for document in archive.documents:
        anchors = old.pages.get(f"documents/{document.id}", {})
        gone = sorted(set(anchors) - {b.anchor for b in document.blocks})
        if gone and document.blocks:
            out[document.id] = _placed(document, gone, anchors)
    return out


def _placed(document: Document, gone: list[str], anchors: Anchors) -> dict[str, list[str]]:
    starts = [block.span.start for block in document.blocks]
    placed: dict[str, list[str]] = {}
    for anchor in gone:
        index = max(bisect_right(starts, anchors[anchor]) - 1, 0)
        placed.setdefault(document.blocks[index].anchor, []).append(anchor)
    return placed
