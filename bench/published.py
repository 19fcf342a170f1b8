"""The figures that are published: kept in ``bench/measured/``, shown in README.md."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.report import STAGES, whole

FOLDER = Path(__file__).resolve().parent / "measured"
README = FOLDER.parents[1] / "README.md"
BEGIN, END = "<!-- figures: python -m bench --publish -->\n", "<!-- end of figures -->\n"
COLUMNS = (
    "documents", "pages", "whole way", "MkDocs alone, pages only", "engine against MkDocs",
    "one description changed", "one variant name changed", "nothing changed", "memory",
    "a save is seen",
)  # fmt: skip


def runs(folder: Path) -> list[dict[str, Any]]:
    """Return what was measured, by number of documents, from the files of *folder*,
    each with what was measured of the preview, if that was."""
    found = [json.loads(path.read_text("utf-8")) for path in folder.glob("n*.json")]
    for run in found:
        path = folder / f"preview-{run['documents']}.json"
        if path.is_file():
            run["preview"] = json.loads(path.read_text("utf-8"))
    return sorted(found, key=lambda run: int(run["documents"]))


def table(runs: Sequence[dict[str, Any]]) -> str:
    """Return the figures as a table in Markdown."""
    lines = [_row(COLUMNS), _row(["---:"] * len(COLUMNS))]
    return "".join(f"{line}\n" for line in [*lines, *(_row(_cells(run)) for run in runs)])


def searches(folder: Path) -> str:
    """Return what a search costs its reader as a table in Markdown, from what was
    measured of it in *folder*; nothing where that was not."""
    path = folder / "search.json"
    if not path.is_file():
        return ""
    measured = json.loads(path.read_text("utf-8"))
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for row in measured["rows"]:
        rows.setdefault(row["query"], {})[row["way"]] = row
    head = (
        f"first results of {measured['documents']:,} documents", "found", "over http", "loaded",
        "from a folder", "memory of the page",
    )  # fmt: skip
    lines = [_row(head), _row(["---", *["---:"] * 5])]
    for query, ways in rows.items():
        http, file = ways["http"], ways["file"]
        found = f"{int(http['documents']):,}"
        times = [f"{way['median'] / 1000:.1f} s" for way in (http, file)]
        most = max(http["renderer"], file["renderer"])
        lines.append(
            _row([query, found, times[0], f"{http['kilobytes']} kB", times[1], f"{most} MB"])
        )
    return "".join(f"{line}\n" for line in lines)


def show(runs: Sequence[dict[str, Any]], readme: Path = README, folder: Path = FOLDER) -> None:
    """Put the tables of *runs* and of the searches measured in *folder* into
    *readme*, between its two marks."""
    before, _mark, rest = readme.read_text("utf-8").partition(BEGIN)
    _old, _mark, after = rest.partition(END)
    tables = "\n".join(filter(None, (table(runs), searches(folder))))
    readme.write_text(f"{before}{BEGIN}\n{tables}\n{END}{after}", "utf-8")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(run: dict[str, Any]) -> list[str]:
    stages = run["stages"]
    seconds = {name: figures["seconds"] for name, figures in stages.items()}
    stock = seconds.get("stock")
    most = max(stages[stage]["megabytes"] for stage in STAGES)
    seen = run.get("preview", {}).get("description")

    def edit(name: str) -> str:
        if name not in seconds:
            return "–"
        share = f" ({seconds[name] / stock:.1%})" if stock else ""
        return f"{seconds[name]:.1f} s{share}"

    return [
        f"{run['documents']:,}", f"{run['pages']:,}", f"{whole(run):.0f} s",
        f"{stock:.0f} s" if stock else "–",
        f"{stock / seconds['engine']:.1f} times as fast" if stock else "–",
        edit("description"), edit("variant"), edit("nothing"), f"{most:.0f} MB",
        f"{statistics.median(seen):.1f} s" if seen else "–",
    ]  # fmt: skip
