"""One person under several names: merging over all documents.

“Joe Smith”, “Joseph R. Smith” and “President Smith” are one; two bearers of a
family name with different given names stay two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from regesta.annotate.names.titles import sex_of, telling_words
from regesta.annotate.names.words import MERE_ADDRESS
from regesta.annotate.proposals.people import PersonSeen
from regesta.annotate.proposals.runs import PARTICLES
from regesta.annotate.proposals.spellings import is_one_spelling
from regesta.annotate.proposals.words import FAMILY_NAMES_FIRST, GIVEN_NAMES, NICKNAMES

_GROUNDS = ("title", "initial", "given", "byline", "signature", "label", "role", "roll", "beside")
"""What shows a full name to be a person’s, the surest first."""
_SUFFIXES = ("Jr.", "Sr.", "JR.", "SR.", "Jr", "Sr", "JR", "SR", "II", "III", "IV")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az)[-–](?=\w)")
"""The Arabic article, which texts write in many ways: al-Sisi, El-Sisi."""
_FORMAL = dict(NICKNAMES)
_ADDRESSES = MERE_ADDRESS


class PersonGroup(NamedTuple):
    """One proposed person."""

    name: str
    variants: tuple[str, ...]
    family_name_first: bool
    ground: str
    titles: tuple[tuple[str, tuple[str, int, int]], ...]
    short_forms: tuple[str, ...] = ()

    def offices(self) -> Iterator[tuple[str, tuple[str, int, int]]]:
        """Give the titles of office seen before the name, with a passage for each."""
        yield from self.titles


class _Seen:
    __slots__ = ("addresses", "documents", "forms", "grounds", "passages", "titles")

    def __init__(self) -> None:
        self.forms: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self.addresses: Counter[str] = Counter()
        self.grounds: Counter[str] = Counter()
        self.documents: set[str] = set()
        self.passages: dict[str, tuple[str, int, int]] = {}

    def absorb(self, other: _Seen) -> None:
        """Take in what was noted under another name."""
        self.forms += other.forms
        self.titles += other.titles
        self.addresses += other.addresses
        self.grounds += other.grounds
        self.documents |= other.documents
        self.passages = other.passages | self.passages

    @property
    def sex(self) -> str:
        """``f`` or ``m`` where titles before the name say so, else empty."""
        told = {sex_of(title) for title in (*self.titles, *self.addresses)} - {""}
        return told.pop() if len(told) == 1 else ""


class People:
    """Gathers the people seen; *bare* counts capitalised words that stand alone."""

    def __init__(self) -> None:
        self._full: defaultdict[tuple[str, ...], _Seen] = defaultdict(_Seen)
        self._surnames: defaultdict[tuple[str, str], _Seen] = defaultdict(_Seen)
        self.bare: Counter[str] = Counter()

    def add(self, seen: PersonSeen, document: str, start: int, end: int) -> None:
        """Take note of one place; *start* and *end* in the source, title included."""
        if seen.ground in ("surname", "salutation"):
            record = self._surnames[seen.name, sex_of(seen.title)]
        else:
            record = self._full[_key(seen.name)]
        record.documents.add(document)
        record.forms[seen.name] += 1
        record.grounds[seen.ground] += 1
        title = _plain_title(seen.title)
        if title and seen.whole_title:
            record.titles[title] += 1
            record.passages.setdefault(title, (document, start, end))
        elif seen.title.lower() in _ADDRESSES:
            record.addresses[seen.title] += 1

    def groups(self) -> Iterator[PersonGroup]:
        """Give the people, those with most mentions first."""
        self._join_juniors()
        self._join_double_names()
        self._join_near()
        records = sorted(self._full.items(), key=lambda item: (-sum(item[1].forms.values()), item))
        doubtful = {key for key, record in records if self._is_overlong(key, record)}
        borne: dict[str, list[_Seen]] = {}
        for key, record in records:
            if key in doubtful:
                continue
            group = self._group(record)
            words = _proper(group.name)
            for word in {words[0], words[-1]}:
                borne.setdefault(_ARTICLE.sub("", word.lower()), []).append(record)
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

    def _join_near(self) -> None:
        """One name spelt or ordered in two ways, where the office is the same."""
        ends: dict[str, list[tuple[str, ...]]] = {}
        for key in self._full:
            if len(key) > 1:
                ends.setdefault(key[0], []).append(key)
                ends.setdefault(key[-1], []).append(key)
        for alike in ends.values():
            if len(alike) > _MOST_ALIKE:
                continue
            for one, other in combinations(alike, 2):
                if one in self._full and other in self._full and one != other:
                    self._join_if_one(one, other)

    def _join_if_one(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        seen, also = self._full[one], self._full[other]
        turned = one == other[::-1]
        enough = 2 if one[0] != other[0] and {one[0], other[0]} <= GIVEN_NAMES else 1
        one_office = len(_telling(seen) & _telling(also)) >= enough
        if not turned and not (is_one_spelling(one, other) and one_office):
            return
        if seen.sex and also.sex and seen.sex != also.sex:
            return
        few, many = sorted((one, other), key=lambda key: (_count(self._full[key]), key))
        self._full[many].absorb(self._full.pop(few))

    def _is_overlong(self, key: tuple[str, ...], record: _Seen) -> bool:
        """“George Floyd Riots”: a longer name by its given name alone, once."""
        if len(key) < 3 or any(record.grounds[g] for g in ("title", "initial", "roll")):
            return False
        if any(self._double_family_name(form) for form in record.forms):
            return False
        return sum(record.forms.values()) == 1 or key[:2] in self._full

    def _double_family_name(self, form: str) -> str:
        """“Dias Costa” of “Roberto Dias Costa”, where it stands alone elsewhere."""
        tail = form.partition(" ")[2]
        double = tail.count(" ") == 1 and self.bare[tail] and "." not in tail
        return tail if double and _key(tail) not in self._full else ""

    def _group(self, record: _Seen) -> PersonGroup:
        forms = sorted(record.forms, key=lambda form: (-record.forms[form], form))
        ground = next(g for g in _GROUNDS if record.grounds[g])
        first = self._is_family_first(_proper(forms[0]))
        double = "" if first else self._double_family_name(forms[0])
        short = (double, double.partition(" ")[2]) if double else ()
        return PersonGroup(forms[0], tuple(forms[1:]), first, ground, _titles(record), short)

    def _is_family_first(self, words: list[str]) -> bool:
        family, last = words[0].lower(), words[-1]
        if family not in FAMILY_NAMES_FIRST or len(words) > 3:
            return False
        if family in GIVEN_NAMES and len(words) == 2 and "-" not in last:
            return False  # Kim Reynolds, not Kim Sung-han
        first_alone = self.bare[words[0]] + self._with_title(words[0])
        last_alone = self.bare[last] + self._with_title(last)
        if first_alone != last_alone:
            return first_alone > last_alone
        return True

    def _with_title(self, surname: str) -> int:
        """How often *surname* stands alone with a title before it."""
        return sum(_count(self._surnames.get((surname, sex))) for sex in ("", "f", "m"))

    def _by_surname_alone(self, borne: Mapping[str, Sequence[_Seen]]) -> Iterator[PersonGroup]:
        self._join_offices()
        for name, sex in sorted(self._surnames):
            record = self._surnames[name, sex]
            titles = record.titles or record.addresses
            bearers = borne.get(_ARTICLE.sub("", _proper(name)[-1].lower()), ())
            if not titles and not bearers and (name, "f") not in self._surnames:
                if (name, "m") not in self._surnames:
                    yield PersonGroup(name, (), False, "salutation", ())
                continue
            if not titles or any(_may_be(b, sex) and _is_meant(record, b) for b in bearers):
                continue
            title = min(titles, key=lambda t: (-titles[t], t))
            office = " ".join(_office(title))
            yield PersonGroup(f"{office} {name}", (), False, "surname", _titles(record))

    def _join_offices(self) -> None:
        """“Senator Roe” is “Ms. Roe” where no “Mr. Roe” is named."""
        for name in sorted({name for name, sex in self._surnames if not sex}):
            told = [sex for sex in ("f", "m") if (name, sex) in self._surnames]
            if len(told) == 1:
                self._surnames[name, told[0]].absorb(self._surnames.pop((name, "")))


def _telling(seen: _Seen) -> set[str]:
    """Return the words of somebody's offices that may tell one bearer from another."""
    return {word for title in seen.titles for word in telling_words(title)}


