"""Who is named in a text: mentions of the people, organisations, places, topics and
named events that have a record.

A mention covers the name without article, title of office and possessive;
mentions nest and never cross.  The full names are found first, over the whole
text; what a document says by short forms is then read by them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy

from regesta.annotate import density
from regesta.annotate.names import han
from regesta.annotate.names.again import bracketed, by_head_noun, occurrences
from regesta.annotate.names.coordination import coordinated
from regesta.annotate.names.folding import fold_name
from regesta.annotate.names.gazetteer import Forms, Hit, Sense
from regesta.annotate.names.place_context import (
    LEADING_TO_PLACES,
    belongs_to_another,
    is_a_family_name,
    is_part_of_a_name,
)
from regesta.annotate.names.reading import Named, Reading
from regesta.annotate.names.selection import select
from regesta.annotate.names.short_forms import ShortForms
from regesta.annotate.names.taking_part import Steps, taking_part
from regesta.annotate.names.titles import title_start
from regesta.annotate.names.variants import without_article
from regesta.annotate.proposals.places_in_other_languages import TONGUES
from regesta.annotate.proposals.places_of_the_world import COUNTRIES_AND_STATES
from regesta.annotate.tongues import tongue
from regesta.model import Block, Entity, Mention, Span

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"<>]+")
_GIVEN_AND_INITIALS = re.compile(r"([A-Z][\w'-]+) (?:[A-Z]\. ?)+$")


class Gazetteer:
    """The records of an archive, ready to be found in texts.

    *entities* may come in any order; the result does not depend on it.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._forms = Forms(entities)
        self._entities = self._forms.entities
        self._worded: dict[str, list[tuple[str, str]]] = {}
        for entity in self._entities.values():
            for words in entity.worded_as:
                surface = without_article(fold_name(words.words))
                if surface:
                    self._worded.setdefault(words.document, []).append((surface, entity.id))

    def find(self, text: str, blocks: Sequence[Block], document_id: str) -> list[Mention]:
        """Return the mentions in *text*, sorted by start, the longer first.

        Spans are in code points of *text*; *blocks* are those of the same
        text (without any, the text counts as one); *document_id* chooses the
        words that hold in this document alone.
        """
        return self.look(text, blocks, document_id)[0]

    def look(
        self, text: str, blocks: Sequence[Block], document_id: str
    ) -> tuple[list[Mention], int | None]:
        """Return what :meth:`find` does, and the code point from which on names
        were not looked for (None: they were to the end of *text*)."""
        steps = self._sight(text, blocks, document_id)
        return steps.mentions, steps.until

    def without(self, ids: Collection[str]) -> Gazetteer:
        """Return the gazetteer of all records but *ids*."""
        other = copy(self)
        other._forms = self._forms.without(ids)
        other._entities = other._forms.entities
        other._worded = {
            document: [(surface, id) for surface, id in worded if id not in ids]
            for document, worded in self._worded.items()
        }
        return other

    def sight(
        self, text: str, blocks: Sequence[Block], document_id: str
    ) -> tuple[list[Mention], int | None, frozenset[str]]:
        """As :meth:`look`, with the ids of all entities that had a part in it:
        without the others it finds the same."""
        self._forms.looked_up.clear()
        steps = self._sight(text, blocks, document_id)
        met = taking_part(steps) | self._forms.looked_up
        met.update(id for _surface, id in self._worded.get(document_id, ()))
        return steps.mentions, steps.until, frozenset(met)

    def _sight(self, text: str, blocks: Sequence[Block], document_id: str) -> Steps:
        reading = Reading(text, blocks)
        hits, until = self._hits(reading)
        longest = self._longest(reading, hits, document_id)
        named = self._full_names(reading, longest)
        free = _not_within([hit for hit in hits if hit.short], named)
        short = ShortForms(reading, named, self._entities).read(free) if free else []
        further = [*short, *han.short_forms(reading.text, named)]
        if further:
            named = select([*named, *further], reading.text)
        heads = by_head_noun(reading, named, self._entities)
        if heads:
            named = select([*named, *heads], reading.text)
        mentions = [_mention(one, reading) for one in _titles_apart(named, reading.text)]
        if until is not None:
            mentions = [one for one in mentions if one.span.start < until]
        return Steps(mentions, reading.text, hits, longest, free, short, until)

    def _hits(self, reading: Reading) -> tuple[list[Hit], int | None]:
        """Return the hits in *reading*, and the code point of the source behind
        the last where there are more."""
        inside = reading.within_one_block
        addresses = [m.span() for m in _ADDRESS.finditer(reading.text)]
        found = (hit for hit in self._forms.hits(reading.folded) if inside(hit.start, hit.end))
        hits, behind = _first_places(found, density.most("mention", reading.text))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        until = None if behind is None else reading.folded.original(behind)
        return _outside(hits, addresses) if addresses else hits, until

    def _longest(self, reading: Reading, hits: list[Hit], document_id: str) -> list[Named]:
        """Return the full names that stand, by their words alone."""
        text = reading.text
        found = [*self._worded_here(reading, document_id)]
        found += coordinated(reading, self._forms.senses)
        reach = 0
        borne: set[str] = set()
        for hit in hits:
            if hit.full:
                reach = max(reach, hit.end)
                one = _as_named(hit)
                if one.kind == "place":
                    town = self._is_proposed_town(one)
                    if self._is_of_another_tongue(one, text):
                        continue
                    if town and is_a_family_name(text, hit):
                        borne.add(text[hit.start : hit.end])
                        continue
                    if belongs_to_another(text, hit) or (town and is_part_of_a_name(text, hit)):
                        continue
                found.append(one)
            elif hit.start >= reach and text[hit.start - 2 : hit.start] == ". ":
                found += self._with_initials(text, hit)
        if borne:
            # Whom the document calls “Mrs. Darwin” it means by “Darwin” elsewhere too.
            found = [n for n in found if n.kind != "place" or not self._is_borne(n, borne, text)]
        return select(found, text)

    def _full_names(self, reading: Reading, named: list[Named]) -> list[Named]:
        initials = bracketed(reading, named)
        if initials:
            named = select([*initials, *named], reading.text)
        return _settled([_with_title(one, reading) for one in named])

    def _is_proposed_town(self, one: Named) -> bool:
        """Tell whether a place is a proposal's, and neither country nor state."""
        entity = self._entities[one.entities[0]]
        return entity.status == "machine" and entity.name not in COUNTRIES_AND_STATES

    def _is_of_another_tongue(self, one: Named, text: str) -> bool:
        """“Island” in a text that is not German."""
        tongues = TONGUES.get(text[one.start : one.end])
        if tongues is None or self._entities[one.entities[0]].status != "machine":
            return False
        return tongue(text) not in tongues

    def _is_borne(self, one: Named, borne: set[str], text: str) -> bool:
        led = text[max(0, one.start - 6) : one.start].lower()
        return (
            text[one.start : one.end] in borne
            and self._is_proposed_town(one)
            and not led.endswith(LEADING_TO_PLACES)
        )

    def _worded_here(self, reading: Reading, document_id: str) -> Iterator[Named]:
        worded = self._worded.get(document_id, [])
        meant: dict[str, list[str]] = {}
        for surface, entity in worded:
            meant.setdefault(surface, []).append(entity)
        surfaces = sorted(meant)
        for start, end, index in occurrences(reading, surfaces):
            entities = tuple(sorted(set(meant[surfaces[index]])))
            kind = self._entities[entities[0]].kind
            certainty = "certain" if len(entities) == 1 else "possible"
            why = "the record says that these words mean it in this document"
            yield Named(start, end, entities, kind, "worded-as",
                        "certain" if certainty == "certain" else "possible", why)  # fmt: skip

    def _with_initials(self, text: str, hit: Hit) -> Iterator[Named]:
        """“Jane Q. Public” where the record has “Jane Public”."""
        floor = max(0, hit.start - 48)
        found = _GIVEN_AND_INITIALS.search(text[floor : hit.start])
        if found is None:
            return
        short = f"{found.group(1)} {text[hit.start : hit.end]}"
        senses = [s for s in self._forms.senses(short) if s.kind == "person"]
        if senses:
            why = "the record’s name with initials put in"
            entities = tuple(sorted(s.entity for s in senses))
            yield Named(
                floor + found.start(), hit.end, entities, "person", "form-by-rule", "certain", why
            )


