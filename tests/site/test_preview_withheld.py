"""What readers are not shown is shown by no preview: neither in what it serves
nor in what it writes, nor at an address that somebody guesses."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from support.withheld import GONE, OPEN, WITHHOLDING, leaking
from unit.test_access import RARE, everywhere

pytestmark = pytest.mark.site

SECONDS = 90
GUESSED = (
    "documents/affair.txt", "documents/affair.md", "seeds/documents/affair.txt",
    "../seeds/documents/affair.txt", "%2e%2e/seeds/documents/affair.txt",
    "..%2fseeds%2fdocuments%2faffair.txt", "..%5cseeds%5cdocuments%5caffair.txt",
    "/seeds/documents/affair.txt", ".cache/regesta/pages", "../.cache/regesta/pages",
    "documents/", "data/", "documents/affair.html?x=1", "nowhere.html",
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    documents = tmp_path / "archive" / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "affair.txt").write_text(GONE)
    (documents / "affair.yml").write_text(WITHHOLDING["metadata"])
    (documents / "open.txt").write_text(OPEN)
    return tmp_path / "archive"


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """The address of a preview that is running."""
    said = root.parent / "said.txt"
    command = [sys.executable, "-m", "regesta", "-C", str(root), "preview", "--port", "0"]
    with said.open("w") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
    try:
        end = time.monotonic() + SECONDS
        while "http://" not in said.read_text() and time.monotonic() < end:
            time.sleep(0.1)
        yield "http://" + said.read_text().partition("http://")[2].split()[0].removeprefix("//")
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert RARE not in said.read_text().casefold()


def get(address: str, path: str) -> str:
    """Return what is answered, an error's words too."""
    try:
        with urllib.request.urlopen(address + path, timeout=30) as answer:
            return everywhere(answer.read()) + str(answer.headers).casefold()
    except urllib.error.HTTPError as error:
        with error:
            return everywhere(error.read()) + str(error.headers).casefold()


def answers(root: Path, address: str) -> set[str]:
    """Return the addresses that answer with the word."""
    site = root / "site"
    paths = [quote(p.relative_to(site).as_posix()) for p in site.rglob("*") if p.is_file()]
    return {path for path in ("", *paths, *GUESSED) if RARE in get(address, path)}


def shown(root: Path, address: str) -> bool:
    with contextlib.suppress(OSError):
        return RARE in get(address, "documents/affair.html")
    return False


def waited(root: Path, address: str, is_shown: bool) -> None:
    end = time.monotonic() + SECONDS
    while shown(root, address) is not is_shown and time.monotonic() < end:
        time.sleep(0.2)
    assert shown(root, address) is is_shown


def test_withheld_words_are_in_no_answer(root: Path, address: str) -> None:
    assert "open words" in get(address, "documents/open.html")
    assert answers(root, address) == set()
    assert leaking(root) == set()
    description = root / "seeds/documents/affair.yml"
    description.unlink()
    waited(root, address, True)
    assert len(answers(root, address)) > 5, "the word is found where it is"
    description.write_text(WITHHOLDING["withdrawn"])
    waited(root, address, False)
    end = time.monotonic() + SECONDS
    while leaking(root) and time.monotonic() < end:  # notes of the build are written last
        time.sleep(0.2)
    assert answers(root, address) == set()
    assert leaking(root) == set()
