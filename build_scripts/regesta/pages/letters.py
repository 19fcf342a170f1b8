"""Names under letters: the first letter or, where these hold too many, the
first two.  Keys of pages are made of a-z as they are, of other letters as
their code points: ``s``, ``s-a``, ``u4e2d``."""

from __future__ import annotations

from regesta.pages.parts import SLICE, WHOLE, with_slice
from regesta.whitespace import fold

OTHER = "#"
"""Stands for what is no letter."""
_OTHER_KEY = "other"


def first(name: str) -> str:
    """Return the capital under which *name* stands, or ``#``."""
    # One letter may be two as a capital ("ß", "ﬁ"): the first of them stands.
    letter = fold(name)[:1].upper()[:1]
    return letter if letter.isalpha() else OTHER


def key(letter: str) -> str:
    """Return the key of *letter*."""
    small = letter.lower()
    if "a" <= small <= "z":
        return small
    return f"u{ord(letter):x}" if letter.isalpha() else _OTHER_KEY


def keys(name: str) -> tuple[str, ...]:
    """Return the keys of the parts in which *name* stands, the larger first."""
    letter = first(name)
    if letter == OTHER:
        return (_OTHER_KEY,)
    second = fold(name)[1:2].lower()[:1]
    return (key(letter), f"{key(letter)}-{key(second)}")


def name(key: str) -> str:
    """Return *key* as readers see it: ``S``, ``Sa``, ``S, part 2``."""
    return with_slice(key, _words)


def _words(stem: str) -> str:
    letters = [_letter(piece) for piece in stem.split("-") if piece]
    return "".join(letters[:1]).upper() + "".join(letters[1:])


def _letter(piece: str) -> str:
    if piece == _OTHER_KEY:
        return OTHER
    return piece if len(piece) == 1 else chr(int(piece[1:], 16))


def anchor(key: str) -> str:
    """Return the place of *key* in a list: ``l-`` and the code points."""
    stem, sep, number = key.partition(SLICE)
    letters = [_letter(piece) for piece in stem.split("-") if stem != WHOLE]
    points = [f"{ord(letter.upper()[:1]):x}" for letter in letters]
    return "-".join(["l", *points]) + (f"{sep}{number}" if sep else "")
