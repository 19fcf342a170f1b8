"""A build that keeps what has not changed makes what a build from nothing makes."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from bench.collection import Collection

from regesta import building
from regesta.archive.lookups import Lookups
from regesta.kept import chest
from regesta.making.memory import STATE, KeptUnit, Memory
from regesta.pages import parts
from regesta.pages.registers import Register
from regesta.pages.units import Piece
from regesta.progress import Done, silent
from regesta.unchanged import Glance
from support import archives

pytestmark = pytest.mark.site

Edit = Callable[[Path, random.Random], None]


def described(root: Path) -> list[Path]:
    return sorted((root / "seeds" / "documents").rglob("*.yml"))


def texts(root: Path) -> list[Path]:
    return sorted((root / "seeds" / "documents").rglob("*.txt"))


def records(root: Path, kind: str) -> list[Path]:
    return sorted((root / "seeds" / "entities" / kind).glob("*.yml"))


def changed(path: Path, change: Callable[[dict[str, object]], None]) -> None:
    record = yaml.safe_load(path.read_text("utf-8"))
    change(record)
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")


def a_description(root: Path, chance: random.Random) -> None:
    words = f"Changed {chance.random()}."
    rights = {"statement": "http://rightsstatements.org/vocab/InC/1.0/", "why": words}
    changed(chance.choice(described(root)), lambda record: record.update(rights=rights))


def a_date(root: Path, chance: random.Random) -> None:
    day = f"{chance.randrange(2014, 2024)}-0{chance.randrange(1, 10)}-11"
    date = {"edtf": day, "basis": "inferred", "evidence": [{"reason": "So we think."}]}
    changed(chance.choice(described(root)), lambda record: record.update(date=date))


def a_title(root: Path, chance: random.Random) -> None:
    title = {"supplied": f"A title of {chance.random()}"}
    changed(chance.choice(described(root)), lambda record: record.update(title=title))


def a_variant(root: Path, chance: random.Random) -> None:
    words = chance.choice(texts(root)).read_text("utf-8").split()
    word = chance.choice([w.strip(".,") for w in words if w[:1].isupper() and w.isalpha()])
    changed(
        chance.choice(records(root, chance.choice(["people", "places", "topics"]))),
        lambda record: record.update(variants=[f"{word}", f"Name {chance.random()}"]),
    )


def a_name(root: Path, chance: random.Random) -> None:
    kind = chance.choice(["people", "organisations", "places", "topics", "events"])
    name = f"Named {chance.choice('ABCDE')} {chance.random()}"
    changed(chance.choice(records(root, kind)), lambda record: record.update(name=name))


def an_added_document(root: Path, chance: random.Random) -> None:
    text = chance.choice(texts(root)).read_text("utf-8")
    new = root / "seeds" / "documents" / f"added-{chance.randrange(10**6)}.txt"
    new.write_text(text[: len(text) // 2] + f"\n\nAnd more, {chance.random()}.\n", "utf-8")


def a_renamed_document(root: Path, chance: random.Random) -> None:
    """Nothing tells of the event that a record rests on in it any more: only
    documents that no record rests on are renamed."""
    path = chance.choice(free(root))
    stem = f"renamed-{chance.randrange(10**6)}"
    for ending in (".txt", ".yml"):
        if path.with_suffix(ending).exists():
            path.with_suffix(ending).rename(path.with_name(stem + ending))


def a_deleted_document(root: Path, chance: random.Random) -> None:
    path = chance.choice(free(root))
    for ending in (".txt", ".yml"):
        path.with_suffix(ending).unlink(missing_ok=True)


def free(root: Path) -> list[Path]:
    told = "\n".join(p.read_text("utf-8") for p in records(root, "events"))
    return [p for p in texts(root) if f"{p.parent.name}-{p.stem}" not in told]


def a_deleted_record(root: Path, chance: random.Random) -> None:
    left = records(root, "topics")  # none, where edits before took the last
    if left:
        chance.choice(left).unlink()


def a_corrected_text(root: Path, chance: random.Random) -> None:
    path = chance.choice(free(root))
    path.with_suffix(".yml").unlink(missing_ok=True)
    path.write_text(path.read_text("utf-8").replace("the", "this", 2), "utf-8")


def withheld(root: Path, chance: random.Random) -> None:
    changed(chance.choice(described(root)), lambda record: record.update(access="metadata"))


def the_collection(root: Path, chance: random.Random) -> None:
    path = root / "seeds" / "archive.yml"
    changed(path, lambda record: record.update(contact=f"{chance.random()}@example.org"))


def a_hand_in_docs(root: Path, chance: random.Random) -> None:
    """Generated pages are put right; pages written by hand are built."""
    page = chance.choice(sorted((root / "docs" / "documents").glob("*.md")))
    page.write_text(page.read_text("utf-8").replace("e", "i", 1), "utf-8")


def the_site(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted((root / "site").rglob("*.html")))
    page.write_text("broken", "utf-8")


def the_cache(root: Path, chance: random.Random) -> None:
    for path in (root / ".cache" / "regesta").rglob("*"):
        if path.is_file() and path.name != "lock" and path.stat().st_size:
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)


EDITS: list[Edit] = [
    a_description, a_date, a_title, a_variant, a_name, an_added_document, a_renamed_document,
    a_deleted_document, a_deleted_record, a_corrected_text, withheld, the_collection,
    a_hand_in_docs, the_site, the_cache,
]  # fmt: skip


def what_pages_read(root: Path, chance: random.Random) -> None:
    """Part of it is lost: what an edit touches can no longer be told."""
    for path in sorted((root / ".cache" / "regesta" / "readings").iterdir())[::2]:
        path.unlink()
    a_variant(root, chance)


def trees(root: Path) -> dict[str, bytes]:
    found = archives.contents(root)
    return {path: data for path, data in found.items() if path.startswith(("docs/", "site/"))}


def from_nothing(root: Path, place: Path) -> tuple[dict[str, bytes], building.Built]:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(root / "seeds", place / "seeds")
    built = building.build(place)
    return trees(place), built


def compared(root: Path, place: Path, label: str) -> building.Built:
    built = building.build(root)
    expected, clean = from_nothing(root, place)
    found = trees(root)
    different = [path for path in {*found, *expected} if found.get(path) != expected.get(path)]
    assert different == [], label
    assert built.problems == clean.problems, label
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    Collection(14).write(root)
    withheld(root, random.Random(5))
    building.build(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A built archive, with its cache; times of change stay as they were."""
    return Path(shutil.copytree(built, tmp_path / "archive"))


