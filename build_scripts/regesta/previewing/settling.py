"""The build of the whole, in a process of its own, which a further save ends.

Whatever is left of a build that was ended is put right by the next.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from mkdocs.exceptions import MkDocsException

from regesta import building, locking
from regesta.building import Built
from regesta.model import Problem
from regesta.problems import printable
from regesta.progress import Tell, silent
from regesta.search.index import SearchError

Wrong = tuple[str, str, str]
"""Code, path and message of an error."""


class Settled(msgspec.Struct):
    """How a build of the whole ended: what it came to, or why it came to
    nothing; *again* tells that it may be tried again."""

    built: Built | None = None
    trouble: str = ""
    again: bool = False


class Order(msgspec.Struct):
    """What is to be built; errors but the *known* ones stop it, if there are any."""

    root: str
    known: set[Wrong] | None


def wrong(problems: Sequence[Problem]) -> set[Wrong]:
    """Return the errors among *problems*."""
    return {(p.code, p.path, p.message) for p in problems if p.severity == "error"}


class Settling:
    """A build of the archive in *root* on its way."""

    def __init__(self, root: Path, known: Collection[Wrong] | None) -> None:
        self._answer = tempfile.TemporaryFile()  # noqa: SIM115 (open until the end is read)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "regesta.previewing.settling"],
            stdin=subprocess.PIPE, stdout=self._answer,
            start_new_session=True,  # so that the processes it forks end with it
        )  # fmt: skip
        order = Order(str(root.absolute()), None if known is None else set(known))
        assert self._process.stdin is not None
        with self._process.stdin as stdin, suppress(BrokenPipeError):
            stdin.write(msgspec.json.encode(order))

    def done(self) -> Settled | None:
        """Return how it ended, None where it has not."""
        if self._process.poll() is None:
            return None
        with self._answer as answer:
            answer.seek(0)
            said = answer.read()
        try:
            return msgspec.json.decode(said, type=Settled)
        except msgspec.DecodeError:
            return Settled(trouble="The build of the whole came to no end.")

    def end(self) -> None:
        """End it where it is."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        self._answer.close()


def settled(order: Order, tell: Tell = silent) -> Settled:
    """Build as *order* says."""

    def accept(problems: Sequence[Problem]) -> bool:
        return order.known is None or wrong(problems) <= order.known

    try:
        return Settled(building.build(Path(order.root), tell=tell, accept=accept))
    except locking.Locked:
        return Settled(trouble="Another build of this archive is at work; waiting.", again=True)
    except (MkDocsException, SearchError) as error:
        said = printable(" ".join(str(error).split()))
        return Settled(trouble=f"The site could not be made: {said}. The last good one stays.")
    except OSError as error:
        return Settled(trouble=f"The disk refused: {error.strerror or error}.")


def main() -> None:
    """Read the order from standard input, build, say how it ended."""
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.json.encode(settled(order)))


if __name__ == "__main__":
    main()
