"""The checker passes on what was built, and fails on every way to be untrue."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.check_verbatim import check, decoded, folded, main

pytestmark = pytest.mark.site

PARAGRAPH = re.compile(r'<p id="p-[0-9a-f]{8}">.*?</p>', re.S)
CONTAINER = re.compile(r'<div class="text"[^>]*>')


def test_every_text_stands_on_its_page(archive: Path) -> None:
    assert check(archive) == []


def test_it_ends_with_a_sentence(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(own)]) == 0
    assert re.fullmatch(
        r"\d+ documents stand on \d+ pages, word for word\.\n", capsys.readouterr().out
    )
    assert main([]) == 2


@pytest.fixture
def copy(own: Path, tmp_path: Path) -> Path:
    """An archive to spoil: the sources, the documents' pages, the data."""
    shutil.copytree(own / "seeds", tmp_path / "seeds")
    shutil.copytree(own / "site", tmp_path / "site")
    return tmp_path


def page_of(root: Path) -> Path:
    """Return a document's page with a heading that is the text's own title
    and at least three paragraphs."""
    for path in sorted((root / "site" / "documents").glob("*.html")):
        html = path.read_text("utf-8")
        if "data-verbatim" in html.partition("</h1>")[0] and len(PARAGRAPH.findall(html)) > 3:
            return path
    raise AssertionError("no such page")


def spoil(root: Path, change: Callable[[str], str]) -> list[str]:
    """Change a document's page; return what the checker says."""
    page = page_of(root)
    html = page.read_text("utf-8")
    changed = change(html)
    assert changed != html, "the page was not changed"
    page.write_text(changed, "utf-8")
    return check(root)


def one_character(html: str) -> str:
    paragraph = PARAGRAPH.findall(html)[1]
    at = re.search(r"</a>([a-z ]*)([a-z])([a-z ]*)<", paragraph)
    assert at
    spoilt = paragraph[: at.start(2)] + ("x" if at[2] != "x" else "y") + paragraph[at.end(2) :]
    return html.replace(paragraph, spoilt)


def dropped(html: str) -> str:
    return html.replace(PARAGRAPH.findall(html)[1], "")


def swapped(html: str) -> str:
    first, second = PARAGRAPH.findall(html)[:2]
    return html.replace(first, "\0").replace(second, first).replace("\0", second)


def doubled(html: str) -> str:
    paragraph = PARAGRAPH.findall(html)[1]
    return html.replace(paragraph, f"{paragraph}\n{paragraph}")


def gloss_lost(html: str) -> str:
    head, container, text = html.partition(CONTAINER.findall(html)[0])
    return head + container + text.replace(' data-gloss=""', "", 1)


def joined(html: str) -> str:
    first, second = PARAGRAPH.findall(html)[:2]
    head, rest = html.split(first)
    return head + first + second + rest.split(second)[1]


def without_title(html: str) -> str:
    return re.sub(r"<h1 [^>]*>", "<h1>", html)


def title_last(html: str) -> str:
    heading = re.search(r"<h1 .*?</h1>", html, re.S)
    assert heading
    spoilt = heading[0].replace("<h1", "<h2").replace("</h1>", "</h2>")
    return html.replace(heading[0], "").replace("</main>", f"{spoilt}</main>")


