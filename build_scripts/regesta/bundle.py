"""The whole archive as one zip file, with the same bytes every time.

Inside is one folder, which is a bag (RFC 8493): a text and a page that say what
to open, and ``data/`` with the site as it was built and all that it was built
from.  Names are sorted; time, mode and system are the same for every file
(APPNOTE.TXT 4.4), so two bundles of one archive do not differ.
"""

from __future__ import annotations

import contextlib
import glob
import html
import os
import re
import tempfile
import textwrap
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

from regesta import bag, building, locking, manifest
from regesta.archive.assemble import assemble
from regesta.bag import entries
from regesta.model import Collection, Problem
from regesta.pages import vocabulary
from regesta.pages.wording import _, counted
from regesta.problems import printable
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.reading import read
from regesta.whitespace import fold

FIRST = "START-HERE.txt"
FIRST_PAGE = "START-HERE.html"
START = "data/site/index.html"
_WIDTH = 76
_PART = ".part"


class NoSite(Exception):
    """There is no site to bundle, or not the one that the last build made."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was written: where, how many files of the site, how many
    bytes, and what is wrong with seeds/ (and so not in it)."""

    path: Path
    files: int
    size: int
    problems: tuple[Problem, ...] = ()


def make(root: Path, out: Path) -> Bundle:
    """Write ``site/`` of the archive in *root* into the zip file *out*.

    *out* appears complete or not at all.  Raises :class:`NoSite` where the
    site is missing, differs from its own manifest, or shows what seeds/ does
    not say any more (a text withdrawn since), :class:`OSError` where the disk
    refuses, :class:`regesta.locking.Locked` where a build is at work.
    """
    site = root / "site"
    names = _files(site)
    if not building.is_current(root):
        raise NoSite("site/ is not what seeds/ makes now. Build it anew: regesta build")
    seeds, problems = read(root)
    shown = [record.id for record in seeds.entities]
    if any(bag.is_withheld(document) for document in seeds.documents):
        shown = list(assemble(seeds)[0].entities)
    folder = folder_name(seeds.collection.title)
    _sweep(out)
    try:
        _write(out, folder, seeds, bag.payload(root, seeds, names, shown))
    except bag.Changed as changed:
        raise NoSite(f"{changed} was changed while the bundle was made. Try again.") from None
    except OSError as error:
        # What a full or a locked disk is told of is the bundle that was asked for.
        error.filename, error.filename2 = str(out), None
        raise
    wrong = tuple(one for one in problems if one.severity == "error")
    return Bundle(out, len(names), out.stat().st_size, wrong)


def _write(out: Path, folder: str, seeds: Seeds, payload: dict[str, bag.Read]) -> None:
    """Write the bundle beside *out*, then put it in its place."""
    handle, beside = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}-", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            locking.take(handle)
            _fill(archive, folder, seeds, payload)
        Path(beside).chmod(0o644)
        Path(beside).replace(out)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _sweep(out: Path) -> None:
    """Remove what a killed run left beside *out*; one at work holds its file."""
    for left in out.parent.glob(f".{glob.escape(out.name)}-*{_PART}"):
        with contextlib.suppress(OSError):
            if not left.is_symlink() and not locking.is_held(left):
                left.unlink()


def _fill(
    archive: zipfile.ZipFile, folder: str, seeds: Seeds, payload: dict[str, bag.Read]
) -> None:
    """Write the bag: what to open first, its tag files, then the payload.
    Each file is read twice, so that memory holds one at a time."""
    digests, size = {}, 0
    for name, read_it in payload.items():
        data = read_it()
        digests[name] = bag.digest(data)
        size += len(data)
    for document in seeds.documents:
        if digests.get(f"data/{document.path}", document.sha256) != document.sha256:
            raise NoSite(f"{document.path} was changed while the bundle was made. Try again.")
    tags = {
        FIRST: start_here(seeds).encode("utf-8"),
        FIRST_PAGE: start_page(seeds.collection).encode("utf-8"),
        "bagit.txt": bag.DECLARATION,
        "bag-info.txt": bag.info(seeds.collection, size, len(payload)),
        bag.MANIFEST: bag.manifest(digests),
    }
    tags[bag.TAG_MANIFEST] = bag.manifest({n: bag.digest(d) for n, d in tags.items()})
    for name, data in tags.items():
        _add(archive, f"{folder}/{name}", data)
    for name, read_it in payload.items():
        data = read_it()
        if bag.digest(data) != digests[name]:
            raise NoSite(f"{name} was changed while the bundle was made. Try again.")
        _add(archive, f"{folder}/{name}", data)


