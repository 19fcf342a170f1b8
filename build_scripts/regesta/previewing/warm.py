"""An archive kept in memory, so that an edit costs what it touches."""

from __future__ import annotations

import gc
from pathlib import Path

from regesta import annotations_kept, building, collecting
from regesta.archive.recall import Recall
from regesta.building import Prepared
from regesta.progress import Tell, silent
from regesta.seeds.read_before import ReadBefore


class Warm:
    """The archive in *root*: what was read of it, and what was worked out."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before = ReadBefore()
        self._recall: Recall | None = None

    def prepared(self, tell: Tell = silent) -> Prepared:
        """Return the archive as it is now.  Raises :class:`OSError`."""
        first = self._recall is None
        with collecting.put_off():
            recall = annotations_kept.load(self._root) if self._recall is None else self._recall
            prepared = building.prepare_again(self._root, recall, self._before, tell)
        self._recall = recall.renewed()
        if first:
            gc.collect()
            gc.freeze()  # what stays need not be looked through again and again
        return prepared
