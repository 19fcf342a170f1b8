"""What looks like a date and is none: counts, labels, streets, names."""

from __future__ import annotations

import re

_COUNTED = re.compile(
    r"[\s-](?:(?:more|other|new|young|additional|square|cubic|metric|American|Chinese|dead)\s)?"
    r"(?:people|persons|men|women|children|troops|soldiers|jobs|dollars|euros|pounds|cents|"
    r"miles|feet|foot|inch(?:es)?|met(?:re|er)s?|kilomet(?:re|er)s?|km|kg|acres|tons?|tonnes?|homes|"
    r"votes|times|per\s?cent|percent|degrees|points|words|pages|million|billion|trillion|thousand|"
    r"hundred|units|calories|(?:mega|kilo|giga)?watts?|mg|ml|cases|deaths|schools|students|"
    r"workers|members|companies|countries|nations|states|families|officers|yards|seats)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?<![’'])\b(?:section|sections|sec|no|nos|number|numbers|room|suite|flight|title|article|chapter|"
    r"page|pages|pp?|rule|form|route|highway|interstate|box|resolution|docket|line|lines|figure|"
    r"paragraph|model|channel|unit|gate|building|bldg|apartment|apt|act of congress|order|"
    r"proclamation|h\. ?r|s|u\. ?s\. ?c|c\. ?f\. ?r|version|about|nearly|approximately|roughly|"
    r"some|than|almost)\.?|[#№§$£€]) ?$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][\w’'-]{0,20}\.? ){1,3}"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Lane|Way|Square|Place|Court)"
)
_ABOUT = re.compile(r"\b(?:ca?\. ?|circa |[Aa]bout |[Aa]round )$")
_AGE = re.compile(r"[\s-]{1,2}(?:old\b|olds\b|of age\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages) $", re.IGNORECASE)
_NAMED_DAY = re.compile(
    r"(?:Black|Good|Ash|Super|Cyber|Easter|Palm|Bloody|Fat|Shrove|Holy|Maundy|Giving|Bowl|"
    r"Business|News|Red|Whit|Freaky|Green|Magic|Blue) $"
)
_NAMED_AFTER_DAY = re.compile(
    r"(?:’s|'s)? (?:Night (?:Live|Football|Lights)|Times|Telegraph|Mail|Mirror|Express|Herald)\b"
)
_PART_OF_NAME = re.compile(r" (?:Morning|Night|Evening|Afternoon)$")
_NAMED_TODAY = re.compile(r"\b(?:USA|Russia|Psychology|India|World) $", re.IGNORECASE)
_FIGURATIVE = re.compile(r"(?<!\bas) of $", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(r" [A-Z][a-z]+")
_FIRST_NAMES = frozenset({"april", "june", "august", "may", "march"})
_FOURTH = ("Fourth of July", "fourth of July")
_WORDS_TOO = frozenset({"may", "march"})


def is_count(text: str, end: int) -> bool:
    """Tell whether the number that ends at *end* counts the next word."""
    return _COUNTED.match(text, end, end + 40) is not None


def is_label(text: str, start: int) -> bool:
    """Tell whether the number at *start* is a section's, a room's, a price."""
    before = text[max(0, start - 16) : start]
    if before.endswith(("-", "–", "‑", ".", "/", "+", "’", "'", "&", "=", "_")):
        return True
    return _LABEL.search(before) is not None


def is_about(text: str, start: int, ends_phrase: bool) -> bool:
    """Tell whether “c.” or “circa” stands before the year at *start*, or
    “about”, where nothing follows that it could count (*ends_phrase*)."""
    found = _ABOUT.search(text, max(0, start - 8), start)
    return found is not None and (ends_phrase or found[0][0] == "c")


def is_street(text: str, end: int) -> bool:
    """Tell whether the number that ends at *end* is a house's."""
    return _STREET.match(text, end, end + 80) is not None


def is_age(text: str, start: int, end: int) -> bool:
    """Tell whether a length of time is somebody's age."""
    after = _AGE.match(text, end, end + 12)
    return after is not None or _AGED.search(text[max(0, start - 8) : start]) is not None


def end_of_age(text: str, end: int) -> int:
    """Return where an age is over whose length of time ends at *end*: 18-year-old."""
    after = _AGE.match(text, end, end + 12)
    return after.end() if after else end


def is_named_day(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday is part of a name: Good Friday, Sunday Times."""
    if _NAMED_DAY.search(text[max(0, start - 12) : start]):
        return True
    if _NAME_FOLLOWS.match(text, end, end + 4) and _PART_OF_NAME.search(text, start, end):
        return True
    return _NAMED_AFTER_DAY.match(text, end, end + 24) is not None


def is_named_today(text: str, start: int) -> bool:
    """Tell whether "today" is part of a name or a figure of speech: USA Today,
    the jobs of tomorrow."""
    before = text[max(0, start - 12) : start]
    return _NAMED_TODAY.search(before) is not None or _FIGURATIVE.search(before) is not None


def is_other_word(text: str, word: str, end: int, led: bool) -> bool:
    """Tell whether a bare month is rather a first name, the word may or march,
    or the Fourth of July; *led* says that a preposition or "last" leads it in."""
    if text.endswith(_FOURTH, max(0, end - 14), end):
        return True
    if word in _WORDS_TOO and not led:
        return True
    return word in _FIRST_NAMES and not led and _NAME_FOLLOWS.match(text, end, end + 4) is not None
