"""Run the way from seeds to a searchable site, one stage at a time.

``python -m bench.stages whole ROOT``, ``… nothing ROOT``, ``… description ROOT``,
``… variant ROOT``, ``… bundle ROOT`` and ``… stock ROOT`` each run in a process of
their own, as commands do, so that one leaves nothing in the memory of the next;
each prints one JSON object.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from bench.edits import describe, vary
from bench.memory import Peak
from regesta.progress import Done, silent

Figures = dict[str, dict[str, float]]


NAMES = {
    "Reading seeds": "read",
    "Making pages": "pages",
    "Writing pages": "publish",
    "Making the site": "engine",
    "Indexing for the search": "search",
    "Taking digests": "manifest",
}
"""What a build says that it does to its stage; all the rest is annotation."""


class Clock:
    """Wall and processor seconds and peak memory by stage."""

    def __init__(self) -> None:
        self.figures: Figures = {}
        self._stage: AbstractContextManager[None] | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside; what is done again is added."""
        with Peak() as peak:
            start, used = time.perf_counter(), _processor()
            yield
            wall, used = time.perf_counter() - start, _processor() - used
        before = self.figures.get(name, {"seconds": 0.0, "processor": 0.0, "megabytes": 0.0})
        self.figures[name] = {
            "seconds": round(before["seconds"] + wall, 3),
            "processor": round(before["processor"] + used, 3),
            "megabytes": round(max(before["megabytes"], peak.megabytes), 1),
        }

    def tell(self, stage: str, pieces: int) -> Done:
        """Go over to what a build says that it begins."""
        self.end()
        self._stage = self.stage(NAMES.get(stage, "annotate"))
        self._stage.__enter__()
        return silent(stage, pieces)

    def end(self) -> None:
        """Come to the end of the stage that was told last."""
        if self._stage:
            self._stage.__exit__(None, None, None)
            self._stage = None


def _processor() -> float:
    return sum(os.times()[:4])


def whole(root: Path) -> Figures:
    """Build the archive in *root* from nothing; return figures by stage."""
    for name in ("docs", "site", "stock", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    clock = Clock()
    _built(root, clock)
    with clock.stage("bytes"):
        _copied(root / "seeds", root / ".cache" / "copy-seeds")
        _copied(root / "site", root / ".cache" / "copy-site")
    return clock.figures


def nothing(root: Path) -> Figures:
    """Build the archive in *root*, which is built, though nothing has changed."""
    return _after(root, "nothing", lambda _root: None)


def description(root: Path) -> Figures:
    """Build the archive in *root*, which is built, after a description has changed."""
    return _after(root, "description", describe)


def variant(root: Path) -> Figures:
    """Build the archive in *root*, which is built, after a record has another variant."""
    return _after(root, "variant", vary)


def _after(root: Path, name: str, edit: Callable[[Path], object]) -> Figures:
    clock = Clock()
    edit(root)
    with clock.stage(name):
        _built(root, None)
    return clock.figures


def bundled(root: Path) -> Figures:
    """Bundle the archive in *root*, which is built."""
    from regesta import bundle

    clock = Clock()
    with clock.stage("bundle"):
        bundle.make(root, root / ".cache" / "bundle.zip")
    return clock.figures


def _built(root: Path, clock: Clock | None) -> None:
    from regesta import building

    try:
        built = building.build(root, tell=clock.tell if clock else silent)
    finally:
        if clock:
            clock.end()
    _must_be_clean([*built.problems])


def stock(root: Path) -> Figures:
    """Build the pages in *root*/docs with MkDocs alone, into *root*/stock."""
    from regesta import engine
    from regesta.seeds.reading import read

    os.environ["REGESTA_ACCELERATOR"] = "off"
    shutil.rmtree(root / "stock", ignore_errors=True)
    collection = read(root)[0].collection
    clock = Clock()
    with clock.stage("stock"):
        engine.run(root, root / "docs", root / "stock", collection, 0)
    return clock.figures


def _must_be_clean(problems: list[Any]) -> None:
    if problems:
        raise SystemExit(f"{len(problems)} problems, the first: {problems[0]}")


def _copied(source: Path, target: Path) -> None:
    """Read every byte below *source* and write it again."""
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())


RUNS: dict[str, Callable[[Path], Figures]] = {
    "whole": whole, "nothing": nothing, "description": description, "variant": variant,
    "bundle": bundled, "stock": stock,
}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(RUNS[sys.argv[1]](Path(sys.argv[2]))))
