"""A stage in a process of its own does what it does in this one."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import BrokenExecutor

import pytest

from regesta.apart import apart
from regesta.progress import Done, Tell, silent

forked = pytest.mark.skipif(sys.platform != "linux", reason="there is no fork that is safe")


def test_its_result_and_what_it_tells() -> None:
    told: list[object] = []

    def tell(stage: str, pieces: int) -> Done:
        told.append((stage, pieces))
        return told.append

    def work(tell: Tell) -> dict[str, int]:
        done = tell("Counting", 2)
        done(1)
        done(2)
        return {"counted": 2}

    assert apart(work, tell) == {"counted": 2}
    assert told == [("Counting", 2), 1, 2]


def test_what_it_raises() -> None:
    def work(_tell: Tell) -> None:
        raise FileNotFoundError(2, "No such file", "seeds/archive.yml")

    with pytest.raises(FileNotFoundError, match=r"archive\.yml"):
        apart(work, silent)


@forked
def test_what_it_changes_is_lost() -> None:
    held = [1]
    apart(lambda _tell: held.append(2), silent)
    assert held == [1]


@forked
def test_a_process_that_is_killed() -> None:
    with pytest.raises(BrokenExecutor):
        apart(lambda _tell: os.kill(os.getpid(), signal.SIGKILL), silent)


@forked
def test_it_ends_with_the_one_that_forked_it() -> None:
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:

        def work(_tell: Tell) -> None:
            os.write(writing, b"begun")
            signal.pause()

        apart(work, silent)
    os.close(writing)
    assert os.read(reading, 5) == b"begun"
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    assert os.read(reading, 1) == b""  # nobody has it open any more
    os.close(reading)
