"""Texts that no person wrote, of any length: what a program finds hardest.

Each kind is named for what it holds and made by a function from a length in
code points to the text.  The same length gives the same text.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from bench import words

Make = Callable[[int], str]

REPEATED = {
    # One character.
    "backticks": "`",
    "asterisks": "*",
    "underscores": "_",
    "hashes": "#",
    "tildes": "~",
    "pipes": "|",
    "backslashes": "\\",
    "opening brackets": "[",
    "closing brackets": "]",
    "opening braces": "{",
    "opening parentheses": "(",
    "less-than signs": "<",
    "greater-than signs": ">",
    "ampersands": "&",
    "exclamation marks": "!",
    "dashes": "-",
    "equal signs": "=",
    "full stops": ".",
    "colons": ":",
    "spaces and one word": " ",
    "newlines": "\n",
    "carriage returns": "\r",
    "tabs": "\t",
    "no-break spaces": "\xa0",
    "digits": "1",
    "one long word": "a",
    "one long word in capitals": "A",
    "combining marks": "\u0301",
    "bidirectional overrides": "\u202e",
    "zero-width joiners": "\u200d",
    "control characters": "\x01",
    "emoji": "😀",
    "emoji families": "👨‍👩‍👧‍👦",
    "Chinese without a stop": "中国美国会谈",
    "Arabic": "محادثات ",
    # Marks of quotation.
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "closing quotation marks": "”",
    "quotations never closed": "“a word ",
    "quotations never closed, in paragraphs": "“A word that goes on.\n\n",
    "apostrophes": "it's ",
    "guillemets": "« mot » ",
    "speech": '"Yes," he said. ',
    "speech in paragraphs": '"We will go on with it," the official said.\n\n',
    "speakers without a word": "the official said ",
    # Words.
    "one word again and again": "word ",
    "capitalised words without end": "Word ",
    "words in capitals without end": "WORD ",
    "initials": "J. ",
    "acronyms in brackets": "The Joint Task Force (JTF) ",
    "a name again and again": "Zarah Wellbourne ",
    "a surname again and again": "Wellbourne ",
    "a name with its titles": "Secretary of State Zarah Wellbourne, ",
    "offices in a row": "Departments of Justice, State, ",
    "the heads of bodies": "the committee ",
    "meetings": "the meeting and the talks ",
    "Chinese names": "王小明会见。",
    # Dates.
    "days": "on Sunday, ",
    "dates without end": "3 March 2023 ",
    "years": "2023 ",
    "ranges of dates": "from May to June ",
    "days without a year": "May 3, ",
    "days in slashes": "1/2/2023 ",
    "vague times": "last year a few days ago ",
    # Layout.
    "alternating marks": "a*",
    "control characters in words": "a\x01",
    "short lines": "a\n",
    "lines": "short line\n",
    "paragraphs": "a word\n\n",
    "headings": "A HEADING\n\n",
    "numbered headings": "1. A heading\n\nText goes here.\n\n",
    "list markers": "- ",
    "a list": "- a\n",
    "a numbered list": "1. a\n",
    "nested list": "  - a\n    - b\n",
    "quotes in quotes": "> ",
    "quoted mail": "> > a line of mail\n",
    "headers of mail": "From: a@b.example\nTo: c\nSubject: d\n\n",
    "indentation": "    a\n",
    "columns": "a    b    c\n",
    "a table": "| a | b |\n",
    "one row of a table": "| a ",
    "separators": "* * *\n\n",
    "datelines": "WASHINGTON, May 3 – A word.\n\n",
    "credits": "By Zarah Wellbourne\n\n",
    "addresses": "https://a.example/b?c=d ",
    "links that are none": "[](",
    "images that are none": "![a](b) ",
    "references": "&amp ",
    "tags": "<b>",
    "tags never closed": "<a href='",
    "comments never closed": "<!--",
    "declarations": "<![",
    "attribute lists": "{: #a } ",
    "templates": "{{ a }} ",
    "snippets": '--8<-- "a"\n',
    "fences": "```\n",
    "front matter": "---\na: b\n",
    "setext headings": "a\n===\n",
    "footnotes": "[^1]: a\n",
    "abbreviations": "*[a]: b\n",
}
"""Kind to what is repeated."""

_SEED = 11


def repeated(piece: str) -> Make:
    """Return a maker that repeats *piece*, a word before it."""
    return lambda length: ("x " + piece * (length // len(piece) + 1))[:length]


def _random(length: int) -> str:
    """Characters of all of Unicode by chance, but for what is no text."""
    chance = random.Random(_SEED)
    ranges = ((1, 0xD7FF), (0xE000, 0x10FFFF), (1, 0x7F), (0x20, 0x7F))
    return "".join(chr(chance.randint(*ranges[i % 4])) for i in range(length))


def _random_marks(length: int) -> str:
    chance = random.Random(_SEED)
    return "".join(chance.choices("`*_[]()<>{}#|~!&\\\"'“” \n\t-+=.:0a", k=length))


def _random_words(length: int) -> str:
    """Words that are all different, without one of the language."""
    chance = random.Random(_SEED)
    letters = "abcdefghijklmnopqrstuvwxyz"
    made: list[str] = []
    size = 0
    while size < length:
        word = "".join(chance.choices(letters, k=chance.randint(2, 11)))
        if chance.random() < 0.3:
            word = word.capitalize()
        made.append(word)
        size += len(word) + 1
    return " ".join(made)[:length]


def _random_officers(length: int) -> str:
    """Titles of office, each with another family name, and these names as nouns."""
    names = _random_words(length // 4).lower().split()
    told = (f"Senator {name.capitalize()} met the {name}." for name in names)
    return "\n\n".join(told)[:length]


def _prose(length: int) -> list[str]:
    chain, chance = words.read(), random.Random(_SEED)
    sentences: list[str] = []
    size = 0
    while size < length:
        sentence = words.sentence(chain, chance).replace(words.NAME, "Zarah Wellbourne")
        sentences.append(sentence)
        size += len(sentence) + 1
    return sentences


def prose_in_paragraphs(length: int) -> str:
    """Return prose of four sentences a paragraph."""
    sentences = _prose(length)
    groups = (sentences[i : i + 4] for i in range(0, len(sentences), 4))
    return "\n\n".join(" ".join(group) for group in groups)[:length]


def _with_speech(length: int) -> str:
    sentences = _prose(length)
    told = ["“" + s.rstrip(".") + ",” the official said on Sunday. " + s for s in sentences]
    groups = (told[i : i + 3] for i in range(0, len(told), 3))
    return "\n\n".join(" ".join(group) for group in groups)[:length]


KINDS: dict[str, Make] = {
    **{name: repeated(piece) for name, piece in REPEATED.items()},
    "characters by chance": _random,
    "marks by chance": _random_marks,
    "words by chance": _random_words,
    "officers by chance": _random_officers,
    "prose in one line": lambda length: " ".join(_prose(length))[:length],
    "prose in paragraphs": prose_in_paragraphs,
    "prose in wrapped lines": lambda length: "\n".join(_prose(length))[:length],
    "prose with speech": _with_speech,
}
"""Kind to the maker of its texts."""
