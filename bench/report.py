"""The figures as a table for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

STAGES = ("read", "annotate", "pages", "publish", "engine", "search", "manifest")
"""The way from seeds to a searchable site, in order."""

AGAIN = ("nothing", "description", "variant", "bundle")
"""Builds of an archive that is built: nothing changed, one description, one
record's variant name; and the bundle."""


def whole(run: dict[str, Any]) -> float:
    """Return the seconds of the whole way."""
    return float(sum(run["stages"][name]["seconds"] for name in STAGES))


def table(runs: Sequence[dict[str, Any]]) -> str:
    """Return seconds and peak megabytes by stage, a column a run."""
    head = ["stage"] + [f"{run['documents']:>8} s  {'MB':>6}" for run in runs]
    lines = ["  ".join(f"{cell:<9}" for cell in head)]
    for name in (*STAGES, "whole", "stock", "bytes", *AGAIN):
        cells = [_cell(run, name) for run in runs]
        if any(cells):
            lines.append("  ".join([f"{name:<9}", *cells]))
    lines.append("")
    for run in runs:
        lines.append(_sentence(run))
    return "\n".join(lines)


def _cell(run: dict[str, Any], name: str) -> str:
    if name == "whole":
        most = max(run["stages"][stage]["megabytes"] for stage in STAGES)
        return f"{whole(run):>8.2f} s  {most:>6.0f}"
    figures = run["stages"].get(name)
    return f"{figures['seconds']:>8.2f} s  {figures['megabytes']:>6.0f}" if figures else ""


def _sentence(run: dict[str, Any]) -> str:
    stages = run["stages"]
    said = f"{run['documents']} documents, {run['pages']} pages, {run['site_bytes'] / 1e6:.0f} MB"
    said += f" of site: {1000 * whole(run) / run['documents']:.1f} ms a document"
    if "stock" in stages:
        stock = stages["stock"]["seconds"]
        said += f"; the engine {stock / stages['engine']['seconds']:.1f} times as fast as stock"
        said += f"; the whole way takes {whole(run) / stock:.0%} of stock's time for pages alone"
        edit = stages["description"]["seconds"] if "description" in stages else 0.0
        said += f", one changed description {edit / stock:.1%}" if edit else ""
    return said + "."
