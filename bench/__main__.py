"""``python -m bench [N …]``: make collections, build them, say what it cost."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import plot, published, report
from bench.collection import Collection

HERE = Path(__file__).resolve().parent
CODE = HERE.parent / "build_scripts"


def main() -> None:
    """Read the command line, measure, write the results beside those of other runs."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("number", nargs="*", type=int, help="documents (default: 100 1000)")
    parser.add_argument("--keep", type=Path, help="make the collections here and leave them")
    parser.add_argument("--no-stock", action="store_true", help="leave MkDocs alone out")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "results")
    parser.add_argument(
        "--publish", action="store_true",
        help="keep the figures in bench/measured/ and show all of that in README.md",
    )  # fmt: skip
    given = parser.parse_args()
    output = published.FOLDER if given.publish else given.output
    output.mkdir(parents=True, exist_ok=True)
    numbers = given.number or ([] if given.publish else [100, 1000])
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        place = given.keep or Path(folder)
        for number in numbers:
            run = _measured(number, place, not given.no_stock)
            (output / f"n{number}.json").write_text(json.dumps(run, indent=1) + "\n", "utf-8")
    runs = published.runs(output)
    (output / "cost.svg").write_text(plot.draw(runs), "utf-8")
    if given.publish:
        published.show(runs)
    print(report.table(runs))


def _measured(number: int, place: Path, with_stock: bool) -> dict[str, Any]:
    root = place / f"n{number}"
    if not (root / "seeds").exists():
        print(f"Making {number} documents …", file=sys.stderr)
        Collection(number).write(root)
    print(f"Building {number} documents …", file=sys.stderr)
    stages: dict[str, Any] = {}
    for name in ("whole", "nothing", "description", "variant", "bundle"):
        stages |= _run(name, root)
    if with_stock:
        stages |= _run("stock", root)
    return {
        "documents": number,
        "pages": sum(1 for _ in (root / "docs").rglob("*.md")),
        "source_bytes": _size(root / "seeds"),
        "site_bytes": _size(root / "site"),
        "processors": os.cpu_count(),
        "stages": stages,
    }


def _run(what: str, root: Path) -> dict[str, Any]:
    paths = os.pathsep.join([str(HERE.parent), str(CODE)])
    done = subprocess.run(
        [sys.executable, "-m", "bench.stages", what, str(root)],
        env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


if __name__ == "__main__":
    main()
