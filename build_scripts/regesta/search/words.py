"""How words are handed to Pagefind, so that what can be typed can be found.

Pagefind takes a word to be what stands between white space, numbers words by
position, and knows neither Chinese nor a dash without spaces.  The text is
therefore handed over with breaks where words end, and with marks that say how
to show it again: :func:`shown` undoes :func:`spaced` exactly, but for invisible
characters and runs of white space.

``assets/query.js`` breaks what a reader types by the same rules.
"""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache

from regesta.whitespace import fold

JOIN = "\u2060"
"""Stands for a space that does not end a word: free-standing punctuation would
otherwise take a position of its own and come between the words of a phrase."""
BREAK = "\u2063"
"""Before a space: the source has none here."""
STYLES = {"\u2011": ("-", "\u2064"), "\u2010": ("-", "\u2062"), "\u02bc": ("'", "\u2061")}
"""Look-alike to (the character typed for it, the mark at the end of a word that
was folded so)."""

_INVISIBLE = re.compile("[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Inside a word only these do not end it (a full stop or comma under conditions).
_INNER = "'’‘′-_\u2010\u2011"
_PUNCTUATION = "".join(
    c for c in map(chr, range(0x10000)) if unicodedata.category(c)[0] in "PS" and c not in _INNER
)
_CLASS = re.escape(_PUNCTUATION)
_RUN = re.compile(f"([{_CLASS}]*--[{_CLASS}-]*|[{_CLASS}]+)(?=\\S)")
# Scripts that do not part words by spaces: each character, with the marks that
# belong to it, is a word, and a run of them is looked for as a phrase.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
)
_MARKS = frozenset(
    c for c in map(chr, range(0x0E00, 0x3100)) if unicodedata.category(c)[0] == "M"
) | {"\uff9e", "\uff9f"}
_PLAIN = "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff"
_UNSPACED = re.compile(
    f"(?:[{_PLAIN}](?![{''.join(sorted(_MARKS))}])){{2,}}|[{UNSPACED}][{''.join(sorted(_MARKS))}]*"
)
"""Letters of Chinese and Japanese in a row, or one of such a script with its marks."""
# No letter, digit or mark between two spaces (a few more are let through).
_ALONE = re.compile(r"(?:^| )[\W_]+(?: |$)")
_WORD = 40
"""Code points of a word at most that is thought to come again."""
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")


def spaced(text: str) -> str:
    """Return *text* with a space wherever a word ends, for the index."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    clean = fold(text.replace("\u200b", " ")).strip()
    return " ".join(
        _breaks_of_word(word) if len(word) < _WORD else _breaks(word) for word in _rejoined(clean)
    )


def shown(indexed: str) -> str:
    """Return the words as the source has them.  Undoes :func:`spaced`."""
    words = " ".join(_unfolded(word) for word in indexed.split(" "))
    return words.replace(BREAK + " ", "").replace(JOIN, " ")


def _rejoined(text: str) -> list[str]:
    """Return the words of *text*, punctuation that stands alone joined to the
    word before it."""
    words = text.split(" ")
    if not _ALONE.search(text):
        return words
    groups: list[list[str]] = []
    spoken = False
    for word in words:
        is_word = any(c.isalnum() for c in word)
        if groups and not (is_word and spoken):
            groups[-1].append(word)
            spoken = spoken or is_word
        else:
            groups.append([word])
            spoken = is_word
    return [JOIN.join(group) for group in groups]


def _breaks(word: str) -> str:
    if word.isascii() and word.strip(string.punctuation).isalnum():
        return word
    broken = _RUN.sub(_break, word)
    if _HAS_UNSPACED.search(broken):
        broken = _UNSPACED.sub(_part, broken)
    if not any(odd in broken for odd in STYLES):
        return broken
    return " ".join(_folded(part) for part in broken.split(" "))


_breaks_of_word = lru_cache(8192)(_breaks)


def _break(match: re.Match[str]) -> str:
    """Break after punctuation between two words, not within a number, an
    initialism (U.S.) or an address."""
    word, (start, end) = match.string, match.span()
    return _broken(word[max(start - 2, 0) : start], match[1], word[end])


@lru_cache(8192)
def _broken(before: str, run: str, after: str) -> str:
    last = before[-1:]
    if not _is_letter(last) or not (after.isalnum() or after in _INNER):
        return run
    if run in ".," and last.isdigit() and after.isdigit():
        return run
    if run == "." and not before[:-1].isalnum():
        return run
    return f"{run}{BREAK} "


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in _MARKS


def _part(match: re.Match[str]) -> str:
    """Part a character of an unspaced script, or each of a row, from the words on
    both sides."""
    word = match.string
    before = word[match.start() - 1] if match.start() else ""
    after = word[match.end() : match.end() + 1]
    head = f"{BREAK} " if _is_letter(before) else ""
    tail = f"{BREAK} " if after.isalnum() and not _HAS_UNSPACED.match(after) else ""
    run = match[0]
    if len(run) > 1 and run[1] not in _MARKS:
        run = f"{BREAK} ".join(run)
    return f"{head}{run}{tail}"


def _folded(word: str) -> str:
    for odd, (plain, mark) in STYLES.items():
        if odd in word:
            folded = word.replace(odd, plain) + mark
            if _unfolded(folded) == word:
                return folded
    return word


def _unfolded(word: str) -> str:
    for odd, (plain, mark) in STYLES.items():
        if word.endswith(mark):
            return word[:-1].replace(plain, odd)
    return word
