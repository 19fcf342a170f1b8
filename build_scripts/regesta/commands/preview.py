"""``regesta preview``: the archive in a browser while it is edited."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import click

from regesta.building import Prepared
from regesta.commands.console import close, directory_option, print_problems, root_of
from regesta.commands.telling import Telling
from regesta.model import Problem
from regesta.previewing.pages import Pages
from regesta.previewing.serving import Server
from regesta.previewing.settling import Order, Settled, Settling, Wrong, settled, wrong
from regesta.previewing.warm import Warm
from regesta.previewing.watching import Watch
from regesta.progress import Tell, silent

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
    machine alone, and goes on as files in seeds/, hand-written pages in docs/
    or mkdocs.yml are changed: the page that is open loads anew at once, made
    out of what was changed; the build of the whole follows, and a further save
    ends it. What is wrong is said here, and the last good page stays. Ctrl-C
    ends the preview.
    """
    # A shell that starts it behind something else has it ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    root = root_of(context, directory)
    pages = Pages(root)
    try:
        server = Server(root / "site", port, reload=not no_reload, fresh=pages.html)
    except OSError:
        message = f"Port {port} cannot be had. Name another: regesta preview --port {port + 1}"
        raise click.UsageError(message) from None
    preview = _Preview(root, server, pages)
    try:
        preview.begin()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Look at {server.address} (Ctrl-C ends the preview).", err=True)
        preview.run()
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        preview.end()
        server.builds.close()
        server.shutdown()
        server.server_close()
    close("The preview is over.", 0)


class _Preview:
    """Shows every save at once and builds the whole after it.  *server* is told
    of what browsers should load anew, *pages* holds what is not built yet."""

    def __init__(self, root: Path, server: Server, pages: Pages) -> None:
        self._root = root
        self._server = server
        self._pages = pages
        self._warm = Warm(root)
        self._made: frozenset[str] = frozenset()
        self._known: set[Wrong] | None = None
        self._settling: Settling | None = None
        self._began = 0.0
        self._unseen = True
        self._is_ready = False
        self._told: tuple[Problem, ...] = ()
        self._watch = Watch(root, lambda path: path in self._made)

    def begin(self) -> None:
        """Build once; what is saved from now on is seen.  Where that took its time
        anyway, the first save need not wait for what :meth:`run` does first."""
        self._watch.start()
        self._began = time.monotonic()
        telling = Telling()
        try:
            ended = settled(Order(str(self._root), None), telling)
            self._take(ended)
            if ended.built and ended.built.written:
                self._get_ready(telling)
        finally:
            telling.end()

    def run(self) -> None:
        """Show and build whenever something changes, until the user has enough."""
        if not self._is_ready:
            self._get_ready(silent)
        while True:
            # With a limit, so that Ctrl-C is heard on every system.
            if self._watch.changed.wait(0.05 if self._settling else 1.0):
                time.sleep(SETTLING)
                self._watch.changed.clear()
                self._show()
            elif self._settling and (ended := self._settling.done()):
                self._settling = None
                self._take(ended)

    def end(self) -> None:
        """End what is on its way, and look no longer."""
        self._halt()
        self._watch.stop()

    def _halt(self) -> None:
        """End the build of the whole that is on its way."""
        if self._settling:
            self._settling.end()
            self._settling = None

    def _get_ready(self, tell: Tell) -> None:
        """Read the archive, so that a save costs what it touches."""
        self._is_ready = True
        prepared = self._warmed(tell)
        if prepared and not self._watch.changed.is_set():
            self._pages.get_ready(prepared)

    def _warmed(self, tell: Tell = silent) -> Prepared | None:
        try:
            return self._warm.prepared(tell)
        except OSError as error:
            click.echo(f"The disk refused: {error.strerror or error}.", err=True)
            return None

    def _show(self) -> None:
        """Show what was changed, and begin to build the whole."""
        self._began = time.monotonic()
        self._halt()
        prepared = self._warmed()
        if prepared is None:
            return
        self._say(prepared.problems)
        # What was wrong from the beginning does not hold up the preview.
        if self._known is not None and not wrong(prepared.problems) <= self._known:
            click.echo("The last good pages stay until this is mended.", err=True)
            return
        self._known = wrong(prepared.problems)
        if not self._watch.beyond_seeds.is_set() and self._pages.renew(prepared):
            self._server.builds.add()
            click.echo(f"{self._clock()}  Shown in {self._seconds():.1f} s.", err=True)
        else:
            self._unseen = True
        self._watch.beyond_seeds.clear()
        self._settling = Settling(self._root, self._known)

    def _take(self, ended: Settled) -> None:
        """Take in how a build of the whole ended."""
        built = ended.built
        if built is None:
            click.echo(ended.trouble, err=True)
            if ended.again:
                time.sleep(1.0)
                self._settling = Settling(self._root, self._known)
            return
        self._say(built.problems)
        if not built.paths:
            return
        self._made = built.paths
        self._known = wrong(built.problems)
        if self._pages.settle(built.paths) or self._unseen:
            self._server.builds.add()
        self._unseen = False
        changed = f"{built.written} pages written, {built.removed} removed"
        click.echo(f"{self._clock()}  {changed}, in {self._seconds():.1f} s.", err=True)

    def _say(self, problems: tuple[Problem, ...]) -> None:
        """Print what is wrong, once."""
        if problems != self._told:
            print_problems(problems, "text")
        self._told = problems

    def _seconds(self) -> float:
        return time.monotonic() - self._began

    def _clock(self) -> str:
        return time.strftime("%H:%M:%S")
