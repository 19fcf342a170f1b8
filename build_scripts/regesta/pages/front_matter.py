"""Front matter: YAML that says exactly what it was given.

Written in readable Unicode where that reads back the same, otherwise in
PyYAML's ASCII form, which was shown to be faithful for every hostile title.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml

from regesta.whitespace import fold


def dump(data: Mapping[str, Any]) -> str:
    """Return *data* (strings, numbers, booleans, lists, mappings) as YAML."""
    try:
        return "".join(_mapping(data, ""))
    except ValueError:
        pass
    readable: str = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
    try:
        if yaml.load(readable, _Loader) == dict(data):
            return readable
    except yaml.YAMLError:
        pass
    return yaml.safe_dump(dict(data), sort_keys=False, width=10_000)


# Forty times as fast, and the same in what it reads.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_KEY = re.compile(r"@?[A-Za-z][A-Za-z0-9_-]{0,60}")


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a mapping in PyYAML's block style.  Its emitter is asked
    for each string alone and once, and whether that reads back: that is where
    nearly all the time went.  Raises :class:`ValueError` for what might read
    otherwise."""
    for key, value in data.items():
        if not _KEY.fullmatch(key):
            raise ValueError("a key that may need a form of its own")
        name = _string(key)
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:\n"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{name}:\n"
            for item in value:
                if isinstance(item, Mapping | list):
                    raise ValueError("a list of more than plain values")
                yield f"{indent}- {_scalar(item)}\n"
        else:
            yield f"{indent}{name}: {_scalar(value)}\n"


def _scalar(value: object) -> str:
    return _string(value) if isinstance(value, str) else _dumped(value)


@lru_cache(8192)
def _string(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else _dumped(value)


_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
_PLAIN = re.compile(
    r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)[A-Za-z]"
    rf"[{_LETTERS}0-9_./()–—“”‘’·-]{{0,90}}"
    rf"(?:[,;]? [{_LETTERS}0-9(“‘·][{_LETTERS}0-9_./()–—“”‘’·-]{{0,90}}){{0,90}}"
)
"""Strings that PyYAML writes as they are: words of letters, figures and marks
that mean nothing in YAML, with one space between them."""


def _dumped(value: object) -> str:
    """Return *value* as PyYAML writes it in Unicode; raises :class:`ValueError`
    for what takes several lines, which would need their place in the whole, or
    reads back as something else."""
    shown: str = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    shown = shown.removesuffix("...\n").removesuffix("\n")
    if "\n" in shown:
        raise ValueError("more than one line")
    try:
        read = yaml.load(f"a:\n  b: {shown}\n  c:\n  - {shown}\n  d: e\n", _Loader)
    except yaml.YAMLError:
        raise ValueError("what does not read back") from None
    if read != {"a": {"b": value, "c": [value], "d": "e"}}:
        raise ValueError("what reads back as something else")
    return shown


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
