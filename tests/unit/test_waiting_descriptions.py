"""Descriptions come back from the disk as they were, with the places of their words."""

from __future__ import annotations

from pathlib import Path

from bench.collection import Collection

from regesta.apart import apart
from regesta.archive.waiting_texts import bound, waiting
from regesta.kept.spool import Spool
from regesta.progress import silent
from regesta.seeds.reading import read


def test_documents_that_wait_say_what_they_said(tmp_path: Path) -> None:
    Collection(12).write(tmp_path)
    seeds, problems = read(tmp_path)
    assert problems == []
    with Spool(tmp_path) as spool:
        read_apart = apart(lambda _tell: waiting(seeds, spool), silent)
        waited = bound(read_apart, spool).documents
        assert [one.id for one in waited] == [one.id for one in seeds.documents]
        for one, other in zip(seeds.documents, waited, strict=True):
            before, after = one.description, other.description
            assert (after is None) == (before is None)
            assert other.source is None or other.source.text == (one.source and one.source.text)
            if before and after:
                assert after is not before
                assert after.model_dump() == before.model_dump()
                assert after.model_fields_set == before.model_fields_set
                assert after.where.identity() == before.where.identity()
                assert after.where.at("date", "edtf") == before.where.at("date", "edtf")
        assert {one.description is None for one in waited} == {True, False}