def start_page(collection: Collection) -> str:
    """Return a page that leads to the site, for a double click."""
    title = html.escape(fold(collection.title))
    words = html.escape(_("Open the archive"))
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={START}">\n'
        f'<p><a href="{START}">{words}: {title}</a></p>\n</html>\n'
    )


def folder_name(title: str) -> str:
    """Return *title* as the name of a folder that every system can hold."""
    parted = re.sub(r"\W+", "-", title)
    plain = unicodedata.normalize("NFKD", parted).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-") or "archive"


def start_here(seeds: Seeds) -> str:
    """Return the text that stands first in a bundle: what to open, and what
    may be done with what is inside."""
    collection = seeds.collection
    title = fold(collection.title)
    parts = [
        f"{title}\n{'=' * len(title)}",
        _("Open the file “START-HERE.html” beside this one: a double click will do."),
        _(
            "Everything works from this folder, the search too. No network and no other "
            "program than a web browser is needed."
        ),
        fold(collection.description),
        _rights(seeds.documents),
        _contact(collection),
        _("To check that nothing was changed on the way, type in this folder:")
        + f"\n    sha256sum -c {bag.MANIFEST}",
        _(
            "This folder is a bag (BagIt, RFC 8493), made to be kept. Its folder “data” holds "
            "the site, the texts and records that it was made from, and the hand-written pages. "
            "With the program Regesta the site can be made anew from a copy of “data”:"
        )
        + "\n    regesta -C data build",
        _withheld(seeds.documents),
        _renamed(seeds),
    ]
    return "\n\n".join(_wrapped(part) for part in parts if part) + "\n"


def _withheld(documents: tuple[SeedDocument, ...]) -> str:
    number = sum(map(bag.is_withheld, documents))
    if not number:
        return ""
    return counted(
        "The text of {n} document is not in it: it is not shown to readers in full.",
        "The texts of {n} documents are not in it: they are not shown to readers in full.",
        number,
    )


def _renamed(seeds: Seeds) -> str:
    stems = bag.names(seeds).stems
    if not stems:
        return ""
    lines = [f"    {new}.txt: {printable(old)}.txt" for old, new in sorted(stems.items())]
    told = _("Some texts have names that not every system can hold. In data/seeds/documents:")
    return "\n".join([told, *lines])


def _rights(documents: tuple[SeedDocument, ...]) -> str:
    lines = [
        counted("Rights in the document:", "Rights in the {n} documents:", len(documents)),
        *(_right(document) for document in documents),
    ]
    return "\n".join(lines) if documents else ""


def _right(document: SeedDocument) -> str:
    record = document.description
    uri = record.rights.statement if record and record.rights else ""
    words = vocabulary.rights(uri)
    tail = f" ({uri})" if uri and words != uri else ""
    return f"    documents/{document.id}.html: {words}{tail}"


def _contact(collection: Collection) -> str:
    if not collection.contact and not collection.takedown:
        return ""
    whom = _("To report a concern, turn to: {contact}").format(contact=fold(collection.contact))
    return "\n".join([whom if collection.contact else "", *collection.takedown.split("\n")]).strip()


def _wrapped(part: str) -> str:
    """Break the lines of *part*, but not those that are moved in."""
    lines = part.split("\n")
    return "\n".join(
        line if line.startswith("    ") else textwrap.fill(line, _WIDTH, break_long_words=False)
        for line in lines
    )


def _files(site: Path) -> list[str]:
    listed = site / manifest.NAME
    if not listed.is_file() or listed.is_symlink():  # a pipe would never end
        raise NoSite("There is no site yet. Build it first: regesta build")
    if listed.read_text("utf-8", errors="replace") != manifest.make(site):
        raise NoSite("site/ is not as the last build left it. Build it anew: regesta build")
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(entries.entry(name), data, compresslevel=entries.LEVEL)
