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

from bench import plot, report
from bench.collection import Collection

HERE = Path(__file__).resolve().parent
CODE = HERE.parent / "build_scripts"


def main() -> None:
    """Read the command line, measure, write the three results."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("number", nargs="*", type=int, help="documents (default: 100 1000)")
    parser.add_argument("--keep", type=Path, help="make the collections here and leave them")
    parser.add_argument("--no-stock", action="store_true", help="leave MkDocs alone out")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "results")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        place = given.keep or Path(folder)
        runs = [_measured(n, place, not given.no_stock) for n in given.number or [100, 1000]]
    given.output.mkdir(parents=True, exist_ok=True)
    results = json.dumps(runs, indent=1) + "\n"
    (given.output / "figures.json").write_text(results, "utf-8")
    (given.output / "cost.svg").write_text(plot.draw(runs), "utf-8")
    print(report.table(runs))


def _measured(number: int, place: Path, with_stock: bool) -> dict[str, Any]:
    root = place / f"n{number}"
    if not (root / "seeds").exists():
        print(f"Making {number} documents …", file=sys.stderr)
        Collection(number).write(root)
    print(f"Building {number} documents …", file=sys.stderr)
    stages = _run("whole", root) | _run("again", root)
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
