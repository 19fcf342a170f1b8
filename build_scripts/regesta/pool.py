"""Work shared out to forked processes, where the system has them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from regesta.apart import end_with

T = TypeVar("T")

FEWEST = 64
"""Pieces of work from which other processes are worth their start."""
AT_ONCE = 8
"""Pieces that a process takes at once."""

LIFE = 1_000
"""Pieces after which processes that gather memory are renewed: what they read
of this process's memory they come to hold themselves."""

_work: Callable[[int], object] | None = None


def processes() -> int:
    """Return how many processes may work: one where there is no fork."""
    if sys.platform != "linux":
        return 1  # elsewhere a forked process may not use what the system's libraries hold
    return len(os.sched_getaffinity(0))


def each(
    work: Callable[[int], T], order: Sequence[int], life: int | None = None
) -> Iterator[tuple[int, T]]:
    """Yield each number of *order* with what *work* makes of it, in that order.

    The processes are forked here, and again after each *life* pieces: they see
    all that is in memory then, and nothing of what they change comes back but
    what *work* returns.  Raises what
    *work* raises, and :class:`concurrent.futures.BrokenExecutor` where a process
    was killed.
    """
    number = min(processes(), len(order) // AT_ONCE)
    if len(order) < FEWEST or number < 2:
        for index in order:
            yield index, work(index)
        return
    global _work
    _work = work
    try:
        for start in range(0, len(order), life or len(order)):
            gc.freeze()  # else the collector would write to, and so copy, every page of memory
            yield from _shared_out(order[start:][:life], number)
    finally:
        gc.unfreeze()
        _work = None


def _shared_out(order: Sequence[int], number: int) -> Iterator[tuple[int, Any]]:
    with warnings.catch_warnings():
        # Python 3.12 warns wherever there is a thread, even one that sleeps.
        warnings.simplefilter("ignore", DeprecationWarning)
        # Not multiprocessing.Pool: it waits for ever for a process that was killed.
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(number, context, end_with, (os.getpid(),)) as executor:
            yield from zip(order, executor.map(work_one, order, chunksize=AT_ONCE), strict=True)


def work_one(index: int) -> Any:
    """Do the work that was set before the fork; called in the processes."""
    assert _work is not None
    return _work(index)
