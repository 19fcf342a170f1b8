"""The words that dates are made of, each with a one-letter class.

The grammar of :mod:`regesta.annotate.dates.grammar` is written over these
letters, so that it reads a text as a short string of classes:

====  ===========================================================
M     month                      W w  weekday, weekdays (plural)
D o   1 to 31, 1st to 31st       Y    1000 to 2199
N     any other count            a    a, an
I K   ISO date, 1/10/2024        S J  1990s, 2023/24
T G   today, morning             V    season
u U   day, week …; days …        v    year
j H   hour, minute; hours …      Q    first quarter, Q1, second half
L Z   fiscal year, FY24          C O  calendar year; nineteenth
l n t last, next, this           m    that, same
e r   earlier, later             y z i q  early, late, mid, end
E     each, every                g f b  ago, after, before
R X   recent, recently           A    about, nearly, more than
1     now, currently             2    daily, weekly, annually
3     year-ago (quarter)         4    year-end, month-end
5     future                     6    fiscal
7     Thanksgiving, Christmas Day
p d s P  in, for, since, on/by   F B k &  from, between, to, and
c h   of, the                    τ    10 a.m. EST, noon
½ ×   half, 1/2; twice, times    8    year to date
κ     yearlong, month-long       η    ’98
σ     sixties (after "the")      θ    then, at that time
μ     more, full (weeks)         ω    or (three weeks)
χ     (weeks) ahead, to come
λ     in the year of our Lord    ψ    eighteen hundred and four
9     ult., inst., prox.
====  ===========================================================
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

from regesta.wording import noted

MONTHS = [*calendar.month_name]
WEEKDAYS = [
    noted("Monday"), noted("Tuesday"), noted("Wednesday"), noted("Thursday"), noted("Friday"),
    noted("Saturday"), noted("Sunday"),
]  # fmt: skip
UNITS = (
    noted("day"), noted("week"), noted("month"), noted("year"), noted("decade"), noted("century"),
    noted("weekend"), noted("quarter"), noted("fortnight"),
)  # fmt: skip
"""Words that stand in sentences on how a date is known."""
_SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_SHORT_WEEKDAYS = "mon tue tues wed weds thu thur thurs fri sat sun"
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS = {"a hundred": 100, "one hundred": 100, "two hundred": 200, "a dozen": 12}
_CENTURIES = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first"
)
_SIMPLE = {
    "T": "today tomorrow yesterday tonight overnight|the day before yesterday"
    "|the day after tomorrow",
    "G": "morning afternoon evening night",
    "V": "spring summer autumn fall winter",
    "u": "day week month fortnight weekend decade century quarter",
    "v": "year",
    "U": "days weeks months fortnights weekends decades centuries quarters years",
    "j": "hour minute",
    "H": "hours minutes seconds",
    "l": "last past previous preceding prior latest|most recent",
    "n": "next coming upcoming forthcoming following",
    "t": "this current",
    "m": "that same",
    "e": "earlier",
    "r": "later",
    "y": "early",
    "z": "late",
    "i": "mid",
    "q": "end beginning start middle close",
    "E": "each every per",
    "g": "ago|from now|from today|hence",
    "f": "after",
    "b": "before",
    "R": "recent",
    "X": "recently previously lately soon formerly|in the past|in the recent past|most recently"
    "|more recently|some time ago|a short time ago|a long time ago|a while ago|long ago"
    "|not long ago|moments ago|a generation ago|turn of the century",
    "θ": "then|at that time|at the time|by that time|since that time|until that time",
    "1": "now currently nowadays|right now|at present|at the moment|these days"
    "|for the moment|at this time|for now|just now|as of now",
    "2": "daily weekly monthly quarterly annually nightly annual yearly hourly",
    "σ": "twenties thirties forties fifties sixties seventies eighties nineties",
    "3": "year-ago year-earlier|year-ago quarter|year-earlier quarter|year-ago period"
    "|year-earlier period",
    "4": "year-end month-end midyear mid-year|year end",
    "5": "future|near future|foreseeable future",
    "6": "fiscal",
    "A": "about nearly almost around roughly approximately|more than|less than|at least|up to",
    "p": "in within during over throughout",
    "d": "for",
    "s": "since",
    "P": "on by at",
    "F": "from",
    "B": "between",
    "k": "to through thru until till",
    "&": "and",
    "c": "of",
    "h": "the",
    "a": "a an",
    "L": "|fiscal year (fy)|fiscal year|financial year|school year|academic year|fy",
    "C": "|calendar year",
    "N": "another|a few|few|several|a couple of|a couple|couple|many|some|dozens of|hundreds of"
    "|thousands of",
    "½": "half|and a half|and-a-half|and one-half",
    "×": "once twice times",
    "8": "|year to date|year-to-date",
    "κ": "daylong weeklong monthlong yearlong day-long week-long month-long year-long"
    "|all day|all week|all month|all year",
    "μ": "more full whole entire extra additional consecutive straight successive business"
    " working trading",
    "ω": "or",
    "χ": "ahead|to come",
    "τ": "noon midnight",
}
FEASTS = (
    "new year’s day", "new year’s eve", "valentine’s day", "independence day", "labor day",
    "memorial day", "veterans day", "thanksgiving", "thanksgiving day", "halloween",
    "christmas", "christmas eve", "christmas day", "easter sunday", "easter", "good friday",
)  # fmt: skip
MONTHS_OF_LETTERS = {
    "ult": -1, "ulto": -1, "ultimo": -1, "inst": 0, "instant": 0, "prox": 1, "proximo": 1,
}  # fmt: skip
"""How letters of business name the month before, this and the next: of the 12th ult."""
MONTHS_FROM_JANUARY = 100
"""Added to the count of "the first nine months", which are a part of a year."""
VAGUE = 0
"""Value of a count that is no number: a few, several, many."""


def _entries() -> Iterator[tuple[str, str, int]]:
    """Yield each word in lower case with its class and its value."""
    for number, name in enumerate(MONTHS[1:], 1):
        yield name.lower(), "M", number
    for name in _SHORT_MONTHS.split():
        yield name, "M", -[month[:3].lower() for month in MONTHS].index(name[:3])
    for number, name in enumerate(WEEKDAYS):
        yield name.lower(), "W", number
        yield name.lower() + "s", "w", number
    for name in _SHORT_WEEKDAYS.split():
        number = [day[:3].lower() for day in WEEKDAYS].index(name[:3])
        yield name, "W", -1 - number
    for number, name in enumerate(_NUMBERS.split(), 1):
        yield name, "N", number
    for name, number in (_TENS | _HUNDREDS).items():
        yield name, "N", number
    for tens, value in _TENS.items():
        for number, name in enumerate(_NUMBERS.split()[:9], 1):
            yield f"{tens}-{name}", "N", value + number
    for number, name in enumerate(_CENTURIES.split(), 10):
        yield name, "O", number
    for half, words in ((0, "quarter"), (4, "half")):
        for number, name in enumerate(("first", "second", "third", "fourth"), 1):
            if number <= (2 if half else 4):
                yield f"{name} {words}", "Q", half + number
                yield f"{name}-{words}", "Q", half + number
                yield f"{name} fiscal {words}", "Q", half + number
    for number, name in enumerate(_NUMBERS.split()[1:11], 2):
        yield f"first {name} months", "Q", MONTHS_FROM_JANUARY + number
    for name in FEASTS:
        yield name, "7", VAGUE
    for name, months in MONTHS_OF_LETTERS.items():
        yield name, "9", months
    yield "every other", "E", 2
    for number in range(1, 5):
        yield f"q{number}", "Q", number
    for letter, words in _SIMPLE.items():
        single, *phrases = words.split("|")
        for word in (*single.split(), *phrases):
            yield word, letter, 1 if word == "another" else VAGUE


WORDS: dict[str, tuple[str, int]] = {word: (letter, n) for word, letter, n in _entries()}
_CAPITALISED = frozenset("MWwQZ7")
_COUNTS = {
    "μ": r"(?=[\s-](?:minute|hour|day|week|month|quarter|year|decade)s?\b)",
    "ω": r"(?=\s(?:[0-9½]|two|three|four|five|six|seven|eight|nine|ten|more\s|a\shalf)[\s-]?)",
}
"""What must follow a word that few times stand behind, that is else too common."""
_COUNTS_ONE = {"another": _COUNTS["μ"]}
_ENDS_CLAUSE = (
    r"(?=\s{0,2}(?:[.,;:!?)—–]|\Z|(?:and|but|that|when|to|it|he|she|they|we|has|have|had)\b))"
)
"""What follows "in the past" where no length of time does."""


def _forms(word: str, letter: str) -> Iterator[str]:
    """Yield how *word* may be written; names of months and days never begin
    small, and a shortened one may have a full stop."""
    short = WORDS[word][1] < 0 if letter in "MW" else letter == "9" and len(word) < 5
    stop = r"\.?" if short else ""
    title = " ".join(part.capitalize() for part in word.split(" "))
    for form in dict.fromkeys((word, word.capitalize(), title, word.upper())):
        if form[0].islower() and letter in _CAPITALISED and "-" not in word and " " not in word:
            continue
        written = form.replace("-", "[-‑–]").replace(" ", r"\s{1,4}").replace("’", "[’']")
        written = re.sub(r"\(fy\)", r"\(FY\)", written, flags=re.IGNORECASE)
        must = _ENDS_CLAUSE if word == "in the past" else _COUNTS_ONE.get(word, "")
        yield written + r"(?!\w)" + stop + (must or _COUNTS.get(letter, ""))


def _alternatives() -> str:
    """Join all forms, grouped by their first two letters: the engine then looks at
    one or two letters of most words and goes on."""
    longest_first = sorted(WORDS, key=lambda word: (-len(word), word))
    return _grouped([form for word in longest_first for form in _forms(word, WORDS[word][0])], 2)


def _grouped(forms: Sequence[str], letters: int) -> str:
    groups: dict[str, list[str]] = {}
    others: list[str] = []
    for form in forms:
        if form[:1].isalpha():
            groups.setdefault(form[0], []).append(form[1:])
        else:
            others.append(form)
    joined = _grouped if letters > 1 else lambda rests, _letters: "|".join(rests)
    grouped = [
        f"{first}(?:{joined(rests, letters - 1)})" for first, rests in sorted(groups.items())
    ]
    return "|".join((*grouped, *others))


_ZONE = (
    r"(?:\s\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CET)\b\)?"
    r"|\s[Ee]astern(?:\s(?:[Ss]tandard|[Dd]aylight))?\s[Tt]ime\b)?"
)
_CLOCK = (
    r"(?:[:.][0-9]{2})?(?:\s?[ap]\.\s?m(?:\.|(?!\w))|\s?[ap]m(?!\w)"
    rf"|\s?[AP]\.?M(?:\.|(?!\w))|\so[’']clock){_ZONE}|:?[0-5][0-9]\s?(?:GMT|UTC|[ECMP][SD]T)\b"
)
_DASHED = r"(?<!-[0-9])(?<!-[0-9][0-9])-[0-9]{1,2}-[0-9]{2}(?:[0-9]{2})?(?![\w-])"
FIGURES = rf"[0-9]{{1,2}}(?:{_CLOCK}|{_DASHED})"
"""A time of day, with its zone; a day in figures and dashes."""
SHORT_YEARS = r"[’'‘](?:[2-9]0s(?!\w)|[0-9]{2}(?![\w’']))"
"""’90s, ’98.  Each of these begins with what few words begin with: the engine
then looks at one character of most places and goes on."""
NUMBER = r"[$£€#§]?[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[$£€#§]?[0-9]+(?:[.,:/][0-9]+)*[A-Za-z%]*"
FISCAL = r"FY\s?[’']?[0-9]{2}(?:[0-9]{2})?(?![0-9])"


def token(spelled: str = "") -> re.Pattern[str]:
    """Return what finds every token, in time linear in the text; *spelled* is
    a form of dates in words that stands before all others."""
    first = f"{spelled}|" if spelled else ""
    return re.compile(
        rf"(?<!\w)(?:{first}{FISCAL}|{_alternatives()}|{SHORT_YEARS}|{FIGURES}|{NUMBER})"
    )


TOKEN = token()
