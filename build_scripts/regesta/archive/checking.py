"""What is wrong in seeds, found without annotating a single text.

Rules are never wrong in a way that an editor could mend; only what people wrote
is.  So every passage that a description or record quotes is looked up, and
nothing else is done: ten thousand texts take seconds, not minutes.
"""

from __future__ import annotations

from regesta.archive import accounting, curating, described, describing, permanence
from regesta.archive.permanence import Published
from regesta.archive.relating import relations
from regesta.archive.resolving import Resolver
from regesta.model import UNKNOWN_DATE, Archive, Document, Entity, Problem, Publisher, Title
from regesta.seeds.authorities import entities as read_entities
from regesta.seeds.reading import SeedDocument, Seeds


def wrong_in(seeds: Seeds, old: Published) -> list[Problem] | None:
    """Return what :func:`regesta.archive.assemble.assemble` and
    :func:`regesta.archive.permanence.vanished` find wrong, without a problem
    told twice; None where only they can tell.

    That is where a text is kept from readers (which records then have no page
    depends on all names in all texts), and where a published address seems to
    be gone (a rule may propose the very record).
    """
    if any(_is_withheld(seed) for seed in seeds.documents):
        return None
    entities, problems = read_entities(seeds)
    resolver = Resolver(seeds.documents)
    for seed in seeds.documents:
        _look_up(seed, resolver, dict(entities))
    relations((), seeds, resolver)
    bare = Archive(seeds.collection, tuple(map(_bare, seeds.documents)), entities)
    if permanence.vanished(old, bare):
        return None
    return list(dict.fromkeys([*problems, *resolver.problems]))


def _is_withheld(seed: SeedDocument) -> bool:
    record = seed.description
    return record is not None and (record.withheld or record.access != "full")


def _look_up(seed: SeedDocument, resolver: Resolver, entities: dict[str, Entity]) -> None:
    """Look up every passage that the description of *seed* quotes."""
    record = seed.description
    if record is None:
        return
    described.hints(seed, resolver)
    described.excerpts(seed, resolver)
    for key, said in (("date", record.date), ("written", record.written)):
        describing.when(said, seed.id, record, key, resolver)
    if record.publisher:
        resolver.evidence(seed.id, record.publisher.evidence, record, ("publisher",))
    curating.curate(curating.Found(), seed.id, record, resolver, entities)
    accounting.curated(seed.id, record, resolver, entities)


def _bare(seed: SeedDocument) -> Document:
    """Return *seed* as far as its address goes."""
    nobody = Publisher(None, "", "unknown")
    return Document(
        id=seed.id, path=seed.path, sha256=seed.sha256, source=None, title=Title("", None),
        publisher=nobody, date=UNKNOWN_DATE, formerly=seed.formerly,
    )  # fmt: skip
