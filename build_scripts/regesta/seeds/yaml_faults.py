"""What is wrong with YAML that cannot be read, in plain words and in place."""

from __future__ import annotations

import re
from bisect import bisect_right

import yaml

from regesta.model import Problem
from regesta.problems import printable, problem


class Lines:
    """Line and column of an offset, as an editor counts lines."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Say in plain words what the parser could not read, and where."""
    odd = _CONTROL.search(text)
    if odd:
        return _control(odd, text, path)
    what = str(getattr(error, "problem", None) or error).split("\n")[0]
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in what or "flow" in context:
        mark = getattr(error, "context_mark", None) or mark
    line, column = Lines(text).at(min(mark.index, len(text))) if mark else (0, 0)
    found = text[mark.index : mark.index + 1] if mark else ""
    if "tab" in what or found == "\t":
        return problem("yaml-tab", "a tab where spaces belong", path, line, column)
    if mark and "mapping values" in what and _is_moved_in(text, mark.index):
        message = "this line is moved in further than the key above it, which has a value already"
        return problem("yaml-syntax", message, path, line, column, remedy=_LEVEL)
    for words, message, remedy in _PLAIN_WORDS:
        if words in what or words in context:
            message = message.replace("{found}", printable(found))
            return problem("yaml-syntax", message, path, line, column, remedy=remedy or None)
    return problem("yaml-syntax", printable(f"{context} {what}".strip()), path, line, column)


_LEVEL = "begin the key under the first letter of the one above"


def _is_moved_in(text: str, at: int) -> bool:
    """Tell whether the key whose colon stands at *at* begins further right than
    a key with a value in the line above."""
    above, own = ["", *re.split("\r\n|\r|\n", text[: at + 1])][-2:]
    key = re.match(r"( *)[a-z_]+: +[^ #|>]", above)
    return bool(key and re.match(f"{key[1]} +[a-z_]+:$", own))


def _control(odd: re.Match[str], text: str, path: str) -> Problem:
    line, column = Lines(text).at(odd.start())
    message = f"character U+{ord(odd[0]):04X} is not allowed in YAML"
    remedy = f'write it as an escape in double quotation marks: "\\x{ord(odd[0]):02x}"'
    return problem("yaml-syntax", message, path, line, column, remedy=remedy)


_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a colon followed by a space, where no key can stand",
        'put words with a colon in quotation marks: title: "Talks: a summary"',
    ),
    (
        "cannot start any token",
        "a value cannot begin with {found}",
        'put the words in quotation marks: title: "@home"',
    ),
    (
        "quoted scalar",
        "quotation marks that are not closed, or an escape (\\) that is not known",
        "close the quotation marks; between double ones write \\\\ for a backslash",
    ),
    ("flow sequence", "a [ that is not closed", "evidence: [one, two]"),
    ("flow mapping", "a { that is not closed", "review: {by: Full Name, on: 2026-11-22}"),
    ("flow node", "a [ or { that is not closed", "evidence: [one, two]"),
    (
        "could not find expected ':'",
        "a key without a colon and a value",
        "language: en",
    ),
    (
        "block",
        "this line does not fit the lines above it (check how far it is moved in)",
        "",
    ),
)
