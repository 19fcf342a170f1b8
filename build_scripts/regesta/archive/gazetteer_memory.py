"""Which documents a changed record can touch.

To look for all records in all documents at every build would take as long as
to annotate them.  So it is kept with which state of the records a document was
read; where records have changed since, only those documents are read again
that hold the words of a form which a changed record has, or had.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from regesta.annotate.names.coordination import ARTICLE, PLURALS
from regesta.annotate.names.folding import Folded, fold_name, key_of
from regesta.annotate.names.variants import forms_of
from regesta.archive import noting
from regesta.model import Entity, EntityKind, WordedAs

_WORD = re.compile(r"[^\W_]+")
_UNSAID = frozenset({ARTICLE, *(word.lower() for word in PLURALS.values())})
"""Words of a form that a text may leave out: "the Ministries of Trade and Labour"."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record: its digest, and what its forms are made of."""

    digest: int
    kind: EntityKind
    name: str
    variants: tuple[str, ...]
    short_forms: tuple[str, ...]
    family_name_first: bool
    worded_as: tuple[WordedAs, ...]

    def forms(self) -> set[tuple[str, ...]]:
        """Return the words of each of its forms that a text must hold."""
        entity = Entity(
            id="", kind=self.kind, name=self.name, variants=self.variants,
            short_forms=self.short_forms, family_name_first=self.family_name_first,
        )  # fmt: skip
        surfaces = {form.surface for form in forms_of(entity)}
        surfaces |= {fold_name(one.words) for one in self.worded_as}
        words = (_WORD.findall(Folded(s).key) for s in surfaces)
        return {tuple(sorted(set(form) - _UNSAID)) for form in words if form}


@dataclass(slots=True)
class NamesMemory:
    """Records by id; document id to the state of the records with which it was
    read, as far as these can matter to it."""

    records: dict[str, Known] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)

    def renewed(
        self, entities: Iterable[Entity], texts: Mapping[str, Callable[[], str]]
    ) -> NamesMemory:
        """Return the memory for *entities* and *texts* (document id to what gives
        its text)."""
        records: dict[str, Known] = {}
        changed: list[Known] = []
        for entity in entities:
            old = self.records.get(entity.id)
            digest = noting.digest_of(entity)
            if old and old.digest == digest:
                records[entity.id] = old
                continue
            records[entity.id] = _known(entity, digest)
            changed += [records[entity.id], *([old] if old else [])]
        changed += [old for id, old in self.records.items() if id not in records]
        state = noting.digest_of(sorted((id, one.digest) for id, one in records.items()))
        touches = _Touches(changed if self.states else ())
        states = {
            id: state if id not in self.states or touches(id, text) else self.states[id]
            for id, text in texts.items()
        }
        return NamesMemory(records, states)


def _known(entity: Entity, digest: int) -> Known:
    return Known(
        digest, entity.kind, entity.name, entity.variants, entity.short_forms,
        entity.family_name_first, entity.worded_as,
    )  # fmt: skip


class _Touches:
    """Tells whether one of the *changed* records can matter to a document.

    All words of a form must be there, as parts of words.
    """

    def __init__(self, changed: Iterable[Known]) -> None:
        changed = list(changed)
        self._documents = {worded.document for one in changed for worded in one.worded_as}
        self._forms = {form for one in changed for form in one.forms()}

    def __call__(self, id: str, text: Callable[[], str]) -> bool:
        if id in self._documents:
            return True
        if not self._forms:
            return False
        key = key_of(text())  # folded, it would have other signs around its words
        return any(all(word in key for word in form) for form in self._forms)
