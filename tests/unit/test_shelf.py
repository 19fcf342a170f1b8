"""What waits on the disk comes back as it was."""

from __future__ import annotations

import os
from pathlib import Path

from regesta.kept.shelf import Row, Shelf
from regesta.kept.spool import CHUNK, Spool


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        places = [spool.put(chunks) for chunks in ([b"one", b", two"], [], [b"x" * (CHUNK + 1)])]
        assert [spool.get(place) for place in places] == [b"one, two", b"", b"x" * (CHUNK + 1)]


def test_the_file_has_no_name(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.put([b"a text that may be withheld later"])
        assert not list(tmp_path.iterdir())


def test_a_shelf_on_the_disk_and_one_in_memory(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        for shelf in (Shelf[bytes](spool), Shelf[bytes]()):
            shelf[b"k"], shelf[b"l"] = b"first", b"second"
            shelf[b"k"] = b"anew"
            other = Shelf[bytes](shelf.spool)
            other.share(shelf, b"k")
            del shelf[b"k"]
            assert dict(other) == {b"k": b"anew"}
            assert dict(shelf) == {b"l": b"second"}


def test_a_row_reads_what_its_shelf_has_by_then() -> None:
    shelf = Shelf[bytes]()
    row = Row(shelf, [b"b", b"a"])
    shelf[b"a"], shelf[b"b"] = b"1", b"2"
    assert [*row] == [b"2", b"1"]
    assert [*row[1:]] == [b"1"]


def test_a_forked_process_reads_without_moving_the_place_of_others(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        one, two = spool.put([b"one"]), spool.put([b"two"])
        if not hasattr(os, "fork"):
            return
        child = os.fork()
        if child == 0:
            os._exit(0 if spool.get(two) == b"two" else 1)
        assert spool.get(one) == b"one"
        assert os.waitpid(child, 0)[1] == 0
