"""One person under several names, one body under several: merging over all documents.

“Joe Smith”, “Joseph R. Smith” and “President Smith” are one; two bearers of a
family name with different given names stay two.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from regesta.annotate.names.variants import forms_of
from regesta.annotate.names.words import DEMONYMS, MERE_ADDRESS
from regesta.annotate.proposals.bodies import BodySeen
from regesta.annotate.proposals.people import PersonSeen
from regesta.annotate.proposals.places_of_the_world import COUNTRIES_AND_STATES
from regesta.annotate.proposals.runs import PARTICLES
from regesta.annotate.proposals.words import FAMILY_NAMES_FIRST, GIVEN_NAMES, NICKNAMES
from regesta.model import Entity

_SUFFIXES = ("Jr.", "Sr.", "JR.", "SR.", "Jr", "Sr", "JR", "SR", "II", "III", "IV")
_FORMAL = dict(NICKNAMES)
_ADDRESSES = frozenset("mr. mr mrs. mrs ms. ms miss dr. dr".split())


class PersonGroup(NamedTuple):
    """One proposed person."""

    name: str
    variants: tuple[str, ...]
    family_name_first: bool
    ground: str
    titles: tuple[tuple[str, tuple[str, int, int]], ...]

    def offices(self) -> Iterator[tuple[str, tuple[str, int, int]]]:
        """Give the titles of office seen before the name, with a passage for each."""
        yield from self.titles


class _Seen:
    __slots__ = ("addresses", "forms", "grounds", "passages", "titles")

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self.addresses: Counter[str] = Counter()
        self.grounds: Counter[str] = Counter()
        self.passages: dict[str, tuple[str, int, int]] = {}

    def absorb(self, other: _Seen) -> None:
        """Take in what was noted under another name."""
        self.forms += other.forms
        self.titles += other.titles
        self.grounds += other.grounds
        self.passages = other.passages | self.passages


class People:
    """Gathers the people seen; *bare* counts capitalised words that stand alone."""

    def __init__(self) -> None:
        self._full: dict[tuple[str, ...], _Seen] = {}
        self._surnames: dict[str, _Seen] = {}
        self.bare: Counter[str] = Counter()

    def add(self, seen: PersonSeen, document: str, start: int, end: int) -> None:
        """Take note of one place; *start* and *end* in the source, title included."""
        if seen.ground == "surname":
            record = self._surnames.setdefault(seen.name, _Seen())
        else:
            record = self._full.setdefault(_key(seen.name), _Seen())
        record.forms[seen.name] += 1
        record.grounds[seen.ground] += 1
        title = _plain_title(seen.title)
        if title and seen.whole_title:
            record.titles[title] += 1
            record.passages.setdefault(title, (document, start, end))
        elif seen.ground == "surname" and seen.title.lower() in _ADDRESSES:
            record.addresses[seen.title] += 1

    def groups(self) -> Iterator[PersonGroup]:
        """Give the people, those with most mentions first."""
        self._join_juniors()
        self._join_double_names()
        records = sorted(self._full.items(), key=lambda item: (-sum(item[1].forms.values()), item))
        doubtful = {key for key, record in records if self._is_overlong(key, record)}
        borne: set[str] = set()
        for key, record in records:
            if key in doubtful:
                continue
            group = self._group(record)
            words = _proper(group.name)
            borne |= {words[0], words[-1]}
            yield group
        yield from self._by_surname_alone(borne)

    def _join_juniors(self) -> None:
        """A father and a son do not hold one office; one man with and without “Jr.” does."""
        for key in [key for key in self._full if key[-1] in ("jr", "sr")]:
            plain, junior = self._full.get(key[:-1]), self._full[key]
            if plain is not None and plain.titles.keys() & junior.titles.keys():
                plain.absorb(junior)
                del self._full[key]

    def _join_double_names(self) -> None:
        """“President López Obrador” is he whose full name ends so, if there is one such."""
        longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for key in self._full:
            if len(key) > 2:
                longer.setdefault(key[-2:], []).append(key)
        for end, keys in longer.items():
            if len(keys) == 1 and end in self._full:
                self._full[keys[0]].absorb(self._full.pop(end))

    def _is_overlong(self, key: tuple[str, ...], record: _Seen) -> bool:
        """“George Floyd Riots”: a longer name by its given name alone, once."""
        if len(key) < 3 or record.grounds["title"] or record.grounds["initial"]:
            return False
        return sum(record.forms.values()) == 1 or key[:2] in self._full

    def _group(self, record: _Seen) -> PersonGroup:
        forms = sorted(record.forms, key=lambda form: (-record.forms[form], form))
        ground = next(
            g for g in ("title", "initial", "given", "role", "beside") if record.grounds[g]
        )
        first = self._is_family_first(_proper(forms[0]))
        return PersonGroup(forms[0], tuple(forms[1:]), first, ground, _titles(record))

    def _is_family_first(self, words: list[str]) -> bool:
        family, last = words[0].lower(), words[-1]
        if family not in FAMILY_NAMES_FIRST or len(words) > 3:
            return False
        if family in GIVEN_NAMES and len(words) == 2 and "-" not in last:
            return False  # Kim Reynolds, not Kim Sung-han
        first_alone = self.bare[words[0]] + _count(self._surnames.get(words[0]))
        last_alone = self.bare[last] + _count(self._surnames.get(last))
        if first_alone != last_alone:
            return first_alone > last_alone
        return True

    def _by_surname_alone(self, borne: set[str]) -> Iterator[PersonGroup]:
        for name in sorted(self._surnames):
            record = self._surnames[name]
            titles = record.titles or record.addresses
            if name in borne or not titles or sum(record.forms.values()) < 2:
                continue
            title = min(titles, key=lambda t: (-titles[t], t))
            office = " ".join(_office(title))
            yield PersonGroup(f"{office} {name}", (), False, "surname", _titles(record))


def _office(title: str) -> list[str]:
    """The bare office at the end of *title*: “Prime Minister” of “Japanese Prime Minister”."""
    words = title.split(" ")
    if len(words) > 1 and words[-2].lower() in ("prime", "vice", "crown", "lieutenant"):
        return words[-2:]
    return words[-1:]


def _titles(record: _Seen) -> tuple[tuple[str, tuple[str, int, int]], ...]:
    often = sorted(record.titles, key=lambda title: (-record.titles[title], title))[:3]
    return tuple((title, record.passages[title]) for title in often)


def _plain_title(title: str) -> str:
    """*title* where it says an office, empty where it is mere address."""
    last = title.lower().rpartition(" ")[2]
    return "" if last in MERE_ADDRESS else title


def _count(record: _Seen | None) -> int:
    return sum(record.forms.values()) if record else 0


def _proper(name: str) -> list[str]:
    words = name.split(" ")
    kept = [w for w in words if w not in _SUFFIXES and w not in PARTICLES and len(w.strip(".")) > 1]
    return kept or words


def _key(name: str) -> tuple[str, ...]:
    """What the writings of one name share: no initials, marks or nicknames."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    junior = [w.lower().rstrip(".") for w in name.split(" ") if w in _SUFFIXES]
    words = [w.lower() for w in _proper(plain.replace(",", ""))]
    words = [w for w in words if w.rstrip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    if words:
        words[0] = _FORMAL.get(words[0], words[0])
    return (*words, *junior)


class Bodies:
    """Gathers the bodies seen."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._initials: dict[str, Counter[str]] = {}
        self._weak: set[str] = set()

    def add(self, seen: BodySeen) -> None:
        """Take note of one place where a body seems to be named."""
        self._seen[seen.name] += 1
        if seen.initials:
            self._initials.setdefault(seen.initials, Counter())[seen.name] += 1
        if seen.weak:
            self._weak.add(seen.name)

    def groups(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Give name, variants and ground, those with most mentions first."""
        initials = self._own_initials()
        taken: dict[str, int] = {}
        names: list[list[str]] = []
        for name in sorted(self._seen, key=lambda n: (-self._seen[n], n)):
            if self._has_a_word_before(name):
                continue
            if name in self._weak and self._seen[name] < 2 and name not in initials:
                continue
            surfaces = [f.surface for f in forms_of(_record(name)) if not f.short]
            same = next((taken[s] for s in surfaces if s in taken), None)
            if same is None:
                same = len(names)
                names.append([name])
            else:
                names[same].append(name)
            for surface in surfaces:
                taken.setdefault(surface, same)
        for group in names:
            short = sorted({initials[name] for name in group if name in initials})
            ground = (
                "initials in brackets after the name" if short else "the name has a body’s head"
            )
            name, *others = group
            yield name, (*others, *short), ground

    def _has_a_word_before(self, name: str) -> bool:
        """“Hold Security Council”, once, where “Security Council” is seen often."""
        first, _, rest = name.partition(" ")
        if first.lower() in DEMONYMS or first in COUNTRIES_AND_STATES:
            return False
        return self._seen[name] == 1 and self._seen.get(rest, 0) > 1

    def _own_initials(self) -> dict[str, str]:
        """Initials that stand for one name alone in the whole collection."""
        result = {}
        for short, names in sorted(self._initials.items()):
            if len(names) == 1 and len(short) > 2:
                result[next(iter(names))] = short
        return result


def _record(name: str) -> Entity:
    return Entity(id="", kind="organisation", name=name)
