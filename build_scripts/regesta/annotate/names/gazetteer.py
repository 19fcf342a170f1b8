"""All the forms of all the records in one automaton, and what it hits in a text.

One pass over the text in small letters finds every form of every record,
however many there are; each hit is then held against its own capitals and its
edges.  Choosing among hits is :mod:`.name_selection`'s work.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from regesta.annotate.names.folding import Folded, key_of
from regesta.annotate.names.variants import Form, forms_of
from regesta.annotate.names.words import SHOUTED_WORDS
from regesta.model import Entity, EntityKind


class Sense(NamedTuple):
    """What one form means in one record."""

    entity: str
    kind: EntityKind
    form: Form


class Hit(NamedTuple):
    """Folded positions of a form, what it means as a full name, and as a short one."""

    start: int
    end: int
    full: tuple[Sense, ...]
    short: tuple[Sense, ...] = ()


_new_hit = tuple.__new__
"""Makes a :class:`Hit` in half the time that its own way takes."""
_EDGES = frozenset(" ,;:()[]\"'-—\x1e")
"""Characters beside a name that need no second look."""


class Forms:
    """The forms of *entities* (any order) and an automaton over their keys."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities: dict[str, Entity] = {}
        by_key: dict[str, list[Sense]] = {}
        for entity in sorted(entities, key=lambda e: (e.kind, e.id)):
            self.entities[entity.id] = entity
            for form in forms_of(entity):
                by_key.setdefault(key_of(form.surface), []).append(
                    Sense(entity.id, entity.kind, form)
                )
        self._by_key = by_key
        self._keys = keys = sorted(by_key)  # sorted, the automaton is built faster
        self._senses = [by_key[key] for key in keys]
        self._automaton = AhoCorasick(keys) if keys else None
        self._cache: dict[tuple[int, str], tuple[tuple[Sense, ...], tuple[Sense, ...]]] = {}
        self.looked_up: set[str] = set()
        """The ids of all whose names were asked for by :meth:`senses`."""

    def without(self, ids: Collection[str]) -> Forms:
        """Return the forms of all entities but *ids*, with the same automaton."""
        other = copy(self)
        other.entities = {id: e for id, e in self.entities.items() if id not in ids}
        other._by_key = {
            key: [s for s in known if s.entity not in ids] for key, known in self._by_key.items()
        }
        other._senses = [other._by_key[key] for key in self._keys]
        other._cache = {}
        other.looked_up = set()
        return other

    def senses(self, surface: str) -> tuple[Sense, ...]:
        """Return what *surface* (folded) means as a full name, without context."""
        known = self._by_key.get(key_of(surface), ())
        self.looked_up.update(sense.entity for sense in known)
        return best([s for s in known if s.form.surface == surface or s.form.loose])[0]

    def hits(self, folded: Folded) -> Iterator[Hit]:
        """Give every hit that stands between word boundaries, in order of end."""
        if self._automaton is None:
            return
        text, cache, length = folded.text, self._cache, len(folded.text)
        for index, start, end in self._automaton.find_matches_as_indexes(
            folded.key, overlapping=True
        ):
            plain = text[start - 1] in _EDGES and end < length and text[end] in _EDGES
            if not (plain and start) and not stands_alone(text, start, end):
                continue
            written = text[start:end]
            senses = cache.get((index, written))
            if senses is None:
                senses = self._meanings(index, written)
                if len(cache) < 200_000:  # a cache, not a leak: texts vary their capitals
                    cache[index, written] = senses
            full, short = senses
            if not (full or short):
                continue
            if end - start > 4 or not _is_shouted_word(text, start, written):
                yield _new_hit(Hit, (start, end, full, short))

    def _meanings(self, index: int, written: str) -> tuple[tuple[Sense, ...], tuple[Sense, ...]]:
        known = self._senses[index]
        senses = [s for s in known if s.form.surface == written]
        if not senses and _is_in_capitals(written):
            senses = [s for s in known if _may_shout(s.form) and not s.form.loose]
        return best([*senses, *(s for s in known if s.form.loose and s.form.surface != written)])


def best(senses: Sequence[Sense]) -> tuple[tuple[Sense, ...], tuple[Sense, ...]]:
    """Part *senses* into full and short; what a record gives beats a rule's form,
    and a name a topic."""
    if len(senses) == 1:
        return ((), tuple(senses)) if senses[0].form.short else (tuple(senses), ())
    full = [s for s in senses if not s.form.short]
    if any(s.form.given for s in full):
        full = [s for s in full if s.form.given]
    if any(s.kind != "topic" for s in full):
        full = [s for s in full if s.kind != "topic"]
    return _unique(full), _unique([s for s in senses if s.form.short])


def _unique(senses: list[Sense]) -> tuple[Sense, ...]:
    if len(senses) < 2:
        return tuple(senses)
    return tuple({s.entity: s for s in senses}.values())


def _is_in_capitals(written: str) -> bool:
    """Tell whether *written* is in capitals throughout, as records of speeches
    write names: "ROE", "McRAE"."""
    return written.isupper() or (written[:2] == "Mc" and written[2:].isupper())


def _may_shout(form: Form) -> bool:
    """Whether capitals throughout (VIENNA) may stand for *form*; three letters
    may be a family name, of which short forms ask more."""
    return len(form.surface) > 3 - form.short and not form.surface.isupper()


_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1100, 0x11FF),  # Hangul Jamo: particles are written on
    (0x3040, 0x30FF),  # Kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),  # Hangul
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
_WORDLY: dict[str, bool] = {}


def is_word(character: str) -> bool:
    """Tell whether *character* is part of a word of a script that spaces words."""
    known = _WORDLY.get(character)
    if known is None:
        point = ord(character)
        known = (
            character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
        ) and not any(low <= point <= high for low, high in _UNSPACED)
        _WORDLY[character] = known
    return known


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` begins and ends at word boundaries.

    “U.S” in “U.S.S.R.” and “china” in “china.org” do not, nor does what
    follows an @.
    """
    if _goes_on(text, start, end):
        return False
    if start and is_word(text[start]) and (is_word(text[start - 1]) or text[start - 1] == "@"):
        return False
    if end >= len(text):
        return True
    after = text[end]
    if is_word(after):
        # After “U.S.” too: “U.S.S.R.” goes on.
        return not (is_word(text[end - 1]) or text[end - 1] == ".")
    if after != "." or end + 1 == len(text) or not is_word(text[end + 1]):
        return True
    return text[end - 1].islower() and text[end + 1].isupper()  # a space is missing: “Lisbon.The”


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a name in kana is cut out of a longer word in kana (タイ in
    タイトル), or 中国 out of 发展中国家, the developing countries."""
    if text[start] < "\u30a1":
        return False
    if _is_katakana(text[start]) and start and _is_katakana(text[start - 1]):
        return True
    after = text[end : end + 1]
    if _is_katakana(text[end - 1]) and after and _is_katakana(after):
        return True
    return after == "家" and text[start:end] in ("中国", "中國")


def _is_katakana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fc" and character != "\u30fb"


def _is_shouted_word(text: str, start: int, written: str) -> bool:
    """“JOIN US” in a line of capitals names no country."""
    if not written.isupper() or written.lower() not in SHOUTED_WORDS:
        return False
    before = text[max(0, start - 25) : start]
    previous = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return len(previous) > 1 and previous.isalpha() and previous.isupper() and previous != "THE"
