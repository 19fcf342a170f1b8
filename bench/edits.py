"""Edits of a made collection, as an editor makes them: once or again and again."""

from __future__ import annotations

import re
from pathlib import Path

_MARK = re.compile("Zebulon([0-9]+)")


def describe(root: Path) -> tuple[str, str]:
    """Change why a publisher was supplied, in the description in the middle;
    return the address of its page and the word that is new there."""
    path = _middle(root / "seeds" / "documents")
    text = path.read_text("utf-8")
    mark = _next_mark(text)
    path.write_text(re.sub("reason: .*", f"reason: Said by {mark}.", text, count=1), "utf-8")
    id = path.relative_to(root / "seeds" / "documents").with_suffix("").as_posix()
    return f"documents/{id.replace('/', '-')}.html", mark


def vary(root: Path) -> tuple[str, str]:
    """Give the person in the middle another variant name; return the address of
    the page and the word that is new there."""
    path = _middle(root / "seeds" / "entities" / "people")
    text = path.read_text("utf-8")
    mark = _next_mark(text)
    record = re.sub("variants: .*\n", "", text)
    family = re.findall("name: .* (.*)\n", record)[0]
    path.write_text(f"variants: [{mark} {family}]\n{record}", "utf-8")
    return f"people/{path.stem}.html", mark


def _middle(folder: Path) -> Path:
    files = sorted(folder.rglob("*.yml"))
    return files[len(files) // 2]


def _next_mark(text: str) -> str:
    found = _MARK.search(text)
    return f"Zebulon{int(found[1]) + 1 if found else 1}"
