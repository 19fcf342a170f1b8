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

from checker.check_verbatim import check, decoded, folded, is_label_of, main

pytestmark = pytest.mark.site

PARAGRAPH = re.compile(r'<p id="p-[0-9a-f]{8}">.*?</p>', re.S)
CONTAINER = re.compile(r'<div class="text"[^>]*>')
CLAIM = re.compile(r'<div class="text".*?</p>\s*</div>', re.S)


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


def in_text(markup: str) -> Callable[[str], str]:
    """Return a change that puts *markup* at the beginning of a paragraph."""
    return lambda html: re.sub(r'(<p id="p-[0-9a-f]{8}">)', rf"\1{markup}", html, count=1)


def around_text(before: str, after: str) -> Callable[[str], str]:
    """Return a change that wraps the whole text."""

    def change(html: str) -> str:
        text = CLAIM.findall(html)[0]
        return html.replace(text, before + text + after)

    return change


def word_within(before: str, after: str) -> Callable[[str], str]:
    """Return a change that puts a word of the text between *before* and *after*."""

    def change(html: str) -> str:
        paragraph = PARAGRAPH.findall(html)[1]
        at = re.search(r"(?<=</a>)([^<]*? )(\w+)( [^<]*<)", paragraph)
        assert at
        spoilt = f"{at[1]}{before}{at[2]}{after}{at[3]}"
        return html.replace(paragraph, paragraph[: at.start()] + spoilt + paragraph[at.end() :])

    return change


def says_one_word_for_another(html: str) -> str:
    paragraph = PARAGRAPH.findall(html)[1]
    at = re.search(r"(?<=</a>)([^<]*? )(\w+)( [^<]*<)", paragraph)
    assert at
    codes = " ".join(f"{ord(character):04X}" for character in at[2])
    spoilt = f'{at[1]}<span data-cp="{codes}">never</span>{at[3]}'
    return html.replace(paragraph, paragraph[: at.start()] + spoilt + paragraph[at.end() :])


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
    "a script in the text": (in_text("<script></script>"), "which is no text"),
    "code points that are not the text's": (
        in_text('<span data-cp="0002 202E">U+0002 U+202E</span>'), "the text has"),
    "code points that are none": (in_text('<span data-cp="no">?</span>'), "no list of code points"),
    "a word that is shown as another": (says_one_word_for_another, "shows “never” for"),
    "a word as a gloss": (word_within('<span data-gloss="">', "</span>"), "the text has"),
    "a word of ours that is no gloss": (in_text("Not "), "the text has"),
    "a word in a style of its own": (
        word_within('<span style="font-size:0">', "</span>"), "can change what is seen"),
    "a word turned round": (word_within("<bdo>", "</bdo>"), "<bdo>, which is no text"),
    "a word turned round by its direction": (
        word_within('<span dir="rtl">', "</span>"), "can change what is seen"),
    "quotation marks of the browser's": (word_within("<q>", "</q>"), "<q>, which is no text"),
    "numbers of the browser's": (
        word_within("<ol>", "</ol>"),
        "<ol>, which is no text"),
    "a text in a hidden part": (around_text("<section hidden>", "</section>"), "<section hidden>"),
    "a text in a template": (around_text("<template>", "</template>"), "has <template>"),
    "a text that is folded away": (around_text("<details>", "</details>"), "is folded away"),
    "a text in a comment that some parsers end sooner": (
        around_text("<!-- -- >", "-->"), "has a comment"),
    "an attribute given twice": (
        lambda html: html.replace(" data-span=", ' data-span="0-1" data-span=', 1), "the text has"),
    "the same words claimed twice": (
        lambda html: html.replace("</main>", CLAIM.findall(html)[0] + "</main>"),
        "overlaps what stands before it"),
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


