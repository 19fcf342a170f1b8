"""Which pages a long list takes, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from regesta import edtf
from regesta.model import When
from regesta.pages import letters, parts


def when(value: str) -> When:
    return When(value, "stated", *edtf.bounds(value))


def divided(days: Sequence[str], limit: int, *too_long: str) -> parts.Part[str]:
    return parts.divide(
        days,
        lambda day: parts.period_keys(when(day)),
        lambda day: len(f"{day}."),
        too_long.__contains__,
        limit=limit,
    )


def tree(part: parts.Part[str]) -> object:
    if part.inner:
        return {p.key: tree(p) for p in part.inner}
    return "".join(f"{day}." for day in part.items)


DAYS = ["2021-03-01", "2023-01-02", "2023-02-03", "2023-02-04"]


def test_what_fits_stands_on_one_page() -> None:
    assert tree(divided(DAYS, 100)) == "2021-03-01.2023-01-02.2023-02-03.2023-02-04."
    assert tree(divided([], 100)) == ""


def test_a_long_list_is_shared_out_by_year_then_month_then_counted_off() -> None:
    assert tree(divided(DAYS, 40)) == {
        "2021": "2021-03-01.",
        "2023": "2023-01-02.2023-02-03.2023-02-04.",
    }
    assert tree(divided(DAYS, 15)) == {
        "2021": "2021-03-01.",
        "2023": {
            "2023-01": "2023-01-02.",
            "2023-02": {"2023-02-part-1": "2023-02-03.", "2023-02-part-2": "2023-02-04."},
        },
    }


def test_a_key_stays_when_the_list_grows() -> None:
    small, large = divided(DAYS, 40), divided([*DAYS, "2023-03-01", "2023-03-02"], 40)
    assert {p.key for p in small.below()} <= {p.key for p in large.below()}


def test_what_was_written_and_found_too_long_is_parted_all_the_same() -> None:
    assert tree(divided(DAYS, 100, "", "2023")) == {
        "2021": "2021-03-01.",
        "2023": {"2023-01": "2023-01-02.", "2023-02": "2023-02-03.2023-02-04."},
    }
    assert tree(divided(DAYS[:1], 100, "", "2021")) == "2021-03-01.", "one cannot be parted"
    assert not parts.is_too_long("x" * 9, DAYS, limit=9)
    assert parts.is_too_long("ü" * 5, DAYS, limit=9), "bytes are counted"
    assert not parts.is_too_long("x" * 10, DAYS[:1], limit=9)


def test_leaves_stand_in_order() -> None:
    leaves = list(divided(DAYS, 15).leaves())
    assert [day for leaf in leaves for day in leaf.items] == DAYS


def test_periods_in_words() -> None:
    assert parts.period_name("2024-02") == "February 2024"
    assert parts.period_name("2024-02-part-3") == "February 2024, part 3"
    assert parts.period_name("all-part-2") == "part 2"
    assert parts.period_name("undated") == "Date not known"
    assert parts.period_keys(When(None, "unknown")) == ("undated",)


def test_letters() -> None:
    assert letters.keys("Sanders") == ("s", "s-a")
    assert letters.keys("s") == ("s", "s-other")
    assert letters.keys("1st Army") == ("other",)
    assert letters.keys("王毅") == ("u738b", "u738b-u6bc5")
    assert letters.keys("Évora") == ("uc9", "uc9-v")
    assert [letters.name(k) for k in ("s", "s-a", "s-other", "u738b", "other")] == [
        "S", "Sa", "S#", "王", "#"]  # fmt: skip
    assert letters.anchor("s") == "l-53"
    assert letters.anchor("other") == "l-23"
    assert letters.name("s-a-part-2") == "Sa, part 2"
