"""Front matter: YAML that says exactly what it was given.

Written in readable Unicode where that reads back the same, otherwise in
PyYAML's ASCII form, which was shown to be faithful for every hostile title.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import yaml

from regesta.whitespace import fold


def dump(data: Mapping[str, Any]) -> str:
    """Return *data* (strings, numbers, booleans, lists, mappings) as YAML."""
    readable = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
    try:
        if yaml.safe_load(readable) == dict(data):
            return readable
    except yaml.YAMLError:
        pass
    return yaml.safe_dump(dict(data), sort_keys=False, width=10_000)


def page(front: Mapping[str, Any], body: str) -> str:
    """Return a whole page; one newline at the end."""
    return f"---\n{dump(front)}---\n\n{body.strip(chr(10))}\n"


def inert_title(title: str) -> str:
    """Return *title* HTML-escaped, for the ``title`` key: Material prints it
    raw.  Characters that no HTML page can hold become U+FFFD."""
    shown = "".join("�" if _unprintable(c) else c for c in fold(title))
    return html.escape(shown, quote=True)


def _unprintable(character: str) -> bool:
    code = ord(character)
    return (
        code < 0x20 or 0x7F <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    )
