"""An archive of one's own: the files that a new one begins with.

Nothing here writes: :func:`files` returns path to bytes.  The program itself
goes with the archive, so that it can be built from a bare clone and kept; what
people write (seeds/, docs/, mkdocs.yml, README.md) is never among the files of
an upgrade.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent
_TEMPLATES = _PACKAGE / "templates"
_CODE = _PACKAGE.parent
_LEFT_OUT = ("__pycache__", ".mypy_cache", ".ruff_cache", ".egg-info", ".DS_Store")
CHECKER = "tests/checker/check_verbatim.py"
CONTACT = "the maintainers of this repository, through its issues"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the one who begins an archive says of it."""

    title: str
    description: str = ""
    publisher: str = ""
    contact: str = CONTACT
    language: str = "en"
    site_url: str = ""
    forge_url: str = ""


def files(answers: Answers) -> dict[str, bytes]:
    """Return all files of a new archive by their path."""
    quoted = {
        f"@{name}@": json.dumps(getattr(answers, name), ensure_ascii=False)
        for name in Answers.__dataclass_fields__
    }
    for name in ("site_url", "forge_url"):
        if not getattr(answers, name):
            quoted[f"@{name}@"] = ""  # a key with nothing after it is not given
    quoted["@title_words@"] = " ".join(answers.title.replace("<", "‹").replace(">", "›").split())
    out = {path: _filled(data, quoted) for path, data in _below(_TEMPLATES / "archive").items()}
    makefile = out.pop("Makefile.installed")
    del out["Makefile.program"]
    out |= _below(_TEMPLATES / "forge")
    return {**out, **(program() or {"Makefile": makefile})}


def program() -> dict[str, bytes]:
    """Return the program's own files; nothing where it was installed without
    what builds from a bare clone."""
    root = _CODE.parent
    if not (_CODE / "build.py").is_file():
        return {}
    out = {f"build_scripts/{path}": data for path, data in _below(_CODE, raw=True).items()}
    out |= {f"requirements/{p}": data for p, data in _below(root / "requirements").items()}
    # Tests and measurements of the program are no business of an archive's keeper,
    # but for the checker, which proves the archive without the program.
    checker = root / CHECKER
    if checker.is_file():
        out[CHECKER] = checker.read_bytes()
    out["Makefile"] = (_TEMPLATES / "archive" / "Makefile.program").read_bytes()
    out["pyproject.toml"] = (root / "pyproject.toml").read_bytes()
    licence = root / "LICENSE"
    if not licence.is_file():
        licence = _CODE / "LICENSE"
    if licence.is_file():
        out["build_scripts/LICENSE"] = licence.read_bytes()
    return out


def _filled(data: bytes, values: dict[str, str]) -> bytes:
    text = data.decode("utf-8")
    # One pass, so that no value can hold a place for another.
    for part in sorted(values, key=len, reverse=True):
        text = text.replace(part, f"\0{part}\0")
    for part, value in values.items():
        text = text.replace(f"\0{part}\0", value.replace("\0", ""))
    return text.encode("utf-8")


def _below(folder: Path, *, raw: bool = False) -> dict[str, bytes]:
    """Return the files below *folder*; a leading ``dot-`` of a name stands for
    a dot unless *raw*."""
    out = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or any(p.endswith(_LEFT_OUT) for p in parts):
            continue
        if not raw:
            parts = tuple(f".{p[4:]}" if p.startswith("dot-") else p for p in parts)
        out["/".join(parts)] = path.read_bytes()
    return out
