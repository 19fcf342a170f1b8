"""A row of a table and a YAML file that speak of the same record."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.model import Problem, Written
from regesta.problems import problem
from regesta.seeds.positions import Positions
from regesta.seeds.strict_yaml import Value, Way, load
from regesta.seeds.table_rows import Row
from regesta.seeds.validation import Whole
from regesta.whitespace import fold


class Joined(Positions):
    """The places of a record's values in two files: *keys* are those at the
    top of the record that the *row* says."""

    __slots__ = ("_file", "_keys", "_row")

    def __init__(
        self, file: Positions, row: Positions, keys: frozenset[str], left_out: Iterable[Way] = ()
    ) -> None:
        super().__init__(file.path, left_out=left_out)
        self._file, self._row, self._keys = file, row, keys

    def without(self, left_out: Iterable[Way]) -> Joined:
        return Joined(self._file, self._row, self._keys, self._left_out.union(left_out))

    def identity(self) -> str:
        parts = (self._file.identity(), self._row.identity(), sorted(self._keys))
        return repr((*parts, sorted(self._left_out, key=repr)))

    def of_file(self, way: Way, *, key: bool = False) -> tuple[int, int]:
        return self._part(way).of_file(way, key=key)

    def written(self) -> Written:
        return self._file.written()

    def file_of(self, way: Way) -> str:
        return self._part(way).path

    def column(self, way: Way) -> str:
        return self._part(way).column(way)

    def _part(self, way: Way) -> Positions:
        return self._row if way and way[0] in self._keys else self._file


def from_row(row: Row) -> Whole:
    """Return what a row alone says."""
    return Whole(dict(row.value), row.where, refused=row.refused, readable=row.readable)


def joined(data: bytes, path: str, row: Row) -> Whole:
    """Return what the YAML file *data* and the *row* say together.

    A key may stand in either; where it stands in both they must agree.  What
    they say differently is left out, and the problem names both places."""
    if not row.readable:
        return from_row(row)
    loaded = load(data, path)
    if not loaded.readable or not isinstance(loaded.value, dict | None):
        return Whole(loaded.value, Positions(path), loaded.problems, readable=loaded.readable)
    said = loaded.value or {}
    file = Positions(path, data.decode("utf-8").removeprefix("\ufeff"))
    problems, refused = list(loaded.problems), [*loaded.refused, *row.refused]
    for key in sorted(said.keys() & row.value.keys()):
        if _plain(said[key]) != _plain(row.value[key]):
            problems.append(_conflict(key, file, row))
            refused.append((key,))
    only = frozenset(row.value.keys() - said.keys())
    value = {**row.value, **said}
    return Whole(value, Joined(file, row.where, only), tuple(problems), tuple(refused))


def _conflict(key: str, file: Positions, row: Row) -> Problem:
    line, column = row.where.of_file((key,))
    there_line, there_column = file.of_file((key,), key=True)
    message = f"`{key}` is said otherwise in {file.path}:{there_line}:{there_column}"
    return problem("table-conflict", message, row.path, line, column)


def _plain(value: Value) -> object:
    """Return *value* so that what means the same is equal: one text is a list
    of one, white space is folded, a passage may be its words alone."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        items = [_plain(item) for item in value]
        return items[0] if len(items) == 1 else items
    if isinstance(value, dict):
        kept = {key: _plain(item) for key, item in value.items() if item not in (None, "")}
        return kept["exact"] if set(kept) == {"exact"} else kept
    return None
