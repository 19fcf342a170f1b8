"""``regesta preview``: the archive in a browser while it is edited."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path

import click
from mkdocs.exceptions import MkDocsException

from regesta import building, locking
from regesta.commands.console import close, directory_option, print_problems, root_of
from regesta.model import Problem
from regesta.previewing.serving import Server
from regesta.previewing.watching import Watch
from regesta.problems import printable
from regesta.search.index import SearchError

SETTLING = 0.05
"""Seconds after a change in which an editor may still be writing."""


@click.command("preview")
@directory_option
@click.option(
    "-p", "--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
    help="Where to serve on this machine; 0 takes any port that is free.",
)  # fmt: skip
@click.option("--no-reload", is_flag=True, help="Do not let the browser load pages anew by itself.")
@click.pass_context
def preview_(context: click.Context, directory: Path | None, port: int, no_reload: bool) -> None:
    """Show the archive in a browser while you edit it.

    Builds docs/ and site/ as `regesta build` does, serves the site to this
    machine alone, and builds again whenever a file in seeds/, a hand-written
    page in docs/ or mkdocs.yml is changed. Pages that are open load anew by
    themselves. What is wrong is said here, and the last good page stays.
    Ctrl-C ends it.
    """
    root = root_of(context, directory)
    try:
        server = Server(root / "site", port, reload=not no_reload)
    except OSError:
        message = f"Port {port} cannot be had. Name another: regesta preview --port {port + 1}"
        raise click.UsageError(message) from None
    preview = _Preview(root, server)
    preview.build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"Look at {server.address} (Ctrl-C ends the preview).", err=True)
    try:
        preview.run()
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        server.builds.close()
        server.shutdown()
        server.server_close()
    close("The preview is over.", 0)


class _Preview:
    """Builds again and again.  *server* is told of each build."""

    def __init__(self, root: Path, server: Server) -> None:
        self._root = root
        self._server = server
        self._made: frozenset[str] = frozenset()
        self._again = False
        self._known: set[tuple[str, str, str]] | None = None

    def run(self) -> None:
        """Build whenever something changes, until the user has enough."""
        watch = Watch(self._root, self._made_pages)
        watch.start()
        try:
            while True:
                # With a limit, so that Ctrl-C is heard on every system.
                if watch.changed.wait(1.0) or self._again:
                    time.sleep(SETTLING)
                    watch.changed.clear()
                    self.build()
        finally:
            watch.stop()

    def _made_pages(self, path: str) -> bool:
        return path in self._made

    def _accepts(self, problems: Sequence[Problem]) -> bool:
        """What was wrong from the beginning does not hold up the preview, what
        an edit makes wrong does."""
        return self._known is None or _wrong(problems) <= self._known

    def build(self) -> None:
        """Build once; whatever goes wrong is said, and the preview goes on."""
        start = time.monotonic()
        self._again = False
        try:
            built = building.build(self._root, accept=self._accepts)
        except locking.Locked:
            click.echo("Another build of this archive is at work; waiting.", err=True)
            self._again = True
            return
        except (MkDocsException, SearchError) as error:
            said = printable(" ".join(str(error).split()))
            click.echo(f"The site could not be made: {said}. The last good one stays.", err=True)
            return
        except OSError as error:
            click.echo(f"The disk refused: {error.strerror or error}. Trying again.", err=True)
            return
        print_problems(built.problems, "text")
        if not built.paths:
            click.echo("The last good pages stay until this is mended.", err=True)
            return
        self._made = built.paths
        self._known = _wrong(built.problems)
        self._server.builds.add()
        seconds = time.monotonic() - start
        changed = f"{built.written} pages written, {built.removed} removed"
        click.echo(f"{time.strftime('%H:%M:%S')}  {changed}, in {seconds:.1f} s.", err=True)


def _wrong(problems: Sequence[Problem]) -> set[tuple[str, str, str]]:
    return {(p.code, p.path, p.message) for p in problems if p.severity == "error"}
