"""Archives that are built once for the whole run, and what a test that did not
run means."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from support import archives

IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")

# A busy machine is no fault of the code; what CI says of one commit stays so.
settings.register_profile("regesta", deadline=None, derandomize=IN_CI)
settings.load_profile("regesta")


NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium or Chrome of this machine."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.skip("there is no Chromium on this machine (CHROMIUM can name one)")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium as it is on this machine, with no flag that loosens anything.

    Only root needs one, for Chromium's sandbox refuses to be run by root."""
    home = tmp_path_factory.mktemp("home")  # Chromium writes into its user's home
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            env={**os.environ, "HOME": str(home)},
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def own(shared: Path) -> Path:
    """The repository's own archive, built from its seeds.  Only to be read."""
    return archives.once(shared / "own", lambda to: archives.built(archives.copy_own(to)))


@pytest.fixture(scope="session")
def stranger(shared: Path) -> Path:
    """A dozen texts and nothing else, built.  Only to be read."""
    return archives.once(shared / "stranger", lambda to: archives.built(archives.copy_stranger(to)))


@pytest.fixture(params=["own", "stranger"])
def archive(request: pytest.FixtureRequest) -> Path:
    """Each of the two built archives in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set, a test that did not run is a failure."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"did not run, which is a failure here (CI is set): {_reason(report)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain words which tests did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("these tests did not run")
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {_reason(report)}")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return str(report.longrepr)
