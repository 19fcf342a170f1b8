"""A bundle holds what was taken in, and of that only what readers may see: a file
that is left out, for whatever reason, may be restricted by what nobody could read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from regesta import building, bundle

pytestmark = pytest.mark.site

RARE = "quorvintex"
WORDS = f"The {RARE} words.\n"
HIDDEN = {"documents/a.txt": WORDS, "documents/a.yml": "access: metadata\n"}
ARCHIVES: dict[str, dict[str, str]] = {
    "a copy under another name": {**HIDDEN, "documents/b.txt": WORDS},
    "the same as a Word file, and notes": {
        **HIDDEN, "documents/a.docx": WORDS, "notes.md": RARE, "entities/people/x.txt": RARE},
    "access that is misspelt": {
        "documents/a.txt": WORDS,
        "documents/a.yml": f"access: metdata\nannotations: [{{passage: {RARE}, note: x}}]\n"},
    "access that is misspelt, in a table": {
        "documents/a.txt": WORDS, "documents.csv": f"file,access,title\na.txt,metdata,{WORDS}"},
    "two descriptions": {**HIDDEN, "documents/a.yaml": f"title: {{passage: {WORDS.strip()}}}\n"},
    "a record that cannot be read": {**HIDDEN, "entities/people/x.yml": f"name: [{RARE}\n"},
    "a record with an alias": {
        **HIDDEN, "entities/people/x.yml": f"name: &a {RARE}\nvariants: [*a]\n"},
    "a record in no folder of ours": {**HIDDEN, "entities/animals/x.yml": f"name: {RARE}\n"},
    "a table that cannot be read": {
        **HIDDEN, "documents.csv": f'file,language\n"a.txt,{RARE}\n'},
    "a path as Windows writes it": {
        "documents/a.txt": WORDS,
        "documents.csv": f"file;access;title\nseeds\\documents\\a.txt;metadata;{WORDS}"},
    "another delimiter, other words for the columns": {
        "documents/a.txt": WORDS,
        "documents.csv": '"File"\t"Access"\t"Date-Passage"\t"date"\n'
        f"a.txt\tmetadata\t{RARE}\t1998\n"},
    "a record of the table that is left out": {
        **HIDDEN, "entities.csv": f"kind,id,name\nanimal,x,{RARE}\nperson,y,Ada Brook\n"},
    "words in another's description": {
        **HIDDEN, "documents/b.txt": "Some B.\n",
        "documents/b.yml": "relations: [{kind: quotes, other: a, passage: B, "
        f"other_passage: The {RARE}, why: The {RARE} is there}}]\n"},
}  # fmt: skip


@pytest.mark.parametrize("what", ARCHIVES)
def test_no_word_leaves_the_house(tmp_path: Path, what: str) -> None:
    root = tmp_path / "archive"
    for name, text in {"documents/open.txt": "Open words.\n", **ARCHIVES[what]}.items():
        (root / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / name).write_bytes(text.encode())
    building.build(root)
    bundle.make(root, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as archive:
        held = archive.namelist()
        assert [name for name in held if RARE.encode() in archive.read(name).lower()] == []
    assert any(name.endswith("data/seeds/documents/open.txt") for name in held)
