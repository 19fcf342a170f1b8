"""Organisations proposed from the texts alone: by head noun, by initials in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from regesta.annotate.names.words import FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.proposals.runs import LINKS, PARTICLES, Run
from regesta.annotate.proposals.words import (
    BODY_HEADS,
    FOREIGN_HEADS,
    LEADING_HEADS,
    NO_FIELD,
    NOT_BODIES,
    OFFICE_FIELDS,
    REGIONS,
    SPELT_HEADS,
    WEAK_HEADS,
    is_given_name,
)

_INITIALS = re.compile(r'^ \("?([A-Z][A-Za-z&-]{1,8}[A-Z])"?\)')
_INITIAL = re.compile(r"[A-Z]\.$")
_GENERIC = frozenset(
    """federal national executive local state public general special foreign armed united central
    international private administrative joint senior military civil great regional
    independent relevant appropriate each such democratic republican american americans
    advisory steering supreme additional other departmental tribal interagency standing select big
    working task civil interagency global""".split()
)
_PASSING = (FUNCTION_WORDS | WEEKDAYS | MONTHS | {"senior", "top", "key"}) - {"new"}
_LIST = re.compile(r"^, ([A-Z][\w-]*)[^.;()]{0,60} and (?:the )?[A-Z]")
_OFFICERS = frozenset(("ceo", "cfo", "svp", "evp", "vice", "executive", "deputy", "members"))
_CUT = re.compile(r"[A-Z]-")
"""The rest of “U.S-Japan …”."""
_DOING = frozenset(
    """Achieving Catalyzing Advancing Strengthening Supporting Ensuring Expanding Improving
    Protecting Promoting Creating Developing Delivering Investing Increasing Reducing Enhancing
    Accelerating Empowering Addressing Transforming Restoring Securing Unleashing Lowering
    Modernizing Preventing Providing Making Bringing Launching Leveraging""".split()
)
"""With these begin headings and names of programmes."""
_ROOMS = frozenset("oval box post corner front back ticket".split())
_HEADS = BODY_HEADS | LEADING_HEADS | FOREIGN_HEADS
_SHOWING = BODY_HEADS | LEADING_HEADS | SPELT_HEADS
_PEOPLE_FOLLOW = TITLES | _OFFICERS
_TITLES_WITHIN = TITLES - {"general", "chief", "justice"}
_LONGER_FIELDS_FIRST = sorted(OFFICE_FIELDS, key=len, reverse=True)
_ON = ("of", "for", "on")
_LINKED = dict.fromkeys(("committee", "council", "commission", "office", "subcommittee"), _ON)
_DAYS = WEEKDAYS | MONTHS
_LONGEST = 60
"""Words of a name, at most: a text may be one run of capitals from end to end."""
_REALMS = frozenset(("Kingdom", "Republic", "State", "States", "Commonwealth", "Emirate"))


class BodySeen(NamedTuple):
    """A body's name, its initials where brackets give them, whether by a weak head."""

    name: str
    initials: str
    weak: bool


def bodies(run: Run) -> Iterator[BodySeen]:
    """Give the organisations that *run* seems to name."""
    words = run.words
    bracket = run.text.startswith(" (", run.end)
    if len(words) == 1 and not bracket:
        return
    if bracket and (found := _INITIALS.match(run.after)):
        named = _spelt_out(words, found.group(1))
        if named and _shows_a_body(named) and not _is_thing(named):
            yield BodySeen(" ".join(named), found.group(1), False)
            words = words[: len(words) - len(named)]
    for index, last, body, joined in _headed(words):
        # After a possessive the name may have begun before it: “Growers' Association”.
        cut = index == 0 and run.before.endswith(("'s ", "s' "))
        whole = not (cut or joined) or body[-1].lower() in ("department", "ministry")
        if last == len(words) and _goes_on_as_a_list(body, run):
            whole = False
        if whole:
            yield BodySeen(" ".join(body), "", _is_weak(body))


