"""How fast texts are annotated: characters a processor second, by stage.

``python -m bench.annotate [-d DOCUMENTS] [RECORDS …]`` annotates a collection
(see :mod:`bench.collection`) with 200, 2,000 and 20,000 authority records, each
in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.collection import Collection
from bench.one_text import Clock, megabytes

RECORDS = (200, 2_000, 20_000)


def measured(documents: int, records: int, root: Path) -> dict[str, Any]:
    """Annotate a collection made in the empty folder *root*; return its
    characters (code points), seconds by stage and megabytes held."""
    from regesta import cli
    from regesta.archive.assemble import assemble
    from regesta.seeds.reading import read

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])  # one core, one process
    Collection(documents, records).write(root)
    seeds, problems = read(root)
    if problems:
        raise SystemExit(f"{len(problems)} problems, the first: {problems[0]}")
    cli.collect_seldom()  # as every command does
    clock = Clock()
    with clock.on_annotation(), clock.stage("rest"):
        assemble(seeds)
    return {
        "records": len(seeds.entities),
        "characters": sum(len(d.source.text) for d in seeds.documents if d.source),
        "seconds": clock.seconds,
        "megabytes": megabytes(),
    }


def table(runs: list[dict[str, Any]]) -> str:
    """Return million characters a second by stage, a column a run."""
    stages = list(dict.fromkeys(stage for run in runs for stage in run["seconds"]))
    lines = ["million characters a second" + _cells(f"{run['records']:,}" for run in runs)]
    for stage in sorted(stages, key=lambda s: -runs[-1]["seconds"].get(s, 0.0)):
        lines.append(
            f"{stage:27}" + _cells(_rate(run, run["seconds"].get(stage, 0)) for run in runs)
        )
    lines.append(f"{'all':27}" + _cells(_rate(run, sum(run["seconds"].values())) for run in runs))
    lines.append(f"{'megabytes held':27}" + _cells(f"{run['megabytes']:.0f}" for run in runs))
    return "\n".join(lines)


def _rate(run: dict[str, Any], seconds: float) -> str:
    return f"{run['characters'] / 1e6 / max(seconds, 0.001):.2f}"


def _cells(values: Any) -> str:
    return "".join(f"{value:>12}" for value in values)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.annotate", description=__doc__)
    parser.add_argument("records", nargs="*", type=int, help="default: 200 2000 20000")
    parser.add_argument("-d", "--documents", type=int, default=400)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
            print(json.dumps(measured(given.documents, given.records[0], Path(folder))))
        return
    runs = []
    for records in given.records or RECORDS:
        command = [sys.executable, "-m", "bench.annotate", "--here", f"-d{given.documents}"]
        done = subprocess.run(
            [*command, str(records)], stdout=subprocess.PIPE, text=True, check=True
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    print(table(runs))


if __name__ == "__main__":
    main()