def _first_places(hits: Iterable[Hit], most: int) -> tuple[list[Hit], int | None]:
    """Return the hits (in order of end) at the first *most* places that do not
    overlap, and where the next of these places begins, if there is one."""
    kept: list[Hit] = []
    places = reach = 0
    for hit in hits:
        if hit.start >= reach:
            places, reach = places + 1, hit.end
            if places > most:
                return [one for one in kept if one.start < hit.start], hit.start
        kept.append(hit)
    return kept, None


def _outside(hits: list[Hit], addresses: list[tuple[int, int]]) -> list[Hit]:
    """Drop hits that lie in a web address; both sorted by start."""
    kept: list[Hit] = []
    index = 0
    for hit in hits:
        while index < len(addresses) and addresses[index][1] <= hit.start:
            index += 1
        if index == len(addresses) or hit.end <= addresses[index][0]:
            kept.append(hit)
    return kept


def _not_within(hits: list[Hit], named: list[Named]) -> list[Hit]:
    """Drop short forms that are part of a full name; in events and topics they may stand."""
    kept: list[Hit] = []
    index = reach = 0
    solid = [n for n in named if n.kind not in ("event", "topic")]
    for hit in hits:
        while index < len(solid) and solid[index].start <= hit.start:
            reach = max(reach, solid[index].end)
            index += 1
        meets_next = index < len(solid) and solid[index].start < hit.end
        if hit.start >= reach and not meets_next:
            kept.append(hit)
    return kept