# The same names come again and again.
@lru_cache(4_096)
def _headed(words: tuple[str, ...]) -> tuple[tuple[int, int, tuple[str, ...], bool], ...]:
    """Return for each body in *words* where it begins and ends, its name, and
    whether this may have begun before an “and”."""
    found = []
    index, done = 0, -1
    heads = [n for n, word in enumerate(words) if word.lower() in _HEADS]
    while index < len(words):
        # A name has its head within reach of its first word.
        following = bisect_left(heads, index)
        if following == len(heads):
            break
        if heads[following] >= index + _LONGEST:
            index = heads[following] - _LONGEST + 1
        first, last = (
            _led(words, index) or _trailed(words, index) or _abroad(words, index) or (index, index)
        )
        if last > first:
            body = _trimmed(words[first:last])
            after_link = index > 0 and words[index - 1] in ("and", "&") and index - 1 != done
            joined = after_link and (len(body) < 3 or _within_a_field(words, index))
            if body and not _is_thing(body):
                found.append((index, last, body, joined))
            index = done = last
        else:
            index += 1
    return tuple(found)


def _shows_a_body(name: tuple[str, ...]) -> bool:
    """A head ends the name or has “of” or “and” after it: “Services Roadmap” is no body."""
    ends = (*name[1:], "of")
    return any(w.lower() in _SHOWING and on in LINKS for w, on in zip(name, ends, strict=True))


def _goes_on_as_a_list(body: tuple[str, ...], run: Run) -> bool:
    """“Bureau for Democracy, Human Rights, and Labor” is cut by its commas."""
    if not any(word in LINKS for word in body):
        return False
    following = _LIST.match(run.after)
    if following is None or following.group(1).lower() in LEADING_HEADS:
        return False
    return not any(" ".join(body).endswith(f" of {field}") for field in OFFICE_FIELDS)


def _spelt_out(words: tuple[str, ...], initials: str) -> tuple[str, ...]:
    """The last words of a run that *initials* abbreviate."""
    wanted = [c.lower() for c in initials if c.isupper()]
    at = len(words)
    while wanted and at:
        at -= 1
        word = words[at]
        if word in LINKS:
            if word[0] == wanted[-1] and len(wanted) > at + 1:
                wanted.pop()
            continue
        parts = [p for p in word.split("-") if p]
        for part in reversed(parts):
            if wanted and part[0].lower() == wanted[-1]:
                wanted.pop()
            elif wanted and word in ("U.S.", "US"):
                continue
            else:
                return ()
    if wanted or at == len(words) or words[at] in LINKS:
        return ()
    if at > 1 and words[at - 1] in ("on", "of", "for") and words[at - 2].lower() in LEADING_HEADS:
        at -= 2
    if at and words[at - 1] in ("U.S.", "US"):
        at -= 1
    return words[at:]


def _led(words: tuple[str, ...], index: int) -> tuple[int, int] | None:
    """“[US] Department of X Y”: the head, what stands before it, what follows to “and”."""
    head, limit = index, min(len(words), index + _LONGEST)
    while head < limit and words[head] not in LINKS and words[head] not in PARTICLES:
        if (
            words[head].lower() in LEADING_HEADS
            and head + 2 < len(words)
            and words[head + 1] in _LINKED.get(words[head].lower(), ("of", "for"))
            and words[head + 2].lower() not in _DAYS
            and not (words[head].lower() == "house" and words[head + 1] == "for")
        ):
            break
        head += 1
    else:
        return None
    if head >= limit:
        return None
    end, limit = head + 2, min(len(words), head + _LONGEST)
    while end < limit and words[end] not in ("and", "&", "for", "on"):
        cut = words[end - 1].lower() not in LEADING_HEADS and words[end - 1] not in _REALMS
        if words[end] == "of" and cut and end > head + 2:
            return None  # “Association of X Y of …”
        if words[end].lower() in _PEOPLE_FOLLOW or is_given_name(words[end]):
            if words[head].lower() in ("council", "board", "committee"):
                return None  # “Council of Economic Advisers”, in whatever form
            alone = end + 1 == len(words) or words[end + 1] in ("and", "&")
            if words[head].lower() == "office" and end > head + 2 and alone:
                end += 1  # “Office of the … Trade Representative”
            break
        end += 1
    field = " ".join(words[head + 2 : limit])
    if words[head + 2].lower() in NO_FIELD:
        return None
    if words[head].lower() in ("department", "ministry"):
        # Well-known fields end where they end, and some hold an “and” of their own.
        for known in _LONGER_FIELDS_FIRST:
            if f"{field.replace('&', 'and')} ".startswith(f"{known} "):
                return index, head + 2 + known.count(" ") + 1
    if end < len(words) and words[end] in ("and", "&"):
        following = words[end + 1].lower() if end + 1 < len(words) else ""
        if (
            following != "the"
            and following not in LEADING_HEADS
            and not _is_country(words[end - 1])
        ):
            return None  # “Office of A and B”: one body or two, the words do not say
    while words[end - 1] in LINKS:
        end -= 1
    return index, end


