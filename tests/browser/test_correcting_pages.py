"""A reader selects words and gets lines that say something of them: pasted into
the description, they do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from regesta.seeds.decoding import decode
from support import archives

pytestmark = [pytest.mark.browser, pytest.mark.site]

LETTER = (
    "To the Board\r\n\r\nAna  Lind met the inspector on 3 May. The inspector said, “No: not "
    'to-day.” A "100%" \\ {sure} answer; \x07 海港 \u2028 was given to the inspector.\r\n\r\n'
    "Ana Lind met the inspector again. 海港 😀 ende\r\n"
)
FILES = {
    "archive.yml": "title: A\nforge_url: https://github.com/someone/archive\n",
    "documents/letter.txt": LETTER,
    "documents/letter.yml": "language: en\nannotations:\n- passage: 3 May\n  note: a day\n",
    "documents/bare.txt": LETTER.replace("Board", "House"),
    "entities/people/ana-lind.yml": "name: Ana Lind\n",
    "entities/people/bo-berg.yml": "name: Bo Berg\n",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("correcting") / "archive"
    for name, text in FILES.items():
        (root / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / name).write_bytes(text.encode("utf-8"))
    return archives.built(root)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


SELECT = """([words, occurrence]) => {
    const walk = document.createTreeWalker(document.querySelector('div[data-verbatim]'), 4);
    for (let node; (node = walk.nextNode());) {
        for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
            if (occurrence--) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges();
            return getSelection().addRange(range);
        }
    }
    throw new Error('not on the page: ' + words);
}"""


def lines_for(page: Page, words: str, occurrence: int, note: str) -> str:
    page.evaluate(SELECT, [words, occurrence])
    page.locator("button.correct-here").click()
    page.locator("#correct-kind").select_option("note")
    page.locator("#correct-value").fill(note)
    return page.locator("#correct-lines").text_content() or ""


def annotations(root: Path, id: str) -> list[dict[str, Any]]:
    lines = (root / "site" / "data" / "annotations.jsonl").read_text("utf-8").split("\n")
    found: list[dict[str, Any]] = next(
        line["annotations"] for text in lines if text and (line := json.loads(text))["id"] == id
    )
    return found


CHOSEN = [
    ("inspector", 2, "said twice"),
    ("No: not to-day.", 0, 'with: "marks" # and \\ more'),
    ("\\ {sure} answer;", 0, "{braces}"),
    ("海港", 0, "a harbour"),
    ("海港 😀 ende", 0, "- the end"),
    ("again.", 0, "'no'"),
]


@pytest.mark.parametrize("id", ["letter", "bare"])
def test_the_lines_work_where_they_are_pasted(
    page: Page, written: Path, tmp_path: Path, id: str
) -> None:
    page.goto((written / "site" / "documents" / f"{id}.html").as_uri())
    snippets = [lines_for(page, *chosen) for chosen in CHOSEN]
    root = tmp_path / "archive"
    shutil.copytree(written / "seeds", root / "seeds")
    description = root / "seeds" / "documents" / f"{id}.yml"
    if id == "letter":  # "below annotations:"
        head, key, tail = description.read_text("utf-8").partition("annotations:\n")
        description.write_text(head + key + "".join(snippets) + tail, "utf-8")
    else:  # "begin the file", with the first; the next are told where to go
        heads = {snippet.partition("\n")[0] for snippet in snippets}
        assert heads == {"annotations:"}
        items = [snippet.partition("\n")[2] for snippet in snippets]
        description.write_text("annotations:\n" + "".join(items), "utf-8")
    archives.built(root)
    text = decode((root / "seeds" / "documents" / f"{id}.txt").read_bytes())
    assert isinstance(text, str)
    notes = {a["body"]: a for a in annotations(root, id) if a["kind"] == "note"}
    for words, occurrence, note in CHOSEN:
        one = notes[note]
        assert " ".join(text[one["start"] : one["end"]].split()) == words
        assert text[: one["start"]].count(words) == occurrence


def test_a_link_that_is_wrong_is_mended(page: Page, written: Path, tmp_path: Path) -> None:
    page.goto((written / "site" / "documents" / "letter.html").as_uri())
    chosen = page.locator("#correct-linked")
    page.locator("#correct > summary").click()
    expect(chosen.locator("option")).to_have_text(["–", "Ana Lind ¶1", "Ana Lind ¶3"])
    chosen.select_option(label="Ana Lind ¶3")
    page.locator("#correct-value").fill("bo-berg")
    first = page.locator("#correct-lines").text_content() or ""
    page.locator("#correct-linked").select_option(label="Ana Lind ¶1")
    page.locator("#correct-kind").select_option("refuse")
    second = page.locator("#correct-lines").text_content() or ""
    root = tmp_path / "archive"
    shutil.copytree(written / "seeds", root / "seeds")
    with (root / "seeds" / "documents" / "letter.yml").open("a", encoding="utf-8") as file:
        file.write(first + second)
    archives.built(root)
    meant = [a["entity"] for a in annotations(root, "letter") if a["kind"] == "mention"]
    assert meant == ["bo-berg"]


def test_a_mention_s_card_leads_there(page: Page, written: Path) -> None:
    page.goto((written / "site" / "documents" / "letter.html").as_uri())
    page.locator('.text a[href$="ana-lind.html"]').nth(1).hover()
    page.locator(".card button").click()
    expect(page.locator("#correct")).to_have_attribute("open", "")
    expect(page.locator("#correct-words")).to_have_text("“Ana Lind”")
    lines = page.locator("#correct-lines").text_content() or ""
    assert '{exact: "Ana Lind", prefix: "inspector.", suffix: "met the ins"}' in lines


def test_a_passage_on_a_person_s_page_leads_there(page: Page, written: Path) -> None:
    """The mention of that paragraph is chosen, ready to be mended."""
    page.goto((written / "site" / "people" / "ana-lind.html").as_uri())
    passages = page.locator(".entry", has=page.locator("mark"))
    expect(passages).to_have_count(4)
    link = passages.filter(has=page.locator('[href*="letter.html"]'))
    link.get_by_role("link", name="correct").nth(1).click()
    expect(page.locator("#correct")).to_have_attribute("open", "")
    expect(page.locator("#correct-words")).to_have_text("“Ana Lind”")
    expect(page.locator("#correct-linked option:checked")).to_have_text("Ana Lind ¶3")
    lines = page.locator("#correct-lines").text_content() or ""
    assert '{exact: "Ana Lind", prefix: "inspector.", suffix: "met the ins"}' in lines


def test_the_second_of_two_like_names_in_a_paragraph(page: Page, tmp_path: Path) -> None:
    for name, text in {
        "documents/l.txt": "Letter\n\nBo Berg wrote. Then Berg left, and Berg stayed.\n",
        "entities/people/bo-berg.yml": "name: Bo Berg\nshort_forms: [Berg]\n",
    }.items():
        (tmp_path / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    archives.built(tmp_path)
    page.goto((tmp_path / "site" / "people" / "bo-berg.html").as_uri())
    page.get_by_role("link", name="correct “Berg” (2)").click()
    expect(page.locator("#correct-words")).to_have_text("“Berg”")
    lines = page.locator("#correct-lines").text_content() or ""
    assert 'exact: "Berg"' in lines
    assert 'suffix: "stayed' in lines


def test_the_lines_go_into_the_new_file_and_the_issue(page: Page, written: Path) -> None:
    page.goto((written / "site" / "documents" / "bare.html").as_uri())
    lines = lines_for(page, "again.", 0, "a & b")
    for link in page.locator("#correct a[data-append]").all():
        assert unquote((link.get_attribute("href") or "").rpartition("=")[2]) == lines


def test_it_can_be_read_without_scripts(browser: Browser, written: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((written / "site" / "documents" / "letter.html").as_uri())
    page.get_by_role("link", name="Suggest a correction").click()
    page.locator("#correct > summary").click()
    expect(page.locator("#correct-form")).to_be_hidden()
    link = page.locator("#correct").get_by_role("link", name="open it")
    expect(link).to_have_attribute(
        "href", "https://github.com/someone/archive/edit/main/seeds/documents/letter.yml#L2"
    )
    context.close()
