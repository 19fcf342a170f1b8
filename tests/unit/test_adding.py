"""Taking texts in: names, descriptions, what is recognised, and what is not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from regesta import adding, publish
from regesta.alike import Alikeness, sketched
from regesta.cli import main
from regesta.seeds.reading import read

CORPUS = Path(__file__).parents[1] / "data" / "corpus"
LETTER = "Statement on the journey\n\nPublished: 3 May 1998\n\nDear Ana,\n\n" + "\n\n".join(
    f"This is what happened on day number {n} of the journey to the north." for n in range(20)
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "archive" / "seeds" / "documents").mkdir(parents=True)
    return tmp_path / "archive"


def add(root: Path, *words: object) -> tuple[int, str, str]:
    arguments = ["-C", str(root), "add", "--date", "1998-06-01", *map(str, words)]
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.stdout, done.stderr


def test_bytes_are_copied_and_described(root: Path, tmp_path: Path) -> None:
    data = LETTER.replace("\n", "\r\n").encode()
    (tmp_path / "Én Brev (2).TXT").write_bytes(data)
    assert add(root, "--from", "the owner", tmp_path / "Én Brev (2).TXT")[:2] == (
        0, "1 text taken in on 1998-06-01; 0 held already.\n",
    )  # fmt: skip
    assert (root / "seeds" / "documents" / "en-brev-2.txt").read_bytes() == data
    said = yaml.safe_load((root / "seeds" / "documents" / "en-brev-2.yml").read_text())
    assert said["sha256"] == hashlib.sha256(data).hexdigest()
    assert str(said["received"]["date"]) == "1998-06-01"
    assert said["received"]["from"] == "the owner"
    assert said["title"] == {"passage": "Statement on the journey", "status": "machine"}
    assert (said["type"], said["language"], said["status"]) == ("statement", "en", "machine")
    assert str(said["date"]["edtf"]) == "1998-05-03"
    seeds, problems = read(root)
    assert [(d.id, problems) for d in seeds.documents] == [("en-brev-2", [])]


def test_what_is_held_is_recognised(root: Path, tmp_path: Path) -> None:
    one, copy, near = (tmp_path / f"{name}.txt" for name in ("one", "copy", "near"))
    one.write_text(LETTER, "utf-8")
    copy.write_text(LETTER, "utf-8")
    near.write_text(LETTER.replace("number 7", "number seven"), "utf-8")
    add(root, one)
    status, said, told = add(root, copy, near)
    assert status == 0
    assert f"{copy}: held already as seeds/documents/one.txt" in told
    assert "near.txt: 100% the same as" in told or "near.txt: 99% the same as" in told
    assert said == (
        "1 text taken in on 1998-06-01; 1 held already; 1 nearly the same as one held.\n"
    )
    near.write_text(LETTER.replace("number 8", "number eight"), "utf-8")
    assert add(root, "--skip-alike", near)[1].startswith("0 texts taken in")


def test_a_folder_of_mixed_encodings(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "from the attic"
    (folder / "Letters 1998").mkdir(parents=True)
    words = "Schöne Grüße aus München; die Straße war gefährlich und für Müller zu hügelig. "
    (folder / "Letters 1998" / "a.txt").write_bytes((words * 5).encode("cp1252"))
    (folder / "b.txt").write_bytes((words * 7).encode("utf-16"))
    (folder / "c.txt").write_bytes(b"%PDF-1.7\n\x00")
    (folder / "d.txt").write_bytes(b" \n")
    (folder / "e.jpg").write_bytes(b"not asked for")
    (folder / "link.txt").symlink_to("/etc/hostname")
    status, said, told = add(root, folder)
    assert status == 1
    assert said == ""
    assert (
        "2 texts taken in on 1998-06-01; 0 held already; 1 nearly the same as one held; "
        "2 not taken, named above." in told
    )
    assert "text-empty" in told
    assert "text-binary this is a PDF" in told
    seeds, problems = read(root)
    assert problems == []
    found = {d.id: d.description.encoding for d in seeds.documents if d.description}
    assert set(found) == {"letters-1998-a", "b"}
    assert all(d.source and "Schöne Grüße aus München" in d.source.text for d in seeds.documents)


def test_an_interrupted_run_is_taken_up(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(6):
        (folder / f"{n}.txt").write_text(" ".join(f"word{n * 100 + k}" for k in range(20)), "utf-8")
    written: list[Path] = []

    def killed(path: Path, data: bytes) -> None:
        if len(written) == 5:  # after the third text, before its description
            raise KeyboardInterrupt
        written.append(path)
        original(path, data)

    original = publish.write_file
    monkeypatch.setattr(publish, "write_file", killed)
    add(root, folder)
    monkeypatch.undo()
    assert len(list((root / "seeds" / "documents").glob("*.yml"))) == 2
    status, said, _told = add(root, folder)
    assert (status, said) == (0, "3 texts taken in on 1998-06-01; 3 held already.\n")
    assert len(list((root / "seeds" / "documents").glob("*.yml"))) == 6
    assert add(root, folder)[1] == "0 texts taken in on 1998-06-01; 6 held already.\n"


def test_two_names_that_become_one(root: Path, tmp_path: Path) -> None:
    for name, text in (("A b.txt", "One thing"), ("a-B.txt", "Something else")):
        (tmp_path / name).write_text(text, "utf-8")
    add(root, tmp_path / "A b.txt", tmp_path / "a-B.txt")
    names = sorted(p.name for p in (root / "seeds" / "documents").glob("*.txt"))
    digest = hashlib.sha256(b"Something else").hexdigest()[:8]
    assert names == [f"a-b-{digest}.txt", "a-b.txt"]


@given(st.text(max_size=60))
def test_any_name_becomes_one_that_every_system_holds(name: str) -> None:
    stem = adding.safe_stem(name)
    assert stem == adding.safe_stem(name)
    for part in stem.split("/"):
        assert 0 < len(part) <= 80
        assert set(part) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
        assert part not in ("con", "index", "..")


def test_likeness_is_found_without_comparing_all() -> None:
    asked: list[str] = []
    texts = {
        f"t{n}": " ".join(f"w{(n * 7919 + k * k) % 5000}" for k in range(80)) for n in range(300)
    }

    def text_of(key: str) -> str:
        asked.append(key)
        return texts[key]

    held = Alikeness(text_of)
    for key, text in texts.items():
        held.add(key, sketched(text))
    nearest = held.nearest(sketched(texts["t42"] + " and a few words more"))
    assert nearest is not None
    assert nearest[0] == "t42"
    assert nearest[1] == pytest.approx(0.97, abs=0.02)
    assert len(asked) <= 8
    strange = "nothing like it at all, not in the least, no word is the same"
    assert held.nearest(sketched(strange)) is None


@pytest.mark.parametrize("every", [6, 8, 20])
def test_a_text_with_scattered_changes_is_found(every: int) -> None:
    """One word in *every* is another, all through the text."""
    texts = {path.name: path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))}
    held = Alikeness(texts.__getitem__)
    for key, text in texts.items():
        held.add(key, sketched(text))
    found = {}
    for key, text in texts.items():
        words = text.split()
        words[::every] = ["changed"] * len(words[::every])
        nearest = held.nearest(sketched(" ".join(words)))
        found[key] = nearest and nearest[0]
    assert found == {key: key for key in texts}


def test_a_text_without_a_word_is_like_no_other() -> None:
    held = Alikeness({"a": "— … !", "b": "words"}.__getitem__)
    held.add("a", sketched("— … !"))
    assert held.nearest(sketched("? – ?")) is None
    held.add("b", sketched("words"))
    assert held.nearest(sketched("Words!")) == ("b", 1.0)
