"""One browser for the run, and the ways to a site: a server and a folder."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve *site* on this machine; give its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def own_on_the_web(own: Path) -> Iterator[str]:
    with served(own / "site") as address:
        yield address


@pytest.fixture(params=["web", "folder"])
def home(request: pytest.FixtureRequest, own: Path, own_on_the_web: str) -> str:
    """The address of the repository's own archive, over http and as a folder."""
    return own_on_the_web if request.param == "web" else f"{(own / 'site').as_uri()}/"
