"""An index of many parts answers as if the texts were read through one by one:
counts, facets, dates and order, against a plain count over the texts."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
import search_site
from playwright.sync_api import Browser, Page

from regesta.search import catalogue, chunks, following
from regesta.search.index import index_site

pytestmark = [pytest.mark.load, pytest.mark.browser]

DOCUMENTS, PART = 700, 200
STEMS = [f"{a}{b}{c}" for a in "bdglmnprst" for b in "aeiou" for c in "kmnr"]
ENDINGS = ("", "", "s", "ing", "ward")
TOGETHER = ("person", "place")


@dataclass(frozen=True)
class Made:
    """A document of the made site."""

    id: str
    day: date
    paragraphs: tuple[tuple[str, ...], ...]
    facets: dict[str, tuple[str, ...]]


def _made(number: int, chance: random.Random) -> Made:
    def word() -> str:
        stem = STEMS[min(int(chance.paretovariate(0.7)) - 1, len(STEMS) - 1)]
        return stem + chance.choice(ENDINGS)

    day = date(2001, 1, 1) + timedelta(days=chance.randrange(4_000))
    paragraphs = tuple(
        tuple(word() for _ in range(chance.randrange(30, 90)))
        for _ in range(chance.randrange(1, 4))
    )
    facets = {
        "kind": (f"kind-{number % 3}",),
        "year": (str(day.year),),
        "person": tuple({f"person-{min(int(chance.paretovariate(0.6)), 80)}" for _ in range(6)}),
        "place": tuple({f"place-{chance.randrange(12)}" for _ in range(2)}),
    }
    return Made(f"d-{number:04d}", day, paragraphs, facets)


@pytest.fixture(scope="module")
def documents() -> list[Made]:
    chance = random.Random(7)
    return [_made(number, chance) for number in range(DOCUMENTS)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, documents: list[Made]) -> Path:
    site = tmp_path_factory.mktemp("parts") / "site"
    search_site.write_pages(site, [_described(one) for one in documents])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "INLINE", 500)  # so that people stand apart
        patch.setattr(chunks, "SIZE", 600)
        patch.setattr(following, "LEAST", 800)  # so that some words stand nearly everywhere
        report = index_site(site, part_limit=PART)
    assert report.parts > DOCUMENTS // PART
    files = [name for name in report.files if name.endswith(".pf_index")]
    assert len(files) > report.parts, "the words of a part stand in several files"
    entry = (site / "pagefind" / "entry.js").read_text("utf-8")
    assert all(len(heavy.split(",")) > 5 for heavy in re.findall(r'"heavy":\[([^]]*)\]', entry))
    assert any(name.startswith("pagefind/person.") for name in report.files)
    return site


def _described(one: Made) -> dict[str, object]:
    day = one.day.isoformat()
    return {
        "id": one.id,
        "title": f"Number {one.id}",
        "date": [day, day, day],
        "facets": {name: list(values) for name, values in one.facets.items()},
        "text": [" ".join(words) + "." for words in one.paragraphs],
    }


@pytest.fixture(scope="module", params=["http", "file"])
def page(
    request: pytest.FixtureRequest, browser: Browser, folder: Path
) -> Iterator[tuple[Page, str]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    with search_site.served(folder) as (address, _sent):
        yield context.new_page(), address if request.param == "http" else f"{folder.as_uri()}/"
    context.close()


def _holds(one: Made, clause: str) -> bool:
    """Tell whether a document has a word that begins so, or a "phrase"."""
    if clause.startswith('"'):
        wanted = tuple(clause.strip('"').split())
        return any(
            words[at : at + len(wanted)] == wanted
            for words in one.paragraphs
            for at in range(len(words))
        )
    bare = {clause.removesuffix("s")} if len(clause) > 4 and clause[-2] not in "sui" else set()
    return any(w.startswith(clause) or w in bare for words in one.paragraphs for w in words)


def _chosen(one: Made, facet: str, values: list[str]) -> bool:
    has = [value in one.facets[facet] for value in values]
    return all(has) if facet in TOGETHER else any(has)


def _expected(
    documents: list[Made], clauses: list[str], facets: dict[str, list[str]], first: str, last: str
) -> tuple[list[Made], dict[str, Counter[str]]]:
    """Return what is found, in order of time, and the counts of each facet."""
    found = [one for one in documents if all(_holds(one, clause) for clause in clauses)]
    found = [one for one in found if (first or "0") <= one.day.isoformat() <= (last or "9")]
    counts: dict[str, Counter[str]] = {}
    for facet in documents[0].facets:
        others = {f: v for f, v in facets.items() if f != facet or f in TOGETHER}
        left = [one for one in found if all(_chosen(one, f, v) for f, v in others.items())]
        counts[facet] = Counter(value for one in left for value in one.facets[facet])
    chosen = [one for one in found if all(_chosen(one, f, v) for f, v in facets.items())]
    return sorted(chosen, key=lambda one: (one.day, one.id)), counts


def _queries(documents: list[Made]) -> Iterator[tuple[list[str], dict[str, list[str]], str, str]]:
    chance = random.Random(11)
    for number in range(24):
        words = chance.choice(chance.choice(documents).paragraphs)
        at = chance.randrange(len(words) - 2)
        clauses = [
            [words[at]],
            [words[at][:3]],
            [words[at], words[-1]],
            [f'"{words[at]} {words[at + 1]}"'],
            [],
            [f'"{" ".join(words[at : at + 3])}"', words[0]],
        ][number % 6]
        facets: dict[str, list[str]] = {}
        if number % 2:
            facets["person"] = [f"person-{chance.randrange(1, 6)}"]
        if number % 5 == 1:
            facets["person"] = ["person-1", "person-2"]
        if number % 3 == 2:
            facets |= {"kind": ["kind-0", "kind-2"], "place": [f"place-{chance.randrange(12)}"]}
        yield clauses, facets, "2003-05-01" if number % 4 == 3 else "", "2009" if number % 7 else ""


def test_as_if_the_texts_were_read_one_by_one(
    page: tuple[Page, str], documents: list[Made]
) -> None:
    browser, base = page
    nothing = 0
    for clauses, facets, first, last in _queries(documents):
        for sort in ("date-desc", "date"):
            query = {"q": " ".join(clauses), "from": first, "to": last, "sort": sort, **facets}
            browser.goto(f"{base}search.html?{urlencode(query, doseq=True)}")
            browser.wait_for_selector("#results[data-state=done]", state="attached", timeout=20000)
            browser.wait_for_selector(".facet[aria-busy]", state="detached", timeout=20000)
            end = f"{last}-12-31" if last else ""
            found, counts = _expected(documents, clauses, facets, first, end)
            shown = browser.eval_on_selector_all(
                "#results [data-document]", "all => all.map(e => e.dataset.document)"
            )
            total = browser.get_attribute("#results", "data-total")
            assert (query, total) == (query, str(len(found)))
            order = found if sort == "date" else found[::-1]
            assert (query, shown) == (query, [one.id for one in order[:10]])
        nothing += not found
        for facet, expected in counts.items():
            assert (query, facet, _counts(browser, facet)) == (
                query, facet, dict(expected)
            )  # fmt: skip
    assert nothing < 15, "most of the queries find something"


COUNT = """async query => {
  const index = await regestaSearch.open();
  return (await regestaSearch.answer(regestaSearch.parse(query), index)).size;
}"""


def test_the_beginning_of_a_word_is_found_wherever_it_stands(
    page: tuple[Page, str], documents: list[Made]
) -> None:
    """Words that begin alike may stand in two files of the index."""
    browser, base = page
    browser.goto(f"{base}search.html")
    for stem in STEMS[::4]:
        expected = sum(_holds(one, stem) for one in documents)
        assert (stem, browser.evaluate(COUNT, stem)) == (stem, expected)


def test_phrases_of_words_that_stand_nearly_everywhere(
    page: tuple[Page, str], documents: list[Made]
) -> None:
    """Each word is looked for only before such as begin like the next one."""
    browser, base = page
    browser.goto(f"{base}search.html")
    frequent = Counter(w for one in documents for words in one.paragraphs for w in words)
    heavy = [word for word, _number in frequent.most_common(6)]
    rare = [word for word, _number in frequent.most_common()[-200::20]]
    phrases = [f'"{a} {b}"' for a in heavy for b in (*heavy, *rare)]
    phrases += [f'"{a} {b} {c}"' for a in heavy[:3] for b in heavy[:3] for c in heavy[:3]]
    found = 0
    for phrase in phrases:
        expected = sum(_holds(one, phrase) for one in documents)
        assert (phrase, browser.evaluate(COUNT, phrase)) == (phrase, expected)
        found += expected > 0
    assert found > len(phrases) // 3


def _counts(page: Page, facet: str) -> dict[str, int]:
    rows: list[list[str]] = page.eval_on_selector_all(
        f'[data-facet="{facet}"] label',
        "all => all.map(l => [l.querySelector('input').value, "
        "l.querySelector('.count').textContent])",
    )
    return {value: int(count) for value, count in rows if int(count)}
