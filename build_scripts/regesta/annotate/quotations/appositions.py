"""Names in apposition: "the group's president, Cecile Roe, warned of …".

Whoever is described and named in one breath is known by the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from regesta.annotate.quotations.reading import Reading, is_verb
from regesta.annotate.quotations.speakers import Voice
from regesta.annotate.quotations.voices_around import ending_at, governor, voices_from
from regesta.annotate.quotations.words import AUXILIARIES, CONJUNCTIONS, word_set

_LONGEST = 10
"""Words that may describe further ("for the committee") before the comma."""
_TITLES = 4
_OPENS = (",", "—", "–")
_CLOSES = (",", "—", "–", "(")
_FROM = word_set("of from")


def named(reading: Reading, voices: Sequence[Voice], voice: Voice) -> Voice | None:
    """Return the name in apposition after the description *voice*, or None."""
    if voice.kind not in ("person", "organisation") or voice.plural or voice.possessive:
        return None
    comma = after(reading, voice)
    if comma is None:
        return None
    if (described := _described_before(reading, voices, voice)) is not None:
        return described
    for name in voices_from(voices, reading.words[comma].start)[:2]:
        titles = reading.words[comma : name.first]
        if len(titles) > _TITLES or not all(word.capital for word in titles):
            return None
        if not all(word.joined for word in reading.words[comma + 1 : name.first + 1]):
            return None
        if _is_one(name, voice) and _ends(reading, name):
            return name
    return None


def _described_before(reading: Reading, voices: Sequence[Voice], voice: Voice) -> Voice | None:
    """Return the name that *voice* describes: "Jane Roe, a retired general, …"."""
    first = reading.words[reading.index(voice.span.start)]
    if voice.kind != "person" or first.joined or first.before.strip() not in _OPENS:
        return None
    name = ending_at(voices, reading.index(voice.span.start) - 1)
    if name is None or not _is_one(name, voice) or governor(reading, name) is not None:
        return None
    return name


def after(reading: Reading, voice: Voice) -> int | None:
    """Return the first word after the comma that ends the description."""
    words = reading.words
    for at in range(voice.last + 1, min(voice.last + _LONGEST, len(words))):
        if not words[at].joined:
            return at if words[at].before.strip() in _OPENS else None
        lower = words[at].lower
        if is_verb(words[at]) or lower in AUXILIARIES or lower in CONJUNCTIONS - {"and"}:
            return None
    return None


def _is_one(name: Voice, described: Voice) -> bool:
    if name.possessive:
        return False
    if name.kind == "stranger":
        return described.kind == "person"
    return name.mention is not None and name.mention.type == described.kind


def _ends(reading: Reading, name: Voice) -> bool:
    """Tell whether the name ends its stretch, or goes on as "of Springfield"."""
    following = name.last + 1
    if following >= len(reading.words):
        return True
    word = reading.words[following]
    return word.before.strip()[:1] in _CLOSES or word.lower in _FROM
