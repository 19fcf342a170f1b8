"""``seeds/history.tsv``: what was done to documents, as git tells it.

The job that publishes writes it; the build never asks git.  Each line has four
columns with tabs between: the document (its id, or its path from the archive's
root), the day, what was done, and by whom (may be empty).  Lines that begin
with ``#`` are passed over.
"""

from __future__ import annotations

from datetime import date

from regesta.model import HistoryEntry, Problem
from regesta.problems import EACH, problem

PATH = "seeds/history.tsv"

Told = dict[str, tuple[HistoryEntry, ...]]


def parse(data: bytes) -> tuple[Told, list[Problem]]:
    """Return document (as the file names it) to what was done, in the file's
    order, and the lines that are not of their form."""
    told: dict[str, list[HistoryEntry]] = {}
    problems: list[Problem] = []
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if (
            len(columns) not in (3, 4)
            or not columns[0]
            or not columns[2]
            or not _is_day(columns[1])
        ):
            stop = len(problems) + 1 == EACH
            message = f"this line is not of its form{'; no more of the file was read' * stop}"
            problems.append(problem("history-line", message, PATH, number, 1))
            if stop:
                break
            continue
        document, on, what, by = [*columns, ""][:4]
        told.setdefault(document, []).append(HistoryEntry(on, what, by))
    return {document: tuple(entries) for document, entries in told.items()}, problems


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
