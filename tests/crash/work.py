"""Commands run in processes of their own that need not import anything.

Starting Python and importing the program takes longer than building three
texts.  A server that has done so once forks for each command; a kill meets the
command itself, wherever it is.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest import mock

from regesta import bundle, search, verifying  # noqa: F401 - imported once, for all
from regesta.cli import main
from regesta.search import index  # noqa: F401

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["crash.work"])


def _run(arguments: list[str], said: str) -> None:
    os.setsid()
    with Path(said).open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        sys.stdout, sys.stderr = out, out
        main(arguments)


@atexit.register
def _forget() -> None:
    for left in Path(tempfile.gettempdir()).glob(f"regesta-said-{os.getpid()}-*"):
        left.unlink()


def _said(root: Path) -> Path:
    """Return where what is said goes: not to *root*, whose disk may be full."""
    return Path(tempfile.gettempdir(), f"regesta-said-{os.getpid()}-{root.parent.name}")


def start(root: Path, *arguments: str) -> BaseProcess:
    """Begin ``regesta -C ROOT ARGUMENTS`` in the background."""
    said = _said(root)
    child = FORKS.Process(target=_run, args=(["-C", str(root), *arguments], str(said)))
    with mock.patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)):
        child.start()  # the first time the server too, which looks there alone
    return child


def done(root: Path, *arguments: str) -> tuple[int | None, str]:
    """Run a command to its end; return its exit status and what it said."""
    child = start(root, *arguments)
    child.join()
    words = _said(root).read_text("utf-8")
    _said(root).unlink()
    return child.exitcode, words


def kill(child: BaseProcess, *, alone: bool) -> None:
    """Kill a command (-9), *alone* or with all that it started."""
    assert child.pid
    with contextlib.suppress(ProcessLookupError):
        os.kill(child.pid, signal.SIGKILL)
        if not alone:
            os.killpg(child.pid, signal.SIGKILL)
    child.join()
