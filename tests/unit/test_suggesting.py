"""What rules suggest to a curator, and that a refusal is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta.cli import main
from regesta.model import Span
from regesta.seeds.passages import FoldedText
from regesta.seeds.reading import read
from regesta.seeds.values import PassageRecord
from regesta.suggesting import suggest

TEXTS = {
    "a": "Minister Ana Silva spoke in Lisbon on Tuesday. Silva thanked the Ministry of Health.",
    "b": "In Lisbon, Prime Minister João Braga met Minister Ana Silva.",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds" / "documents"
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def ids(root: Path) -> list[str]:
    return [one.id for one in suggest(read(root)[0])]


def run(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["-C", str(root), "suggest", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_what_settles_most_comes_first(archive: Path) -> None:
    found = ids(archive)
    assert {"ana-silva", "lisbon", "joao-braga"} <= set(found)
    assert found.index("ana-silva") < found.index("joao-braga")


def test_every_suggestion_reads_back_without_a_problem(archive: Path) -> None:
    run(archive, "--write", "-n", "50")
    seeds, problems = read(archive)
    assert problems == []
    assert "ana-silva" in {record.id for record in seeds.entities}
    assert all(document.description for document in seeds.documents)


def test_nothing_is_written_unasked_and_nothing_overwritten(archive: Path) -> None:
    run(archive)
    assert not (archive / "seeds" / "entities").exists()
    own = archive / "seeds" / "entities" / "people" / "ana-silva.yml"
    own.parent.mkdir(parents=True)
    own.write_text("name: Ana Silva\n", "utf-8")
    run(archive, "--write", "-n", "50")
    assert own.read_text("utf-8") == "name: Ana Silva\n"


def test_a_refusal_is_remembered(archive: Path) -> None:
    run(archive, "--refuse", "lisbon")
    assert "lisbon" not in ids(archive)
    run(archive, "--write", "-n", "50")
    assert not (archive / "seeds" / "entities" / "places" / "lisbon.yml").exists()


def test_a_near_name_is_pointed_out(archive: Path) -> None:
    own = archive / "seeds" / "entities" / "people" / "anna-silva.yml"
    own.parent.mkdir(parents=True)
    own.write_text("name: Anna Silva\n", "utf-8")
    near = {one.id: one.near for one in suggest(read(archive)[0])}
    assert near["ana-silva"] == ("anna-silva",)


def test_near_proposals_point_to_each_other(archive: Path) -> None:
    more = archive / "seeds" / "documents" / "c.txt"
    more.write_text("Bishop João Bragha came; Bishop Eva Bragha stayed.", "utf-8")
    found = {one.id: one.text for one in suggest(read(archive)[0])}
    assert "near to the proposal joao-bragha: is it the same?" in found["joao-braga"]
    assert "near to the proposal" not in found["eva-bragha"]


@pytest.mark.parametrize("text", [" of A, of B, of A and of A", "x", "one\u00a0two  one two\n"])
def test_a_selector_finds_its_own_place_again(text: str) -> None:
    folded = FoldedText(text)
    for start in range(len(text)):
        if text[start].isspace():
            continue
        found = folded.find(PassageRecord(**folded.selector(Span(start, start + 1))))
        assert found == Span(start, start + 1)


def model(text: str):
    """Stands for a model that knows two names and errs about a day."""
    said = {"Zorvath Quill": "PERSON", "the Blue Lantern": "ORG", "Monday": "ORG"}
    for words, label in said.items():
        start = text.find(words)
        if start >= 0:
            yield words, start, start + len(words), label


def test_a_model_adds_what_rules_do_not_find(archive: Path) -> None:
    text = "Then Zorvath Quill sat by the Blue Lantern on Monday. Ana Silva did not."
    (archive / "seeds" / "documents" / "c.txt").write_text(text, "utf-8")
    seeds = read(archive)[0]
    added = {s.id: s for s in suggest(seeds, (model, "test 1.0"))}
    assert added.keys() - {s.id for s in suggest(seeds)} == {"zorvath-quill", "blue-lantern"}
    assert added["blue-lantern"].path == "seeds/entities/organisations/blue-lantern.yml"
    assert "# Proposed by the model test 1.0." in added["zorvath-quill"].text


def test_a_model_s_proposal_may_be_refused(archive: Path) -> None:
    (archive / "seeds" / "documents" / "c.txt").write_text("Then Zorvath Quill sat.", "utf-8")
    run(archive, "--refuse", "zorvath-quill")
    assert "zorvath-quill" not in {s.id for s in suggest(read(archive)[0], (model, "test 1.0"))}


def test_a_missing_model_says_what_to_install(archive: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(archive), "suggest", "--ner", "--model", "none"])
    assert result.exit_code == 2
    assert "regesta[ner]" in result.output or "spacy download" in result.output


@pytest.mark.long  # spaCy is for who installs the extra; the tests do not
def test_a_pipeline_from_the_disk_is_read(archive: Path, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="the extra ner is not installed")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Quillhaven"}])
    pipeline.to_disk(tmp_path / "model")
    (archive / "seeds" / "documents" / "c.txt").write_text("The way to Quillhaven.", "utf-8")
    shown = run(archive, "--ner", "--model", str(tmp_path / "model"), "-n", "50")
    assert "seeds/entities/places/quillhaven.yml" in shown
    assert "Proposed by the model en_pipeline 0.0.0." in shown
