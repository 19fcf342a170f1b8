"""What stands beside a place’s name and makes another name of it."""

from __future__ import annotations

import re

from regesta.annotate.names.folding import BREAK
from regesta.annotate.names.gazetteer import Hit
from regesta.annotate.names.words import DEMONYMS, FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.proposals.words import is_given_name

_FOLLOWING = frozenset(
    """city county river sea island islands bay lake valley canal strait airport times post herald
    tribune journal chronicle gazette globe examiner inquirer""".split()
)
"""Capitalised words after a place that make another name of it."""


_OF_AMERICA = re.compile(r"\b([A-Z][\w'’]+) of $")
"""“Voice of America”, “Boy Scouts of America”: the end of a body's name."""


def belongs_to_another(text: str, hit: Hit) -> bool:
    """“President Washington”, “Kansas City”, “New Mexico” where only Mexico has a record."""
    after = text[hit.end : hit.end + 20]
    if after[:1] == " " and after[1:2].isupper():
        following = after[1:].split(" ", 1)[0].strip(".,;:)'\"").lower()
        if following.removesuffix("'s") in _FOLLOWING:
            return True
    if not _follows_a_word(text, hit) or text[hit.start : hit.end].isupper():
        return False
    if text[hit.start : hit.end] == "America" and (
        of := _OF_AMERICA.search(text, max(0, hit.start - 40), hit.start)
    ):
        return of[1] != "States" and of[1].lower() not in TITLES
    word = _word_before(text, hit.start)
    if word == "New" or (word[:1].isupper() and word.lower() in TITLES):
        return True
    # “Jim Jordan”: a given name before a place of one word makes a person of it.
    return word[:1].isupper() and " " not in text[hit.start : hit.end] and is_given_name(word)


_SIDES = frozenset(
    """east west north south eastern western northern southern central downtown upper lower greater
    old inner outer mid near occupied colonial ancient medieval modern imperial""".split()
)
"""Words before a place that leave it the same place."""


def is_part_of_a_name(text: str, hit: Hit) -> bool:
    """“Sydney Pollack”, “Hellas Verona”: a town's name within a longer one."""
    after = text[hit.end : hit.end + 24]
    if after[:1] == " " and after[1:2].isupper():
        following = after[1:].split(" ", 1)[0].strip(".,;:)'\"").lower()
        if not _says_nothing(following.removesuffix("'s")):
            return True
    if not _follows_a_word(text, hit):
        return False
    word = _word_before(text, hit.start)
    if _INITIAL.fullmatch(word):
        return True
    if word.endswith("ing"):  # “Making America”
        return False
    return word[:1].isupper() and word[-1:].isalpha() and not _says_nothing(word.lower())


_KIN = frozenset(
    """cousin aunt uncle wife husband sister brother daughter son niece nephew grandmother
    grandfather granddaughter grandson stepmother stepfather fiancée fiancé""".split()
)
LEADING_TO_PLACES = (" in ", " at ", " from ", " near ")
_ADDRESSES = TITLES - frozenset(
    "st. m. general chief deputy principal assistant counsel attorney".split()
)


def is_a_family_name(text: str, hit: Hit) -> bool:
    """“Mrs. Darwin”, “C. Darwin”, “my cousin Odessa”: a title, an initial or a
    word for kin stands before it."""
    if not _follows_a_word(text, hit) or " " in text[hit.start : hit.end]:
        return False
    if text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2].isupper():
        return False  # “Mayor London Breed”
    word = _word_before(text, hit.start)
    if word in _KIN:
        return True
    return bool(_INITIAL.fullmatch(word)) or (word[:1].isupper() and word.lower() in _ADDRESSES)


_INITIAL = re.compile(r"(?!U\.S\.)(?:[A-Z]\.)+")


def _follows_a_word(text: str, hit: Hit) -> bool:
    return hit.start > 0 and text[hit.start - 1] == " "


def _word_before(text: str, start: int) -> str:
    """The word before the space before *start*, within its block."""
    return text[max(0, start - 24) : start - 1].rpartition(BREAK)[2].rpartition(" ")[2]


def _says_nothing(word: str) -> bool:
    return word in _NOTHING


_NOTHING = TITLES | FUNCTION_WORDS | WEEKDAYS | MONTHS | DEMONYMS | _SIDES
