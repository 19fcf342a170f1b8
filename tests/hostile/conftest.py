"""The hostile archive, built once for the whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile import naughty
from support import archives


def _built(root: Path) -> None:
    naughty.make(root)
    naughty.without_policy(root)
    archives.built(root)


@pytest.fixture(scope="session")
def hostile(shared: Path) -> Path:
    """Every hostile text and word in every place, built with the policy
    switched off.  Only to be read."""
    return archives.once(shared / "hostile", _built)
