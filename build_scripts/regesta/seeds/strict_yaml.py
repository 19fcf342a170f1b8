"""YAML as records are written in: strings, lists and mappings, nothing else.

Every scalar is a string (``no``, ``017`` and ``12:34`` stay what they are).
A plain ``null``, ``~`` or nothing at all is None; in quotation marks it is a
string.  Anchors, aliases, tags, merge keys, keys that are not plain words,
duplicate keys, a second document, more than 1 MB, more than 20 levels, more
than 5,000 keys in one place and more than 50,000 values are refused.  Whatever
the bytes, nothing is raised: problems are values with line and column, and all
that can be told apart are reported at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import yaml
from yaml._yaml import CParser

from regesta.model import Problem
from regesta.problems import printable, problem
from regesta.seeds.yaml_faults import Lines, syntax_problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_KEYS = 5_000
MAX_VALUES = 50_000
"""Texts, lists and mappings in a file; four for an annotation."""
MAX_PROBLEMS = 100
FEW_ANCHORS = 5

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Way: TypeAlias = tuple[str | int, ...]
"""The way from the top of a record to a value: keys and places in lists."""


@dataclass(slots=True)
class Mark:
    """Where a value begins (from 1, in code points), with its parts' marks.
    In a mapping each part also has the place of its key."""

    line: int
    column: int
    items: list[Mark] = field(default_factory=list)
    keys: dict[str, tuple[int, int, Mark]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file says.  *refused* are the ways to values that stand in
    *value* only in part, because something in them was refused; *readable* is
    False where nothing of the file can be trusted."""

    value: Value
    marks: Mark
    problems: tuple[Problem, ...] = ()
    refused: tuple[Way, ...] = ()
    readable: bool = True


def load(data: bytes, path: str) -> Loaded:
    """Read the bytes of one file.  *path* is only named in problems."""
    if len(data) > MAX_BYTES:
        message = f"{len(data):,} bytes; {MAX_BYTES:,} are allowed"
        return _unreadable([problem("yaml-too-large", message, path)])
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _unreadable([_not_utf8(data, error, path)])
    return parse(text, path, marked=False)


def parse(text: str, path: str, *, marked: bool = True) -> Loaded:
    """Read one file's text, which holds no lone surrogate.

    Not *marked* is a third faster: marks are then made only where something
    is wrong, since most files are right and need none."""
    try:
        return _Builder(text, path, marked=marked).run()
    except _MarksNeeded:
        return _Builder(text, path, marked=True).run()


def _unreadable(problems: list[Problem]) -> Loaded:
    return Loaded(None, Mark(1, 1), tuple(problems), readable=False)


def _anchors_once(problems: list[Problem]) -> list[Problem]:
    """Return *problems* with the anchors, aliases and merge keys of the file
    in one, where they are many: a bomb is made of hundreds."""
    found = [p for p in problems if p.code in ("yaml-anchor", "yaml-key")]
    if len(found) <= FEW_ANCHORS or found[0].code != "yaml-anchor":
        return problems
    message = f"{found[0].message}, the first of {len(found)} anchors, aliases and merge keys"
    first = replace(found[0], message=message)
    return [first if p is found[0] else p for p in problems if p is found[0] or p not in found]


