"""Which records had a part in what was found in a text.

When records are looked for that are then not kept, most texts need not be
looked through again: of those that had no part in it, it is as if they had
never been looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from regesta.annotate.names.gazetteer import Hit
from regesta.annotate.names.reading import Named
from regesta.model import Mention


class Steps(NamedTuple):
    """What was found in *text* (folded), and from what: *longest* are the full
    names that stood by their words alone, *free* the short forms outside full
    names, *short* what they were read to mean; all are sorted by start.  *until*
    is the code point of the source from which on names were not looked for, None
    where they were to its end."""

    mentions: list[Mention]
    text: str
    hits: list[Hit]
    longest: list[Named]
    free: list[Hit]
    short: list[Named]
    until: int | None


def taking_part(steps: Steps) -> set[str]:
    """Return the ids of the entities without which something else might have
    been found."""
    _mentions, text, hits, longest, free, short, _until = steps
    met = {id for one in longest for id in one.entities}
    met.update(sense.entity for hit in _full(text, hits, longest) for sense in hit.full)
    read = {(one.start, one.end) for one in short}
    for hit in free:
        # One that means a single entity and could not be read changes nothing.
        if len(hit.short) > 1 or (hit.start, hit.end) in read:
            met.update(sense.entity for sense in hit.short)
    for hit in hits:
        if not hit.full and text[hit.start - 2 : hit.start] == ". ":  # after initials
            met.update(sense.entity for sense in hit.short)
    return met


def _full(text: str, hits: Sequence[Hit], longest: Sequence[Named]) -> Iterator[Hit]:
    """Give the hits of full names but those single words of one record that lie
    in a longer name and did not hold beside it (“Senate” in a committee's name)."""
    index = reach = 0
    stand = {(one.start, one.end) for one in longest}
    for hit in hits:
        while index < len(longest) and longest[index].start <= hit.start:
            reach = max(reach, longest[index].end)
            index += 1
        if not hit.full:
            continue
        written = text[hit.start : hit.end]
        one_word = written.isascii() and written.isalnum()
        within = hit.end <= reach and (hit.start, hit.end) not in stand
        if len(hit.full) > 1 or not (one_word and within):
            yield hit
