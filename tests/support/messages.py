"""What the program prints for each code of a problem, out of the examples that
tests hold it to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "data"
MESSAGES = DATA / "problems" / "messages.yaml"
OTHERS = ("seeds", "tables")


def recipes() -> dict[str, dict[str, Any]]:
    """Return the examples of :data:`MESSAGES`, code to example."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(MESSAGES.read_text("utf-8"))
    return found


def printed(code: str, output: str) -> str:
    """Return the first message of *code* in what a command printed, with the
    lines that are indented below it; "" where there is none."""
    head = rf"(?m)^\S[^\n]*: (?:notice: |warning: )?{code} [^\n]*(?:\n    [^\n]*)*"
    found = re.search(head, output)
    return found[0] + "\n" if found else ""


def samples() -> dict[str, str]:
    """Return code to a message that is printed for it."""
    out = {code: recipe["said"] for code, recipe in recipes().items()}
    texts = [
        path.read_text("utf-8").partition("--- #")[2]
        for folder in OTHERS
        for path in sorted((DATA / folder).glob("*.yaml"))
    ]
    for code in _codes(texts):
        out.setdefault(code, next(filter(None, (printed(code, text) for text in texts))))
    return out


def _codes(texts: list[str]) -> set[str]:
    place = r"(?m)^\S[^\n]*?: (?:notice: |warning: )?([a-z]+(?:-[a-z]+)+) "
    return {code for text in texts for code in re.findall(place, text)}
