"""Names that every system can hold, for the texts in a bag.

A text whose name Windows or macOS refuse, or take for another's, stands in the
bag under its document's id, its description too: so its address stays what it
is when the site is made anew from there.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from regesta.seeds import portable, table_cells
from regesta.seeds.documents import DOCUMENTS
from regesta.seeds.history import PATH as HISTORY
from regesta.seeds.holdings import Seeds
from regesta.seeds.table_columns import DOCUMENTS as COLUMNS
from regesta.seeds.table_rows import stem_of
from regesta.seeds.tables import DOCUMENTS_PATH


@dataclass(frozen=True, slots=True)
class Names:
    """*stems* maps the path of a text (below ``documents/``, without ending)
    to the id that it is called by in the bag."""

    stems: Mapping[str, str] = field(default_factory=dict)

    def of(self, path: str) -> str:
        """Return the path in the bag of the file at *path*."""
        id = self.stems.get(_stem(path)) if path.startswith(DOCUMENTS) else None
        return f"{DOCUMENTS}{id}.{path.rpartition('.')[2].lower()}" if id else path

    def within(self, path: str, data: bytes) -> bytes:
        """Return the bytes of the file at *path*, with the new names in them."""
        if not self.stems or path not in (HISTORY, DOCUMENTS_PATH):
            return data
        return self._history(data) if path == HISTORY else self._table(data)

    def _history(self, data: bytes) -> bytes:
        lines = (line.split("\t") for line in data.decode("utf-8", "replace").split("\n"))
        return "\n".join("\t".join([self.of(c[0]), *c[1:]]) for c in lines).encode("utf-8")

    def _table(self, data: bytes) -> bytes:
        known = {column.name for column in COLUMNS}
        rows = table_cells.rows(table_cells.decoded(data), lambda n: n.strip().lower() in known)
        renamed = [[self._cell(cell.text) for cell in row] for row in rows]
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(renamed)
        return out.getvalue().encode("utf-8")

    def _cell(self, text: str) -> str:
        id = self.stems.get(stem_of(text))
        return f"{id}.txt" if id else text


def names(seeds: Seeds) -> Names:
    """Return the names for the texts of *seeds* that need another."""
    wrong = portable.faults(document.path for document in seeds.documents)
    taken = {_stem(document.path) for document in seeds.documents}
    stems = {}
    for document in seeds.documents:
        if document.path in wrong:
            digest = hashlib.sha256(document.path.encode("utf-8")).hexdigest()[:8]
            new = f"{document.id}-{digest}" if document.id in taken else document.id
            stems[_stem(document.path)] = new
    return Names(stems)


def _stem(path: str) -> str:
    return path.removeprefix(DOCUMENTS).rpartition(".")[0]
