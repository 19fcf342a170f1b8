"""One body under several names: merging over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from regesta.annotate.names.variants import forms_of
from regesta.annotate.names.words import DEMONYMS
from regesta.annotate.proposals.bodies import BodySeen
from regesta.annotate.proposals.places_of_the_world import COUNTRIES_AND_STATES
from regesta.model import Entity


class Bodies:
    """Gathers the bodies seen."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._initials: dict[str, Counter[str]] = {}
        self._weak: set[str] = set()

    def add(self, seen: BodySeen) -> None:
        """Take note of one place where a body seems to be named."""
        self._seen[seen.name] += 1
        if seen.initials:
            self._initials.setdefault(seen.initials, Counter())[seen.name] += 1
        if seen.weak:
            self._weak.add(seen.name)

    def groups(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Give name, variants and ground, those with most mentions first."""
        initials = self._own_initials()
        taken: dict[str, int] = {}
        names: list[list[str]] = []
        for name in sorted(self._seen, key=lambda n: (-self._seen[n], n)):
            if self._has_a_word_before(name):
                continue
            if name in self._weak and self._seen[name] < 2 and name not in initials:
                continue
            surfaces = [f.surface for f in forms_of(_record(name)) if not f.short]
            same = next((taken[s] for s in surfaces if s in taken), None)
            if same is None:
                same = len(names)
                names.append([name])
            else:
                names[same].append(name)
            for surface in surfaces:
                taken.setdefault(surface, same)
        for group in names:
            short = sorted({initials[name] for name in group if name in initials})
            ground = (
                "initials in brackets after the name" if short else "the name has a body’s head"
            )
            name, *others = group
            yield name, (*others, *short), ground

    def _has_a_word_before(self, name: str) -> bool:
        """“Hold Security Council”, once, where “Security Council” is seen often."""
        first, _, rest = name.partition(" ")
        if first.lower() in DEMONYMS or first in COUNTRIES_AND_STATES:
            return False
        return self._seen[name] == 1 and self._seen.get(rest, 0) > 1

    def _own_initials(self) -> dict[str, str]:
        """Initials that stand for one name alone in the whole collection."""
        result = {}
        for short, names in sorted(self._initials.items()):
            if len(names) == 1 and len(short) > 2:
                result[next(iter(names))] = short
        return result


def _record(name: str) -> Entity:
    return Entity(id="", kind="organisation", name=name)
