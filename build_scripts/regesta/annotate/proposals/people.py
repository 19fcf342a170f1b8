"""People proposed from the texts alone.

Ground for a proposal is a title of office before the name, a given name, a
middle initial, a noun for a person right before or after it (“guitarist …”, “…,
a lawyer”), an age, or another person named with it; a mere verb is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from regesta.annotate.names.titles import title_start
from regesta.annotate.names.words import (
    DEMONYMS,
    FUNCTION_WORDS,
    MERE_ADDRESS,
    MONTHS,
    TITLES,
    WEEKDAYS,
)
from regesta.annotate.proposals.places_of_the_world import COUNTRIES_AND_STATES, PLACES
from regesta.annotate.proposals.runs import LINKS, PARTICLES, Run, is_roll
from regesta.annotate.proposals.words import (
    BODY_HEADS,
    FAMILY_NAMES_FIRST,
    LEADING_HEADS,
    NOT_BODIES,
    OFFICE_FIELDS,
    PLACE_HEADS,
    ROLES,
    may_be_given_name,
)

_OFFICES = frozenset(
    """president vice-president secretary minister premier chancellor senator governor ambassador
    congressman congresswoman representative""".split()
)
"""Offices whose holder a family name alone may name."""
_RANKS = frozenset(
    """captain colonel major lieutenant sergeant brigadier admiral commodore commander judge
    justice bishop archbishop cardinal rabbi inspector constable superintendent reverend rev
    capt col lt sgt gen cllr councillor councilor alderman viscount baron baroness lord lady
    barrister engr sheriff general""".split()
)
"""Ranks and offices before a family name; some are the last word of an office too."""
_SURNAME_TITLES = frozenset(
    "king prince judge bishop pope major marshal lord duke chancellor constable baron".split()
)
_OPENINGS = frozenset(("prime", "crown", "vice", "foreign", "first", "senior", "acting"))
_PERSON_TITLES = TITLES - {"st.", "m.", "general", "chief", "deputy", "principal", "st", "sec."}
_NO_NAME = (
    FUNCTION_WORDS | WEEKDAYS | MONTHS | DEMONYMS | BODY_HEADS | LEADING_HEADS | NOT_BODIES
    | PLACE_HEADS
)  # fmt: skip
_NO_NAME |= frozenset(
    """american americans security policy affairs national federal international united states
    building memorial field avenue street road boulevard square tower hall park house
    presidential republican republicans democrat democrats democratic team era family
    economy intelligence defense defence justice treasury state trade war energy health
    education labor commerce transportation agriculture homeland interior staff chiefs elect
    emeritus designate hotel stadium arena theater theatre high middle nations world
    internet foreign public civil human rights first second third north south east west new
    old great general chief deputy inspector officer officers counsel director directors
    pacific atlantic global digital technology technologies systems industries holdings
    energy capital partners steel motors airlines oncology congressional holding co-founder
    founder football baseball basketball championship bible christmas easter god day days
    congress senate cabinet press air force inc. llc covid facebook twitter google advocate
    extraordinary plenipotentiary hurricane hurricanes reform reforms cyber disaster disasters
    governors investment investments
    armed forces hook capitol sector care transit forum principles producing countries country
    allies ally
    apprenticeship apprenticeships room tool tools liaison roadmap roadmaps foods unions bridge
    bridges honoring member members screening observer change community drug drugs mess mae
    screenings summit fair festival gallery garden gardens jobs holiday holidays airport
    tunnel viaduct aqueduct turnpike lighthouse reservoir monument terminal station trail
    dam speedway raceway parkway expressway interchange junction economies""".split()
)
_SHORT_RANKS = frozenset("capt col lt sgt gen maj adm rev cmdr".split())
_PASSED = frozenset(
    """toured visited honored joined signed met hosted attended delivered announced launched won
    received unveiled marked addressed greeted welcomed praised slammed speaks visits meets signs
    hosts delivers announces launches takes says""".split()
)
"""Verbs of headlines written in capitals."""
_NO_SURNAME = _NO_NAME | TITLES | ROLES
_NOT_OF_A_NAME = _NO_NAME | _PERSON_TITLES
_OF_ONE_NAME = _OFFICES | MERE_ADDRESS | _RANKS
_OPENING_A_TITLE = TITLES | _OPENINGS
_TOWNS = frozenset(name for row in PLACES for name in row)
_SUFFIXES = frozenset(("Jr.", "Sr.", "JR.", "SR.", "Jr", "Sr", "JR", "SR", "II", "III", "IV"))


class PersonSeen(NamedTuple):
    """A person's name as it stands at ``[start, end)`` (folded), with its title.

    *whole_title* tells that the title does not seem to be the end of a longer
    phrase (“Home Builders’ Chairman”).
    """

    name: str
    title: str
    ground: str
    start: int
    end: int
    whole_title: bool = True


def people(run: Run) -> Iterator[PersonSeen]:
    """Give the people whom *run* seems to name."""
    words = run.words
    if len(words) == 1 and not _address_before(run, run.start):
        return
    segments = _segments(words)
    found: list[list[PersonSeen]] = []
    for first, last in segments:
        found.append(list(_person(run, words[first:last], _at(run, first))))
    for index, (first, last) in enumerate(segments):
        seen = found[index]
        if not seen:
            beside = any(
                found[other] and found[other][0].start == _at(run, segments[other][0])
                for other in (index - 1, index + 1)
                if 0 <= other < len(segments) and words[min(last, segments[other][1])] == "and"
            )
            seen = list(_described(run, words[first:last], _at(run, first), beside))
        yield from seen


_ROLE = "|".join(sorted(ROLES))
_ROLE_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:{_ROLE})s? |(?:spokes(?:wo)?man|spokesperson|manager|wife|husband|mother|"
    r"father|son|daughter|brother|sister|lawyer|attorney|aide|adviser|advisor), )$"
)
_DESCRIBED_AFTER = re.compile(
    rf"^(?:, \d\d,|,? who\b|, whose\b| \((?:born|b\.|c\.)|"
    rf", (?:(?:a|an|the|his|her|its|their|former) |(?:[\w.-]+ ){{1,3}}?[\w.-]+[’']s )"
    rf"(?:[\w'’.-]+ ){{0,5}}(?:{_ROLE})\b|"
    rf" (?:was|is) (?:a|an|the) (?:[\w'-]+ ){{0,3}}(?:{_ROLE})\b| was born\b)"
)
_VESSEL_BEFORE = re.compile(
    r"\b(?:ship|steamship|steamer|brig|brigantine|schooner|sloop|barque|bark|ketch|frigate|yacht|"
    r"whaler|trawler|tug|vessel|tanker|freighter|ferry|lifeboat|U\.?S\.?S\.?|H\.?M\.?S\.?|S\.?S\.?|"
    r"R\.?M\.?S\.?|M/?V) $"
)
_ADDRESSES = (
    "Mr Mrs Ms Miss Dr Prof Rev Capt Col Maj Lt Sgt Gen Adm Cllr Hon Sen Rep Gov Engr Smt".split()
)
_ADDRESS_BEFORE = re.compile(rf"\b((?:{'|'.join(_ADDRESSES)})\.?) $")
_ENDS_OF_ADDRESS = tuple(f"{address[-2:]}{stop}" for address in _ADDRESSES for stop in (" ", ". "))
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_PARTY_AFTER = re.compile(r" \([A-Z][\w& -]{0,30}\)")
_PLAIN = re.compile(r"[^\W\d_][\w'’-]*[^\W\d_A-Z]")


def _address_before(run: Run, start: int) -> re.Match[str] | None:
    """Return the “Mr.” before *start*."""
    if not run.text.endswith(_ENDS_OF_ADDRESS, run.floor, start):  # most names, at once
        return None
    return _ADDRESS_BEFORE.search(run.text, max(run.floor, start - 8), start)


def _at(run: Run, first: int) -> int:
    """Return where word *first* of *run* stands."""
    if not first:
        return run.start
    return run.start + sum(len(w) + 1 for w in run.words[:first])


def _described(run: Run, words: tuple[str, ...], start: int, beside: bool) -> Iterator[PersonSeen]:
    """A name that only what stands beside it shows to be a person's."""
    lead = 0
    while lead < len(words) and words[lead].lower() in FUNCTION_WORDS:
        lead += 1
    chief = words[lead : lead + 1] == ("Chief",) and run.before[-2:] in ("", ", ", ". ")
    lead += chief
    named_role = len(words) > lead + 2 and words[lead].lower() in ROLES
    lead += named_role
    start += sum(len(w) + 1 for w in words[:lead])
    name = words[lead:]
    plain = [w for w in name if w not in PARTICLES]
    address = _address_before(run, start)
    if len(name) < 2 and not address:  # most, at once
        return
    alone = len(plain) == len(name) == 1 and _PLAIN.fullmatch(name[0])
    nicknamed = run.after.startswith((' "', " '"))
    if address and alone and not nicknamed and name[0].lower() not in _NO_SURNAME:
        yield PersonSeen(name[0], address[1], "surname", start, start + len(name[0]))
        return
    end = start + len(" ".join(name))
    if _is_initialled(name) and not address and _PARTY_AFTER.match(run.text, end):
        yield PersonSeen(" ".join(name), "", "role", start, end)
        return
    if _is_initialled(name) and not address and is_roll(run):
        yield PersonSeen(" ".join(name), "", "roll", start, end)
        return
    if address and _is_initialled(name):
        yield PersonSeen(" ".join(name), address[1], "title", start, end)
        return
    if not 2 <= len(plain) <= 3 or name[0] in PARTICLES or not all(map(_PLAIN.fullmatch, plain)):
        return
    if any(w.lower() in _NOT_OF_A_NAME for w in plain):
        return
    before, after = run.text[max(run.floor, start - 40) : start], run.text[end : end + 80]
    if before.endswith(("the ", "The ")) or " ".join(name) in _TOWNS:
        return
    if chief and len(plain) == 2:
        yield PersonSeen(" ".join(name), "Chief", "title", start, end)
        return
    ground = "beside" if beside and len(plain) == 2 else ""
    last = before.rfind(" ", 0, -1) + 1  # of the words before
    if address or named_role or _ROLE_BEFORE.search(before, last) or _DESCRIBED_AFTER.match(after):
        ground = "role"
    if ground:
        yield PersonSeen(" ".join(name), "", ground, start, end)


