"""``python -m bench.preview [N …]``: how long a save takes to be seen.

Makes and builds a collection of N documents (default: 1000), starts the preview
and listens as a browser does: from the moment a file is saved until the page
that shows what was saved is there.  Then until all is built.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from bench import published
from bench.collection import Collection
from bench.edits import describe, vary

HERE = Path(__file__).resolve().parent
CODE = HERE.parent / "build_scripts"
PATHS = os.pathsep.join([str(HERE.parent), str(CODE)])


class Preview:
    """A preview of the archive in *root*, in a process of its own."""

    def __init__(self, root: Path, said: Path) -> None:
        self._said = said
        with said.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "regesta", "-C", str(root), "preview", "--port", "0"],
                stdout=out, stderr=out, env={**os.environ, "PYTHONPATH": PATHS},
            )  # fmt: skip
        self.wait_for("Look at http", 1)
        self.address = self.words().partition("Look at ")[2].split()[0]

    def words(self) -> str:
        """Return all that it has said."""
        return self._said.read_text("utf-8")

    def wait_for(self, words: str, times: int) -> None:
        """Wait until it has said *words* that often."""
        while self.words().count(words) < times:
            if self.process.poll() is not None:
                raise SystemExit(self.words())
            time.sleep(0.01)

    def get(self, path: str) -> str:
        """Return a page as a browser gets it."""
        with urllib.request.urlopen(self.address + path, timeout=600) as answer:
            return str(answer.read().decode("utf-8"))

    @contextmanager
    def news(self) -> Iterator[Callable[[], None]]:
        """Listen as an open page does; yield what waits for word of a change."""
        address = f"{self.address}regesta-preview/changes"
        with urllib.request.urlopen(address, timeout=600) as stream:

            def wait() -> None:
                while not stream.readline().startswith(b"data: "):
                    pass

            wait()
            yield wait

    def end(self) -> None:
        """End it."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)


def measured(root: Path, times: int) -> dict[str, Any]:
    """Save a description, and a person's record, *times* each, and wait for
    their pages; return the seconds of each, and until all was built."""
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        preview = Preview(root, Path(folder, "said"))
        try:
            out = {
                name: [_seen(preview, partial(edit, root), n) for n in range(times)]
                for name, edit in {"description": describe, "variant": vary}.items()
            }
            started, built = time.perf_counter(), preview.words().count("pages written")
            describe(root)
            preview.wait_for("pages written", built + 1)
            return {**out, "whole": [round(time.perf_counter() - started, 2)]}
        finally:
            preview.end()


def _seen(preview: Preview, edit: Callable[[], tuple[str, str]], number: int) -> float:
    """Return the seconds from a save to its page.  Every second save comes while
    the build after the one before is on its way, which is then ended."""
    built = preview.words().count("pages written")
    with preview.news() as wait:
        start = time.perf_counter()
        page, mark = edit()
        wait()
        while mark not in preview.get(page):
            time.sleep(0.005)
        took = time.perf_counter() - start
    if number % 2:
        preview.wait_for("pages written", built + 1)
    return round(took, 3)


def main() -> None:
    """Read the command line, measure, print and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.preview", description=__doc__)
    parser.add_argument("number", nargs="*", type=int, help="documents (default: 1000)")
    parser.add_argument("--keep", type=Path, help="make the collections here and leave them")
    parser.add_argument("-n", "--times", type=int, default=6, help="saves of each kind")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "results")
    parser.add_argument(
        "--publish", action="store_true", help="keep the figures in bench/measured/"
    )
    given = parser.parse_args()
    output = published.FOLDER if given.publish else given.output
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        for number in given.number or [1000]:
            root = (given.keep or Path(folder)) / f"n{number}"
            if not (root / "seeds").exists():
                Collection(number).write(root)
            figures = {"documents": number, **measured(root, given.times)}
            (output / f"preview-{number}.json").write_text(json.dumps(figures) + "\n")
            for name in ("description", "variant", "whole"):
                seconds = figures[name]
                middle, most = statistics.median(seconds), max(seconds)
                print(f"{number:>6} documents  {name:<12} {middle:.2f} s, at most {most:.2f} s")


if __name__ == "__main__":
    main()
