"""Records proposed by a statistical model, for names that rules do not find.

The model is a function from a text to its names; what it says is a proposal
like any other and says so.  Nothing here needs one to be installed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.names.words import FUNCTION_WORDS, MONTHS, TITLES, WEEKDAYS
from regesta.annotate.proposals.proposing import identified, mentioned
from regesta.annotate.proposals.runs import PASSED_OVER
from regesta.annotate.proposals.words import is_given_name
from regesta.annotate.tongues import tongue
from regesta.model import Block, Entity, EntityKind, Mention
from regesta.whitespace import fold

Names = Callable[[str], Iterable[tuple[str, int, int, str]]]
"""From a text to its names: words, start, end (code points), label."""

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""OntoNotes and CoNLL labels that have a kind of record."""

_LONGEST = 8
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w-])")
_AFTER = re.compile(r"\s[-–—|]\s.*|\s\d+$|[“”\"„«»:;(].*")
"""What a model takes with a name and is none of it."""


def propose(
    texts: Sequence[tuple[str, str, Sequence[Block]]],
    known: Mapping[str, Entity],
    names: Names,
    called: str,
) -> list[Entity]:
    """Return records for names that *names* gives in *texts* (id, text, blocks)
    and that none of *known* has; *called* is the model's name.  One that the
    model gives several kinds has the commonest."""
    gazetteer = Gazetteer(known.values())
    seen: dict[str, Counter[EntityKind]] = {}
    small: set[str] = set()
    for document, text, blocks in texts:
        if tongue(text) != "en":
            continue
        small.update(_SMALL.findall(text))
        found = gazetteer.find(text, blocks, document)
        for words, start, end, label in names(text):
            kind = _KINDS.get(label)
            if kind and _in_body(blocks, start, end) and not _overlaps(found, start, end):
                name = _plain(words)
                if name:
                    seen.setdefault(name, Counter())[kind] += 1
    fresh = [
        Entity(
            id="",
            kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
            name=name,
            note=f"Proposed by the model {called}.",
            status="machine",
        )
        for name, kinds in sorted(seen.items())
        if not _is_common(name, small)
    ]
    return mentioned(identified(fresh, known), texts, known)


def _plain(words: str) -> str:
    """Return the name without article and possessive; "" where it is none."""
    name = _AFTER.split(fold(words))[0].removesuffix("'s").removesuffix("’s")
    for article in ("the ", "The ", "a ", "A "):
        name = name.removeprefix(article)
    parts = name.strip(" -–—,").split(" ")
    name = " ".join(parts)
    if parts[-1] in ("and", "of", "for", "the", "&"):
        return ""
    says_nothing = parts[0].lower() in FUNCTION_WORDS | MONTHS | WEEKDAYS
    if len(parts) == 1:
        says_nothing = says_nothing or name.lower() in TITLES or is_given_name(name)
    capital = name[:1].isupper() and any(c.isalpha() for c in name)
    return name if capital and not says_nothing and len(parts) <= _LONGEST and len(name) > 1 else ""


def _is_common(name: str, small: set[str]) -> bool:
    """Tell whether a name is one word that the texts write small too: a clerk,
    the press."""
    return " " not in name and not name.isupper() and name.lower() in small


def _in_body(blocks: Sequence[Block], start: int, end: int) -> bool:
    around = [b for b in blocks if b.span.start <= start and end <= b.span.end]
    return not blocks or (bool(around) and around[0].kind not in PASSED_OVER)


def _overlaps(found: Sequence[Mention], start: int, end: int) -> bool:
    return any(m.span.start < end and start < m.span.end for m in found)