def _is_country(word: str) -> bool:
    return word in ("America", "States", "Kingdom")


def _trailed(words: tuple[str, ...], index: int) -> tuple[int, int] | None:
    """“X Y Agency”, to the last head before a link."""
    end, limit = index, min(len(words), index + _LONGEST)
    last = None
    while end < limit and words[end] not in LINKS:
        if words[end].lower() in BODY_HEADS and end > index:
            last = end + 1
        end += 1
    if last is None:
        return None
    # “X Y Council of …”, “X Y Office Building” go on; a title or a person may follow.
    if last < len(words):
        after = words[last]
        if words[last - 1].lower() == "press" and after.lower() == "secretary":
            return None
        if after not in ("and", "&") and after.lower() not in _PEOPLE_FOLLOW:
            return (index, last) if is_given_name(after) else None
    return index, last


def _abroad(words: tuple[str, ...], index: int) -> tuple[int, int] | None:
    """“Banco Dias”: a head of another language before the name."""
    if words[index].lower() not in FOREIGN_HEADS or index + 1 == len(words):
        return None
    end = index + 1
    while end < len(words) and end < index + 4 and words[end] not in LINKS:
        if words[end].lower() in _PEOPLE_FOLLOW:
            break
        end += 1
    name = words[index + 1 : end]
    return (index, end) if name and name[0].lower() not in ("central", "nacional") else None


def _trimmed(body: tuple[str, ...]) -> tuple[str, ...]:
    """Without words at its head that are not of the name, or empty if none is left."""
    at = 0
    while at < len(body) and (_is_passing(body[at])):
        at += 1
    body = body[at:]
    if any("-and" in word or word.endswith(("-led", "-wide", "-backed")) for word in body):
        return ()
    if len(body) > 1 and _is_no_body(body):
        return ()
    titles = [i for i, w in enumerate(body) if w.lower() in _TITLES_WITHIN]
    if body and body[0].lower() == "office" and titles == [len(body) - 1]:
        titles = []  # “Office of the … Trade Representative”
    if titles or len(body) < 2 or " ".join(body[-2:]) == "Civil Society":
        return ()
    lead = [w for w in body[:-1] if w not in LINKS]
    if body[-1].lower() == "department" and " ".join(lead) in OFFICE_FIELDS:
        return body
    if body[-1].lower() in BODY_HEADS and all(w.lower() in _GENERIC for w in lead):
        return ()
    return body


def _within_a_field(words: tuple[str, ...], index: int) -> bool:
    """Tell whether what stands after an “and” goes on with the field of a body: “Center for
    Efficient Vehicles and Sustainable Transportation Systems”."""
    led = any(
        words[at].lower() in LEADING_HEADS and words[at + 1] in _ON for at in range(index - 1)
    )
    return led and words[-1].lower() in WEAK_HEADS


def _is_no_body(body: tuple[str, ...]) -> bool:
    """Tell whether a head makes no body here: occasions, rooms, embassies without their capital,
    what is between two nations."""
    head, before = body[-1].lower(), body[-2].lower()
    if _CUT.match(body[0]) or body[0] in _DOING:
        return True
    if head == "conference":
        return before not in ("leadership", "bishops", "bishops'")
    if head in ("embassy", "consulate"):
        return len(body) == 2
    if head in ("alliance", "partnership"):
        return "-" in body[0]
    return head == "office" and before in _ROOMS


def _is_passing(word: str) -> bool:
    cut = word == "S" or word.endswith("-based")  # "S" of “U.S Department”
    return bool(cut or word.lower() in _PASSING or _INITIAL.match(word))


def _is_thing(body: tuple[str, ...]) -> bool:
    return body[-1].lower() in NOT_BODIES or (
        body[0].lower() in NOT_BODIES and len(body) > 1 and body[1] in LINKS
    )


def _is_weak(body: tuple[str, ...]) -> bool:
    if body[0].lower() in REGIONS and body[-1].lower() in ("council", "commission", "assembly"):
        return False
    owned = body[0].endswith(("'", "'s"))  # “Writers' Guild”
    return len(body) < 3 and not owned and body[-1].lower() in WEAK_HEADS
