"""Two states of an archive compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from regesta.archive import permanence
from regesta.diff import documents, readings, records
from regesta.diff.changes import SECTIONS, Change, Renamed, Side, narrowed, renamed
from regesta.model import FOLDERS, Problem
from regesta.problems import place, problem
from regesta.seeds import history


def compare(old: Side, new: Side) -> list[Change]:
    """Return every change from *old* to *new*, by section, in a fixed order."""
    names = renamed(old.archive, new.archive)
    found = [
        *_problems(old, new),
        *_collection(old, new),
        *documents.changes(old, new, names),
        *records.changes(old, new, names),
        *readings.changes(old, new, names),
        *readings.relations(old, new, names),
        *_pages(_without_hidden(old, new, names), new.pages),
    ]
    return sorted(found, key=lambda change: SECTIONS.index(change.section))


def edited_by_hand(
    pages: Mapping[str, str],
    here: Mapping[str, bytes],
    there: Mapping[str, bytes],
    built: Callable[[str, bytes], bool] = lambda _path, _data: False,
) -> tuple[list[Problem], list[str]]:
    """Tell generated pages that someone edited from those that lag behind.

    *pages* is what the seeds make, *here* what stands in docs/ now and *there*
    what stood in docs/ before (paths below docs/); *built* tells what the last
    build here wrote.  Return a problem for each
    page that was changed to something the seeds do not make, and the paths of
    those that were left alone and are old.
    """
    problems, lagging = [], []
    for path, text in pages.items():
        stands = here.get(path)
        if stands == text.encode("utf-8"):
            continue
        if stands is None or stands == there.get(path) or built(path, stands):
            lagging.append(path)
            continue
        message = f"edited by hand; a build writes it from {_source(text)}"
        remedy = f"undo the edit here, and change {_source(text)} instead"
        problems.append(problem("page-edited", message, f"docs/{path}", remedy=remedy))
    return problems, lagging


def written_by_publishing(here: Mapping[str, bytes], there: Mapping[str, bytes]) -> list[Problem]:
    """Return a problem for each file of seeds/ that only publishing may write
    and that differs between *here* and *there* (path to bytes)."""
    return [
        problem("publication-edited", "only the job that publishes writes this file", path)
        for path in (permanence.PATH, history.PATH)
        if here.get(path) != there.get(path)
    ]


def _source(page: str) -> str:
    for line in page.split("\n"):
        if line.startswith("generated_from:"):
            return line.partition(":")[2].strip().strip("'\"") or "seeds/"
    return "seeds/"


def _problems(old: Side, new: Side) -> Iterator[Change]:
    """Problems that are new or gone; a line that moved makes none new."""
    before = {(p.code, p.path, p.message): p for p in old.problems}
    after = {(p.code, p.path, p.message): p for p in new.problems}
    for key, found in after.items():
        if key not in before:
            yield Change("problems", "problem-added", place(found), after=_said(found))
    for key, found in before.items():
        if key not in after:
            yield Change("problems", "problem-removed", found.path, before=_said(found))


def _said(found: Problem) -> str:
    return f"{found.code}: {found.message}"


def _collection(old: Side, new: Side) -> Iterator[Change]:
    was, now = old.archive.collection, new.archive.collection
    for name in was.__dataclass_fields__:
        before, after = str(getattr(was, name)), str(getattr(now, name))
        if before != after:
            yield Change("documents", "collection-changed", name, "index.html", before, after)


_LINE = re.compile('(?:#L[0-9]+">)?<span class="ln">[^<]*</span>|#L[0-9]+"')


def _still(page: str) -> str:
    """Return *page* without the numbers of lines in the files behind it: a line
    of a description that only moved down changes nothing for readers."""
    return _LINE.sub("", page)


def _without_hidden(old: Side, new: Side, names: Renamed) -> dict[str, str]:
    """Return the pages of the old state but those of records that are withheld
    now: their addresses hold the names."""
    hidden = records.told_by(narrowed(old.archive, new.archive, names), old, new, names)
    entities = old.archive.entities
    gone = {f"{FOLDERS[entities[id].kind]}/{id}.md" for id in hidden}
    return {path: text for path, text in old.pages.items() if path not in gone}


def _pages(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for path in sorted({*old, *new}):
        before, after = old.get(path), new.get(path)
        if before == after or (before and after and _still(before) == _still(after)):
            continue
        what = "page-added" if before is None else "page-removed" if after is None else "page"
        address = "" if after is None else path.removesuffix(".md") + ".html"
        yield Change("pages", what if what != "page" else "page-changed", path, address)
