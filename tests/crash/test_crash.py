"""A build that is killed, or finds the disk full or closed, leaves what was
there or what the next build repairs unasked."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from crash import work
from regesta import locking, manifest, publish, verifying
from regesta.cli import main
from support import archives

pytestmark = pytest.mark.site

TEXTS = {
    "one": "First words\n\nOn 4 May 1921 Ada Brook opened the library in Port Lewin.\n",
    "two": "Second words\n\nTom Hale spoke after Ada Brook, on the Sunday before.\n",
    "three": 'Third words\n\n"It is a fine day," said Ada Brook.\n',
}
ALWAYS_OURS = ("docs", "site")


def written(root: Path, version: int) -> Path:
    """Write the archive's seeds: another version changes every page."""
    folder = root / "seeds" / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text + f"\nVersion {version}.\n", "utf-8")
    archive = root / "seeds" / "archive.yml"
    archive.write_text(f'title: "Archive, version {version}"\n', "utf-8")
    return root


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What a clean build of each version gives."""
    out = []
    for version in (0, 1):
        root = written(tmp_path_factory.mktemp(f"clean-{version}"), version)
        archives.built(root)
        out.append(state(root))
    return out


def state(root: Path) -> dict[str, bytes]:
    found = archives.contents(root)
    return {path: data for path, data in found.items() if path.split("/")[0] in ALWAYS_OURS}


@pytest.fixture
def root(versions: list[dict[str, bytes]], tmp_path: Path) -> Path:
    """An archive of version 0, built."""
    written(tmp_path, 0)
    for path, data in versions[0].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def is_good(root: Path, versions: list[dict[str, bytes]]) -> int:
    """Every page is whole, of one version or the other; the site is whole.
    Return the version of the site."""
    found = state(root)
    for path, data in found.items():
        if path.startswith("docs/") and f"/{publish.BESIDE}" not in path:
            assert any(data == version.get(path) for version in versions), path
    site = site_of(found)
    assert site in map(site_of, versions), "the site is neither the old one nor the new one"
    return [site_of(version) for version in versions].index(site)


def site_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith("site/")}


def is_repaired(root: Path, expected: dict[str, bytes]) -> None:
    """The next build puts all right, and leaves nothing behind."""
    status, said = work.done(root, "build")
    assert status == 0, said
    assert state(root) == expected
    names = {path.name for path in root.iterdir()}
    assert names <= {"seeds", "docs", "site", ".cache"}, names


KILLS = [40, pytest.param(200, marks=pytest.mark.long)]


def moments(kills: int, length: float) -> Iterator[tuple[int, float, bool]]:
    """Give number, moment (seconds after the start) and whether what was
    started is killed too."""
    chance = random.Random(kills)
    for number in range(1, kills + 1):
        yield number, length * chance.random(), bool(number % 2)


def seconds(run: Callable[[], object]) -> float:
    before = time.monotonic()
    run()
    return time.monotonic() - before


@pytest.mark.parametrize("kills", KILLS)
def test_a_build_killed_at_any_moment(
    root: Path, versions: list[dict[str, bytes]], kills: int
) -> None:
    is_repaired(root, versions[0])  # the server of processes is there from now on
    written(root, 1)
    length = seconds(lambda: is_repaired(root, versions[1]))
    met, half, stands = 0, 0, 1
    for number, moment, alone in moments(kills, length):
        written(root, 1 - stands)  # so that there is something to do
        build = work.start(root, "build")
        time.sleep(moment)
        met += build.is_alive()
        work.kill(build, alone=alone)
        half += bool(list(root.glob(".site-*")))
        wanted, stands = 1 - stands, is_good(root, versions)
        if number % 5 == 0:
            is_repaired(root, versions[wanted])
            assert not verifying.verify_site(root)
            stands = wanted
    assert met > kills / 2, f"only {met} of {kills} builds were still at work"
    assert half > 2, "no build was met while it made the site"


@pytest.mark.parametrize("kills", KILLS)
def test_a_bundle_killed_at_any_moment(
    root: Path, versions: list[dict[str, bytes]], kills: int
) -> None:
    is_repaired(root, versions[0])
    out, fresh = root / "archive.zip", root / "fresh.zip"
    length = seconds(lambda: work.done(root, "bundle", "-o", str(fresh)))
    whole = fresh.read_bytes()
    fresh.unlink()
    met, half = 0, 0
    for number, moment, alone in moments(kills, length):
        if number % 3 == 0:
            out.write_bytes(b"an older bundle")
        before = out.read_bytes() if out.exists() else None
        bundle = work.start(root, "bundle", "-o", str(out))
        time.sleep(moment)
        met += bundle.is_alive()
        work.kill(bundle, alone=alone)
        assert (out.read_bytes() if out.exists() else None) in (before, whole)
        half += bool(list(root.glob(".archive.zip-*")))
        if number % 5 == 0:
            assert work.done(root, "bundle", "-o", str(out))[0] == 0
            assert out.read_bytes() == whole
            names = {path.name for path in root.iterdir()}
            assert names <= {"seeds", "docs", "site", ".cache", "archive.zip"}, names
    assert met > kills / 2, f"only {met} of {kills} bundles were still at work"
    assert half > 2, "no bundle was met while it was written"


@pytest.mark.parametrize("room", [500, 20_000, 150_000])
def test_a_full_disk(root: Path, versions: list[dict[str, bytes]], room: int) -> None:
    """No file may grow beyond *room* bytes: what writes more is told that
    there is no room."""
    written(root, 1)
    done = subprocess.run(
        [sys.executable, "-m", "regesta", "-C", str(root), "build"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    is_good(root, versions)
    is_repaired(root, versions[1])


@pytest.fixture
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Path]]:
    """Makes a disk of so many bytes.  Only root can."""
    place = tmp_path_factory.mktemp("disk")

    def mount(size: int) -> Path:
        words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
        if os.geteuid() != 0 or subprocess.run(words, capture_output=True).returncode != 0:
            pytest.skip("only root can make a disk; test_a_full_disk sets a limit instead")
        return place

    yield mount
    subprocess.run(["umount", str(place)], capture_output=True, check=False)


@pytest.mark.long
@pytest.mark.parametrize("room", [16_384, 400_000, 900_000])
@pytest.mark.parametrize("command", ["build", "bundle"])
def test_a_disk_that_is_really_full(
    versions: list[dict[str, bytes]],
    root: Path,
    small_disk: Callable[[int], Path],
    room: int,
    command: str,
) -> None:
    """Room for a page or two, for a part of the site, for nearly all of it;
    and when there is room again nothing has to be done by hand."""
    is_repaired(root, versions[0])
    disk = small_disk(200_000_000) / "archive"
    shutil.copytree(root, disk)
    written(disk, 1 if command == "build" else 0)
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler = disk.parent / "filler"
    with filler.open("wb") as stream:
        stream.write(b"\0" * (free - room))
    status, said = work.done(disk, command)
    assert (status, said.count("\n")) == (1, 1), said
    assert said.startswith("The disk refused: ")
    is_good(disk, versions)
    assert not (disk / "archive.zip").exists()
    filler.unlink()
    is_repaired(disk, versions[1 if command == "build" else 0])
    assert work.done(disk, "bundle")[0] == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach (those of pytest they cannot)."""
    folder = Path(tempfile.mkdtemp(prefix="regesta-test-"))
    folder.chmod(0o755)
    yield folder
    for inner, _folders, _names in os.walk(folder):
        Path(inner).chmod(0o755)  # a user may not empty what may not be written
    shutil.rmtree(folder)


