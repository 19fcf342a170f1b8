"""Every link leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from support.site_pages import Page, pages

pytestmark = pytest.mark.site

LOADING = ("src", "srcset", "poster", "data", "background", "formaction", "action", "manifest")
NOT_LOADED = {"canonical", "license", "schema.dc", "schema.dcterms", "alternate", "author"}
"""Relations of a <link> that tell something and load nothing."""


def is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme and parts.scheme != "data") or address.startswith("//")


def addresses(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield (tag, attribute, address) of everything that a page refers to."""
    for element in page.tree.iter():
        for name in ("href", *LOADING):
            value = element.get(name)
            if value is not None and isinstance(element.tag, str):
                relation = element.get("rel", "") if element.tag == "link" else ""
                yield f"{element.tag} {relation}".strip().lower(), name, value


def broken(site: Path) -> Iterator[str]:
    found = pages(site)
    for name, page in found.items():
        for tag, attribute, address in addresses(page):
            if is_outside(address) or address.startswith("data:"):
                continue
            target, fragment = page.target(address)
            where = f"{name}: <{tag} {attribute}={address!r}>"
            if target in found and fragment:
                if fragment not in found[target].ids:
                    yield f"{where}: no such place"
            elif not (site / unquote(target)).is_file():
                yield f"{where}: no such file"


def test_every_link_and_anchor_leads_somewhere(archive: Path) -> None:
    assert list(broken(archive / "site")) == []


def test_nothing_is_loaded_from_elsewhere(archive: Path) -> None:
    wrong = [
        f"{name}: <{tag} {attribute}={address!r}>"
        for name, page in pages(archive / "site").items()
        for tag, attribute, address in addresses(page)
        if is_outside(address)
        and tag != "a"
        and not (tag.startswith("link ") and set(tag.split()[1:]) <= NOT_LOADED)
    ]
    assert wrong == []


def test_no_style_loads_from_elsewhere(archive: Path) -> None:
    wrong = []
    for path in sorted((archive / "site").rglob("*.css")):
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        wrong += [u for u in re.findall(r"""url\(\s*["']?([^"')]+)""", css) if is_outside(u)]
        wrong += re.findall(r"""@import[^;]*//[^;]*""", css)
    assert wrong == []


def test_no_id_stands_twice_on_a_page(archive: Path) -> None:
    wrong = []
    for name, page in pages(archive / "site").items():
        ids = [element.get("id") for element in page.having("id")]
        wrong += [f"{name}: {id}" for id in sorted(set(map(str, ids))) if ids.count(id) > 1]
    assert wrong == []


def test_no_markdown_is_left_over(archive: Path) -> None:
    """An attribute or mark of Markdown on a built page is a page gone wrong."""
    wrong = []
    for name, page in pages(archive / "site").items():
        wrong += [f"{name}: <{e.tag} markdown>" for e in page.having("markdown")]
        html = (page.site / name).read_text("utf-8")
        wrong += [f"{name}: {m}" for m in re.findall(r"\]\([\w./#-]+\)|\{: ?[#.a-z][^}]*\}", html)]
    assert wrong == []


def test_every_page_can_be_reached(archive: Path) -> None:
    """From the home page, by links alone."""
    site = archive / "site"
    found = pages(site)
    seen, todo = {"index.html"}, ["index.html"]
    while todo:
        page = found[todo.pop()]
        for tag, _attribute, address in addresses(page):
            target, _fragment = page.target(address) if not is_outside(address) else ("", "")
            if tag == "a" and target in found and target not in seen:
                seen.add(target)
                todo.append(target)
    assert sorted(set(found) - seen - {"404.html"}) == []
