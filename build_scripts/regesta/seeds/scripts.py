"""Names that are not what they look like: letters of two scripts in one word (UTS
39, 5.1 and 5.2), and characters that are not to be seen.

A Cyrillic “А” in a Latin name looks like what it is not: the name is found in
no text, and two records can seem to have one name.  A word may mix what is
written together (the scripts of Japanese, Korean and Chinese, and Latin with
any script but Cyrillic and Greek): the level that the standard calls
Moderately Restrictive.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from regesta.model import Problem
from regesta.problems import printable
from regesta.seeds import look_alikes
from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.holdings import SeedDocument
from regesta.seeds.records import DescriptionRecord
from regesta.seeds.strict_yaml import Way

if TYPE_CHECKING:
    import regex

_WITH_LATIN = (
    "Arabic Armenian Bengali Bopomofo Devanagari Ethiopic Georgian Gujarati Gurmukhi Hangul Han "
    "Hebrew Hiragana Kannada Katakana Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu "
    "Thaana Thai Tibetan"
).split()
"""Recommended scripts (UAX 31, table 5) that may stand with Latin in a word."""
_TOGETHER = ("Han Hiragana Katakana", "Han Hangul", "Han Bopomofo")
_ALONE = ("Cyrillic", "Greek")
_PLAIN = 0x250
"""Letters below are Latin or belong to no script."""
_JOINERS = "\u200c\u200d"
_MOST = 3
"""Letters that are named."""


def remarks(
    documents: Iterable[SeedDocument], entities: Iterable[EntityRecord]
) -> Iterator[Problem]:
    """Give a notice for each word of a supplied title or a name that mixes scripts,
    or stands in letters that look like those of another."""
    documents = list(documents)
    names = list(_named(documents, entities))
    for record, way, words in names:
        if said := mixed(words):
            yield record.where.problem("script-mixed", said, *way)
        if said := unseen(words):
            yield record.where.problem("name-unseen", said, *way)
    yield from look_alikes.remarks(names, documents)


def _named(
    documents: Iterable[SeedDocument], entities: Iterable[EntityRecord]
) -> Iterator[look_alikes.Named]:
    for held in documents:
        if held.description:
            for way, words in _of_description(held.description):
                yield held.description, way, words
    for record in entities:
        for way, words in _of_entity(record):
            yield record, way, words


def unseen(words: str) -> str:
    """Say which character in *words* is not to be seen, "" where there is none.
    Joiners belong to names in Persian and in scripts of India."""
    plain = words.isascii() or all(ord(c) < _PLAIN or c in _JOINERS for c in words)
    for character in words:
        joins = character in _JOINERS and not plain
        if not joins and not character.isspace() and printable(character) != character:
            name = unicodedata.name(character, "a control character")
            return f"“{words}” holds {name} (U+{ord(character):04X}), which is not to be seen"
    return ""


def mixed(words: str) -> str:
    """Say which letters stand among those of another script, "" where none do."""
    if all(ord(character) < _PLAIN for character in words):
        return ""
    for word in _letters().findall(words):
        if not _sound().fullmatch(word):
            return f"“{word}” mixes letters of two scripts: {_odd(word, words)}"
    return ""


def _odd(word: str, words: str) -> str:
    """Name the letters of *word* that are of another script than most of *words*."""
    letters = [c for c in words if c.isalpha()]
    is_latin = 2 * sum(map(_is_latin, letters)) >= len(letters)
    odd = dict.fromkeys(c for c in word if _is_latin(c) != is_latin) or dict.fromkeys(word)
    named = [f"“{c}” is {unicodedata.name(c, 'unnamed')} (U+{ord(c):04X})" for c in odd]
    return "; ".join([*named[:_MOST], *(["…"] if len(named) > _MOST else [])])


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")


@cache
def _letters() -> regex.Pattern[str]:
    import regex

    return regex.compile(r"[\p{L}\p{M}]+")


@cache
def _sound() -> regex.Pattern[str]:
    """Return what a word is that mixes nothing; one of rarer scripts alone is sound."""
    import regex

    every = _any(" ".join((*_WITH_LATIN, *_ALONE, "Latin")))
    kinds = [
        *(_any(f"Common Inherited Latin {scripts}") for scripts in (*_WITH_LATIN, *_TOGETHER)),
        *(_any(f"Common Inherited {script}") for script in _ALONE),
        f"[^{every[1:-1]}]",
    ]
    return regex.compile("|".join(f"{kind}+" for kind in kinds))


def _any(scripts: str) -> str:
    return "[" + "".join(rf"\p{{scx={name}}}" for name in scripts.split()) + "]"


def _of_description(record: DescriptionRecord) -> Iterator[tuple[Way, str]]:
    if record.title and record.title.supplied:
        yield ("title", "supplied"), record.title.supplied


def _of_entity(record: EntityRecord) -> Iterator[tuple[Way, str]]:
    yield ("name",), record.name
    for key in ("variants", "short_forms"):
        for at, words in enumerate(getattr(record, key)):
            yield (key, at), words
