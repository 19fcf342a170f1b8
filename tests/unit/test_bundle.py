"""The bundle: a bag that is valid, opens, leaks nothing, and can be made anew."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bagit
import pytest
import yaml
from click.testing import CliRunner

from regesta import bag, building, bundle
from regesta.cli import main
from regesta.seeds.reading import read

SECRET = "quorvintex"
FILES = {
    "seeds/archive.yml": "title: Letters – 档案\npublisher: A House\ncontact: the house\n"
    "takedown: Write to us.\n",
    "seeds/documents/one.txt": "To Ana\r\n\r\nAna Lind spoke in Bergen on 3 May 1998.\r\n",
    "seeds/documents/one.yml": "title: {passage: To Ana}\nlanguage: en\n",
    "seeds/documents/kept.txt": f"The {SECRET} of Ana Lind.\n",
    "seeds/documents/kept.yml": "# the " + SECRET + "\naccess: metadata\ntitle: {supplied: Kept}\n"
    f"annotations: [{{passage: {SECRET}, note: a secret}}]\n"
    f"date: {{edtf: '1998', basis: inferred, evidence: [{{passage: The {SECRET}}}]}}\n",
    "seeds/documents/bare.txt": f"Another {SECRET}.\n",
    "seeds/documents.csv": f"file,access,title\nbare.txt,metadata,Another {SECRET}\n",
    "seeds/entities/people/ana-lind.yml": "name: Ana Lind\n"
    "about: {text: a speaker, passages: [{document: one, exact: Ana Lind spoke}]}\n"
    f"roles: [{{office: keeper, document: kept, exact: The {SECRET} of Ana Lind}}]\n",
    "docs/about.md": "---\ntitle: About\n---\n\n# About\n\nBy hand.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The archive that was bundled, and the folder in the bundle."""
    base = tmp_path_factory.mktemp("bundle")
    root = base / "archive"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8"))
        # Written long ago: a glance tells later that nothing has changed since.
        os.utime(root / name, (1_000_000_000, 1_000_000_000))
    (root / "docs" / "link.md").symlink_to("/etc/hostname")
    built = building.build(root)
    assert {p.path for p in built.problems if p.severity == "error"} == {"docs/link.md"}
    out = bundle.make(root, base / "archive.zip").path
    again = bundle.make(root, base / "again.zip").path
    assert out.read_bytes() == again.read_bytes()
    odd = base / "a stick #1 100% 档案"
    odd.mkdir()
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist()[0].endswith("/START-HERE.txt")
        archive.extractall(odd)
    (folder,) = odd.iterdir()
    return root, folder


def test_it_is_a_valid_bag(made: tuple[Path, Path]) -> None:
    _root, folder = made
    found = bagit.Bag(str(folder))
    assert found.is_valid(), "by the Library of Congress's own program"
    assert found.info["Contact-Name"] == "the house"
    assert "Bagging-Date" not in found.info
    for manifest in (bag.MANIFEST, bag.TAG_MANIFEST):
        command = ["sha256sum", "--check", "--strict", "--quiet", manifest]
        assert subprocess.run(command, cwd=folder, capture_output=True).returncode == 0
    (folder / "data" / "site" / "index.html").write_text("changed", "utf-8")
    assert not found.is_valid()
    shutil.copy(made[0] / "site" / "index.html", folder / "data" / "site" / "index.html")


def test_it_tells_what_to_open(made: tuple[Path, Path]) -> None:
    _root, folder = made
    told = (folder / "START-HERE.txt").read_text("utf-8")
    assert "START-HERE.html" in told
    assert "The texts of 2 documents are not in it" in told
    page = (folder / "START-HERE.html").read_text("utf-8")
    assert 'href="data/site/index.html"' in page
    assert (folder / "data" / "site" / "index.html").is_file()


def test_what_readers_are_not_shown_is_not_in_it(made: tuple[Path, Path]) -> None:
    root, folder = made
    files = [p for p in folder.rglob("*") if p.is_file()]
    assert [p for p in files if SECRET.encode() in p.read_bytes()] == []
    assert not any(p.name in ("kept.txt", "bare.txt", "link.md") for p in files)
    kept = yaml.safe_load((folder / "data/seeds/documents/kept.yml").read_text("utf-8"))
    assert kept["sha256"] == bag.digest((root / "seeds/documents/kept.txt").read_bytes())


