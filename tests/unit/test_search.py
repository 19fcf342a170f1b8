"""The search index: what is read, how words are broken, that bytes repeat."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.pages.front_matter import page as whole_page
from regesta.search import feed, page, pagefind_files
from regesta.search.index import SearchError, index_site
from regesta.search.reading import Page, read_page
from regesta.search.words import BREAK, JOIN, shown, spaced
from regesta.whitespace import fold

WORDS = Path(__file__).parents[1] / "data" / "search" / "words.yml"


@pytest.mark.parametrize(("text", "expected"), yaml.safe_load(WORDS.read_text("utf-8")))
def test_words_are_broken(text: str, expected: str) -> None:
    assert spaced(text).replace(BREAK, "|").replace(JOIN, "~") == expected
    assert shown(spaced(text)) == text


ODD = "ab1 .,-–—'’‑‐ʼ“”()/$中国ไย\u0e38!?_"


@settings(deadline=None)
@given(st.text(alphabet=ODD, max_size=60))
def test_what_was_broken_is_shown_whole(text: str) -> None:
    assert shown(spaced(text)) == fold(text)


def test_breaking_takes_linear_time() -> None:
    for text in ("!" * 200_000, "中" * 200_000, "a—" * 100_000, "! " * 100_000, "-" * 200_000):
        assert shown(spaced(text)) == text.strip()


HTML = """<html><head>
<meta data-pagefind-meta="document[content]" content="a-1">
<meta data-pagefind-meta="title[content]" content="A &amp; B">
<meta data-pagefind-meta="from[content]" content="2024-02-18">
<meta data-pagefind-filter="person[content]" content="x">
<meta data-pagefind-filter="person[content]" content="y">
<meta data-pagefind-filter="person[content]" content="x">
</head><body><main data-pagefind-body>
<h1 id="p-00000001" data-verbatim="s" data-pagefind-body>A</h1>
not this<div data-verbatim="s" data-pagefind-body="">
<p id="p-00000002">
<a data-gloss href="#">1</a><span id="p-0000000a"></span>One <b>bo</b>ld<br>two</p>
<aside data-gloss><p>note</p></aside>
<ul id="p-00000003"><li>x</li><li>y</li></ul></div>
<div data-verbatim="s"><p id="p-00000004">furniture</p></div>
<p>apparatus</p></main></body></html>"""


def test_a_page_is_read() -> None:
    found = read_page(HTML, "documents/a-1.html")
    assert found is not None
    assert (found.document, found.title, found.start) == ("a-1", "A & B", "2024-02-18")
    assert found.facets == {"person": ("x", "y")}
    assert [(b.anchor, fold(b.text), b.is_title) for b in found.blocks] == [
        ("p-00000001", "A", True),
        ("p-00000002", "One bold two", False),
        ("p-00000003", "x y", False),
        ("p-00000004", "furniture", False),
    ]
    assert [b.anchor for b in found.blocks if b.is_furniture] == ["p-00000004"]
    assert 'data-pagefind-weight="0.1"><span id="f.p-00000004">furniture' in feed.html_for_index(
        found
    )


@pytest.mark.parametrize(
    ("plain", "odd"),
    [
        ("One <b>", "One <!-- a comment --><b>"),
        ('<div data-verbatim="s"><p id="p-00000004">', "<DIV data-verbatim=s><P id='p-00000004'>"),
        ("<li>x</li>", "<li\n>x</li ><script>if (1<2) {}</script>"),
    ],
)
def test_a_page_written_otherwise_is_read_alike(plain: str, odd: str) -> None:
    assert plain in HTML
    found, other = read_page(HTML, "a.html"), read_page(HTML.replace(plain, odd), "a.html")
    assert found is not None and other is not None
    assert [(b.anchor, fold(b.text)) for b in found.blocks] == [
        (b.anchor, fold(b.text)) for b in other.blocks
    ]


def test_other_pages_are_not_read() -> None:
    assert read_page("<p data-verbatim data-pagefind-body>x</p>", "x.html") is None
    withdrawn = HTML.replace("<head>", '<head><meta name="robots" content="noindex">')
    assert read_page(withdrawn, "x.html") is None


def test_nothing_read_is_markup() -> None:
    hostile = Page("x.html", "x", "</title><script>", blocks=())
    assert "<script>" not in feed.html_for_index(hostile)


def _site(folder: Path, count: int) -> Path:
    (folder / "documents").mkdir(parents=True)
    for n in range(count):
        html = HTML.replace("a-1", f"a-{n}").replace("2024-02-18", f"{2000 + n % 5}-02-18")
        (folder / "documents" / f"a-{n}.html").write_text(html.replace("One", f"One{n}"), "utf-8")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    labels = {"person": {"y": "Why", "x": "</script>"}}
    reports = [
        index_site(_site(tmp_path / name, 40), labels=labels, part_limit=15) for name in ("a", "b")
    ]
    assert reports[0] == reports[1]
    assert (reports[0].documents, reports[0].pages, reports[0].parts) == (40, 40, 5)
    assert _files(tmp_path / "a") == _files(tmp_path / "b")
    written = {name for name in _files(tmp_path / "a") if not name.startswith("documents/")}
    assert set(reports[0].files) == written
    index_site(tmp_path / "a", labels=labels, part_limit=15)
    assert _files(tmp_path / "a") == _files(tmp_path / "b")


def test_a_site_without_documents(tmp_path: Path) -> None:
    report = index_site(tmp_path)
    assert (report.documents, report.parts) == (0, 0)
    assert "pagefind/entry.js" in report.files


def test_parts_keep_to_their_limit() -> None:
    members = [feed.Member(f"{n}.html", f"{2000 + n // 14}-0{1 + n % 2}-03", 50) for n in range(40)]
    parts = feed.by_period(members, pages=10)
    assert max(map(len, parts.values())) <= 10
    assert sorted(url for part in parts.values() for url in part) == sorted(m.url for m in members)
    assert list(parts) == ["2000-01", "2000-02", "2001-01", "2001-02", "2002-01", "2002-02"]
    assert max(map(len, feed.by_period(members, size=200).values())) <= 4
    assert list(feed.by_period(members)) == ["2000-01"]
    assert list(feed.by_period([feed.Member("a.html", "", 1)])) == ["undated"]
    assert feed.by_period([]) == {}


def test_what_is_added_at_the_end_leaves_the_other_parts_alone() -> None:
    members = [feed.Member(f"{n}.html", f"{2000 + n}-05-03", 50) for n in range(40)]
    more = [feed.Member(f"more-{n}.html", "2039-06-01", 50) for n in range(25)]
    before, after = (feed.by_period(m, pages=10) for m in (members, [*members, *more]))
    assert list(before) == ["2000-05", "2010-05", "2020-05", "2030-05"]
    assert {name: after[name] for name in before} == before
    assert list(after)[4:] == ["2039-06", "2039-06-part-2", "2039-06-part-3"]


def test_another_pagefind_is_refused() -> None:
    good = (
        'const pagefind_version="1.5.2";import.meta.url;var gz_default=1;'
        "var PagefindInstance=class{};export{createInstance,search};"
    )
    assert pagefind_files.engine_script(good).startswith("/* Pagefind 1.5.2")
    for bad in (
        good.replace("1.5.2", "1.6.0"),
        good.replace("export{", "export default{"),
        good.replace("createInstance", "other"),
        good.replace("PagefindInstance", "Other"),
        'import("x");' + good,
    ):
        with pytest.raises(SearchError):
            pagefind_files.engine_script(bad)


def test_the_search_page() -> None:
    text = page.render()
    assert text.startswith("---\ntitle: Search\ngenerated_from: seeds/archive.yml\n")
    assert "{n}" not in text.split("<form")[0].split("data-words")[1]
    assert whole_page({"a": "b"}, "x").endswith("x\n")
