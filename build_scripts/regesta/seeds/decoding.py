"""Bytes to text, strictly: a text is read as it is declared or not at all."""

from __future__ import annotations

import codecs
import re
import string
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from regesta.whitespace import is_blank

# The standard library's character encodings.  Left out on purpose: codecs that
# are no encodings of text (rot13, hex, zlib, idna, punycode, unicode_escape …),
# UTF-7, of which one text has many spellings, and what depends on the machine.
_NAMES = """
ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be
big5 big5hkscs gb2312 gbk gb18030 hz johab tis-620 koi8-r koi8-t koi8-u kz1048 ptcp154
cp037 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860
cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 cp932 cp949 cp950 cp1006 cp1026 cp1125
cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
euc_jp euc_jis_2004 euc_jisx0213 euc_kr shift_jis shift_jis_2004 shift_jisx0213
iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr
iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9
iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16
mac-cyrillic mac-greek mac-iceland mac-latin2 mac-roman mac-turkish
"""
_ENCODINGS = frozenset(_NAMES.split())

_RTF = b"{\\rtf"
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt)"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x7fELF", "a program"),
    (_RTF, "a word processor's text (RTF)"),
    (b"SQLite format 3", "a database"),
)

# Longest beginnings first: UTF-32's holds UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_GUESS_FROM = 65_536


@dataclass(frozen=True, slots=True)
class NotText:
    """Why bytes are no text: a *code* of the catalogue, the *message*, and
    line and column of the first byte that does not fit (0: none)."""

    code: str
    message: str
    line: int = 0
    column: int = 0
    remedy: str | None = None


def codec(name: str) -> str | None:
    """Return Python's name of the declared encoding, None if it is not known."""
    if len(name) > 40 or not set(name) <= set(string.ascii_letters + string.digits + "-_ :."):
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if found in _ENCODINGS else None


def decode(data: bytes, encoding: str = "utf-8", *, description: str = "") -> str | NotText:
    """Return the text of *data*, decoded strictly in *encoding*.

    One leading U+FEFF is dropped; everything else stays, newlines too.  NUL, a
    lone surrogate, or no character but white space means it is not a text.
    *description* is the file in which an encoding can be declared; it is only
    named in the message.
    """
    name = codec(encoding)
    if name is None:
        return NotText("encoding-unknown", f"no encoding is called “{encoding}”")
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        return _undecodable(data, name, encoding, error, description)
    except UnicodeError as error:  # some codecs report no place
        return NotText("text-encoding", f"this is not {encoding}: {error}")
    text = text.removeprefix("\ufeff")
    if data.startswith(_RTF):  # which is plain letters all through
        return NotText("text-binary", f"this is {_magic(data)}, not plain text")
    # Strict UTF-8 gives no surrogates, and looking for NUL alone is quick.
    odd = text.find("\x00") if name == "utf-8" else _first(_NOT_TEXT, text)
    if odd >= 0:
        return _binary(data, text, odd, description)
    if is_blank(text):
        what = "white space alone" if text else "nothing"
        return NotText("text-empty", f"there is {what} in this file")
    return text


def likely(data: bytes) -> str | None:
    """Guess an encoding in which *data* is a text, None where none is likely.
    A guess: it is for a person to look at, never for reading unasked."""
    if _magic(data):
        return None
    if wide := _wide(data):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error.start)
    return None


_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")
_BREAK = re.compile("\r\n|\r|\n")


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else -1


def place(before: str) -> tuple[int, int]:
    """Return line and column of what comes after *before*."""
    line, start = 1, 0
    for found in _BREAK.finditer(before):
        line, start = line + 1, found.end()
    return line, len(before) - start + 1


def _magic(data: bytes) -> str:
    for beginning, what in _MAGIC:
        if data.startswith(beginning):
            return what
    return ""


def _declare(encoding: str, description: str) -> str:
    where = f"in {description}" if description else "in the description"
    doubt = "; where its letters look wrong then, it is another" if encoding in _SIMILAR else ""
    return f"say `encoding: {encoding}` {where}, or save the text as UTF-8{doubt}"


_SIMILAR = ("windows-1250", "windows-1252", "windows-1254", "windows-1257")
"""Encodings that a short text does not tell apart."""


