"""From what a file says to a record: what is right is kept, what is wrong is
named and left out.

What is left out is the smallest part that says something by itself: a key at
the top of the record, or an item of a list there.  Half an annotation or half
a date would say something nobody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from regesta.model import Problem
from regesta.problems import CODES, EACH, printable, problem
from regesta.seeds.positions import Positions
from regesta.seeds.strict_yaml import Value, Way, load
from regesta.seeds.values import Complaint, Part, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of a record, from one file or two, before it is checked.
    *refused* are the ways to what cannot be trusted; not *readable* means that
    nothing can."""

    value: Value
    where: Positions
    problems: tuple[Problem, ...] = ()
    refused: tuple[Way, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Checked(Generic[R]):
    """A file's record, None where nothing of it can be used.  *wrong* are the
    top keys in which something is wrong, and those that a misspelt one means."""

    record: R | None
    problems: tuple[Problem, ...]
    wrong: frozenset[str]


def check(
    model: type[R], data: bytes, path: str, *, prepare: Callable[[R], None] | None = None
) -> Checked[R]:
    """Read the record in the bytes *data* of the file *path*.

    *prepare* may tell the record what its path says, before its values are
    compared with each other.
    """
    loaded = load(data, path)
    text = data.decode("utf-8").removeprefix("\ufeff") if loaded.readable else ""
    whole = Whole(
        loaded.value, Positions(path, text), loaded.problems, loaded.refused, loaded.readable
    )
    return check_whole(model, whole, prepare=prepare)


def check_whole(
    model: type[R], whole: Whole, *, prepare: Callable[[R], None] | None = None
) -> Checked[R]:
    """As :func:`check`, for what was read already, from a file, a table or both."""
    if not whole.readable:
        return Checked(None, whole.problems, frozenset())
    if whole.value is not None and not isinstance(whole.value, dict):
        message = f"found {_kind(whole.value)} where keys and values are expected"
        needed = (f"{n}: …" for n, field in model.model_fields.items() if field.is_required())
        remedy = next(needed, "language: en")
        wrong = problem("value-shape", message, whole.where.path, 1, 1, remedy=remedy)
        return Checked(None, (*whole.problems, wrong), frozenset())
    checking = _Checking(model, whole.value or {}, whole.where, prepare)
    checking.problems += whole.problems
    checking.leave_out(way for way in whole.refused)
    return checking.run()


class _Checking(Generic[R]):
    """One record on its way: validated, and again without what was wrong."""

    def __init__(
        self,
        model: type[R],
        value: dict[str, Value],
        where: Positions,
        prepare: Callable[[R], None] | None,
    ) -> None:
        self._model = model
        self._value = value
        self._where = where
        self._prepare = prepare
        self.problems: list[Problem] = []
        self._told: dict[str, list[Problem]] = {}
        self._wrong: set[str] = set()
        self._units: set[Way] = set()

    def leave_out(self, ways: Iterable[Way]) -> None:
        """Note the parts of the record to which these ways in the file lead."""
        for way in ways:
            if not way:
                # Something about the keys at the top: any of them may be meant.
                self._wrong.add("")
                continue
            self._wrong.add(str(way[0]))
            self._units.add(way[:2] if len(way) > 1 and isinstance(way[1], int) else way[:1])

    def run(self) -> Checked[R]:
        record = self._validated(first=True)
        while record is None:
            before = len(self._units)
            record = self._validated(first=False)
            if record is None and len(self._units) == before:
                return Checked(None, tuple(self.problems), frozenset(self._wrong))
        record = self._agreed(record)
        return Checked(record, tuple(self.problems), frozenset(self._wrong))

    def _kept(self) -> dict[str, Value]:
        if not self._units:
            return self._value
        kept: dict[str, Value] = {}
        for key, value in self._value.items():
            if (key,) in self._units:
                continue
            if isinstance(value, list):
                value = [item for at, item in enumerate(value) if (key, at) not in self._units]
            kept[key] = value
        return kept

    def _validated(self, *, first: bool) -> R | None:
        """Return the record of what is left; report what is wrong the *first*
        time (what comes after follows from that)."""
        where = self._where.without(self._units)
        try:
            record = self._model.model_validate(self._kept())
        except ValidationError as error:
            # Checked before anything is left out anew: the ways are the kept record's.
            found = [(where.in_file(way), item) for way, item in _errors(error, self._model)]
            if first:
                for way, item in found:
                    self._report(way, item)
            self.leave_out(way for way, _ in found)
            return None
        record.placed(where)
        if self._prepare:
            self._prepare(record)
        return record

    def _agreed(self, record: R) -> R | None:
        """Leave out what the record finds wrong between its values."""
        complaints: list[Complaint] = record.complaints()
        if not complaints:
            return record
        for way, code, message in complaints:
            self.problems.append(record.where.problem(code, message, *way))
        self.leave_out([record.where.in_file(way) for way, _, _ in complaints])
        return self._validated(first=False)

    def _report(self, way: Way, item: ErrorDetails) -> None:
        """Report an error; those beyond the number that is told stand for
        themselves as the last that is, since only their number is told."""
        told = self._told.setdefault(item["type"], [])
        told.append(self._told_of(way, item) if len(told) <= EACH else told[-1])
        self.problems.append(told[-1])

    def _told_of(self, way: Way, item: ErrorDetails) -> Problem:
        if item["type"] == "extra_forbidden":
            return self._unknown_key(way)
        code, message, remedy = _explain(item, way)
        cell = self._where.column(way)
        if cell:
            shape = code in ("key-missing", "value-shape", "value-combination")
            hint = f"in the table: the column `{cell}`"
            if code == "key-missing" and len(way) > 1:
                hint += f", and those that begin with `{way[0]}_`"
            remedy = hint if shape else "\n".join((hint, remedy or CODES[code].remedy))
        line, column = self._where.of_file(way)
        place = (self._where.file_of(way), line, column)
        return problem(code, printable(message), *place, remedy=remedy)

    def _unknown_key(self, way: Way) -> Problem:
        line, column = self._where.of_file(way, key=True)
        key, allowed = str(way[-1]), _allowed(self._model, way[:-1])
        best = process.extractOne(key.lower(), allowed, scorer=fuzz.ratio, score_cutoff=70)
        message = f"`{printable(key)[:80]}` is not a key here"
        remedy = f"allowed: {', '.join(allowed)}"
        if key in self._model.elsewhere:
            remedy = f"{self._model.elsewhere[key]}\n{remedy}"
        elif best:
            remedy = f"did you mean `{best[0]}`?\n{remedy}"
            if len(way) == 1:
                self._wrong.add(best[0])
        place = (self._where.file_of(way), line, column)
        return problem("key-unknown", message, *place, remedy=remedy)


def _errors(error: ValidationError, model: type[BaseModel]) -> list[tuple[Way, ErrorDetails]]:
    details = error.errors(include_url=False, include_input=True)
    return [(tuple(item["loc"]), item) for item in details]


def _model_at(model: type[Part], way: Way) -> type[Part]:
    """Return the model of the mapping that *way* leads to."""
    for step in way:
        if isinstance(step, str):
            fields = {info.alias or name: info for name, info in model.model_fields.items()}
            if step not in fields:
                return model
            inner = _inner(fields[step].annotation)
            if inner is None:
                return model
            model = inner
    return model


def _inner(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    for part in get_args(annotation):
        found = _inner(part)
        if found:
            return found
    return None


def _allowed(model: type[Part], way: Way) -> list[str]:
    return list(_model_at(model, way).written_keys())


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        short = value if len(value) <= 60 else value[:59] + "…"
        return f"“{short}”"
    return "a list" if isinstance(value, (list, tuple)) else "keys and values"


_SHAPES = {
    "string_type": ("a text", "NAME: words"),
    "tuple_type": ("a list", "NAME: [one, two]"),
    "model_type": ("keys and values", "NAME: {key: value}"),
    "bool_type": ("true or false", "NAME: true"),
    "float_type": ("a number", "NAME: 48.2082"),
}


def _explain(item: ErrorDetails, way: Way) -> tuple[str, str, str | None]:
    """Return code, message and remedy (None: the catalogue's) of an error."""
    kind, found, context = item["type"], _kind(item["input"]), item.get("ctx", {})
    key = next((str(step) for step in reversed(way) if isinstance(step, str)), "")
    if "said" in context:
        return (
            kind,
            f"`{key}`: {context['said']}" if key else context["said"],
            context.get("remedy"),
        )
    if kind == "missing":
        return "key-missing", f"`{key}` is missing", f"add  {key}: …"
    if kind in _SHAPES:
        wanted, example = _SHAPES[kind]
        remedy = example.replace("NAME", key)
        return "value-shape", f"`{key}` takes {wanted}; found {found}", remedy
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "")
        return "value-not-allowed", f"`{key}`: found {found}", f"allowed: {allowed}"
    if kind == "string_too_long":
        return "value-too-long", f"`{key}` has more than {context['max_length']} characters", None
    if kind == "too_long":
        return "value-too-long", f"`{key}` has more than {context['max_length']} items", None
    if kind.startswith(("float", "greater", "less", "finite")):
        return "number-not-valid", f"`{key}`: found {found}", None
    return "value-shape", f"`{key}`: found {found}; {item['msg']}", None
