"""Files that are none: each is named, the others are read, nothing waits."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from regesta.seeds import documents, reading
from regesta.seeds.reading import read


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds" / "documents"
    folder.mkdir(parents=True)
    (folder / "good.txt").write_text("Good.")
    return tmp_path


def said(root: Path) -> list[tuple[str, str]]:
    seeds, problems = read(root)
    assert [held.id for held in seeds.documents] == ["good"]
    return [(problem.path.removeprefix("seeds/documents/"), problem.code) for problem in problems]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_sockets_and_folders_are_no_texts(archive: Path, monkeypatch) -> None:
    folder = archive / "seeds" / "documents"
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    (folder / "folder.txt" / "inside.txt").write_text("not read")
    monkeypatch.chdir(folder)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert said(archive) == [
            ("folder.txt", "file-special"),
            ("pipe.txt", "file-special"),
            ("socket.txt", "file-special"),
        ]


def test_links_are_not_followed(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    folder = archive / "seeds" / "documents"
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "itself").symlink_to("itself")
    (folder / "good.yml").symlink_to(outside / "secret.txt")
    seeds, problems = read(archive)
    assert seeds.documents == ()  # a description that cannot be read may restrict its text
    assert [problem.code for problem in problems] == [
        "file-link",
        "description-unreadable",
        "file-link",
        "file-link",
        "file-link",
    ]


@pytest.mark.parametrize("place", ["seeds", "seeds/documents"])
def test_a_link_in_place_of_the_seeds(archive: Path, place: str) -> None:
    (archive / place).rename(archive / "elsewhere")
    (archive / place).symlink_to(archive / "elsewhere")
    seeds, problems = read(archive)
    assert (seeds.documents, [problem.code for problem in problems]) == ((), ["file-link"])


def test_no_archive_at_all(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "missing"):
        _, problems = read(root)
        assert [problem.code for problem in problems] == ["archive-missing"]


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made")
def test_names_that_are_no_text(archive: Path) -> None:
    folder = os.fsencode(archive / "seeds" / "documents")
    for name in (b"a\xff.txt", b"line\nbreak.txt", b"\x1b[31m.txt"):
        with open(os.path.join(folder, name), "wb") as stream:  # noqa: PTH118, PTH123 - bytes
            stream.write(b"text")
    assert [code for _, code in said(archive)] == ["file-name"] * 3


def test_files_that_are_too_large(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_TEXT", 10)
    (archive / "seeds/documents/long.txt").write_text("x" * 11)
    (archive / "seeds/documents/ten.txt").write_text("x" * 10)
    seeds, problems = read(archive)
    assert [held.id for held in seeds.documents] == ["good", "ten"]
    assert [problem.code for problem in problems] == ["file-too-large"]


def test_files_that_may_not_be_read(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (archive / "seeds/documents/closed.txt").write_text("closed")
    really = os.open

    def refuse(path: str, *arguments: int) -> int:
        if str(path).endswith("closed.txt"):
            raise PermissionError(13, "Permission denied", path)
        return really(path, *arguments)

    monkeypatch.setattr(os, "open", refuse)
    assert said(archive) == [("closed.txt", "file-unreadable")]


def test_the_order_of_the_file_system_plays_no_part(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b/z", "b-c", "b", "a/a", "Z"):
        place = archive / "seeds" / "documents" / f"{name}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"Text of {name}.")
    first = read(archive)
    listed = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: reversed(list(listed(path))))
    again = read(archive)
    assert first == again
    assert [held.path for held in first[0].documents] == sorted(
        held.path for held in first[0].documents
    )


def test_the_title_is_the_folder_unless_given(archive: Path) -> None:
    assert read(archive)[0].collection.title == archive.name
    shutil.copy(archive / "seeds/documents/good.txt", archive / "seeds/other.txt")
    (archive / "seeds/archive.yml").write_text("title: Given\n")
    seeds, problems = read(archive)
    assert seeds.collection.title == "Given"
    assert [(problem.code, problem.path) for problem in problems] == [
        ("file-not-used", "seeds/other.txt")
    ]
    assert reading.__all__ == ["SeedDocument", "Seeds", "read"]
