"""Words that stand on nearly every page, by how what follows them begins.

A phrase with "the" in it would load every place where that stands.  So the
places of such a word are written once more, in rows of their own: those before
a word with "a", with "b" and so on.  In a phrase the search page asks for the
row of the word that follows, a twentieth of the whole; the next word of the phrase
then decides, as ever.

A row is Pagefind's: ``[word, [[step from the page before, places, []], …], []]``,
where places are steps too, from 0 again after each weight (a negative number).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import cbor2

from regesta.search.chunks import META_CHUNKS, SIZE

MARK = "\ua66d"
"""A letter before the word of such a row, which no query meets: nothing else begins so."""
LEAST = 20_000
"""Bytes of a word's row, unpacked, from which it is written once more."""
BEGINNINGS = (*string.ascii_lowercase, "0")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_PLAIN = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+|[0-9]+")


def beginnings(word: str) -> Sequence[str]:
    """Return in which rows a place before *word* belongs: in that of its first
    letter, in none where it is no word, in all where Pagefind may read it in
    more ways than one (by its parts, without accents)."""
    bare = _EDGES.sub("", word)
    if not bare:
        return ()
    if not _PLAIN.fullmatch(bare):
        return BEGINNINGS
    return (bare[0].lower() if bare[0].isalpha() else "0",)


def with_following(
    meta: bytes, files: Mapping[str, bytes], pages: Sequence[Sequence[str]], least: int
) -> tuple[bytes, dict[str, bytes], list[str]]:
    """Return ``pf_meta`` and the files of words with the further rows, and of
    which words these are; *pages* are the words of each page, as Pagefind
    numbers pages and words.  What is of another form than is known stays as it is.
    """
    out, listed = dict(files), cbor2.loads(meta)
    try:
        rows = listed[META_CHUNKS]
        if max((max(row[:2]) for row in rows), default="") >= MARK:
            return meta, out, []  # such a row would stand among others
        heavy = [row for data in files.values() if (row := _only(data, least))]
        found = sorted(row for one in heavy for row in _parted(one, pages))
        for group in _groups(found):
            name = str(len(rows))
            rows.append([group[0][0], group[-1][0], name])
            out[name] = cbor2.dumps([group])
    except (IndexError, TypeError, ValueError):
        return meta, dict(files), []
    return cbor2.dumps(listed), out, sorted(row[0] for row in heavy)


def _only(data: bytes, least: int) -> Any:
    """Return the row of a file that holds nothing but one long one."""
    if len(data) < least:
        return None
    [words] = cbor2.loads(data)
    return words[0] if len(words) == 1 and words[0][0].isascii() else None


def _parted(row: Sequence[Any], pages: Sequence[Sequence[str]]) -> Iterator[list[Any]]:
    """Yield the rows that *row* becomes."""
    word, listed, _variants = row
    rows: dict[str, list[Any]] = {beginning: [] for beginning in BEGINNINGS}
    last = dict.fromkeys(BEGINNINGS, 0)
    number = 0
    for step, places, _meta in listed:
        number += step
        for beginning, own in _places(places, pages[number]).items():
            rows[beginning].append([number - last[beginning], own, []])
            last[beginning] = number
    yield from ([f"{MARK}{word}{beginning}", own, []] for beginning, own in rows.items() if own)


def _places(places: Iterable[int], words: Sequence[str]) -> dict[str, list[int]]:
    """Return *places* by the beginning of what follows there."""
    out: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    weight, at = 0, 0
    for one in places:
        if one < 0:
            weight, at = one, 0
            last = {}
            continue
        at += one
        for beginning in beginnings(words[at + 1]) if at + 1 < len(words) else ():
            own = out.setdefault(beginning, [])
            if beginning not in last and weight:
                own.append(weight)
            own.append(at - last.get(beginning, 0))
            last[beginning] = at
    return out


def _groups(rows: Sequence[list[Any]], size: int = SIZE) -> Iterator[list[list[Any]]]:
    """Yield *rows* in groups of at most *size* bytes, or of one."""
    group: list[list[Any]] = []
    length = 0
    for row in rows:
        length += len(cbor2.dumps(row))
        if group and length > size:
            yield group
            group, length = [], len(cbor2.dumps(row))
        group.append(row)
    if group:
        yield group
