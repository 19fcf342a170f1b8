"""Progress is drawn on a terminal, with counts; a pipe stays quiet."""

from __future__ import annotations

import io
import sys

import pytest

from regesta.commands.telling import Telling


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told() -> None:
    telling = Telling()
    done = telling("Making pages", 4)
    for number in range(1, 5):
        done(number)
    telling.end()


def test_quiet_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    told()
    assert capsys.readouterr() == ("", "")


def test_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    told()
    assert "Making pages" in terminal.getvalue()
    assert "4/4" in terminal.getvalue()
