"""``regesta preview`` as a user runs it: edit, look, end it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regesta.previewing.serving import CHANGES, SCRIPT
from regesta.previewing.watching import Watch

pytestmark = pytest.mark.site

TEXT = "A letter\n\nOn 4 May 1921 Ada Brook opened the library in Port Lewin.\n"


def waited(what: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


class Running:
    """A preview in a process of its own."""

    def __init__(self, root: Path, *options: str) -> None:
        self.said = root.parent / "said.txt"
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "regesta", "-C", str(root), "preview", "--port", "0",
                 *options],
                stdout=said, stderr=said, env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )  # fmt: skip
        assert waited(lambda: "Look at http" in self.words()), self.words()
        self.address = self.words().partition("Look at ")[2].split()[0]

    def words(self) -> str:
        return self.said.read_text("utf-8")

    def get(self, path: str, **headers: str) -> str:
        request = urllib.request.Request(self.address + path, headers=headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return str(answer.read().decode("utf-8"))

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "archive" / "seeds" / "documents"
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text(TEXT, "utf-8")
    return tmp_path / "archive"


@pytest.fixture
def preview(root: Path) -> Iterator[Running]:
    running = Running(root)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait()


def test_an_edit_is_seen_and_a_mistake_leaves_the_last_good_page(
    root: Path, preview: Running
) -> None:
    page = "documents/letter.html"
    assert "Ada Brook" in preview.get(page)
    description = root / "seeds" / "documents" / "letter.yml"
    description.write_text('title: {supplied: "Opening day"}\n', "utf-8")
    assert waited(lambda: "Opening day" in preview.get(page))
    description.write_text('title: {supplied: "Closing day"}\naccess: fuII\n', "utf-8")
    assert waited(lambda: "The last good pages stay" in preview.words()), preview.words()
    assert "letter.yml:2" in preview.words()
    assert "Opening day" in preview.get(page)
    description.write_text('title: {supplied: "Closing day"}\n', "utf-8")
    assert waited(lambda: "Closing day" in preview.get(page))
    assert preview.end() == 0
    assert "The preview is over." in preview.words()


def test_it_ends_though_its_shell_ignores_interrupts(root: Path) -> None:
    """As shells do with what they start in the background."""
    ignored = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        running = Running(root)
    finally:
        signal.signal(signal.SIGINT, ignored)
    try:
        assert running.end() == 0
    finally:
        running.process.kill()
        running.process.wait()


def test_pages_load_anew_by_a_script_that_no_file_holds(root: Path, preview: Running) -> None:
    assert SCRIPT in preview.get("index.html")
    assert SCRIPT in preview.get("")
    assert "EventSource" in preview.get(SCRIPT.lstrip("/"))
    assert SCRIPT not in (root / "site" / "index.html").read_text("utf-8")
    with urllib.request.urlopen(preview.address + CHANGES.lstrip("/"), timeout=60) as news:
        assert news.readline().startswith(b"data: ")
        (root / "seeds" / "archive.yml").write_text("title: Another\n", "utf-8")
        lines = [news.readline() for _ in range(2)]
        assert any(line.startswith(b"data: ") for line in lines)


def test_other_names_for_this_machine_get_nothing(preview: Running) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        preview.get("index.html", Host="somewhere.example")
    assert refused.value.code == 403
    refused.value.close()


def test_without_reload_the_published_bytes_are_served(root: Path) -> None:
    running = Running(root, "--no-reload")
    try:
        assert running.get("index.html") == (root / "site" / "index.html").read_text("utf-8")
    finally:
        running.process.kill()
        running.process.wait()


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("seeds/documents/a.yml", True),
        ("mkdocs.yml", True),
        ("docs/about.md", True),
        ("docs/documents/a.md", False),
        ("docs/.regesta-new-x", False),
        ("site/index.html", False),
        ("README.md", False),
    ],
)
def test_what_is_watched(tmp_path: Path, path: str, matters: bool) -> None:
    watch = Watch(tmp_path, lambda page: page == "documents/a.md")
    assert watch.matters(tmp_path / path) is matters
