"""The Atom feed: valid, the same every time, and inert."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from regesta.exports.feed import ATOM, feed
from regesta.model import UNKNOWN_DATE, Archive, Collection, Document, Publisher, Title


def document(id: str, title: str, received: str) -> Document:
    return Document(
        id=id, path=f"seeds/documents/{id}.txt", sha256="0" * 64, source=None,
        title=Title(title, None), publisher=Publisher(None, "", "unknown"), date=UNKNOWN_DATE,
        received_on=received,
    )  # fmt: skip


def test_the_last_taken_in_comes_first_and_markup_is_text() -> None:
    documents = (
        document("a", "First", "2020-01-01"),
        document("b", "<script>&\x01\x1f", "2021-05-05"),
    )
    data = feed(Archive(Collection("An <archive>"), documents, {}), "2021-05-05")
    root = ET.fromstring(data)
    titles = [t.text for t in root.findall(f"{{{ATOM}}}entry/{{{ATOM}}}title")]
    assert titles == ["[<script>&��]", "[First]"]
    assert root.findtext(f"{{{ATOM}}}updated") == "2021-05-05T00:00:00Z"
    ids = [e.text for e in root.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids)) == 3
    assert data == feed(Archive(Collection("An <archive>"), documents, {}), "2021-05-05")
