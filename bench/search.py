"""``python -m bench.search SITE``: what a reader waits for and loads to search.

Each figure is from a browser started anew with an empty profile, on a site as
an ordinary static server gives it (nothing compressed) and from the folder.
Time runs from the navigation to ``#results[data-state=done]``, as the page's own
clock has it; bytes are all that came over the wire (over http: page, styles,
fonts, scripts, index, headers) or the sizes of the files asked for (from a
folder) until then, and what came later: facets of very many values.  Memory is
the proportional set size when all is quiet.
"""

from __future__ import annotations

import argparse
import json
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

from bench import published
from bench.memory import megabytes, tree

ASKED = {
    "a common word": "?q=talks",
    "three rare words": "?q=reproductive+water+Ralquist",
    "a phrase": '?q="spoke+today+with"',
    "a phrase with “and” in it": '?q="candid+and+constructive"',
    "a phrase in most documents": '?q="The+President"',
    "a name": '?q="Amir+Peltova"',
    "a type and a person": "?q=&kind=official-readout&person=person-7",
    "a range of dates": "?q=&from=2019-03-01&to=2020-02-29",
}
"""What is searched of a made collection unless told, by its address."""
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
    """One search in a browser started anew; *total* is what the page says,
    *later* the kilobytes that came after the results."""

    milliseconds: float
    kilobytes: float
    later: float
    requests: int
    browser: float
    renderer: float
    total: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded, its bytes and when, in milliseconds from the start."""

    name: str
    size: float
    at: float


def main() -> None:
    """Read the command line, measure, print one line for each query and way."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("site", type=Path, help="a built site, or the archive that holds it")
    parser.add_argument(
        "-q", "--query", action="append",
        help="what is searched, words or the address after the page's name (?q=…&person=…); "
        "may be repeated",
    )  # fmt: skip
    parser.add_argument("-n", "--times", type=int, default=5)
    parser.add_argument("--files", action="store_true", help="list what one search loads")
    parser.add_argument(
        "--publish", action="store_true", help="keep the figures in bench/measured/"
    )
    given = parser.parse_args()
    site = given.site / "site" if (given.site / "site").is_dir() else given.site
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not browser or not (site / "search.html").is_file():
        sys.exit(f"There is no Chromium, or no search page in {site}.")
    asked = {query: _address(query) for query in given.query} if given.query else ASKED
    rows: list[dict[str, Any]] = []
    print(
        "| query | way | documents | ms: median | worst | kB | later | requests | MB: page | all |"
    )
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    with _served(site) as address, sync_playwright() as playwright:
        for name, query in asked.items():
            for way, base in (("http", address), ("file", f"{site.resolve().as_uri()}/")):
                loaded: list[Loaded] = []
                figures = [
                    _measured(playwright.chromium, browser, base, query, loaded)
                    for _ in range(given.times)
                ]
                rows.append(_row(name, query, way, figures))
                print(f"| {' | '.join(map(str, rows[-1].values()))} |", flush=True)
                if given.files:
                    _list(loaded[-figures[-1].requests :])
    if given.publish:
        published.FOLDER.joinpath("search.json").write_text(
            json.dumps({"documents": _documents(site), "rows": rows}, ensure_ascii=False) + "\n",
            "utf-8",
        )


def _address(query: str) -> str:
    return query if query.startswith("?") else f"?{urlencode({'q': query})}"


def _documents(site: Path) -> int:
    """Return how many documents the site has."""
    with (site / "data" / "annotations.jsonl").open("rb") as lines:
        return sum(1 for _ in lines)


def _row(name: str, query: str, way: str, figures: list[Figure]) -> dict[str, Any]:
    times = [f.milliseconds for f in figures]
    names = ("kilobytes", "later", "requests", "renderer", "browser")
    middle = {n: round(statistics.median(getattr(f, n) for f in figures)) for n in names}
    seconds = {"median": round(statistics.median(times)), "worst": round(max(times))}
    said = f"{name}: `{query}`" if name in ASKED else f"`{name}`"
    return {"query": said, "way": way, "documents": figures[-1].total, **seconds, **middle}


def _list(loaded: list[Loaded]) -> None:
    for one in loaded:
        print(f"    {one.at:6.0f} ms {one.size / 1000:8.1f} kB  {one.name}")


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
    chromium: BrowserType, path: str, base: str, query: str, loaded: list[Loaded]
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
        page.goto(f"{base}search.html{query}", wait_until="commit")
        ended: dict[str, Any] = page.wait_for_function(
            "() => window.searchEnded", timeout=120_000
        ).json_value()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        renderer, whole = _held()
        context.close()
    own = loaded[before:]
    whole_size = sum(one.size for one in own) / 1000
    first = sum(one.size for one in own if one.at <= ended["at"]) / 1000
    total = str(ended["total"])
    return Figure(ended["at"], first, whole_size - first, len(own), whole, renderer, total)


def _count(page: Page, loaded: list[Loaded]) -> None:
    """Note each request that ends."""
    devtools = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    starts: list[float] = []

    def begun(event: dict[str, Any]) -> None:
        starts.append(event["timestamp"])
        names[event["requestId"]] = _name(event)

    def ended(event: dict[str, Any]) -> None:
        name = names.get(event["requestId"], "")
        size = float(event["encodedDataLength"])
        if name.startswith("/"):
            size = Path(name).stat().st_size
        if not name.startswith("data:"):
            loaded.append(Loaded(name, size, (event["timestamp"] - starts[0]) * 1000))

    devtools.on("Network.requestWillBeSent", begun)
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
