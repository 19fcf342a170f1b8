"""What a description says, told apart from any other by a digest."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from regesta.archive.recall import key
from regesta.seeds.records import DescriptionRecord

_ID = re.compile('"([a-z0-9][a-z0-9-]*)"')


@dataclass(frozen=True, slots=True)
class Said:
    """What a description says, and where in which file, as a digest; and every
    word of it that may be an id (and others)."""

    digest: bytes
    ids: tuple[str, ...]


def said(record: DescriptionRecord) -> Said:
    """Return what *record* says."""
    words = record.model_dump_json()
    ids = tuple(map(sys.intern, sorted(set(_ID.findall(words)))))
    return Said(key("said", record.where.identity(), words), ids)


def identity(said: Said | None, texts: Mapping[str, str]) -> bytes:
    """Return the digest of what a description says, and of the texts (document
    id to what tells them apart) that it may quote."""
    if said is None:
        return b""
    return key("description", said.digest, [(id, texts[id]) for id in said.ids if id in texts])
