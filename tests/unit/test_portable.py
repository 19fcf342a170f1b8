"""Names that Windows or macOS cannot hold, or cannot tell apart."""

from __future__ import annotations

import pytest

from regesta.seeds import portable

GOOD = ("letter.txt", "1921/a.txt", "con-1.txt", "Console.txt", "comet.txt", "nulls.txt", "é.txt",
        "百.txt", "trailing..txt", "trailing .txt", ".hidden.txt",
        "a'b, c (d) [e] & f.txt")  # fmt: skip
BAD = ("CON.txt", "con", "NUL.txt.txt", "aux.tar.gz", "Com1.txt", "lpt\N{SUPERSCRIPT TWO}.txt",
       "nul .txt", "CON/inner.txt", "q?x#y.txt", "a:b.txt", 'a"b.txt', "a<b.txt", "a|b.txt",
       "a*b.txt", "a\\b.txt", "dot./a.txt", "space /a.txt", "end.", "x\u202etxt.txt",
       "a\u200bb.txt")  # fmt: skip
ALIKE = (
    ("Case.txt", "case.txt"),
    ("A/x.txt", "a/x.txt"),
    ("caf\u00e9.txt", "cafe\u0301.txt"),
    ("stra\u00dfe.txt", "STRASSE.txt"),
    ("\u212a.txt", "k.txt"),
    ("\u1e9b\u0323.txt", "\u1e9b\u0323.TXT"),
)


@pytest.mark.parametrize("path", GOOD)
def test_what_every_system_holds(path: str) -> None:
    assert portable.fault(path) == ""


@pytest.mark.parametrize("path", BAD)
def test_what_some_do_not(path: str) -> None:
    assert portable.fault(path)
    assert list(portable.faults([path, "other.txt"])) == [path]


@pytest.mark.parametrize("pair", ALIKE)
def test_what_is_taken_for_another(pair: tuple[str, str]) -> None:
    assert set(portable.faults([*pair, "other.txt"])) == set(pair)
    assert portable.faults(pair[:1]) == portable.faults(pair[1:]) == {}
