"""Pagefind's files of words, cut into smaller ones.

A search loads from every part the file that holds its word, with thousands of
others; Pagefind offers no size to choose.  Its files are CBOR (RFC 8949): a
list of words in order, each with the pages where it stands, and in ``pf_meta``
the first and last word of each file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import cbor2

SIZE = 16_000
"""Bytes of a file, unpacked, from which the next begins (packed, a third)."""

META_CHUNKS = 2
"""Place of the list of files, ``[first word, last word, name]``, in ``pf_meta``."""


def smaller(
    meta: bytes, chunks: Mapping[str, bytes], size: int = SIZE
) -> tuple[bytes, dict[str, bytes]]:
    """Return *meta* and *chunks* (name to content, unpacked) with each file cut
    into some of about *size* bytes.

    What would not read back the same, and what is of another form than is
    known, is left as it is.
    """
    listed = _read(meta)
    if not _is_known(listed, chunks):
        return meta, dict(chunks)
    rows, files = [], {}
    for row in listed[META_CHUNKS]:
        for new_row, content in _cut(row, chunks[row[2]], size):
            rows.append(new_row)
            files[new_row[2]] = content
    listed[META_CHUNKS] = rows
    return cbor2.dumps(listed), files


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


def _cut(row: Sequence[str], content: bytes, size: int) -> Iterator[tuple[list[str], bytes]]:
    first, last, name = row
    whole = _read(content)
    if not isinstance(whole, list) or len(whole) != 1 or not isinstance(whole[0], list):
        yield list(row), content
        return
    groups: list[list[Any]] = [[]]
    length = 0
    for word in whole[0]:
        if length >= size:
            groups.append([])
            length = 0
        groups[-1].append(word)
        length += len(cbor2.dumps(word))
    for number, group in enumerate(groups):
        start = first if number == 0 else group[0][0]
        end = last if number == len(groups) - 1 else group[-1][0]
        piece = cbor2.dumps([group])
        stem = name.partition("_")[0]
        yield [start, end, f"{stem}_{hashlib.sha256(piece).hexdigest()[:10]}"], piece
