"""Seeds as files, and what is said of them: tests/data/seeds/*.yaml.

Each file holds small archives' files, then what comes out.  To write the
second part anew: REGESTA_UPDATE=1 pytest tests/unit/test_seeds_cases.py"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from regesta.problems import format_text
from regesta.seeds.authorities import entities
from regesta.seeds.reading import read

CASES = sorted((Path(__file__).parents[1] / "data" / "seeds").glob("*.yaml"))
CUT = "--- # what comes out\n"


def place(root: Path, case: dict[str, dict[str, str]]) -> None:
    for path, text in case.get("files", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes((text or "").encode("utf-8"))
    for path, digits in case.get("bytes", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(bytes.fromhex(digits))
    for path, target in case.get("links", {}).items():
        (root / path).symlink_to(target)


def told(root: Path) -> str:
    seeds, problems = read(root)
    _, more = entities(seeds)
    lines = [f"document {held.id} from {held.path}" for held in seeds.documents]
    lines += [f"{record.kind} {record.id}: {record.name}" for record in seeds.entities]
    return "\n".join([*lines, *map(format_text, [*problems, *more]), ""])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_seeds(path: Path, tmp_path: Path) -> None:
    written, _, expected = path.read_text("utf-8").partition(CUT)
    place(tmp_path, yaml.safe_load(written))
    found = told(tmp_path)
    if os.environ.get("REGESTA_UPDATE"):
        path.write_text(written + CUT + found, "utf-8")
    else:
        assert found == expected
