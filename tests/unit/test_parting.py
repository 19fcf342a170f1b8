"""Long texts stand on several pages: every word once, at addresses that last."""

from __future__ import annotations

import hashlib
import re

import pytest
from bench import hard_texts

from regesta.archive import parting, permanence
from regesta.archive.assemble import assemble
from regesta.archive.lookups import Lookups
from regesta.exports import annotation_lines
from regesta.model import Archive, Collection, Document, Source
from regesta.pages import everything
from regesta.seeds.entity_records import EntityRecord
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.verifying import shown_text
from regesta.whitespace import fold, is_blank

LARGEST = 3_000
LENGTH = 12_000
KINDS = (
    "prose in paragraphs", "prose in one line", "one long word", "Chinese without a stop",
    "combining marks", "control characters", "a list", "a table", "short lines", "headings",
    "setext headings", "separators", "characters by chance", "marks by chance",
)  # fmt: skip


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts so small that a short text has several."""
    monkeypatch.setattr(parting, "LARGEST", LARGEST)


def archive_of(text: str, *records: EntityRecord, id: str = "long") -> Archive:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    source = Source(f"seeds/documents/{id}.txt", data, digest, "utf-8", text)
    held = (SeedDocument(id, source.path, digest, source),)
    return assemble(Seeds(Collection("Test"), held, records), propose=False)[0]


def parted(text: str) -> tuple[Document, tuple[parting.Part, ...]]:
    document = archive_of(text).documents[0]
    return document, parting.parts(document)


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_stands_in_one_part(kind: str) -> None:
    document, parts = parted(hard_texts.KINDS[kind](LENGTH))
    spans = sorted(block.span for part in parts for block in part.blocks)
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert is_blank(document.text[at : span.start])
        at = span.end
    assert is_blank(document.text[at:])
    assert len(parts) > 1


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_is_much_too_heavy(kind: str) -> None:
    document, parts = parted(hard_texts.KINDS[kind](LENGTH))
    for part in parts:
        assert sum(parting.weight(document.text, block) for block in part.blocks) < 2 * LARGEST


def test_a_short_text_has_one_part() -> None:
    _document, parts = parted("A title\n\nA paragraph.\n")
    assert [part.name for part in parts] == [""]


def test_a_long_line_is_cut_between_sentences() -> None:
    document, parts = parted(hard_texts.KINDS["prose in one line"](LENGTH))
    ends = [part.blocks[-1].span.of(document.text)[-1] for part in parts]
    assert set(ends[:-1]) == {"."}


def test_a_heading_goes_with_what_it_heads() -> None:
    paragraph = "A sentence of no great length. " * 3
    section = f"A HEADING\n\n{paragraph}\n\n"
    _document, parts = parted(f"A TITLE\n\n{section * 60}")
    assert all(part.blocks[-1].kind != "heading" for part in parts)


def test_records_do_not_move_a_cut() -> None:
    text = hard_texts.prose_in_paragraphs(LENGTH)
    record = EntityRecord.model_validate({"name": "Zarah Wellbourne"})
    record.named("zarah", "person")
    plain, named = archive_of(text).documents[0], archive_of(text, record).documents[0]
    assert named.mentions and not plain.mentions
    assert parting.parts(plain) == parting.parts(named)


def pages_of(archive: Archive, old: permanence.Published) -> dict[str, str]:
    made = everything.render(Lookups(archive), old)
    return {path: page for path, page in made.items() if re.match("documents/long", path)}


def test_each_page_says_which_part_it_is_and_leads_to_the_next() -> None:
    pages = pages_of(archive_of(hard_texts.prose_in_paragraphs(LENGTH)), permanence.Published())
    total = len(pages)
    assert list(pages)[:2] == ["documents/long.md", "documents/long/2.md"]
    for number, page in enumerate(pages.values(), 1):
        assert f'data-part="{number}/{total}"' in page
        assert (f"Part {number + 1} →" in page) == (number < total)
        assert (f"← Part {number - 1}" in page) == (number > 1)


def test_references_and_listings_lead_to_the_part() -> None:
    archive = archive_of(hard_texts.prose_in_paragraphs(LENGTH))
    document, lookups = archive.documents[0], Lookups(archive)
    last = document.blocks[-1]
    total = lookups.parting(document).total
    addresses = annotation_lines.head(document)["page"]
    assert addresses == [
        "documents/long.html",
        *(f"documents/long/{n}.html" for n in range(2, total + 1)),
    ]
    assert lookups.parting(document).at(last.span.start) == total
    published = permanence.current(archive).pages
    assert published[f"documents/long/{total}"][last.anchor] == last.span.start
    assert sum(map(len, published.values())) == len(document.blocks)


def test_an_anchor_outlives_a_change_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was published on one page is found from there when it stands on
    another; and the page of a part that is no more still leads on."""
    archive = archive_of(hard_texts.prose_in_paragraphs(LENGTH))
    in_parts = permanence.current(archive)
    last = archive.documents[0].blocks[-1].anchor
    monkeypatch.setattr(parting, "LARGEST", 10 * LENGTH)
    whole = permanence.current(archive)
    total = len(in_parts.pages)
    pages = pages_of(archive, in_parts)
    assert len(pages) == total
    link = f"[now in part 1](../../documents/long.md#{last}){{: #{last} }}"
    assert link in pages[f"documents/long/{total}.md"]
    assert not permanence.vanished(in_parts, archive)
    monkeypatch.setattr(parting, "LARGEST", LARGEST)
    pages = pages_of(archive, whole)
    link = f"[now in part {total}](../documents/long/{total}.md#{last}){{: #{last} }}"
    assert link in pages["documents/long.md"]


def test_the_pages_hold_the_words() -> None:
    text = hard_texts.prose_in_paragraphs(LENGTH)
    document = archive_of(text).documents[0]
    seeds = Seeds(
        Collection("Test"), (SeedDocument("long", document.path, document.sha256, document.source),)
    )

    def html(part: parting.Part) -> str:
        return "".join(
            f'<p data-verbatim="{document.sha256}" data-span="{b.span.start}-{b.span.end}">'
            f"{fold(b.span.of(text))}</p>"
            for b in part.blocks
        )

    parts = parting.parts(document)
    pages = {f"{parting.address(document, part.number)}.html": html(part) for part in parts}
    assert not shown_text.differences(seeds, pages, "")
    pages.popitem()
    assert [p.path for p in shown_text.differences(seeds, pages, "")] == ["documents/long.html"]
