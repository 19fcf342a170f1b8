"""Taking texts in: a safe name, and a description that proposes what can be
read from the text alone.  Nothing here touches the disk."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

import yaml

from regesta.annotate.dates import publication
from regesta.model import Block, Evidence, Span
from regesta.seeds.ids import MAX_LENGTH, RESERVED
from regesta.seeds.passages import FoldedText
from regesta.segment import segment
from regesta.segment.kind import guess_type
from regesta.segment.language import guess as guess_language
from regesta.segment.title import supplied_title
from regesta.whitespace import fold

LONGEST_TITLE = 300
TEXT_ENDINGS = (".txt", ".text", ".md")
"""Endings of files that are taken for texts in a folder."""


def safe_stem(path: str) -> str:
    """Return *path* (with ``/``) without ending as a path that every system
    can hold: lower-case a-z, 0-9, ``-`` and ``_`` in each part."""
    head, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 5:
        stem = name
    parts = [part for part in head.split("/") if part not in ("", ".", "..")]
    return "/".join(_safe(part) for part in [*parts, stem])


def _safe(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode("ascii")
    kept = re.sub(r"[^a-z0-9_]+", "-", plain.lower()).strip("-")[: MAX_LENGTH - 12].strip("-")
    if kept and kept not in RESERVED:
        return kept
    digest = hashlib.sha256(part.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{kept or 'text'}-{digest}"


def free_stem(stem: str, sha256: str, taken: Container[str]) -> str:
    """Return *stem*, with the beginning of the text's digest where it is taken."""
    return f"{stem}-{sha256[:8]}" if stem in taken else stem


def description(
    text: str, sha256: str, *, received: str, origin: str = "", encoding: str = ""
) -> str:
    """Return the YAML that proposes how *text* is described.

    It holds the digest and the day it was *received* (ISO), and what rules
    read from the text: title, type, language, and a date where the text
    states one.  What can only be worked out over the collection is left out,
    so that each build works it out anew.
    """
    layout = segment(text)
    data: dict[str, object] = {"encoding": encoding} if encoding else {}
    folded = FoldedText(text)
    if layout.title and layout.title.end - layout.title.start <= LONGEST_TITLE:
        data["title"] = {"passage": _selector(folded, layout.title), "status": "machine"}
    else:
        words = supplied_title(text, layout) or fold(text[:LONGEST_TITLE])
        data["title"] = {"supplied": words, "status": "machine"}
    kind, _reason = guess_type(text, layout)
    if kind:
        data["type"] = kind
    language = guess_language(text)
    if language:
        data["language"] = language
    stated = _stated_date(text, layout.blocks, folded)
    if stated:
        data["date"] = stated
    data["sha256"] = sha256
    data["received"] = {"date": received, **({"from": origin} if origin else {})}
    data["status"] = "machine"
    head = "# Proposed by rules from the text alone. Correct it, and say status: proposed.\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _selector(folded: FoldedText, span: Span) -> object:
    chosen = folded.selector(span)
    return chosen["exact"] if len(chosen) == 1 else chosen


def _stated_date(
    text: str, blocks: tuple[Block, ...], folded: FoldedText
) -> dict[str, object] | None:
    """Return the day that a line of the text states, with that line."""
    found = publication.work_out([publication.DatedText("it", text, blocks)], {})["it"].published
    if found.basis != "stated" or not found.edtf:
        return None
    evidence = [_evidence(item, folded) for item in found.evidence]
    said = {"edtf": found.edtf, "basis": found.basis, "evidence": evidence}
    return {**said, **({"conflict": found.conflict} if found.conflict else {})}


def _evidence(item: Evidence, folded: FoldedText) -> dict[str, object]:
    line: dict[str, object] = {"reason": fold(item.reason)} if item.reason else {}
    if item.passage:
        line["passage"] = _selector(folded, item.passage.span)
    return line
