"""What one text costs, stage by stage, in processor seconds.

``python -m bench.one_text [-n LENGTH …] [KIND …]`` takes every kind of
:mod:`bench.hard_texts` the whole way, each in a process of its own, at 250,000,
500,000 and 1,000,000 code points, and says where time grows faster than text.
``-o FILE`` writes the figures of the longest into a file of JSON, beside those
of other kinds that stand there; ``bench/megabyte.json`` is this file for a
megabyte.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import markdown

from bench import hard_texts
from regesta import cli

Seconds = dict[str, float]
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
ROOT = Path(__file__).parents[1]
PATIENCE = 120
"""Wall seconds after which a kind is given up."""
NOTHING = "nothing"
"""The kind of which an archive of one word is made: what every build takes."""
LENGTHS = (250_000, 500_000, 1_000_000)
STAGES = {
    "records": ("regesta.annotate.names.finding.Gazetteer.__init__",),
    "segment": ("regesta.archive.annotating.segment",),
    "propose": (
        "regesta.annotate.proposals.proposing.seen",
        "regesta.annotate.proposals.proposing.candidates",
        "regesta.annotate.proposals.proposing.unknown",
    ),
    "names": (
        "regesta.annotate.names.finding.Gazetteer.look",
        "regesta.annotate.names.finding.Gazetteer.sight",
    ),
    "dating": ("regesta.archive.assemble.anchors",),
    "dates": ("regesta.annotate.dates.expressions.look",),
    "quotations": ("regesta.annotate.quotations.finding.listen",),
    "events": ("regesta.annotate.events.finding.find",),
    "accounts": ("regesta.annotate.accounts.finding.find",),
    "same words": ("regesta.annotate.same_words.finding.find",),
}
"""Stage of the annotation to the functions that are it and nothing else's."""


def processor() -> float:
    """Return the processor seconds of this process and of those it started."""
    return sum(os.times()[:4])


