"""Every interface string goes through one catalogue (GNU gettext).

English is the source language: without a catalogue each string stands as it
is written in the code, and locale/regesta.pot lists all of them.  An archive
whose ``archive.yml`` names another language is said in it where a translation
is there (:mod:`regesta.seeds.interface`).  To try one out, whatever the archive
says, name its file, compiled or not:

    REGESTA_CATALOGUE=fr.po regesta build

What is said while a module is loaded would be said in English for good, so
strings that stand there are only :func:`noted`, and asked for when shown.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Generic, TypeVar, overload

K = TypeVar("K")

VARIABLE = "REGESTA_CATALOGUE"
"""The environment's name for the path of a catalogue (PO or MO)."""

ACTING = '<>"`\\[]*_&#|~\n'
"""Characters that could act as HTML or Markdown where a string is put in."""

MOST = 5
"""Faults of a catalogue that are told."""

SPEECH = "en"
"""The language (BCP 47) of the strings in the code."""


@dataclass(frozen=True, slots=True, eq=False)
class Interface:
    """What pages speak: *language* (BCP 47), and *digest* of the catalogue's
    bytes, which tells it from others; empty for English as it is written."""

    language: str
    catalogue: gettext.NullTranslations
    digest: bytes = b""


ENGLISH = Interface(SPEECH, gettext.NullTranslations())


def read(data: bytes, language: str = "") -> Interface:
    """Return the interface of the catalogue in *data*, compiled (MO) or as its
    translator wrote it (PO); without *language* its own header tells which.
    Raises ValueError, with the line where it is known, if it is none."""
    digest = hashlib.sha256(data + language.encode()).digest()
    try:
        catalogue = gettext.GNUTranslations(io.BytesIO(_compiled(data)))
    except (OSError, UnicodeError, SyntaxError, LookupError) as error:
        raise ValueError(str(error)) from error
    if faults := _faults(catalogue):
        raise ValueError("; ".join(faults[:MOST]))
    told = catalogue.info().get("language", "").replace("_", "-")
    return Interface(language or told or SPEECH, catalogue, digest)


def _faults(catalogue: gettext.GNUTranslations) -> list[str]:
    """Say which translations would break a page: other fields in braces than
    the string has, or characters that act as markup and are not in it."""
    out = []
    # gettext offers no other way to all of its strings.
    strings: dict[str | tuple[str, int], str] = catalogue._catalog  # type: ignore[attr-defined]
    for key, said in strings.items():
        text = key[0] if isinstance(key, tuple) else key
        if not text:
            continue  # the header
        try:
            strange = _fields(said) - _fields(text) - ({"{n}"} if text != key else set())
        except ValueError:
            strange = {"a brace without its other half"}
        strange |= {mark for mark in ACTING if said.count(mark) > text.count(mark)}
        if strange:
            out.append(f"“{said}”, for “{text}”: {', '.join(sorted(strange))} must not be there")
    return out


def _fields(text: str) -> set[str]:
    """Return the fields in braces of *text*.  Raises ValueError where a brace
    stands alone."""
    return {
        f"{{{name}}}" for _text, name, _spec, _how in Formatter().parse(text) if name is not None
    }


def _compiled(data: bytes) -> bytes:
    if data[:4] in (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"):
        return data
    # Few archives need what follows.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    out = io.BytesIO()
    try:
        write_mo(out, read_po(io.BytesIO(data), abort_invalid=True))
    except PoFileError as error:
        raise ValueError(f"line {error.lineno + 1}: {error.args[0]}") from error
    return out.getvalue()


def _asked() -> Interface | None:
    """Return the interface that the environment asks for.  Raises OSError or
    ValueError where there is none at its path."""
    path = os.environ.get(VARIABLE, "")
    return read(Path(path).read_bytes()) if path else None


_fixed = _asked()
_spoken = [_fixed or ENGLISH]


def speak(interface: Interface) -> None:
    """Let everything be said by *interface* from now on, unless the
    environment asked for another."""
    _spoken[0] = _fixed or interface


def interface() -> Interface:
    """Return what everything is said by."""
    return _spoken[0]


def language() -> str:
    """Return the language of the interface (BCP 47)."""
    return _spoken[0].language


RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ug"})


def direction(tag: str) -> str:
    """Return which way the language of a BCP 47 *tag* runs: ltr or rtl."""
    return "rtl" if tag.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def digest() -> bytes:
    """Return what tells the catalogue in use from others."""
    return _spoken[0].digest


def _(text: str) -> str:
    """Return *text* in the interface language."""
    return _spoken[0].catalogue.gettext(text) if text else ""


def counted(one: str, many: str, number: int) -> str:
    """Return *one* or *many*, by the language's plural rule, with ``{n}`` set
    to *number*."""
    return _spoken[0].catalogue.ngettext(one, many, number).format(n=number)


def noted(text: str) -> str:
    """Return *text*, which is thereby in the catalogue, to be said later."""
    return text


class Words(Sequence[str]):
    """A list of :func:`noted` strings, each said when it is asked for."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        found = self._texts[at]
        return _(found) if isinstance(found, str) else [_(one) for one in found]

    def __len__(self) -> int:
        return len(self._texts)


class Table(Mapping[K, str], Generic[K]):
    """:func:`noted` strings by what they stand for, said when asked for."""

    def __init__(self, texts: Mapping[K, str]) -> None:
        self._texts = texts

    def __getitem__(self, key: K) -> str:
        return _(self._texts[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


CERTAINTIES = Words(noted("certain"), noted("probable"), noted("possible"))
"""What records say of certainty; pages hand the record's word to ``_``."""

_SPELLED = Words(
    noted("no"), noted("one"), noted("two"), noted("three"), noted("four"), noted("five"),
    noted("six"), noted("seven"), noted("eight"), noted("nine"), noted("ten"), noted("eleven"),
    noted("twelve"),
)  # fmt: skip


def spelled(number: int) -> str:
    """Return a small whole number as a word, a larger one in figures."""
    return _SPELLED[number] if number < len(_SPELLED) else str(number)
