"""Complaints: the catalogue of their codes, and how they are printed.

A complaint is a value (:class:`regesta.model.Problem`); whoever finds one makes
it with :func:`problem` from a code of the catalogue.  The catalogue says what
each code means and shows what is right; the guide's page of problems is made
from it.  Printing is the caller's choice: text, JSON, or GitHub's annotations.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from regesta.model import Problem, Severity
from regesta.problem_codes import CATALOGUE


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the catalogue: a short *title*, what it *means*, and what is
    right (*remedy*, printed below the message unless a better one is known)."""

    code: str
    title: str
    meaning: str
    remedy: str
    severity: Severity = "error"


CODES: dict[str, Code] = {row[0]: Code(*row) for row in CATALOGUE}
"""Every code there is, in the order of the guide."""


def problem(
    code: str,
    message: str,
    path: str,
    line: int = 0,
    column: int = 0,
    *,
    remedy: str | None = None,
    severity: Severity | None = None,
) -> Problem:
    """Make a problem of a catalogued *code*.

    *remedy* replaces the catalogue's; *line* and *column* count from 1, 0
    where there is none.  Raises KeyError for a code that is not catalogued.
    """
    entry = CODES[code]
    return Problem(
        code=code,
        severity=severity or entry.severity,
        message=message,
        path=path,
        line=line,
        column=column,
        remedy=entry.remedy if remedy is None else remedy,
    )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* sorted by path, line, column, code and message."""
    return sorted(problems, key=lambda p: (p.path, p.line, p.column, p.code, p.message))


EACH = 100
"""How many problems of one kind are told of one file."""


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* in their order, of each kind (code) and file the first
    :data:`EACH`; the last of these says how many more there are.  A file that
    is wrong in every line hides nothing of what is wrong with the others."""
    given = list(problems)
    number = Counter((p.path, p.code) for p in given)
    seen: Counter[tuple[str, str]] = Counter()
    out = []
    for one in given:
        kind = (one.path, one.code)
        seen[kind] += 1
        more = number[kind] - EACH
        if seen[kind] == EACH and more > 0:
            one = replace(one, message=f"{one.message} (and {more:,} more like this in this file)")
        if seen[kind] <= EACH:
            out.append(one)
    return out


# Characters that act on a terminal, break a line, or reorder what is read.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{number - 0xDC00:02x}"
    if number > 0xFFFF:
        return f"\\U{number:08x}"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def printable(text: str) -> str:
    """Return *text* with control, format and surrogate characters written as
    escapes (``\\x1b``, ``\\u202e``), so that printing it does nothing else.
    The result can always be encoded in UTF-8."""
    return _UNSAFE.sub(_escape, text)


def _lines(text: str) -> list[str]:
    return [printable(line) for line in text.split("\n")]


def place(problem: Problem) -> str:
    """Return ``path:line:column`` as far as it is known, printable."""
    parts = [printable(problem.path)]
    if problem.line:
        parts.append(str(problem.line))
        if problem.column:
            parts.append(str(problem.column))
    return ":".join(parts)


def format_text(problem: Problem) -> str:
    """Return ``path:line:column: code message``, the remedy indented below.

    A severity that is not an error stands before the code."""
    severity = "" if problem.severity == "error" else f"{problem.severity}: "
    message = " ".join(_lines(problem.message))
    first = f"{place(problem)}: {severity}{problem.code} {message}"
    remedy = [f"    {line}".rstrip() for line in _lines(problem.remedy)] if problem.remedy else []
    return "\n".join([first, *remedy])


def format_json(problem: Problem) -> str:
    """Return the problem as one line of JSON (ASCII only)."""
    return json.dumps(asdict(problem), ensure_ascii=True)


def _data(text: str) -> str:
    """Escape for the message of a workflow command (actions/toolkit, command.ts)."""
    return "%0A".join(line.replace("%", "%25") for line in _lines(text))


def _property(text: str) -> str:
    """Escape for a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def format_github(problem: Problem) -> str:
    """Return the problem as a GitHub workflow command, which shows it beside
    the line in a pull request."""
    properties = [f"file={_property(problem.path)}"]
    if problem.line:
        properties.append(f"line={problem.line}")
        if problem.column:
            properties.append(f"col={problem.column}")
    properties.append(f"title={_property(problem.code)}")
    body = problem.message + (f"\n{problem.remedy}" if problem.remedy else "")
    return f"::{problem.severity} {','.join(properties)}::{_data(body)}"
