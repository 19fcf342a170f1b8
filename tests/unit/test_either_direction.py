"""Style sheets speak of start and end, not of left and right: pages of an archive
in Arabic or Hebrew are those of one in English, the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta import engine

STYLES = sorted((Path(engine.__file__).parent / "theme/assets/css").glob("*.css"))
SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|text-align: *(?:left|right)|float: *(?:left|right)"
    r"|(?<![-\w])(?:left|right):"
)
ONE = r"(?:[^\s;()]+|\w*\([^;]*?\))"
FOUR = re.compile(rf"(?:margin|padding|inset): *({ONE}(?: +{ONE}){{3}}) *[;}}]")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_side_is_named(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    assert SIDED.findall(text) == []
    sides = [found[1].split() for found in FOUR.finditer(text)]
    assert [parts for parts in sides if len(parts) == 4 and parts[1] != parts[3]] == []


def test_what_is_looked_for() -> None:
    assert SIDED.search("p { padding-left: 1rem; }")
    assert SIDED.search("p { left: 0; }")
    assert not SIDED.search("p { inset-inline-start: 0; margin-inline-end: 1rem; }")
    assert FOUR.search("p { margin: 0 1rem 2rem 0; }")
