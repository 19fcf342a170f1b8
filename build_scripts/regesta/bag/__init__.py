"""A bag (RFC 8493, BagIt 1.0): payload, tag files and manifests.

:func:`payload` says what of an archive goes into one: all that a build reads,
and the site.  What ``access`` or a withdrawal keeps from readers stays out: the
text itself, and every passage of it in a description or record.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from regesta import __version__, publish
from regesta.model import Collection as About
from regesta.model import Problem
from regesta.seeds import files
from regesta.seeds.documents import DOCUMENTS, MAX_TEXT
from regesta.seeds.files import Found
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.tables import DOCUMENTS_PATH, ENTITIES_PATH
from regesta.whitespace import fold

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
Read = Callable[[], bytes]


def payload(
    root: Path, seeds: Seeds, site: Iterable[str], shown: Collection[str]
) -> dict[str, Read]:
    """Return path in the bag (``data/…``) to what gives its bytes, sorted.

    *site* holds the paths of the site's files below ``site/``, *shown* the ids
    of the records that readers are shown: one that rests on withheld words
    alone is none of them, and stays out."""
    found: dict[str, Read] = {
        f"data/site/{name}": (root / "site" / name).read_bytes for name in site
    }
    hidden = frozenset(record.id for record in seeds.entities) - frozenset(shown)
    withheld = {d.id: d for d in seeds.documents if is_withheld(d)}
    for entry in files.walk(root, "seeds"):
        if isinstance(entry, Found) and entry.kind == "file":
            data = files.read(entry, MAX_TEXT)
            if not isinstance(data, Problem):
                kept = _without_withheld(entry.path, data, withheld, hidden)
                if kept is not None:
                    found[f"data/{entry.path}"] = _giving(kept)
    for document in withheld.values():
        described = f"data/{document.path.removesuffix('.txt')}.yml"
        if described not in found and not _digest_told(document):
            found[described] = _giving(f'sha256: "{document.sha256}"\n'.encode())
    for path, place in _hand_written(root):
        found[f"data/{path}"] = place.read_bytes
    return dict(sorted(found.items()))


def _giving(data: bytes) -> Read:
    return lambda: data


def _hand_written(root: Path) -> Iterable[tuple[str, Path]]:
    """Give what people wrote outside of seeds/ and a build reads: the pages
    that no build makes, mkdocs.yml, and a theme of the archive's own."""
    places = [root / "mkdocs.yml", *(root / "docs").rglob("*"), *_own_theme(root)]
    for place in places:
        if place.is_file() and not place.is_symlink() and not _through_link(root, place):
            if place.suffix == ".md" and publish.is_ours(place.read_bytes()):
                continue
            yield place.relative_to(root).as_posix(), place


def _own_theme(root: Path) -> Iterable[Path]:
    """Give the files of a theme folder that mkdocs.yml names, but not those of
    the program: it brings them itself."""
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        return
    for line in settings.read_text("utf-8", errors="replace").splitlines():
        key, _, value = line.strip().partition(":")
        folder = value.strip().strip("'\"")
        if key == "custom_dir" and folder and not folder.startswith(("/", "..", "build_scripts")):
            yield from (root / folder).rglob("*")


def _through_link(root: Path, place: Path) -> bool:
    return any(parent.is_symlink() for parent in place.parents if parent.is_relative_to(root))


# ---- what is withheld


def is_withheld(document: SeedDocument) -> bool:
    """Tell whether the text of *document* is not shown to readers in full."""
    record = document.description
    return record is not None and (record.access != "full" or record.withdrawn is not None)


def _digest_told(document: SeedDocument) -> bool:
    return bool(document.description and document.description.sha256)


