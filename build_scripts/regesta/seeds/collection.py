"""What archive.yml says of the whole, with the defaults where it is silent."""

from __future__ import annotations

from regesta.model import Collection
from regesta.seeds.records import ArchiveRecord


def collection(record: ArchiveRecord | None, folder: str) -> Collection:
    """Return the collection of *record*; without a title it is called after
    its *folder*."""
    if record is None:
        return Collection(title=folder or "Archive")
    licence = record.records_licence
    return Collection(
        title=record.title or folder or "Archive",
        description=record.description,
        introduction=record.introduction,
        publisher=record.publisher,
        contact=record.contact,
        shows_proposals=record.proposals == "show",
        takedown=record.takedown,
        scope=record.scope,
        arrangement=record.arrangement,
        provenance=record.provenance,
        access_and_use=record.access_and_use,
        site_url=record.site_url or "",
        forge_url=record.forge_url or "",
        forge_branch=record.forge_branch or "main",
        language=record.language,
        records_licence=licence.uri if licence else "",
        records_licence_name=licence.name if licence else "",
    )