def is_name_part(word: str) -> bool:
    """Tell whether *word* may be part of a person’s name, as far as it tells."""
    lowered = word.lower()
    return lowered not in _NO_NAME and lowered.rstrip(".") not in ROLES


def _is_initialled(name: tuple[str, ...]) -> bool:
    """“J. Marsh”, “T. B. Dale”: initials and one family name."""
    initials, family = name[:-1], name[-1] if name else ""
    return bool(
        initials
        and all(map(_INITIALS.fullmatch, initials))
        and _PLAIN.fullmatch(family)
        and family.lower() not in _NO_NAME | TITLES
    )


_repeated = lru_cache(4_096)
"""Remembers what a rule says of words, which come again and again."""


@_repeated
def _segments(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Part a run at “of”, “for”, “and”."""
    found = []
    first = 0
    for index, word in enumerate(words):
        if word in LINKS:
            if first < index:
                found.append((first, index))
            first = index + 1
    if first < len(words):
        found.append((first, len(words)))
    return tuple(found)


def _person(run: Run, words: tuple[str, ...], start: int) -> Iterator[PersonSeen]:
    begin, ground = _beginning(words)
    field = _field_before(run, words, start)
    if field and ground != "title":
        begin, ground = field, "title"
    if not ground:
        return
    position = start + sum(len(w) + 1 for w in words[:begin])
    if ground != "title" and _VESSEL_BEFORE.search(
        run.text, max(run.floor, position - 14), position
    ):
        return
    name, whole = _name_words(words[begin:])
    if name and name[-1] in PARTICLES:
        return
    proper = [w for w in name if w not in PARTICLES and w not in _SUFFIXES]
    if not proper or len(proper) > 4 or (not whole and (ground != "title" or len(proper) > 2)):
        return
    if " ".join(proper) in COUNTRIES_AND_STATES or len(proper[-1].strip(".")) < 2:
        return
    title = ""
    if ground == "title":
        title = run.text[title_start(run.text, position, run.floor) : position].strip()
    if len(proper) == 1:
        office = title.lower().rpartition(" ")[2]
        if not whole or office not in _OF_ONE_NAME:
            return
        if proper[0].lower() in _SHORT_RANKS:
            return
        if office.startswith("messrs"):
            return  # a firm's
        if office in _RANKS and not _PLAIN.fullmatch(proper[0]):
            return
        ground = "surname"
    text = " ".join(name)
    if text.isupper() or (ground == "given" and name[-1].lower() in _PASSED):
        return
    lead = run.text[max(run.floor, position - len(title) - 6) : position - len(title) - 1]
    opening = title.lower().partition(" ")[0]
    whole_title = opening in _OPENING_A_TITLE or not lead.endswith(
        (" and ", " & ", " of ", " for ", " a ", "s' ", "'s ")
    )
    yield PersonSeen(text, title, ground, position, position + len(text), whole_title)


def _field_before(run: Run, words: tuple[str, ...], start: int) -> int:
    """Number of words of *words* that end an office: “Secretary of [State] Jane Doe”."""
    if not run.text[start - 5 : start].rstrip().endswith(("of", "the")):
        return 0
    lead = run.text[max(run.floor, start - 40) : start]
    head, _, link = lead.rstrip().rpartition(" ")
    link = "of" if link == "the" and head.endswith(" of") else link
    before = head.removesuffix(" of").rpartition(" ")[2].lower()
    if link != "of" or before not in _PERSON_TITLES:
        return 0
    for field in OFFICE_FIELDS:
        parts = tuple(field.removeprefix("the ").split(" "))
        if words[: len(parts)] == parts:
            return len(parts)
    return 0


@_repeated
def _beginning(words: tuple[str, ...]) -> tuple[int, str]:
    """Where in *words* a person's name begins, and by what ground."""
    given = next((i for i, w in enumerate(words[:-1]) if may_be_given_name(w)), None)
    titles = [
        i for i, w in enumerate(words[:-1])
        if w.lower() in _PERSON_TITLES
        or (w.lower() == "general" and i and words[i - 1].lower() in ("attorney", "secretary"))
    ]  # fmt: skip
    if given is not None:
        titles = [i for i in titles if i < given]
        if titles:
            if given - titles[-1] == 2 and words[given - 1].lower() in FAMILY_NAMES_FIRST:
                return given - 1, "title"  # “President Yoon Suk Yeol”
            return given if given - titles[-1] > 1 else titles[-1] + 1, "title"
        return given, "given"
    if titles:
        return titles[-1] + 1, "title"
    for index, word in enumerate(words[1:-1], 1):
        first = words[index - 1]
        if len(word) == 2 and word[1] == "." and first.isalpha() and first.lower() not in _NO_NAME:
            return index - 1, "initial"
    return 0, ""


@_repeated
def _name_words(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The words of a name from the first on, and whether nothing had to be cut off."""
    name: list[str] = []
    for index, word in enumerate(words):
        lowered = word.lower()
        if word in PARTICLES or word in _SUFFIXES:
            name.append(word)
            continue
        acronym = len(word) > 2 and word.isupper() and word[-1] != "." and not words[0].isupper()
        shouldnt = lowered in _NO_NAME or acronym or any(c.isdigit() for c in word)
        title = lowered in _PERSON_TITLES and not (index and lowered in _SURNAME_TITLES)
        if shouldnt or title:
            return tuple(name), False
        name.append(word.rstrip(",") if word.endswith(",") else word)
    return tuple(name), True
