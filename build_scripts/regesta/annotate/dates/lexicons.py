"""The words of dates in other languages than English, by the same classes.

Names of months and days: Unicode CLDR 47 (as Babel 2.18 gives them; Unicode
License v3), with the Austrian “Jänner” and “Feber” and other common writings;
the rest was compiled for this project.  What such a word means is told by the
English word for it, so that one set of rules reads them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from regesta.annotate.dates.words import NUMBER, TOKEN, WORDS

Entry = tuple[str, int, str]
"""A word's class, its value, and the English word that it stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language: *token* finds them, *words* gives each (in
    small letters) its class; *gaps* are what may stand between two."""

    token: re.Pattern[str]
    words: dict[str, Entry]
    gaps: dict[str, str] = field(default_factory=dict)


ENGLISH = Lexicon(TOKEN, {word: (letter, n, word) for word, (letter, n) in WORDS.items()})

_TABLES = {
    "de": """
        M Januar|Jänner Februar|Feber März April Mai Juni Juli August September Oktober November
          Dezember
        W Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag
        today heute
        yesterday gestern
        last letzter letzte letzten letztem letztes vergangener vergangene vergangenen vergangenes
          vorigen vorige voriges
        next nächster nächste nächsten nächstem nächstes kommenden kommende kommendes kommender
        this dieser diese diesen diesem dieses
        week Woche
        month Monat Monats
        year Jahr Jahres Jahre
        to bis
        from vom
        on am
        in im
    """,
    "fr": """
        M janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        W lundi mardi mercredi jeudi vendredi samedi dimanche
        today aujourd'hui|aujourd’hui
        yesterday hier
        tomorrow demain
        to au
        from du
        in en
        the le
    """,
    "es": """
        M enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre
          diciembre
        W lunes martes miércoles jueves viernes sábado domingo
        today hoy
        yesterday ayer
        last pasado pasada
        next próximo próxima
        this este
        to al
        the el
    """,
    "it": """
        M gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
          dicembre
        W lunedì martedì mercoledì giovedì venerdì sabato domenica
        today oggi
        yesterday ieri
        tomorrow domani
        last scorso scorsa
        next prossimo prossima
        to al
        from dal
    """,
    "pt": """
        M janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        W segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
        today hoje
        yesterday ontem
        tomorrow amanhã
        to a
    """,
}
_ORDINALS = {"fr": "er", "es": "º|°", "it": "º|°", "pt": "º|°", "de": r"(?=\.)"}
_GAPS = {
    "de": {".": "", ". ": "", ", den": ",", ", dem": ",", ".,": ""},
    "fr": {", le": ",", "et": "&"},
    "es": {"de": "", "del": "", ", de": "", "y": "&"},
    "it": {"e": "&", "dell": ""},
    "pt": {"de": "", "do": "", ", de": "", "e": "&"},
}
_CLASSES = {
    "today": "T", "yesterday": "T", "tomorrow": "T", "last": "l", "next": "n", "this": "t",
    "week": "u", "month": "u", "year": "v", "to": "k", "from": "F", "on": "P", "in": "p",
    "the": "h",
}  # fmt: skip


@cache
def lexicon(tag: str) -> Lexicon:
    """Return the lexicon of a language (BCP 47); English for one that has none."""
    if tag not in _TABLES:
        return ENGLISH
    words = dict(_entries(_TABLES[tag]))
    written = sorted(words, key=lambda word: (-len(word), word))
    forms = "|".join(f"{_either(word)}(?!\\w)" for word in written)
    day = rf"[0-9]{{1,2}}(?:{_ORDINALS[tag]})(?!\w)"
    return Lexicon(re.compile(rf"(?<!\w)(?:{forms}|{day}|{NUMBER})"), words, _GAPS[tag])


def _either(word: str) -> str:
    """A word with a small or a great first letter."""
    first = word[0]
    return f"[{first}{first.upper()}]{re.escape(word[1:])}"


def _entries(table: str) -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for line in re.sub(r"\n {10}(?=\S)", " ", table).strip().splitlines():
        head, *listed = line.split()
        for number, alike in enumerate(listed):
            for word in alike.split("|"):
                found.append((word.lower(), _entry(head, number, word)))
    return found


def _entry(head: str, number: int, word: str) -> Entry:
    if head == "M":
        return "M", number + 1, word.lower()
    if head == "W":
        return "W", number, word.lower()
    return _CLASSES[head], 0, head
