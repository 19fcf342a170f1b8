"""What a preview shows before it is built is what is built then."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest
import yaml
from bench import preview
from bench.collection import Collection

from regesta import building
from regesta.previewing.pages import Pages
from regesta.previewing.warm import Warm
from support import archives

pytestmark = pytest.mark.site

DOCUMENTS = 150
LIMIT = 3.0
"""Seconds from a save to its page: three times what is wanted at a thousand
documents, for machines that are busy."""


def made(root: Path) -> Path:
    Collection(14).write(root)
    return root


def own(root: Path) -> Path:
    """The archive here, with a mkdocs.yml and pages written by hand."""
    archives.copy_own(root)
    shutil.rmtree(root / "build_scripts")  # the program's own theme, not a copy
    return root


@pytest.fixture(params=[made])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive that is built."""
    root: Path = request.param(tmp_path / "archive")
    building.build(root)
    return root


def retitled(root: Path) -> None:
    path = sorted((root / "seeds" / "documents").rglob("*.yml"))[3]
    record = yaml.safe_load(path.read_text("utf-8"))
    record["title"] = {"supplied": f"Another <title> {random.random()}"}
    path.write_text(yaml.safe_dump(record, sort_keys=False), "utf-8")


def renamed(root: Path) -> None:
    path = sorted((root / "seeds" / "entities" / "people").rglob("*.yml"))[0]
    record = yaml.safe_load(path.read_text("utf-8"))
    record["variants"] = [f"Zebulon {random.random()}"]
    path.write_text(yaml.safe_dump(record, sort_keys=False), "utf-8")


def added(root: Path) -> None:
    text = "A letter\n\nOn 4 May 1921 Ada Brook opened the library in Port Lewin.\n"
    (root / "seeds" / "documents" / "letter.txt").write_text(text, "utf-8")


def removed(root: Path) -> None:
    (root / "seeds" / "documents" / "letter.txt").unlink()


@pytest.mark.parametrize("root", [made, own], indirect=True)
def test_every_page_is_shown_as_it_is_built(root: Path) -> None:
    warm, pages = Warm(root), Pages(root)
    warm.prepared()
    for edit in (retitled, renamed, added, removed):
        edit(root)
        assert pages.renew(warm.prepared())
        addresses = [p.relative_to(root / "site").as_posix() for p in root.glob("site/**/*.html")]
        shown = {one: pages.html(one) for one in [*addresses, "documents/letter.html"]}
        built = building.build(root)
        stands = {one: (root / "site" / one) for one in shown}
        wrong = [
            one
            for one, html in shown.items()
            if html is not None and stands[one].is_file() and stands[one].read_bytes() != html
        ]
        assert wrong == [], edit.__name__
        made = {one for one, html in shown.items() if html is not None}
        pages_made = {f"{path.removesuffix('.md')}.html" for path in built.paths}
        assert pages_made & {*addresses} <= made
        assert ("documents/letter.html" in made) == (edit is added)
        assert not pages.settle(built.paths)
        assert pages.html("index.html") is None  # the site has it


def test_saves_one_upon_another_come_to_a_clean_build(root: Path, tmp_path: Path) -> None:
    running = preview.Preview(root, tmp_path / "said")
    try:
        for edit in (retitled, added, renamed, retitled, removed, renamed):
            shown = running.words().count("Shown in")
            edit(root)
            running.wait_for("Shown in", shown + 1)
        built = running.words().count("pages written")
        running.wait_for("pages written", built + 1)
    finally:
        running.end()
    shutil.copytree(root / "seeds", tmp_path / "clean" / "seeds")
    building.build(tmp_path / "clean")
    for folder in ("docs", "site"):
        assert archives.differing(root / folder, tmp_path / "clean" / folder) == []


def test_a_save_is_seen_soon(tmp_path: Path) -> None:
    Collection(DOCUMENTS).write(tmp_path)
    seconds = preview.measured(tmp_path, 2)
    assert min(seconds["description"]) < LIMIT
    assert min(seconds["variant"]) < LIMIT


def test_what_was_read_before_is_read_again_when_it_changes(root: Path) -> None:
    warm = Warm(root)
    before = warm.prepared()
    retitled(root)
    time.sleep(0.01)
    retitled(root)
    assert warm.prepared().pages != before.pages
    assert warm.prepared().pages == building.prepare(root).pages
