"""Every string that a page says goes through the catalogue.

The archive is built in a language that puts marks around each string, chosen as
keepers choose one; what stands outside the marks must be a source's or a
record's words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import built
import pytest

from regesta.whitespace import fold
from support import archives, catalogue
from support.site_pages import Page

pytestmark = pytest.mark.site
LANGUAGE = "tlh"
BEGIN, END = "\u27e6", "\u27e7"
SPOKEN = ("aria-label", "title", "placeholder", "data-done", "data-selected", "data-copied")
"""Attributes whose words readers hear or see."""

SAME = re.compile(
    r"[0-9a-f]{40,}|SHA-256|BibTeX|RIS|Chicago|utf-8|[\w-]+\.(?:jsonl|xml|txt)", re.ASCII
)
"""What is the same in every language: digests, formats, names of files."""

HAND_WRITTEN = ("about.html",)
PARTS = re.compile(r"[·;:,.()\[\]\u201c\u201d\u2018\u2019\"'\u2026|\u00b6]| \u2013 ")
"""Where one statement on a page may end and the next begin."""


@pytest.fixture(scope="session")
def marked(shared: Path) -> Path:
    return archives.once(shared / "marked", _build)


def _build(root: Path) -> None:
    archives.copy_own(root)
    (root / "mkdocs.yml").unlink()  # it names the pages of the bar in its own words
    settings = root / "seeds" / "archive.yml"
    text = settings.read_text("utf-8").replace("language: en\n", f"language: {LANGUAGE}\n")
    settings.write_text(text, "utf-8")
    catalogue.pseudo(root / "seeds" / "interface" / f"{LANGUAGE}.po", BEGIN, END)
    done = archives.run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr


def texts(element: Element) -> Iterator[str]:
    """Yield what the page says, in order; a source's words are left out."""
    classes = (element.get("class") or "").split()
    quoted = element.get("data-verbatim") is not None or {"s", "k"} & set(classes)
    if element.tag in ("script", "style", "code", "pre") or quoted:
        return
    for name in SPOKEN:
        yield f"{element.get(name) or ''}\n"
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""
    if element.tag not in ("a", "b", "small", "span", "strong", "mark", "sup"):
        yield "\n"


def unmarked(said: str) -> Iterator[str]:
    """Yield the pieces that stand between no marks, however deep they nest."""
    depth, piece = 0, ""
    for letter in said:
        if letter in (BEGIN, END, "\n") and depth == 0:
            yield piece
            piece = ""
        depth += (letter == BEGIN) - (letter == END)
        piece += letter if depth == 0 and letter != END else ""
    yield piece


def known(root: Path) -> str:
    """Return all that people wrote, folded, in small letters."""
    files = [p for p in (root / "seeds").rglob("*") if p.is_file() and p.suffix != ".po"]
    parts = [path.read_text("utf-8") for path in files]
    parts += [path.relative_to(root).as_posix() for path in files]
    lines = (root / "site" / "data" / "annotations.jsonl").read_text("utf-8").splitlines()
    for line in map(json.loads, lines):
        parts.append(line["id"])
    return fold("\n".join(parts).replace("''", "'")).lower()


def test_every_string_goes_through_the_catalogue(marked: Path) -> None:
    site = marked / "site"
    written = known(marked)
    found = {}
    for name in built.one_of_each(site):
        if name in HAND_WRITTEN:
            continue
        said = "".join(texts(Page(site, name).tree))
        pieces = (SAME.sub("", piece) for piece in unmarked(said))
        parts = (fold(part) for piece in pieces for part in PARTS.split(piece))
        bare = {p for p in parts if re.search("[^\\W\\d_]", p) and p.lower() not in written}
        if bare:
            found[name] = sorted(bare)
    assert found == {}


def test_pages_say_in_which_language_they_are(marked: Path) -> None:
    for name in built.one_of_each(marked / "site"):
        assert f'<html lang="{LANGUAGE}"' in (marked / "site" / name).read_text("utf-8"), name


def test_the_marks_are_there(marked: Path) -> None:
    """Or the test above would find nothing on a page that says nothing."""
    for name in ("index.html", "search.html", "404.html", "chronology/index.html"):
        text = (marked / "site" / name).read_text("utf-8")
        assert text.count(BEGIN) > 10 and text.count(BEGIN) == text.count(END)
