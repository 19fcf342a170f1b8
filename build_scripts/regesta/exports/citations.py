"""Citations of a document: Chicago, BibTeX, RIS.

An author or date that is not known is left out, never guessed; a date that was
worked out stands in square brackets (Chicago Manual of Style 17, 14.45 and
15.44 treat it so).  RIS follows the tag list of the 2011 specification.
"""

from __future__ import annotations

import re

from regesta import edtf
from regesta.archive.parting import address as address_of
from regesta.model import Collection, Document, When
from regesta.whitespace import fold


def chicago(
    document: Document,
    collection: Collection,
    label: str,
    *,
    place: str = "",
    anchor: str = "",
    part: int = 1,
) -> str:
    """Return a bibliography entry in plain text; *place* (``¶3``) and *anchor*
    make it one of a paragraph, which stands on the page of *part*."""
    title = fold(document.title.text)
    head = f"“{title}”" if document.title.span else f"[{title}]"
    parts = [head if head[-2:-1] in ".?!" else head[:-1] + "." + head[-1]]
    if document.publisher.basis != "unknown" and document.publisher.name:
        parts.append(f"{fold(document.publisher.name)}{_comma_date(document.date)}.")
    elif document.date.edtf:
        parts.append(f"{_date(document.date)}.")
    number = f", document {label}" if label.isdigit() else ""
    where = f", {place}" if place else ""
    parts.append(f"{fold(collection.title)}{number}{where}.")
    if address := page_address(document, collection, part):
        parts.append(f"{address}{f'#{anchor}' if anchor else ''}.")
    if document.sha256:
        parts.append(f"SHA-256 {document.sha256}.")
    return " ".join(parts)


def page_address(document: Document, collection: Collection, part: int = 1) -> str:
    """Return the address of the page of *document* (of a *part* of it), "" where
    the archive does not say where it is published."""
    site = collection.site_url.rstrip("/")
    return f"{site}/{address_of(document, part)}.html" if site else ""


def _comma_date(when: When) -> str:
    return f", {_date(when)}" if when.edtf else ""


def _date(when: When) -> str:
    spoken = edtf.speak(when.edtf) if when.edtf else ""
    return spoken if when.basis == "stated" else f"[{spoken}]"


_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
        "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in _printable(text))


def _printable(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", fold(text))


def bibtex(document: Document, collection: Collection) -> str:
    """Return a BibTeX entry (``@misc``; a date only where one is known)."""
    fields = [("title", "{" + _tex(document.title.text) + "}")]
    if document.publisher.basis != "unknown" and document.publisher.name:
        fields.append(("publisher", _tex(document.publisher.name)))
    if day := whole_value(document.date):
        fields.append(("date", day))
        fields.append(("year", day[:4]))
    if document.date.edtf and document.date.basis != "stated":
        fields.append(("note", _tex(f"Date worked out: {edtf.speak(document.date.edtf)}")))
    fields.append(("howpublished", _tex(collection.title)))
    if address := page_address(document, collection):
        fields.append(("url", address))
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@misc{{{document.id},\n{body}\n}}\n"


def ris(document: Document, collection: Collection) -> str:
    """Return a RIS record (lines end in CR LF)."""
    lines = [("TY", "GEN"), ("ID", document.id), ("TI", _printable(document.title.text))]
    if document.publisher.basis != "unknown" and document.publisher.name:
        lines.append(("PB", _printable(document.publisher.name)))
    if day := whole_value(document.date):
        year, month, date = ([*day.split("-"), "", ""])[:3]
        lines.append(("PY", year))
        lines.append(("DA", f"{year}/{month}/{date}/"))
    if document.date.edtf and document.date.basis != "stated":
        lines.append(("N1", f"Date worked out: {edtf.speak(document.date.edtf)}"))
    lines.append(("T2", _printable(collection.title)))
    if address := page_address(document, collection):
        lines.append(("UR", address))
    lines.append(("ER", ""))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def whole_value(when: When) -> str:
    """Return the date as year, month or day (ISO 8601) where it is exactly
    that, otherwise ""."""
    return when.edtf if when.edtf and re.fullmatch(r"\d{4}(-\d\d){0,2}", when.edtf) else ""