@pytest.mark.parametrize("closed", [".", "docs", ".cache"])
def test_a_folder_that_may_not_be_written(open_folder: Path, tmp_path: Path, closed: str) -> None:
    # What is imported late must be there before rights are given away.
    CliRunner().invoke(main, ["-C", str(written(tmp_path, 0)), "build"])
    written(open_folder, 0)
    for name in ("docs", "site", ".cache/regesta"):
        (open_folder / name).mkdir(parents=True)
    for folder, _folders, _names in os.walk(open_folder):
        Path(folder).chmod(0o777)
    target = open_folder / closed
    target.chmod(0o555)
    if closed == ".cache":
        (target / "regesta").chmod(0o555)

    def refused() -> bool:
        done = CliRunner().invoke(main, ["-C", str(open_folder), "build"])
        said = done.stderr.strip()
        return (
            done.exit_code == 1
            and isinstance(done.exception, SystemExit)
            and said.startswith("The disk refused: ")
            and "\n" not in said
        )

    assert archives.as_nobody(refused)


def test_who_comes_second_is_told(root: Path, versions: list[dict[str, bytes]]) -> None:
    with locking.hold(root):
        done = archives.run(root, "build")
    assert done.returncode == 75
    assert done.stderr.count("\n") == 1
    assert "Another build" in done.stderr
    assert state(root) == versions[0]


@pytest.mark.parametrize(
    "number", [3, pytest.param(2, marks=pytest.mark.long), pytest.param(8, marks=pytest.mark.long)]
)
def test_several_at_once(root: Path, versions: list[dict[str, bytes]], number: int) -> None:
    written(root, 1)
    builds = [work.start(root, "build") for _build in range(number)]
    for build in builds:
        build.join()
    statuses = sorted(build.exitcode for build in builds if build.exitcode is not None)
    assert len(statuses) == number
    assert statuses[0] == 0
    assert set(statuses) <= {0, 75}
    assert state(root) == versions[1]
    assert (root / "site" / manifest.NAME).is_file()
