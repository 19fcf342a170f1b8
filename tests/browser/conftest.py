"""One browser for the run, and the ways to a site: a server and a folder."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium as it is on this machine, with no flag that loosens anything.

    Only root needs one, for Chromium's sandbox refuses to be run by root."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.skip("there is no Chromium on this machine (CHROMIUM can name one)")
    home = tmp_path_factory.mktemp("home")  # Chromium writes into its user's home
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            env={**os.environ, "HOME": str(home)},
        )
        yield chromium
        chromium.close()


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
