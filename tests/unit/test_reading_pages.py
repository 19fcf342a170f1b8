"""What readers meet on generated pages, by small archives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta import building

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


def test_no_heading_is_called_by_the_letter_of_a_note(tmp_path: Path) -> None:
    """It stands in a line below: in a heading it would be read aloud with the words."""
    notes = (
        "title: {passage: News of the quay}\n"
        "layout:\n- {passage: The second part, kind: heading}\n"
        "annotations:\n- {passage: {exact: quay}, note: A landing place.}\n"
        "- {passage: {exact: second}, note: There is no first.}\n"
        "- {passage: {exact: part}, note: Of two.}\n"
    )
    text = "News of the quay\n\nIt was mended.\n\nThe second part\n\nIt holds.\n"
    page = pages(tmp_path, {"documents/a.txt": text, "documents/a.yml": notes})["documents/a.md"]
    for letters, heading in (("a", "# News of the quay {:"), ("bc", "## The second part {:")):
        line = page[page.index(heading) :].partition("\n\n")[2].partition("\n")[0]
        assert line.startswith('<p class="letters" data-gloss="">On this heading: ')
        assert re.findall('href="#note-(.)" aria-label="note', line) == list(letters)


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
