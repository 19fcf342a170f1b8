"""An archive in which every word means harm, in every place that takes words."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from regesta.whitespace import fold
from support.archives import THEME

DATA = Path(__file__).parents[1] / "data"
HOSTILE = DATA / "hostile"
REPOSITORY = DATA.parents[1]
ADDRESS = "https://example.org/x[a](b)_c_*d*'&amp;!&#60;script&#62;#:~:text=;--8<--"[:-5]
"""All that an address may hold that acts in Markdown or HTML."""
FILE_NAMES = (
    "<img src=x onerror=window.__xss=1>",
    "[x](javascript:window.__xss=1) {: onclick=window.__xss=1 }",
    "a&b\"c'd`e*f_g{h}",
    "\u2014 \u4e2d\u6587 \u05e9\u05dc\u05d5\u05dd",
    "{{ config }} {% x %}",
    "index",
    "search",
    "CON",
    "--8<-- x",
    "title: x # y",
)
Say = Callable[[], str]
RIGHTS = "http://rightsstatements.org/vocab/CNE/1.0/"


class _Plain(yaml.SafeDumper):
    """Writes a value that stands twice twice: seeds know no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _unescaped(line: str) -> str:
    """Undo ``\\n``, ``\\r`` and ``\\uXXXX`` (pairs of surrogates are one)."""

    def character(match: re.Match[str]) -> str:
        return {"n": "\n", "r": "\r"}.get(match[1]) or chr(int(match[1][1:], 16))

    written = re.sub(r"\\(n|r|u[0-9a-f]{4})", character, line)
    return written.encode("utf-16", "surrogatepass").decode("utf-16")


def words() -> list[str]:
    """Return the strings of ``words.txt``, their escapes undone."""
    lines = (DATA / "naughty" / "words.txt").read_text("utf-8").split("\n")
    return [_unescaped(line) for line in lines if line]


def name(word: str, number: int) -> str:
    """Return *word* as a name of its own: no two records may share one."""
    return f"{word} {number}"


def hostile_texts(root: Path) -> list[str]:
    """Write the hostile set; return the names of what must be accepted."""
    folder = root / "seeds" / "documents" / "hostile"
    folder.mkdir(parents=True, exist_ok=True)
    accepted = []
    for entry in json.loads((HOSTILE / "manifest.json").read_text("utf-8")):
        if entry["expect"] == "accept":
            data = (HOSTILE / "seeds" / entry["file"]).read_bytes()
            (folder / entry["file"]).write_bytes(data)
            accepted.append(entry["file"])
    return accepted


def write(root: Path, path: str, record: Any) -> None:
    """Write *record* as YAML below ``seeds/``."""
    target = root / "seeds" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.dump(record, Dumper=_Plain, sort_keys=False), "utf-8")


def make(root: Path) -> None:
    """Write the archive into *root*."""
    everything = words()
    hostile_texts(root)
    collection(root, everything)
    for number, word in enumerate(everything):
        described(root, lambda word=word: word, number)  # type: ignore[misc]
    for number, title in enumerate(FILE_NAMES):
        text = f"plain words, {number} of them, and no title at all\n" * 2
        (root / "seeds" / "documents" / f"{title}.txt").write_text(text, "utf-8")


def collection(root: Path, everything: list[str]) -> None:
    """Write archive.yml, which takes its words from *everything* (six or more)."""
    worst = " ".join(everything[:30])
    prose = "\n\n".join(everything[:40])
    write(
        root,
        "archive.yml",
        {
            "title": everything[1], "description": worst, "introduction": prose,
            "publisher": everything[3], "contact": everything[4], "takedown": prose,
            "scope": prose, "arrangement": prose, "provenance": prose, "access_and_use": prose,
            "site_url": "https://example.org/x/", "forge_url": "https://example.org/forge",
            "records_licence": {"uri": "https://example.org/l", "name": everything[5]},
        },
    )  # fmt: skip


def described(root: Path, say: Say, number: int) -> None:
    """Write the document of this *number* and the records that it needs; *say*
    gives the words of each place."""
    _document(root, say, number)
    _records(root, say, number)
    _rows(root, say, number)
    _lines(root, say, number)


def _rows(root: Path, say: Say, number: int) -> None:
    """A text and a topic that tables describe."""
    path = root / "seeds" / "documents" / f"t-{number:02}.txt"
    path.write_text(f"Headed {number}\n\nSaid in a row, {number}.\n", "utf-8")
    _row(
        root / "seeds" / "documents.csv",
        {
            "file": path.name, "supplied_title": say(), "publisher": f"o-{number:02}",
            "publisher_basis": "supplied", "publisher_reason": say(), "rights": RIGHTS,
            "rights_why": say(), "rights_judged_by": say(), "received_date": "2024-01-02",
            "received_from": say(),
        },
    )  # fmt: skip
    _row(
        root / "seeds" / "entities.csv",
        {
            "kind": "topic", "id": f"q-{number:02}", "name": name(say(), 5000 + number),
            "about": say(), "about_document": f"d-{number:02}", "about_passage": "Headline",
            "same_as": ADDRESS, "same_as_read_in": say(),
        },
    )  # fmt: skip


