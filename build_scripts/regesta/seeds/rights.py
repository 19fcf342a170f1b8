"""Rights statements and licences that can be told from their address.

The list of rightsstatements.org is closed: twelve statements, version 1.0
(https://rightsstatements.org/page/1.0/).  Licences of Creative Commons have
addresses of one form (https://creativecommons.org/licenses/list.en); their
ports to the law of a country ended with version 3.0.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

STATEMENTS = (
    "InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU",
    "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US", "CNE", "UND", "NKC",
)  # fmt: skip
"""The twelve of rightsstatements.org, by the name in their address."""

_SITE = re.compile(
    r"https?://(?:[^/?#]*\.)?(rightsstatements|creativecommons)\.org(?![^/?#])", re.IGNORECASE
)
_STATEMENT = "http://rightsstatements.org/vocab/{}/1.0/"
_KNOWN = tuple(_STATEMENT.format(name) for name in STATEMENTS)
_KINDS = "by|by-sa|by-nc|by-nc-sa|by-nd|by-nc-nd"
_PORT = "[a-z]{2}|igo|scotland"
_CREATIVE = re.compile(
    rf"https?://creativecommons\.org/(?:licenses/(?:(?P<kind>{_KINDS})/(?:4\.0/"
    rf"|(?:1\.0|2\.0|2\.5|3\.0)/(?:(?:{_PORT})/)?)|by-nd-nc/1\.0/(?:(?:{_PORT})/)?)"
    r"|publicdomain/(?:zero|mark)/1\.0/)(?:deed(?:\.[a-z_-]+)?|legalcode(?:\.[a-z_-]+)?)?",
    re.IGNORECASE,
)
_PUBLIC = {
    "zero": "CC0 1.0",
    "mark": "Public Domain Mark 1.0",
}
_CREATIVE_EXAMPLES = tuple(
    f"https://creativecommons.org/licenses/{kind}/4.0/" for kind in _KINDS.split("|")
) + tuple(f"https://creativecommons.org/publicdomain/{kind}/1.0/" for kind in _PUBLIC)


def statement(uri: str) -> str:
    """Return the name of the statement of rightsstatements.org at *uri*, ""
    where it is none of the twelve."""
    found = re.fullmatch(
        r"https?://rightsstatements\.org/(?:vocab|page|data)/([A-Za-z-]+)/1\.0/?(?:\?language=\w+)?",
        uri,
    )
    return found[1] if found and found[1] in STATEMENTS else ""


def licence(uri: str) -> str:
    """Return the short name of the Creative Commons licence at *uri* (CC BY-SA
    4.0, CC0 1.0), "" where it is none."""
    if not _CREATIVE.fullmatch(_closed(uri)):
        return ""
    _scheme, _none, _site, family, kind, version, *port = uri.rstrip("/").split("/")
    if family.lower() == "publicdomain":
        return _PUBLIC[kind.lower()]
    where = port[0].upper() if port and re.fullmatch(_PORT, port[0], re.IGNORECASE) else ""
    return " ".join(filter(None, ("CC", kind.upper(), version, where)))


def _closed(uri: str) -> str:
    return uri if uri.endswith("/") or re.search(r"/(deed|legalcode)[^/]*$", uri) else f"{uri}/"


def fault(uri: str) -> tuple[str, str] | None:
    """Say what is wrong with an address at one of the two sites that names no
    statement and no licence, and which is meant; None for every other."""
    site = _SITE.match(uri)
    if not site or statement(uri) or licence(uri):
        return None
    known = _KNOWN if site[1].lower() == "rightsstatements" else _CREATIVE_EXAMPLES
    near = process.extractOne(uri.lower(), known, processor=str.lower, scorer=fuzz.ratio)
    return f"found “{uri}”, which is no statement and no licence there", f"did you mean {near[0]}?"


def remark(uri: str) -> tuple[str, str] | None:
    """Say what a person should know of an address that is not wrong: that it is
    not the statement's own, or of no statement or licence that is known here."""
    name = statement(uri)
    if name and uri != _STATEMENT.format(name):
        meant = _STATEMENT.format(name)
        return f"“{uri}” is not the address that the statement {name} is known by", meant
    if name or licence(uri):
        return None
    return f"“{uri}” is none of the statements and licences known here", ""
