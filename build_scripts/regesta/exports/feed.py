"""An Atom feed (RFC 4287) of the documents, the last taken in first.

No clock: an entry is as old as the accession or correction that its
description records.  Addresses are relative to the feed, so that it is the same
on the web and in a folder; identifiers are URNs made from ids and digests.
"""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from regesta import edtf
from regesta.model import Archive, Document
from regesta.whitespace import fold

ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
_NAMES = uuid.UUID("6f0c2c0e-4d3a-5f0e-9a55-0d9a6b1b7c10")
"""Name space of the identifiers (RFC 9562, section 5.5)."""


def feed(archive: Archive, latest: str) -> bytes:
    """Return the feed as UTF-8; *latest* is the day (ISO) that stands for now."""
    collection = archive.collection
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "title", _clean(collection.title))
    _add(root, "id", _urn(f"collection:{collection.site_url or collection.title}"))
    _add(root, "updated", _moment(latest))
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "href": "feed.xml"})
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "alternate", "href": "index.html"})
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", _clean(collection.publisher or collection.contact or collection.title))
    newest = sorted(archive.documents, key=lambda d: (_day(d), d.path), reverse=True)
    for document in newest[:MOST]:
        _entry(root, document)
    ET.register_namespace("", ATOM)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _entry(root: ET.Element, document: Document) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    title = _clean(document.title.text)
    _add(entry, "title", title if document.title.span else f"[{title}]")
    _add(entry, "id", _urn(f"document:{document.id}:{document.sha256}"))
    _add(entry, "updated", _moment(_day(document)))
    address = f"documents/{document.id}.html"
    ET.SubElement(entry, f"{{{ATOM}}}link", {"rel": "alternate", "href": address})
    when = edtf.speak(document.date.edtf) if document.date.edtf else ""
    summary = "; ".join(part for part in (_clean(document.publisher.name), when) if part)
    if summary:
        _add(entry, "summary", summary)


def _day(document: Document) -> str:
    days = [document.received_on, document.reviewed_on, *(h.on for h in document.history)]
    if document.withdrawn:
        days.append(document.withdrawn.on)
    return max([*(day for day in days if day), "1980-01-01"])


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMES, name)}"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _clean(text: str) -> str:
    """Return *text* without what XML 1.0 (section 2.2) does not allow."""
    return "".join("�" if c < " " or c in "\ufffe\uffff" or "\ud800" <= c <= "\udfff" else c
                   for c in fold(text))  # fmt: skip
