"""Who issued a document, where its own lines say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.archive.assemble import assemble
from regesta.seeds.reading import read


@pytest.mark.parametrize(
    ("last_line", "publisher"),
    [
        ("© 2021 Eastern Herald. All rights reserved.", "eastern-herald"),
        ("Copyright 2021 Eastern Herald", "eastern-herald"),
        ("© 2021 Eastern Herald and Lakeside Gazette. All rights reserved.", None),
        ("© 2021", None),
        ("She told the Eastern Herald © in 2021.", None),
    ],
)
def test_a_copyright_notice_names_one(
    tmp_path: Path, last_line: str, publisher: str | None
) -> None:
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    text = (
        "Mayor Lucy Roe said the bridge will reopen, she told the Eastern Herald and the "
        "Lakeside Gazette.\n\nThe Eastern Herald and the Lakeside Gazette were pleased.\n\n"
    )
    (documents / "a.txt").write_text(f"{text}{last_line}\n", "utf-8")
    seeds, _ = read(tmp_path)
    archive, _ = assemble(seeds)
    [document] = archive.documents
    found = document.publisher
    assert (found.id, found.basis) == (publisher, "stated" if publisher else "unknown")
    assert bool(found.evidence) == bool(publisher)
