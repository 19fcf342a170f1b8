"""Title, standfirst and section headings among the pieces of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from regesta.segment.pieces import Piece
from regesta.segment.shapes import (
    CLOSERS,
    OPENERS,
    capitalised_share,
    ends_in_stop,
    hangs,
    is_capitals,
    is_one_sentence,
    is_title_case,
    letters_share,
    starts_like_a_heading,
    tail,
)

LONGEST_TITLE = 250
LONGEST_PLAIN_TITLE = 120
LONGEST_STANDFIRST = 160
LONGEST_HEADING = 100
_EVIDENCE = frozenset(("credit", "source-line", "dateline", "residue"))
_HASHES = re.compile(r"(#{1,6})\s+\S")
_NUMBERED = re.compile(
    r"(?:(?P<points>\d{1,2}(?:(?:\.\d{1,2})+\.?|\.))|[IVXLC]{1,6}\.|[A-Z]\)|(?:chapter|part|section|article"
    r"|annex|appendix|book|act|scene|kapitel|teil|abschnitt|artikel|chapitre|titre|capítulo|parte"
    r"|глава|часть) (?:\d{1,3}|[ivxlc]{1,7}|[a-z])\b[.:]?)(?: |$)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    r"(?:chapter|part|section|book|act|scene|kapitel|teil|chapitre|capítulo|parte|глава|часть)"
    r" (?:\d{1,3}|[ivxlc]{1,7})\.?",
    re.IGNORECASE,
)
SALUTATION = re.compile(
    r"(?:(?:my )?dear(?:est)?|to whom|hello|hi|greetings|sehr geehrte|liebe[rs]?|chère?s?|madame"
    r"|monsieur|estimad[oa]s?|querid[oa]s?|gentili?|egregi|уважаем\w+|дорог\w+|geachte|beste"
    r"|fellow|ladies and)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:sincerely|yours|best (?:regards|wishes)|kind regards|regards|respectfully|cordially"
    r"|very truly|mit freundlichen|hochachtungsvoll|cordialement|atentamente|signed|/s/)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(r"[\"”’»] ?(?:[-–—]{1,2}) ?\S")
_ANAPHOR = re.compile(
    r"(?:he|she|it|they|his|her|their|its|this|that|these|those|but|and|however|also|the two|both"
    r"|according)\b",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:january|february|march|april|may"
    r"|june|july|august|september|october|november|december) \d{1,2})\b",
    re.IGNORECASE,
)
_QUOTED_AFTER_NAME = re.compile(r": ?[\"“«‘]")
_LABEL = re.compile(r"([^\W\d_][\w .’'-]{0,30}):[ \t]+\S")
_LEADS_IN = re.compile(r"(?:from|according|in|on|by|with|to|via|for|at|as)\b", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"memorandum (?:for|to)\b|(?:the white house\s+)?office of the \w+(?: \w+)?$|"
    r"[\w .,’'-]{3,60}?,? (?i:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) \d{1,2}(?: ?[-–] ?\d{1,2})?, \d{4}$",
    re.IGNORECASE,
)
"""To whom, from which office, where and when: above a text, and not its title."""

_NO_STANDFIRST = re.compile(r"://|www\.|^(?:memorandum|subject:|re:|to:|from:)", re.IGNORECASE)
_DRAWN = ("===", "---", "~~~", "***", "___", "^^^")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|(?:[A-Z]\.){2,}")


def is_numbered(words: str) -> bool:
    """Tell whether *words* begin as a numbered heading does."""
    return len(words) <= LONGEST_HEADING and _NUMBERED.match(words) is not None


def _follows(pieces: Sequence[Piece], number: int) -> Piece | None:
    """Return the next piece after *number* that is neither evidence nor residue."""
    for piece in pieces[number + 1 : number + 8]:
        if piece.kind not in _EVIDENCE:
            return piece
    return None


def find_title(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Give the title its kind and return it, or None where the text has none.

    Only the first piece that is neither evidence nor residue can be one.
    """
    for number, piece in enumerate(pieces[:12]):
        if piece.kind in _EVIDENCE:
            continue
        reason = _title_reason(text, pieces, number)
        if reason:
            piece.become("title", reason)
            return piece
        return None
    return None


