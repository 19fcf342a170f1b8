"""People named by the place of their names on a page: bylines, credits, labels of
speakers, signatures, and titles with an office before a name.

Capitals say nothing in such lines; what stands around the name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.annotate.names.folding import Folded
from regesta.annotate.names.words import MERE_ADDRESS, TITLES
from regesta.annotate.proposals.people import PersonSeen, is_name_part, people
from regesta.annotate.proposals.runs import PARTICLES, is_title_case, runs_between
from regesta.annotate.proposals.words import is_given_name, may_be_given_name
from regesta.model import Block

_LONGEST = 240
_HEAD = 8
"""Blocks among which a line “By …” is a byline."""
_FOOT = 6
"""Blocks at the end among which a name alone on its line is a signature."""
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:[{_CAPITAL}][\w'-]+|(?:[{_CAPITAL}]\.)+|d[aeiou]|van|von|der|bin|al)"
_NAME = rf"{_WORD}(?: {_WORD}){{1,3}}"
_SPEAKER = re.compile(
    rf"(?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.? )?(?P<name>[{_CAPITAL}][\w'-]+):(?= |\x1e|$)"
)
_BYLINE = re.compile(
    rf"(?:By|BY|by):? (?P<names>{_NAME}(?:(?:, | and | AND ){_NAME})*)(?P<after>.?.?)"
)
_PLACE_LEFT = re.compile(rf"(?:, [{_CAPITAL}][\w'-]+(?: [{_CAPITAL}][\w'-]+)?)?")
_CREDIT = re.compile(
    r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Ee]dited|[Ww]ritten|[Cc]ompiled|[Tt]ranslated|"
    rf"[Ii]nterviewed|[Pp]hotographs?|[Pp]hotos?) by (?P<names>{_NAME}(?:(?:, | and ){_NAME})*)"
)
_NAMES = re.compile(_NAME)
_SHOUTED = rf"[{_CAPITAL}][{_CAPITAL}'-]+"
_LABEL = re.compile(
    rf"(?P<title>(?:MR|MS|MRS|MISS|DR|PROF|SIR|LADY|LORD)\.? )?"
    rf"(?P<name>{_SHOUTED}(?: {_SHOUTED}){{0,2}})(?: \([^()]{{1,40}}\))?(?:: |:$|\. -)"
)
_SALUTATION = re.compile(
    rf"(?:[Mm]y )?[Dd]ear(?:est)?(?: old| good)? (?P<name>[{_CAPITAL}][a-zà-ÿ][\w'-]+)"
    r"(?:[,:;!]|\.? ?[-—]|$)"
)
_NOBODY = frozenset(
    """sirs gentlemen all friend friends editor editors colleague colleagues reader readers member
    members parents brother sister father mother son daughter uncle aunt cousin mamma mama papa
    love heart comrade comrades brethren fellow customer customers neighbour neighbor diary santa
    team everyone everybody subscriber subscribers applicant candidate boys girls children
    god""".split()
)
"""Whom a salutation may greet without a name."""
_LEADS_IN = (" by ", " with ", " from ", " to ", " between ")
"""What a heading says before whoever speaks, writes or meets in the text below."""
_CLOSING = re.compile(
    r"(?:^|[ \x1e])(?:yours(?: \w+)?|sincerely|faithfully|truly|"
    r"(?:kind(?:est)? |best |warm )?regards|"
    r"best wishes|respectfully(?: submitted)?|affectionately|obedient servant|cordially|love|"
    r"your (?:\w+ )?(?:friend|brother|sister|son|daughter)),?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?P<name>{_NAME})(?:, [{_CAPITAL}][\w' ]{{0,40}})?\.?$")
_OFFICE = re.compile(
    rf"(?P<title>[\w.]+) (?P<name>{_WORD}(?: (?:[{_CAPITAL}]\.))? {_WORD})(?=$|[,:;]| [-a-z(])"
)


def people_of_lines(folded: Folded, blocks: Sequence[Block]) -> Iterator[PersonSeen]:
    """Give the people whom the lines of *blocks* name; positions are folded."""
    closed = False
    labels: frozenset[str] | None = None
    for index, block in enumerate(blocks):
        if block.kind in ("residue", "table"):
            continue
        start, end = folded.folded(block.span.start), folded.folded(block.span.end - 1) + 1
        text = folded.text
        if text[start : start + 1].isupper():
            yield from _labelled(text, start, end)
        yield from _saluted(text, start, end)
        if end - start > _LONGEST:
            closed = False
            continue
        line = text[start:end]
        if index < _HEAD or block.kind == "credit":
            yield from _byline(line, start)
        yield from _credited(line, start)
        if block.kind in ("title", "heading", "standfirst"):
            if labels is None:
                labels = _labels(folded, blocks)
            yield from _in_title(line, start, labels)
        if block.kind in ("title", "heading", "standfirst") or is_title_case(line):
            yield from _told_of(text, start, end)
        if closed or (index >= len(blocks) - _FOOT and may_be_given_name(line.partition(" ")[0])):
            yield from _signed(line, start)
        closed = _CLOSING.search(line) is not None


def _labelled(text: str, start: int, end: int) -> Iterator[PersonSeen]:
    """“MS. LIND: …”, “JANE ROE: …” at the head of a turn."""
    found = _LABEL.match(text, start, min(end, start + 80))
    if not found:
        return
    name, words = found["name"], found["name"].split(" ")
    if any(not is_name_part(word) or word.lower() in TITLES for word in words):
        return
    title = (found["title"] or "").strip().capitalize()
    if title and len(words) == 1 and len(name) > 2:
        yield PersonSeen(spoken(name), title, "surname", found.start("name"), found.end("name"))
    elif len(words) > 1 and is_given_name(words[0]):
        ground = "label"
        yield PersonSeen(spoken(name), title, ground, found.start("name"), found.end("name"))


def _saluted(text: str, start: int, end: int) -> Iterator[PersonSeen]:
    """“My dear Hooker,” at the head of a letter: a family name alone."""
    found = _SALUTATION.match(text, start, min(end, start + 60))
    if found is None:
        return
    name = found["name"]
    if is_name_part(name) and name.lower() not in TITLES | _NOBODY and not may_be_given_name(name):
        yield PersonSeen(name, "", "salutation", found.start("name"), found.end("name"))


def _byline(line: str, start: int) -> Iterator[PersonSeen]:
    found = _BYLINE.match(line)
    if not found or found["after"][:1].isalnum() or re.match(" [a-z]", found["after"]):
        return
    sure = found["after"].strip()[:1] in ("|", "•", "·", "—", "(") and found["after"] != ""
    sure = sure or _PLACE_LEFT.fullmatch(line, found.end("names")) is not None
    for name, at in _parted(found["names"], start + found.start("names")):
        if sure or may_be_given_name(name.partition(" ")[0]):
            yield PersonSeen(spoken(name), "", "byline", at, at + len(name))


def _credited(line: str, start: int) -> Iterator[PersonSeen]:
    for found in _CREDIT.finditer(line):
        for name, at in _parted(found["names"], start + found.start("names")):
            yield PersonSeen(spoken(name), "", "byline", at, at + len(name))


def _signed(line: str, start: int) -> Iterator[PersonSeen]:
    found = _SIGNED.match(line)
    if found:
        for name, at in _parted(found["name"], start):
            yield PersonSeen(spoken(name), "", "signature", at, at + len(name))


def _labels(folded: Folded, blocks: Sequence[Block]) -> frozenset[str]:
    """Return the single words, in small letters, that stand before a colon at
    the head of a block: in a transcript, those who speak."""
    found = set()
    for block in blocks:
        label = _SPEAKER.match(folded.text, folded.folded(block.span.start))
        if label is not None:
            found.add(label["name"].lower())
    return frozenset(found)


def _in_title(line: str, start: int, labels: frozenset[str]) -> Iterator[PersonSeen]:
    """“Briefing by Deputy Spokesperson Jane Roe”: a known given name, or the
    family name labels what somebody says below."""
    for found in _OFFICE.finditer(line):
        title, name = found["title"].lower(), found["name"]
        words = name.split(" ")
        given = may_be_given_name if title in MERE_ADDRESS else is_given_name
        if title not in TITLES or not _is_name(name):
            continue
        if not given(words[0]) and words[-1].lower() not in labels:
            continue
        called = "" if title in MERE_ADDRESS else found["title"]
        at = start + found.start("name")
        if not name.isupper():
            yield PersonSeen(name, called, "title", at, at + len(name), whole_title=False)


def _told_of(text: str, start: int, end: int) -> Iterator[PersonSeen]:
    """“Interview with Ruth Delacroix”, “the schooner Aurelia, Capt. J. N. Roe”: a
    person of a heading whose family name stands in the text again, or who has
    a title and initials, or a title after “by” or “with”."""
    for run in runs_between(text, start, end):
        for person in people(run):
            family = person.name.rpartition(" ")[2]
            if person.name.isupper() or _stands_elsewhere(person.name, text, start, end):
                continue  # in a sentence the name is seen anyway
            titled = person.ground == "title" and (
                "." in person.name.partition(" ")[0]
                or (run.before.endswith(_LEADS_IN) and person.name.count(" ") < 3)
            )
            if titled or _stands_elsewhere(family, text, start, end):
                yield person._replace(whole_title=False)


def _stands_elsewhere(name: str, text: str, start: int, end: int) -> bool:
    word = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)")
    return bool(word.search(text, 0, start) or word.search(text, end))


def _parted(names: str, start: int) -> Iterator[tuple[str, int]]:
    """Give each whole name of *names* with its folded position."""
    for found in _NAMES.finditer(names):
        if _is_name(found.group()):
            yield found.group(), start + found.start()


def _is_name(name: str) -> bool:
    words = [word for word in name.split(" ") if word not in PARTICLES]
    return len(words) > 1 and len(words[-1]) > 2 and all(
        (is_name_part(word) and word.lower() not in TITLES) or word.endswith(".") for word in words
    )  # fmt: skip


def spoken(name: str) -> str:
    """Return *name* with capitals where a sentence has them: “O'Connor”, “McRoe”."""
    if not name.isupper():
        return name
    return " ".join(_small(word) for word in name.split(" "))


def _small(word: str) -> str:
    if len(word) < 2 or word[1] == ".":
        return word
    parts = re.split(r"([-'])", word)
    small = "".join(part.capitalize() for part in parts)
    return f"Mc{small[2:].capitalize()}" if small.startswith("Mc") and len(small) > 4 else small
