"""The language in which an archive's pages speak."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta import building, wording
from regesta.pages import vocabulary
from regesta.seeds import interface

FRENCH = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "People"
msgstr "Personnes"

msgid "The {weekday} on or before {anchor}."
msgstr "Le {weekday} au plus tard {anchor}."

msgid "Sunday"
msgstr "dimanche"
"""
LETTER = "date: {edtf: '2024-02-20', basis: stated}\n"


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    wording.speak(wording.ENGLISH)


def archive(root: Path, language: str, catalogue: str = FRENCH, name: str = "fr") -> Path:
    files = {
        "archive.yml": f"language: {language}\n",
        f"interface/{name}.po": catalogue,
        "documents/a.txt": "A letter\n\nWe met on Sunday.\n",
        "documents/a.yml": LETTER,
    }
    for path, text in files.items():
        (root / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "seeds" / path).write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("language", ["fr", "fr-CA"])
def test_archive_yml_chooses_the_language(tmp_path: Path, language: str) -> None:
    prepared = building.prepare(archive(tmp_path, language))
    assert [p for p in prepared.problems if p.path.startswith("seeds/interface")] == []
    assert wording.language() == language
    assert vocabulary.KINDS["person"] == "Personnes", "said when asked for, not when loaded"
    assert "Le dimanche au plus tard" in prepared.pages["documents/a.md"]
    assert wording.digest()


def test_without_a_catalogue_pages_stay_english(tmp_path: Path) -> None:
    assert interface.choose(archive(tmp_path, "de")) == []
    assert (wording.language(), wording.digest()) == ("en", b"")
    assert vocabulary.KINDS["person"] == "People"


def test_one_archive_says_nothing_of_the_next(tmp_path: Path) -> None:
    interface.choose(archive(tmp_path / "one", "fr"))
    interface.choose(archive(tmp_path / "other", "en"))
    assert wording.language() == "en"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no catalogue", "line 3"),
        ('msgid "People"\nmsgstr "<script>"', "<, >"),
        ('msgid "People"\nmsgstr "a\\" onload=x"', '"'),
        ('msgid "People"\nmsgstr "[a](javascript:b)"', "[, ]"),
        ('msgid "part"\nmsgstr "part {n}"', "{n}"),
        ('msgid "part"\nmsgstr "part {"', "a brace without its other half"),
        ('msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{x}"\nmsgstr[1] "{n}"', "{x}"),
    ],
)
def test_what_would_break_a_page_is_named(tmp_path: Path, text: str, named: str) -> None:
    head = FRENCH.partition("\n\n")[0] if "msgid" in text else ""
    (found,) = interface.choose(archive(tmp_path, "fr", f"{head}\n\n{text}\n"))
    assert (found.code, found.path) == ("catalogue-not-readable", "seeds/interface/fr.po")
    assert named in found.message
    assert wording.language() == "en"


def test_a_translation_runs_its_own_way() -> None:
    assert [wording.direction(tag) for tag in ("ar", "he-IL", "fr")] == ["rtl", "rtl", "ltr"]