_RULES = {
    "name": "the record’s name",
    "variant": "a variant name of the record",
    "form-by-rule": "another form of the record’s name",
}


def _as_named(hit: Hit) -> Named:
    senses: tuple[Sense, ...] = hit.full
    first = senses[0]
    rule = first.form.rule
    derived = not first.form.given
    if len(senses) == 1:
        return Named(hit.start, hit.end, (first.entity,), first.kind, rule, "certain",
                     _RULES.get(rule, ""), derived=derived)  # fmt: skip
    entities = tuple(sorted(s.entity for s in senses))
    why = "several records have this name"
    return Named(hit.start, hit.end, entities, first.kind, rule, "possible", why, derived=derived)


def _with_title(one: Named, reading: Reading) -> Named:
    if one.kind != "person":
        return one
    begin = title_start(reading.text, one.start, reading.floor(one.start))
    return one._replace(begin=begin) if begin < one.start else one


def _titles_apart(named: list[Named], text: str) -> Iterator[Named]:
    """Cut titles that would begin in the midst of another name: “Republic of China President”."""
    for index, one in enumerate(named):
        begin = one.begin
        if 0 <= begin < one.start:
            for other in reversed(named[max(0, index - 12) : index]):
                if other.start < begin < other.end <= one.start:
                    begin = other.end + (text[other.end] == " ")
        yield one if begin == one.begin else one._replace(begin=begin)


def _settled(named: list[Named]) -> list[Named]:
    """Where several records share a name, take the one that the document names otherwise too."""
    if all(len(one.entities) < 2 for one in named):
        return named
    sure = {one.entities[0] for one in named if len(one.entities) == 1}
    result = []
    for one in named:
        meant = [entity for entity in one.entities if entity in sure]
        if len(one.entities) > 1 and len(meant) == 1:
            why = "of those with this name, the one that this document names otherwise too"
            one = one._replace(entities=(meant[0],), certainty="probable", why=why)
        result.append(one)
    return result


def _mention(one: Named, reading: Reading) -> Mention:
    folded = reading.folded
    start, end = folded.original(one.start), folded.original_end(one.end)
    extended = Span(folded.original(one.begin), end) if 0 <= one.begin < one.start else None
    return Mention(
        span=Span(start, end),
        rule=one.rule,
        certainty=one.certainty,
        why=one.why,
        type=one.kind,
        entities=one.entities,
        extended=extended,
    )