_NOTHING = ("", "~", "null")
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = data[: error.start].decode("utf-8")
    line, column = Lines(before).at(len(before))
    kind = " (it looks like UTF-16)" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    return problem("yaml-encoding", f"this is not UTF-8{kind}", path, line, column)


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read.

    In a mapping keys and values take turns; *key* is None while a value is
    read that is not kept.  *attached* says that the whole will be kept, *as_key*
    that it stands where a key should.
    """

    value: list[Value] | dict[str, Value]
    mark: Mark
    attached: bool = True
    as_key: bool = False
    expects_key: bool = False
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


class _MarksNeeded(Exception):
    """Something is wrong: read again, with the places of things."""


class _Stop(Exception):
    """Nothing more of the file can be read; the reason is in the problems."""


_UNMARKED = Mark(1, 1)


class _Builder:
    """Turns the parser's events into values and marks, without recursion."""

    def __init__(self, text: str, path: str, *, marked: bool) -> None:
        self._text = text
        self._path = path
        self._marked = marked
        # YAML 1.1 counts three more characters as line breaks than editors do.
        odd = not text.isascii() and _OTHER_BREAKS.search(text)
        self._lines = Lines(text) if odd else None
        self._frames: list[_Frame] = []
        self._problems: list[Problem] = []
        self._refused: list[Way] = []
        self._top: Value = None
        self._top_mark = Mark(1, 1)
        self._documents = 0
        self._values = 0

    def run(self) -> Loaded:
        try:
            parser = CParser(self._text)
            try:
                while (event := parser.get_event()) is not None:
                    self._take(event)
            finally:
                parser.dispose()
        except _Stop:
            return _unreadable(_anchors_once(self._problems))
        except yaml.YAMLError as error:
            fault = syntax_problem(error, self._text, self._path)
            return _unreadable([*_anchors_once(self._problems), fault])
        problems = tuple(_anchors_once(self._problems))
        return Loaded(self._top, self._top_mark, problems, tuple(self._refused))

    # ---- events

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._complain("yaml-anchor", f"`*{event.anchor}` is an alias", event)
            if self._frames and self._frames[-1].expects_key:
                self._set_key(None, event)
            else:
                self._put(None, event)
                self._turn()
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._complain("yaml-documents", "a second record begins here", event)
                raise _Stop

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        value: str | None = event.value
        if event.implicit[0] and value in _NOTHING:  # plain: not in quotation marks
            value = None
        if self._frames and self._frames[-1].expects_key:
            self._key(value, event, merge=value == "<<" and event.implicit[0])
        else:
            self._put(value, event)
            self._turn()

    def _open(self, event: Any, value: list[Value] | dict[str, Value]) -> None:
        if len(self._frames) >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels one inside the other"
            self._complain("yaml-too-large", message, event)
            raise _Stop
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        above = self._frames[-1] if self._frames else None
        as_key = above is not None and above.expects_key
        attached = not as_key and self._attached()
        if as_key:
            self._complain("yaml-key", "a list or mapping cannot be a key", event)
            mark = self._mark(event)
        else:
            mark = self._put(value, event)
        self._frames.append(_Frame(value, mark, attached, as_key, isinstance(value, dict)))

    def _close(self) -> None:
        if self._frames.pop().as_key:
            self._frames[-1].key, self._frames[-1].expects_key = None, False
        else:
            self._turn()

    # ---- values

    def _attached(self) -> bool:
        """Tell whether a value that begins now is going to be kept."""
        if not self._frames:
            return True
        frame = self._frames[-1]
        return frame.attached and (isinstance(frame.value, list) or frame.key is not None)

    def _put(self, value: Value, event: Any) -> Mark:
        """Take a value to where it belongs; return its mark."""
        mark = self._mark(event) if self._marked else _UNMARKED
        self._values += 1
        if self._values > MAX_VALUES:
            self._complain("yaml-too-large", f"more than {MAX_VALUES:,} values in one file", event)
            raise _Stop
        if not self._frames:
            self._top, self._top_mark = value, mark
            return mark
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            if self._marked:
                frame.mark.items.append(mark)
            return mark
        if frame.key is not None:
            frame.value[frame.key] = value
            if self._marked:
                frame.mark.keys[frame.key] = (*frame.key_at, mark)
        return mark

    def _turn(self) -> None:
        """After a value a mapping expects a key."""
        if self._frames:
            frame = self._frames[-1]
            frame.expects_key = isinstance(frame.value, dict)

    def _key(self, key: str | None, event: Any, *, merge: bool) -> None:
        frame = self._frames[-1]
        if merge:
            self._complain("yaml-key", "merge keys (<<) are not read", event)
            key = None
        elif not key:
            self._complain("yaml-key", "a key without a name", event)
            key = None
        elif key in frame.value:
            first = frame.mark.keys[key][0] if self._marked else 0
            message = f"`{key}` stands here for the second time (first in line {first})"
            self._complain("yaml-duplicate-key", message, event, key)
            key = None
        self._set_key(key, event)

    def _set_key(self, key: str | None, event: Any) -> None:
        """Take *key*, None where its value is not to be kept."""
        frame = self._frames[-1]
        if len(frame.value) >= MAX_KEYS:
            self._complain("yaml-too-large", f"more than {MAX_KEYS:,} keys in one place", event)
            raise _Stop
        frame.key, frame.expects_key = key, False
        if self._marked:
            mark = self._mark(event)
            frame.key_at = (mark.line, mark.column)

    # ---- problems

    def _mark(self, event: Any) -> Mark:
        start = event.start_mark
        if self._lines:
            return Mark(*self._lines.at(start.index))
        return Mark(start.line + 1, start.column + 1)

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain("yaml-anchor", f"`&{event.anchor}` is an anchor", event)
        else:
            self._complain("yaml-tag", f"`{event.tag}` is a tag", event)

    def _complain(self, code: str, message: str, event: Any, *last: str) -> None:
        """Report what is refused where *event* begins; *last* ends the way to it."""
        if not self._marked:
            raise _MarksNeeded
        if self._frames and not self._frames[-1].attached:
            return  # what it stands in was refused already
        self._refused.append((*self._way(), *last))
        mark = self._mark(event)
        self._problems.append(problem(code, printable(message), self._path, mark.line, mark.column))
        if len(self._problems) >= MAX_PROBLEMS:
            raise _Stop

    def _way(self) -> Way:
        """Return the way to the value that begins now."""
        way: list[str | int] = []
        for frame in self._frames:
            if isinstance(frame.value, list):
                way.append(len(frame.value) - (frame is not self._frames[-1]))
            elif not frame.expects_key and frame.key is not None:
                way.append(frame.key)
            # else it is about a key, so about the whole mapping
        return tuple(way)
