"""Pages that are shown before they are written: made when they are asked for.

A save is seen at once on whatever page is open, though the build of the whole
takes longer.  Until that is done, every page that is asked for is made out of
what the archive now is; nothing is written here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Collection
from pathlib import Path

from regesta import collecting, engine, publish
from regesta.archive.parting import addresses
from regesta.building import Prepared, epoch
from regesta.making.memory import units_of_pages
from regesta.model import FOLDERS
from regesta.pages.units import Unit

_FOLDERS = {"documents": "document", **dict.fromkeys(FOLDERS.values(), "entity")}


class Pages:
    """The pages of the archive in *root* as it is now."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.RLock()
        self._prepared: Prepared | None = None
        self._units: dict[str, Unit] = {}
        self._unit_of = units_of_pages(root)
        self._writer: engine.OnePage | None = None
        self._about: object = None
        self._made: dict[str, bytes] = {}

    def settle(self, paths: Collection[str]) -> bool:
        """Show the site as it was built just now, with pages at *paths* below
        ``docs/``; tell whether one that was shown stands otherwise there."""
        with self._lock:
            made, self._made = self._made, {}
            self._prepared = None
            self._units = {}
            if not self._unit_of.keys() >= set(paths):
                self._unit_of = units_of_pages(self._root)
            return any(self._standing(address) != html for address, html in made.items())

    def renew(self, prepared: Prepared) -> bool:
        """Show the archive as *prepared* from now on; tell whether that can be
        done page by page."""
        with self._lock, collecting.put_off():
            self._units = {unit.name: unit for unit in prepared.units}
            self._made = {}
            self._ready(prepared)
            self._prepared = prepared if self._writer else None
            return self._prepared is not None

    def get_ready(self, prepared: Prepared) -> None:
        """Do beforehand what the first :meth:`renew` would have to do; what the
        site has is shown on."""
        with self._lock:
            self._units = {unit.name: unit for unit in prepared.units}
            self._ready(prepared)
            self._units = {}

    def _ready(self, prepared: Prepared) -> None:
        """Let links lead to the pages that there are now."""
        archive = prepared.lookups.archive
        made = self._uris(prepared)
        about = (archive.collection, epoch(archive))
        if about != self._about:
            files = {path for path, _place in publish.regular_files(self._root / "docs")}
            kept = files - self._unit_of.keys()
            self._writer = engine.one_page(self._root, kept, made, *about)
            self._about = about
        elif self._writer:
            self._writer.have(made)

    def _uris(self, prepared: Prepared) -> set[str]:
        """Return the paths of all pages, as far as that can be told before they
        are made."""
        uris = {uri for uri, name in self._unit_of.items() if name in self._units}
        archive, known = prepared.lookups.archive, set(self._unit_of.values())
        for one in archive.documents:
            if f"document {one.id}" not in known:
                uris.update(f"{address}.md" for address in addresses(one))
        new = (one for one in archive.entities.values() if f"entity {one.id}" not in known)
        return uris | {f"{FOLDERS[one.kind]}/{one.id}.md" for one in new}

    def html(self, address: str) -> bytes | None:
        """Return the page at *address* (from the site's root), None where the
        site has it, or nobody has."""
        with self._lock, collecting.put_off():
            if self._prepared is None or not address.endswith(".html"):
                return None
            if address not in self._made:
                html = self._html(self._prepared, f"{address.removesuffix('.html')}.md")
                if html is None:
                    return None
                self._made[address] = html
            return self._made[address]

    def _html(self, prepared: Prepared, uri: str) -> bytes | None:
        assert self._writer is not None
        unit = self._unit(uri)
        if unit is None or self._is_foreign(uri):
            return None
        pages = dict(unit.pages(prepared.lookups))
        return self._writer.html(uri, pages) if uri in pages else None

    def _unit(self, uri: str) -> Unit | None:
        name = self._unit_of.get(uri)
        if name is None:  # a page that no build has made yet
            folder, _, rest = uri.removesuffix(".md").partition("/")
            name = f"{_FOLDERS.get(folder, 'none')} {rest.partition('/')[0]}"
        return self._units.get(name)

    def _is_foreign(self, uri: str) -> bool:
        """Tell whether a file of others stands where a page belongs."""
        place = self._root / "docs" / uri
        return os.path.lexists(place) and not (
            place.is_file() and not place.is_symlink() and publish.is_ours(place.read_bytes())
        )

    def _standing(self, address: str) -> bytes | None:
        path = self._root / "site" / address
        return path.read_bytes() if path.is_file() else None
