"""Bundles that were damaged, or made to do harm: each is told of in lines, and
nothing is unpacked."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from regesta import bag, verifying
from regesta.bag import entries

FILES = {"data/site/index.html": b"<p>Letters</p>", "data/seeds/documents/a.txt": b"Words.\n"}
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def bundled(more: Callable[[zipfile.ZipFile], object] = lambda _zip: None) -> bytes:
    """Return a small bundle, with *more* in it than its manifest says."""
    out = io.BytesIO()
    digests = {name: bag.digest(data) for name, data in FILES.items()}
    tags = {bag.MANIFEST: bag.manifest(digests)}
    tags[bag.TAG_MANIFEST] = bag.manifest({n: bag.digest(d) for n, d in tags.items()})
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of a name that stands there twice
        for name, data in (*tags.items(), *sorted(FILES.items())):
            archive.writestr(entries.entry(f"letters/{name}"), data)
        more(archive)
    return out.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds/documents").mkdir(parents=True)
    (tmp_path / "seeds/documents/a.txt").write_bytes(b"Words.\n")
    return tmp_path


def said(root: Path, data: bytes) -> list[tuple[str, str]]:
    """Verify *data* as a bundle; nothing may be written."""
    path = root / "bundle.zip"
    path.write_bytes(data)
    before = sorted(root.rglob("*"))
    problems = verifying.verify_bundle(root, path)
    assert sorted(root.rglob("*")) == before
    return [(p.code, p.path) for p in problems]


def test_a_good_one(root: Path) -> None:
    assert said(root, bundled()) == []


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil", "..\\evil", "letters/../evil", "letters/data/\x1b[31m"]
)
def test_names_that_climb(root: Path, name: str) -> None:
    found = said(root, bundled(lambda archive: archive.writestr(name, "x")))
    assert {code for code, _path in found} == {"fixity-extra", "bundle-entry"}


def test_a_name_twice(root: Path) -> None:
    twice = bundled(lambda archive: archive.writestr("letters/data/site/index.html", "<p>No</p>"))
    assert ("fixity-changed", "bundle.zip/data/site/index.html") in said(root, twice)


def test_what_would_fill_the_memory(root: Path) -> None:
    zeros = b"\0" * 120_000_000
    bomb = bundled(lambda archive: archive.writestr("letters/data/zeros", zeros))
    assert said(root, bomb) == [("bundle-unreadable", "bundle.zip")]


def test_one_with_a_password(root: Path) -> None:
    data = bytearray(bundled())
    data[data.find(CENTRAL) + 8] |= 1
    assert [code for code, _path in said(root, bytes(data))] == ["bundle-unreadable"]


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_packed_in_another_way(root: Path, method: int) -> None:
    data = bytearray(bundled())
    data[data.rfind(CENTRAL) + 10] = data[data.rfind(LOCAL) + 8] = method
    assert said(root, bytes(data))


def test_damage_anywhere(root: Path) -> None:
    """500 bundles with a few bytes changed, or cut off: no traceback, and each is
    seen, but for a bit between the files that no program reads."""
    good, chance, unseen = bundled(), random.Random(6), 0
    for _number in range(500):
        data = bytearray(good)
        for _change in range(chance.choice((1, 1, 3, 20))):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        if not said(root, bytes(data)):
            assert held(bytes(data)) == held(good)
            unseen += 1
    assert unseen < 10


def held(bundle: bytes) -> list[tuple[str, str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return [(i.filename, str(i), archive.read(i)) for i in archive.infolist()]