@pytest.mark.parametrize(
    ("label", "characters", "right"),
    [
        ("U+0003", "\x03", True),
        ("U+0002 U+202E", "\x02\u202e", True),
        ("U+FFFEU+0003", "\ufffe\x03", True),
        ("U+0003×2", "\x03\x03", True),
        ("U+0003×2 words, 5U+0002", "\x03\x03 words, 5\x02", True),
        ("U+0003A", "\x03A", True),
        ("U+0003×3", "\x03\x03", False),
        ("U+0003", "\x03\x03", False),
        ("U+0003 other words", "\x03 words", False),
        ("", "\x03", False),
        ("U+0003 and more", "\x03", False),
    ],
)
def test_a_label_shows_its_characters_and_nothing_else(
    label: str, characters: str, right: bool
) -> None:
    assert is_label_of(label, characters) is right


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
    "an annotation without a status": (
        lambda line: line["annotations"][0].pop("status"), "has no status"),
    "a mention of nobody said": (
        lambda line: next(a for a in line["annotations"] if a["kind"] == "mention").pop("entity"),
        "has no entity"),
    "no date": (lambda line: line.pop("date"), "annotations.jsonl:1: has no date"),
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


WORDS = "First part, and long.\n\nSecond part, no longer.\n"
HALF = WORDS.index("Second")


def by_hand(root: Path) -> dict[str, str]:
    """Write an archive of one text on two pages without Regesta; return them."""
    source = root / "seeds" / "documents" / "a.txt"
    source.parent.mkdir(parents=True)
    source.write_text(WORDS, "utf-8")
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    pages = {}
    for number, (start, end) in enumerate([(0, HALF), (HALF, len(WORDS))], 1):
        words = WORDS[start:end].strip()
        pages[f"documents/a-{number}.html"] = (
            f'<!doctype html><html><body data-part="{number}/2"><h1>a</h1>\n'
            f'<div data-verbatim="{sha256}" data-span="{start}-{end}" '
            f'data-text-sha256="{hashlib.sha256(words.encode()).hexdigest()}">'
            f"<p>{words}</p></div></body></html>"
        )
    line = {
        "document": "seeds/documents/a.txt", "id": "a", "page": list(pages), "sha256": sha256,
        "access": "full", "title": None, "publisher": {"id": None, "basis": "unknown"},
        "date": {"edtf": None, "basis": "unknown", "conflict": None, "evidence": []},
        "annotations": [],
    }  # fmt: skip
    for folder in ("data", "documents"):
        (root / "site" / folder).mkdir(parents=True)
    (root / "site/data/annotations.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return pages


def said_of(root: Path, pages: dict[str, str]) -> str:
    for name, html in pages.items():
        (root / "site" / name).write_text(html, "utf-8")
    return "\n".join(check(root))


def test_a_text_on_several_pages(tmp_path: Path) -> None:
    pages = by_hand(tmp_path)
    assert said_of(tmp_path, pages) == ""
    one, two = pages
    first, second = pages.values()
    assert '2/2" is missing' in said_of(tmp_path, {two: second.replace("2/2", "1/2")})
    assert "leaves out “Second part" in said_of(tmp_path, {two: "<!doctype html><body></body>"})
    swapped = {one: second.replace("2/2", "1/2"), two: first.replace("1/2", "2/2")}
    assert "stands after what it precedes" in said_of(tmp_path, swapped)
    twice = {one: first, two: second.replace("</body>", first[first.index("<div") :])}
    assert "overlaps what stands before it" in said_of(tmp_path, twice)
    (tmp_path / "site" / two).unlink()
    assert f"site/{two}: is missing" in said_of(tmp_path, {one: first})


def test_a_word_between_two_texts_is_missed(tmp_path: Path) -> None:
    pages = by_hand(tmp_path)
    one = next(iter(pages))
    shorter = re.sub(r'data-span="0-\d+"', 'data-span="0-16"', pages[one])
    digest = hashlib.sha256(WORDS[:16].strip().encode()).hexdigest()
    shorter = re.sub('(?<=text-sha256=")[0-9a-f]+', digest, shorter).replace(
        "First part, and long.", WORDS[:16].strip()
    )
    assert "leaves out “long.”" in said_of(tmp_path, {**pages, one: shorter})
