"""What is foreign on a page, or broken in a file beside it.

Pages are read as a browser reads them.  The site is built with the
Content-Security-Policy switched off, so nothing but the writing of the pages
stands between hostile words and a reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from hostile import naughty
from support.site_pages import Page

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    "html head title meta link script body header footer main nav form label input button select "
    "option output noscript h1 h2 h3 h4 p div span a ul ol li dl dt dd details summary small br "
    "strong em mark time aside sup pre code table thead tbody tr th td fieldset legend "
    "blockquote colgroup col datalist".split()
) | {SVG + name for name in "svg g circle path line text a title rect".split()}
ATTRIBUTES = frozenset(
    "action autocomplete charset checked class colspan content datetime defer dir download for "
    "hidden href id lang list media method name placeholder rel role scope spellcheck src tabindex "
    "title type value open http-equiv".split()
) | frozenset(
    "cx cy d fill height r stroke stroke-width text-anchor viewBox width x x1 x2 y y1 y2".split()
)
EXTERNAL = re.compile(
    r"https://example\.org/|http://rightsstatements\.org/vocab/|http://purl\.org/dc/terms/"
)
COLUMN = re.compile(r"width: ?[0-9.]+(%|r?em|ch)?;?")
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x7f-\x9f\u2028\u2029]*")


def foreign(name: str, page: Page) -> Iterator[str]:
    """Give elements and attributes that no page of ours has."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            yield f"{name}: a comment"
            continue
        if element.tag not in ELEMENTS:
            yield f"{name}: <{element.tag}>"
        for attribute, value in element.attrib.items():
            if element.tag == "col" and attribute == "style" and COLUMN.fullmatch(value):
                continue
            if not (attribute in ATTRIBUTES or re.match("(data|aria)-[a-z]", attribute)):
                yield f"{name}: <{element.tag} {attribute}>"


def damaged(name: str, page: Page) -> Iterator[str]:
    """Give what a page has more or less of than it should."""
    for tag in ("title", "main", "h1", "header", "footer"):
        number = sum(1 for _ in page.tree.iter(tag))
        if number != 1:
            yield f"{name}: {number} × {tag}"
    body = page.tree.find("body")
    tags = [] if body is None else [child.tag for child in body if child.tag != "script"]
    if tags != ["a", "header", "main", "footer"]:
        yield f"{name}: <body> holds {tags}"


def leading_away(name: str, page: Page) -> Iterator[str]:
    """Give addresses that lead out of the site and that no record gives."""
    for element in page.tree.iter():
        for attribute in ("href", "src", "action"):
            address = element.attrib.get(attribute)
            if address is None or address == naughty.ADDRESS:
                continue
            if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE) and not (
                element.tag in ("a", "link") and EXTERNAL.match(address)
            ):
                yield f"{name}: {address}"


def scripted(name: str, page: Page) -> Iterator[str]:
    """Give scripts that are not the theme's own, and data that is not JSON."""
    for script in page.tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                json.loads(script.text or "")
            except ValueError as error:
                yield f"{name}: {error}"
        elif script.text:
            yield f"{name}: a script {script.text[:60]}"
        else:
            start = r"/x/assets/" if name == "404.html" else r"(\.\./)*(assets|pagefind)/"
            if not re.match(start, script.get("src") or ""):
                yield f"{name}: {script.get('src')}"


def wrong(site: Mapping[str, Page]) -> list[str]:
    """Return all that is wrong with the pages of a site."""
    looks = (foreign, damaged, leading_away, scripted)
    return [said for name, page in site.items() for look in looks for said in look(name, page)]


def broken(site: Path) -> list[str]:
    """Return what other programs could not read, or would misread, of the
    files beside the pages: annotations, feed, citations."""
    out = []
    for path in sorted(site.rglob("*")):
        reads = READERS.get(path.suffix)
        if reads and path.is_file():
            # Only these end a line: a reader that splits at others is told apart by RIS_LINE.
            text = path.read_bytes().decode("utf-8")
            out += [f"{path.name}: {said}" for said in reads(text)]
    return out


def _jsonl(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line:
            record = json.loads(line)
            if not isinstance(record, dict) or "annotations" not in record:
                yield line[:80]


def _xml(text: str) -> Iterator[str]:
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield str(error)


def _bibtex(text: str) -> Iterator[str]:
    """One entry, whose braces close at its end and nowhere before."""
    plain = re.sub(r"\\[{}]", "", text.strip())
    depth, closed = 0, []
    for at, letter in enumerate(plain):
        depth += (letter == "{") - (letter == "}")
        if letter == "}" and depth == 0:
            closed.append(at)
    if closed != [len(plain) - 1] or not plain.startswith("@misc{"):
        yield f"braces close at {closed} of {len(plain)}"


def _ris(text: str) -> Iterator[str]:
    lines = text.removesuffix("\r\n").split("\r\n")
    tags = [line[:2] for line in lines]
    if not all(map(RIS_LINE.fullmatch, lines)):
        yield f"a line of another form: {lines}"
    if tags[0] != "TY" or tags[-1] != "ER" or len(set(tags)) != len(tags):
        yield f"tags {tags}"


READERS = {".jsonl": _jsonl, ".xml": _xml, ".bib": _bibtex, ".ris": _ris}
