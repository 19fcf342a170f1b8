"""The committed JSON Schemas are those of the models."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import regesta.seeds
from regesta.seeds.schemas import schemas

FOLDER = Path(regesta.seeds.__file__).parent / "schemas"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_committed_copy_is_current(name: str) -> None:
    """Write them anew with REGESTA_UPDATE=1."""
    text = schemas()[name]
    if os.environ.get("REGESTA_UPDATE"):
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    assert (FOLDER / name).read_text("utf-8") == text


def test_no_other_schema_is_committed() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(schemas())


def _properties(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for part in node.values():
            yield from _properties(part)
    elif isinstance(node, list):
        for part in node:
            yield from _properties(part)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_key_is_described_and_no_other_allowed(name: str) -> None:
    schema = json.loads(schemas()[name])
    assert schema["additionalProperties"] is False
    for key, field in _properties(schema):
        if isinstance(field, dict) and "properties" not in field:
            assert field.get("description"), key