@pytest.mark.parametrize("edit", [*EDITS, what_pages_read], ids=lambda edit: edit.__name__)
def test_one_edit(root: Path, tmp_path: Path, edit: Edit) -> None:
    edit(root, random.Random(7))
    compared(root, tmp_path / "clean", edit.__name__)


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(n, marks=pytest.mark.long) for n in range(2, 12))]
)
def test_edits_in_any_order(root: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    done = []
    for _ in range(6):
        edits = chance.sample(EDITS, chance.randrange(1, 3))
        for edit in edits:
            edit(root, chance)
            done.append(edit.__name__)
        compared(root, tmp_path / "clean", " → ".join(done))


def test_nothing_changed_is_told_at_a_glance(root: Path, tmp_path: Path) -> None:
    stages: list[str] = []

    def tell(stage: str, pieces: int) -> Done:
        stages.append(stage)
        return silent(stage, pieces)

    aged(root / "seeds")
    first = building.build(root)
    before = trees(root)
    assert building.build(root, tell=tell) == replace(first, written=0, removed=0)
    assert stages == []
    assert trees(root) == before
    for edit in (a_hand_in_docs, the_site, a_description):
        edit(root, random.Random(3))
        compared(root, tmp_path / "clean", edit.__name__)


def test_what_was_changed_a_moment_before_is_told_at_a_glance_too(root: Path) -> None:
    """Where the disk keeps times finely: on others two seconds must pass."""
    path = described(root)[0]
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    finely = path.stat().st_mtime_ns % 1_000_000 > 0
    building.build(root)
    assert Glance(root).outcome() is not None or not finely
    second = time.time_ns() // 10**9 * 10**9
    os.utime(path, ns=(second, second))
    building.build(root)
    assert Glance(root).outcome() is None, "it may be changed again within that second"


def aged(folder: Path) -> None:
    """Make all below *folder* an hour older: what has just changed is not trusted."""
    for path in folder.rglob("*"):
        state = path.stat()
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns - 3_600 * 10**9))


