"""Short forms: a family name, read by the full name that went before.

“Smith” names nobody by itself.  In a document that has named one bearer in full
it is that one from there on; with several, the one named nearest; where two
are equally near, it is one of both and stays so.  With a title (“Secretary
Smith”) it may go before the full name, or stand where only one person of
the archive bears it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regesta.annotate.names.folding import fold_name
from regesta.annotate.names.gazetteer import Hit, Sense
from regesta.annotate.names.reading import Named, Reading
from regesta.annotate.names.titles import is_plural, sex_of, telling_words, title_start
from regesta.annotate.names.words import DEMONYMS, FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.tongues import tongue
from regesta.model import Certainty, Entity

_DEAR = re.compile(r"(?:^|[\s\x1e“\"])(?:[Mm]y )?[Dd]ear(?:est)?(?: old| good)? $")


def is_saluted(text: str, start: int, end: int) -> bool:
    """Tell whether a letter greets the one named at ``[start, end)`` of the
    folded *text*: "My dear Roe,"."""
    if text[start - 5 : start] not in ("dear ", "Dear ", "rest ", " old ", "good "):
        return False
    closed = text[end : end + 1] in (",", ":", ";", ".", "-", "—", "!", "\x1e", "")
    return closed and _DEAR.search(text, max(0, start - 20), start) is not None


@dataclass(slots=True)
class _Bearer:
    """What the document has said of one entity up to here."""

    first: int
    last: int
    full: bool = True
    titles: set[str] = field(default_factory=set)
    sex: str = ""


class ShortForms:
    """Reads the short forms of one document.

    *named* are its full names, sorted.
    """

    def __init__(
        self,
        reading: Reading,
        named: Sequence[Named],
        entities: Mapping[str, Entity],
    ) -> None:
        self._reading = reading
        self._entities = entities
        self._seen: dict[str, _Bearer] = {}
        self._all: dict[str, _Bearer] = {}
        self._full = [n for n in named if n.full and len(n.entities) == 1]
        for one in self._full:
            bearer = self._all.setdefault(one.entities[0], _Bearer(one.start, one.start))
            if 0 <= one.begin < one.start:
                title = reading.text[one.begin : one.start]
                bearer.titles |= telling_words(title)
                bearer.sex = bearer.sex or sex_of(title.strip())

    def read(self, hits: Sequence[Hit]) -> list[Named]:
        """Return what those of *hits* (sorted by start) name that name someone."""
        result: list[Named] = []
        position = 0
        for hit in hits:
            while position < len(self._full) and self._full[position].start < hit.start:
                self._note(self._full[position])
                position += 1
            named = self._resolve(hit, result[-1] if result else None)
            if named is not None:
                result.append(named)
                self._note(named)
        return result

    def _note(self, named: Named) -> None:
        if len(named.entities) != 1:
            return
        seen = self._seen.get(named.entities[0])
        if seen is not None:
            seen.last = named.start
        elif named.full or named.rule != "short-form":
            # A title with a family name introduces its bearer too, if less surely.
            self._seen[named.entities[0]] = _Bearer(named.start, named.start, named.full)
        if named.full:
            self._seen[named.entities[0]].full = True

    def _resolve(self, hit: Hit, before: Named | None) -> Named | None:
        text = self._reading.text
        people = all(sense.kind == "person" for sense in hit.short)
        begin = hit.start
        if people:
            begin = title_start(text, hit.start, self._reading.floor(hit.start))
            if text[hit.start - 3 : hit.start] == "M. " and tongue(text) == "fr":
                begin = hit.start - 3
            if _is_part_of_a_name(text, hit, begin < hit.start, self._entities):
                return None
        if begin == hit.start and self._is_shouted(hit):
            return None
        saluted = people and begin == hit.start and is_saluted(text, hit.start, hit.end)
        titled = saluted or begin < hit.start or self._shares_title(hit, before)
        title = text[begin : hit.start].strip()
        stated = [s for s in hit.short if self._is_variant(s, text[begin : hit.end])]
        if begin < hit.start and len(stated) == 1:
            why = "a variant name of the record"
            return self._named(hit, stated, begin, "variant", "certain", why)
        named_so = [s for s in hit.short if self._is_name(s, text[begin : hit.end])]
        near = [s for s in hit.short if s.entity in self._seen]
        near = self._of_that_sex(near, title, bool(named_so))
        if near:
            return self._nearest(hit, self._by_title(near, title), begin)
        if not (titled or self._reading.is_heading(hit.start)):
            return None
        ahead = [s for s in hit.short if s.entity in self._all]
        ahead = self._of_that_sex(ahead, title, bool(named_so))
        if ahead:
            return self._ahead(hit, self._by_title(ahead, title), begin, titled)
        if begin < hit.start and len(named_so) == 1 < len(hit.short):
            why = "the record has this title and family name"
            return self._named(hit, named_so, begin, "title-and-short-form", "probable", why)
        if not titled or not people:
            return None
        if saluted and len(hit.short) == 1:
            why = "a salutation, with a name that one person of the archive bears"
            return self._named(hit, hit.short, begin, "salutation", "probable", why)
        return self._unnamed_here(hit, title, begin)

    def _is_shouted(self, hit: Hit) -> bool:
        """“ROE” without a title may be an acronym, but where a label begins with it."""
        written = self._reading.text[hit.start : hit.end]
        short = len(written) < 4 and written.isupper()
        if not short or any(s.form.surface == written for s in hit.short):
            return False
        return hit.start > self._reading.floor(hit.start)

    def _unnamed_here(self, hit: Hit, title: str, begin: int) -> Named | None:
        """A title with a family name whose full name the document does not hold."""
        senses = list(hit.short)
        why = "a title with a name that one person of the archive bears"
        if len(senses) > 1:
            words = telling_words(title)
            senses = [s for s in senses if words and words <= self._titles_of(s.entity)]
            why = "of those who bear it, the one whose record has this office"
        if len(senses) != 1:
            return None
        return self._named(hit, senses, begin, "title-and-short-form", "probable", why)

    def _is_variant(self, sense: Sense, written: str) -> bool:
        """Whether the record gives these very words, title and all."""
        return any(
            written.endswith(fold_name(variant))
            for variant in self._entities[sense.entity].variants
            if variant.endswith(" " + sense.form.surface)
        )

    def _is_name(self, sense: Sense, written: str) -> bool:
        """Whether the record is named by title and family name, and just so."""
        name = fold_name(self._entities[sense.entity].name)
        return name != sense.form.surface and f" {written}".endswith(f" {name}")

    def _of_that_sex(self, senses: list[Sense], title: str, another: bool) -> list[Sense]:
        """Without those whom the document gives a title of the other sex; where
        *another* record is named so, “Mrs. Dale” is not “C. Dale” either."""
        sex = sex_of(title)
        if not sex:
            return senses
        known = {s.entity: self._all[s.entity].sex if s.entity in self._all else "" for s in senses}
        kept = [s for s in senses if known[s.entity] in ("", sex)]
        if sex == "f" and another:
            kept = [s for s in kept if known[s.entity] or not self._is_initialled(s)]
        return [s for s in kept if known[s.entity]] or kept

    def _is_initialled(self, sense: Sense) -> bool:
        return self._entities[sense.entity].name[1:2] == "."

    def _shares_title(self, hit: Hit, before: Named | None) -> bool:
        """“Presidents Smith and Jones”: the title before the first is the second's too."""
        if before is None or not 0 <= before.begin < before.start:
            return False
        text = self._reading.text
        return text[before.end : hit.start] in (" and ", ", ", ", and ") and is_plural(
            text[before.begin : before.start].strip()
        )

    def _by_title(self, senses: list[Sense], title: str) -> list[Sense]:
        """Those whose known titles hold every telling word of *title*, if any do."""
        words = telling_words(title) if len(senses) > 1 else None
        if not words:
            return senses
        return [s for s in senses if words <= self._titles_of(s.entity)] or senses

    def _titles_of(self, entity: str) -> set[str]:
        known = set(self._all[entity].titles) if entity in self._all else set()
        for role in self._entities[entity].roles:
            known |= telling_words(role.office)
        return known

    def _nearest(self, hit: Hit, senses: list[Sense], begin: int) -> Named:
        rule = "short-form" if begin == hit.start else "title-and-short-form"
        if len(senses) == 1:
            others = sum(s.entity in self._seen for s in hit.short) > 1
            why = "the full name stands before it in this document"
            full = self._seen[senses[0].entity].full
            if others:
                why = "of those who bear it here, the one with this title"
            elif not full:
                why = "a title with this name stands before it in this document"
            sure: Certainty = "certain" if full and not others else "probable"
            return self._named(hit, senses, begin, rule, sure, why)
        here = self._reading.block(hit.start)
        away = {s.entity: here - self._reading.block(self._seen[s.entity].last) for s in senses}
        least = min(away.values())
        nearest = [s for s in senses if away[s.entity] == least]
        if len(nearest) == 1:
            why = "of those who bear it here, the one named nearest before"
            return self._named(hit, nearest, begin, rule, "probable", why)
        why = "several who bear it are named equally near"
        return self._named(hit, nearest, begin, rule, "possible", why)

    def _ahead(self, hit: Hit, senses: list[Sense], begin: int, titled: bool) -> Named:
        rule = "title-and-short-form" if titled else "short-form"
        if len(senses) == 1:
            sure: Certainty = "certain" if titled else "probable"
            why = "the full name follows in this document"
            return self._named(hit, senses, begin, rule, sure, why)
        why = "several who bear it are named in this document"
        return self._named(hit, senses, begin, rule, "possible", why)

    def _named(
        self,
        hit: Hit,
        senses: Sequence[Sense],
        begin: int,
        rule: str,
        certainty: Certainty,
        why: str,
    ) -> Named:
        return Named(
            hit.start,
            hit.end,
            tuple(sorted(s.entity for s in senses)),
            senses[0].kind,
            rule,
            certainty,
            why,
            full=False,
            begin=begin,
        )


