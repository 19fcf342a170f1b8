"""Made-up names for authority records: many, different, the same every time."""

from __future__ import annotations

from collections.abc import Sequence

GIVEN = (
    "Ada Amir Anna Bela Carlos Chen Clara David Elena Emil Fatima Felix Grace Hana Henry Ines Ivan "
    "Jean Julia Karim Laura Leo Lin Maria Marta Milan Nadia Noah Olga Omar Paul Petra Rosa Samir "
    "Sara Tomas Vera Viktor Wei Yusuf"
).split()
FIRST = (
    "Al Bar Bel Cor Dal Del El Fal Gar Hal Har Ker Lan Lor Mal Mar Mor Nor Or Pel Per Ral Ren Sal "
    "San Tal Tor Val Var Vel Wal Zan"
).split()
LAST = (
    "ack ady amer anov arez ard berg dano eno erin ette garde holm ico ides ington ini land lin "
    "monde ner nova oday ovic quist reda rian rova sen shaw ssen stone tano ton tova ville wick "
    "wright yama zade"
).split()
BODIES = ("Agency", "Council", "Ministry", "Institute", "Commission", "Board", "Union", "Bank")
AIMS = ("Trade", "Health", "Labour", "Energy", "Water", "Transport", "Research", "Justice")
TOPIC = (
    "grain water port border river fuel harvest cargo coastal rail fishing timber textile school "
    "clinic housing pension customs seed dairy"
).split()
MATTER = (
    "storage safety inspection prices subsidies quotas licences training insurance exports "
    "shortages repairs tariffs permits reform transport"
).split()


def _made(index: int, *parts: Sequence[str]) -> list[str]:
    """Pick from each of *parts*, so that every *index* gives other words."""
    picked = []
    for part in parts:
        index, rest = divmod(index, len(part))
        picked.append(part[rest])
    return picked


def _word(index: int) -> str:
    # A step that has no divisor in common with the number of words mixes them.
    return "".join(_made(index * 389 % (len(FIRST) * len(LAST)), FIRST, LAST))


def _again(index: int) -> int:
    """Return how often the words have been gone through before *index*: the
    other parts of a name must then be others."""
    return index // (len(FIRST) * len(LAST))


def person(index: int) -> str:
    """Return a given and a family name."""
    return f"{GIVEN[(index * 7 + _again(index)) % len(GIVEN)]} {_word(index)}"


def place(index: int) -> str:
    """Return the name of a place."""
    first = ("Port", "Fort", "Mount", "Lake")[(index + _again(index)) % 4]
    return f"{first} {_word(index + 700)}"


def organisation(index: int) -> str:
    """Return the name of a body."""
    body, aim = _made(index + _again(index), BODIES, AIMS)
    return f"{_word(index + 350)} {aim} {body}"


def topic(index: int) -> str:
    """Return a matter that is talked of."""
    return " ".join(_made(index % (len(TOPIC) * len(MATTER)), TOPIC, MATTER))
