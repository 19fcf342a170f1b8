"""The forms under which a text may write a name, made by rule.

A record gives a name and its variants; the rules here add what typing alone
changes: a middle initial dropped, “X Department” for “Department of X”,
“U.S.” for “US”.  Every form is in the folded form of :mod:`.name_folding`.
A form that a rule made gives way to one that a record gives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from regesta.annotate.names.folding import fold_name
from regesta.annotate.names.words import (
    COMMON_HEADS,
    LOWERABLE_HEADS,
    SPELLINGS,
    TITLES,
    US_PREFIXES,
)
from regesta.model import Entity


class Form(NamedTuple):
    """One way to write a name.

    *surface* is folded; *rule* says where the form comes from (``name``,
    ``variant`` or a rule's name); *given* tells whether a record states it;
    *short* that it counts only after the full name in the same document;
    *loose* that capitals do not matter (topics).
    """

    surface: str
    rule: str
    given: bool = True
    short: bool = False
    loose: bool = False


def forms_of(entity: Entity) -> list[Form]:
    """Return every form of *entity*, the record's own first, none twice."""
    found: dict[str, Form] = {}
    for rule, name in _given(entity):
        surface = without_article(fold_name(name))
        title, bare = parted(surface) if entity.kind == "person" else ("", surface)
        if title == "M." and rule == "name":  # an initial, and no Monsieur
            title, bare = "", surface
        if title and " " not in bare:
            found.setdefault(bare, Form(bare, "short-form", short=True))
        elif bare:
            found.setdefault(bare, _judged(bare, rule, entity))
    for form in list(found.values()):
        if not form.short:
            for surface in _derived(form.surface, entity):
                found.setdefault(surface, Form(surface, "form-by-rule", given=False))
    for surface in _short_forms(entity, [f.surface for f in found.values() if not f.short]):
        found.setdefault(surface, Form(surface, "short-form", given=False, short=True))
    if entity.kind == "topic":
        return [_loosened(form) for form in found.values()]
    return list(found.values())


def _given(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "name", entity.name
    for variant in entity.variants:
        yield "variant", variant
    for short in entity.short_forms:
        yield "short-form", short


def parted(name: str) -> tuple[str, str]:
    """Part a person's *name* into title of office and name proper: a mention
    leaves the title out, so a variant “President Doe” is a Doe with a title."""
    words = name.split(" ")
    begin = 0
    while begin < len(words) - 1 and words[begin].lower() in TITLES:
        begin += 1
    return " ".join(words[:begin]), " ".join(words[begin:])


def _judged(surface: str, rule: str, entity: Entity) -> Form:
    """A short form, or a common noun, waits for the full name."""
    common = entity.kind in ("person", "organisation", "place") and (
        surface.lower() in COMMON_HEADS and " " not in surface
    )
    return Form(surface, rule, short=rule == "short-form" or common)


def _loosened(form: Form) -> Form:
    # An acronym is told from a word by its capitals alone: AIDS, aids.
    loose = not any(len(word) > 1 and word.isupper() for word in form.surface.split())
    return Form(form.surface, form.rule, form.given, form.short, loose)


def without_article(name: str) -> str:
    """Return *name* without a leading “the”."""
    return name[4:] if name[:4].lower() == "the " else name


def _derived(surface: str, entity: Entity) -> list[str]:
    """Apply the rules of the kind, each to what those before it made."""
    made = [surface]
    for rule in _RULES[entity.kind]:
        made += [form for known in made for form in rule(known)]
        if len(made) > _MOST_FORMS:
            break
    if not surface.isascii():
        made += [form for known in made for form in _plain_letters(known)]
    return made[1:]


_MOST_FORMS = 24  # rules multiply; a name that gets so many gains nothing by more

_INITIAL = re.compile(r"^([A-Z][\w'-]+) ((?:[A-Z]\.? ?)+) ?(?=[A-Z][\w'-]{2})")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")


def _person(name: str) -> Iterator[str]:
    bare = _SUFFIX.sub("", name)
    if bare != name and " " in bare:
        yield bare
    if " " not in bare:
        return
    if initials := _INITIAL.match(bare):
        given, middle = initials.group(1), initials.group(2).strip()
        family = bare[initials.end() :]
        yield f"{given} {family}"
        yield f"{given} {middle.replace('.', '')} {family}"


def _prefixed_by_us(name: str) -> Iterator[str]:
    """US Department of X: every writing of the prefix, and without it."""
    if name[:1] != "U":
        return
    for prefix in US_PREFIXES:
        if name.startswith(prefix + " "):
            rest = name[len(prefix) + 1 :]
            yield from (f"{other} {rest}" for other in US_PREFIXES if other != prefix)
            if " " in rest and rest[:1].isupper():
                yield rest
            return


_OF = re.compile(r"^(.*\b)?(Department|Ministry) of (?:the )?(.+)$")
_BEFORE = re.compile(r"^((?:US|U\.S\.?|United States) )?([A-Z].*) (Department|Ministry)$")


def _department(name: str) -> Iterator[str]:
    """Department of X, X Department."""
    if parts := _OF.match(name):
        lead, head, field = parts.group(1) or "", parts.group(2), parts.group(3)
        yield f"{lead}{field} {head}"
        if head == "Department":
            yield from (f"{lead}{field} Dept.", f"{lead}Dept. of {parts.group(3)}")
        if field == "Foreign Affairs":
            yield f"{lead}Foreign {head}"
    elif parts := _BEFORE.match(name):
        lead, field, head = parts.group(1) or "", parts.group(2), parts.group(3)
        yield f"{lead}{head} of {field}"


def _small_head(name: str) -> Iterator[str]:
    """U.S. Government, U.S. government; French government, French Government."""
    words = name.split(" ")
    tail = len(words)
    while tail > 1 and words[tail - 1].lower() in LOWERABLE_HEADS:
        tail -= 1
    if tail < len(words):
        lead = words[:tail]
        yield " ".join([*lead, *(word.lower() for word in words[tail:])])
        yield " ".join([*lead, *(word[:1].upper() + word[1:] for word in words[tail:])])


def _spelling(name: str) -> Iterator[str]:
    for british, american in SPELLINGS:
        if british in name:
            yield name.replace(british, american)
        elif american in name and british not in name:
            yield re.sub(rf"\b{american}\b", british, name)
    if " & " in name:
        yield name.replace(" & ", " and ")
    elif name.count(" and ") == 1:
        yield name.replace(" and ", " & ")


_DOTTED = re.compile(r"^(?:[A-Z]\.){2,6}$")
_UNDOTTED = re.compile(r"^[A-Z]{2,3}$")


def _stops(name: str) -> Iterator[str]:
    """US, U.S., and U.S before a full stop that went missing."""
    if _DOTTED.match(name):
        yield name.replace(".", "")
        yield name[:-1]
    elif _UNDOTTED.match(name):
        dotted = ".".join(name)
        yield dotted + "."
        yield dotted


def _country(name: str) -> Iterator[str]:
    if name in ("United States", "United States of America", "USA", "U.S.A."):
        yield from ("US", "U.S.", "U.S", "USA", "U.S.A.", "United States")
        yield "United States of America"
    elif name == "Washington, D.C.":
        yield from ("Washington, DC", "Washington DC", "Washington D.C.")


def _number(name: str) -> Iterator[str]:
    """The other grammatical number of a topic's last word, where it is regular."""
    lead, _, last = name.rpartition(" ")
    word = last.lower()
    if len(word) < 5 or not word.isascii() or word.endswith(("ics", "ss", "us", "is", "news")):
        return
    if word.endswith("ies"):
        other = last[:-3] + "y"
    elif word.endswith(("ses", "xes", "ches", "shes")):
        other = last[:-2]
    elif word.endswith("s"):
        other = last[:-1]
    elif word.endswith("y") and word[-2] not in "aeiou":
        other = last[:-1] + "ies"
    elif word.endswith(("x", "ch", "sh")):
        other = last + "es"
    else:
        other = last + "s"
    yield f"{lead} {other}".strip()


def _plain_letters(name: str) -> Iterator[str]:
    """Without accents, and with them set apart (Unicode NFD)."""
    apart = unicodedata.normalize("NFD", name)
    yield apart
    yield unicodedata.normalize("NFC", name)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    if plain.isascii():  # only where Latin letters lose nothing but their marks
        yield plain


_RULES: dict[str, tuple[Callable[[str], Iterator[str]], ...]] = {
    "person": (_person,),
    "organisation": (_department, _prefixed_by_us, _small_head, _spelling, _stops),
    "place": (_country, _stops),
    "topic": (_number,),
    "event": (_small_head, _spelling),
}


def _short_forms(entity: Entity, full: list[str]) -> Iterator[str]:
    if entity.kind == "person":
        if not entity.short_forms and full:
            yield from _family_names(entity, full[0])
    elif entity.kind == "place":
        yield from (name.partition(", ")[0] for name in full if ", " in name)
    elif entity.kind == "organisation":
        for name in full:
            shorter = re.sub(r",? (?:Inc|Ltd|LLC|Corp|Co|plc|GmbH|S\.A|AG)\.?$", "", name)
            if shorter != name:
                yield shorter


def _family_names(entity: Entity, name: str) -> Iterator[str]:
    words = _SUFFIX.sub("", name).split(" ")
    if len(words) < 2:
        return
    if entity.family_name_first:
        yield words[0]
        return
    # “Mohammed bin Salman”, “Ursula von der Leyen”: the particles belong to the name.
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    yield " ".join(words[start:])
    if start < len(words) - 1:
        yield words[-1]
