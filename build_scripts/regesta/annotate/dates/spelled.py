"""Days and years in words, as deeds, wills and laws write them: "the fifth day
of March in the year of our Lord one thousand eight hundred and four"."""

from __future__ import annotations

import re

from regesta.annotate.dates.lexicons import ENGLISH, Lexicon
from regesta.annotate.dates.words import token

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VALUES = (
    {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_TEENS, 10)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
)
_WORD = re.compile(r"[a-z]+")
_ANY = "|".join(sorted(_VALUES, key=len, reverse=True))
_REST = rf"(?:,?\s(?:and\s)?(?:{_ANY})(?:[-\s](?:{'|'.join(_ONES)}))?)?"
_YEAR = (
    rf"(?i:one\sthousand,?\s(?:{'|'.join(_ONES)})\shundred|"
    rf"(?:{'|'.join(_TEENS[1:])})\shundred|two\sthousand)(?i:{_REST})(?!\w)"
)
_DAY = (
    rf"(?i:(?:twenty|thirty)[-\s](?:{'|'.join(_DAYS[:9])})|thirtieth|{'|'.join(_DAYS[::-1])})"
    r"(?=\s+[Dd]ay\s+of\b)"
)


_ERA = r"(?i:(?:in\sthe\syear\sof\sour\slord|anno\sdomini))(?!\w)"
_ERAS = ("in the year of our lord", "anno domini")


_DAY_OF = re.compile(r"(?:rst|ond|ird|th)\s[Dd]ay\sof\s[A-Z]")


def spelled_year(words: str) -> int:
    """Return the number that *words* (in small letters) say: 1804 for "one
    thousand eight hundred and four" and for "eighteen hundred and four"."""
    total = part = 0
    for word in _WORD.findall(words):
        if word == "thousand":
            total, part = total + part * 1000, 0
        elif word == "hundred":
            total, part = total + part * 100, 0
        else:
            part += _VALUES.get(word, 0)
    return total + part


def _days() -> dict[str, tuple[str, int, str]]:
    days = {word: n for n, word in enumerate(_DAYS, 1)} | {"thirtieth": 30}
    for tens, first in (("twenty", 20), ("thirty", 30)):
        for n, word in enumerate(_DAYS[:9], 1):
            days |= {f"{tens}-{word}": first + n, f"{tens} {word}": first + n}
    return {word: ("o", n, word) for word, n in days.items() if n <= 31}


LEXICON = Lexicon(
    token(f"{_ERA}|{_YEAR}|{_DAY}"), ENGLISH.words | _days() | {era: ("λ", 0, era) for era in _ERAS}
)
"""The English words of dates, with days and years in words."""


def may_spell(text: str) -> bool:
    """Tell whether *text* may hold such dates: cheaply, for most do not."""
    if "our Lord" in text:
        return True
    return ("day of" in text or "Day of" in text) and _DAY_OF.search(text) is not None
