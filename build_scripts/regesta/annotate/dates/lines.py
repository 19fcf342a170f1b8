"""Dates that a document states of itself: its date line, dateline, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regesta.annotate.dates.reading import Reading
from regesta.model import Block, Span

_DAY_RULES = {"date-full", "date-iso", "date-numeric"}
_LABEL = re.compile(
    r"\b(?:published|posted|released?|issued|date|dated|for immediate release|first published|"
    r"publication date|press release|embargoed? until)\b",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"\b(?:updated?|modified|revised|retrieved|accessed|born|died|effective|expires?|deadline|"
    r"due|copyright|last|event|when|until|since|from|by)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^,? by (?:[A-ZÀ-Þ][\w.’'-]*(?: (?=[A-ZÀ-Þ])|$)){1,5}$")
"""“Posted on 3 February 2020 by Ann Roe”."""
_IN_FORCE = re.compile(r"\bin(?:to)? force:? (?:on |from )?$", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated?|modified|revised)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:next|forthcoming|upcoming|future|following) (?:\w+ )?(?:meeting|session|hearing|sitting|"
    r"date|issue)\b[^.!?]{0,50}$",
    re.IGNORECASE,
)
"""What stands above or before a day to come, which is not the text's own."""
_ABOVE = 90
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGNATURE = re.compile(r"(?:[A-Z][A-Z’' .]{3,40}|[A-Z]\w+(?: [A-Z]\w+){0,3}),? *$")
_DATELINE = re.compile(r"[A-Z][A-Za-z.’' ,/-]{2,60}[,(] *$")
_DASH = re.compile(r"\)? *(?:\([A-Z][\w /-]{1,30}\) *)?(?:–|—|--|-|:)\s")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}, (?:den |le |il )?$")
_SENTENCE = re.compile(r"\.\s+[A-ZÀ-Þ„«“\"]")
"""“Paris, 22. Januar 2023. Der Kanzler …”: a dateline without a dash."""
_HELD = re.compile(
    r"^(?:[^.!?]{0,60}[,.;:]? )??(?<!be )(?<!was )(?<!were )(?<!been )(?<!is )(?<!will be )"
    r"(?:held|sitting|recorded|interviewed|delivered|preached|sitzung|tenue?|celebrada)\b(?:[^.!?]|\b(?:St|[A-Z])\.)*$|"
    r"^(?-i:(?:[A-Z][\w’'&-]*|of|the|and|for) ){0,8}"
    r"(?:minutes|proceedings|transcript|interview|verbatim report|record|log|debate)\b[^.!?]*$",
    re.IGNORECASE,
)
"""What stands before the day on which was said what a text records."""
_TODAY = re.compile(r"\b[Tt]oday,? (?:is )?$")
_CELL_ENDS = re.compile("[|•·]")
"""What parts the cells of a web page's line: "Published … | Updated …"."""
_NOT_BLANK = re.compile(r"\S")
_HEAD, _FOOT, _LONGEST = 6, 5, 120
_NEAR = 200
"""Code points beside a date that can tell: more than those of the longest line."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that a document states of itself, where, and in what kind of
    line (``date line``, ``dateline``, ``signature``, ``line that says when it
    was held``) or word (``“today”``)."""

    day: date
    span: Span
    kind: str
    labelled: bool


def find(
    text: str, blocks: Sequence[Block], readings: Sequence[tuple[Span, Reading]]
) -> list[Stated]:
    """Return the days stated in lines that hold a date and little else, among
    the first and last of the text, and in datelines that give the year."""
    lines = _outer_lines(text, blocks)
    datelines = [block.span for block in blocks if block.kind == "dateline"]
    found = []
    for span, reading in readings:
        if reading.rule not in _DAY_RULES or not reading.value or len(reading.value) != 10:
            continue
        if _TO_COME.search(text, max(0, span.start - _ABOVE), span.start):
            continue
        day = date.fromisoformat(reading.value)
        if _TODAY.search(text, max(0, span.start - 12), span.start):
            found.append(Stated(day, span, "“today”", True))
            continue
        line, place = _line_of(span, lines)
        if line is None or in_force(text, span):
            continue
        alone = place != "foot" and any(dateline.contains(span) for dateline in datelines)
        kind = "date line" if alone else _kind(text, line, span, place)
        if kind:
            before = _last_cell(text[line.start : span.start])
            labelled = alone or _LABEL.search(f"{before} {text[span.end : line.end]}") is not None
            found.append(Stated(day, span, kind, labelled))
    return found


