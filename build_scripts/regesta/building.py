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
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from regesta import __version__, engine, exchange, locking, manifest, outputs, publish
from regesta.archive import permanence
from regesta.archive.assemble import assemble
from regesta.archive.describing import latest_day
from regesta.archive.lookups import Lookups
from regesta.model import Archive, Problem
from regesta.pages import everything
from regesta.problems import in_order, limited, problem
from regesta.search import page as search_page
from regesta.search.index import index_site
from regesta.seeds import files
from regesta.seeds.reading import read
from regesta.seeds.tables import MAX_TABLE
from regesta.strictness import strict_problems

Tell = Callable[[str], None]
STATE = ".cache/regesta/site.json"
STAGE = ".cache/regesta/docs"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    archive: Archive
    problems: tuple[Problem, ...]
    pages: int
    written: int
    removed: int

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
    old: permanence.Published


def prepare(root: Path, *, strict: bool = False) -> Prepared:
    """Read *root*, check it and make its pages."""
    seeds, problems = read(root)
    archive, more = assemble(seeds)
    problems = [*problems, *more]
    if strict:
        problems += strict_problems(archive)
    lookups = Lookups(archive)
    old, faults = permanence.parse(_published(root))
    problems += [*faults, *permanence.vanished(old, archive), *_settings_faults(root)]
    pages = everything.render(lookups, old)
    pages["search.md"] = search_page.render()
    return Prepared(lookups, pages, tuple(limited(in_order(problems))), old)


def _published(root: Path) -> str:
    found = files.entry(root, permanence.PATH)
    data = files.read(found, MAX_TABLE) if found else b""
    return "" if isinstance(data, Problem) else data.decode("utf-8", "replace")


def _settings_faults(root: Path) -> list[Problem]:
    """Return a problem where mkdocs.yml is no file: it is not read then."""
    found = files.entry(root, "mkdocs.yml")
    fault = files.fault_of_kind(found) if found else None
    return [fault] if fault else []


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
        if strict:
            return _build_strictly(root, prepared, tell)
        tell("Writing pages")
        changes, problems = publish.publish(root / "docs", prepared.pages)
        site = _Site(root, prepared)
        foreign = site.in_the_way()
        problems += foreign
        is_open = not foreign and all(p.path != "docs" for p in problems)
        if is_open and not site.is_current():
            tell("Making the site")
            problems += site.make(publish.staged(root / "docs", root / STAGE, {}))
            site.exchange()
    return _built(prepared, problems, changes)


def _build_strictly(root: Path, prepared: Prepared, tell: Tell) -> Built:
    """Make everything beside what stands; exchange it only if all is well."""
    nothing = publish.Changes((), ())
    site = _Site(root, prepared)
    foreign = site.in_the_way()
    if foreign or _has_errors(prepared.problems):
        return _built(prepared, foreign, nothing)
    tell("Making the site")
    docs = publish.staged(root / "docs", root / STAGE, prepared.pages)
    problems = [*publish.in_the_way(root / "docs", prepared.pages), *site.make(docs)]
    if _has_errors(problems):
        site.discard()
        return _built(prepared, problems, nothing)
    tell("Writing pages")
    _publish_addresses(root, prepared)
    changes, _none = publish.publish(root / "docs", prepared.pages)
    if site.is_current():
        site.discard()
    else:
        site.exchange()
    return _built(prepared, problems, changes)


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(p.severity == "error" for p in problems)


def _built(prepared: Prepared, problems: list[Problem], changes: publish.Changes) -> Built:
    return Built(
        prepared.lookups.archive,
        tuple(in_order([*prepared.problems, *problems])),
        len(prepared.pages),
        len(changes.written),
        len(changes.removed),
    )


def _publish_addresses(root: Path, prepared: Prepared) -> None:
    """Write down every id and anchor that this publication makes."""
    new = permanence.current(prepared.lookups.archive)
    text = permanence.joined(prepared.old, new)
    if text != _published(root):
        publish.write_file(root / permanence.PATH, text.encode("utf-8"))


def epoch(archive: Archive) -> int:
    """Return the seconds since 1970 that stand for the clock in all outputs."""
    day = latest_day(archive.documents, archive.entities)
    return calendar.timegm(time.strptime(day, "%Y-%m-%d"))


class _Site:
    """The site on its way: made beside the one that stands, then exchanged.

    Whether it is current is told by a digest of all that it is made from, and
    by size and time of its files.
    """

    def __init__(self, root: Path, prepared: Prepared) -> None:
        self.root = root
        self.target = root / "site"
        self.new = exchange.beside(self.target)
        self.lookups = prepared.lookups
        self.extra = outputs.files(prepared.lookups)

    def in_the_way(self) -> list[Problem]:
        """Return a problem where ``site/`` is not what a build made."""
        if not exchange.is_foreign(self.target, manifest.NAME):
            return []
        message = "the site belongs here, and what stands here was not made by a build"
        return [problem("file-in-the-way", message, self.target.name)]

    def make(self, docs: Path) -> list[Problem]:
        """Make the new site out of the staged *docs* (removed afterwards);
        return what MkDocs warned of."""
        self.discard()
        try:
            archive = self.lookups.archive
            problems = engine.run(self.root, docs, self.new, archive.collection, epoch(archive))
            for path, data in self.extra.items():
                target = self.new / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            index_site(self.new, labels=outputs.labels(self.lookups))
            (self.new / manifest.NAME).write_text(manifest.make(self.new), "utf-8")
        except BaseException:
            self.discard()
            raise
        finally:
            shutil.rmtree(docs, ignore_errors=True)
        return problems

    def discard(self) -> None:
        """Remove the unfinished site."""
        shutil.rmtree(self.new, ignore_errors=True)

    def exchange(self) -> None:
        """Put the new site in the place of the old one."""
        exchange.exchange(self.new, self.target)
        known = {"inputs": self._fingerprint(), "files": _sizes(self.target)}
        publish.write_file(self.root / STATE, json.dumps(known).encode())

    def is_current(self) -> bool:
        """Tell whether the site stands as the last build left it."""
        try:
            known = json.loads((self.root / STATE).read_text("utf-8"))
            same = known["inputs"] == self._fingerprint()
            return bool(same and known["files"] == _sizes(self.target))
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _fingerprint(self) -> str:
        digest = hashlib.sha256(__version__.encode())
        package = Path(__file__).parent
        for folder in (self.root / "docs", engine.THEME, package / "search"):
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                if path.suffix != ".pyc":
                    digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
        for path in (self.root / "mkdocs.yml", package / "engine.py"):
            digest.update(path.read_bytes() if path.is_file() else b"")
        digest.update(repr(self.lookups.archive.collection).encode())
        digest.update(repr(sorted(outputs.labels(self.lookups).items())).encode())
        for name, data in sorted(self.extra.items()):
            digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return digest.hexdigest()


def _sizes(site: Path) -> dict[str, list[int]]:
    out = {}
    for path in sorted(site.rglob("*")):
        info = path.lstat()
        if not path.is_dir():
            out[path.relative_to(site).as_posix()] = [info.st_size, info.st_mtime_ns]
    return out