def _title_reason(text: str, pieces: Sequence[Piece], number: int) -> str:
    piece = pieces[number]
    words = piece.words(text)
    if piece.kind or not words or len(words) > LONGEST_TITLE or piece.lines > 4:
        return ""
    if _NO_TITLE.match(words):
        return ""
    if not _stands_above(pieces, number, len(words)):
        return ""
    hashes = _HASHES.match(words)
    if hashes:
        return "a first line marked as the top heading" if len(hashes[1]) == 1 else ""
    if piece.lines == 2 and not words[-1].isalnum() and words[-3:] in ("===", "---"):
        return "a first line that is underlined"
    if _NUMBERED.match(words) and piece.lines == 1:
        return ""
    if _cannot_head(words) or _ATTRIBUTED.search(words) or SALUTATION.match(words):
        return ""
    if words[0] in OPENERS and tail(words) != words[-1] and not is_title_case(words):
        return ""  # somebody's words, whole
    if is_capitals(words) or is_title_case(words):
        if (words[-1] == "!" and len(words) > 80) or _ends_like_a_sentence(words):
            return ""
        if words.lower() == words.upper():
            return "a short first line without a full stop"  # a script without capitals
        return "a first line with a title’s capitals and no full stop"
    if words[-1] in "?!." or not is_one_sentence(words):
        return ""
    if len(words) <= LONGEST_PLAIN_TITLE and piece.lines <= 2:
        return "a first line without a full stop, before longer paragraphs"
    return ""


def _stands_above(pieces: Sequence[Piece], number: int, length: int) -> bool:
    """Tell whether some longer piece of the text's body follows soon."""
    below = [p for p in pieces[number + 1 : number + 8] if p.kind not in _EVIDENCE][:5]
    return any(piece.kind or piece.length >= min(length, 60) for piece in below)


def _ends_like_a_sentence(words: str) -> bool:
    """Tell whether *words* end in an abbreviation that may also end a
    sentence ("in Washington, D.C."): only full capitals make that a title."""
    return words[-1] == "." and capitalised_share(words) < 0.95 and not is_capitals(words)


def _cannot_head(words: str) -> bool:
    """Tell whether *words* cannot stand above a text: they end as a sentence
    does, lead on, or begin in the middle of one."""
    if hangs(words) or not starts_like_a_heading(words):
        return True
    last = tail(words)
    if last in "?!":
        return len(words) > 120
    return last in "…" or ends_in_stop(words)


def find_standfirst(text: str, pieces: Sequence[Piece], title: Piece | None) -> None:
    """Mark the one-sentence summary before a story, if there is one."""
    begin = pieces.index(title) + 1 if title else 0
    for number in range(begin, min(begin + 6, len(pieces))):
        piece = pieces[number]
        if piece.kind in _EVIDENCE:
            continue
        if piece.kind is None and (reason := _standfirst_reason(text, pieces, number, title)):
            piece.become("standfirst", reason)
        return


def _standfirst_reason(text: str, pieces: Sequence[Piece], number: int, title: Piece | None) -> str:
    piece, lede = pieces[number], _follows(pieces, number)
    words = piece.words(text)
    if not words or not lede or lede.kind is not None or not is_one_sentence(words):
        return ""
    if _HASHES.match(words) or _NO_STANDFIRST.search(words):
        return ""
    if lede.length <= len(words) or len(words) < 40 or not starts_like_a_heading(words):
        return ""
    opening = text[lede.start : min(lede.end, lede.start + 400)]
    if not ends_in_stop(words) and not hangs(words) and not _ATTRIBUTED.search(words):
        if SALUTATION.match(words) or not words[-1].isalnum():
            return ""
        return "one sentence without a full stop, before the story"
    if len(words) > LONGEST_STANDFIRST or _ANAPHOR.match(opening):
        return ""
    if number + 1 < len(pieces) and title and pieces[number + 1].reason == "a byline":
        return "one sentence between title and byline"
    told = {word.casefold() for word in _TIME_WORD.findall(words)}
    again = {word.casefold() for word in _TIME_WORD.findall(opening)}
    shared = {w.casefold() for w in _CONTENT_WORD.findall(words)} & {
        w.casefold() for w in _CONTENT_WORD.findall(opening)
    }
    if told & again and len(shared) >= 3:
        return "one sentence that sums up what the next paragraph tells again"
    return ""


def find_headings(text: str, pieces: Sequence[Piece]) -> None:
    """Mark section headings: a short line without a full stop, above longer
    text.  A row of three such lines is a list of some sort, not headings."""
    labels = [_label(text, piece) for piece in pieces]
    speakers = _speakers(labels)
    shapes = [
        "" if label in speakers else _heading_reason(text, piece)
        for label, piece in zip(labels, pieces, strict=True)
    ]
    first = 0
    while first < len(pieces):
        last = first
        while last < len(pieces) and shapes[last]:
            last += 1
        if last > first:
            _judge_row(text, pieces, shapes, first, last)
        first = max(last, first + 1)
    _set_levels(text, pieces)