def _binary(data: bytes, text: str, at: int, description: str) -> NotText:
    what = _magic(data)
    line, column = place(text[:at])
    if what:
        return NotText("text-binary", f"this is {what}, not plain text", line, column)
    wide = _wide(data)
    message = f"character U+{ord(text[at]):04X} is in no text"
    if wide:
        remedy = _declare(wide, description)
        return NotText("text-binary", f"{message}; looks like {wide}", line, column, remedy)
    return NotText("text-binary", message, line, column)


def _wide(data: bytes) -> str | None:
    """Guess an encoding of two or four bytes a character, by its mark or by
    where the zeros of western letters stand."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:4_096]
    if len(head) >= 4 and len(head) % 2 == 0:
        even, odd = head[::2].count(0), head[1::2].count(0)
        half = len(head) // 2
        if odd > half * 0.4 and even < half * 0.05:
            return "utf-16-le"
        if even > half * 0.4 and odd < half * 0.05:
            return "utf-16-be"
    return None


def _undecodable(
    data: bytes, name: str, encoding: str, error: UnicodeDecodeError, description: str
) -> NotText:
    what = _magic(data)
    if what:
        return NotText("text-binary", f"this is {what}, not plain text")
    # Not all codecs say honestly how far they came, hence the second "replace".
    line, column = place(data[: error.start].decode(name, "replace"))
    message = f"not {encoding.upper()} at line {line}, column {column}"
    wide = _wide(data)
    zero = data.find(b"\0")
    if zero >= 0 and not wide and len("a".encode(name)) == 1:
        zeroed = place(data[:zero].decode("latin-1"))
        return NotText(
            "text-binary", "a byte of zero is in no text; this is something else", *zeroed
        )
    if name == "utf-8" and not wide and (mixed := _mixed(data)):
        byte = f"{message}: the byte {data[error.start]:02X}"
        return NotText("text-encoding", f"{byte}, {mixed}", line, column, _MIXED)
    guess = wide or _guess(data, error.start)
    if not guess or guess == name:
        return NotText("text-encoding", message, line, column)
    message = f"{message}; looks like {_SPOKEN.get(guess, guess)}"
    return NotText("text-encoding", message, line, column, _declare(guess, description))


_MIXED = (
    "write the letters at these places anew, or save the text again as UTF-8 where it came from"
)


def _mixed(data: bytes) -> str:
    """Say of what is UTF-8 but for a few bytes how many there are, "" of other data."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    if bad >= good:
        return ""
    return (
        f"one of {bad:,} that are not, among {good:,} letters that are"
        if bad > 1
        else (f"though the other letters beyond ASCII ({good:,}) are")
    )


_SPOKEN = {"windows-1252": "Windows-1252", "iso-8859-1": "ISO 8859-1", "utf-16": "UTF-16"}


_LIKELY = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r iso8859_2 iso8859_5 "
    "iso8859_7 iso8859_15 mac_roman cp437 cp850 shift_jis euc_jp iso2022_jp gb18030 big5 euc_kr"
)


def _guess(data: bytes, near: int) -> str | None:
    """Guess the encoding from the bytes around the first that did not fit."""
    start = max(0, near - _GUESS_FROM // 2)
    sample = data[start : start + _GUESS_FROM]
    matches = from_bytes(sample, cp_isolation=_LIKELY.split())
    best = matches.best()
    if best is None:
        return None
    # The western one is by far the most common: it stands where both read alike, or
    # where nothing speaks for the other.
    for match in matches:
        tied = match.chaos <= best.chaos and match.coherence >= best.coherence
        if match.encoding == "cp1252" and tied:
            best = match
    found = codec(best.encoding)
    if found is None:
        return None
    # Or the other finds in it what stands in no word ("Gr¸fle" for "Grüße").
    western, other = sample.decode("cp1252", "replace"), sample.decode(found, "replace")
    if western == other or _has_only_words(western) > _has_only_words(other):
        found = "cp1252"
    if found.startswith("cp125"):
        return f"windows-{found[2:]}"
    return found.replace("iso8859", "iso-8859")


_BESIDE_WORDS = frozenset("“”‘’‚„…–—«»‹›§©®°·•€£¿¡\xa0\xad")


def _has_only_words(text: str) -> bool:
    """Tell whether what *text* has beyond ASCII are letters, or what stands
    beside words."""
    return all(
        c in _BESIDE_WORDS or unicodedata.category(c) in ("Ll", "Lu", "Lo")
        for c in text
        if ord(c) > 126
    )
