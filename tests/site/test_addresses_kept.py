"""Every address that was ever published leads somewhere for ever: through a
rename, a merge, a split and a text that is cut into paragraphs otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support import archives

pytestmark = pytest.mark.site

FIRST: dict[str, str | None] = {
    "archive.yml": "title: A\ncontact: us\ntakedown: Write to us.\n",
    "documents/letter.txt": "To Ana\n\nAna Lind met Bo Berg.\n\nA. Lind left Bergen.\n",
    "documents/letter.yml": "title: {passage: To Ana}\n",
    "documents/memo.txt": "Bo Berg wrote on.\n\nSo did Berg & Lind.\n",
    "entities/people/ana-lind.yml": "name: Ana Lind\n",
    "entities/people/a-lind.yml": "name: A. Lind\n",
    "entities/organisations/berg-and-lind.yml": "name: Berg & Lind\n",
    "entities/events/meeting.yml": "name: The meeting\n",
}
RENAMED: dict[str, str | None] = {
    "documents/letter.yml": "id: to-ana\nformerly: [letter]\ntitle: {passage: To Ana}\n",
    "entities/people/ana-lind.yml": None,
    "entities/people/ana-maria-lind.yml": "name: Ana Lind\nformerly: [ana-lind]\n",
}
RENAMED_AGAIN: dict[str, str | None] = {
    "documents/letter.yml": "id: ana\nformerly: [letter, to-ana]\ntitle: {passage: To Ana}\n",
}
MERGED: dict[str, str | None] = {
    "entities/people/a-lind.yml": None,
    "entities/people/ana-maria-lind.yml": "name: Ana Lind\nvariants: [A. Lind]\n"
    "formerly: [ana-lind, a-lind]\n",
}
SPLIT: dict[str, str | None] = {
    "entities/organisations/berg-and-lind.yml": "name: Berg & Lind\nsplit_into: [berg, lind]\n",
    "entities/organisations/berg.yml": "name: Berg\n",
    "entities/organisations/lind.yml": "name: Lind\n",
}


def lay(root: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if text is None else path.write_text(text, "utf-8")


def published(root: Path) -> list[tuple[str, str]]:
    """Return each page and anchor that was ever published."""
    lines = (root / "seeds" / "published.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(address, anchor) for address, anchor, _offset in rows]


def dead(root: Path, addresses: list[tuple[str, str]]) -> list[str]:
    """Return the addresses that lead nowhere on the built site."""
    out = []
    for address, anchor in addresses:
        page = root / "site" / f"{address}.html"
        text = page.read_text("utf-8") if page.is_file() else ""
        ids = set(re.findall(r'\bid="([^"]*)"', text))
        if not text or (anchor and anchor not in ids):
            out.append(f"{address}#{anchor}")
    return out


def strictly(root: Path) -> None:
    done = archives.run(root, "build", "--strict")
    assert done.returncode == 0, done.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay(tmp_path, FIRST)
    strictly(tmp_path)
    assert len(published(tmp_path)) >= 10
    return tmp_path


def test_renames_a_merge_and_a_split_leave_every_address_alive(root: Path) -> None:
    ever: set[tuple[str, str]] = set()
    for change in (RENAMED, RENAMED_AGAIN, MERGED, SPLIT):
        ever |= set(published(root))
        lay(root, change)
        strictly(root)
        assert dead(root, sorted(ever)) == []
        assert ever <= set(published(root)), "an address was forgotten"
    site = root / "site"
    moved = (site / "documents" / "letter.html").read_text("utf-8")
    assert 'href="ana.html"' in moved
    assert 'href="ana.html#p-' in moved, "a paragraph leads to the paragraph"
    merged = (site / "people" / "a-lind.html").read_text("utf-8")
    assert 'href="ana-maria-lind.html"' in merged
    split = (site / "organisations" / "berg-and-lind.html").read_text("utf-8")
    assert {"berg.html", "lind.html"} <= set(re.findall(r'href="([^"#]*)"', split))


def test_other_paragraphs_keep_the_old_anchors(root: Path) -> None:
    """As if an earlier program had cut the letter elsewhere."""
    text = (root / "seeds" / "documents" / "letter.txt").read_text("utf-8")
    file = root / "seeds" / "published.tsv"
    old = [("p-00000001", text.index("met")), ("p-00000002", text.index("left")), ("p-0-2", 0)]
    with file.open("a", encoding="utf-8") as table:
        table.writelines(f"documents/letter\t{anchor}\t{offset}\n" for anchor, offset in old)
    strictly(root)
    assert dead(root, published(root)) == []
    page = (root / "site" / "documents" / "letter.html").read_text("utf-8")
    block = page[page.index('id="p-00000001"') :]
    assert block.index("met") < block.index('id="p-00000002"') < block.index("left")


def test_what_nothing_takes_up_is_an_error(root: Path) -> None:
    lay(root, {"entities/people/a-lind.yml": None, "documents/memo.txt": None})
    done = archives.run(root, "build", "--strict")
    assert done.returncode == 1
    assert "id-vanished documents/memo was published and is gone" in done.stderr
    assert dead(root, published(root)) == [], "the last site stands"
