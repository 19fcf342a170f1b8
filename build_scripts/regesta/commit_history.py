"""What git tells of documents, as lines of ``seeds/history.tsv``.

Pure: takes what ``git log`` printed and gives lines.  A text that came is
taken in, a description that came describes it; later commits change one of the
two.  What stands in the file already stays as it is, so that neither a
repository whose past was cut off nor one that was moved loses anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.archive.history import TAKEN_IN
from regesta.problems import printable
from regesta.seeds.documents import DOCUMENTS
from regesta.whitespace import fold
from regesta.wording import noted

LOG = (
    "log", "--reverse", "--no-merges", "-z", "-M", "--name-status",
    "--date=short", "--format=tformat:%x01%cd%x09%aN", "--",
)  # fmt: skip
"""Arguments for git, a folder to be added; :func:`changes` reads the answer."""

HEAD = "# document\tday\twhat\tby whom; written by publishing, from git\n"
_TEXT = {"A": TAKEN_IN, "M": noted("Text changed"), "D": noted("Text removed")}
_DESCRIPTION = {
    "A": noted("Described"),
    "M": noted("Description changed"),
    "D": noted("Description removed"),
}
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
            by = printable(fold(change.by.encode("utf-8", "replace").decode()))
            out.append(f"{document}\t{change.day}\t{what}\t{by}")
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