def _label(text: str, piece: Piece) -> str:
    """Return the words before a colon at the beginning of *piece*, if they
    could name who speaks."""
    found = _LABEL.match(text, piece.start, piece.end)
    return found[1] if found else ""


def _speakers(labels: Sequence[str]) -> frozenset[str]:
    """Return the labels that a text sets before speech: each comes again."""
    found = Counter(filter(None, labels))
    again = frozenset(label for label, times in found.items() if times > 1)
    return again if sum(found.values()) >= 3 else frozenset()


def _judge_row(
    text: str, pieces: Sequence[Piece], shapes: Sequence[str], first: int, last: int
) -> None:
    below = pieces[last] if last < len(pieces) else None
    opens = below is not None and _is_body(below, pieces[last - 1])
    for number in range(first, last):
        marked = shapes[number].startswith("marked") or shapes[number].startswith("numbered")
        piece = pieces[number]
        if marked and below is not None:
            piece.become("heading", shapes[number].partition(": ")[2])
        elif opens and last - first <= 2 and not _is_listed(pieces, first):
            piece.become("heading", shapes[number])


def _is_body(below: Piece, heading: Piece) -> bool:
    if below.kind in ("list", "table", "verse"):
        return True
    return below.kind is None and below.length >= max(60, heading.length * 3 // 2)


def _is_listed(pieces: Sequence[Piece], number: int) -> bool:
    return number > 0 and pieces[number - 1].kind in ("list", "table") and not pieces[number].gap


def _heading_reason(text: str, piece: Piece) -> str:
    if piece.kind is not None or piece.length > LONGEST_HEADING * 2 or piece.lines > 2:
        return ""
    return _looks_like_a_heading(piece.words(text), piece.lines)


@lru_cache(maxsize=4096)
def _looks_like_a_heading(words: str, lines: int) -> str:
    """Return the rule by which *words* could be a heading, or nothing."""
    if _HASHES.match(words):
        return "marked: a line with the marks of a heading"
    if lines == 2 and words[-3:] in _DRAWN:
        return "marked: a line that is underlined"
    if len(words) > LONGEST_HEADING or not any(c.isalpha() for c in words):
        return ""
    if SALUTATION.match(words) or _CLOSING.match(words) or _ATTRIBUTED.search(words):
        return ""
    if _NUMBER_ALONE.fullmatch(words):
        return "numbered: a short numbered line above longer text"
    if _QUOTED_AFTER_NAME.search(words) or "(@" in words:
        return ""
    label = (
        words.endswith(":")
        and len(words.split()) <= 5
        and is_title_case(words)
        and not _LEADS_IN.match(words)
        and words[0] not in OPENERS
    )
    if (_cannot_head(words) and not label) or _is_speech(words):
        return ""
    if _NUMBERED.match(words) and is_one_sentence(_NUMBERED.sub("", words, count=1)):
        return "numbered: a short numbered line above longer text"
    if letters_share(words) < 0.6:
        return ""
    if is_capitals(words):
        return "a short line in capitals above longer text"
    if words[-1] in "?!" and not is_title_case(words) and len(words) > 60:
        return ""
    count = len(words.split())
    if capitalised_share(words) >= 0.6 and count <= 14:
        return "a short line with a heading’s capitals above longer text"
    if count <= 9 and len(words) <= 60 and words[-1] != "!":
        return "a short line without a full stop above longer text"
    return ""


def _is_speech(words: str) -> bool:
    """Tell whether *words* are or begin with what somebody said."""
    return words[0] in OPENERS and (words[-1] in CLOSERS or not is_title_case(words))


def _set_levels(text: str, pieces: Sequence[Piece]) -> None:
    """Give headings level 2 or 3: by their own marks where they have any, a
    heading right under another is the lower one."""
    headings = [piece for piece in pieces if piece.kind == "heading"]
    hashes = [len(m[1]) for p in headings if (m := _HASHES.match(p.words(text)))]
    top = min(hashes, default=1)
    before: Piece | None = None
    for piece in pieces:
        if piece.kind == "heading":
            words = piece.words(text)
            numbered = _NUMBERED.match(words)
            marked = _HASHES.match(words)
            deep = bool(marked and len(marked[1]) > top)
            deep = deep or bool(numbered and "." in (numbered["points"] or "").rstrip("."))
            deep = deep or (
                not marked
                and piece.lines == 2
                and words.endswith("---")
                and any(p.words(text).endswith("===") for p in headings[:1])
            )
            under = before is not None and before.kind == "heading" and before.level == 2
            piece.level = 3 if deep or (under and not marked and not numbered) else 2
        before = piece
