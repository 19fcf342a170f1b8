"""Titles of office and forms of address before a name.

“Secretary”, “State Councilor and Minister of Public Security”, “Mr.”: outside
the mention, inside its *extended* span, and the ground for taking a bare
family name as a person's.
"""

from __future__ import annotations

import re

from regesta.annotate.names.words import (
    ABBREVIATED_TITLES,
    DEMONYMS,
    FUNCTION_WORDS,
    MENS_TITLES,
    MERE_ADDRESS,
    MONTHS,
    PLURAL_TITLES,
    TITLES,
    WEEKDAYS,
    WOMENS_TITLES,
)
from regesta.annotate.proposals.words import is_given_name

_REACH = 160
_STOP = re.compile(r"[,;:()\"?!\x1e\[\]|/—]|--+| - ")
_LINKS = frozenset(("of", "the", "to", "for", "and", "on", "&", "at"))
_JOINTS = frozenset(("of", "to", "for", "on", "at"))
_SPACED_JOINTS = tuple(f" {joint} " for joint in sorted(_JOINTS))
_ANY_TITLE = TITLES | PLURAL_TITLES


def title_start(text: str, start: int, floor: int = 0) -> int:
    """Return where the title before the name at *start* begins, or *start* if none.

    *text* is folded; nothing before *floor* (the block's start) is looked at.
    """
    if start <= floor or text[start - 1] != " ":
        return start
    previous = text[max(floor, start - 24) : start - 1].rpartition(" ")[2]
    lowered = previous.lower()
    if lowered not in _ANY_TITLE and not (previous[:1].isupper() and lowered not in FUNCTION_WORDS):
        return start
    window = text[max(floor, start - _REACH) : start - 1]
    if lowered not in _ANY_TITLE and not any(joint in window for joint in _SPACED_JOINTS):
        return start
    words = _trailing_words(window)
    kept = _title_words(words)
    return start - 1 - len(" ".join(kept)) if kept else start


def _trailing_words(window: str) -> list[str]:
    """The words after the last stop that could belong to a title."""
    stops = [stop.end() for stop in _STOP.finditer(window)]
    words = window[stops[-1] if stops else 0 :].split(" ")
    kept = len(words)
    while kept and _may_belong(words[kept - 1]):
        kept -= 1
    return words[kept:]


def _may_belong(word: str) -> bool:
    if not word or word.endswith(("'s", "'")):
        return False
    lowered = word.lower()
    if word[-1] == "." and lowered not in ABBREVIATED_TITLES:
        return False
    return word[0].isupper() or lowered in _LINKS or lowered in _ANY_TITLE


def _title_words(words: list[str]) -> list[str]:
    """Cut *words* down to the title that ends with the last of them."""
    if not words:
        return []
    noun = _last_noun(words)
    if noun is None:
        return []
    begin = noun
    while begin:
        before = words[begin - 1]
        if before == "and":
            joined = _title_words(words[: begin - 1])
            article = len(joined) < begin - 1 and words[begin - 2 - len(joined)].lower() == "the"
            return (
                words[begin:]
                if article
                else joined + words[begin - 1 :]
                if joined
                else words[begin:]
            )
        if not _modifies(before):
            break
        begin -= 1
    head = words[:begin]
    # “Assistant to the U.S. President”: the office is part of a longer one.
    while head and head[-1].lower() in ("the", *_JOINTS):
        head = head[:-1]
    to_a_person = words[noun].lower() in MERE_ADDRESS  # "The Secretary of State to Mr. Roe"
    if len(head) < begin and words[len(head)].lower() in _JOINTS and not to_a_person:
        longer = _title_words(head)
        if longer:
            return longer + words[len(head) :]
        if begin < noun and head and head[-1][:1].isupper():
            # “Republic of China President”: the word after “of” is not of the title.
            begin += 1
    return words[begin:]


def _last_noun(words: list[str]) -> int | None:
    """Index of the title noun that governs the end: the last word, or one with
    “of …” after it."""
    for index in range(len(words) - 1, -1, -1):
        lowered = words[index].lower()
        if lowered in _ANY_TITLE:
            after = words[index + 1 :]
            if any(is_given_name(word) for word in after):
                return None  # a person stands between
            if not after or (after[0].lower() in _JOINTS and after[-1][:1].isupper()):
                return index
            return None
    return None


def _modifies(word: str) -> bool:
    lowered = word.lower()
    if lowered in _ANY_TITLE or word == "New":
        return True
    return (
        word[:1].isupper()
        and lowered not in FUNCTION_WORDS
        and lowered not in DEMONYMS
        and lowered not in WEEKDAYS
        and lowered not in MONTHS
    )


def telling_words(title: str) -> frozenset[str]:
    """Return the words of *title* that may tell one bearer from another."""
    words = {word.strip(".,").lower() for word in title.split()}
    return frozenset(words - _LINKS - {w.strip(".") for w in MERE_ADDRESS})


def sex_of(title: str) -> str:
    """Return ``f`` or ``m`` where *title* is borne by women or men alone, else empty."""
    last = title.lower().rpartition(" ")[2]
    return "f" if last in WOMENS_TITLES else "m" if last in MENS_TITLES else ""


def is_plural(title: str) -> bool:
    """Tell whether *title* addresses several: “Presidents”."""
    return title.lower().rpartition(" ")[2] in PLURAL_TITLES
