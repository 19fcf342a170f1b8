"""What of seeds/ may not leave the house, and what is left of the rest.

A file goes into a bag only where a build reads it and takes all of it in: a
text or record that is left out for a mistake may be restricted by what nobody
could read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from typing import Any

import yaml

from regesta.seeds import table_cells
from regesta.seeds.documents import DOCUMENTS
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.records import is_closed
from regesta.seeds.table_columns import DOCUMENTS as DOCUMENT_COLUMNS
from regesta.seeds.table_columns import ENTITIES as ENTITY_COLUMNS
from regesta.seeds.table_rows import stem_of
from regesta.seeds.tables import DOCUMENTS_PATH, ENTITIES_PATH

_ALWAYS = frozenset(
    f"seeds/{name}" for name in ("archive.yml", "refused.txt", "published.tsv", "history.tsv")
)
_TABLES = {DOCUMENTS_PATH: DOCUMENT_COLUMNS, ENTITIES_PATH: ENTITY_COLUMNS}
_OF_THE_TEXT = ("layout", "annotations", "accounts", "speakers", "relations", "excerpts")


def is_withheld(document: SeedDocument) -> bool:
    """Tell whether the text of *document* is not shown to readers in full."""
    return is_closed(document.description)


class LeavingOut:
    """*seeds* are what was taken in, *shown* the ids of records that readers
    are shown."""

    def __init__(self, seeds: Seeds, shown: Collection[str]) -> None:
        self._withheld = {d.id: d for d in seeds.documents if is_withheld(d)}
        self._stems = {_stem(d.path): d for d in seeds.documents}
        self._shown = frozenset(shown)
        self._hidden = frozenset(record.id for record in seeds.entities) - self._shown
        described = {d.description_path: d for d in seeds.documents}
        self._described = {p: d for p, d in described.items() if p not in ("", *_TABLES)}
        self._records = {r.path for r in seeds.entities if r.id not in self._hidden}
        self._texts = {d.path for d in seeds.documents if not is_withheld(d)}

    def reads(self, path: str) -> bool:
        """Tell whether the file at *path* may be looked at at all."""
        known = (_ALWAYS, _TABLES, self._texts, self._described, self._records)
        return any(path in paths for paths in known)

    def kept(self, path: str, data: bytes) -> bytes | None:
        """Return what of a file may leave the house; None: nothing."""
        if path in _TABLES:
            return self._table(path, data)
        if not self._withheld or path in _ALWAYS or path in self._texts:
            return data
        try:
            value = yaml.load(data.decode("utf-8-sig"), yaml.BaseLoader)  # strings alone
        except (yaml.YAMLError, UnicodeDecodeError):
            return None
        if not isinstance(value, dict):
            return data
        kept = self._pruned(value)
        described = self._described.get(path)
        if described and described.id in self._withheld:
            kept = _without_words(kept, described.sha256)
        elif kept == value:
            return data
        return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=100).encode("utf-8")

    def descriptions(self) -> Iterator[tuple[str, bytes]]:
        """Give path and bytes of the descriptions that withheld documents need
        to be known without their text."""
        for document in self._withheld.values():
            if not (document.description and document.description.sha256):
                path = f"{document.path.rpartition('.')[0]}.yml"
                yield path, f'sha256: "{document.sha256}"\n'.encode()

    # ---- records

    def _pruned(self, value: Any) -> Any:
        """Return *value* without what rests on words of a withheld document, and
        without the ids of records that nobody is shown."""
        if isinstance(value, list):
            kept = [self._pruned(item) for item in value]
            return [item for item in kept if item is not None]
        if isinstance(value, dict):
            return self._pruned_part(value)
        return None if value in self._hidden else value

    def _pruned_part(self, value: dict[str, Any]) -> dict[str, Any] | None:
        if value.get("document") in self._withheld or value.get("entity") in self._hidden:
            return None
        if value.get("event") in self._hidden:
            return None
        if value.get("other") in self._withheld:
            value = {k: v for k, v in value.items() if k not in ("other_passage", "why")}
        kept = {key: self._pruned(item) for key, item in value.items()}
        kept = {key: item for key, item in kept.items() if item is not None}
        if value.get("passages") and not kept.get("passages"):
            return None  # a line that rests on nothing that is shown
        return kept

    # ---- tables

    def _table(self, path: str, data: bytes) -> bytes | None:
        """Return a table without the words of withheld texts, without rows of
        hidden records, and without those of what was not taken in."""
        columns = {column.name for column in _TABLES[path]}
        try:
            cells = table_cells.rows(table_cells.decoded(data), lambda n: _plain(n) in columns)
        except table_cells.Unreadable:
            return None
        rows = [[cell.text for cell in row] for row in cells]
        names = [_plain(name) for name in rows[0]] if rows else []
        kept = [list(row) for row in rows[:1]]
        kept += [own for row in rows[1:] if (own := self._row(path, names, row)) is not None]
        if kept == rows:
            return data
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(kept)
        return out.getvalue().encode("utf-8")

    def _row(self, path: str, names: list[str], row: list[str]) -> list[str] | None:
        told = dict(zip(names, row, strict=False))
        if path == DOCUMENTS_PATH:
            document = self._stems.get(stem_of(told.get("file", "")))
            own = document is not None and document.id in self._withheld
            known = document is not None
        else:
            own, known = False, told.get("id", "") in self._shown
        if not known:
            return None
        other = not self._withheld.keys().isdisjoint(row)
        kept = list(row)
        for at, name in enumerate(names[: len(row)]):
            tells = name in ("title", "excerpts", "about") or name.endswith(("passage", "document"))
            if row[at] in self._hidden or ((own or other) and tells):
                kept[at] = ""
        return kept


def _stem(path: str) -> str:
    return path.removeprefix(DOCUMENTS).rpartition(".")[0]


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _without_words(value: dict[str, Any], sha256: str) -> dict[str, Any]:
    """Return a description without the words of its text."""
    kept = {key: item for key, item in value.items() if key not in _OF_THE_TEXT}
    if isinstance(kept.get("title"), dict) and "passage" in kept["title"]:
        del kept["title"]
    for key in ("date", "written", "publisher"):
        part = kept.get(key)
        if isinstance(part, dict) and isinstance(part.get("evidence"), list):
            evidence = [e for e in part["evidence"] if isinstance(e, dict) and "passage" not in e]
            kept[key] = {**part, "evidence": evidence}
    if kept.get("access") == "excerpt":
        kept["access"] = "metadata"  # without the text there are no excerpts of it
    return {**kept, "sha256": sha256}