def _is_part_of_a_name(text: str, hit: Hit, titled: bool, entities: Mapping[str, Entity]) -> bool:
    """“Adam Smith” is not any Smith, “Robert F. Smith” no other, “Li Na” not Li."""
    if text[hit.end : hit.end + 3] == " & ":  # a firm: “Smith & Sons”
        return True
    shouted = text[hit.start : hit.end].isupper()
    previous = text[max(0, hit.start - 30) : hit.start]
    if not titled and previous.endswith(" "):
        word = previous[:-1].rpartition(" ")[2]
        if is_name_word(word, shouted) or (len(word) == 2 and word[0].isupper() and word[1] == "."):
            return True
    if not any(entities[s.entity].family_name_first for s in hit.short):
        return False
    following = text[hit.end : hit.end + 30]
    word = following[1:].split(" ", 1)[0].rstrip(",.;:!?)\"'")
    return following.startswith(" ") and bool(word) and is_name_word(word, shouted)


def is_name_word(word: str, shouted: bool = False) -> bool:
    """Whether *word* beside a family name makes it another's name.

    *shouted*: the name is in capitals throughout, so that capitals elsewhere
    are no sign of an acronym.
    """
    if not word[:1].isupper() or word.endswith(("'s", "s'")) or (word.isupper() and not shouted):
        return False
    if not word[-1].isalnum():  # a stop parts them
        return False
    lowered = word.lower()
    return not any(
        lowered in known for known in (FUNCTION_WORDS, TITLES, WEEKDAYS, MONTHS, DEMONYMS)
    )
