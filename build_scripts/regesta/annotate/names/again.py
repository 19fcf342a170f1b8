"""How a document takes a name up again: by initials in brackets, by its head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from regesta.annotate.names.folding import fold_name, key_of
from regesta.annotate.names.gazetteer import stands_alone
from regesta.annotate.names.reading import Named, Reading
from regesta.annotate.names.short_forms import is_name_word
from regesta.annotate.names.words import GENERIC_HEADS
from regesta.model import Entity

_BRACKET = re.compile(
    r'(?:\'s)? \((?:hereinafter |or )?(?:the )?"?([A-Z][\w&.-]*(?: [A-Z][\w&-]*)?)"?\)'
)
_THE_HEAD = re.compile(
    rf"\b[Tt]he ({'|'.join(GENERIC_HEADS)})\b(?! (?:of|for|on|to) (?:the )?[A-Z])"
)


def occurrences(reading: Reading, surfaces: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Give ``(start, end, index)`` wherever a surface stands alone, capitals ignored."""
    if not surfaces:
        return
    automaton = AhoCorasick([key_of(surface) for surface in surfaces])
    for index, start, end in automaton.find_matches_as_indexes(
        reading.folded.key, overlapping=True
    ):
        if stands_alone(reading.text, start, end):
            yield start, end, index


def bracketed(reading: Reading, named: Sequence[Named]) -> list[Named]:
    """Names that brackets give: “Full Name (FN)”, and every FN after it."""
    given: dict[str, Named] = {}
    at: dict[str, int] = {}
    text = reading.text
    known = {(one.start, one.end, one.entities) for one in named}
    for one in named:
        if one.kind == "person" or len(one.entities) != 1 or not one.full:
            continue
        bracket = _BRACKET.match(text, one.end)
        if bracket and _abbreviates(bracket.group(1), text[one.start : one.end], one.kind):
            given.setdefault(bracket.group(1), one)
            at.setdefault(bracket.group(1), bracket.start(1))
    surfaces = sorted(given)
    result = []
    for start, end, index in occurrences(reading, surfaces):
        surface = surfaces[index]
        if text[start:end] != surface or start < at[surface]:
            continue
        if not _is_acronym(surface) and _among_capitals(text, start, end):
            continue
        full = given[surface]
        if (start, end, full.entities) in known:
            continue
        why = f"introduced in brackets after “{text[full.start : full.end]}”"
        result.append(
            Named(start, end, full.entities, full.kind, "acronym-in-brackets", "certain", why)
        )
    return result


def _is_acronym(token: str) -> bool:
    return sum(map(str.isupper, token)) > 1 and " " not in token


def _abbreviates(token: str, name: str, kind: str) -> bool:
    """Initials in the order of the name, or capitalised words of it; of a place
    all of them, for “Long Bridge (LA)” tells where it is."""
    if kind == "place" and _is_acronym(token):
        return token.replace(".", "") == "".join(w[0] for w in name.split() if w[0].isupper())
    if not _is_acronym(token):
        return token != name and f" {token} " in f" {name} "
    rest = iter(name.lower())
    letters = [c.lower() for c in token if c.isupper()]
    return len(letters) < len(name) and all(letter in rest for letter in letters)


def _among_capitals(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 30) : start]
    after = text[end : end + 30]
    return (before.endswith(" ") and is_name_word(before[:-1].rpartition(" ")[2])) or (
        after.startswith(" ") and is_name_word(after[1:].split(" ", 1)[0])
    )


def by_head_noun(
    reading: Reading, named: Sequence[Named], entities: Mapping[str, Entity]
) -> list[Named]:
    """“the working group” after the one body with that head that the document names."""
    heads: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for one in named:
        if one.kind != "organisation":
            continue
        for entity in one.entities:
            if entity not in first:
                first[entity] = one.start
                if head := _head_of(entities[entity].name):
                    heads.setdefault(head, set()).add(entity)
    result: list[Named] = []
    if not any(head in reading.text for head in heads):
        return result
    for found in _THE_HEAD.finditer(reading.text):
        bearers = heads.get(found.group(1), set())
        if len(bearers) == 1 and first[entity := next(iter(bearers))] < found.start():
            why = f"the only body of this document with the head “{found.group(1)}”"
            start, end = found.span(1)
            result.append(
                Named(
                    start, end, (entity,), "organisation", "head-noun", "probable", why, full=False
                )
            )
    return result


def _head_of(name: str) -> str:
    lowered = fold_name(name).lower()
    for head in GENERIC_HEADS:
        if lowered.endswith(" " + head) or f" {head} of " in f" {lowered}":
            return head
    return ""
