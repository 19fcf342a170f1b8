"""What a published site recorded of its sources."""

from __future__ import annotations

import json


def digests(jsonl: bytes) -> dict[str, str]:
    """Return path of the source to SHA-256, out of ``annotations.jsonl``.
    Lines that cannot be read are passed over: the manifest tells of them."""
    out = {}
    for line in jsonl.splitlines():
        try:
            record = json.loads(line)
            out[str(record["document"])] = str(record["sha256"])
        except (ValueError, KeyError, TypeError):
            continue
    return out
