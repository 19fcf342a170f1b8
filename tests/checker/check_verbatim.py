#!/usr/bin/env python3
"""Hold a built archive to its word: every text on its page, word for word.

    python3 tests/checker/check_verbatim.py ARCHIVE_DIR

One file that stands alone.  It imports nothing of Regesta, reads the source
files and the built HTML with its own parser, and checks what the archive
promises to everyone: the decoded source, white space, the text on a page, the
digests, and ``site/data/annotations.jsonl``.  It prints one line a problem and
exits 1 where there is any.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

# White space: exactly these code points and no others.
WHITE = (
    "\u0009\u000a\u000b\u000c\u000d\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
RUN = re.compile(f"[{WHITE}]+")
VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)  # HTML, section 13.1.2
BLOCKS = frozenset(
    "address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr "
    "ul".split()
)
TEXT = frozenset(
    "a b blockquote br cite code div em h1 h2 h3 h4 h5 h6 i li mark p pre section small span "
    "strong time u ul".split()
)
"""What may hold words of a text.  All else can hide words, or move them, or
make some of its own: <ol> numbers, <q> marks, <bdo> another order."""
NEVER_SEEN = frozenset(
    "audio canvas datalist dialog iframe noscript object option select svg template textarea title "
    "video".split()
)
HIDING = ("hidden", "style", "inert", "popover")
FOLDERS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "topic": "topics",
    "event": "events",
}
WHOLE = ("residue", "source-line", "credit")
KINDS = frozenset({"mention", "date", "quotation", "note", "account", "dateline", *WHOLE})
VALUES = {
    "certainty": frozenset({"certain", "probable", "possible"}),
    "status": frozenset({"machine", "proposed", "reviewed", "disputed"}),
    "origin": frozenset({"machine", "curated"}),
}
LINE = frozenset("document id page sha256 access title publisher date annotations".split())
EVERY = frozenset("id start end kind rule certainty status origin".split())
FIELDS = {
    "mention": frozenset({"type", "entity"}),
    "date": frozenset({"edtf", "basis", "anchor", "reason"}),
    "quotation": frozenset({"speaker", "source"}),
    "note": frozenset({"body", "by"}),
    "account": frozenset({"event", "aspect", "value", "according_to", "modality"}),
}
ASPECTS = frozenset("name date place participant topic outcome quotation duration other".split())
MODALITIES = frozenset("reported planned hedged denied".split())


def folded(text: str) -> str:
    return RUN.sub(" ", text).strip(" ")


def blank(text: str) -> bool:
    return not folded(text)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# Sources


def described(path: Path, key: str) -> str | None:
    """Return what the description beside *path* says at the top-level *key*.

    Reads the one line; no YAML is parsed, so it must be a plain value."""
    for ending in (".yml", ".yaml"):
        beside = path.with_suffix(ending)
        if beside.is_file():
            found = re.search(rf"(?m)^{key}:[ \t]*([^\n#]*)", beside.read_text("utf-8"))
            if found:
                return found[1].strip().strip("\"'")
    return None


def decoded(path: Path) -> str | None:
    """Return the decoded source, or None where the file is not text."""
    try:
        text = path.read_bytes().decode(described(path, "encoding") or "utf-8", "strict")
    except (UnicodeDecodeError, LookupError):
        return None
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        return None
    return text


# Pages


def is_label_of(label: str, characters: str) -> bool:
    """Tell whether *label* shows *characters* and nothing else: each as itself
    or as ``U+0003``, a run of one as ``U+0003×2``; white space counts nowhere."""
    rest = RUN.sub("", label)
    for character, alike in groupby(characters):
        number = len(list(alike))
        point = f"U+{ord(character):04X}"
        ways = (f"{point}×{number}", point * number, RUN.sub("", character * number))
        shown = next((way for way in ways if rest.startswith(way)), None)
        if shown is None:
            return False
        rest = rest[len(shown) :]
    return not rest


@dataclass
class Element:
    """An element that claims to hold a slice of a source."""

    tag: str
    verbatim: str
    span: str
    text_digest: str
    line: int
    folded_away: bool
    text: str = ""
    faults: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """The elements with ``data-verbatim`` on a page, with their text content."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.faults: list[tuple[int, str]] = []  # line, words
        self._open: list[tuple[str, str, str]] = []  # tag; its role; what about it hides
        self._current: Element | None = None
        self._silent = 0
        self._boundary = False
        self._points: str | None = None  # the characters that a data-cp names
        self._shown = ""
        self.feed(html)
        self.close()
        if self._current:
            self._current.faults.append("is never closed")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, str] = {}
        for name, value in attrs:
            given.setdefault(name, value or "")  # the first counts, as in a browser
        if tag == "meta" and given.get("charset", "utf-8").lower() != "utf-8":
            self.faults.append((self.getpos()[0], "is not in UTF-8"))
        role = self._role(tag, given)
        if tag in BLOCKS:
            self._boundary = True
        if role == "verbatim":
            self._begin(tag, given)
        elif self._current and not self._silent and role != "gloss":
            self._inspect(tag, given)
        if role == "cp":
            self._begin_points(given["data-cp"])
        if tag in VOID:
            return
        if role in ("gloss", "cp"):
            self._silent += 1
        self._open.append((tag, role, _hiding(tag, given)))

    def _role(self, tag: str, given: dict[str, str]) -> str:
        if self._current is not None:
            if "data-gloss" in given:
                return "gloss"
            return "cp" if "data-cp" in given and not self._silent else ""
        return "verbatim" if "data-verbatim" in given and tag not in VOID else ""

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        self._current = Element(
            tag,
            given["data-verbatim"],
            given.get("data-span", ""),
            given.get("data-text-sha256", ""),
            self.getpos()[0],
            any(name == "details" for name, _role, _hides in self._open),
        )
        self._silent, self._boundary = 0, False
        self.elements.append(self._current)
        around = [hides for _name, _role, hides in self._open]
        self._current.faults += [
            f"has {what}, which can change what is seen"
            for what in (*around, _hiding(tag, given))
            if what
        ]

    def _inspect(self, tag: str, given: dict[str, str]) -> None:
        assert self._current is not None
        if "data-verbatim" in given:
            self._current.faults.append("holds another element with data-verbatim")
        if tag not in TEXT:
            self._current.faults.append(f"holds <{tag}>, which is no text")
        what = f"<{tag} dir>" if "dir" in given else _hiding(tag, given)
        if what:
            self._current.faults.append(f"has {what}, which can change what is seen")

    def _begin_points(self, codes: str) -> None:
        """What stands for code points must name them to the reader."""
        assert self._current is not None
        try:
            characters = "".join(chr(int(code, 16)) for code in codes.split())
        except (ValueError, OverflowError):
            self._current.faults.append(f"has data-cp “{codes}”, which is no list of code points")
            characters = ""
        self._add(characters)
        self._points = characters
        self._shown = ""

    def _end_points(self) -> None:
        points, self._points = self._points, None
        if self._current and points is not None and not is_label_of(self._shown, points):
            named = " ".join(f"U+{ord(character):04X}" for character in points)
            self._current.faults.append(f"shows “{folded(self._shown)}” for {named}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # the slash means nothing in HTML

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._boundary = True
        if not any(name == tag for name, _role, _hides in self._open):
            if self._current:
                self._current.faults.append(f"has </{tag}> without its beginning")
            return
        while self._open:
            name, role, _hides = self._open.pop()
            if role in ("gloss", "cp"):
                self._silent -= 1
            if role == "cp":
                self._end_points()
            if name != tag and self._current:
                self._current.faults.append(f"leaves <{name}> open")
            if role == "verbatim":
                self._current = None
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._points is not None:
            self._shown += data
        if not self._silent:
            self._add(data)

    def handle_comment(self, data: str) -> None:
        # Where a comment ends, parsers do not agree; what stands in one is not seen.
        self.faults.append((self.getpos()[0], "has a comment"))

    def unknown_decl(self, data: str) -> None:
        self.faults.append((self.getpos()[0], f"has <![{data[:20]}, which is no HTML"))

    def handle_pi(self, data: str) -> None:
        self.faults.append((self.getpos()[0], f"has <?{data[:20]}, which is no HTML"))

    def _add(self, data: str) -> None:
        element = self._current
        if element is None or not data or self._silent:
            return
        if self._boundary:
            joined = element.text and element.text[-1] not in WHITE and data[0] not in WHITE
            if joined:
                words = folded(element.text)[-20:]
                element.faults.append(f"has no white space between blocks, after “{words}”")
            self._boundary = False
        element.text += data


def _hiding(tag: str, given: dict[str, str]) -> str:
    """Return what about an element can hide the words in it, or move them."""
    if tag in NEVER_SEEN:
        return f"<{tag}>"
    found = next((name for name in HIDING if name in given), None)
    return f"<{tag} {found}>" if found else ""


@dataclass(frozen=True)
class Claim:
    """An element with its span as numbers and the page that it stands on."""

    start: int
    end: int
    element: Element
    page: str

    @property
    def place(self) -> str:
        return f"site/{self.page}:{self.element.line}"


# The checks


class Archive:
    """An archive on the disk; :meth:`problems` checks all of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.texts: dict[str, str] = {}
        self.pages: dict[str, Page] = {}
        self.documents = 0

    def problems(self) -> Iterator[str]:
        listing = self.site / "data" / "annotations.jsonl"
        if not listing.is_file():
            yield f"{listing}: is missing"
            return
        lines = []
        for number, written in enumerate(listing.read_text("utf-8").split("\n"), 1):
            line = json.loads(written) if written else {}
            if written and (missing := sorted(LINE - line.keys())):
                yield f"site/data/annotations.jsonl:{number}: has no {', '.join(missing)}"
            elif written:
                lines.append(line)
        self.documents = len(lines)
        paths = [line["document"] for line in lines]
        if paths != sorted(set(paths)):
            yield "site/data/annotations.jsonl: not one line a document, sorted by path"
        if len({line["id"] for line in lines}) != len(lines):
            yield "site/data/annotations.jsonl: two documents have one id"
        yield from self._left_out(set(paths))
        for line in lines:
            text = decoded(self.root / line["document"]) if self._is_held(line) else None
            self.texts[line["id"]] = text or ""
        for line in lines:
            yield from self._document(line)
        yield from self._elsewhere({page for line in lines for page in line["page"]})

    def _is_held(self, line: dict[str, Any]) -> bool:
        return (self.root / line["document"]).is_file()

    def _left_out(self, listed: set[str]) -> Iterator[str]:
        """A text that can be read must be in the archive; of two with the same
        bytes, one."""
        there = {
            digest((self.root / path).read_bytes())
            for path in listed
            if (self.root / path).is_file()
        }
        for path in sorted((self.root / "seeds" / "documents").rglob("*.txt")):
            name = path.relative_to(self.root).as_posix()
            if name in listed or path.is_symlink() or not path.is_file():
                continue
            text = decoded(path)
            if text and not blank(text) and digest(path.read_bytes()) not in there:
                yield f"{name}: is not in the archive"

    def _document(self, line: dict[str, Any]) -> Iterator[str]:
        path = self.root / line["document"]
        stated = described(path, "access")
        if stated and stated != line["access"]:
            yield f"{line['document']}: access is {stated}, published as {line['access']}"
        if self._is_held(line) and line["sha256"] != digest(path.read_bytes()):
            yield f"{line['document']}: sha256 is not the file's"
        claims = []
        for number, page in enumerate(line["page"], 1):
            if not (self.site / page).is_file():
                yield f"site/{page}: is missing"
                continue
            self.pages[page] = Page((self.site / page).read_text("utf-8"))
            for at, fault in self.pages[page].faults:
                yield f"site/{page}:{at}: {fault}"
            for element in self.pages[page].elements:
                place = f"site/{page}:{element.line}"
                yield from (f"{place}: {fault}" for fault in element.faults)
                found = re.fullmatch(r"(\d+)-(\d+)", element.span)
                if found:
                    claims.append(Claim(int(found[1]), int(found[2]), element, page))
                else:
                    yield f"{place}: data-span is “{element.span}”, not START-END"
            yield from self._part(page, number, len(line["page"]))
        withheld = described(path, "withdrawn") is not None or line["access"] == "metadata"
        if withheld:
            yield from (f"{claim.place}: shows what is withheld" for claim in claims)
            if line["annotations"]:
                yield f"{line['document']}: is withheld, and its annotations are published"
            return
        yield from self._text(line, claims)
        yield from annotation_problems(line, self.texts, self.site)

    def _part(self, page: str, number: int, parts: int) -> Iterator[str]:
        if parts == 1:
            return
        wanted = f'data-part="{number}/{parts}"'
        if wanted not in (self.site / page).read_text("utf-8"):
            yield f"site/{page}: {wanted} is missing"

    def _text(self, line: dict[str, Any], claims: list[Claim]) -> Iterator[str]:
        text = self.texts[line["id"]]
        if not claims:
            yield f"{line['document']}: its text is on none of its pages"
        for claim in claims:
            yield from slice_problems(claim, text, line["sha256"])
        in_order = sorted(claims, key=lambda claim: (claim.start, claim.end))
        end = 0
        for claim in in_order:
            if claim.start < end:
                yield f"{claim.place}: overlaps what stands before it"
            if line["access"] == "full" and not blank(text[end : claim.start]):
                yield f"{claim.place}: leaves out “{folded(text[end : claim.start])[:60]}”"
            end = max(end, claim.end)
        if line["access"] == "full" and not blank(text[end:]):
            yield f"{line['document']}: its page leaves out “{folded(text[end:])[:60]}” at the end"
        yield from order_problems(line, claims, text)

    def _elsewhere(self, own: set[str]) -> Iterator[str]:
        for path in sorted(self.site.rglob("*.html")):
            name = path.relative_to(self.site).as_posix()
            html = path.read_text("utf-8")
            if name not in own and "data-verbatim" in html.lower() and Page(html).elements:
                yield f"site/{name}: has data-verbatim, and is no document's page"


def slice_problems(claim: Claim, text: str, sha256: str) -> Iterator[str]:
    """Check one element against the slice that it says it holds."""
    if claim.element.verbatim != sha256:
        yield f"{claim.place}: data-verbatim is not the file's sha256"
    if not claim.start < claim.end <= len(text):
        yield f"{claim.place}: data-span {claim.element.span} is not in the text"
        return
    wanted, found = folded(text[claim.start : claim.end]), folded(claim.element.text)
    if wanted != found:
        at = next(
            (i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b),
            min(len(wanted), len(found)),
        )
        near = slice(max(0, at - 20), at + 20)
        yield f"{claim.place}: the text has “{wanted[near]}”, the page “{found[near]}”"
    if claim.element.text_digest != digest(wanted.encode("utf-8")):
        yield f"{claim.place}: data-text-sha256 is not the digest of these words"


def order_problems(line: dict[str, Any], claims: list[Claim], text: str) -> Iterator[str]:
    """The page's order is the source's; only the title may stand first as the
    ``<h1>``, and residue may be folded at the end."""
    title = tuple(line["title"] or ())
    heading = [claim for claim in claims if claim.element.tag == "h1"]
    rest = [claim for claim in claims if claim.element.tag != "h1"]
    for claim in heading:
        if (claim.start, claim.end) != title:
            yield f"{claim.place}: the <h1> is not the title"
    while rest and rest[-1].element.folded_away and is_residue(rest[-1], line, text):
        rest.pop()
    for claim in (*heading, *rest):
        if claim.element.folded_away:
            yield f"{claim.place}: is folded away, and is not only residue at the end"
    tail = [c for c in claims if c.element.tag != "h1"][len(rest) :]
    for part in (rest, tail):
        for before, after in pairwise(part):
            if before.start > after.start:
                yield f"{after.place}: stands after what it precedes in the text"


def is_residue(claim: Claim, line: dict[str, Any], text: str) -> bool:
    """Tell whether residue annotations cover all of *claim* but white space."""
    at = claim.start
    spans = sorted((a["start"], a["end"]) for a in line["annotations"] if a["kind"] == "residue")
    for start, end in spans:
        if end > at and start < claim.end:
            if not blank(text[at:start]):
                return False
            at = max(at, end)
    return blank(text[at : claim.end])


def annotation_problems(line: dict[str, Any], texts: dict[str, str], site: Path) -> Iterator[str]:
    """Check the annotations of one document: every span, value and reference."""
    text = texts[line["id"]]
    place = f"annotations of {line['id']}"

    def inside(span: Any, of: str = text) -> bool:
        return (
            isinstance(span, list)
            and len(span) == 2
            and all(isinstance(n, int) for n in span)
            and 0 <= span[0] < span[1] <= len(of)
        )

    if line["title"] is not None and (
        not inside(line["title"]) or blank(text[slice(*line["title"])])
    ):
        yield f"{place}: the title's span {line['title']} is not in the text"
    for evidence in line["date"]["evidence"]:
        of = texts.get(evidence["document"] or "")
        if evidence["document"] and (of is None or (of and not inside(evidence["span"], of))):
            yield f"{place}: evidence for the date points nowhere"
    seen: set[str] = set()
    mentions = []
    for one in line["annotations"]:
        name = f"{place}: {one.get('id')}"
        missing = sorted((EVERY | FIELDS.get(one.get("kind"), frozenset())) - one.keys())
        if missing:
            yield f"{name}: has no {', '.join(missing)}"
            continue
        if one["id"] in seen:
            yield f"{name}: the id is used twice"
        seen.add(one["id"])
        span = [one["start"], one["end"]]
        if not inside(span):
            yield f"{name}: {span} is not in the text"
            continue
        if blank(text[slice(*span)]):
            yield f"{name}: {span} holds nothing but white space"
        yield from (f"{name}: {fault}" for fault in value_problems(one, site, inside))
        if one["kind"] == "mention":
            mentions.append((span[0], span[1], one["id"]))
    yield from (f"{place}: {fault}" for fault in crossings(mentions))


def value_problems(one: dict[str, Any], site: Path, inside: Any) -> Iterator[str]:
    if one["kind"] not in KINDS:
        yield f"unknown kind {one['kind']}"
    if not one.get("rule"):
        yield "no rule"
    for key, allowed in VALUES.items():
        if one.get(key) not in allowed:
            yield f"{key} is {one.get(key)!r}"
    if one["kind"] == "mention":
        entity = one["entity"]
        for id in [entity] if isinstance(entity, str) else entity or []:
            if not any((site / folder / f"{id}.html").is_file() for folder in FOLDERS.values()):
                yield f"no page for {id}"
        if one["type"] not in FOLDERS:
            yield f"type is {one['type']!r}"
    elif one["kind"] == "quotation":
        if one["source"] is not None and not inside(one["source"]):
            yield f"source {one['source']} is not in the text"
    elif one["kind"] == "account":
        if one["aspect"] not in ASPECTS or one["modality"] not in MODALITIES:
            yield f"aspect {one['aspect']!r}, modality {one['modality']!r}"
        if not (site / "events" / f"{one['event']}.html").is_file():
            yield f"no page for event {one['event']}"


def crossings(spans: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """Mentions may stand inside each other; they never cross."""
    open_: list[tuple[int, int, str]] = []
    for start, end, id in sorted(spans, key=lambda span: (span[0], -span[1])):
        while open_ and open_[-1][1] <= start:
            open_.pop()
        if open_ and open_[-1][1] < end:
            yield f"mentions {open_[-1][2]} and {id} cross"
        open_.append((start, end, id))


def check(root: Path) -> list[str]:
    """Return every problem of the built archive in the folder *root*."""
    return list(Archive(root).problems())


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: check_verbatim.py ARCHIVE_DIR", file=sys.stderr)
        return 2
    archive = Archive(Path(arguments[0]))
    problems = list(archive.problems())
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problems.", file=sys.stderr)
        return 1
    print(f"{archive.documents} documents stand on {len(archive.pages)} pages, word for word.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
