"""JSON Schemas of the records, for editors that complete and check YAML.

Made from the models that check the records, so the two cannot disagree.  The
committed copies in ``schemas/`` are what a line such as
``# yaml-language-server: $schema=…`` names; a test holds them to the models.
"""

from __future__ import annotations

import json
from typing import Any

from regesta.seeds.entity_records import EntityRecord, EventRecord
from regesta.seeds.records import ArchiveRecord, DescriptionRecord
from regesta.seeds.values import Record

_MODELS: dict[str, tuple[type[Record], str]] = {
    "archive.json": (ArchiveRecord, "seeds/archive.yml"),
    "description.json": (DescriptionRecord, "seeds/documents/NAME.yml"),
    "entity.json": (EntityRecord, "seeds/entities/KIND/ID.yml"),
    "event.json": (EventRecord, "seeds/entities/events/ID.yml"),
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name (JSON Schema 2020-12)."""
    return {name: _text(model, place) for name, (model, place) in _MODELS.items()}


def _text(model: type[Record], place: str) -> str:
    schema = _for_editors(model.model_json_schema(mode="validation"))
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": place}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _for_editors(node: Any) -> Any:
    """Say what may be written, where the model says what becomes of it."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: _properties(value) if key == "properties" else _for_editors(value)
        for key, value in node.items()
        # Class names and defaults say nothing to those who write the file.
        if not (key == "title" and isinstance(value, str)) and key != "default"
    }
    if made.get("type") == "string" and "enum" not in made:
        # An editor takes 2024 for a number; we read every value as a text.
        made["type"] = ["string", "number"]
    if str(made.get("$ref", "")).endswith("/PassageRecord"):
        # Words alone are a passage too.
        made = {**made, "anyOf": [{"type": "string"}, {"$ref": made.pop("$ref")}]}
        made.pop("$ref", None)
    return made


def _properties(fields: dict[str, Any]) -> dict[str, Any]:
    """Make over the fields; their names are no schema keywords."""
    return {
        name: {
            **_for_editors(field),
            **({"anyOf": _one_or_list(field)} if name == "mention" else {}),
        }
        for name, field in fields.items()
    }


def _one_or_list(field: dict[str, Any]) -> list[Any]:
    return [{"type": "string"}, *_for_editors(field.get("anyOf", []))]