_MOST_ALIKE = 60
"""Names with one word in common that are compared, at most."""


def _may_be(bearer: _Seen, sex: str) -> bool:
    """Whether a family name with a title of *sex* may mean *bearer*.  A wife goes
    by her husband’s name: “Mrs. Dale” is not to be taken for “C. Dale”."""
    if bearer.sex and sex:
        return bearer.sex == sex
    return sex != "f" or not all(_INITIAL.match(form) for form in bearer.forms)


def _is_meant(record: _Seen, bearer: _Seen) -> bool:
    """Whether a title with a family name is *bearer* by more than the name: a
    document names both, or the office is the bearer’s."""
    offices = {word for title in bearer.titles for word in telling_words(title)}
    told = (telling_words(title) for title in record.titles)
    same = any(words and (words <= offices or (not offices and words & _PUBLIC)) for words in told)
    return same or bool(record.documents & bearer.documents)


_PUBLIC = frozenset(
    """president minister premier chancellor senator sen representative rep governor gov
    secretary ambassador""".split()
)
"""Offices that so few hold that one bearer of the name in an archive is the one."""


_INITIAL = re.compile(r"[A-Z]\.")


def _office(title: str) -> list[str]:
    """The bare office at the end of *title*: “Prime Minister” of “Japanese Prime Minister”."""
    words = title.split(" ")
    if len(words) > 1 and words[-2].lower() in _FIRST_OFFICES:
        return words[-2:]
    return words[-1:]


_FIRST_OFFICES = (
    "prime", "vice", "crown", "lieutenant", "attorney", "solicitor", "surgeon", "chief", "mr",
    "lord",
)  # fmt: skip
"""Words before an office that are of it: “Mr Justice Roe”."""


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


@lru_cache(4_096)
def _key(name: str) -> tuple[str, ...]:
    """What the writings of one name share: no initials, marks or nicknames."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    junior = [w.lower().rstrip(".") for w in name.split(" ") if w in _SUFFIXES]
    plain = plain.replace(",", "")
    proper = plain.split(" ") if _INITIAL.match(name) else _proper(plain)
    words = [w.lower().replace(".", "") for w in proper]  # J.D. and JD
    words = [_ARTICLE.sub("", w) for w in words]
    words = [w for w in words if w.rstrip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    if words:
        words[0] = _FORMAL.get(words[0], words[0])
    return (*words, *junior)
