"""Many small results in a few files, of which only those are written again
that have changed."""

from __future__ import annotations

from pathlib import Path

from regesta.kept import chest

NUMBER = 64


def load(folder: Path, made_with: bytes) -> dict[bytes, bytes]:
    """Return key to result of all files in *folder* that are undamaged."""
    found: dict[bytes, bytes] = {}
    for number in range(NUMBER):
        found |= chest.load(_file(folder, number), made_with, dict[bytes, bytes]) or {}
    return found


def save(
    folder: Path, made_with: bytes, results: dict[bytes, bytes], known: dict[bytes, bytes]
) -> None:
    """Write *results* (keys of 16 bytes), of which *known* are written already."""
    parts: list[dict[bytes, bytes]] = [{} for _ in range(NUMBER)]
    before: list[set[bytes]] = [set() for _ in range(NUMBER)]
    for key, result in results.items():
        parts[_shard(key)][key] = result
    for key in known:
        before[_shard(key)].add(key)
    for number, part in enumerate(parts):
        if part.keys() != before[number] or not _file(folder, number).exists():
            chest.save(_file(folder, number), made_with, part)


def _shard(key: bytes) -> int:
    return key[0] % NUMBER


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:02}"
