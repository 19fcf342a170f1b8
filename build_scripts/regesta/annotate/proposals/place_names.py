"""Places proposed: from the general gazetteer, and from the way texts write places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from regesta.annotate.names.words import DEMONYMS, FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.proposals.bodies_of_the_world import INSTITUTIONS
from regesta.annotate.proposals.line_names import spoken
from regesta.annotate.proposals.places_in_other_languages import names_in
from regesta.annotate.proposals.places_of_the_world import COUNTRIES_AND_STATES, PLACES
from regesta.annotate.proposals.runs import CAPITAL, LINKS, Run
from regesta.annotate.proposals.words import (
    BODY_HEADS,
    GIVEN_NAMES,
    LEADING_HEADS,
    NOT_BODIES,
    PLACE_HEADS,
    STRUCTURE_HEADS,
    WAY_HEADS,
    may_be_given_name,
)
from regesta.model import Block, Entity, Span

_IN = re.compile(r"\b(?:in|In|at|near|from|outside)(?: the city of)? $")
_STRONG = re.compile(
    r"(?:\b(?:born|died|lives?|lived|resid(?:es?|ed)|based|located|situated|headquartered|raised|"
    r"educated|stationed|lies|lay) (?:near |in |at )|"
    r"\b(?:city|town|village|capital|port|province|county|district|island|region|suburb|"
    r"municipality|borough|commune|hamlet|parish|outskirts|streets) of (?:the )?)$"
)
_WEAK = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) $")
_ENDS = re.compile(
    r"^(?:[,.;:)]|$| (?:and|on|where|for|to|after|before|during|in|from|by|with|as)\b)"
)
_KIND_AFTER = re.compile(
    r"^ (?:province|city|county|district|region|governorate|airport|island|valley|peninsula|"
    r"oblast|prefecture|river|bay|village|municipality|township|harbou?r|suburb|neighbou?rhood)\b"
)
_PEOPLED = re.compile(
    r"^ (?:[Cc]ountr|[Nn]ation|[Ll]eader|[Ss]tate|[Cc]ommunit|[Pp]eople|[Aa]meric)"
)
"""What "Pacific Island" only describes."""
_NOT_OF_A_PLACE = ("-based", "-led", "-wide", "-Telegram", "-Times", "-Herald")
_LEADING_KINDS = frozenset(
    ("Lake", "Mount", "Cape", "Fort", "Port", "Loch", "Camp", "San", "Santa")
)
_ABSTRACT = re.compile(r"(?:ism|ity|ness|tion|sion|ment|ics|ing|ship|ance|ence|ology|ed)$")
_COMMA = re.compile(r"^, ([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_NO_PLACE = (
    FUNCTION_WORDS | MONTHS | WEEKDAYS | DEMONYMS | BODY_HEADS | LEADING_HEADS | NOT_BODIES
    | TITLES | LINKS
)  # fmt: skip


def general_places(tongues: Sequence[str] = ()) -> Iterator[Entity]:
    """Give a candidate for every place and body of the general gazetteer, with
    the names of places in *tongues*."""
    for kind, rows in (("place", PLACES), ("organisation", INSTITUTIONS)):
        for name, *variants in rows:
            yield Entity(
                id="",
                kind="place" if kind == "place" else "organisation",
                name=name,
                variants=(*variants, *names_in(name, tongues)),
                note="Proposed from the texts: a name of the general gazetteer.",
                status="machine",
            )


_NEVER = frozenset(
    """english latin arabic hebrew mandarin cantonese hindi urdu medicare medicaid medicine god
    heaven hell islam christianity judaism parliament section title phase stage step day year
    cyberspace superfund nordic delta omicron week level group class chapter volume episode season
    article part round""".split()
)
"""What stands after “in” and is no place."""


_NO_STREET = frozenset(
    "main high wall sesame silk back side dirt toll rail land left right fast red cross".split()
)
"""“Main Street” is everywhere and nowhere."""
_DATELINE = re.compile(
    rf"(?P<place>[{CAPITAL}][{CAPITAL}.'-]+(?: [{CAPITAL}][{CAPITAL}.'-]+){{0,2}})"
    rf"(?:, [{CAPITAL}][\w.' ]{{1,30}}| ?\([{CAPITAL}][\w ]{{1,20}}\)){{1,3}} ?(?:—|–|--|-) "
)
_ALONE = re.compile(rf"(?P<place>[{CAPITAL}][\w.'-]+(?: [{CAPITAL}][\w.'-]+){{0,2}}), ")
_Shape = Literal["no", "way", "headed", "led", "plain", "other"]
_ENDS_OF_STRONG = ("near ", "in ", "at ", "of ", "of the ")
_ENDS_OF_WEAK = ("in ", "In ", "near ", "Near ", "outside ", "Outside ")


# The same names come again and again.
@lru_cache(4_096)
def _shape(words: tuple[str, ...]) -> tuple[str, _Shape]:
    """Return the name in *words*, empty where they name no place, and what they
    look like: a way, street or building, a name with a noun for a place at its end
    (“Red River”) or its head (“Lake Como”), a plain name, another."""
    while words and words[0].lower() in FUNCTION_WORDS and words[0] not in LINKS:
        words = words[1:]
    if not words or len(words) > 3 or any(w.lower() in _NO_PLACE for w in words):
        return "", "no"
    name, last = " ".join(words), words[-1].lower()
    if len(words) > 1 and last in STRUCTURE_HEADS:
        return name, "way"
    if len(words) > 1 and last in WAY_HEADS:
        named = words[0].lower() not in _NO_STREET or len(words) > 2
        if named and not any(may_be_given_name(word) for word in words[:-1]):
            return name, "way"
        return "", "no"
    if len(words) > 1 and last in PLACE_HEADS:
        return ("", "no") if words[0].lower() in GIVEN_NAMES else (name, "headed")
    if last in PLACE_HEADS or not words[0][-1].isalnum():
        return "", "no"
    if words[-1].endswith(_NOT_OF_A_PLACE) or words == ("Santa", "Claus"):
        return "", "no"
    if words[0] in _LEADING_KINDS and len(words) > 1:
        return name, "led"
    return name, "plain" if len(words) <= 2 and all(map(_is_plain, words)) else "other"


def _is_plain(word: str) -> bool:
    return (
        word[0].isupper()
        and not word.isupper()
        and not _ABSTRACT.search(word)
        and word.lower() not in _NEVER
    )


PlaceCounts = tuple[dict[str, int], dict[str, int], dict[str, int]]
"""How often each place is named as one, named as one may be, and named at all."""


class PlacesSeen:
    """Counts the places that runs seem to name."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._weak: Counter[str] = Counter()
        self._all: Counter[str] = Counter()

    def add(self, run: Run) -> None:
        """Take note of “in X, Country” and of “X River”."""
        name, shape = _shape(run.words)
        if not name:
            return
        if shape in ("way", "headed"):
            if shape == "way" or not _PEOPLED.match(run.after):
                self._seen[name] += 1
            return
        self._all[name] += 1
        if shape == "led":
            self._seen[name] += 1
            return
        before, after = run.before, run.after
        if shape == "plain":
            strong = before.endswith(_ENDS_OF_STRONG) and _STRONG.search(before)
            if strong or _KIND_AFTER.match(after):
                self._seen[name] += 1
                return
            if before.endswith(_ENDS_OF_WEAK) and _WEAK.search(before) and _ENDS.match(after):
                self._weak[name] += 1
        following = _COMMA.match(after) if after.startswith(", ") else None
        if following and _IN.search(before):
            wider = following.group(1)
            if any(wider[: len(tail)] == tail for tail in _tails(wider)):
                self._seen[name] += 1

    def add_dateline(self, line: str, *, whole: bool) -> None:
        """Take note of the place with which *line* begins: a dateline by itself
        (*whole*), or the head of a paragraph that may have one."""
        found = (_ALONE if whole else _DATELINE).match(line)
        if not found:
            return
        name = spoken(found["place"])
        words = name.split(" ")
        if all(w.lower() not in _NO_PLACE and not w.endswith(".") for w in words):
            self._seen[name] += 1

    @property
    def counts(self) -> PlaceCounts:
        """What was counted."""
        return dict(self._seen), dict(self._weak), dict(self._all)

    def take(self, counts: PlaceCounts) -> None:
        """Add what was counted elsewhere."""
        for own, other in zip((self._seen, self._weak, self._all), counts, strict=True):
            own.update(other)

    def _often_within(self) -> Iterator[str]:
        """Names that mostly stand after “in”, and more than once."""
        for name, count in self._weak.items():
            if count > 1 and 2 * count > self._all[name]:
                yield name

    def entities(self) -> Iterator[Entity]:
        """Give a candidate for each, the most often named first."""
        listed = {name for row in PLACES for name in row}
        for name in self._often_within():
            self._seen[name] += self._weak[name]
        for name, _ in sorted(self._seen.items(), key=lambda item: (-item[1], item[0])):
            if name not in listed:
                yield Entity(
                    id="",
                    kind="place",
                    name=name,
                    note="Proposed from the texts: named as a place is.",
                    status="machine",
                )


def datelines(blocks: Sequence[Block]) -> Iterator[tuple[Span, bool]]:
    """Give where a dateline stands by itself, and where the first paragraph
    begins, which may have one at its head."""
    for block in blocks:
        if block.kind == "dateline":
            yield block.span, True
    first = next((b.span for b in blocks if b.kind == "paragraph"), None)
    if first:
        yield Span(first.start, min(first.end, first.start + 120)), False


def _tails(wider: str) -> list[str]:
    """The countries and states with which *wider* begins."""
    words = wider.rstrip(".").split(" ")
    names = [" ".join(words[: n + 1]) for n in range(len(words))]
    return [name for name in names if name in COUNTRIES_AND_STATES]
