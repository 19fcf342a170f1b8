"""Ids of documents, worked out from their paths, and the check of given ids.

A document's id is its path below ``documents/`` without ending, lower-cased,
with ``/``, ``_``, ``.`` and white space as ``-``.  Where other characters had
to go, the id would exceed 80 characters, be a reserved name or be another's,
``-`` and the first 8 hex digits of the SHA-256 of the path (as it is written,
without ending, UTF-8) follow.  The same paths give the same ids in any order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from regesta.whitespace import WHITE_SPACE

MAX_LENGTH = 80
_DIGITS = 8

_PAGES = ("index", "404", "search", "assets")
_DEVICES = ("con", "prn", "aux", "nul")
_NUMBERED = tuple(f"{device}{number}" for device in ("com", "lpt") for number in range(10))

RESERVED = frozenset((*_PAGES, *_DEVICES, *_NUMBERED))
"""Names that the archive's own pages have, or that Windows keeps for devices."""

_TO_HYPHEN = str.maketrans(dict.fromkeys("/_." + WHITE_SPACE, "-"))
_OTHER = re.compile("[^a-z0-9-]")


def _plain(stem: str) -> tuple[str, bool]:
    """Return the id that *stem* asks for, and whether it can be had as it is."""
    wanted = stem.lower().translate(_TO_HYPHEN)
    kept = _OTHER.sub("", wanted)
    return kept, kept == wanted and 0 < len(kept) <= MAX_LENGTH and kept not in RESERVED


def _with_digest(stem: str, kept: str) -> str:
    digest = hashlib.sha256(stem.encode("utf-8")).hexdigest()[:_DIGITS]
    return f"{kept[: MAX_LENGTH - _DIGITS - 1]}-{digest}"


def document_ids(stems: Iterable[str]) -> dict[str, str]:
    """Return the id of each document by its path below ``documents/``, without
    ending and with ``/``.  Where two would have one id, both get a digest."""
    plain = {stem: _plain(stem) for stem in stems}
    wanted = Counter(kept for kept, fits in plain.values() if fits)
    return {
        stem: kept if fits and wanted[kept] == 1 else _with_digest(stem, kept)
        for stem, (kept, fits) in plain.items()
    }


def id_fault(text: str) -> str | None:
    """Say what is wrong with an id that was given by hand, None if nothing is."""
    if not text:
        return "the id is empty"
    if len(text) > MAX_LENGTH:
        return f"the id has {len(text)} characters; {MAX_LENGTH} are allowed"
    if not re.fullmatch("[a-z0-9][a-z0-9-]*", text):
        return f"found “{text}”; only a-z, 0-9 and - can be in an id"
    if text in RESERVED:
        return f"“{text}” is a name that the archive keeps for itself"
    return None