CHANGES: dict[str, tuple[Callable[[str], str], str]] = {
    "one character changed": (one_character, "the text has"),
    "a paragraph dropped": (dropped, "the text has"),
    "two paragraphs swapped": (swapped, "the text has"),
    "a paragraph twice": (doubled, "the text has"),
    "a number of ours read as text": (gloss_lost, "the text has"),
    "blocks not set apart": (joined, "no white space between blocks"),
    "the title not claimed": (without_title, "leaves out"),
    "the title at the end": (title_last, "stands after what it precedes"),
    "another file's digest": (
        lambda html: re.sub(r'data-verbatim="[0-9a-f]', 'data-verbatim="z', html),
        "is not the file's sha256",
    ),
    "another text's digest": (
        lambda html: re.sub(r'data-text-sha256="[0-9a-f]', 'data-text-sha256="z', html),
        "is not the digest of these words",
    ),
    "a span moved": (
        lambda html: re.sub(r'data-span="(\d+)-(\d+)"', r'data-span="\g<1>-\g<2>0"', html),
        "is not in the text",
    ),
    "a span that is none": (
        lambda html: re.sub(r'data-span="\d+-\d+"', 'data-span="all"', html),
        "not START-END",
    ),
    "a hidden word": (
        lambda html: re.sub(r'(<p id="p-[0-9a-f]{8}")>', r"\1 hidden>", html, count=1),
        "can change what is seen",
    ),
    "a script in the text": (
        lambda html: re.sub(r'(<p id="p-[0-9a-f]{8}">)', r"\1<script></script>", html, count=1),
        "which is no text",
    ),
    "code points that are not the text's": (
        lambda html: re.sub(
            r'(<p id="p-[0-9a-f]{8}">)', r'\1<span data-cp="0002 202E">?</span>', html, count=1
        ),
        "the text has",
    ),
    "a text that nobody has": (
        lambda html: re.sub(r'data-verbatim="[0-9a-f]{64}"', "", html),
        "on none of its pages",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_it_fails_on(copy: Path, what: str) -> None:
    change, complaint = CHANGES[what]
    said = spoil(copy, change)
    assert any(complaint in line for line in said), said


def test_a_code_point_may_stand_for_itself(copy: Path) -> None:
    """``data-cp`` counts as the character; what is shown in its place does not."""

    def change(html: str) -> str:
        paragraph = PARAGRAPH.findall(html)[1]
        shown = '<span data-cp="0065"><span data-gloss="">U+0065</span></span>'
        at = re.search(r"(?<=</a>)[^<]*?e", paragraph)
        assert at
        return html.replace(paragraph, paragraph[: at.end() - 1] + shown + paragraph[at.end() :])

    assert spoil(copy, change) == []


def test_it_fails_where_another_page_claims_a_text(copy: Path) -> None:
    index = copy / "site" / "index.html"
    index.write_text(index.read_text("utf-8").replace("<p", '<p data-verbatim="x"', 1), "utf-8")
    assert any("is no document's page" in line for line in check(copy))


def test_it_fails_where_a_text_is_missing(copy: Path) -> None:
    (copy / "seeds" / "documents" / "one-more.txt").write_text("One more text.\n", "utf-8")
    assert check(copy) == ["seeds/documents/one-more.txt: is not in the archive"]


def test_it_fails_where_a_page_is_missing(copy: Path) -> None:
    page_of(copy).unlink()
    assert any("is missing" in line for line in check(copy))


def test_it_fails_where_a_source_has_changed(copy: Path) -> None:
    source = sorted((copy / "seeds" / "documents").glob("*.txt"))[0]
    source.write_bytes(source.read_bytes().replace(b"e", b"o", 1))
    said = check(copy)
    assert any("sha256 is not the file's" in line for line in said)
    assert any("the text has" in line for line in said)


def spoil_data(root: Path, change: Callable[[dict[str, Any]], None]) -> list[str]:
    """Change the first line of annotations.jsonl; return what is said."""
    path = root / "site" / "data" / "annotations.jsonl"
    first, rest = path.read_text("utf-8").split("\n", 1)
    line = json.loads(first)
    change(line)
    path.write_text(json.dumps(line) + "\n" + rest, "utf-8")
    return check(root)


def crossing(line: dict[str, Any]) -> None:
    one = next(a for a in line["annotations"] if a["kind"] == "mention")
    other = {**one, "id": "made-up", "start": one["start"] + 1, "end": one["end"] + 1}
    line["annotations"].append(other)


DATA: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "a span out of the text": (
        lambda line: line["annotations"][0].update(end=10**6), "is not in the text"),
    "a span that is empty": (
        lambda line: line["annotations"][0].update(end=line["annotations"][0]["start"]),
        "is not in the text"),
    "an id twice": (
        lambda line: line["annotations"].append(line["annotations"][0]), "is used twice"),
    "mentions that cross": (crossing, "cross"),
    "a certainty that is none": (
        lambda line: line["annotations"][0].update(certainty="sure"), "certainty is 'sure'"),
    "a kind that is none": (
        lambda line: line["annotations"][0].update(kind="guess"), "unknown kind"),
    "a title out of the text": (lambda line: line.update(title=[0, 10**6]), "the title's span"),
    "a mention of nobody": (
        lambda line: next(a for a in line["annotations"] if a["kind"] == "mention").update(
            entity="nobody-at-all"), "no page for nobody-at-all"),
    "another digest": (lambda line: line.update(sha256="0" * 64), "sha256 is not the file's"),
    "a page that is not there": (lambda line: line.update(page=["documents/x.html"]), "is missing"),
}  # fmt: skip


@pytest.mark.parametrize("what", DATA)
def test_it_fails_on_data_with(copy: Path, what: str) -> None:
    change, complaint = DATA[what]
    said = spoil_data(copy, change)
    assert any(complaint in line for line in said), said


def test_what_is_withheld_may_not_be_shown(copy: Path) -> None:
    description = sorted((copy / "seeds" / "documents").glob("*.yml"))[0]
    text = re.sub(r"(?m)^access:.*\n", "", description.read_text("utf-8"))
    description.write_text(text + "access: metadata\n", "utf-8")
    said = spoil_data(copy, lambda line: line.update(access="metadata"))
    assert any("shows what is withheld" in line for line in said)


def test_decoding_is_strict(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_bytes("\ufeffcafé\r\n".encode())
    assert decoded(text) == "café\r\n"
    text.write_bytes("café".encode("latin-1"))
    assert decoded(text) is None
    (tmp_path / "a.yml").write_text("language: fr\nencoding: iso-8859-1  # old\n", "utf-8")
    assert decoded(text) == "café"
    text.write_bytes(b"a\0b")
    assert decoded(text) is None


def test_white_space_is_what_the_contract_says() -> None:
    assert folded("\u00a0a\u2028\u3000 b\u200bc\ufeff ") == "a b\u200bc\ufeff"
    assert len(hashlib.sha256(folded(" a ").encode()).hexdigest()) == 64


def test_it_imports_nothing_of_ours() -> None:
    source = Path(__file__).with_name("check_verbatim.py").read_text("utf-8")
    imported = re.findall(r"(?m)^\s*(?:from|import) (\w+)", source)
    assert set(imported) <= {
        "__future__", "collections", "dataclasses", "hashlib", "html", "itertools", "json",
        "pathlib", "re", "sys", "typing",
    }  # fmt: skip
