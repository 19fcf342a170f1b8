"""What is not ours is never touched, and no link is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regesta import building, exchange, publish

OURS = "---\ngenerated_from: seeds/\n---\n\n# A page\n"
PAGES = {"index.md": OURS, "people/ada.md": OURS}


def codes(problems: list[publish.Problem]) -> list[tuple[str, str]]:
    return [(p.code, p.path) for p in problems]


def test_writes_what_changed_and_removes_what_is_stale(tmp_path: Path) -> None:
    changes, problems = publish.publish(tmp_path, PAGES)
    assert (changes.written, problems) == (("index.md", "people/ada.md"), [])
    changes, _none = publish.publish(tmp_path, PAGES)
    assert changes == publish.Changes((), ())
    changes, _none = publish.publish(tmp_path, {"index.md": OURS + "more"})
    assert changes == publish.Changes(("index.md",), ("people/ada.md",))
    assert not (tmp_path / "people").exists()


def test_a_hand_written_file_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Mine\n")
    (tmp_path / "other.md").write_text("# Mine too\n")
    (tmp_path / "people").write_text("a file where a folder belongs")
    changes, problems = publish.publish(tmp_path, PAGES)
    assert changes.written == ()
    assert codes(problems) == [
        ("file-in-the-way", "docs/index.md"),
        ("file-in-the-way", "docs/people/ada.md"),
    ]
    assert (tmp_path / "index.md").read_text() == "# Mine\n"
    assert (tmp_path / "other.md").exists()


@pytest.mark.parametrize("name", ["index.md", "people"])
def test_a_link_is_neither_written_through_nor_read(tmp_path: Path, name: str) -> None:
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    docs.mkdir()
    (outside / "sub").mkdir(parents=True)
    (outside / "ada.md").write_text(OURS)
    (outside / "secret.md").write_text(OURS)
    (docs / name).symlink_to(outside if name == "people" else outside / "ada.md")
    _changes, problems = publish.publish(docs, PAGES)
    assert [code for code, _path in codes(problems)] == ["file-in-the-way"]
    assert (outside / "ada.md").read_text() == OURS
    assert (outside / "secret.md").exists(), "nothing outside is removed"
    staged = publish.staged(docs, tmp_path / "stage", {})
    assert not any("secret" in path.name or path.is_symlink() for path in staged.rglob("*"))


def test_docs_itself_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("x")
    (tmp_path / "docs").symlink_to("outside")
    changes, problems = publish.publish(tmp_path / "docs", PAGES)
    assert (changes.written, codes(problems)) == ((), [("file-in-the-way", "docs")])
    assert not list(publish.staged(tmp_path / "docs", tmp_path / "stage", {}).iterdir())


def test_special_files_are_passed_over_and_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "pictures.txt").mkdir(parents=True)
    (docs / "pictures.txt" / "one.png").write_bytes(b"1")
    os.mkfifo(docs / "pipe.md")
    (docs / "loop").symlink_to("loop")
    (docs / "people").symlink_to("/etc")
    _changes, problems = publish.publish(docs, PAGES)
    assert codes(problems) == [
        ("file-in-the-way", "docs/people/ada.md"),
        ("file-link", "docs/loop"),
        ("file-special", "docs/pipe.md"),
    ]
    (docs / "people").unlink()
    publish.publish(docs, PAGES)
    staged = publish.staged(docs, tmp_path / "stage", {})
    assert sorted(p.name for p in staged.rglob("*.md")) == ["ada.md", "index.md"]


def test_settings_that_are_no_file_are_named(tmp_path: Path) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "a.txt").write_text("Some words.\n")
    (tmp_path / "mkdocs.yml").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "seeds" / "published.tsv")
    problems = building.prepare(tmp_path).problems
    assert codes(list(problems)) == [
        ("file-link", "mkdocs.yml"), ("file-special", "seeds/published.tsv"),
    ]  # fmt: skip


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    publish.publish(tmp_path, PAGES)
    (tmp_path / f"{publish.BESIDE}abc").write_text("half a pa")
    (tmp_path / ".new-idea").write_text("mine")
    publish.publish(tmp_path, PAGES)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".new-idea", "index.md", "people"]


def test_a_foreign_site_is_left_alone(tmp_path: Path) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "a.txt").write_text("Some words.\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("somebody else's")
    for strict in (False, True):
        built = building.build(tmp_path, strict=strict)
        assert ("file-in-the-way", "site") in codes(list(built.problems))
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["index.html"]


def test_exchange(tmp_path: Path) -> None:
    new, target = tmp_path / ".site-new-1", tmp_path / "site"
    for words in ("one", "two"):
        new.mkdir()
        (new / "page").write_text(words)
        exchange.exchange(new, target)
        assert (target / "page").read_text() == words
        assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_recover(tmp_path: Path) -> None:
    """Where no exchange in one step is to be had, a kill may fall between the
    two steps: the old folder comes back."""
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old" / "page").write_text("old")
    (tmp_path / ".site-new-77").mkdir()
    exchange.recover(tmp_path / "site")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "page").read_text() == "old"


def test_exchange_without_the_system_s_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchanged", lambda _new, _target: False)
    test_exchange(tmp_path)
