"""Word of every change to what people edit: seeds, hand-written pages, settings."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from regesta.publish import BESIDE, is_ours

_ACTS = (
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
)  # fmt: skip
SETTINGS = "mkdocs.yml"


class Watch(FileSystemEventHandler):
    """Watches the archive in *root*; *is_made* tells which pages below
    ``docs/`` a build writes.  *changed* is set where something that matters
    changes, *beyond_seeds* where it is a page written by hand, or the settings."""

    def __init__(self, root: Path, is_made: Callable[[str], bool]) -> None:
        self._root = root
        self._is_made = is_made
        self.changed = threading.Event()
        self.beyond_seeds = threading.Event()
        self._observer = Observer()
        self._observer.schedule(self, str(root), recursive=False)
        for name in ("seeds", "docs"):
            if (root / name).is_dir():
                self._observer.schedule(self, str(root / name), recursive=True)

    def start(self) -> None:
        """Begin."""
        self._observer.start()

    def stop(self) -> None:
        """End."""
        self._observer.stop()
        self._observer.join(timeout=5)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what matters."""
        if not isinstance(event, _ACTS):
            return
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        mattering = [path for path in paths if self.matters(path)]
        if any(path.relative_to(self._root).parts[0] != "seeds" for path in mattering):
            self.beyond_seeds.set()
        if mattering:
            self.changed.set()

    def matters(self, path: Path) -> bool:
        """Tell whether a change of the file at *path* may change a page."""
        try:
            parts = path.relative_to(self._root).parts
        except ValueError:
            return False
        if not parts or path.name.startswith(BESIDE):
            return False
        if parts[0] == "docs":
            return len(parts) > 1 and not self._is_made("/".join(parts[1:])) and not _ours(path)
        return parts[0] == "seeds" or parts == (SETTINGS,)


def _ours(path: Path) -> bool:
    """Tell whether a page says that it is generated: one that is made for the
    first time, and a folder that holds nothing yet."""
    try:
        return path.is_dir() or is_ours(path.read_bytes())
    except OSError:
        return False
