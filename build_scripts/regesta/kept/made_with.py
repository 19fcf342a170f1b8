"""What outputs depend on besides the archive: this program and what it uses."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from regesta import __version__, wording

PACKAGE = Path(__file__).parent.parent
USED = (
    "mkdocs", "mkdocs-material", "markdown", "jinja2", "pyyaml", "pydantic", "pydantic-core",
    "pagefind", "pagefind-bin", "ahocorasick-rs", "rapidfuzz", "msgspec",
)  # fmt: skip


def program() -> bytes:
    """Return the digest (32 bytes) of every file of this package, of the
    versions of what it uses, of Python's, and of the words it speaks in."""
    return hashlib.blake2b(wording.digest(), key=_program(), digest_size=32).digest()


@cache
def _program() -> bytes:
    digest = hashlib.blake2b(digest_size=32)
    versions = [f"{name} {_version(name)}" for name in USED]
    digest.update("\n".join([__version__, sys.version, sys.platform, *versions]).encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.digest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "-"


def together(*parts: bytes | str) -> bytes:
    """Return the digest (32 bytes) of the program and *parts*."""
    digest = hashlib.blake2b(program(), digest_size=32)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()
