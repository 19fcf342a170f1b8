"""A small site for the search tests: pages as the theme writes them, from
tests/data/search/documents.yml, and a server for it."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

import markdown
import yaml

from regesta.search import page
from regesta.search.index import IndexReport, index_site

DATA = Path(__file__).parents[1] / "data" / "search" / "documents.yml"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self' file:; frame-src 'none'; object-src 'none'"
)
LABELS = {
    "kind": {"news-article": "News article", "official-readout": "Official readout"},
    "person": {"ana-lopez": "Ana López", "wei-chen": "<b>Wei</b> Chen"},
}


def anchor(text: str) -> str:
    return "p-" + hashlib.sha256(text.encode()).hexdigest()[:8]


def documents() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(DATA.read_text("utf-8"))
    return loaded


def _metas(document: dict[str, Any]) -> str:
    start, end, shown = document["date"]
    result = {"document": document["id"], "title": document["title"], "date": shown}
    result |= {"from": start, "to": end, "kind": "Some type", "publisher": "Not stated"}
    rows = [("meta", name, value) for name, value in result.items()]
    rows += [("filter", f, value) for f, values in document["facets"].items() for value in values]
    return "\n".join(
        f'<meta data-pagefind-{what}="{name}[content]" content="{escape(value)}">'
        for what, name, value in rows
    )


def _frame(title: str, head: str, main: str, depth: int, scripts: list[str]) -> str:
    up = "../" * depth
    tags = "".join(f'<script src="{up}{s}" defer></script>' for s in scripts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<link rel="icon" href="data:,"><title>{escape(title)}</title>\n{head}</head>\n'
        f"<body><nav>navigation words</nav><main>{main}</main>{tags}</body></html>\n"
    )


def _document_pages(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    texts = document["text"]
    count = document.get("pages", 1)
    for number in range(count):
        own = texts[number : number + 1] if count > 1 else texts
        verbatim = f'data-verbatim="x" data-pagefind-body="" lang="{document.get("lang", "en")}"'
        title = escape(document["title"])
        heading = f'<h1 id="{anchor(document["title"])}" {verbatim}>{title}</h1>'
        if document.get("supplied") or number or not texts:
            heading = f'<h1 id="title">{title}</h1>'
        paragraphs = "\n".join(
            f'<p id="{anchor(t)}"><a class="n" data-gloss="" href="#{anchor(t)}">{i}</a>'
            f'<span id="p-0000000{i}" data-gloss=""></span>{escape(t)}</p>\n'
            f'<aside data-gloss="">glossword</aside>'
            for i, t in enumerate(own, 1)
        )
        body = f"{heading}<div {verbatim}>\n{paragraphs}\n</div>{_furniture(document)}"
        body += "<p>apparatusword</p>"
        name = document["id"] + (f"-{number + 1}" if number else "")
        html = _frame(document["title"], _metas(document), body, 1, [page.HIGHLIGHT_SCRIPT])
        yield f"documents/{name}.html", html


def _furniture(document: dict[str, Any]) -> str:
    text = document.get("furniture", "")
    if not text:
        return ""
    inner = f'<div data-verbatim="x"><p id="{anchor(text)}">{escape(text)}</p></div>'
    return f"<details><summary>foldword</summary>{inner}</details>"


def _search_page() -> str:
    text = page.render().split("---\n", 2)[2]
    html = markdown.markdown(text, extensions=["toc", "tables", "attr_list", "md_in_html"])
    return _frame("Search", "", html, 0, [page.SCRIPT])


def write(site: Path) -> None:
    """Write the pages, without an index."""
    write_pages(site, documents())
    (site / "people").mkdir()
    (site / "people" / "ana-lopez.html").write_text("<p>peopleword</p>", "utf-8")


def write_pages(site: Path, described: list[dict[str, Any]]) -> None:
    """Write the search page and the pages of the documents that are described."""
    (site / "documents").mkdir(parents=True)
    (site / "search.html").write_text(_search_page(), "utf-8")
    for document in described:
        for name, html in _document_pages(document):
            (site / name).write_text(html, "utf-8")


def build(site: Path, **options: Any) -> IndexReport:
    write(site)
    return index_site(site, labels=LABELS, **options)


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve *site* on this machine; yield its address and the list of what was
    sent (path, bytes)."""
    sent: list[tuple[str, int]] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def copyfile(self, source: Any, outputfile: Any) -> None:
            data = source.read()
            sent.append((self.path, len(data)))
            outputfile.write(data)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
