"""Archives for tests: copies to build, run as a user would run them."""

from __future__ import annotations

import codecs
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
CORPUS = REPOSITORY / "tests" / "data" / "corpus"
THEME = Path("build_scripts") / "regesta" / "theme"


def is_generated(page: Path) -> bool:
    """Tell whether a Markdown page says in its front matter that it was made."""
    text = page.read_text("utf-8")
    return text.startswith("---\n") and "\ngenerated_from:" in text.partition("\n---\n")[0]


def hand_written(docs: Path) -> list[Path]:
    """Return the files below *docs* that no build makes, relative to it."""
    files = sorted(path for path in docs.rglob("*") if path.is_file())
    return [p.relative_to(docs) for p in files if p.suffix != ".md" or not is_generated(p)]


def copy_own(root: Path, *, backwards: bool = False) -> Path:
    """Copy what people wrote of the repository's own archive to *root*:
    seeds/, the hand-written pages, mkdocs.yml and the theme that it names.

    *backwards* makes the files in the opposite order, for a file system that
    lists them as they came."""
    wanted = [Path("mkdocs.yml")]
    wanted += [Path("docs") / name for name in hand_written(REPOSITORY / "docs")]
    for folder in (Path("seeds"), THEME):
        found = (p for p in (REPOSITORY / folder).rglob("*") if p.is_file())
        wanted += [path.relative_to(REPOSITORY) for path in found]
    for name in sorted(wanted, reverse=backwards):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REPOSITORY / name, root / name)
    return root


def copy_stranger(root: Path, *, backwards: bool = False) -> Path:
    """Make a folder with a dozen texts in seeds/documents/ and nothing else."""
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    for text in sorted(CORPUS.glob("*.txt"), reverse=backwards):
        shutil.copyfile(text, documents / text.name)
    return root


def as_nobody(work: Callable[[], bool]) -> bool:
    """Run *work* as a user without rights, where root can be one (root may
    write anywhere).  What it imports late must be there before."""
    codecs.lookup("utf-8-sig")
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os._exit(0 if work() else 1)
        except BaseException:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def run(
    root: Path, *arguments: str, umask: int = -1, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``regesta -C ROOT ARGUMENTS`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "regesta", "-C", str(root), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        umask=umask,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        cwd=root,
    )


def built(root: Path) -> Path:
    """Build the archive in *root*, which must have nothing wrong with it."""
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Return path to bytes of every file below *folder*."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differing(one: Path, other: Path) -> list[str]:
    """Return the paths whose bytes differ between two folders."""
    left, right = contents(one), contents(other)
    return sorted(p for p in left.keys() | right.keys() if left.get(p) != right.get(p))


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Make *folder* with *make* unless another worker of this test run has."""
    done = folder.with_suffix(".done")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
