"""How right the rules are on the first collection; a figure that falls fails.

Floors stand at what the rules reach; raise them when they reach more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta import evaluation
from regesta.archive.assemble import assemble
from regesta.seeds.reading import read

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "data" / "gold"

WITH_RECORDS = {
    "names": 0.99, "name links": 1.0, "date spans": 1.0, "date values": 1.0,
    "quotation spans": 0.96, "quotation speakers": 1.0, "event mentions": 1.0, "residue": 1.0,
    "titles": 1.0, "publishers": 1.0, "publication dates": 1.0, "accounts": 0.92,
}  # fmt: skip
PRECISION = {"accounts": 0.92}
LEAVING_ONE_OUT = {
    "names": 0.98, "name links": 1.0, "date spans": 1.0, "quotation spans": 1.0,
    "quotation speakers": 1.0, "event mentions": 0.91, "residue": 1.0, "titles": 1.0,
    "publishers": 1.0, "publication dates": 0.79, "date values": 0.96, "accounts": 0.87,
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds():
    return read(ROOT)[0]


@pytest.fixture(scope="module")
def scores(seeds):
    return evaluation.with_records(seeds, evaluation.read_gold(GOLD), "machine")


@pytest.fixture(scope="module")
def scores_left_out(seeds):
    return evaluation.leaving_one_out(seeds, evaluation.read_gold(GOLD), "machine")


@pytest.mark.parametrize(("measure", "floor"), WITH_RECORDS.items())
def test_rules_with_records(scores, measure: str, floor: float) -> None:
    assert scores[measure].f >= floor, "\n".join(scores[measure].wrong)


@pytest.mark.parametrize(("measure", "floor"), PRECISION.items())
def test_what_is_found_is_right(scores, measure: str, floor: float) -> None:
    assert scores[measure].precision >= floor, "\n".join(scores[measure].wrong)


@pytest.mark.parametrize(("measure", "floor"), LEAVING_ONE_OUT.items())
def test_rules_leaving_one_out(scores_left_out, measure: str, floor: float) -> None:
    assert scores_left_out[measure].f >= floor, "\n".join(scores_left_out[measure].wrong)


def test_people_and_rules_together_miss_nothing_that_rules_find(seeds) -> None:
    everything = evaluation.evaluate(assemble(seeds)[0], evaluation.read_gold(GOLD), "all")
    assert everything["quotation spans"].recall == 1.0
