"""What a page shows is what the source says, whatever the source says.

Texts go the whole way that the words of a page go (segment, write Markdown,
render with the site's extensions) and are read back with another parser.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from unittest import mock

import html5lib
import markdown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.archive.assemble import assemble
from regesta.archive.lookups import Lookups
from regesta.archive.permanence import NOTHING_KEPT
from regesta.model import Collection, Document, EntityKind, Source
from regesta.pages import document, source_text
from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.whitespace import fold, is_blank
from support.strategies import TEXTS

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
HOSTILE = sorted((Path(__file__).parents[1] / "data" / "hostile" / "seeds").glob("*.txt"))

BATCH = 8
"""Texts that make one archive: what they share is done once."""
CASES = 400
"""Texts of a run of the unit tests; tests/hostile/test_generated.py tries more."""
WRITER = markdown.Markdown(extensions=EXTENSIONS)


def _named(id: str, kind: EntityKind, **given: object) -> EntityRecord:
    record = EntityRecord.model_validate(given)
    record.named(id, kind)
    return record


RECORDS = (
    _named("ada", "person", name="Ada Brook", short_forms=["Brook"]),
    _named("board", "organisation", name="the Board", variants=["漢字", "Sentence one."]),
    _named("word", "topic", name="word", variants=["<script>", "[a](b)", "עברית"]),
)
"""Who is named in the texts: their links stand in the words."""


def archive_of(texts: list[str], *, propose: bool = False) -> Lookups:
    held = []
    for number, text in enumerate(texts):
        data = text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()
        source = Source(f"seeds/documents/{number}.txt", data, digest, "utf-8", text)
        held.append(SeedDocument(str(number), source.path, digest, source))
    archive, problems = assemble(Seeds(Collection("Test"), tuple(held), RECORDS), propose=propose)
    assert not problems
    return Lookups(archive)


def shown(lookups: Lookups, one: Document) -> dict[tuple[int, int], str]:
    """Return span to the text that the document's pages show for it."""
    out: dict[tuple[int, int], str] = {}
    for _path, page in document.render(one, lookups, NOTHING_KEPT):
        out |= _shown_on(page)
    return out


def _shown_on(page: str) -> dict[tuple[int, int], str]:
    body = page.split("\n---\n", 1)[1].partition("\n## About this document")[0]
    tree = html5lib.parse(
        WRITER.reset().convert(body), treebuilder="dom", namespaceHTMLElements=False
    )
    out = {}
    for element in tree.getElementsByTagName("*"):
        if element.hasAttribute("data-verbatim"):
            start, end = map(int, element.getAttribute("data-span").split("-"))
            out[start, end] = text_of(element)
        name = element.tagName
        assert name not in ("script", "img", "iframe", "object", "embed", "form", "svg"), name
        for attribute in element.attributes.keys():
            assert not attribute.startswith("on"), attribute
    return out


def text_of(node: object) -> str:
    if node.nodeType == node.TEXT_NODE:
        return node.data
    if node.nodeType != node.ELEMENT_NODE or node.hasAttribute("data-gloss"):
        return ""
    if node.hasAttribute("data-cp"):
        return "".join(chr(int(code, 16)) for code in node.getAttribute("data-cp").split())
    return "".join(text_of(child) for child in node.childNodes)


def check(texts: list[str], *, propose: bool = False) -> None:
    lookups = archive_of(texts, propose=propose)
    for one in lookups.archive.documents:
        position, text = 0, one.text
        for (start, end), words in sorted(shown(lookups, one).items()):
            assert start >= position
            assert is_blank(text[position:start]), f"left out: {text[position:start]!r}"
            assert fold(words) == fold(text[start:end])
            position = end
        assert is_blank(text[position:])


def _clean(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()


def _holds_words(text: str) -> bool:
    return not is_blank(text) and "\0" not in text


@given(
    st.lists(
        TEXTS.map(_clean).filter(_holds_words),
        min_size=BATCH, max_size=BATCH, unique=True,
    )
)  # fmt: skip
@settings(
    max_examples=CASES // BATCH,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_text_is_shown_as_it_is(texts: list[str]) -> None:
    check(texts)


@given(st.lists(TEXTS.map(_clean).filter(_holds_words), min_size=4, max_size=4, unique=True))
@settings(max_examples=CASES // 16, suppress_health_check=list(HealthCheck))
def test_any_heavy_text_is_shown_as_it_is(texts: list[str]) -> None:
    """Blocks that would take Markdown long are written in another way."""
    with mock.patch.multiple(source_text, HEAVY_FROM=0, HEAVIEST=-1):
        check(texts)


def test_hostile_text_is_shown_as_it_is() -> None:
    texts = []
    for path in HOSTILE:
        data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue  # reading refuses it: tests/unit/test_seeds_texts.py
        if not is_blank(text) and "\0" not in text:
            texts.append(text)
    check(texts, propose=True)
