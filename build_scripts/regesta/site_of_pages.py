"""From the pages in ``docs/`` to the site in ``site/``, with little in memory.

What the process that made the pages leaves waits in a spool.  MkDocs and the
search, each in its turn, read of it what they need; the process from which both
come holds nothing meanwhile.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from regesta import exchange, publish
from regesta.apart import apart
from regesta.kept.spool import Place, Spool
from regesta.progress import Tell
from regesta.site_making import SITE, Material, Rendered, Site


@dataclass(frozen=True, slots=True)
class _Left:
    sources: dict[str, bytes]
    material: Material


def put(sources: dict[str, bytes], material: Material, spool: Spool) -> Place:
    """Write to *spool* what a site is made from: path below ``docs/`` to the
    digest of each file, and the rest; return its place."""
    return spool.put([msgspec.msgpack.encode(_Left(sources, material))])


def make(root: Path, left: Place, spool: Spool, stage: Path, tell: Tell, *, many: bool) -> Site:
    """Make the site of the pages in *root*/docs, if it does not stand already,
    from what was *left* in *spool*; return it as it stands.  MkDocs takes *many*
    pages, from the folder *stage*, in a process of its own."""
    new = exchange.beside(root / SITE)
    render = partial(_rendered, root, left, spool, stage, new)
    try:
        place = apart(render, tell) if many else render(tell)
        site = _site(root, left, spool, new)
        if place:
            site.complete(msgspec.msgpack.decode(spool.get(place), type=Rendered), tell)
            site.exchange()
    except BaseException:  # the process may have been killed, too
        shutil.rmtree(new, ignore_errors=True)
        raise
    return site


def _site(root: Path, left: Place, spool: Spool, new: Path) -> Site:
    read = msgspec.msgpack.decode(spool.get(left), type=_Left)
    return Site(root, read.material, spool, read.sources, new)


def _rendered(
    root: Path, left: Place, spool: Spool, stage: Path, new: Path, tell: Tell
) -> Place | None:
    """Return where it waits what MkDocs came to, None where the site stands."""
    site = _site(root, left, spool, new)
    if site.is_current():
        return None
    docs = publish.staged(root / "docs", stage, {})
    return spool.put([msgspec.msgpack.encode(site.rendered(docs, tell))])
