"""Names that stand wholly in letters of another script that look like Latin ones
(UTS 39, 4.1: whole-script confusables): “Аррӏе” in Cyrillic.

Archives in those scripts have such words of their own.  So a word is suspect
only where no name and no text's beginning has a letter of that script that looks
like none of ours, and where the word stands in no text as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regesta.model import Problem
from regesta.seeds.holdings import SeedDocument
from regesta.seeds.strict_yaml import Way
from regesta.seeds.values import Record

_CYRILLIC = "АВЕЅІЈКМНОРСТУХЬаеѕіјорсухһԁԛԝӏ"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυι"
_KINDS = (
    ("Cyrillic", re.compile(f"[{_CYRILLIC}]+"), re.compile(f"(?![{_CYRILLIC}])[\u0400-\u052f]")),
    ("Greek", re.compile(f"[{_GREEK}]+"), re.compile(f"(?![{_GREEK}])[\u0370-\u03ff]")),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_HEAD = 2_000
"""Code points of a text by which its script is told."""
_FIRST = "\u0370"
"""Texts and names without a letter from here on are passed over."""

Named = tuple[Record, Way, str]


def remarks(names: Iterable[Named], documents: Iterable[SeedDocument]) -> Iterator[Problem]:
    """Give a notice for each word of a name that is suspect."""
    beyond = [n for n in names if not n[2].isascii() and max(n[2]) >= _FIRST]
    if not beyond:
        return
    texts = [held.source.text for held in documents if held.source]
    for script, alike, own in _KINDS:
        if any(own.search(words) for _record, _way, words in beyond):
            continue
        if any(own.search(text, 0, _HEAD) for text in texts):
            continue
        for record, way, words in beyond:
            for word in _WORD.findall(words):
                if alike.fullmatch(word) and not any(word in text for text in texts):
                    said = f"“{word}” is all in {script} letters that look like Latin ones"
                    yield record.where.problem("script-alike", said, *way)