def test_the_site_can_be_made_anew_from_it(made: tuple[Path, Path], tmp_path: Path) -> None:
    root, folder = made
    copy = tmp_path / "data"
    shutil.copytree(folder / "data", copy)
    shutil.rmtree(copy / "site")
    seeds, problems = read(copy)
    assert [p for p in problems if p.severity == "error"] == []
    assert len(seeds.documents) == 3
    building.build(copy)
    one, other = (
        {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
        for site in (root / "site", copy / "site")
    )
    assert sorted(one) == sorted(other)
    # Where a thing stands in a file that was cut has changed, and nothing else.
    cut = {"documents/bare.html", "documents/kept.html", "people/ana-lind.html"}
    assert {path for path in one if one[path] != other[path]} == {*cut, "manifest-sha256.txt"}
    # (And the digest that a reviewer copies, which is also of the description.)
    place = (
        rb'<dd>[^\n]*(?:class="ln"|seeds/documents/bare\.yml)[^\n]*</dd>'
        rb"|review: &#123;[^\n]*sha256: [0-9a-f]{64}"
    )
    for path in cut:
        assert re.sub(place, b"", one[path]) == re.sub(place, b"", other[path]), path


def test_names_in_a_manifest() -> None:
    written = bag.manifest({"data/100%\n": "0" * 64}).decode()
    assert written == f"{'0' * 64}  data/100%25%0A\n"
    assert bag.decoded("data/100%25%0A") == "data/100%\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Letters: “1998”", "letters-1998"), ("档案", "archive"), ("x" * 99, "x" * 60)],
)
def test_the_folder_has_a_name_for_every_system(title: str, expected: str) -> None:
    assert bundle.folder_name(title) == expected


def bundled(root: Path, out: Path, room: int = resource.RLIM_INFINITY) -> tuple[int, str]:
    """Bundle the archive where no file may grow beyond *room* bytes; return the
    exit status and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "regesta", "-C", str(root), "bundle", "-o", str(out)],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize("room", [60_000, 300_000])
def test_a_full_disk_leaves_the_older_bundle(
    made: tuple[Path, Path], tmp_path: Path, room: int
) -> None:
    root, _folder = made
    out = tmp_path / "archive.zip"
    out.write_bytes(b"an older bundle")
    status, said = bundled(root, out, room)
    assert status == 1
    assert re.fullmatch(r"The disk refused: .*\. Nothing was left half-written\.\n", said), said
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]
    assert out.read_bytes() == b"an older bundle"


def test_a_disk_that_fills_up_names_the_bundle(
    made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system names no file where there is no room to write into one."""
    written = bundle._add
    names: list[str] = []

    def fill(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        names.append(name)
        if len(names) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written(archive, name, data)

    monkeypatch.setattr(bundle, "_add", fill)
    root, _folder = made
    out = tmp_path / "a.zip"
    done = CliRunner().invoke(main, ["-C", str(root), "bundle", "-o", str(out)])
    told = "No space left on device. Nothing was left half-written.\n"
    assert (done.exit_code, done.output) == (1, f"The disk refused: {out}: {told}")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_may_not_be_written(
    made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a stick whose lock is shut (root may write in any folder)."""

    def refuse(**place: object) -> tuple[int, str]:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(place["dir"]))

    monkeypatch.setattr(bundle.tempfile, "mkstemp", refuse)
    root, _folder = made
    done = CliRunner().invoke(main, ["-C", str(root), "bundle", "-o", str(tmp_path / "a.zip")])
    assert done.exit_code == 1
    told = "Read-only file system. Nothing was left half-written.\n"
    assert done.output == f"The disk refused: {tmp_path / 'a.zip'}: {told}"
    assert list(tmp_path.iterdir()) == []


def test_a_description_changed_while_the_bundle_is_made_is_not_in_it(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    root = tmp_path / "archive"
    shutil.copytree(made[0] / "seeds", root / "seeds")
    seeds, _problems = read(root)
    payload = bag.payload(root, seeds, [], [])
    assert payload["data/seeds/documents/one.yml"]() == FILES["seeds/documents/one.yml"].encode()
    with (root / "seeds/documents/one.yml").open("a", encoding="utf-8") as file:
        file.write(f"# {SECRET}\n")
    with pytest.raises(bag.Changed, match=r"seeds/documents/one\.yml"):
        payload["data/seeds/documents/one.yml"]()
