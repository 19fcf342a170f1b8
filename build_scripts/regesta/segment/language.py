"""Guessing a text's language by its script and its commonest words.

A guess for texts whose description does not say; pages show it as one.  Tags
are BCP 47 (RFC 5646) primary language subtags.
"""

from __future__ import annotations

import re
from collections import Counter

from regesta.segment.vocabulary import words_in

_SAMPLE = 20_000
"""Code points that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3
"""Common words without which nothing is guessed."""

_SCRIPTS: tuple[tuple[str, str], ...] = (
    # A script that one language alone commonly uses, by its code point ranges.
    ("ko", "\uac00-\ud7a3\u1100-\u11ff"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("ta", "\u0b80-\u0bff"),
    ("am", "\u1200-\u137f"),
    ("km", "\u1780-\u17ff"),
    ("my", "\u1000-\u109f"),
    ("ar", "\u0600-\u06ff"),
    ("ru", "\u0400-\u04ff"),
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_NO_LETTERS = bytes(n for n in range(128) if not chr(n).isalpha())
_RANGES = tuple((tag, re.compile(f"[{ranges}]")) for tag, ranges in _SCRIPTS)

_COMMON = {
    "en": words_in("the of and to in a is that for it was with as on be by at this have from are"),
    "fr": words_in(
        "le la les de des du et est en un une que qui dans pour pas sur au avec il elle"
    ),
    "de": words_in("der die das und ist nicht ein eine mit von zu den dem des auf für im sich als"),
    "es": words_in("el la los las de del y que en un una es por con para no se su al lo como"),
    "it": words_in("il lo la gli le di del della e che un una è per con non si da nel sono anche"),
    "pt": words_in("o a os as de do da dos das e que em um uma é por com para não se no na ao"),
    "nl": words_in("de het een en van is dat niet op te in met voor zijn aan er ook als bij door"),
    "sv": words_in("och att det i en som är på för med av den inte till ett om har de var från"),
    "da": words_in("og at det i en som er på for med af den ikke til et om har de var fra blev"),
    "no": words_in("og at det i en som er på for med av den ikke til et om har de var fra ble"),
    "fi": words_in("ja on ei että se oli hän mutta ovat kun myös tai joka niin mukaan sekä ole"),
    "pl": words_in("i w na z że się nie do to jest o jak po co za od przez dla są oraz był"),
    "cs": words_in("a v se na je že to s z do o i jako za by pro ale jsou byl které však jeho"),
    "hu": words_in("a az és hogy nem is egy van ez volt de meg csak ha vagy azt már kell mint"),
    "ro": words_in("și de la în a cu că nu pe un o este din pentru care mai sau au prin fost"),
    "tr": words_in("ve bir bu da de için ile çok ne gibi daha olarak olan kadar ama sonra en var"),
    "id": words_in(
        "yang dan di dengan untuk dari ini itu dalam tidak pada akan adalah ke oleh juga"
    ),
    "vi": words_in("và của là có trong được cho không một các với những này đã người đến khi về"),
    "ca": words_in("el la els les de i que en un una és per amb no es del dels al com més"),
    "la": words_in("et in est non ad cum ut quod qui si ex sed per quae a esse hoc atque de enim"),
}
_CYRILLIC = {
    "ru": words_in("и в не на что с по это как из он к но для его от за был бы"),
    "uk": words_in("і в не на що з та це як до він у але для його від за був є які також"),
    "bg": words_in("и в не на че с по това как от за да се е са ще са който която има"),
    "sr": words_in("и у не на да је с се су за од са то као али који ће био из"),
}
_ARABIC = {
    "ar": words_in("في من على أن إلى عن التي الذي هذا هذه مع كان ما لا بين بعد قد ذلك"),
    "fa": words_in("در از به که این را با است برای آن یک خود تا بر هم بود شد می"),
    "ur": words_in("کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں کر یہ بھی تھا"),
}

_TAGS: dict[str, list[str]] = {}
"""Common word to the languages in which it is one."""
for _languages in (_COMMON, _CYRILLIC, _ARABIC):
    for _tag, _words in _languages.items():
        for _word in _words:
            _TAGS.setdefault(_word, []).append(_tag)


def guess(text: str) -> str:
    """Return the language tag of *text*, or nothing where it cannot be told.

    Looks at the first 20,000 code points: the script decides where one
    language alone uses it, elsewhere the commonest words do.
    """
    sample = text[:_SAMPLE]
    ascii = sample.encode("ascii", "ignore")
    others = "" if len(ascii) == len(sample) else _ASCII.sub("", sample)
    letters = len(ascii.translate(None, _NO_LETTERS)) + sum(map(str.isalpha, others))
    if not letters:
        return ""
    script = _script(others, letters)
    if script == "ru":
        return _by_words(sample, _CYRILLIC) or ""
    if script == "ar":
        return _by_words(sample, _ARABIC) or "ar"
    return script or _by_words(sample, _COMMON)


def _script(others: str, letters: int) -> str:
    """Return the tag that goes with the script of a text of so many *letters*, if
    one rules it; *others* are its characters beyond ASCII.  Some kana among many
    Han characters are enough for Japanese."""
    if len(others) * 10 < letters:
        return ""  # the usual case, soon told
    counts = {tag: len(pattern.findall(others)) for tag, pattern in _RANGES}
    if counts["ja"] * 20 > counts["zh"] + counts["ja"] and counts["ja"] * 10 > letters:
        return "ja"
    tag = max(counts, key=lambda name: counts[name])
    return tag if counts[tag] * 2 > letters else ""


def _by_words(sample: str, languages: dict[str, frozenset[str]]) -> str:
    """Return the language of which *sample* holds the most common words, if
    it leads clearly."""
    words = Counter(_WORD.findall(sample.casefold()))
    total = sum(words.values())
    counts = dict.fromkeys(languages, 0)
    for word in words.keys() & _TAGS.keys():
        for tag in _TAGS[word]:
            if tag in counts:
                counts[tag] += words[word]
    scores = sorted(((count, tag) for tag, count in counts.items()), reverse=True)
    (best, tag), (second, _) = scores[0], scores[1]
    if best < _FEWEST or best * 12 < total or best == second:
        return ""
    return tag
