"""Names that share a word: “Departments of Justice, State, and the Treasury”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from regesta.annotate.names.gazetteer import Sense
from regesta.annotate.names.reading import Named, Reading

PLURALS = {
    "Departments": "Department",
    "Ministries": "Ministry",
    "Offices": "Office",
    "Bureaus": "Bureau",
    "Universities": "University",
    "Committees": "Committee",
    "Embassies": "Embassy",
    "Agencies": "Agency",
    "Institutes": "Institute",
}
"""A word that stands for several names, and the one that each of them has."""
ARTICLE = "the"
"""May be left out of a name in a list."""
_HEAD = re.compile(rf"\b({'|'.join(PLURALS)})\b")
_JOINT = re.compile(r",? and |, |[.;:()\x1e]|$")
_REACH = 400
_WHY = "one word stands for all in the list"


def coordinated(reading: Reading, look_up: Callable[[str], tuple[Sense, ...]]) -> Iterator[Named]:
    """Give the items of every list under a plural head that *look_up* knows."""
    if not any(head in reading.text for head in PLURALS):  # so most texts, at once
        return
    for head in _HEAD.finditer(reading.text):
        word = PLURALS[head.group()]
        if reading.text.startswith((" of ", " for "), head.end()):
            yield from _after(reading.text, head, word, look_up)
        else:
            yield from _before(reading.text, head, word, look_up)


def _after(
    text: str, head: re.Match[str], word: str, look_up: Callable[[str], tuple[Sense, ...]]
) -> Iterator[Named]:
    """“Departments of A, B, and C”."""
    position = head.end() + 1
    link = text[position : text.index(" ", position)]
    position += len(link) + 1
    limit = min(len(text), head.end() + _REACH)
    begin = head.start()
    while position < limit:
        start = position + 4 if text.startswith("the ", position) else position
        found = None
        # “Health and Human Services” holds a joint itself: the longest known item wins.
        if not text[start : start + 1].isupper():
            return
        for joint in _first_joints(text, start, limit):
            item = text[start : joint.start()]
            senses = look_up(f"{word} {link} {item}") or look_up(f"{word} {link} {ARTICLE} {item}")
            if senses and (found is None or joint.start() > found[0].start()):
                found = joint, senses
        if found is None:
            return
        joint, senses = found
        yield _named(start, joint.start(), senses, begin)
        if joint.group()[:1] not in (",", " "):
            return
        begin, position = -1, joint.end()


def _first_joints(text: str, start: int, limit: int) -> list[re.Match[str]]:
    joints: list[re.Match[str]] = []
    for joint in _JOINT.finditer(text, start, limit):
        joints.append(joint)
        if len(joints) == 3 or joint.group()[:1] not in (",", " "):
            break
    # A list may end in a clause without a stop: “… and Treasury took part”.
    for space in re.finditer(r" (?=[a-z])", text[start : min(limit, start + 80)]):
        edge = re.compile(" ").match(text, start + space.start())
        if edge is not None:
            joints.append(edge)
    return joints


def _before(
    text: str, head: re.Match[str], word: str, look_up: Callable[[str], tuple[Sense, ...]]
) -> Iterator[Named]:
    """“the State and Justice Departments”."""
    window = text[max(0, head.start() - 80) : head.start() - 1]
    offset = head.start() - 1 - len(window)
    for item in re.finditer(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*", window):
        senses = look_up(f"{item.group()} {word}")
        joined = window[item.end() :]
        if (senses and joined and re.fullmatch(r"(?:,? and |, )[A-Z].*", joined)) or (
            senses and not joined and re.search(r"\band $", window[: item.start()])
        ):
            yield _named(offset + item.start(), offset + item.end(), senses, -1)


def _named(start: int, end: int, senses: tuple[Sense, ...], begin: int) -> Named:
    entities = tuple(sorted(s.entity for s in senses))
    certainty = "certain" if len(entities) == 1 else "possible"
    return Named(
        start, end, entities, senses[0].kind, "coordinated-names",
        "certain" if certainty == "certain" else "possible", _WHY, begin=begin,
    )  # fmt: skip
