"""What git tells of documents, as lines of ``seeds/history.tsv``.

Pure: takes what ``git log`` printed and gives lines.  A text that came is
taken in, a description that came (or a row of documents.csv) describes it;
later commits change one of the two.  What stands in the file already stays as
it is, so that neither a repository whose past was cut off nor one that was
moved loses anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from regesta.archive.history import TAKEN_IN
from regesta.model import Problem
from regesta.problems import printable
from regesta.seeds.documents import DOCUMENTS
from regesta.seeds.strict_yaml import Value
from regesta.seeds.tables import documents
from regesta.whitespace import fold
from regesta.wording import noted

LOG = (
    "log", "--reverse", "--no-merges", "-z", "-M", "--name-status",
    "--date=short", "--format=tformat:%x01%cd%x09%aN", "--",
)  # fmt: skip
"""Arguments for git, a folder to be added; :func:`changes` reads the answer."""

LOG_OF_ONE = (
    "log", "--reverse", "--no-merges", "-z", "--raw", "--no-abbrev", "--no-renames",
    "--date=short", "--format=tformat:%x01%cd%x09%aN", "--",
)  # fmt: skip
"""Arguments for git, a file to be added; :func:`versions` reads the answer."""

HEAD = "# document\tday\twhat\tby whom; written by publishing, from git\n"
_TEXT = {"A": TAKEN_IN, "M": noted("Text changed"), "D": noted("Text removed")}
_DESCRIPTION = {
    "A": noted("Described"),
    "M": noted("Description changed"),
    "D": noted("Description removed"),
}
Said = Mapping[str, Value]
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to a file: *status* as git writes it (A, M, D, R),
    *path* as it is afterwards, *before* where it was moved."""

    day: str
    by: str
    status: str
    path: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What a commit did to one file: its content *before* and *after*, as git
    names it (only 0 where there is none), or itself."""

    day: str
    by: str
    before: bytes
    after: bytes


def versions(log: bytes) -> Iterator[Version]:
    """Give what each commit did to a file, out of the answer to
    :data:`LOG_OF_ONE`, the oldest first; contents by git's names for them."""
    day = by = ""
    for part in log.decode("utf-8", "surrogateescape").split("\0"):
        word = part.lstrip("\n")
        if word.startswith("\x01"):
            day, _tab, by = word[1:].partition("\t")
        elif word.startswith(":"):
            _old_mode, _new_mode, before, after, _status = word.split(" ")[:5]
            yield Version(day, by, before.encode(), after.encode())


def lines_of_rows(versions: Iterable[Version]) -> list[str]:
    """Return a line of history.tsv for each row of documents.csv that a commit
    added, changed or removed.  A table that could not be read in between is
    passed over: what it said is compared when it can be read again."""
    out: list[str] = []
    good: dict[str, Said] = {}
    for version in versions:
        before, after = _rows(version.before), _rows(version.after)
        if after is None:
            continue
        before = good if before is None else before
        good = after
        for stem in sorted({*before, *after}):
            if before.get(stem) != after.get(stem):
                status = "A" if stem not in before else "M" if stem in after else "D"
                by = _who(version.by)
                out.append(f"{DOCUMENTS}{stem}.txt\t{version.day}\t{_DESCRIPTION[status]}\t{by}")
    return list(dict.fromkeys(out))


def _rows(data: bytes) -> dict[str, Said] | None:
    """Return what each row says of a text (by its path below ``documents/``
    without ending); None where the table cannot be read."""
    problems: list[Problem] = []
    table = documents(data, problems)
    if not table.whole or any(p.code in ("table-encoding", "table-quote") for p in problems):
        return None
    return {stem: row.value for stem, row in table.rows.items() if not _ODD.search(stem)}


def _who(by: str) -> str:
    return printable(fold(by.encode("utf-8", "replace").decode()))


def changes(log: bytes) -> Iterator[Change]:
    """Give the changes in the answer to :data:`LOG`, the oldest first."""
    parts = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    day = by = ""
    for part in parts:
        word = part.lstrip("\n")
        if word.startswith("\x01"):
            day, _tab, by = word[1:].partition("\t")
        elif word[:1] in ("R", "C"):
            before = next(parts, "")
            yield Change(day, by, word[:1], next(parts, ""), before)
        elif word:
            yield Change(day, by, word[:1], next(parts, ""))


def lines(log: bytes, prefix: str = "") -> list[str]:
    """Return a line of history.tsv for each thing that was done to a document.

    *prefix* leads from the top of the repository to the archive."""
    out: list[str] = []
    for change in changes(log):
        path, before = change.path.removeprefix(prefix), change.before.removeprefix(prefix)
        stem, _dot, ending = path.rpartition(".")
        if _ODD.search(path) or not path.startswith(DOCUMENTS):
            continue
        words = {"txt": _TEXT, "yml": _DESCRIPTION, "yaml": _DESCRIPTION}.get(ending.lower())
        document = f"{stem}.txt"
        if change.status == "R" and words is _TEXT:
            out += _carried(out, before, document)
            what = f"Moved from {printable(before.removeprefix(DOCUMENTS))}"
        elif words:
            what = words.get("A" if change.status == "C" else change.status, "")
        if words and what:
            out.append(f"{document}\t{change.day}\t{what}\t{_who(change.by)}")
    return list(dict.fromkeys(out))


def _carried(told: list[str], before: str, document: str) -> list[str]:
    """Return what was told of a text under its name *before*, for its new one."""
    return [
        f"{document}\t{rest}"
        for name, _tab, rest in (line.partition("\t") for line in told)
        if name == before
    ]


def joined(old: str, new: list[str]) -> str:
    """Return history.tsv: all of *old* as it is, then what is *new*."""
    known = {line.rstrip("\r") for line in old.split("\n")}
    more = "".join(f"{line}\n" for line in new if line not in known)
    if not old:
        return HEAD + more
    return f"{old}{more}" if old.endswith("\n") else f"{old}\n{more}"
