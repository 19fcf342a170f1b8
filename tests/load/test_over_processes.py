"""Annotating in several processes gives what one process gives, byte for byte."""

from __future__ import annotations

import hashlib
import os
import sys

import pytest
from bench import hard_texts

from regesta import pool
from regesta.archive.assemble import assembled
from regesta.archive.recall import Recall
from regesta.exports import annotation_lines
from regesta.model import Archive, Collection, Source
from regesta.seeds.holdings import SeedDocument, Seeds

pytestmark = pytest.mark.load
LENGTH = 300


def seeds() -> Seeds:
    """A document of every kind of text that is hard to read, and prose."""
    texts = [make(LENGTH) for make in hard_texts.KINDS.values()]
    prose = hard_texts.prose_in_paragraphs(20 * LENGTH)
    texts += [prose[at : at + LENGTH] for at in range(0, len(prose), LENGTH)]
    documents = []
    for number, text in enumerate(texts):
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        source = Source(f"seeds/documents/d{number}.txt", data, digest, "utf-8", text)
        documents.append(SeedDocument(f"d{number}", source.path, digest, source))
    return Seeds(Collection("Test"), tuple(documents))


def annotated(processes: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Archive, Recall, set[int]]:
    """Return the archive, all results on the way to it, and which processes
    worked."""
    workers: set[int] = set()
    each = pool.each

    def watched(work, order, life=None):  # type: ignore[no-untyped-def]
        def told(number: int) -> tuple[int, object]:
            return os.getpid(), work(number)

        for number, (worker, made) in each(told, order, life):
            workers.add(worker)
            yield number, made

    monkeypatch.setattr(pool, "processes", lambda: processes)
    monkeypatch.setattr("regesta.archive.recall.pool.each", watched)
    recall = Recall()
    archive, _problems = assembled(seeds(), recall)
    monkeypatch.undo()
    return archive, recall, workers


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process works")
def test_two_processes_give_the_bytes_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    one, known, alone = annotated(1, monkeypatch)
    two, known_too, together = annotated(2, monkeypatch)
    assert alone == {os.getpid()}
    assert len(together) > 1 and not together & alone
    assert known.used == known_too.used
    assert list(annotation_lines.lines(one)) == list(annotation_lines.lines(two))
    assert list(one.entities) == list(two.entities)
