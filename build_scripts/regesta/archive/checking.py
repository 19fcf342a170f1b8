"""What is wrong in seeds, found without annotating a single text.

Rules are never wrong in a way that an editor could mend; only what people wrote
is.  So every passage that a description or record quotes is looked up, and
nothing else is done: ten thousand texts take seconds, not minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from regesta.annotate.names.folding import Folded
from regesta.annotate.names.gazetteer import Forms
from regesta.archive import accounting, curating, described, describing, permanence
from regesta.archive.permanence import Published
from regesta.archive.relating import relations
from regesta.archive.resolving import Resolver
from regesta.archive.withheld_entities import left_out
from regesta.archive.withholding import is_withheld, masked, merged, without_withheld
from regesta.model import (
    UNKNOWN_DATE,
    Archive,
    Document,
    Entity,
    Event,
    Mention,
    Problem,
    Publisher,
    Span,
    Title,
)
from regesta.seeds.authorities import entities as read_entities
from regesta.seeds.reading import SeedDocument, Seeds

_NOBODY = Publisher(None, "", "unknown")


def wrong_in(seeds: Seeds, old: Published) -> list[Problem] | None:
    """Return what :func:`regesta.archive.assemble.assemble` and
    :func:`regesta.archive.permanence.vanished` find wrong, without a problem
    told twice; None where only they can tell: where the published address of
    a record seems to be gone, for which a rule may propose the very record.

    Whether a record has no page because its text is withheld is told where no
    text that readers may see has a form of its name; a build, which also weighs
    each name, may find more of them.
    """
    entities, problems = read_entities(seeds)
    resolver = Resolver(seeds.documents)
    documents = tuple(_looked_up(seed, resolver, entities) for seed in seeds.documents)
    relations((), seeds, resolver)
    bare = Archive(seeds.collection, documents, dict(entities))
    gone = permanence.vanished(old, bare)
    if seeds.collection.shows_proposals and permanence.of_records(gone):
        return None
    return list(dict.fromkeys([*problems, *resolver.problems, *gone, *_without_a_page(bare)]))


def _looked_up(seed: SeedDocument, resolver: Resolver, entities: Mapping[str, Entity]) -> Document:
    """Return *seed* with what its description gives, every passage that it
    quotes looked up."""
    document = Document(
        id=seed.id, path=seed.path, sha256=seed.sha256, source=seed.source, title=Title("", None),
        publisher=_NOBODY, date=UNKNOWN_DATE, formerly=seed.formerly,
    )  # fmt: skip
    record = seed.description
    if record is None:
        return document
    described.hints(seed, resolver)
    excerpts = described.excerpts(seed, resolver)
    for key, said in (("date", record.date), ("written", record.written)):
        describing.when(said, seed.id, record, key, resolver)
    if given := record.publisher:
        evidence = resolver.evidence(seed.id, given.evidence, record, ("publisher",))
        publisher = Publisher(given.id, given.id or "", given.basis, evidence, given.taken_from)
        document = replace(document, publisher=publisher)
    found = curating.curate(curating.Found(), seed.id, record, resolver, entities)
    return replace(
        document,
        excerpts=excerpts,
        mentions=found.mentions,
        quotations=found.quotations,
        speakers=found.speakers,
        accounts=tuple(accounting.curated(seed.id, record, resolver, entities)),
        **describing.plain_facts(seed),
    )


def _without_a_page(archive: Archive) -> list[Problem]:
    """Say of each record that it has no page, because its text is withheld."""
    shown = without_withheld(archive, {})
    if not shown.withheld:
        return []
    named = _named(archive, {id: archive.entities[id] for id in shown.withheld})
    words = [Mention(span=Span(0, 0), rule="name", type="topic", entities=tuple(sorted(named)))]
    told = Document(
        id="", path="", sha256="", source=None, title=Title("", None), publisher=_NOBODY,
        date=UNKNOWN_DATE, mentions=tuple(words),
    )  # fmt: skip
    named_too = replace(archive, documents=(*archive.documents, told))
    return left_out(archive, without_withheld(named_too, {}))


def _named(archive: Archive, entities: dict[str, Entity]) -> set[str]:
    """Return which of *entities* have a form in a text that readers may see, or
    may be told in other words than their name."""
    named = {e.id for e in entities.values() if e.worded_as or isinstance(e, Event)}
    forms = Forms(entities.values())
    for text in _readable(archive):
        hits = forms.hits(Folded(text))
        named |= {sense.entity for hit in hits for sense in (*hit.full, *hit.short)}
        if len(named) == len(entities):
            break
    return named


def _readable(archive: Archive) -> Iterator[str]:
    """Give the text of each document as far as readers may see it."""
    for document in archive.documents:
        if not is_withheld(document):
            yield document.text
        elif not document.withdrawn and document.excerpts:
            yield masked(document.text, merged(document.excerpts))
