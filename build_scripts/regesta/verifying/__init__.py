"""``regesta verify``: is everything still what it says it is?

Seeds are compared with the digests that were recorded, pages with what the
seeds make, the site and a bundle with their manifest; and every document's
page, word for word, with its source.
"""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from pathlib import Path

from regesta import bag, building, manifest, publish
from regesta.bag import entries
from regesta.model import Problem
from regesta.problems import in_order, limited, problem
from regesta.seeds.holdings import Seeds
from regesta.seeds.reading import read
from regesta.verifying import fixity, recorded, shown_text

SITE = "site"
_SITE_IN_BAG = "data/site/"
_SMALL, _PACKED = 100_000_000, 100
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, OSError,
            RuntimeError)  # fmt: skip
"""What zipfile raises for damaged files; RuntimeError for those with a password, or packed
in a way that it does not know."""


def verify_seeds(root: Path) -> list[Problem]:
    """Compare every text with the digests that were recorded of it: in its
    description, and in ``annotations.jsonl`` of the site that stands."""
    seeds, problems = read(root)
    listed = root / SITE / "data" / "annotations.jsonl"
    known = recorded.digests(listed.read_bytes()) if _is_file(listed) else None
    wrong = [p for p in problems if p.severity == "error"]
    if known is not None:
        wrong += fixity.differences(known, {d.path: d.sha256 for d in seeds.documents}, "")
    return in_order(wrong)


def verify_docs(root: Path) -> list[Problem]:
    """Compare the generated pages below ``docs/`` with what the seeds make."""
    made = building.prepare(root).pages
    wanted = {path: _digest(text.encode("utf-8")) for path, text in made.items()}
    docs = root / "docs"
    found = {
        path: _digest(data)
        for path in fixity.regular_files(docs)
        if (data := _page(docs, path, path in wanted)) is not None
    }
    return fixity.differences(wanted, found, "docs/")


def verify_both(root: Path) -> list[Problem]:
    """Compare texts and pages.  Where a text is not what was recorded, most pages
    follow from that: one problem tells how many."""
    texts, pages = verify_seeds(root), verify_docs(root)
    if len(pages) > 1 and any(one.code.startswith("fixity-") for one in texts):
        message = (
            f"{len(pages)} pages are not what seeds/ makes now, which may follow from the "
            f"texts; the first: {pages[0].path}"
        )
        remedy = "mend what is said of the texts, then look again: regesta verify"
        pages = [problem("fixity-changed", message, "docs/", remedy=remedy)]
    return [*texts, *pages]


def _page(docs: Path, path: str, is_wanted: bool) -> bytes | None:
    """Return the bytes of a page that is ours, or stands where one of ours
    belongs; hand-written files are none of our business."""
    if not path.endswith(".md"):
        return None
    data = (docs / path).read_bytes()
    return data if is_wanted or publish.is_ours(data) else None


def verify_site(root: Path) -> list[Problem]:
    """Compare ``site/`` with its manifest and its texts with the sources."""
    site = root / SITE
    if not _is_file(site / manifest.NAME):
        return [problem("manifest-missing", "there is no manifest", f"{SITE}/{manifest.NAME}")]
    files = {path: site / path for path in fixity.regular_files(site)}
    found = {path: manifest.digest(file) for path, file in files.items() if path != manifest.NAME}
    text = (site / manifest.NAME).read_text("utf-8", errors="replace")
    wanted, problems = manifest.parse(text, f"{SITE}/{manifest.NAME}")
    problems += fixity.differences(wanted, found, f"{SITE}/")
    pages = {
        path: files[path].read_text("utf-8", errors="replace")
        for path in files
        if path.endswith(".html")
    }
    problems += shown_text.differences(_seeds(root), pages, f"{SITE}/")
    return in_order(problems)


def verify_bundle(root: Path, path: Path) -> list[Problem]:
    """Compare the files in the zip file *path* with its manifest, and its
    texts with the sources in *root*.  Nothing is unpacked to the disk."""
    name = path.name
    try:
        with zipfile.ZipFile(path) as archive:
            return limited(in_order(_bundled(root, archive, name)))
    except _DAMAGED as error:
        return [problem("bundle-unreadable", f"this is no bundle that can be read: {error}", name)]


def _bundled(root: Path, archive: zipfile.ZipFile, name: str) -> list[Problem]:
    listed = {i.filename: i for i in archive.infolist()}
    if bomb := _bomb(archive):
        return [problem("bundle-unreadable", bomb, name)]
    folder = min((n for n in listed if n.endswith(f"/{bag.MANIFEST}")), key=len, default="")
    folder = folder.removesuffix(bag.MANIFEST)
    manifests = (f"{folder}{bag.MANIFEST}", f"{folder}{bag.TAG_MANIFEST}")
    if not folder or any(one not in listed for one in manifests):
        return [problem("manifest-missing", "there is no manifest in it", name)]
    wanted: dict[str, str] = {}
    problems: list[Problem] = []
    for one in manifests:
        text = archive.read(one).decode("utf-8", "replace")
        lines, wrong = manifest.parse(text, f"{name}/{one.removeprefix(folder)}")
        wanted |= {bag.decoded(path): digest for path, digest in lines.items()}
        problems += wrong
    found: dict[str, str] = {}
    pages: dict[str, str] = {}
    for info in archive.infolist():
        path = info.filename.removeprefix(folder)
        try:
            data = archive.read(info)
        except _DAMAGED as error:
            problems.append(problem("fixity-changed", str(error), f"{name}/{path}"))
            if path in wanted:
                found[path] = wanted[path]
            continue
        if info.filename == manifests[1]:
            continue  # nothing holds its digest
        found[path if info.filename.startswith(folder) else f"../{info.filename}"] = _digest(data)
        if path.startswith(_SITE_IN_BAG) and path.endswith(".html"):
            pages[path.removeprefix(_SITE_IN_BAG)] = data.decode("utf-8", "replace")
    problems += fixity.differences(wanted, found, f"{name}/")
    problems += (problem("bundle-entry", fault, name) for fault in entries.faults(archive))
    return problems + shown_text.differences(_seeds(root), pages, f"{name}/")


def _bomb(archive: zipfile.ZipFile) -> str:
    """Say why a zip file is not to be unpacked: text becomes a tenth when it is
    packed, and what becomes a hundredth was made to fill memory or disk."""
    packed = sum(info.compress_size for info in archive.infolist())
    size = sum(info.file_size for info in archive.infolist())
    if size < _SMALL or size < packed * _PACKED:
        return ""
    return f"unpacked it would be {size:,} bytes, and it has {packed:,}: it was made to do harm"


def _seeds(root: Path) -> Seeds:
    seeds, _problems = read(root)
    return seeds


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
