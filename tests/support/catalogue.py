"""The catalogue of interface strings, drawn from the program.

    .venv/bin/python tests/support/catalogue.py

writes ``build_scripts/regesta/locale/regesta.pot``; a test fails where it is
not up to date.
"""

from __future__ import annotations

import ast
import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import write_po

PACKAGE = Path(__file__).parents[2] / "build_scripts" / "regesta"
TEMPLATE = PACKAGE / "locale" / "regesta.pot"


def drawn() -> Catalog:
    """Return every string that the program hands to the catalogue, also those
    that stand inside other strings (f-strings)."""
    catalogue = Catalog(project="regesta", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                literal = [a.value for a in node.args if isinstance(a, ast.Constant)]
                strings = tuple(value for value in literal if isinstance(value, str))
                if node.func.id in ("_", "noted") and strings:
                    catalogue.add(strings[0])
                elif node.func.id == "counted" and len(strings) == 2:
                    catalogue.add(strings)
    return catalogue


def template() -> str:
    """Return the catalogue as a PO template (GNU gettext), without dates."""
    stream = io.BytesIO()
    write_po(stream, drawn(), omit_header=True, no_location=True, sort_output=True, width=99)
    return stream.getvalue().decode("utf-8")


def pseudo(path: Path, begin: str, end: str) -> None:
    """Write to *path* a catalogue in which each string stands between *begin*
    and *end*."""
    catalogue = Catalog(locale="en", fuzzy=False)
    for message in drawn():
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = tuple(f"{begin}{id}{end}" for id in ids)
        catalogue.add(message.id, said if len(said) > 1 else said[0])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue)


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), "utf-8")