class Clock:
    """Processor seconds by stage; what one stage calls of another is the
    other's."""

    def __init__(self) -> None:
        self.seconds: Seconds = {}
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        self._count()
        self._running.append(name)
        try:
            yield
        finally:
            self._count()
            self._running.pop()

    def _count(self) -> None:
        now = processor()
        if self._running:
            name = self._running[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return *work* with its time counted for the stage *name*."""

        def timed(*args: Any, **named: Any) -> Any:
            with self.stage(name):
                return work(*args, **named)

        return timed

    @contextmanager
    def on_annotation(self) -> Iterator[None]:
        """While entered, what :data:`STAGES` lists is counted."""
        with ExitStack() as stack:
            for name, functions in STAGES.items():
                for function in functions:
                    stack.enter_context(mock.patch(function, self.timed(name, _found(function))))
            yield


def _found(dotted: str) -> Callable[..., Any]:
    """Return the function at *dotted*, in a module or in a class of one."""
    parts = dotted.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            holder: Any = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:-1]:
            holder = getattr(holder, part)
        return vars(holder)[parts[-1]]  # type: ignore[no-any-return]
    raise LookupError(dotted)


def whole(text: str, root: Path) -> Seconds:
    """Take *text* from the file to the searchable site, in the empty folder
    *root*; return seconds by stage."""
    from regesta import engine, outputs
    from regesta.archive import permanence
    from regesta.archive.assemble import assemble
    from regesta.archive.lookups import Lookups
    from regesta.pages import everything
    from regesta.search.index import index_site
    from regesta.seeds.reading import read

    place = root / "seeds" / "documents"
    place.mkdir(parents=True)
    (place / "a.txt").write_bytes(text.encode())
    clock = Clock()
    with clock.stage("read"):
        seeds, _problems = read(root)
    with clock.on_annotation(), clock.stage("assemble"):
        archive, _problems = assemble(seeds)
    with clock.stage("pages"):
        lookups = Lookups(archive)
        pages = everything.render(lookups, permanence.Published())
    with clock.stage("outputs"):
        for _path, chunks in outputs.files(lookups):
            b"".join(chunks)
    docs, site = root / "docs", root / "site"
    for path, page in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(page, "utf-8")
    with clock.stage("engine"):
        engine.run(root, docs, site, archive.collection, 0)
    with clock.stage("search"):
        index_site(site)
    return {name: round(spent, 3) for name, spent in clock.seconds.items()}


def in_memory(text: str) -> Seconds:
    """Take *text* to the HTML of all pages, without the disk and without what
    every build of a site takes; return seconds by stage."""
    from regesta import outputs
    from regesta.archive import permanence
    from regesta.archive.assemble import assemble
    from regesta.archive.lookups import Lookups
    from regesta.model import Collection, Source
    from regesta.pages import everything
    from regesta.search import feed, reading
    from regesta.seeds.holdings import SeedDocument, Seeds

    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    source = Source("seeds/documents/a.txt", data, digest, "utf-8", text)
    seeds = Seeds(Collection("Test"), (SeedDocument("a", source.path, digest, source),))
    clock = Clock()
    with clock.on_annotation(), clock.stage("assemble"):
        archive, _problems = assemble(seeds)
    with clock.stage("pages"):
        lookups = Lookups(archive)
        pages = everything.render(lookups, permanence.Published())
    with clock.stage("outputs"):
        for _path, chunks in outputs.files(lookups):
            b"".join(chunks)
    with clock.stage("engine"):
        html = [_html(page) for page in pages.values()]
    with clock.stage("search"):
        head = f"<meta {reading.DOCUMENT_MARK} content='a'></head>"
        read = (reading.read_page(head + page, "a") for page in html)
        for page in read:
            feed.html_for_index(page) if page else None
    return clock.seconds


def _html(page: str) -> str:
    from regesta.accelerator import blocks
    from regesta.accelerator.inline import Unknown

    body = page.split("\n---\n", 1)[1]
    try:
        return blocks.render(body, str).html
    except Unknown:
        return markdown.markdown(body, extensions=EXTENSIONS)


def megabytes() -> float:
    """Return the most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure all kinds, or those named."""
    parser = argparse.ArgumentParser(prog="python -m bench.one_text", description=__doc__)
    parser.add_argument("kind", nargs="*")
    parser.add_argument("-n", "--length", type=int, action="append")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if unknown := [kind for kind in given.kind if kind not in (*hard_texts.KINDS, NOTHING)]:
        kinds = "\n  ".join(hard_texts.KINDS)
        parser.error(f"no kind of text is called {unknown[0]!r}; there are\n  {kinds}")
    if given.here:
        _measure_here(given.kind[0], given.length[0])
        return
    lengths = given.length or list(LENGTHS)
    empty = _measured(NOTHING, 20)["seconds"]
    for kind in given.kind or hard_texts.KINDS:
        shown = []
        for length in lengths:
            figures = measured(kind, length, empty)
            spent = figures["seconds"]
            slow = ", ".join(f"{k} {v:.2f}" for k, v in spent.items() if v > 0.2)
            shown.append(f"{sum(spent.values()):6.2f} s {figures['megabytes']:4.0f} MB ({slow})")
        print(f"{kind:36} {'  |  '.join(shown)}", flush=True)
        if given.output:
            _keep(given.output, kind, figures)


def measured(kind: str, length: int, empty: Seconds | None = None) -> dict[str, Any]:
    """Return what a text of *kind* takes in a process of its own: ``seconds`` by
    stage, beyond what an archive of one word takes (*empty*, measured unless it
    is given), and the most ``megabytes`` held."""
    figures = _measured(kind, length)
    empty = empty or _measured(NOTHING, 20)["seconds"]
    figures["seconds"] = {k: v - empty.get(k, 0) for k, v in figures["seconds"].items()}
    return figures


def _keep(path: Path, kind: str, figures: dict[str, Any]) -> None:
    """Put the *figures* of *kind* among those in the file."""
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    kept[kind] = {
        "seconds": round(sum(figures["seconds"].values()), 1),
        "megabytes": round(figures["megabytes"]),
    }
    rows = [f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(kept.items())]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _measured(kind: str, length: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.one_text", "--here", "-n", str(length), kind]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=True, timeout=PATIENCE, cwd=ROOT
        )
    except subprocess.SubprocessError as error:
        return {"seconds": {type(error).__name__: float(PATIENCE)}, "megabytes": 0}
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _measure_here(kind: str, length: int) -> None:
    make = hard_texts.repeated("word ") if kind == NOTHING else hard_texts.KINDS[kind]
    cli.collect_seldom()
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        seconds = whole(make(length), Path(folder))
    print(json.dumps({"seconds": seconds, "megabytes": megabytes()}))


if __name__ == "__main__":
    main()
