"""What access and withdrawal keep from readers stands in no file that is made.

A rare word and a rare name stand in text that is withheld, and in the records
wherever a record may speak of that text.
"""

from __future__ import annotations

import base64
import gzip
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from regesta import building, bundle
from regesta.archive.assemble import assemble, assembled
from regesta.archive.encoded import shelved
from regesta.archive.lookups import Lookups
from regesta.archive.recall import Recall
from regesta.archive.withholding import cut, masked, merged
from regesta.exports import annotation_lines
from regesta.model import Block, Span
from regesta.pages import everything
from regesta.seeds.reading import read

SEEDS = Path(__file__).parents[1] / "data" / "access" / "seeds"
RARE = "quorvintex"
WITHHELD = ("withdrawn", "metadata", "bare", "excerpt")


def copied(root: Path, *, records: bool) -> Path:
    shutil.copytree(SEEDS, root / "seeds")
    if not records:
        shutil.rmtree(root / "seeds" / "entities")
        for name in WITHHELD:
            path = root / "seeds" / "documents" / f"{name}.yml"
            lines = path.read_text("utf-8").split("\n")
            kept = [
                line for line in lines if re.match(r"access|excerpts|  - [^{]|title|with", line)
            ]
            path.write_text("\n".join(kept) + "\n", "utf-8")
        (root / "seeds" / "documents" / "open.yml").unlink()
    return root


def everywhere(data: bytes) -> str:
    """Return what *data* says, and what is packed in it."""
    text = data.decode("utf-8", "replace")
    for packed in re.findall(r'"([A-Za-z0-9+/]{40,}={0,2})"', text):
        plain = base64.b64decode(packed + "=" * (-len(packed) % 4))
        if plain.startswith(b"\x1f\x8b"):
            text += gzip.decompress(plain).decode("utf-8", "replace")
    return text.casefold()


def leaking(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        str(path.relative_to(folder))
        for path in files
        if RARE in everywhere(path.read_bytes()) or RARE in path.name
    )


@pytest.mark.parametrize("records", [True, False], ids=["with records", "texts alone"])
def test_withheld_words_are_nowhere(tmp_path: Path, records: bool) -> None:
    root = copied(tmp_path, records=records)
    built = building.build(root)
    assert not built.failed, [p for p in built.problems if p.severity == "error"]
    out = bundle.make(root, tmp_path / "archive.zip").path
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert leaking(root / "docs") == []
    assert leaking(root / "site") == []
    assert leaking(tmp_path / "unpacked") == []
    for name in WITHHELD:
        page = root / "site" / "documents" / f"{name}.html"
        assert page.is_file(), "an address is kept whatever happens to the text"
        assert not page.with_suffix(".txt").exists()
    tombstone = (root / "site" / "documents" / "withdrawn.html").read_text("utf-8")
    assert "A relative asked for it." in tombstone
    assert "1 March 2024" in tombstone
    assert 'content="noindex"' in tombstone
    shown = (root / "site" / "documents" / "excerpt.html").read_text("utf-8")
    assert "opened the library in" in shown
    assert "thanked" not in shown


def pages(root: Path) -> dict[str, str]:
    seeds, _problems = read(root)
    archive, problems = assemble(seeds)
    assert not [p for p in problems if p.severity != "notice"], (
        "what is withheld is still checked against the text"
    )
    return everything.render(Lookups(archive), building.permanence.parse("")[0])


def test_what_may_be_seen_is_seen(tmp_path: Path) -> None:
    made = pages(copied(tmp_path, records=True))
    assert "people/ottoline-quorvintex.md" not in made
    assert "events/quorvintex-fair.md" not in made
    assert "organisations/quorvintex-society.md" not in made
    person = made["people/ada-brook.md"]
    assert "opened the library" in person
    assert "mayor" not in person
    event = made["events/library-opened.md"]
    assert "a library" in event
    assert "port-lewin" in event
    assert "Date not known" in event, "its only evidence is withheld"


def test_an_address_that_was_published_stays(tmp_path: Path) -> None:
    seeds, _problems = read(copied(tmp_path, records=True))
    archive, _none = assemble(seeds)
    old, _faults = building.permanence.parse("people/ottoline-quorvintex\t\t\npeople/x\t\t\n")
    assert [p.message.split()[0] for p in building.permanence.vanished(old, archive)] == [
        "people/x"
    ]
    made = everything.render(Lookups(archive), old)
    page = made["people/ottoline-quorvintex.md"]
    assert RARE not in page.casefold()


def test_only_what_is_withheld_is_encoded_again(tmp_path: Path) -> None:
    seeds, _problems = read(copied(tmp_path, records=True))
    archive, _none = assembled(seeds, Recall())
    stands = {
        d.id for d, s in zip(archive.documents, shelved(archive).documents, strict=True) if d is s
    }
    assert "open" in stands
    assert not stands & {"excerpt", "withdrawn", "metadata"}


def test_notes_of_withheld_text_are_not_kept(tmp_path: Path) -> None:
    """They serve the next build in this process, and no other."""
    seeds, _problems = read(copied(tmp_path, records=True))
    recall = Recall()
    assembled(seeds, recall)
    kept, rest = recall.lasting(), recall.used.keys() - recall.lasting().keys()
    assert all(RARE not in everywhere(kept[key]) for key in kept)
    assert any(RARE in everywhere(recall.used[key]) for key in rest)
    again = recall.renewed()
    assembled(seeds, again)
    assert again.lasting().keys() == kept.keys()
    assert again.known.keys() == again.used.keys(), "nothing was worked out twice"


def test_offsets_of_what_is_left_are_those_of_the_source(tmp_path: Path) -> None:
    root = copied(tmp_path, records=True)
    seeds, _problems = read(root)
    archive, _none = assemble(seeds)
    document = archive.document("excerpt")
    assert document is not None
    source = (root / "seeds/documents/excerpt.txt").read_text("utf-8")
    assert len(document.text) == len(source)
    words = [block.span.of(source) for block in document.blocks]
    assert words == [
        "She left on 5 May 1921 for the coast.",
        "Ada Brook opened the library in Port Lewin.",
        '"It is a fine day,"',
    ]
    spans = {block.span for block in document.blocks}
    rows = list(annotation_lines.rows(document))
    assert rows
    assert all(any(s.start <= r["start"] and r["end"] <= s.end for s in spans) for r in rows)


def test_spans() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(2, 6)]) == (Span(0, 9),)
    assert masked("abcdefgh", [Span(1, 3), Span(5, 6)]) == " bc  f  "
    block = Block("paragraph", Span(0, 8), "p-1")
    parts = cut([block], [Span(1, 3), Span(5, 6)], "abcdefgh")
    assert [p.span for p in parts] == [Span(1, 3), Span(5, 6)]
    assert len({p.anchor for p in parts} - {"p-1"}) == 2
    assert cut([block], [Span(0, 8)], "abcdefgh") == (block,)
