"""From text to the string of classes that the grammar of dates reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from regesta.annotate.dates.lexicons import ENGLISH, Lexicon
from regesta.annotate.dates.spelled import spelled_year

_CLOCK = re.compile(r"\d[\d:.]*\s?(?:[ap]\.?\s?m|o’c|gmt|utc)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_NUMERIC = re.compile(
    r"\d{4}/\d{1,2}/\d{1,2}|\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}",
    re.ASCII,
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°|(?<=[23])d)", re.ASCII | re.IGNORECASE)
"""The second and third were long written 2d and 3d …"""
_DIMENSIONS = re.compile(r"\dD")
"""… which 2D and 3D are not."""
_DECADE = re.compile(r"(1\d|20)\d0s", re.ASCII)
_SEASON_OF_YEARS = re.compile(r"(\d{4})/(\d\d)", re.ASCII)
_SPACE = re.compile(r"\s+")
_LONGEST_GAP = 8
_GAPS = {"": "", ",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "’s": "'", "'s": "'"}
BREAK = "|"
_PLAIN = str.maketrans({"–": "-", "‑": "-", "'": "’", "‘": "’"})


class Token(NamedTuple):
    """A word or number that may be part of a date: its class, its place in
    code points, its value and, in lower case, what is written."""

    letter: str
    start: int
    end: int
    value: int
    word: str


_new_token = tuple.__new__
"""Makes a :class:`Token` in half the time that its own way takes."""


@dataclass(frozen=True, slots=True)
class Classes:
    """A stretch of text as its string of classes.  ``tokens[i]`` stands at
    ``letters[i]``; a mark between two tokens (comma, dash, possessive, break)
    has None."""

    letters: str
    tokens: tuple[Token | None, ...]


NO_DATES = Classes("", ())


def read(text: str, start: int, end: int, lexicon: Lexicon = ENGLISH) -> Classes:
    """Return the classes of ``text[start:end]`` (code points) by the words of
    *lexicon*."""
    letters: list[str] = []
    tokens: list[Token | None] = []
    last = -_LONGEST_GAP - 1
    for match in lexicon.token.finditer(text, start, end):
        start, end = match.span()
        # Most words have one space between them, which is no gap.
        if start - last != 1 or text[last] != " ":
            between = _gap(text, last, start, letters[-1], lexicon) if last >= 0 else BREAK
            if between:
                letters.append(between)
                tokens.append(None)
        letter, value, word = _classed(match.group(), lexicon)
        letters.append(letter)
        tokens.append(_new_token(Token, (letter, start, end, value, word)))
        last = end
    return Classes("".join(letters), tuple(tokens)) if letters else NO_DATES


def _gap(text: str, start: int, end: int, before: str, lexicon: Lexicon) -> str:
    if end - start > _LONGEST_GAP:
        return BREAK
    between = text[start:end].strip()
    if between == "." and before not in "Do":  # “22. Januar”, and no sentence's end
        return BREAK
    known = _GAPS.get(between)
    return lexicon.gaps.get(between, BREAK) if known is None else known


@lru_cache(8192)
def _classed(word: str, lexicon: Lexicon) -> tuple[str, int, str]:
    """Return class and value of a word, and how a token has it."""
    words = lexicon.words
    entry = words.get(word)
    if entry is None:
        if _DIMENSIONS.fullmatch(word):
            return "x", 0, word
        word = _SPACE.sub(" ", word.lower()).translate(_PLAIN)
        entry = words.get(word) or words.get(word.removesuffix("."))
    if entry:
        return entry[0], entry[1], word if lexicon is ENGLISH else entry[2]
    if word.startswith("fy"):
        year = int(word[-4:]) if word[-4:].isdigit() else 2000 + int(word[-2:])
        return "Z", year, word
    return *_number(word), word


def _number(word: str) -> tuple[str, int]:
    """Return class and value of a number; ``x`` is one that is no date."""
    if word.isdigit() and word.isascii():
        return _digits(word)
    if _ISO.fullmatch(word):
        return "I", 0
    if _NUMERIC.fullmatch(word):
        return "K", 0
    if word.startswith("’"):
        year = int(word[1:3])
        return ("S", 1900 + year) if word[3:] else ("η", year + (1900 if year >= 30 else 2000))
    if word[0].isalpha():
        return "ψ", spelled_year(word)
    if not word[-1].isdigit() and _CLOCK.match(word):
        return "τ", 0
    if word == "1/2":
        return "½", 0
    if word in ("1q", "2q", "3q", "4q"):
        return "Q", int(word[0])
    if found := _ORDINAL.fullmatch(word):
        number = int(found.group(1))
        return ("o" if 1 <= number <= 31 else "x"), number
    if _DECADE.fullmatch(word):
        return "S", int(word[:4])
    if (found := _SEASON_OF_YEARS.fullmatch(word)) and int(word[2:4]) + 1 == int(word[5:]):
        return "J", int(word[:4])
    if len(word) < 8 and re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})?", word):
        return "N", int(word.replace(",", ""))
    return "x", 0


def _digits(word: str) -> tuple[str, int]:
    if len(word) > 4:
        return "x", 0
    number = int(word)
    if len(word) == 4:
        return ("Y" if 1000 <= number <= 2199 else "x"), number
    return ("D" if len(word) < 3 and 1 <= number <= 31 else "N"), number
