"""Which of a few languages a text is in, for the rules that have words of them.

English unless its commonest word is missing and another language's commonest
words are many.  Tags are BCP 47 (RFC 5646) primary language subtags; ``han``
stands for texts of Han, kana and Hangul, which write dates alike.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SAMPLE = 4_000
"""Code points that are looked at."""
_ONE_IN = 300
"""Other languages have more than one of their words in so many code points,
English at least one “the” in four times as many."""

_COMMON = {
    "de": "der die und das den dem im mit von am hat ist nicht sich ein eine nach zu sagte wurde",
    "fr": "le les des et du est dans une au aux ont pour pas qui sur il elle avec cette",
    "es": "el los y del las con una por al ha lo su sus más también fue según",
    "it": "il di che della per è del gli ha nel alla sono con dei delle più anche",
    "pt": "o os da do em não e uma ao dos das foi são também com pela pelo",
}
_COMMON_WORDS = {tag: words.split() for tag, words in _COMMON.items()}
"""Words that are common in one of these languages; the most of them win."""
_ENGLISH = ("the", "of", "and", "to", "is", "was", "for", "that")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def tongue(text: str) -> str:
    """Return ``en``, ``de``, ``fr``, ``es``, ``it``, ``pt`` or ``han``."""
    return _tongue(text[:_SAMPLE])


@lru_cache(16)
def _tongue(sample: str) -> str:
    """As :func:`tongue`, which is asked of a text for each of its names."""
    if sample.count(" the ") * _ONE_IN * 4 > len(sample):
        return "en"
    # Han, kana and Hangul take three bytes each: most texts need no second look.
    further = len(sample.encode("utf-8", "surrogatepass")) - len(sample)
    if further * 3 > len(sample) * 2 and len(_HAN.findall(sample)) * 3 > len(sample):
        return "han"
    lowered = f" {sample.lower()} "
    found = {
        tag: sum(lowered.count(f" {word} ") for word in words)
        for tag, words in _COMMON_WORDS.items()
    }
    best = max(found, key=lambda tag: found[tag])
    enough = found[best] > 1 and found[best] * _ONE_IN > len(sample)
    alone = sum(count == found[best] for count in found.values()) == 1
    english = sum(lowered.count(f" {word} ") for word in _ENGLISH)
    return best if enough and alone and found[best] > english else "en"
