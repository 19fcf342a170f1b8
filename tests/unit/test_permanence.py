"""published.tsv: its lines stand in the markup of pages, so only what can be an
address or an anchor is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta import building
from regesta.archive import permanence


@pytest.mark.parametrize(
    "line",
    [
        'documents/a\tx"><script>alert(1)</script>\t3',
        "documents/a\tx onclick=alert(1)\t3",
        "documents/a\tp-1 }\t3",
        "documents/../../x\t\t",
        "documents/a<b\t\t",
        "/documents/a\t\t",
        "documents/a\tp-1\t9999999999999",
        "documents/a\tp-1\t-1",
        "documents/a\tp-1\t\u0663",
        "documents/a\tp-1",
        "documents/a\tp-1\t1\t1",
        "documents/a\tp-1\u2028\t1",
    ],
)
def test_what_can_be_no_address_is_named_and_left_out(line: str) -> None:
    old, problems = permanence.parse(f"{permanence.HEAD}{line}\ndocuments/a\tp-12ab34cd-2\t1\n")
    assert old.pages == {"documents/a": {"p-12ab34cd-2": 1}}
    assert [(p.code, p.line) for p in problems] == [("published-line", 2)]


def test_a_line_of_it_cannot_act_on_a_page(tmp_path: Path) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "a.txt").write_text("Hello there\n\nWords of it.\n")
    line = 'documents/a\tx"><script>alert(1)</script>\t3\ndocuments/a\tp-00000000\t3\n'
    (tmp_path / "seeds" / "published.tsv").write_text(line)
    page = building.prepare(tmp_path).pages["documents/a.md"]
    assert "alert" not in page
    assert 'id="p-00000000"' in page


def test_the_mark_that_an_editor_puts_first() -> None:
    old, problems = permanence.parse("\ufeffdocuments/a\t\t\ndocuments/b\t\t\n")
    assert (sorted(old.pages), problems) == (["documents/a", "documents/b"], [])


def test_a_file_that_is_wrong_in_every_line_is_not_read_to_its_end() -> None:
    _old, problems = permanence.parse("x\n" * 1_000_000)
    assert len(problems) == 100
    assert "no more of the file was read" in problems[-1].message
