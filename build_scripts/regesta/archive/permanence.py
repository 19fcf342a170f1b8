"""Every id and anchor ever published stays alive (design, section 5.7).

``seeds/published.tsv`` holds a line for each: address of the page without
ending, anchor ("" for the page itself), and the code point where the anchor's
block began.  A publication adds to it; nothing is ever taken out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from regesta.archive import parting
from regesta.archive.parting import Parting
from regesta.model import FOLDERS, Archive, Document, Problem
from regesta.problems import EACH, problem

PATH = "seeds/published.tsv"
HEAD = "# address\tanchor\toffset in code points; written by publishing, never by hand\n"

Anchors = dict[str, int]
_LINE = re.compile(r"([a-z0-9-]+(?:/[a-z0-9-]+)*)\t([a-z0-9-]*)\t([0-9]{0,12})")
"""Nothing else can be an address or an anchor of ours: both stand in markup."""
Moved = tuple[str, int]
"""An anchor and the number of the part in which its passage stands now."""
_PART = re.compile(r"(documents/[^/]+)/([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True)
class Published:
    """Address of a page (``documents/ID``, ``people/ID``) to its anchors."""

    pages: Mapping[str, Anchors] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands on the pages of a document for the sake of old addresses.

    *retired* maps the anchor of a block to older anchors that are kept there,
    because the block holds the place where they once stood; *moved* maps the
    number of a part to passages that once stood on its page and now stand on
    another.
    """

    retired: Mapping[str, Sequence[str]] = field(default_factory=dict)
    moved: Mapping[int, Sequence[Moved]] = field(default_factory=dict)


NOTHING_KEPT = Kept()


def parse(text: str) -> tuple[Published, list[Problem]]:
    """Read published.tsv; a line that is not of its form is a problem."""
    pages: dict[str, Anchors] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.rstrip("\r"))
        if not found:
            stop = len(problems) + 1 == EACH
            message = f"this line is not of its form{'; no more of the file was read' * stop}"
            problems.append(problem("published-line", message, PATH, number))
            if stop:
                break
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
        for part in Parting(document).parts:
            blocks = document.blocks if part.total == 1 else part.blocks
            pages[parting.address(document, part.number)] = {b.anchor: b.span.start for b in blocks}
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
    if not old.pages:
        return []
    # Parts of a document go with it.
    kept = {*map(parting.address, archive.documents), *successors(archive)}
    kept |= {f"{FOLDERS[e.kind]}/{e.id}" for e in archive.entities.values()}
    kept |= withheld(old, archive)
    kept |= {a for a in old.pages if (part := _PART.fullmatch(a)) and part[1] in kept}
    return [
        problem("id-vanished", f"{address} was published and is gone", PATH)
        for address in sorted(set(old.pages) - kept)
    ]


def of_records(gone: Iterable[Problem]) -> list[Problem]:
    """Return those of the problems of :func:`vanished` that are about records;
    a rule may yet propose one of the same address, but never a document."""
    return [one for one in gone if not one.message.startswith("documents/")]


def withheld(old: Published, archive: Archive) -> set[str]:
    """Return the published addresses of entities that only text kept from
    readers tells of."""
    folders = set(FOLDERS.values())
    parted = ((address, *address.partition("/")) for address in old.pages)
    return {a for a, folder, _, id in parted if folder in folders and id in archive.withheld}


def parts_of(old: Published) -> dict[str, dict[int, Anchors]]:
    """Return the address of a document to the number of each part that it ever
    had, with the anchors published there."""
    out: dict[str, dict[int, Anchors]] = {}
    for page, anchors in old.pages.items():
        part = _PART.fullmatch(page)
        stem, number = (part[1], int(part[2])) if part else (page, 1)
        out.setdefault(stem, {})[number] = anchors
    return out


def kept(
    old: Published, archive: Archive, parted: Callable[[Document], Parting]
) -> dict[str, Kept]:
    """Return document id to what is kept on its pages for old addresses."""
    published = parts_of(old)
    out: dict[str, Kept] = {}
    for document in archive.documents:
        pages = published.get(parting.address(document), {})
        anchors = {a: offset for own in pages.values() for a, offset in own.items()}
        if not anchors or not document.blocks:
            continue
        gone = sorted(set(anchors) - {b.anchor for b in document.blocks})
        retired = _placed(document, gone, anchors) if gone else {}
        out[document.id] = Kept(retired, _moved(pages, parted(document), retired))
    return out


def _moved(
    pages: Mapping[int, Anchors], parted: Parting, retired: Mapping[str, Sequence[str]]
) -> dict[int, list[Moved]]:
    if parted.total == 1 and set(pages) == {1}:
        return {}
    here: dict[int, set[str]] = {}
    for part in parted.parts:
        own = {block.anchor for block in part.blocks}
        here[part.number] = own.union(*(retired.get(anchor, ()) for anchor in own))
    return {
        number: [
            (anchor, parted.at(offset))
            for anchor, offset in sorted(anchors.items())
            if anchor not in here.get(number, ()) and anchor in here[parted.at(offset)]
        ]
        for number, anchors in pages.items()
    }


def _placed(document: Document, gone: list[str], anchors: Anchors) -> dict[str, list[str]]:
    starts = [block.span.start for block in document.blocks]
    placed: dict[str, list[str]] = {}
    for anchor in gone:
        index = max(bisect_right(starts, anchors[anchor]) - 1, 0)
        placed.setdefault(document.blocks[index].anchor, []).append(anchor)
    return placed
