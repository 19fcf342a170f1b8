"""A server for this machine alone: the site, and word of every new build."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"
OWN = "/regesta-preview/"
SCRIPT = f"{OWN}reload.js"
CHANGES = f"{OWN}changes"
_RELOAD = f"""(function () {{
  var known = null;
  new EventSource("{CHANGES}").onmessage = function (event) {{
    if (known !== null && event.data !== known) location.reload();
    known = event.data;
  }};
}})();
"""
_TAG = f'<script src="{SCRIPT}"></script>'.encode()


class Builds:
    """How many builds there were; whoever waits is told of the next."""

    def __init__(self) -> None:
        self._number = 0
        self._open = True
        self._news = threading.Condition()

    def add(self) -> None:
        """Tell of a build that changed something."""
        with self._news:
            self._number += 1
            self._news.notify_all()

    def close(self) -> None:
        """Send everybody home."""
        with self._news:
            self._open = False
            self._news.notify_all()

    def wait(self, after: int, seconds: float) -> tuple[int, bool]:
        """Return the number, once it is greater than *after* or *seconds* have
        passed, and whether there will be more."""
        with self._news:
            self._news.wait_for(lambda: self._number > after or not self._open, seconds)
            return self._number, self._open


class Server(ThreadingHTTPServer):
    """Serves the folder *site*, and before it what *fresh* gives for an address;
    port 0 takes any that is free.

    Only requests that name this machine are answered: a page elsewhere that
    has its own name lead here gets nothing.  Raises :class:`OSError` where the
    port is taken.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, site: Path, port: int, *, reload: bool = True,
        fresh: Callable[[str], bytes | None] = lambda _address: None,
    ) -> None:  # fmt: skip
        self.builds = Builds()
        self.reload = reload
        self.fresh = fresh
        super().__init__((HOST, port), partial(_Handler, directory=str(site)))

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no news."""


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012  (so the class above has it)
        **SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript",
        ".html": "text/html; charset=utf-8", ".txt": "text/plain; charset=utf-8",
    }  # fmt: skip

    def do_GET(self) -> None:
        """Answer with a file, or with what the preview adds."""
        if self.headers.get("Host", "") not in self._names():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == CHANGES:
            self._tell()
        elif self.path == SCRIPT:
            self._send(_RELOAD.encode(), "text/javascript")
        elif not self._sent_page():
            super().do_GET()

    def _names(self) -> set[str]:
        return {f"{name}:{self.server.server_port}" for name in (HOST, "localhost")}

    def _sent_page(self) -> bool:
        """Send a page with the script, where it is one."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix != ".html":
            return False
        site = Path(str(self.directory))
        html = self.server.fresh(path.relative_to(site).as_posix())
        if html is None:
            if not self.server.reload or not path.is_file():
                return False
            html = path.read_bytes()
        if self.server.reload:
            head, end, tail = html.rpartition(b"</body>")
            html = head + _TAG + end + tail if end else tail
        self._send(html, "text/html; charset=utf-8")
        return True

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell(self) -> None:
        """Hold the line and say the number of each build."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        said, more = -1, True
        while more:
            number, more = self.server.builds.wait(said, 15.0)
            self.wfile.write(b":\n\n" if number == said else b"data: %d\n\n" % number)
            self.wfile.flush()
            said = number

    def end_headers(self) -> None:
        """Nothing is kept in the browser: the next build may change it."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""
