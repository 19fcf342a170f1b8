"""The ways to a site for all tests in a browser: a server and a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from built import served


@pytest.fixture(scope="session")
def own_on_the_web(own: Path) -> Iterator[str]:
    with served(own / "site") as address:
        yield address


@pytest.fixture(params=["web", "folder"])
def home(request: pytest.FixtureRequest, own: Path, own_on_the_web: str) -> str:
    """The address of the repository's own archive, over http and as a folder."""
    return own_on_the_web if request.param == "web" else f"{(own / 'site').as_uri()}/"
