"""What a form is read as, before it is hung on an anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from regesta.annotate.dates import tense as date_tense
from regesta.model import Basis, Certainty, DateExpression
from regesta.wording import Interface, _, interface, noted

ValueOn = Callable[[date], str | None]
"""The EDTF value of an expression in a text of the given day."""


class Reading(NamedTuple):
    """A form read.

    Either *value* is said by the words themselves, or *value_on* works it out
    from the anchor's day, or *near* holds other expressions' possible days to
    work it out from.  *bare* is what is known without any anchor.  *reason*
    may hold ``{anchor}`` and what *words* name; *part* is a sentence that follows
    it; *missing* says what is missing where no anchor is known.  All are noted
    for the catalogue and said by :meth:`told`.  *start* and *end* replace the
    form's own where not None.
    """

    rule: str
    basis: Basis
    reason: str
    value: str | None = None
    value_on: ValueOn | None = None
    bare: str | None = None
    missing: str = noted("The text does not say when, and its own date is not known.")
    certainty: Certainty = "certain"
    conflict: str | None = None
    near: DateExpression | None = None
    start: int | None = None
    end: int | None = None
    words: tuple[tuple[str, str], ...] = ()
    part: str = ""

    def told(self, anchor: str = "") -> str:
        """Return how the value is known, in the interface's language; *anchor*
        are the words for what it hangs on."""
        return _told(self.reason, self.part, self.words, anchor, interface())


LATER = Reading("", "unknown", "")
"""Stands for the reading of a form that rests on what was found before it."""


class LooksBack(Exception):
    """A form was read that rests on what was found before it."""


class Untold(list[DateExpression]):
    """Stands for what was found before a form where that is not known yet."""

    def __len__(self) -> int:
        raise LooksBack

    def __iter__(self) -> Iterator[DateExpression]:
        raise LooksBack

    def __getitem__(self, _at: object) -> Any:
        raise LooksBack


@lru_cache(1024)
def _told(
    reason: str, part: str, words: tuple[tuple[str, str], ...], anchor: str, _by: Interface
) -> str:
    said = {name: _(word) for name, word in words}
    said |= {"anchor": anchor, "Anchor": anchor[:1].upper() + anchor[1:]}
    sentences = (_(sentence).format(**said) for sentence in (reason, part))
    return " ".join(sentence for sentence in sentences if sentence)


_AFTER_PHRASE = (
    "and ", "to ", "that ", "when ", "while ", "with ", "in ", "at ", "by ", "as ",
)  # fmt: skip


@dataclass(slots=True)
class Setting:
    """Where a form stands: the text, what was found before it,
    whether ``month`` or ``day`` stands first in its figures (empty: not known),
    and the years that its full dates give to a month and day."""

    text: str
    found: list[DateExpression] = field(default_factory=list)
    order: str = ""
    years: Mapping[tuple[int, int], Sequence[int]] = field(default_factory=dict)

    def direction(self, start: int, end: int) -> int:
        """Return -1 where the words around look back, 1 ahead, 0 unclear."""
        return date_tense.direction(self.text, start, end)

    def follows(self, end: int, length: int = 40) -> str:
        """Return the *length* code points after *end*."""
        return self.text[end : end + length]

    def ends_phrase(self, end: int) -> bool:
        """Tell whether a phrase of time is over at *end*: nothing that it
        could describe follows."""
        after = self.follows(end, 12)
        return not after or after[0] in ",.;:)!?\n" or after.lstrip().startswith(_AFTER_PHRASE)

    def precedes(self, start: int, length: int = 40) -> str:
        """Return the *length* code points before *start*."""
        return self.text[max(0, start - length) : start]
