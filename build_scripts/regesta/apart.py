"""A stage in a process of its own, so that it leaves nothing in the memory of
the next."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from regesta.progress import Done, Tell

T = TypeVar("T")


def apart(work: Callable[[Tell], T], tell: Tell) -> T:
    """Return what *work* returns, which is copied; what it tells of its progress
    is told on by *tell*.

    The process is forked here and sees all that is in memory; what it changes
    there is lost.  Raises what *work* raises, and
    :class:`concurrent.futures.BrokenExecutor` where it was killed.  Where there
    is no fork, *work* is done in this process.
    """
    if sys.platform != "linux":
        return work(tell)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(work, here, there, os.getpid()))
    with warnings.catch_warnings():
        # Python 3.12 warns wherever there is a thread, even one that sleeps.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    there.close()
    try:
        result: T = _heard(here, tell)
        process.join()
        return result
    finally:
        here.close()
        if process.is_alive():
            process.terminate()
            process.join()


def end_with(parent: int) -> None:
    """Let the system kill this process when the one that forked it (its number
    is *parent*) has ended: nothing may go on that holds the lock of a build that
    was killed."""
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG in linux/prctl.h
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before


def _run(work: Callable[[Tell], object], here: Connection, there: Connection, parent: int) -> None:
    end_with(parent)
    gc.freeze()  # else the collector would write to, and so copy, every page of memory
    here.close()

    def tell(stage: str, pieces: int) -> Done:
        there.send(("stage", (stage, pieces)))
        return lambda number: there.send(("done", number))

    try:
        there.send(("result", work(tell)))
    except Exception as error:
        there.send(("error", error))


def _heard(here: Connection, tell: Tell) -> Any:
    """Tell on what is heard until there is a result."""
    done: Done = lambda _number: None  # noqa: E731 - replaced by that of a stage
    while True:
        try:
            kind, said = here.recv()
        except EOFError:
            raise BrokenProcessPool("the process of a stage was killed") from None
        if kind == "stage":
            done = tell(*said)
        elif kind == "done":
            done(said)
        elif kind == "error":
            raise said
        else:
            return said
