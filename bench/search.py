"""``python -m bench.search SITE``: what a reader waits for and loads to search.

Each figure is from a browser started anew with an empty profile, on a site as
an ordinary static server gives it (nothing compressed) and from the folder.
Time runs from the navigation to ``#results[data-state=done]``, as the page's own
clock has it; bytes are all that came over the wire (over http) or the sizes of
the files asked for (from a folder).  Memory is the proportional set size.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

from playwright.sync_api import BrowserType, Page, sync_playwright

from bench.memory import megabytes, tree

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WATCH = """
new MutationObserver((_, watching) => {
  const results = document.getElementById("results");
  const state = results && results.dataset.state;
  if (state !== "done" && state !== "failed") return;
  window.searchEnded = { at: performance.now(), total: results.dataset.total || state };
  watching.disconnect();
}).observe(document, { subtree: true, childList: true, attributes: true });
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One search in a browser started anew; *total* is what the page says."""

    milliseconds: float
    kilobytes: float
    requests: int
    browser: float
    renderer: float
    total: str


def main() -> None:
    """Read the command line, measure, print one line for each query and way."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("site", type=Path, help="a built site, or the archive that holds it")
    parser.add_argument("-q", "--query", action="append", help="what is searched; may be repeated")
    parser.add_argument("-n", "--times", type=int, default=5)
    parser.add_argument("--files", action="store_true", help="list what one search loads")
    given = parser.parse_args()
    site = given.site / "site" if (given.site / "site").is_dir() else given.site
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not browser or not (site / "search.html").is_file():
        sys.exit(f"There is no Chromium, or no search page in {site}.")
    print("| query | way | documents | ms: median | worst | kB | requests | MB: page | browser |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
    with _served(site) as address, sync_playwright() as playwright:
        for query in given.query or ["talks", '"the talks"', ""]:
            for way, base in (("http", address), ("file", f"{site.resolve().as_uri()}/")):
                loaded: list[tuple[str, float]] = []
                figures = [
                    _measured(playwright.chromium, browser, base, query, loaded)
                    for _ in range(given.times)
                ]
                print(_line(query, way, figures), flush=True)
                if given.files:
                    _list(loaded[-figures[-1].requests :])


def _line(query: str, way: str, figures: list[Figure]) -> str:
    times = [f.milliseconds for f in figures]
    middle = [
        statistics.median(getattr(f, name) for f in figures)
        for name in ("kilobytes", "requests", "renderer", "browser")
    ]
    cells = [f"`{query}`", way, figures[-1].total]
    cells += [f"{v:.0f}" for v in (statistics.median(times), max(times), *middle)]
    return f"| {' | '.join(cells)} |"


def _list(loaded: list[tuple[str, float]]) -> None:
    for name, size in loaded:
        print(f"    {size / 1000:8.1f} kB  {name}")


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve *site* from a process of its own, so that the two do not wait for
    each other; yield the address."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    server = subprocess.Popen(
        [*command, "--directory", str(site)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        port = server.stdout.readline().split(" port ")[1].split()[0]
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def _measured(
    chromium: BrowserType, path: str, base: str, query: str, loaded: list[tuple[str, float]]
) -> Figure:
    with tempfile.TemporaryDirectory(prefix="regesta-profile-") as home:
        context = chromium.launch_persistent_context(
            f"{home}/profile", executable_path=path, env={**os.environ, "HOME": home},
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            viewport={"width": 1280, "height": 900},
        )  # fmt: skip
        page = context.pages[0]
        before = len(loaded)
        _count(page, loaded)
        page.add_init_script(WATCH)
        page.goto(f"{base}search.html?{urlencode({'q': query})}", wait_until="commit")
        ended: dict[str, Any] = page.wait_for_function(
            "() => window.searchEnded", timeout=120_000
        ).json_value()
        page.wait_for_timeout(200)  # what is still on its way counts too
        renderer, whole = _held()
        context.close()
    sizes = [size for _name, size in loaded[before:]]
    total = str(ended["total"])
    return Figure(ended["at"], sum(sizes) / 1000, len(sizes), whole, renderer, total)


def _count(page: Page, loaded: list[tuple[str, float]]) -> None:
    """Note each request that ends as (address, bytes)."""
    devtools = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    devtools.on("Network.requestWillBeSent", lambda e: names.update({e["requestId"]: _name(e)}))

    def ended(event: dict[str, Any]) -> None:
        name = names.get(event["requestId"], "")
        size = float(event["encodedDataLength"])
        if name.startswith("/"):
            size = Path(name).stat().st_size
        if not name.startswith("data:"):
            loaded.append((name, size))

    devtools.on("Network.loadingFinished", ended)
    devtools.send("Network.enable")


def _name(event: dict[str, Any]) -> str:
    """Return the path of a file, else the address."""
    url = str(event["request"]["url"])
    return unquote(urlsplit(url).path) if url.startswith("file:") else url[:200]


def _held() -> tuple[float, float]:
    """Return the megabytes of the page's own process (the largest renderer) and
    of the browser as a whole."""
    whole, renderer = 0.0, 0.0
    for process in tree(os.getpid()):
        try:
            said = Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if "--user-data-dir" not in said and "--type=" not in said:
            continue
        held = megabytes(process)
        whole += held
        if "--type=renderer" in said:
            renderer = max(renderer, held)
    return renderer, whole


if __name__ == "__main__":
    main()