def _row(table: Path, cells: dict[str, str]) -> None:
    is_new = not table.exists()
    with table.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerows([*([list(cells)] if is_new else []), list(cells.values())])


def _lines(root: Path, say: Say, number: int) -> None:
    """What git would tell, and an anchor that was published."""
    with (root / "seeds" / "history.tsv").open("a", encoding="utf-8", newline="") as told:
        told.write(f"d-{number:02}\t2024-02-03\t{fold(say())}.\t{fold(say())}\n")
    with (root / "seeds" / "published.tsv").open("a", encoding="utf-8", newline="") as published:
        published.write(f"documents/d-{number:02}\tp-0000{number:04}\t3\n")


def _document(root: Path, say: Say, number: int) -> None:
    id = f"d-{number:02}"
    lines = [
        f"Headline {number}", f"Alpha{number} {say()}", "On 4 May 1921 someone spoke.",
        f'"Beta{number}," said {say()} {number} of {say()}.', f"{say()}", "Gamma stays.",
    ]  # fmt: skip
    folder = root / "seeds" / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{id}.txt").write_bytes("\n\n".join(lines).encode())
    evidence = [{"reason": say(), "passage": "Gamma stays."}]
    write(
        root,
        f"documents/{id}.yml",
        {
            "title": {"supplied": say()}, "language": "en", "type": "letter",
            "publisher": {"id": f"o-{number:02}", "basis": "stated", "evidence": evidence},
            "date": {"edtf": "1921-05", "basis": "inferred", "conflict": say(),
                     "evidence": evidence},
            "rights": {"statement": RIGHTS, "why": say(), "judged_by": say()},
            "received": {"date": "2024-01-02", "from": say()},
            "history": [{"date": "2024-01-02", "what": say(), "by": say()}],
            "layout": [{"passage": "Gamma stays.", "kind": "residue", "note": say(), "why": say()}],
            "speakers": [{"id": "s", "label": say(), "passages": [f"Alpha{number}"]}],
            "annotations": [
                {"passage": f"Alpha{number}", "note": say(), "by": say()},
                {"passage": "Headline", "mention": f"p-{number:02}", "why": say()},
                {"passage": "4 May 1921", "date": "1921-05-04", "anchor": say(), "reason": say()},
                {"passage": f'"Beta{number},"', "quotation": "s", "why": say()},
            ],
            "accounts": [
                {"event": f"e-{number:02}", "aspect": "topic", "passage": "someone spoke",
                 "value": say(), "according_to": "s", "why": say()},
                {"event": f"e-{number:02}", "aspect": "name", "passage": "On 4 May 1921",
                 "value": say()},
            ],
            "relations": [
                {"kind": "quotes", "not_held": say(), "passage": "someone spoke", "why": say()},
                {"kind": "quotes", "other": f"d-{max(number - 1, 0):02}", "why": say()},
            ],
        },
    )  # fmt: skip


def _records(root: Path, say: Say, number: int) -> None:
    at = {"document": f"d-{number:02}", "exact": "Headline"}
    shared = {
        "variants": [name(say(), 1000 + number)],
        "about": {"text": say(), "passages": [at]},
        "roles": [{"office": say(), "from": "1920", "to": "1921", **at}],
        "same_as": [{"uri": ADDRESS, "read_in": say()}],
        "note": say(),
    }
    write(
        root,
        f"entities/people/p-{number:02}.yml",
        {"name": name(say(), number), "short_forms": [say()], **shared},
    )
    write(root, f"entities/organisations/o-{number:02}.yml", {"name": name(say(), 2000 + number)})
    write(
        root,
        f"entities/events/e-{number:02}.yml",
        {
            "name": name(say(), 4000 + number),
            "about": {"text": say(), "passages": [at]},
            "date": {"edtf": "1921-05-04", "basis": "stated", "conflict": say(),
                     "evidence": [{"reason": say(), **at}]},
            "place": f"l-{number - number % 5:02}",
            "participants": [{"entity": f"p-{number:02}", "part": say(), **at}],
        },
    )  # fmt: skip
    if number % 5:
        return
    place = {"latitude": "48.2", "longitude": "16.3", "source": say()}
    write(
        root,
        f"entities/places/l-{number:02}.yml",
        {"name": name(say(), 3000 + number), "location": place},
    )


def without_policy(root: Path) -> None:
    """Give the archive in *root* a mkdocs.yml that switches the policy off."""
    text = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    text = text.replace("generator: false", "generator: false\n  content_security_policy: false")
    text = text.replace("custom_dir: " + THEME.as_posix(), f"custom_dir: {REPOSITORY / THEME}")
    text = text.replace("      - About this archive: about.md\n", "")
    (root / "mkdocs.yml").write_text(text, "utf-8")
