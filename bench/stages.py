"""Run the way from seeds to a searchable site, one stage at a time.

``python -m bench.stages whole ROOT`` and ``… stock ROOT`` each run in a process
of their own, so that one leaves nothing in the memory of the next; both print
one JSON object.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.memory import Peak

Figures = dict[str, dict[str, float]]


class Clock:
    """Wall and processor seconds and peak memory by stage."""

    def __init__(self) -> None:
        self.figures: Figures = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        with Peak() as peak:
            start, used = time.perf_counter(), _processor()
            yield
            wall, used = time.perf_counter() - start, _processor() - used
        self.figures[name] = {
            "seconds": round(wall, 3),
            "processor": round(used, 3),
            "megabytes": round(peak.megabytes, 1),
        }


def _processor() -> float:
    return sum(os.times()[:4])


def whole(root: Path) -> Figures:
    """Build the archive in *root* from nothing; return figures by stage."""
    from regesta import building, engine, manifest, outputs, publish
    from regesta.archive import permanence
    from regesta.archive.assemble import assemble
    from regesta.archive.lookups import Lookups
    from regesta.pages import everything
    from regesta.search import page as search_page
    from regesta.search.index import index_site
    from regesta.seeds.reading import read

    for name in ("docs", "site", "stock", ".cache"):
        shutil.rmtree(root / name, ignore_errors=True)
    clock = Clock()
    with clock.stage("read"):
        seeds, problems = read(root)
    with clock.stage("annotate"):
        archive, more = assemble(seeds)
    _must_be_clean([*problems, *more])
    with clock.stage("pages"):
        lookups = Lookups(archive)
        pages = everything.render(lookups, permanence.Published())
        pages["search.md"] = search_page.render()
        extra = outputs.files(lookups)
    with clock.stage("publish"):
        publish.publish(root / "docs", pages)
    site = root / "site"
    with clock.stage("engine"):
        docs = publish.staged(root / "docs", root / building.STAGE, {})
        warned = engine.run(root, docs, site, archive.collection, building.epoch(archive))
    _must_be_clean(warned)
    for path, data in extra.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    with clock.stage("search"):
        index_site(site, labels=outputs.labels(lookups))
    with clock.stage("manifest"):
        (site / manifest.NAME).write_text(manifest.make(site), "utf-8")
    with clock.stage("bytes"):
        _copied(root / "seeds", root / ".cache" / "copy-seeds")
        _copied(site, root / ".cache" / "copy-site")
    return clock.figures


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


if __name__ == "__main__":
    what: dict[str, Callable[[Path], Figures]] = {"whole": whole, "stock": stock}
    print(json.dumps(what[sys.argv[1]](Path(sys.argv[2]))))
