"""Addresses of rights statements and licences: known, wrong, and of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.model import Problem
from regesta.pages import vocabulary
from regesta.seeds import rights
from regesta.seeds.reading import read

VOCAB = "http://rightsstatements.org/vocab"
CC = "https://creativecommons.org"


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        (f"{VOCAB}/InC/1.0/", "In copyright"),
        (f"{VOCAB}/NoC-OKLR/1.0/", "No copyright, other legal restrictions"),
        (f"{CC}/licenses/by/4.0/", "CC BY 4.0"),
        (f"{CC}/licenses/by-nc-nd/3.0/us/", "CC BY-NC-ND 3.0 US"),
        (f"{CC}/licenses/by-sa/3.0/igo/", "CC BY-SA 3.0 IGO"),
        (f"{CC}/licenses/by-nd-nc/1.0/", "CC BY-ND-NC 1.0"),
        (f"{CC}/licenses/by/4.0/deed.de", "CC BY 4.0"),
        (f"{CC}/licenses/by/4.0/legalcode", "CC BY 4.0"),
        ("http://creativecommons.org/licenses/by-sa/2.5", "CC BY-SA 2.5"),
        (f"{CC}/publicdomain/zero/1.0/", "CC0 1.0"),
        (f"{CC}/publicdomain/mark/1.0/", "Public Domain Mark 1.0"),
    ],
)
def test_what_is_known_is_shown_by_its_name(uri: str, shown: str) -> None:
    assert rights.fault(uri) is None
    assert rights.remark(uri) is None
    assert vocabulary.rights(uri) == shown


@pytest.mark.parametrize(
    ("uri", "meant"),
    [
        (f"{VOCAB}/INC/1.0/", f"{VOCAB}/InC/1.0/"),
        (f"{VOCAB}/InC-EDI/1.0/", f"{VOCAB}/InC-EDU/1.0/"),
        (f"{VOCAB}/NoC-UK/1.0/", f"{VOCAB}/NoC-US/1.0/"),
        (f"{VOCAB}/InC/2.0/", f"{VOCAB}/InC/1.0/"),
        (f"{CC}/licenses/by/5.0/", f"{CC}/licenses/by/4.0/"),
        (f"{CC}/licenses/by/4.0/de/", f"{CC}/licenses/by/4.0/"),
        (f"{CC}/licenses/by-nc-ns/4.0/", f"{CC}/licenses/by-nc-sa/4.0/"),
        (f"{CC}/licences/by-sa/4.0/", f"{CC}/licenses/by-sa/4.0/"),
        (f"{CC}/", f"{CC}/licenses/by/4.0/"),
        ("https://www.creativecommons.org/publicdomain/zer0/1.0/", f"{CC}/publicdomain/zero/1.0/"),
    ],
)
def test_what_does_not_exist_is_wrong(uri: str, meant: str) -> None:
    said = rights.fault(uri)
    assert said and said[1] == f"did you mean {meant}?"


@pytest.mark.parametrize(
    ("uri", "meant"),
    [
        ("https://rightsstatements.org/vocab/InC/1.0/", f"{VOCAB}/InC/1.0/"),
        ("https://rightsstatements.org/page/NKC/1.0/?language=de", f"{VOCAB}/NKC/1.0/"),
        (f"{VOCAB}/NKC/1.0", f"{VOCAB}/NKC/1.0/"),
        ("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", ""),
        ("https://notcreativecommons.org/licenses/by/9/", ""),
        ("https://creativecommons.org.example/licenses/by/9/", ""),
    ],
)
def test_another_address_is_told_of(uri: str, meant: str) -> None:
    assert rights.fault(uri) is None
    said = rights.remark(uri)
    assert said and said[1] == meant


def test_each_statement_has_words() -> None:
    assert tuple(vocabulary.RIGHTS) == rights.STATEMENTS


def found(root: Path, name: str, content: str) -> tuple[str, list[Problem]]:
    """Return the statement that counts, and what is said of it."""
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "letter.txt").write_text("A letter.\n")
    (root / "seeds" / name).write_text(content)
    seeds, problems = read(root)
    record = seeds.documents[0].description
    return (record.rights.statement if record and record.rights else ""), problems


@pytest.mark.parametrize(
    ("uri", "code", "kept"),
    [
        (f"{VOCAB}/InCopyright/1.0/", "rights-unknown", False),
        ("https://example.org/licence", "rights-other", True),
    ],
)
@pytest.mark.parametrize("table", [True, False])
def test_where_it_stands_is_said(
    tmp_path: Path, uri: str, code: str, kept: bool, table: bool
) -> None:
    written = {
        True: ("documents.csv", f"file,rights\nletter.txt,{uri}\n", (2, 12)),
        False: ("documents/letter.yml", f"rights:\n  statement: {uri}\n", (2, 14)),
    }
    name, content, place = written[table]
    statement, problems = found(tmp_path, name, content)
    assert statement == (uri if kept else "")
    assert [(p.code, p.path, (p.line, p.column)) for p in problems] == [
        (code, f"seeds/{name}", place)
    ]
    assert problems[0].severity == ("notice" if kept else "error")


def test_the_licence_of_the_records_too(tmp_path: Path) -> None:
    licence = f"records_licence: {{name: CC, uri: '{CC}/licenses/cc-by/4.0/'}}\n"
    assert [p.code for p in found(tmp_path, "archive.yml", licence)[1]] == ["rights-unknown"]
