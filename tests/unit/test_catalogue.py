"""The catalogue of interface strings holds all that the program hands to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from support import catalogue


def test_the_template_is_up_to_date() -> None:
    """``python tests/support/catalogue.py`` writes it."""
    assert catalogue.TEMPLATE.read_text("utf-8") == catalogue.template()


def test_nothing_is_said_while_a_module_is_loaded() -> None:
    """The language is known later: what stands there is ``noted``."""
    wrong = [
        f"{path.relative_to(catalogue.PACKAGE)}:{line}"
        for path in sorted(catalogue.PACKAGE.rglob("*.py"))
        for line in _said(ast.parse(path.read_text("utf-8")))
    ]
    assert wrong == []


def _said(node: ast.AST) -> Iterator[int]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.Lambda):
            continue
        name = child.func if isinstance(child, ast.Call) else None
        if isinstance(name, ast.Name) and name.id in ("_", "counted"):
            yield name.lineno
        yield from _said(child)
