"""The whole way: seeds to pages, pages to a searchable site.

Everything is gathered before anything is written.  The site is made beside
the old one and exchanged with it.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from regesta import __version__, engine, exchange, locking, manifest, outputs, publish
from regesta.archive.assemble import assemble
from regesta.archive.describing import latest_day
from regesta.archive.lookups import Lookups
from regesta.model import Archive, Problem
from regesta.pages import everything
from regesta.problems import in_order
from regesta.search import page as search_page
from regesta.search.index import index_site
from regesta.seeds.reading import read
from regesta.strictness import strict_problems

Tell = Callable[[str], None]
STATE = ".cache/regesta/site.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    archive: Archive
    problems: tuple[Problem, ...]
    pages: int
    written: int
    removed: int
    site_changed: bool

    @property
    def failed(self) -> bool:
        """Tell whether something in the input is wrong."""
        return any(p.severity == "error" for p in self.problems)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An archive read and checked, with every page as text; nothing written."""

    lookups: Lookups
    pages: dict[str, str]
    problems: tuple[Problem, ...]


def prepare(root: Path, *, strict: bool = False) -> Prepared:
    """Read *root*, check it and make its pages."""
    seeds, problems = read(root)
    archive, more = assemble(seeds)
    problems = [*problems, *more]
    if strict:
        problems += strict_problems(archive)
    lookups = Lookups(archive)
    pages = everything.render(lookups, {})
    pages["search.md"] = search_page.render()
    return Prepared(lookups, pages, tuple(in_order(problems)))


def build(root: Path, *, strict: bool = False, tell: Tell = lambda _words: None) -> Built:
    """Build ``docs/`` and ``site/`` of the archive in *root*.

    With *strict* nothing is written where anything is wrong.  Raises
    :class:`regesta.locking.Locked` where another build is at work, and
    :class:`OSError` where the disk refuses.
    """
    with locking.hold(root):
        exchange.recover(root / "site")
        tell("Reading and annotating")
        prepared = prepare(root, strict=strict)
        archive = prepared.lookups.archive
        if strict and any(p.severity == "error" for p in prepared.problems):
            return Built(archive, prepared.problems, len(prepared.pages), 0, 0, False)
        tell("Writing pages")
        changes, in_the_way = publish.publish(root / "docs", prepared.pages)
        problems = [*prepared.problems, *in_the_way]
        extra = outputs.files(prepared.lookups)
        state = _fingerprint(root, extra)
        changed = not _is_current(root, state)
        if changed:
            tell("Making the site")
            problems += _make_site(root, prepared.lookups, extra)
            _remember(root, state)
    return Built(
        archive,
        tuple(in_order(problems)),
        len(prepared.pages),
        len(changes.written),
        len(changes.removed),
        changed,
    )


def epoch(archive: Archive) -> int:
    """Return the seconds since 1970 that stand for the clock in all outputs."""
    day = latest_day(archive.documents, archive.entities)
    return calendar.timegm(time.strptime(day, "%Y-%m-%d"))


def _make_site(root: Path, lookups: Lookups, extra: dict[str, bytes]) -> list[Problem]:
    site = root / "site"
    new = exchange.beside(site)
    shutil.rmtree(new, ignore_errors=True)
    try:
        archive = lookups.archive
        problems = engine.run(root, new, archive.collection, epoch(archive))
        for path, data in extra.items():
            target = new / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        index_site(new, labels=outputs.labels(lookups))
        (new / manifest.NAME).write_text(manifest.make(new), "utf-8")
        exchange.exchange(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return problems


def _fingerprint(root: Path, extra: dict[str, bytes]) -> str:
    """Return a digest of everything that the site is made from."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parent
    for folder in (root / "docs", engine.THEME, package / "search"):
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for path in (root / "mkdocs.yml", package / "engine.py", root / "seeds" / "archive.yml"):
        digest.update(path.read_bytes() if path.is_file() else b"")
    for name, data in sorted(extra.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _is_current(root: Path, state: str) -> bool:
    """Tell whether the site stands as the last build left it."""
    try:
        known = json.loads((root / STATE).read_text("utf-8"))
        if known["inputs"] != state:
            return False
        listed = known["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(listed == _sizes(root / "site"))


def _remember(root: Path, state: str) -> None:
    known = {"inputs": state, "files": _sizes(root / "site")}
    publish.write_file(root / STATE, json.dumps(known).encode())


def _sizes(site: Path) -> dict[str, list[int]]:
    out = {}
    for path in sorted(site.rglob("*")):
        info = path.lstat()
        if not path.is_dir():
            out[path.relative_to(site).as_posix()] = [info.st_size, info.st_mtime_ns]
    return out
