"""Bytes that wait on the disk, not in memory, until they are asked for.

The file has no name: it goes with the processes that hold it open, however
these end.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path

CHUNK = 1 << 20

Place = tuple[int, int]
"""Where in the file something begins, and its length in bytes."""


class Spool:
    """A file in *folder*, closed when nobody needs it.  Forked processes may
    read it; one at a time may write."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            self._file = os.dup(file.fileno())
        self.close = weakref.finalize(self, os.close, self._file)

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def put(self, chunks: Iterable[bytes]) -> Place:
        """Write *chunks* one after another; return their place."""
        start = end = os.lseek(self._file, 0, os.SEEK_END)
        for chunk in chunks:
            left = memoryview(chunk)
            while left:
                written = os.write(self._file, left)
                end += written
                left = left[written:]
        return start, end - start

    def get(self, place: Place) -> bytes:
        """Return what was put at *place*."""
        return b"".join(self.chunks(place))

    def chunks(self, place: Place) -> Iterator[bytes]:
        """Yield what was put at *place* in pieces of a megabyte at most."""
        start, length = place
        while length > 0:
            data = self._read(start, min(length, CHUNK))
            if not data:
                raise OSError("what waited on the disk is no longer there")
            yield data
            start, length = start + len(data), length - len(data)

    def _read(self, start: int, length: int) -> bytes:
        if hasattr(os, "pread"):  # forked processes share the place at which a file is read
            return os.pread(self._file, length, start)
        os.lseek(self._file, start, os.SEEK_SET)
        return os.read(self._file, length)
