"""What is worked out for each document by itself: its layout, the names in
it, what rules find, and the document with all of that.

Every step gives a result that :class:`~regesta.archive.recall.Recall` keeps,
under a key of all that it rests on; a step that is not known is done in one of
several processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from regesta.annotate.dates import expressions as date_rules
from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.proposals.occasions import Occasion, may_tell, occasions
from regesta.archive import accounting, bounding, curating, described, describing
from regesta.archive.encoded import encode, held
from regesta.archive.eventful import Reach
from regesta.archive.quoting import attributed
from regesta.archive.recall import Recall, digest, key
from regesta.archive.resolving import Resolver
from regesta.archive.ruled import ruled
from regesta.archive.said import Said, identity, said
from regesta.archive.step_results import (
    Finished,
    Heard,
    Laid,
    read_finished,
    read_found,
    read_given,
    read_heard,
    read_ids,
    read_issued,
    read_laid,
    read_layout,
    read_named,
    read_names_until,
    read_occasions,
    read_parts,
    read_problems,
    read_quotations,
    read_sighted,
)
from regesta.kept.shelf import Row, Shelf
from regesta.kept.spool import Place, Spool
from regesta.model import (
    Document,
    Entity,
    Event,
    Mention,
    Problem,
    Publisher,
    Quotation,
    Relation,
    When,
)
from regesta.progress import Tell
from regesta.seeds.holdings import Seeds
from regesta.seeds.records import is_closed
from regesta.segment import distinct_titles, segment
from regesta.segment.title import supplied_title

T = TypeVar("T")


class Annotating:
    """The steps for all documents of *seeds*; each list goes by their order."""

    def __init__(self, seeds: Seeds, resolver: Resolver, recall: Recall, told: Tell) -> None:
        self.seeds = seeds.documents
        self._resolver = resolver
        self._recall = recall
        self._told = told
        self._texts = [
            f"{s.source.sha256} {s.source.encoding}" if s.source else "" for s in self.seeds
        ]
        text_of = dict(zip((s.id for s in self.seeds), self._texts, strict=True))
        self._said: list[Said | None] = []
        self._closed: set[int] = set()
        for number, seed in enumerate(self.seeds):
            record = seed.description  # which may wait on the disk: read once
            self._said.append(
                recall.of(f"said {seed.id}", record, partial(said, record)) if record else None
            )
            if is_closed(record):
                self._closed.add(number)
        self._described = [identity(one, text_of) for one in self._said]
        self.closed = [n for n in sorted(self._closed) if self.seeds[n].source]
        """Documents of which something is withheld: what is worked out for
        them goes to no file."""
        self.laid: Sequence[bytes] = ()
        self.laid_digests: list[bytes] = []
        self.layout_digests: list[bytes] = []
        """Digests of the layouts alone, whatever a person wrote beside them."""
        self.named: Sequence[bytes] = ()
        self.named_digests: list[bytes] = []
        self.heard: Sequence[bytes] = ()
        self._sighted: Mapping[int, bytes] = {}
        self._laid: tuple[int, Laid] | None = None
        self._mentions: tuple[int, tuple[Mention, ...]] = (-1, ())
        self._dropped: set[str] = set()
        self._gazetteer: Gazetteer | None = None
        self._found = recall.aside()  # of those read in this build

    def text(self, number: int) -> str:
        source = self.seeds[number].source
        return source.text if source else ""

    def is_closed(self, number: int) -> bool:
        """Tell whether the description of a document withholds something."""
        return number in self._closed

    def text_key(self, number: int) -> str:
        """What tells the text of a document from any other."""
        return self._texts[number]

    def layout(self, number: int) -> Laid:
        """Return how a document is laid out."""
        if self._laid is None or self._laid[0] != number:  # each step asks more than once
            self._laid = number, read_laid(self.laid[number])
        return self._laid[1]

    def given(self, number: int) -> tuple[When | None, When | None]:
        """Return when a document was published and written, as a person gave it."""
        given = read_given(self.laid[number])
        return given.published, given.written

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """Return the names found in a document."""
        if self._mentions[0] != number:
            self._mentions = number, read_named(self.named[number])[1]
        return self._mentions[1]

    def quotations(self, number: int) -> tuple[Quotation, ...]:
        """Return the quotations found in a document."""
        return read_heard(self.heard[number]).quotations

    def quotations_digest(self, number: int) -> bytes:
        """Return what tells the quotations of a document from any others."""
        return self._of_heard(
            "quoted", number, lambda heard: digest(read_quotations(heard).quotations)
        )

    def _of_heard(self, what: str, number: int, read: Callable[[bytes], T]) -> T:
        """Return what *read* gives of what was heard in a document."""
        name, key = f"{what} {self.seeds[number].id}", self._heard_keys[number]
        return self._recall.read(name, key, lambda: read(self.heard[number]))

    def lay_out(self) -> None:
        """Read the layout of each document."""
        keys = [
            key("laid", seed.id, text, described)
            for seed, text, described in zip(self.seeds, self._texts, self._described, strict=True)
        ]
        self.laid = self._each(keys, self._lay_out, "Reading layout")
        self.laid_digests = list(map(digest, self.laid))
        self.layout_digests = [digest(read_layout(laid).layout) for laid in self.laid]

    def _each(
        self, keys: Sequence[bytes], work: Callable[[int], Any], step: str,
        aside: Shelf[int] | None = None,
    ) -> Row:  # fmt: skip
        return self._recall.each(keys, work, self._told(step, len(keys)), aside, self.closed)

    def _lay_out(self, number: int) -> Laid:
        seed, text = self.seeds[number], self.text(number)
        resolver = self._resolver.fresh()
        layout = segment(text, hints=described.hints(seed, resolver))
        shown = described.excerpts(seed, resolver)
        record = seed.description
        published = written = None
        if record and record.date:
            published = describing.when(record.date, seed.id, record, "date", resolver)
        if record and record.written:
            written = describing.when(record.written, seed.id, record, "written", resolver)
        return Laid(layout, shown, published, written, tuple(resolver.problems))

    def take(
        self, sighted: Mapping[int, bytes], looked_for: Iterable[str], by: Gazetteer | None
    ) -> None:
        """Take what was found (document to a :data:`Sighted`, encoded) when
        records of the ids *looked_for* were, for :meth:`find_names`; *by* is the
        gazetteer of these, if one was needed."""
        self._sighted, self._dropped, self._gazetteer = sighted, set(looked_for), by

    def find_names(self, known: Mapping[str, Entity]) -> None:
        """Look for the *known* records in each document."""
        dropped = self._dropped - known.keys()
        texts = {seed.id: partial(self.text, n) for n, seed in enumerate(self.seeds)}
        names = self._recall.names = self._recall.names.renewed(known.values(), texts)

        def find(number: int) -> Any:
            if number in self._sighted:
                named, met = read_sighted(self._sighted[number])
                if dropped.isdisjoint(met):
                    return named
            seed, blocks = self.seeds[number], self.layout(number).layout.blocks
            found, until = gazetteer.look(self.text(number), blocks, seed.id)
            return ids_of(found), found, until

        keys = [
            key("named", seed.id, self._texts[n], self.layout_digests[n], names.states[seed.id])
            for n, seed in enumerate(self.seeds)
        ]
        if self._recall.knows(keys):
            gazetteer = Gazetteer(())
        elif self._gazetteer:
            gazetteer = self._gazetteer.without(dropped)
        else:
            gazetteer = Gazetteer(known.values())
        self.named = self._each(keys, find, "Finding names")
        self._sighted, self._gazetteer = {}, None
        self.named_digests = list(map(digest, self.named))

    def occasions(self, dated: Sequence[tuple[When, When]]) -> list[Occasion]:
        """Return which occasions the documents tell that readers may see;
        *dated* are the two anchors of each."""

        def find(number: int) -> list[Occasion]:
            text, named = self.text(number), self.mentions(number)
            several = sum(m.type == "person" for m in named) > 1
            if self.is_closed(number) or not several:
                return []
            blocks, (published, written) = self.layout(number).layout.blocks, dated[number]
            spans = may_tell(text, blocks, named)
            if not spans:
                return []
            dates = date_rules.find(text, blocks, published=published, written=written)
            return occasions(self.seeds[number].id, text, spans, named, dates)

        keys = [
            key(
                "occasions", seed.id, self._described[n], self._texts[n], self.laid_digests[n],
                self.named_digests[n], dated[n],
            )
            for n, seed in enumerate(self.seeds)
        ]  # fmt: skip
        found = self._each(keys, find, "Looking for meetings")
        return [one for result in found for one in read_occasions(result)]

    def read(self, known: Mapping[str, Entity], dated: Sequence[tuple[When, When]]) -> None:
        """Find dates, quotations and what points to events, and who issued
        each document; *dated* are its two anchors in time."""
        self._known, self._dated = known, dated
        reach = Reach(known.values())
        events = {e.id: key("event", e) for e in known.values() if isinstance(e, Event)}
        state = digest(b"".join(events.values()))
        self._names = {id: entity.name for id, entity in known.items()}
        # Of a record that is no event near, its kind and its name are all that is asked.
        digests = {id: key("record", entity.kind, entity.name) for id, entity in known.items()}
        related = [self._related(n) for n in range(len(self.seeds))]
        self._near = [
            self._recall.read(f"near {seed.id}", key("near", state, ids), partial(reach.of, ids))
            for seed, ids in zip(self.seeds, related, strict=True)
        ]
        self._rest = [
            key(
                "read", self._described[n], self._texts[n], self.laid_digests[n],
                self.named_digests[n], dated[n], [events[event.id] for event in self._near[n]],
                [digests.get(id, b"") for id in related[n]],
            )
            for n in range(len(self.seeds))
        ]  # fmt: skip
        self._heard_keys = [
            key("heard", s.id, rest) for s, rest in zip(self.seeds, self._rest, strict=True)
        ]
        self.heard = self._each(self._heard_keys, self._hear, "Annotating", self._found)

    def _related(self, number: int) -> list[str]:
        """Return the ids of the records that a document rests on."""
        own = self._said[number]
        return sorted({*read_ids(self.named[number]), *(own.ids if own else ())})

    def _hear(self, number: int) -> tuple[Heard, curating.Found]:
        seed, laid = self.seeds[number], self.layout(number)
        resolver = self._resolver.fresh()
        found = self._find(number)
        publisher = describing.publisher(
            seed, laid.layout, self.mentions(number), resolver, self._known
        )
        text, record, untitled = self.text(number), seed.description, laid.layout.title is None
        supplied = supplied_title(text, laid.layout) if untitled else ""
        own = untitled and (record is None or (record.title is None and record.access == "full"))
        opening = distinct_titles.opening(text, laid.layout) if own else ""
        heard = Heard(found.quotations, publisher, supplied, opening, tuple(resolver.problems))
        return heard, found

    def _find(self, number: int) -> curating.Found:
        """Return what rules find in one document."""
        return ruled(
            self.seeds[number].id,
            self.text(number),
            self.layout(number).layout.blocks,
            (self.mentions(number), read_names_until(self.named[number])),
            self._dated[number],
            self._near[number],
        )

    def finish(self, same: Sequence[Relation]) -> list[tuple[Document, tuple[Problem, ...]]]:
        """Return the documents, each with what was wrong in the last step; *same*
        are the words that they share."""
        quoting: dict[str, list[Relation]] = {}
        for relation in same:
            quoting.setdefault(relation.document, []).append(relation)
        # Their quotations would be many.
        heard = [self._of_heard("issued", n, read_issued) for n in range(len(self.seeds))]
        publishers = {s.id: h.publisher for s, h in zip(self.seeds, heard, strict=True)}
        titles = {n: h.supplied for n, h in enumerate(heard)}
        titles |= distinct_titles.distinct(titles, {n: h.opening for n, h in enumerate(heard)})

        def finish(number: int) -> Finished:
            own = quoting.get(self.seeds[number].id, ())
            return self._finish(number, own, publishers, titles[number])

        keys = [
            key(
                "finished", seed.id, seed.path, seed.sha256, seed.description_path, seed.formerly,
                seed.history, self._rest[n], titles[n],
                [(r, publishers.get(r.other)) for r in quoting.get(seed.id, ())],
            )
            for n, seed in enumerate(self.seeds)
        ]  # fmt: skip
        results = self._each(keys, finish, "Describing")

        def held_apart(number: int) -> tuple[Document, tuple[Problem, ...]]:
            one, place = read_finished(results[number]), results.place(number)
            read = partial(_parts_at, *place) if place else partial(_parts, results, number)
            document = held(one.document, read, place, stays=not self._recall.once)
            return document, one.problems

        return [
            self._recall.read(f"finished {seed.id}", keys[number], partial(held_apart, number))
            for number, seed in enumerate(self.seeds)
        ]

    def _finish(
        self,
        number: int,
        own: Sequence[Relation],
        publishers: Mapping[str, Publisher],
        supplied: str,
    ) -> Finished:
        seed, laid = self.seeds[number], self.layout(number)
        known = self._found.get(number)
        found = read_found(known) if known else self._find(number)
        spoken = attributed(seed.id, found.quotations, found.speakers, own, publishers)
        found = replace(found, quotations=tuple(spoken))
        resolver = self._resolver.fresh()
        written = []
        if seed.description:
            found = curating.curate(found, seed.id, seed.description, resolver, self._known)
            written = accounting.curated(seed.id, seed.description, resolver, self._known)
        by_rules = accounting.found_by_rules(
            self.text(number), laid.layout.blocks, found, self._near[number], self._names,
        )  # fmt: skip
        accounts = accounting.merged(by_rules, written)
        document = described.document(
            seed, laid.layout, laid.excerpts, self._dated[number][0], publishers[seed.id],
            found, accounts, supplied, resolver,
        )  # fmt: skip
        problems = (*resolver.problems, *bounding.notices(document))
        return Finished(encode(document), problems)

    def problems(self) -> list[Problem]:
        """Return what was wrong in any step but the last."""
        out: list[Problem] = []
        for row in (self.laid, self.heard):
            for one in row:
                out += read_problems(one).problems
        return out


def _parts(results: Sequence[bytes], number: int) -> tuple[bytes, ...]:
    return read_parts(results[number]).document.parts


def _parts_at(spool: Spool, place: Place) -> tuple[bytes, ...]:
    return read_parts(spool.get(place)).document.parts


def ids_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Return the ids that *mentions* name, in order."""
    return tuple(sorted({id for mention in mentions for id in mention.entities}))
