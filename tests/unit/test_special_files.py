"""Whatever stands where a file belongs: one line that names it, at once, and
nothing is let in that the file may have kept back."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta.cli import main
from regesta.seeds.reading import read

PLACES = (
    "seeds/archive.yml", "seeds/documents.csv", "seeds/entities.csv", "seeds/history.tsv",
    "seeds/published.tsv", "seeds/refused.txt", "seeds/documents/other.txt",
    "seeds/documents/good.yml", "seeds/entities/people/ada-brook.yml", "mkdocs.yml",
)  # fmt: skip
BEYOND = 40_000_000
"""Bytes that no kind of file may have."""


def _full(place: Path) -> None:
    place.mkdir()
    (place / "inside.txt").write_text("Inside.\n")


def _device(place: Path) -> None:
    try:
        os.mknod(place, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # zeros without end
    except PermissionError:
        pytest.skip("only root can make a device")


def _large(place: Path) -> None:
    with place.open("wb") as stream:
        stream.truncate(BEYOND)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an empty folder": (Path.mkdir, "file-special"),
    "a folder": (_full, "file-special"),
    "a pipe": (os.mkfifo, "file-special"),
    "a device": (_device, "file-special"),
    "a link": (lambda place: place.symlink_to("/etc/hostname"), "file-link"),
    "a link to nothing": (lambda place: place.symlink_to("/no/where"), "file-link"),
    "a link to a folder": (lambda place: place.symlink_to("/etc"), "file-link"),
    "a link to itself": (lambda place: place.symlink_to(place.name), "file-link"),
    "too much": (_large, "file-too-large"),
    "what may not be read": (Path.touch, "file-unreadable"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds/documents").mkdir(parents=True)
    (tmp_path / "seeds/entities/people").mkdir(parents=True)
    (tmp_path / "seeds/documents/good.txt").write_text("Ada Brook opened the library.\n")
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_line_each(root: Path, place: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, code = KINDS[kind]
    make(root / place)
    if code == "file-unreadable":
        _closed(place, monkeypatch)
    before = time.monotonic()
    done = CliRunner().invoke(main, ["-C", str(root), "check"])
    assert time.monotonic() - before < 1
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 1
    lines = [line for line in done.output.splitlines() if line.startswith("seeds/") or code in line]
    named = [line for line in lines if line.startswith(f"{place}: {code} ")]
    assert len(named) == 1, done.output
    # A text is left out with a description that cannot be read; of nothing else is told.
    others = {line.split(": ")[1].split()[0] for line in lines} - {code}
    assert others <= {"description-unreadable"}, done.output


def _closed(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def refuse(path: str, *arguments: int) -> int:
        if str(path).endswith(place):
            raise PermissionError(13, "Permission denied", path)
        return really(path, *arguments)

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.parametrize("kind", ["a folder", "a link", "too much"])
@pytest.mark.parametrize("place", ["seeds/documents.csv", "seeds/documents/good.yml"])
def test_what_may_be_restricted_is_not_shown(root: Path, place: str, kind: str) -> None:
    KINDS[kind][0](root / place)
    assert read(root)[0].documents == ()


@pytest.mark.parametrize("place", [".cache", ".cache/regesta", ".cache/regesta/lock"])
def test_a_link_instead_of_the_cache_leads_nowhere(root: Path, tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    target = outside / "lock" if place.endswith("lock") else outside
    (root / place).symlink_to(target)
    done = CliRunner().invoke(main, ["-C", str(root), "build"])
    assert done.exit_code == 1
    assert done.output.startswith("The disk refused: ") and place in done.output
    assert done.output.count("\n") == 1
    assert list(outside.iterdir()) == []


def test_a_bundle_says_what_is_not_in_it(root: Path) -> None:
    assert CliRunner().invoke(main, ["-C", str(root), "build"]).exit_code == 0
    os.mkfifo(root / "seeds/history.tsv")
    done = CliRunner().invoke(main, ["-C", str(root), "bundle"])
    assert done.exit_code == 1
    assert done.output.startswith("seeds/history.tsv: file-special ")
    assert (root / "archive.zip").is_file()


@pytest.mark.parametrize("kind", ["a device", "a pipe", "a link", "a folder"])
def test_a_manifest_that_is_no_file(root: Path, kind: str) -> None:
    (root / "site").mkdir()
    KINDS[kind][0](root / "site" / "manifest-sha256.txt")
    done = CliRunner().invoke(main, ["-C", str(root), "bundle"])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
