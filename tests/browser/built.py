"""One page of every kind of a built archive, and a server for them."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

TOOLS = Path(__file__).parent / "node_modules"
"""Where ``npm ci`` puts what package.json names."""

ENTITY_FOLDERS = ("people", "organisations", "places", "topics", "events")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


class _AsHosted(_Quiet):
    """Serves as hosts of static sites do: connections are kept, text is
    compressed."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".html", ".css", ".js", ".svg") or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


@contextmanager
def served(site: Path, *, as_hosted: bool = False) -> Iterator[str]:
    """Serve *site* on this machine alone; yield its address."""
    handler = functools.partial(_AsHosted if as_hosted else _Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def largest(folder: Path) -> list[str]:
    """Return the largest page in *folder*, besides its index, from the site's
    root; none where there is no page."""
    pages = [p for p in sorted(folder.glob("*.html")) if p.name != "index.html"]
    pages.sort(key=lambda p: p.stat().st_size)
    return [f"{folder.name}/{pages[-1].name}"] if pages else []


def one_of_each(site: Path) -> list[str]:
    """Return a page of every kind of *site*, the largest where there are many."""
    found = sorted(p.name for p in site.glob("*.html"))
    for folder in ("documents", *ENTITY_FOLDERS, "chronology", "sources"):
        if (site / folder / "index.html").exists():
            found.append(f"{folder}/index.html")
        found += largest(site / folder)
    return found
