"""Texts that a machine makes up, by the thousand, in every place that takes
words: each is shown as it is, and does nothing.

The number of texts is that of CI; ``make test-long`` tries the larger one.
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker.check_verbatim import check as check_verbatim
from hostile import inspecting, naughty
from regesta import building, site_making
from regesta.whitespace import is_blank
from support.site_pages import Page
from support.strategies import MARKUP, TEXTS
from unit import test_verbatim

pytestmark = pytest.mark.site

IN_CI, LONG = 2_000, 50_000
COUNTS = [IN_CI, pytest.param(LONG, marks=pytest.mark.long)]
DOCUMENTS = 4
BESIDE_BODIES = 45
"""Places in a document, its description and its records that take words."""


@pytest.mark.parametrize("count", COUNTS)
def test_bodies(count: int) -> None:
    """The words of a page, through the parser that MkDocs uses."""
    number = test_verbatim.BATCH

    @given(
        st.lists(
            TEXTS.map(test_verbatim._clean).filter(test_verbatim._holds_words),
            min_size=number, max_size=number, unique=True,
        )
    )  # fmt: skip
    @settings(max_examples=count // number, suppress_health_check=list(HealthCheck), database=None)
    def all_are_shown_as_they_are(texts: list[str]) -> None:
        test_verbatim.check(texts)

    all_are_shown_as_they_are()


def made_up(seed: int) -> Iterator[str]:
    """Give words without end: pieces that act somewhere, payloads, any letter."""
    chance = random.Random(seed)
    # A date in the words would be a second place for a passage that is given.
    pieces = [*(p for p in MARKUP if "1921" not in p), *naughty.words()]
    while True:
        kept = [
            chance.choice(pieces) if chance.random() < 0.7 else chr(chance.randrange(1, 0x3000))
            for _piece in range(chance.randint(1, 6))
        ]
        words = "".join(kept)[:300]
        if not is_blank(words):
            yield words


@pytest.mark.parametrize("count", COUNTS)
def test_every_other_place(count: int, tmp_path: Path) -> None:
    """Whole sites, without a policy: titles, names, notes, tables, history."""
    tried = 0

    @given(st.integers(0, 2**48))
    @settings(
        max_examples=-(-count // (DOCUMENTS * BESIDE_BODIES)), deadline=None, database=None,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate],  # a seed has no size
    )  # fmt: skip
    def the_site_is_sound(seed: int) -> None:
        nonlocal tried
        root = tmp_path / "archive"
        shutil.rmtree(root, ignore_errors=True)
        words, used = made_up(seed), itertools.count()
        naughty.collection(root, list(itertools.islice(words, 40)))
        for number in range(DOCUMENTS):
            naughty.described(root, lambda: (next(used), next(words))[1], number)
        naughty.without_policy(root)
        with mock.patch.object(site_making, "index_site"):  # Pagefind reads what is looked at
            built = building.build(root)
        assert not built.failed, [p for p in built.problems if p.severity == "error"][:3]
        site = root / "site"
        names = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        assert inspecting.wrong({name: Page(site, name) for name in names}) == []
        assert inspecting.broken(site) == []
        assert check_verbatim(root) == []
        tried += next(used)

    the_site_is_sound()
    assert tried >= count, f"only {tried} words"
