"""What readers meet on generated pages, by small archives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta import building
from regesta.pages import reviewing

DATA = Path(__file__).parents[1] / "data" / "pages" / "reading"


def pages(root: Path, files: dict[str, str]) -> dict[str, str]:
    """Return path to text of the pages of an archive of *files*, below seeds/."""
    for name, text in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return dict(building.prepare(root).pages)


def test_every_numbered_block_shows_its_number(tmp_path: Path) -> None:
    """Verse and tables as well as paragraphs."""
    song = (DATA / "harbour-song.txt").read_text("utf-8")
    page = pages(tmp_path, {"documents/song.txt": song})["documents/song.md"]
    shown = re.findall(r'data-gloss="" (?:href="[^"]+" )?aria-label="paragraph (\d+)"', page)
    assert shown == ["1", "2", "3", "4"]
    assert re.search(r'<pre class="verse" [^>]+>\n<a class="n" data-gloss=""[^>]+>2</a>O the', page)
    assert '3</a></p>\n<pre class="table"' in page, "a table may be scrolled, its number stays"


def test_a_note_on_the_title_stands_with_the_first_paragraph(tmp_path: Path) -> None:
    note = (
        "title: {passage: News of the quay}\n"
        "annotations:\n- passage: {exact: quay}\n  note: A landing place.\n"
    )
    text = "News of the quay\n\nIt was mended.\n\nIt holds.\n"
    page = pages(tmp_path, {"documents/a.txt": text, "documents/a.yml": note})["documents/a.md"]
    assert re.search(r"It was mended\.\n\{: #p-[^}]+\}\n\n<aside [^>]+>\n.*A landing place", page)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["1921-03-04"], "The texts state the day of every one of them."),
        (["1921-03-04", ""], "The texts state the day of one of them; every other date"),
        ([""], "Nothing tells a date of any of them."),
    ],
)
def test_the_chronology_begins_with_how_much_is_stated(
    tmp_path: Path, dates: list[str], said: str
) -> None:
    files = {}
    for n, day in enumerate(dates):
        files[f"documents/{n}.txt"] = f"Letter {n}\n\nThe quay holds, as far as we know.\n"
        if day:
            files[f"documents/{n}.yml"] = f'date: {{edtf: "{day}", basis: stated}}\n'
    assert said in pages(tmp_path, files)["chronology/index.md"]


def test_what_waits_to_be_checked_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"documents/{n}.txt": f"Letter {n}\n\nThe quay holds.\n" for n in range(3)}
    assert "settle most come first" not in pages(tmp_path, files)["review.md"]
    monkeypatch.setattr(reviewing, "NEXT", 2)
    page = pages(tmp_path, files)["review.md"]
    assert '<dd markdown="span">0 of 3 checked; 3 proposed by a machine</dd>' in page
    listed = page.partition("## Documents to check (3) {: #documents }")[2].partition("##")[0]
    assert "The first 2 of 3; those that settle most come first." in listed
    assert listed.count("](documents/") == 2


def test_what_settles_most_is_the_next_thing_to_do(tmp_path: Path) -> None:
    files = {
        "documents/1.txt": "Ana Lind met Bo Holm. Lind spoke; Lind left; Lind wrote. Holm wept.\n",
        "documents/2.txt": "Bo Holm and Eva Holm and Ana Lind saw Tor Lind. Lind paid.\n",
        "documents/2.yml": 'publisher: {id: house, basis: supplied}\ndate: "1998"\n'
        'rights: {statement: "http://rightsstatements.org/vocab/NoC-US/1.0/"}\n'
        "type: letter\nlanguage: en\n",
        "documents/3.txt": "It rains.\n",
        "documents/3.yml": "status: reviewed\nreview: {by: Jo, on: '2026-11-20', sha256: DIGEST}\n",
        "entities/organisations/house.yml": "name: The House\n",
        "entities/people/ana.yml": "name: Ana Lind\nshort_forms: [Lind]\n",
        "entities/people/tor.yml": "name: Tor Lind\nshort_forms: [Lind]\nstatus: disputed\n",
        "entities/people/bo.yml": "name: Bo Holm\nshort_forms: [Holm]\n",
        "entities/people/eva.yml": "name: Eva Holm\n",
    }
    page = pages(tmp_path, files)["review.md"]
    digest = re.findall("sha256: ([0-9a-f]{64})", pages(tmp_path, files)["documents/3.md"])[-1]
    files["documents/3.yml"] = files["documents/3.yml"].replace("DIGEST", digest)
    page = pages(tmp_path, files)["review.md"]
    assert "1 of 3 checked; 1 proposed by an editor, 1 proposed by a machine" in page
    assert "0 of 4 checked; 3 proposed by an editor, 1 disputed" in page
    next_ = re.findall("<li [^>]*>(.*)</li>", page.partition("#next }")[2].partition("##")[0])
    assert [line.partition(":")[0] for line in next_] == [
        "Check a record", "Read a document beside its page", "Complete a description",
        "Say who is meant",
    ]  # fmt: skip
    assert "[Ana Lind](people/ana.md) <small>5 mentions rest on it" in next_[0]
    assert "quoted on 4 other pages" in next_[1]
    assert "[Ana Lind](people/ana.md) or [Tor Lind](people/tor.md) <small>1 mention<" in next_[3]
    assert "<summary>Publisher not stated <small>2 of 3 · <code>publisher:</code>" in page
    assert "](documents/3.md)" not in page.partition("## Documents to check")[2].partition("##")[0]
