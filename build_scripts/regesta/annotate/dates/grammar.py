"""The forms that dates take in English, over the classes of words of
:mod:`regesta.annotate.dates.words`.

Each form has a name; the first that fits at the leftmost place wins, so the
longer stand before the shorter.  No form repeats without bound: the whole is
linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from regesta.annotate.dates.tokens import Classes, Token

_WEEKDAY = "(?:W,?)?"
_PART = "(?:[yzi]-?|qch?)?"
_MONTH_DAY = f"{_WEEKDAY}Mh?[Do](?:,?Y)?"
_DAY_MONTH = "(?:W,?h?)?[Do](?:uc)?c?M(?:,?Y)?"

_IN_YEAR = "(?:(?:λ|phv),?)?"

FORMS: dict[str, str] = {
    "iso-day": "I",
    "numeric-day": "K",
    "day-range": "|".join(
        (
            f"F?{_MONTH_DAY}[-k]{_MONTH_DAY}",
            f"B{_MONTH_DAY}&{_MONTH_DAY}",
            f"{_WEEKDAY}Mh?[Do]&h?[Do],?Y",
            f"F?{_DAY_MONTH}[-k]{_DAY_MONTH}",
            f"B{_DAY_MONTH}&{_DAY_MONTH}",
            f"F?{_WEEKDAY}Mh?[Do][-k]h?[Do](?:,?Y)?",
            f"B{_WEEKDAY}Mh?[Do]&h?[Do](?:,?Y)?",
            "(?:Fh?)?[Do][-k]h?[Do]c?M(?:,?Y)?",
            "Bh?[Do]&h?[Do]c?M(?:,?Y)?",
        )
    ),
    "full-day": f"{_WEEKDAY}Mh?[Do],?{_IN_YEAR}[Yψ]|(?:W,?h?)?[Do](?:uc)?c?M,?{_IN_YEAR}[Yψ]|D-M-Y",
    "day-of-year": f"{_WEEKDAY}M[Do],?c?[lnt]v|(?:W,?h?)?[Do]c?Mc?[lnt]v",
    "recurring-day": "M[Do],?c?Ev|[Do]c?Mc?Ev",
    "month-range": "F?M(?:,?Y)?[-k]M(?:,?Y)?|BM(?:,?Y)?&M(?:,?Y)?",
    "year-range": "F?Y[-k][YDN]|BY&Y|J",
    "month-of-year": f"[lnt]?{_PART}M(?:,|c)?[Yη]",
    "day": f"{_WEEKDAY}Mh?[Do]|(?:W,?h?)?[Do](?:uc)?c?M",
    "month-of-that-year": f"{_PART}M,?c?[lnt]v",
    "that-month": "mM(?!h?[Do])",
    "near-month": f"{_PART}t?[lnt]M",
    "month": f"{_PART}M",
    "season-of-year": f"[lnt]?{_PART}Vc?h?(?:Y-[DN]|[YηJ])|{_PART}Vc?[lnt]v",
    "near-season": f"{_PART}t?[lnt]V",
    "season": "(?<=[pdskPb])hV(?![,c]?h?[YηJlntv])",
    "quarter": "lucY|6?Qc?h?(?:[LC6]Y|[YZ]|[lnt]v)|[L6]Y'Q|Z'Q|Y'?Q|[lnt]v'Q|h?6?Q(?:chv|(?!c))",
    "year-ago": "3",
    "fiscal-year": "Z|[L6][Yη](?:-[YDN])?|YL|LJ|[lnt]L",
    "decade": f"{_PART}S|(?<=h)(?:[yzi]-?)?σ",
    "century": f"{_PART}[oO]-?u",
    "weekday-of-week": "W,?c?[lnt]u",
    "weekday-and-day": "Wh?o(?!-?u|c?M|-)",
    "near-weekday": "t?[lnt]WG?",
    "weekday-range": "W[-k]W",
    "feast": "7(?:,?Y|,?c?[lnt]v)?|[lnt]7",
    "weekday": "[yz]?WG?",
    "weekdays-ago": "[ND]wg",
    "week-from-day": "[aND][uU]F[WT]",
    "weekdays": "w",
    "near-day": "[yz]?TG?|[yz]?tG|[yz]?lG",
    "set": "E[NDo]?-?[uvUWG]|[ND]?×a[uv]|2",
    "part-of-period": "[er][lnt][uv]",
    "anaphoric": "[er]ph[uv]|[er]m{1,2}[uv]|m{1,2}[uvG]|hnG|h[ln][uv](?!cY)",
    "stretch": "(?:[pd]h?|h)?[lntR](?:[ND][kω])?[ND]?[UH]|(?:[pd]?h|d)[ln][uv](?!cY)|tl[uv]",
    "ago": "A?(?:[NDa][kω])?[NDaY]?-?[uvUHj]½?gT?",
    "chained": "A?[NDa]?[uvU][fbre]|A?[NDa][jH][re]|h[uv][fb]",
    "ahead": "(?:[pd]?h|[pd])?N?[uvUH]χ",
    "to-date": "8",
    "near-period": f"{_PART}t?[lnt][uv]|qch[uv]|[uv]'q|h?4",
    "present": "1",
    "future": "h5",
    "quarter-of-year": "hYu",
    "the-period": "hu",
    "then": "θ",
    "long": "[pd]U",
    "fraction": "A?½a[uvj]|½-[uvj]|A?[NDa][uvjUH]½|A?[ND]-?½-?[uvUjH]",
    "either-length": "A?[NDa][kω-][NDa]-?[uvUjH](?![gfber])|A?a[uvj]ωN",
    "duration": "A?[NDY]-?μ?-?[uvUjH]|Aaμ?[uvj]|aμ[uvj]|hμ[uvj]|(?<=[dp])a[uvj]|κ",
    "rate": "a[uvj]",
    "day-of-near-month": "h?[Do]9|h?oc[lnt]u",
    "day-of-month": "ho(?!-?u|c?M|-)",
    "year": f"λ,?[Yψ]|{_PART}Y",
    "vague": "X",
    "clock": "τ",
}
_GRAMMAR = re.compile(
    "|".join(f"(?P<{name.replace('-', '_')}>{form})" for name, form in FORMS.items())
)
_NAMES: Mapping[str | None, str] = {name.replace("-", "_"): name for name in FORMS}

_CORE = "IKMYJVQZSLuUvjHWwTGoX1234579τκ8λσηθ"
"""Every form has one of these; most stretches between breaks have none."""
_STRETCH = re.compile(
    rf"(?:[^|{_CORE}]*+\|)*+(?:(?P<stretch>[^|{_CORE}]*+[{_CORE}][^|]*+)|[^|]*+\Z)"
)


class Form(NamedTuple):
    """A form found: its name, its classes, and its words without the marks
    between them."""

    name: str
    letters: str
    tokens: tuple[Token, ...]
    before: str
    after: str

    @property
    def start(self) -> int:
        """Where it starts, in code points."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends, in code points."""
        return self.tokens[-1].end

    def all(self, letters: str) -> tuple[Token, ...]:
        """Return the words of the given classes."""
        return tuple(token for token in self.tokens if token.letter in letters)

    def first(self, letters: str) -> Token | None:
        """Return the first word of the given classes."""
        for token in self.tokens:
            if token.letter in letters:
                return token
        return None


def forms(classes: Classes) -> Iterator[Form]:
    """Yield the forms in *classes* from left to right, none overlapping."""
    letters, tokens = classes.letters, classes.tokens
    for stretch in _STRETCH.finditer(letters):
        for match in _GRAMMAR.finditer(letters, *stretch.span("stretch")):
            start, end = match.span()
            yield Form(
                _NAMES[match.lastgroup],
                match.group(),
                tuple(filter(None, tokens[start:end])),
                letters[start - 3 if start > 3 else 0 : start],
                letters[end : end + 2],
            )
