"""The tag files of a bag (RFC 8493, BagIt 1.0): declaration, information, manifests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from regesta import __version__
from regesta.model import Collection
from regesta.whitespace import fold

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"


def info(about: Collection, size: int, count: int) -> bytes:
    """Return bag-info.txt (RFC 8493, 2.2.2).  It names no day: the same
    archive gives the same bag whenever it is made."""
    lines = (
        ("Source-Organization", about.publisher),
        ("Contact-Name", about.contact),
        ("External-Description", about.description or about.title),
        ("External-Identifier", about.site_url),
        ("Bag-Software-Agent", f"Regesta {__version__}"),
        ("Payload-Oxum", f"{size}.{count}"),
    )
    return "".join(f"{k}: {fold(v)}\n" for k, v in lines if fold(v)).encode("utf-8")


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return a manifest: digest, two spaces, path (RFC 8493, 2.1.3)."""
    lines = [f"{digest}  {_encoded(path)}\n" for path, digest in sorted(digests.items())]
    return "".join(lines).encode("utf-8")


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def decoded(path: str) -> str:
    """Return a path as it was before it was written into a manifest."""
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def digest(data: bytes) -> str:
    """Return the SHA-256 of *data* as hex digits."""
    return hashlib.sha256(data).hexdigest()
