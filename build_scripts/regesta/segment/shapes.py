"""What a few words look like: sentence or heading, capitals, stops.

Every function here takes folded words (one space between them, none at the
ends) and looks at them alone, never at where they stand.
"""

from __future__ import annotations

import re

from regesta.segment.vocabulary import SMALL_WORDS

CLOSERS = "\"'”’»›)]」』）"
OPENERS = "\"'“‘«‹([「『（¿¡"
_STOPS = ".!?…。！？؟۔।"
_HANGING = ":;,،、؛：；，—–-"
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|No|St|Dr|Mr|Mrs|Ms|etc|Bros|Esq)\.)$"
)
_SENTENCE_BREAK = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bNo)(?<!\bMrs)"
    r"[.!?]['\"”’»)]{0,2} [\"'“‘«(]?[A-ZÀ-ÞА-Я0-9]|[。！？]."
)
_LETTER_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def tail(words: str) -> str:
    """Return the last character of *words* that is not a closing mark."""
    return words.rstrip(CLOSERS)[-1:]


def ends_in_stop(words: str) -> bool:
    """Tell whether *words* end as a sentence does.  ``U.S.`` and ``Jr.`` do
    not count as an end."""
    if tail(words) not in _STOPS or not tail(words):
        return False
    return not _ABBREVIATION.search(words.rstrip(CLOSERS)[-12:])


def hangs(words: str) -> bool:
    """Tell whether *words* end in a mark that leads on to what follows."""
    return words[-1:] in _HANGING


def is_one_sentence(words: str) -> bool:
    """Tell whether no sentence ends within *words* before their end."""
    return _SENTENCE_BREAK.search(words) is None


def is_capitals(words: str) -> bool:
    """Tell whether *words* are written in capitals (two letters at least)."""
    letters = [c for c in words if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return upper >= 2 and upper * 100 >= 92 * len(letters)


def capitalised_share(words: str) -> float:
    """Return how many of the words that a title would capitalise are so
    written, from 0 to 1.  The first word and articles do not count."""
    rest = _LETTER_WORD.findall(words)[1:]
    counted = [word for word in rest if word.casefold() not in SMALL_WORDS]
    if not counted:
        return 1.0
    return sum(not word[0].islower() for word in counted) / len(counted)


def is_title_case(words: str) -> bool:
    """Tell whether *words* are capitalised as in a title."""
    return capitalised_share(words) >= 0.7


def starts_like_a_heading(words: str) -> bool:
    """Tell whether *words* begin with a capital, a digit or a letter of a
    script that has no capitals, marks left aside."""
    first = next((c for c in words[:8] if c.isalnum()), "")
    return bool(first) and (first.isdigit() or not first.islower())


def letters_share(words: str) -> float:
    """Return the share of letters and spaces among the characters."""
    return sum(c.isalpha() or c == " " for c in words) / max(1, len(words))
