"""Write text so that Markdown shows it and never obeys it.

Works for exactly the extensions that mkdocs.yml switches on (toc, tables,
fenced_code, attr_list, md_in_html).  A character that could act as markup is
written as a decimal reference, which survives every extension that was tried;
all other characters stay as they are, so that prose reads well in a diff.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from regesta.whitespace import WHITE_SPACE, fold

_ACTIVE = "\\`*_[]<>{}#|~"
_LINE_BREAKS = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Invisible, or a space of a particular width: kept, but visible in a diff.
_REFERENCED = (set(WHITE_SPACE) - set(_LINE_BREAKS) - {" "}) | set(
    "\xad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)


def _is_shown_as_code_point(character: str) -> bool:
    """Control and bidirectional override characters (and what HTML parsers
    drop or remap) are shown as an element that stands for them."""
    code = ord(character)
    return (
        (code < 0x20 and character not in WHITE_SPACE)
        or (0x7F <= code < 0xA0 and character not in WHITE_SPACE)
        or character in _BIDI
        or 0xFFF9 <= code <= 0xFFFB
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def code_points(characters: str) -> str:
    """Return the element that stands for characters that cannot be shown, or
    for a stretch that is full of them.  What it shows of them is ours."""
    codes = " ".join(f"{ord(c):04X}" for c in characters)
    seen = "".join(_glimpse(c, len(list(alike))) for c, alike in groupby(characters))
    return f'<span class="cp" data-cp="{codes}"><span data-gloss="">{seen}</span></span>'


@lru_cache(4096)
def _glimpse(character: str, times: int) -> str:
    """Return how one character *times* in a row is shown: ``U+0001×3``."""
    if not _is_shown_as_code_point(character):
        acts = character in _ALWAYS or character in "&!"
        return (_reference(character) if acts else character) * times
    return f"U+{ord(character):04X}{f'×{times}' if times > 1 else ''}"


_UNSHOWN_OF_FIRST_PLANE = (
    _BIDI + "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
)
_UNSHOWN = _UNSHOWN_OF_FIRST_PLANE + "".join(
    chr(plane * 0x10000 + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)
)
"""What :func:`_is_shown_as_code_point` tells of, for a class of characters."""
# In a class with each of the other planes' the engine would hold every character
# against each: a look behind tells these from the others of their planes.
_MAY_BE_UNSHOWN = _UNSHOWN_OF_FIRST_PLANE + "\U00010000-\U0010ffff"
_ONE_STRETCH = f"(?:(?<=[{_UNSHOWN}])[{_UNSHOWN}]{{0,63}})?"
_ACTING = re.escape(_ACTIVE + "&!" + _LINE_BREAKS + "".join(sorted(_REFERENCED)))
_SPECIAL = re.compile(f"[{_MAY_BE_UNSHOWN}{_ACTING}]{_ONE_STRETCH}")
_ALWAYS = {c: _reference(c) for c in (*_ACTIVE, *sorted(_REFERENCED))} | dict.fromkeys(
    _LINE_BREAKS, " "
)
"""What is written the same wherever it stands."""
_CONTROL = re.compile(f"[{_MAY_BE_UNSHOWN}](?<=[{_UNSHOWN}])")
_DENSE = re.compile(f"(?:[^{_UNSHOWN}{_LINE_BREAKS}]{{0,8}}[{_UNSHOWN}]){{8,64}}")
"""A stretch in which every ninth character at least cannot be shown."""
ACTIVE = tuple(_ACTIVE + "&!" + "".join(sorted(_REFERENCED)) + _BIDI)
"""Characters that are written as references."""
_LABEL = 100
"""Code points of a label at most: names and dates stand on many pages and lines."""
_ENTITY_FOLLOWS = re.compile(r"[#A-Za-z0-9]")


def text(source: str) -> str:
    """Return *source* as inline Markdown that shows exactly its characters.

    Line breaks and tabs become spaces (white space is compared folded); a
    ``!`` at the end is written as a reference, because a link may follow it.
    """
    return _with_dense_stretches(source, _text)


def _with_dense_stretches(source: str, write: Callable[[str], str]) -> str:
    """Return *source* as *write* gives it, but for stretches that are full of
    characters that cannot be shown: an element each of them would be too many."""
    if source.isprintable() or not _CONTROL.search(source):
        return write(source)
    out = []
    position = 0
    for dense in _DENSE.finditer(source):
        out += [write(source[position : dense.start()]), code_points(dense.group())]
        position = dense.end()
    return "".join([*out, write(source[position:])])


def _text(source: str) -> str:
    def replace(match: re.Match[str]) -> str:
        character = match.group()
        if known := _ALWAYS.get(character):
            return known
        if _is_shown_as_code_point(character[0]):
            return code_points(character)
        following = source[match.end() : match.end() + 1]
        if character == "&":
            # At the end something that we write may follow: be safe.
            return "&" if following and not _ENTITY_FOLLOWS.match(following) else "&#38;"
        if character == "!":
            return "!" if following and following != "[" else "&#33;"
        return character  # of another plane, and shown as any

    return _SPECIAL.sub(replace, source)


def plain(source: str) -> str:
    """Return *source* as inline Markdown for a label of ours: white space
    folded, control characters shown as their code point."""
    return _plain_label(source) if len(source) < _LABEL else _plain(source)


def _plain(source: str) -> str:
    return text(fold(source).strip())


_plain_label = lru_cache(4096)(_plain)


_BLOCK_START = re.compile(r"[-+=:0-9'\"(]")


def line(source: str) -> str:
    """Return inline Markdown *source* so that it cannot start a block: a list
    mark, a number or a rule at its head is written as a reference."""
    return _reference(source[0]) + source[1:] if _BLOCK_START.match(source) else source


def preformatted(source: str) -> str:
    """Return *source* for the inside of a raw ``<pre>``: lines kept."""
    unified = re.sub("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]", "\n", source)
    shown = "\n".join(
        "&#9;".join(text(piece) for piece in part.split("\t")) for part in unified.split("\n")
    )
    return re.sub(r"(?m) +$", lambda m: "&#32;" * len(m.group()), shown)


_ACTIVE_RAW = re.compile(
    "&(?=[#A-Za-z0-9]|$)|(?<=~~)~|[<>{}"
    + re.escape(_LINE_BREAKS + "".join(sorted(_REFERENCED)))
    + f"]|[{_UNSHOWN}]{{1,64}}"
)
"""What acts inside a raw element (no inline Markdown is read there)."""


def raw(source: str) -> str:
    """Return *source* for the inside of a raw ``<pre>`` with the fewest
    references: for blocks so heavy that each of them counts."""
    shown = _with_dense_stretches(source, _raw)
    if "```" in shown:
        shown = shown.replace("`", "&#96;")
    return re.sub(r"(?m) +$", lambda m: "&#32;" * len(m.group()), shown)


def _raw(source: str) -> str:
    return _ACTIVE_RAW.sub(_in_raw, source.replace("\r\n", "\n"))


def _in_raw(match: re.Match[str]) -> str:
    characters = match.group()
    if characters in "\n\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if _is_shown_as_code_point(characters[0]):
        return code_points(characters)
    return _reference(characters)


_ATTRIBUTE = {"&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;", "'": "&#39;", "{": "&#123;",
              "}": "&#125;", "`": "&#96;", "\\": "&#92;", "*": "&#42;", "_": "&#95;", "[": "&#91;",
              "]": "&#93;", "|": "&#124;", "!": "&#33;"}  # fmt: skip


def attribute(source: str) -> str:
    """Return *source* for the inside of a double-quoted HTML attribute in
    Markdown: folded, inert to HTML and to Markdown."""
    folded = fold(source).strip()
    return _SPECIAL_IN_ATTRIBUTE.sub(_in_attribute, folded)


_SPECIAL_IN_ATTRIBUTE = re.compile(
    f"[{_MAY_BE_UNSHOWN}{_ACTING}{re.escape(''.join(_ATTRIBUTE))}]{_ONE_STRETCH}"
)


def _in_attribute(match: re.Match[str]) -> str:
    character = match.group()
    if _is_shown_as_code_point(character[0]):
        return "�" * len(character)
    return _ATTRIBUTE.get(character, character)


def link(label: str, target: str, attributes: str = "") -> str:
    """Return a Markdown link.  *label* is inline Markdown already; *target*
    is an address of ours (ids are ``[a-z0-9-]``), so it needs no escaping."""
    return f"[{label}]({target})" + (f"{{: {attributes} }}" if attributes else "")
