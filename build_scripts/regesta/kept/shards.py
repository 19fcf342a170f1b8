"""Many small results in a few files, of which only those are written again
that have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path

from regesta.kept import chest

NUMBER = 64


def load(folder: Path, made_with: bytes, found: MutableMapping[bytes, bytes]) -> None:
    """Put key and result of all files in *folder* that are undamaged into *found*."""
    for number in range(NUMBER):
        found.update(chest.load(_file(folder, number), made_with, dict[bytes, bytes]) or {})


def save(
    folder: Path, made_with: bytes, results: Mapping[bytes, bytes], known: Iterable[bytes]
) -> None:
    """Write *results* (keys of 16 bytes), of which *known* are written already."""
    parts: list[set[bytes]] = [set() for _ in range(NUMBER)]
    before: list[set[bytes]] = [set() for _ in range(NUMBER)]
    for key in results:
        parts[_shard(key)].add(key)
    for key in known:
        before[_shard(key)].add(key)
    for number, part in enumerate(parts):
        file = _file(folder, number)
        if not part:
            file.unlink(missing_ok=True)  # one of another program too, whatever it holds
        elif part != before[number] or not file.exists():
            chest.save(file, made_with, {key: results[key] for key in sorted(part)})


def _shard(key: bytes) -> int:
    return key[0] % NUMBER


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:02}"
