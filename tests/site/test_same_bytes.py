"""Same seeds, same bytes; a second build writes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta.cli import main
from support import archives

pytestmark = pytest.mark.site

CLOCK = archives.REPOSITORY / "tests" / "support" / "other_clock"


def state(root: Path) -> dict[str, tuple[int, int]]:
    """Return path to (inode, time of the last change) of all that is built."""
    out = {}
    for folder in ("docs", "site"):
        for path in sorted((root / folder).rglob("*")):
            info = path.lstat()
            out[path.relative_to(root).as_posix()] = (info.st_ino, info.st_mtime_ns)
    return out


def test_a_second_build_writes_nothing(own: Path, tmp_path: Path) -> None:
    root = archives.built(archives.copy_own(tmp_path / "again"))
    before = state(root)
    archives.built(root)
    assert state(root) == before


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder that every user can reach (those of pytest they cannot)."""
    folder = Path(tempfile.mkdtemp(prefix="regesta-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", ["own", "stranger"])
def test_the_machine_changes_no_byte(
    name: str, elsewhere: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Order of files, folder, clock, time zone, hash seed, language, umask and
    file times, all at once: pages, site and bundle."""
    first: Path = request.getfixturevalue(name)
    copy: Callable[..., Path] = getattr(archives, f"copy_{name}")
    # The folder's name is the title of an archive that gives none.
    root = copy(elsewhere / "deep" / "er" / name, backwards=True)
    for path in root.rglob("*.txt"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    other = {
        "PYTHONPATH": f"{CLOCK}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
        "PYTHONHASHSEED": "4711",
        "PYTHONUTF8": "0",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "C",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(elsewhere),
        "XDG_CACHE_HOME": str(elsewhere / "cache"),
    }
    for words in (["build"], ["bundle", "-o", "other.zip"]):
        done = archives.run(root, *words, umask=0o077, **other)
        assert done.returncode == 0, done.stderr
    assert archives.differing(first / "docs", root / "docs") == []
    assert archives.differing(first / "site", root / "site") == []
    assert archives.run(first, "bundle", "-o", str(tmp_path / "one.zip")).returncode == 0
    assert (root / "other.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()


def test_another_user_makes_the_same_bytes(
    stranger: Path, elsewhere: Path, tmp_path: Path
) -> None:
    def build(root: Path) -> bool:
        commands = (["build"], ["bundle"])
        return all(CliRunner().invoke(main, ["-C", str(root), *c]).exit_code == 0 for c in commands)

    assert build(archives.copy_stranger(tmp_path / "first"))  # all is imported then
    root = archives.copy_stranger(elsewhere / "stranger")
    for path in (elsewhere, *elsewhere.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o644)
    assert archives.as_nobody(lambda: build(root))
    assert archives.differing(stranger / "docs", root / "docs") == []
    assert archives.differing(stranger / "site", root / "site") == []
    assert archives.run(stranger, "bundle", "-o", str(tmp_path / "one.zip")).returncode == 0
    assert (root / "archive.zip").read_bytes() == (tmp_path / "one.zip").read_bytes()
    assert (root / "site" / "index.html").stat().st_uid == (65534 if os.geteuid() == 0 else os.geteuid())


def test_the_other_clock_is_off() -> None:
    """The test above means something: its clock is another."""
    ask = "import time, datetime as d; print(time.time(), d.date.today().year)"
    done = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "PYTHONPATH": str(CLOCK)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, year = done.stdout.split()
    assert float(seconds) > time.time() + 10**7
    assert int(year) > time.gmtime().tm_year + 1


def test_a_deleted_cache_changes_no_byte(own: Path, tmp_path: Path) -> None:
    shutil.copytree(own, tmp_path / "own")
    shutil.rmtree(tmp_path / "own" / ".cache")
    archives.built(tmp_path / "own")
    assert archives.differing(own / "docs", tmp_path / "own" / "docs") == []
    assert archives.differing(own / "site", tmp_path / "own" / "site") == []


def test_a_spoilt_site_is_made_anew(own: Path, tmp_path: Path) -> None:
    shutil.copytree(own, tmp_path / "own")
    root = tmp_path / "own"
    (root / "site" / "index.html").write_text("gone wrong", "utf-8")
    shutil.rmtree(root / "site" / "documents")
    archives.built(root)
    assert archives.differing(own / "site", root / "site") == []


def test_what_is_committed_is_what_the_build_makes(own: Path) -> None:
    """docs/ in the repository is up to date.  Where this fails: make site."""
    there, made = archives.REPOSITORY / "docs", own / "docs"
    committed = {
        path: data
        for path, data in archives.contents(there).items()
        if path.endswith(".md") and archives.is_generated(there / path)
    }
    generated = {
        path: data
        for path, data in archives.contents(made).items()
        if path.endswith(".md") and archives.is_generated(made / path)
    }
    assert sorted(committed) == sorted(generated)
    assert [path for path in generated if committed[path] != generated[path]] == []


def test_two_bundles_do_not_differ(own: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        done = archives.run(own, "bundle", "-o", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