def in_force(text: str, span: Span) -> bool:
    """Tell whether the day at *span* is that on which an act came into force:
    an editor's line above an act that was signed before."""
    return _IN_FORCE.search(text, max(0, span.start - 30), span.start) is not None


def last_changed(
    text: str, blocks: Sequence[Block], readings: Sequence[tuple[Span, Reading]]
) -> tuple[date, Span] | None:
    """Return the day on which a web page's own line says that it was updated
    ("Updated 4:15 PM EDT, Fri August 5, 2022"), the last where several do."""
    lines = [b.span for b in blocks if b.kind == "residue" and b.note == "date-line"]
    found = []
    for line in lines:
        if not _CHANGED.search(text, line.start, line.end):
            continue
        for span, reading in readings:
            if reading.rule in _DAY_RULES and reading.value and line.contains(span):
                found.append((date.fromisoformat(reading.value), span))
    return max(found, default=None)


def _outer_lines(text: str, blocks: Sequence[Block]) -> list[tuple[Span, str]]:
    """Return the first and last lines that are not blank, with which they are."""
    head = _lines(text, 0, 1)[:_HEAD]
    foot = _lines(text, len(text), -1)[:_FOOT]
    places = dict.fromkeys(foot, "foot") | dict.fromkeys(head, "head")
    places |= dict.fromkeys({*head} & {*foot}, "head and foot")
    for block in blocks:
        if block.kind in ("residue", "dateline", "source-line", "credit"):
            places.setdefault(block.span, "evidence")
    return sorted(places.items())


def _lines(text: str, start: int, step: int) -> list[Span]:
    """Return the first lines from *start* on (or back) that are not blank."""
    found: list[Span] = []
    while len(found) < max(_HEAD, _FOOT):
        if step > 0:
            word = _NOT_BLANK.search(text, start)
            at = word.start() if word else -1
        else:
            at = len(text[: max(start, 0)].rstrip()) - 1
        if at < 0:
            break
        end = text.find("\n", at)
        line = Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)
        found.append(line)
        start = line.end + 1 if step > 0 else line.start - 1
    return found


def _line_of(span: Span, lines: Sequence[tuple[Span, str]]) -> tuple[Span | None, str]:
    for line, place in lines:
        if line.contains(span):
            return line, place
    return None, ""


def is_dateline(before: str, after: str) -> bool:
    """Tell whether what stands on the line before a day and after it makes it
    a dateline's: “VIENNA, 5 January (Reuters) –”."""
    named = len(before) < 70 and _DATELINE.match(before)
    return bool(named and _DASH.match(after))


def _last_cell(words: str) -> str:
    cell = words[max(map(words.rfind, "|•·")) + 1 :]
    return cell.removeprefix(" ") if len(cell) < len(words) else words


def _first_cell(words: str) -> str:
    end = _CELL_ENDS.search(words)
    return words[: end.start()].removesuffix(" ") if end else words


def _kind(text: str, line: Span, span: Span, place: str) -> str:
    before = _last_cell(text[max(line.start, span.start - _NEAR) : span.start])
    after = _first_cell(text[span.end : min(line.end, span.end + _NEAR)])
    if "head" in place and is_dateline(before, after):
        return "dateline"
    if "head" in place and _PLACE.fullmatch(before) and _SENTENCE.match(after):
        return "dateline"
    held = "head" in place and len(before) < _LONGEST and _HELD.search(before)
    if held and not _OTHER_LABEL.search(before):
        return "line that says when it was held"
    if line.end - line.start > _LONGEST:
        return ""
    if _LABEL.search(before):
        after = _AUTHOR.sub("", after)
    rest = f"{before} {after}"
    if _OTHER_LABEL.search(rest):
        return ""
    words = _WORD.findall(_LABEL.sub(" ", rest))
    if "foot" in place and not after.strip(" .\t") and _SIGNATURE.fullmatch(before.strip()):
        return "signature"
    if _LABEL.search(rest):
        return "date line" if len(words) <= 6 else ""
    above_the_end = place == "foot" and text[line.end :].strip()
    return "date line" if not words and not above_the_end else ""
