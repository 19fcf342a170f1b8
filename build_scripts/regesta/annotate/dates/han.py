"""Dates as Chinese, Japanese and Korean write them: year, month, day, each
with its sign after the figures (ISO 8601 has the same order).

“2024年1月30日”, “二〇二四年一月三十日”, “令和6年1月30日”, “2024년 1월 30일”, “30日”,
“星期二”, “火曜日”, “昨天”, “去年”.  A day without its month is of the month last
named; the forms found are read as those of English are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.tokens import Token
from regesta.model import Span

_DIGIT = "0-9０-９〇零一二三四五六七八九"
_SMALL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""Japanese eras and the year before each began."""
_DATE = re.compile(
    rf"(?:(?P<era>{'|'.join(_ERAS)})\s?(?P<count>元|{_SMALL})年\s?"
    rf"|(?<![{_DIGIT}])(?P<year>[{_DIGIT}]{{4}})\s?[年년]\s?)?"
    rf"(?:(?<![{_DIGIT}十])(?P<month>{_SMALL})\s?[月월](?!\s?前)\s?)?"
    rf"(?:(?<![{_DIGIT}十])(?P<day>{_SMALL})\s?(?:日|号(?![楼线])|號|일)(?![本元间間間以内]))?"
)
_STARTS = re.compile(rf"(?:{'|'.join(_ERAS)})|[{_DIGIT}十]")
_WEEKDAY = re.compile(
    r"(?:星期|礼拜|禮拜|周|週)(?P<zh>[一二三四五六日天])(?![年月岁歲])|(?P<ja>[月火水木金土日])曜日?|(?P<ko>[월화수목금토일])요일"
)
_WEEK = {"zh": "一二三四五六日", "ja": "月火水木金土日", "ko": "월화수목금토일"}
_NEAR = {
    "前天": "the day before yesterday", "昨天": "yesterday", "昨日": "yesterday",
    "今天": "today", "今日": "today", "明天": "tomorrow", "明日": "tomorrow",
    "后天": "the day after tomorrow", "어제": "yesterday", "오늘": "today", "내일": "tomorrow",
}  # fmt: skip
_PERIODS = {
    "去年": ("l", "year"), "今年": ("t", "year"), "明年": ("n", "year"), "来年": ("n", "year"),
    "上周": ("l", "week"), "上週": ("l", "week"), "本周": ("t", "week"), "下周": ("n", "week"),
    "上个月": ("l", "month"), "上月": ("l", "month"), "本月": ("t", "month"),
    "下个月": ("n", "month"), "先週": ("l", "week"), "今週": ("t", "week"), "来週": ("n", "week"),
    "先月": ("l", "month"), "今月": ("t", "month"), "来月": ("n", "month"),
}  # fmt: skip
_WORDS = re.compile("|".join(sorted((*_NEAR, *_PERIODS), key=lambda word: (-len(word), word))))
_VALUES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}


def forms(text: str, parts: Sequence[Span]) -> list[list[Form]]:
    """Return the forms of dates in each of *parts* (code points), in order."""
    month = 0
    groups = []
    for part in parts:
        found: list[Form] = []
        for one in sorted(_found(text, part), key=lambda form: form.start):
            if found and one.start < found[-1].end:
                continue
            named = one.first("M")
            month = named.value if named else month
            if one.name == "day-of-month" and month:
                one = _form("day", Token("M", one.start, one.start, month, ""), *one.tokens)
            found.append(one)
        groups.append(found)
    return groups


def _found(text: str, part: Span) -> Iterator[Form]:
    yield from _dates(text, part)
    for weekday in _WEEKDAY.finditer(text, part.start, part.end):
        kind = weekday.lastgroup or "zh"
        sign = weekday[kind].replace("天", "日")
        number = _WEEK[kind].index(sign)
        yield _form("weekday", Token("W", *weekday.span(), number, weekday[0]))
    for word in _WORDS.finditer(text, part.start, part.end):
        if word[0] in _NEAR:
            yield _form("near-day", Token("T", *word.span(), 0, _NEAR[word[0]]))
        else:
            letter, unit = _PERIODS[word[0]]
            start, end = word.span()
            shift, whole = Token(letter, start, start, 0, ""), Token("v", start, end, 0, unit)
            yield _form("near-period", shift, whole)


def _dates(text: str, part: Span) -> Iterator[Form]:
    position = part.start
    while (head := _STARTS.search(text, position, part.end)) is not None:
        found = _DATE.match(text, head.start(), part.end)
        position = max(head.end(), found.end() if found else 0)
        if found and found.end() > found.start():
            tokens = list(_tokens(found))
            name = _NAMES.get("".join(token.letter for token in tokens))
            if name:
                yield _form(name, *tokens)


_NAMES = {
    "YMD": "full-day", "MD": "day", "YM": "month-of-year", "M": "month", "Y": "year",
    "D": "day-of-month",
}  # fmt: skip


def _tokens(found: re.Match[str]) -> Iterator[Token]:
    end = found.start() + len(found[0].rstrip())
    if found["era"]:
        count = 1 if found["count"] == "元" else _number(found["count"])
        yield Token("Y", found.start(), end, _ERAS[found["era"]] + count, "")
    elif found["year"]:
        yield Token("Y", found.start(), end, _number(found["year"]), "")
    for name, letter in (("month", "M"), ("day", "D")):
        if found[name]:
            yield Token(letter, found.start(), end, _number(found[name]), "")


def _number(written: str) -> int:
    """Return the value of figures, “二〇二四” or “三十一”."""
    if written.isdigit():
        return int(written)
    if "十" in written:
        tens, _, ones = written.partition("十")
        return (_VALUES[tens] if tens else 1) * 10 + (_VALUES[ones] if ones else 0)
    return int("".join(str(_VALUES.get(sign, sign)) for sign in written))


def _form(name: str, *tokens: Token) -> Form:
    letters = "".join(token.letter for token in tokens)
    return Form(name=name, letters=letters, tokens=tokens, before="p", after="")