def _without_withheld(
    path: str, data: bytes, withheld: Mapping[str, SeedDocument], hidden: Collection[str]
) -> bytes | None:
    """Return what of a file below seeds/ may leave the house; None: nothing."""
    if not withheld:
        return data
    stem = path.rpartition("/")[2].rpartition(".")[0]
    if any(path == d.path for d in withheld.values()):
        return None
    if path.startswith("seeds/entities/") and stem in hidden:
        return None
    if path in (DOCUMENTS_PATH, ENTITIES_PATH):
        return _table(data, withheld, hidden)
    if not path.endswith((".yml", ".yaml")) or not path.startswith(("seeds/doc", "seeds/ent")):
        return data
    described = next((d for d in withheld.values() if d.description_path == path), None)
    value = yaml.load(data.decode("utf-8-sig"), yaml.BaseLoader)  # strings alone
    if not isinstance(value, dict):
        return data
    kept = _pruned(value, frozenset(withheld), hidden)
    if described:
        kept = _described(kept, described.sha256)
    elif kept == value:
        return data
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=100).encode("utf-8")


_OF_THE_TEXT = ("layout", "annotations", "accounts", "speakers", "relations", "excerpts")


def _described(value: dict[str, Any], sha256: str) -> dict[str, Any]:
    """Return a description without the words of its text."""
    kept = {key: item for key, item in value.items() if key not in _OF_THE_TEXT}
    if isinstance(kept.get("title"), dict) and "passage" in kept["title"]:
        del kept["title"]
    for key in ("date", "written", "publisher"):
        part = kept.get(key)
        if isinstance(part, dict) and isinstance(part.get("evidence"), list):
            evidence = [e for e in part["evidence"] if isinstance(e, dict) and "passage" not in e]
            kept[key] = {**part, "evidence": evidence}
    if kept.get("access") == "excerpt":
        kept["access"] = "metadata"  # without the text there are no excerpts of it
    return {**kept, "sha256": sha256}


def _pruned(value: Any, withheld: Collection[str], hidden: Collection[str]) -> Any:
    """Return *value* without what rests on words of a withheld document, and
    without the ids of records that nobody is shown."""
    if isinstance(value, list):
        kept = [_pruned(item, withheld, hidden) for item in value]
        return [item for item in kept if item is not None]
    if isinstance(value, dict):
        return _pruned_part(value, withheld, hidden)
    return None if value in hidden else value


def _pruned_part(
    value: dict[str, Any], withheld: Collection[str], hidden: Collection[str]
) -> dict[str, Any] | None:
    if value.get("document") in withheld or value.get("entity") in hidden:
        return None
    if value.get("event") in hidden:
        return None
    if value.get("other") in withheld:
        value = {k: v for k, v in value.items() if k not in ("other_passage", "why")}
    kept = {key: _pruned(item, withheld, hidden) for key, item in value.items()}
    kept = {key: item for key, item in kept.items() if item is not None}
    if value.get("passages") and not kept.get("passages"):
        return None  # a line that rests on nothing that is shown
    return kept


def _table(data: bytes, withheld: Mapping[str, SeedDocument], hidden: Collection[str]) -> bytes:
    """Return a table without the words of withheld texts and hidden records."""
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    first = text.split("\n", 1)[0]
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    names = [name.strip().lower().replace(" ", "_") for name in rows[0]] if rows else []
    paths = {d.path.removeprefix(DOCUMENTS) for d in withheld.values()}
    for row in rows[1:]:
        own = bool(paths & {cell.strip().removeprefix(DOCUMENTS) for cell in row})
        other = bool(withheld.keys() & {cell.strip() for cell in row})
        for at, name in enumerate(names[: len(row)]):
            tells = name in ("title", "excerpts", "about") or name.endswith(("passage", "document"))
            if (own or other) and tells:
                row[at] = ""
            if row[at].strip() in hidden:
                row[at] = ""
    if "kind" in names and "id" in names:
        rows = [row for row in rows if len(row) <= names.index("id") or row[names.index("id")]]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")


# ---- tag files


def info(about: About, size: int, count: int) -> bytes:
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
