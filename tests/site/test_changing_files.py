"""Files that change or vanish while a build reads them: a line for each, the
rest is built, nothing is left half-written, and the next build sees it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regesta import building, engine, publish, verifying
from regesta.seeds import files
from regesta.seeds.files import Found
from support import archives

pytestmark = pytest.mark.site

OTHER = "Tom Hale came to Port Lewin on 5 May 1921.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    documents = tmp_path / "archive" / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "good.txt").write_text("Ada Brook opened the library.\n")
    (documents / "other.txt").write_text(OTHER)
    (documents / "other.yml").write_text("language: en\n")
    (tmp_path / "archive/seeds/archive.yml").write_text("title: Letters\n")
    return tmp_path / "archive"


def said(built: building.Built) -> list[tuple[str, str, str]]:
    return [(p.path, p.code, p.message) for p in built.problems]


def is_whole(root: Path) -> None:
    """Nothing unfinished is left, and pages, site and manifest agree."""
    assert not list(root.rglob(f"{publish.BESIDE}*"))
    assert {path.name for path in root.iterdir()} <= {"seeds", "docs", "site", ".cache"}
    assert verifying.verify_site(root) == []


Meddle = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def before_reading(monkeypatch: pytest.MonkeyPatch) -> Meddle:
    """Do something once, between the listing of a file and its opening."""

    def meddle(path: str, act: Callable[[], object]) -> None:
        really, done = files.read, []

        def read(found: Found, limit: int) -> object:
            if found.path == path and not done:
                done.append(act())
            return really(found, limit)

        monkeypatch.setattr(files, "read", read)

    return meddle


@pytest.mark.parametrize(
    ("name", "left", "then"),
    [
        ("other.txt", {"good"}, ["description-without-text"]),
        ("other.yml", {"good"}, []),  # what it may have restricted was not known
        ("good.txt", {"other"}, []),
    ],
)
def test_one_that_vanishes(
    root: Path, before_reading: Meddle, name: str, left: set[str], then: list[str]
) -> None:
    path = f"seeds/documents/{name}"
    before_reading(path, (root / path).unlink)
    built = building.build(root)
    message = "it is gone, and was there a moment ago"
    assert (path, "file-unreadable", message) in said(built)
    assert {p.stem for p in (root / "site/documents").glob("*.txt")} == left
    is_whole(root)
    assert [p.code for p in building.build(root).problems] == then


@pytest.mark.parametrize(
    ("exchange", "code"),
    [
        (os.mkfifo, "file-special"),
        (os.mkdir, "file-unreadable"),
        (lambda place: place.symlink_to("/etc/hostname"), "file-unreadable"),
    ],
)
def test_one_that_is_exchanged(
    root: Path, before_reading: Meddle, exchange: Callable[[Path], object], code: str
) -> None:
    place = root / "seeds/documents/other.txt"
    before_reading("seeds/documents/other.txt", lambda: (place.unlink(), exchange(place)))
    problems = building.build(root).problems
    assert [(p.path, p.code) for p in problems] == [("seeds/documents/other.txt", code)]
    assert not (root / "site/documents/other.txt").exists()
    is_whole(root)


def test_one_that_is_written_to(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of a text is not taken for the text."""
    place = root / "seeds/documents/other.txt"
    really, looks = os.fstat, []

    def fstat(handle: int) -> os.stat_result:
        state = really(handle)
        if os.path.samestat(state, place.stat()) and not looks:
            looks.append(1)
            with place.open("a") as stream:
                stream.write("One more line.\n")
        return state

    monkeypatch.setattr(os, "fstat", fstat)
    assert said(building.build(root)) == [
        ("seeds/documents/other.txt", "file-unreadable", "it was written to while it was read")
    ]
    assert not (root / "site/documents/other.txt").exists()
    building.build(root)
    assert (root / "site/documents/other.txt").read_text() == f"{OTHER}One more line.\n"


def _later(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    documents = root / "seeds/documents"
    yield "a text changes", lambda: (documents / "other.txt").write_text(f"{OTHER}And left.\n")
    yield "a text vanishes", lambda: [p.unlink() for p in documents.glob("other.*")]
    yield "a description restricts", lambda: (documents / "other.yml").write_text(
        "access: metadata\n"
    )


@pytest.mark.parametrize("number", range(3))
def test_what_changes_after_it_was_read(
    root: Path, tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is of what was read; the next build is of what stands then, as
    if it were the first."""
    building.build(root)
    (root / "seeds/documents/good.txt").write_text("Ada Brook closed the library.\n")
    first = archives.contents(root / "seeds")
    _what, act = list(_later(root))[number]
    really, done = engine.run, []

    def run(*given: object, **named: object) -> object:
        if not done:
            done.append(act())
        return really(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "run", run)
    assert said(building.build(root)) == []
    assert done
    assert archives.contents(root / "site") == _clean(tmp_path / "a" / root.name, first)
    building.build(root)
    second = archives.contents(root / "seeds")
    assert second != first
    assert archives.contents(root / "site") == _clean(tmp_path / "b" / root.name, second)
    is_whole(root)


def _clean(root: Path, seeds: dict[str, bytes]) -> dict[str, bytes]:
    """Return the site that a first build of *seeds* makes."""
    for path, data in seeds.items():
        (root / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / path).write_bytes(data)
    building.build(root)
    return archives.contents(root / "site")


def test_a_hand_written_page_that_vanishes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors put files beside those that they write, for a moment."""
    page = root / "docs" / "draft.md"
    page.parent.mkdir()
    for meddled in ("_stale", "staged"):
        page.write_text(f"# A draft {meddled}\n")
        really = getattr(publish, meddled)

        def meddle(*given: object, really: Callable[..., object] = really) -> object:
            page.unlink(missing_ok=True)
            return really(*given)

        monkeypatch.setattr(publish, meddled, meddle)
        assert said(building.build(root)) == []
        monkeypatch.undo()
        assert not page.exists()
        assert not (root / "site/draft.html").exists()
        is_whole(root)


def test_a_folder_that_may_not_be_looked_into(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "seeds/documents/closed").mkdir()
    really = os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", refuse)
    built = building.build(root)
    assert said(built) == [
        ("seeds/documents/closed", "file-unreadable", "cannot be read: Permission denied")
    ]
    assert built.documents == 2
    is_whole(root)
