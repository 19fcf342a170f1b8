"""Pagefind's files of words, cut into smaller ones, and names that weigh little.

A search loads from every part the file that holds its word, with thousands of
others; Pagefind offers no size to choose.  Its files are CBOR (RFC 8949): a
list of words in order, each with the pages where it stands, and in ``pf_meta``
the pages, each with its name and number of words, and the first and last word
of each file.  Pagefind names pages and files after their content, and these
names are most of ``pf_meta``, which every search loads: here they are numbers,
and the folder of the part is named after the content of all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import cbor2

SIZE = 8_000
"""Bytes of a file, unpacked, that is not begun with a longer word (packed, a third)."""

META_PAGES = 1
"""Place of the list of pages, ``[name, number of words]``, in ``pf_meta``."""
META_CHUNKS = 2
"""Place of the list of files, ``[first word, last word, name]``, in ``pf_meta``."""


def smaller(meta: bytes, chunks: Mapping[str, bytes], size: int) -> tuple[bytes, dict[str, bytes]]:
    """Return *meta* and *chunks* (name to content, unpacked) with each file cut
    into some of at most *size* bytes, or of one word, named by number.

    A file of another form than is known is not cut; where the list is of
    another form than is known, all is left as it is.
    """
    listed = _read(meta)
    if not _is_known(listed, chunks):
        return meta, dict(chunks)
    rows: list[list[str]] = []
    files: dict[str, bytes] = {}
    for row in listed[META_CHUNKS]:
        for first, last, content in _cut(row, chunks[row[2]], size):
            name = str(len(rows))
            rows.append([first, last, name])
            files[name] = content
    listed[META_CHUNKS] = rows
    return cbor2.dumps(listed), files


def numbered(meta: bytes) -> tuple[bytes, list[str]]:
    """Return *meta* with a number, from 0, as the name of each page, and the
    names that there were; none where the list is of another form than is known."""
    listed = _read(meta)
    try:
        names = [name for name, _words in listed[META_PAGES]]
        listed[META_PAGES] = [
            [str(n), words] for n, (_name, words) in enumerate(listed[META_PAGES])
        ]
    except (IndexError, TypeError, ValueError):
        return meta, []
    return cbor2.dumps(listed), names


def _read(content: bytes) -> Any:
    """Return what *content* holds; None where it would not be written again
    as it is."""
    try:
        found = cbor2.loads(content)
    except cbor2.CBORDecodeError:
        return None
    return found if cbor2.dumps(found) == content else None


def _is_known(listed: Any, chunks: Mapping[str, bytes]) -> bool:
    return (
        isinstance(listed, list)
        and len(listed) > META_CHUNKS
        and isinstance(listed[META_CHUNKS], list)
        and {row[2] for row in listed[META_CHUNKS]} == set(chunks)
    )


def _cut(row: Sequence[str], content: bytes, size: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield first word, last word and content of each file that one becomes."""
    first, last, _name = row
    words = _words(content)
    if words is None:
        yield first, last, content
        return
    groups: list[list[_Word]] = [[]]
    length = 0
    for word in words:
        length += len(word.encoded)
        if groups[-1] and length > size:
            groups.append([])
            length = len(word.encoded)
        groups[-1].append(word)
    for number, group in enumerate(groups):
        start = first if number == 0 else group[0].word
        end = last if number == len(groups) - 1 else group[-1].word
        yield start, end, _joined(group)


class _Word(NamedTuple):
    """A word, and its row in a file."""

    word: str
    encoded: bytes


def _words(content: bytes) -> list[_Word] | None:
    """Return the words of a file; None where it is of another form.

    Each row is read by itself, for the sake of where it ends: a megabyte of
    words by chance has as many rows, which would all be held at once.
    """
    number, at = _list_of_one_list(content)
    stream = io.BytesIO(content)
    stream.seek(at)
    decoder = cbor2.CBORDecoder(stream)
    words: list[_Word] = []
    try:
        for _number in range(number):
            row = decoder.decode()
            if not isinstance(row, list) or not row:
                return None
            words.append(_Word(row[0], content[at : stream.tell()]))
            at = stream.tell()
    except cbor2.CBORDecodeError:
        return None
    return words if words and at == len(content) else None


def _list_of_one_list(content: bytes) -> tuple[int, int]:
    """Return how many items the only list in the list *content* has, and where
    the first begins (RFC 8949, section 3); no item where it is none."""
    if not content.startswith(b"\x81") or len(content) < 2:
        return 0, 0
    kind, size = content[1] & 0xE0, content[1] & 0x1F
    if kind != 0x80 or size > 26:
        return 0, 0
    at = 2 + (1 << (size - 24) if size > 23 else 0)
    return int.from_bytes(content[2:at], "big") if size > 23 else size, at


def _joined(words: Sequence[_Word]) -> bytes:
    """Return a file of *words*: a list of one list."""
    head = cbor2.dumps([None] * len(words))[: -len(words) or None]
    return b"\x81" + head + b"".join(word.encoded for word in words)