def test_what_has_not_changed_is_kept(root: Path) -> None:
    """Else all of the above would be the same for a poor reason."""
    before = {p: p.stat().st_mtime_ns for p in (root / "site").rglob("*.html")}
    a_description(root, random.Random(1))
    again = building.build(root)
    after = {p: p.stat().st_mtime_ns for p in (root / "site").rglob("*.html")}
    assert 0 < again.written < 6
    assert sum(before[p] != time for p, time in after.items()) < 12


@pytest.fixture
def parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built archive in which few names already take further pages."""
    monkeypatch.setattr(parts, "LIMIT", 6_000)
    root = tmp_path / "parted"
    Collection(20).write(root)
    building.build(root)
    return root


def test_edits_where_lists_take_further_pages(parted: Path, tmp_path: Path) -> None:
    chance = random.Random(4)
    for edit in (
        a_description, a_variant, an_added_document, a_renamed_document, a_deleted_document,
        a_title, a_date, a_name, a_hand_in_a_part,
    ):  # fmt: skip
        edit(parted, chance)
        compared(parted, tmp_path / "clean", edit.__name__)
    units = kept_units(parted)
    assert sum(len(unit.pieces) > 3 for unit in units.values()) > 10
    pieces = [piece for unit in units.values() for piece in unit.pieces]
    assert any(piece.page is None for piece in pieces), "some are found too long"


def a_hand_in_a_part(root: Path, chance: random.Random) -> None:
    page = chance.choice(sorted((root / "docs" / "people").glob("*/*.md")))
    page.write_text("---\ngenerated_from: by hand\n---\n", "utf-8")


def test_a_description_touches_only_the_parts_that_show_it(
    parted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(description: Path) -> list[Piece]:
        """Return the pieces that show the document."""
        id = f"{description.parent.name}-{description.stem}"
        return [
            one.piece
            for unit in kept_units(parted).values()
            for one in unit.pieces
            if one.page and f"document {id}" in one.piece.items and one.piece.path.startswith("peo")
        ]

    written: list[Piece] = []
    write = Register.write

    def watched(self: Register[Any], piece: Piece, lookups: Lookups) -> str | None:
        written.append(piece)
        return write(self, piece, lookups)

    with_reason = [one for one in described(parted) if "reason: " in one.read_text("utf-8")]
    path = max(with_reason, key=lambda description: len(kept(description)))
    assert len(kept(path)) > 2, "several people's pages are parted, and one part shows it"
    monkeypatch.setattr(Register, "write", watched)
    monkeypatch.setattr(building, "apart", lambda work, tell: work(tell))
    text = path.read_text("utf-8")
    path.write_text(re.sub("reason: .*", "reason: So we think.", text), "utf-8")
    building.build(parted)
    made = {piece.path for piece in written}
    every = {one.piece.path for unit in kept_units(parted).values() for one in unit.pieces}
    # Besides: what was found too long to show it, and what shows the same words.
    assert {piece.path for piece in kept(path)} <= made
    assert len(made) < len(every) / 4, "the parts that show other years are kept"


def kept_units(root: Path) -> dict[str, KeptUnit]:
    memory = chest.load(root / STATE, None, Memory)
    assert memory
    return memory.units
